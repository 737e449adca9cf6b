/** The view 共享 on Microsoft's Excel client and a real workbook: what it shows, replaces, puts back, copies, checks and repairs. */
import { cellText, type Cell } from "../../../../src/words/grid";
import { sampleSheet } from "../../../../src/pane/views/score/sample/sample-sheet";
import type { BookCell, BookFile, BookSheet } from "../../../../src/xlsx/book-file";
import { joinHeadless } from "../../../../src/workbench/headless/open";
import { openFile } from "../../../../src/workbench/xlsx/open-file";
import { saved, someoneWrites } from "../../../excel/connected";
import { book, sheet } from "../../../excel/made-up-book";
import { eventually } from "../../../eventually";
import { countsOf, outcomeOf, sharingPane, type SharingPane } from "./sharing-pane";

let pane: SharingPane | null = null;
afterEach(() => {
  const reported = pane?.reported ?? [];
  pane?.close();
  pane = null;
  expect(reported).toEqual([]);
});

async function opened(file: BookFile): Promise<SharingPane> {
  pane = await sharingPane(file);
  await pane.sharing.open();
  expect(pane.sharing.state.trouble).toBeNull();
  return pane;
}

const formula = (text: string): BookCell => ({ value: null, formula: text });

/** Bases in column A; a subsidy alone, one in a larger formula, and a formula that goes on from them. */
function subsidies(more: Partial<BookSheet> = {}): BookSheet {
  const plain = sheet("补贴", [["基数"], [4433], [4000], [5000]]);
  const cells = plain.cells.map((row, at) =>
    at === 0
      ? [...(row ?? []), { value: "补贴" }, { value: "说明" }, { value: "两倍" }]
      : [
          ...(row ?? []),
          formula(`=ZJTX.SUBSIDY(A${at + 1},20%,50%)`),
          formula(`=IF(ZJTX.SUBSIDY(A${at + 1},20%)>850,"高","低")`),
          formula(`=B${at + 1}*2`),
        ],
  );
  return { ...plain, cells, ...more };
}

/** A list with the highest rung of each enterprise as one spill. */
function spilled(): BookSheet {
  const { rows } = sampleSheet("zh");
  const some = rows.slice(0, 9);
  const plain = sheet("名单", some);
  const width = some[0]?.length ?? 0;
  const last = letters(width - 1);
  const cells = plain.cells.map((row, at) =>
    at === 1 ? [...(row ?? []), undefined, formula(`=ZJTX.TIER($A$1:$${last}$1,A2:${last}9)`)] : row,
  );
  return { ...plain, cells };
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

function cells({ connection }: SharingPane, name: string): readonly (readonly (BookCell | undefined)[])[] {
  const found = saved(connection).sheets.find((one) => one.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found.cells.map((row) => row ?? []);
}

/** Events come in messages of their own. */
async function until(holds: () => boolean): Promise<void> {
  await eventually(() => expect(holds()).toBe(true));
}

const shown = (rows: readonly (readonly (BookCell | undefined)[])[]): Cell[][] =>
  rows.map((row) => row.map((cell) => cell?.value ?? null));
const formulas = (rows: readonly (readonly (BookCell | undefined)[])[]): number =>
  rows.flat().filter((cell) => cell?.formula !== undefined).length;

describe("what is in the workbook", () => {
  test("formulas of ours are counted by sheet, nested ones and those of other workbooks too", async () => {
    const linked = { ...subsidies(), name: "外链" };
    const cells = linked.cells.map((row, at) =>
      at === 1 ? [row?.[0], formula("=ZJTX.SUBSIDY([别处.xlsx]表!A1,20%)")] : [row?.[0]],
    );
    const now = await opened(book([subsidies(), { ...linked, cells }]));
    expect(countsOf(now, "补贴")).toMatchObject({ working: 6, unknown: 0, waiting: 0, nested: 3, linked: 0 });
    expect(countsOf(now, "外链").linked).toBe(1);
    expect(now.sharing.state.contents).toMatchObject({ results: [], scored: [], replaced: null });
  });

  test("after a scoring it names the day, the rules and how many enterprises were scored", async () => {
    const now = await opened(book([sheet("名单", sampleSheet("zh").rows)]));
    await now.scoring.score("zh");
    expect(now.scoring.state.trouble).toBeNull();
    await now.sharing.look();
    const { contents } = now.sharing.state;
    expect(contents?.scored).toMatchObject([
      { asOf: "2026-11-21", sheet: "名单", enterprises: 30, assumeGeneral: true },
    ]);
    expect(contents?.scored[0]?.editions.map(({ zh }) => zh).join()).toContain("专精特新“小巨人”企业 2026");
    expect(contents?.results).toContain("评分_凭据");
    expect(contents?.formulas).toEqual([]);
  });

  test("an edit by somebody marks it as of before, a result written by us does not", async () => {
    const now = await opened(book([subsidies()]));
    await now.sharing.values("here", "zh");
    expect(now.sharing.state.stale).toBe(false);
    const other = joinHeadless(now.connection);
    await someoneWrites({ ...now.connection, ...other }, "补贴", "A2", "1");
    await until(() => now.sharing.state.stale);
    other.close();
  });
});

describe("a copy in values", () => {
  test("replaces our formulas where they stand, keeps the others going, and lists what stood there", async () => {
    const now = await opened(book([subsidies()]));
    const before = cells(now, "补贴");
    await now.sharing.values("here", "zh");
    expect(outcomeOf(now, "values")).toMatchObject({ places: 6, sheets: ["补贴"], copied: false, noted: true });
    const after = cells(now, "补贴");
    expect(shown(after)).toEqual(shown(before));
    expect(shown(after)[1]).toEqual([4433, 443.3, "高", 886.6]);
    expect(formulas(after)).toBe(3);
    const list = shown(cells(now, "评分_公式清单"));
    expect(list).toContainEqual(["补贴", "B2", "=ZJTX.SUBSIDY(A2,20%,50%)", expect.stringMatching(/^[0-9a-f]{16}$/)]);
    const sources = shown(cells(now, "评分_公式依据"));
    expect(sources).toContainEqual(["读表", "没有认出企业名单；公式只用到各自参数里的单元格", "补贴", null]);
    expect(sources.filter(([kind]) => kind === "条款").length).toBeGreaterThan(100);
    expect(now.sharing.state.contents).toMatchObject({ formulas: [], replaced: 6 });
    await now.sharing.check();
    expect(outcomeOf(now, "checked").findings).toEqual([]);
  });

  test("replaces a spill as a whole, and puts it back as one formula", async () => {
    const now = await opened(book([spilled()]));
    const before = cells(now, "名单");
    await now.sharing.values("here", "zh");
    expect(outcomeOf(now, "values").places).toBe(1);
    const columns = shown(cells(now, "评分_公式依据")).filter(([kind]) => kind === "列的对应");
    expect(columns).toContainEqual(["列的对应", expect.stringMatching(/→ 营业收入（2025年） 万元/), "名单!M1", "确定"]);
    expect(shown(cells(now, "名单"))).toEqual(shown(before));
    expect(formulas(cells(now, "名单"))).toBe(0);
    await now.sharing.restore("zh");
    expect(outcomeOf(now, "restored")).toEqual({ kind: "restored", places: 1, changed: [], gone: [] });
    expect(cells(now, "名单")).toEqual(before);
    expect(saved(now.connection).sheets.map(({ name }) => name)).toEqual(["名单"]);
  });

  test("made on copied sheets, leaves the originals as they are", async () => {
    const now = await opened(book([subsidies(), sheet("别的", [["不动"]])]));
    const before = cells(now, "补贴");
    await now.sharing.values("copies", "zh");
    const { sheets, copied } = outcomeOf(now, "values");
    expect([sheets, copied]).toEqual([["补贴（数值）"], true]);
    expect(cells(now, "补贴")).toEqual(before);
    expect(shown(cells(now, "补贴（数值）"))).toEqual(shown(before));
    expect(formulas(cells(now, "补贴（数值）"))).toBe(3);
  });

  test("of a second sheet keeps the list of the first", async () => {
    const other = { ...subsidies(), name: "别的补贴" };
    const now = await opened(book([subsidies(), other]));
    await now.sharing.values("here", "zh");
    await now.connection.host.sharing.change([
      {
        sheet: "别的补贴",
        range: { top: 1, left: 1, bottom: 1, right: 1 },
        to: { kind: "formula", formula: "=ZJTX.SUBSIDY(A2,10%)" },
        back: { kind: "values", rows: [[null]] },
      },
    ]);
    await now.sharing.values("here", "zh");
    expect(outcomeOf(now, "values").places).toBe(1);
    expect(now.sharing.state.contents?.replaced).toBe(12);
    await now.sharing.restore("zh");
    expect(outcomeOf(now, "restored").places).toBe(12);
    expect(countsOf(now, "补贴").working).toBe(6);
  });

  test("puts no formula back over a value that was changed by hand since, and says where", async () => {
    const now = await opened(book([subsidies()]));
    await now.sharing.values("here", "zh");
    await someoneWrites(now.connection, "补贴", "B3", "手工改的");
    await now.sharing.check();
    // A formula of the user's goes on from the value.
    const found = outcomeOf(now, "checked").findings.map(({ kind }) => kind);
    expect(found).toEqual(["values-edited", "values-inputs-changed"]);
    await now.sharing.restore("zh");
    expect(outcomeOf(now, "restored")).toMatchObject({ places: 5, changed: ["补贴!B3"] });
    expect(shown(cells(now, "补贴"))[2]?.[1]).toBe("手工改的");
    expect(now.sharing.state.contents?.replaced).toBe(1);
  });

  test("where a sheet is protected, says so and changes nothing", async () => {
    const now = await opened(book([subsidies({ protected: true })]));
    const before = saved(now.connection).sheets;
    await now.sharing.values("here", "zh");
    expect(now.sharing.state.trouble?.text.zh).toContain("“补贴”受保护");
    expect(saved(now.connection).sheets).toEqual(before);
  });

  test("where a formula shows #NAME?, asks for the repair first", async () => {
    const broken = subsidies();
    const cells = broken.cells.map((row, at) =>
      at === 1 ? [row?.[0], formula("=_xldudf_ZJTX_SUBSIDY(A2,20%)")] : row,
    );
    const now = await opened(book([{ ...broken, cells }]));
    await now.sharing.values("here", "zh");
    expect(now.sharing.state.trouble?.text.zh).toContain("补贴!B2");
    expect(now.sharing.state.trouble?.remedy).toBe("repair");
    await now.sharing.repair();
    expect(outcomeOf(now, "repaired")).toMatchObject({ places: 1, still: 0, locked: [] });
    await now.sharing.values("here", "zh");
    expect(outcomeOf(now, "values").places).toBe(5);
  });

  test("of a workbook without our formulas says that there is nothing to do", async () => {
    const now = await opened(book([sheet("名单", [["甲", 1]])]));
    await now.sharing.values("here", "zh");
    expect(now.sharing.state.trouble?.text.zh).toContain("没有用到我们的公式");
  });
});

describe("copies that are files", () => {
  async function files(): Promise<SharingPane> {
    const now = await opened(book([sheet("名单", sampleSheet("zh").rows), sheet("随笔", [["内部", "不外传"]])]));
    await now.scoring.look();
    return now;
  }
  const read = async (bytes: Uint8Array | undefined): Promise<BookFile> =>
    (await openFile("副本.xlsx", bytes ?? new Uint8Array())).book;

  test("the score sheet in plain formulas holds only the tiers asked for", async () => {
    const now = await files();
    await now.sharing.copy("native", "zh", ["little-giant"]);
    const { name, file, opened: elsewhere } = outcomeOf(now, "file");
    expect([name, elsewhere, file.enterprises]).toEqual(["名单_透明评分表.xlsx", false, 30]);
    const copy = await read(now.files.get(name));
    expect(copy.sheets.map((one) => one.name)).toEqual(["评分_透明评分表", "评分_规则与标准线", "评分_来源与假设"]);
    expect(JSON.stringify(copy.sheets[0]?.cells).includes("LET(")).toBe(false);
    expect(formulas((copy.sheets[0]?.cells ?? []).map((row) => row ?? []))).toBeGreaterThan(30 * 20);
  });

  test("the masked copy names no enterprise, in no sheet, and leaves out what is no list", async () => {
    const now = await files();
    await now.sharing.copy("masked", "zh");
    const { name, file } = outcomeOf(now, "file");
    expect(file.leftOut).toEqual(["随笔"]);
    const text = JSON.stringify((await read(now.files.get(name))).sheets);
    const [headings = [], ...rows] = sampleSheet("zh").rows;
    const at = headings.indexOf("企业名称");
    for (const row of rows) expect(text).not.toContain(cellText(row[at]));
    expect(text).toMatch(/企业[0-9A-Z]{6}/);
  });

  test("without any list, says which sheet to go to", async () => {
    const now = await opened(book([sheet("随笔", [["今天"]])]));
    await now.sharing.copy("native", "zh");
    expect(now.sharing.state.trouble?.text.zh).toContain("随笔");
    expect(now.files.size).toBe(0);
  });

  test("cancelled, leaves no file behind and the next one works", async () => {
    const now = await files();
    const work = now.sharing.copy("masked", "zh");
    await new Promise((resolve) => setTimeout(resolve, 0));
    now.sharing.cancel();
    await work;
    expect(now.sharing.state.trouble?.text.zh).toContain("已取消");
    expect(now.files.size).toBe(0);
    await now.sharing.copy("masked", "zh");
    expect(now.files.size).toBe(1);
  });
});

describe("the check", () => {
  async function scored(): Promise<SharingPane> {
    const now = await opened(book([sheet("名单", sampleSheet("zh").rows)]));
    await now.scoring.score("zh");
    return now;
  }
  const kinds = (now: SharingPane): readonly string[] => outcomeOf(now, "checked").findings.map(({ kind }) => kind);

  test("finds nothing in a workbook that was just scored", async () => {
    const now = await scored();
    await now.sharing.check();
    expect(kinds(now)).toEqual([]);
  });

  test("finds nothing where only some rows were scored", async () => {
    const now = await opened(book([sheet("名单", sampleSheet("zh").rows)]));
    const id = now.scoring.state.sheet?.id ?? "";
    await now.connection.host.show(id, { top: 4, bottom: 8, left: 0, right: 3 });
    await until(() => now.scoring.state.workbook?.selection?.range.top === 4);
    now.scoring.setOnlySelected(true);
    await now.scoring.score("zh");
    expect(now.scoring.state.results?.summary.enterprises).toBe(5);
    await now.sharing.check();
    expect(kinds(now)).toEqual([]);
  });

  test("names a figure that was changed and a result that was edited", async () => {
    const now = await scored();
    await someoneWrites(now.connection, "名单", "A3", "别的企业有限公司");
    const results = cells(now, "评分_结果");
    const row = results.findIndex((line) => line[0]?.value === 5);
    await someoneWrites(now.connection, "评分_结果", `E${row + 1}`, "制造业单项冠军企业");
    await now.sharing.check();
    expect(kinds(now)).toEqual(["inputs-changed", "results-edited"]);
    const [input, edited] = outcomeOf(now, "checked").findings;
    expect([input?.rows, input?.rowsOn, edited?.rows]).toEqual([[3], "名单", [5]]);
    const cell = edited?.details[0]?.cell;
    expect(cell).toEqual({ sheet: "评分_结果", row, column: 4 });
    if (cell === undefined) throw new Error("no cell");
    await now.sharing.show(cell.sheet, cell);
    const { selection, sheets } = await now.connection.host.look();
    expect(sheets.find(({ id }) => id === selection?.sheet)?.name).toBe("评分_结果");
    expect(selection?.range).toEqual({ top: row, left: 4, bottom: row, right: 4 });
  });

  test("goes through every list that was scored, and names which a finding is about", async () => {
    const now = await opened(book([sheet("名单", sampleSheet("zh").rows), sheet("二季度", sampleSheet("zh").rows)]));
    await now.scoring.score("zh");
    const { sheets } = await now.connection.host.look();
    await now.scoring.review(sheets.find(({ name }) => name === "二季度")?.id);
    await now.scoring.score("zh");
    await now.sharing.look();
    expect(now.sharing.state.contents?.scored.map(({ sheet }) => sheet)).toEqual(["名单", "二季度"]);
    await now.sharing.check();
    expect(kinds(now)).toEqual([]);
    await someoneWrites(now.connection, "二季度", "A3", "别的企业有限公司");
    await now.sharing.check();
    const [found, ...others] = outcomeOf(now, "checked").findings;
    expect(others).toEqual([]);
    expect([found?.kind, found?.list, found?.rows, found?.rowsOn]).toEqual(["inputs-changed", "二季度", [3], "二季度"]);
    expect(found?.message.zh).toMatch(/^“二季度”：第3行/);
    await now.connection.host.sharing.removeSheets(["评分_凭据_二季度"]);
    await now.sharing.check();
    expect(outcomeOf(now, "checked").findings.map(({ kind, message }) => [kind, message.zh.slice(0, 11)])).toEqual([
      ["no-provenance", "“评分_结果_二季度”"],
    ]);
  });

  test("of a workbook nobody has scored says so", async () => {
    const now = await opened(book([sheet("名单", sampleSheet("zh").rows)]));
    await now.sharing.check();
    expect(kinds(now)).toEqual(["no-provenance"]);
  });
});

const TAKEN = { name: "SUBSIDY", formula: "=补贴!$A$1", comment: "", visible: true, sheet: null };

describe("short names", () => {
  test("work in cells once they are added, and formulas are spelled out when they are taken away", async () => {
    const now = await opened(book([subsidies()]));
    await now.sharing.shortNames(true);
    expect(outcomeOf(now, "named").added).toContain("SUBSIDY");
    await now.connection.host.sharing.change([
      {
        sheet: "补贴",
        range: { top: 1, left: 5, bottom: 1, right: 5 },
        to: { kind: "formula", formula: "=SUBSIDY(A2,20%,50%)" },
        back: { kind: "values", rows: [[null]] },
      },
    ]);
    await until(() => shown(cells(now, "补贴"))[1]?.[5] === 443.3);
    await now.sharing.shortNames(false);
    expect(outcomeOf(now, "unnamed")).toMatchObject({ spelled: 1 });
    expect(cells(now, "补贴")[1]?.[5]).toMatchObject({ value: 443.3, formula: "=ZJTX.SUBSIDY(A2,20%,50%)" });
    expect(saved(now.connection).names).toEqual([]);
  });

  test("leave a name of somebody else's alone, and say so", async () => {
    const now = await opened(book([subsidies()], { names: [TAKEN] }));
    await now.sharing.shortNames(true);
    const { added, taken } = outcomeOf(now, "named");
    expect(added).not.toContain("SUBSIDY");
    expect(taken.map(({ zh }) => zh).join()).toContain("“SUBSIDY”");
  });
});
