/** Drafts in the pane on Microsoft's Excel client and a real workbook: begun, read while their cells change, never silently overwritten. */
import { cellText } from "../../../../src/words/grid";
import { publish } from "../../../../src/authoring/publish";
import { rangeOfAddress } from "../../../../src/words/range-address";
import { PackageParts } from "../../../../src/xlsx/container/package-parts";
import { sampleSheet } from "../../../../src/pane/views/score/sample/sample-sheet";
import { draftOf, put, sheetOf, SOURCE } from "../../../authoring/drafting";
import { saved } from "../../../excel/connected";
import { cellOf, draftPane, GIANT, settled, types, type DraftPane } from "./draft-pane";

let pane: DraftPane | null = null;
afterEach(() => {
  const reported = pane?.reported ?? [];
  pane?.close();
  pane = null;
  expect(reported).toEqual([]);
});

async function drafted(file = GIANT): Promise<DraftPane> {
  pane = await draftPane();
  await pane.drafts.open();
  expect(await pane.drafts.begin(file, false, "zh")).toBe(true);
  await settled(pane, ({ view }) => view !== null);
  return pane;
}

const tabs = ({ connection }: DraftPane): string[] => saved(connection).sheets.map(({ name }) => name);

function textAt({ connection }: DraftPane, tab: string, row: number, column: number): string {
  const found = saved(connection).sheets.find(({ name }) => name === tab);
  return cellText(found?.cells[row]?.[column]?.value ?? null);
}

async function rename({ connection: { Excel, session } }: DraftPane, from: string, to: string): Promise<void> {
  await Excel.run({ session }, async (context) => {
    context.workbook.worksheets.getItem(from).name = to;
    await context.sync();
  });
}

async function copy({ connection: { Excel, session } }: DraftPane, tab: string): Promise<void> {
  await Excel.run({ session }, async (context) => {
    context.workbook.worksheets.getItem(tab).copy("End");
    await context.sync();
  });
}

test("an edition becomes a draft's sheet that changes nothing, and a line typed into it is read as it is typed", async () => {
  const own = await drafted();
  expect(tabs(own)).toEqual(["名单", "评分_规则草案"]);
  expect(own.drafts.state.view).toMatchObject({ kind: "draft", differences: [], name: { file: GIANT, cell: "A2" } });
  await types(own, cellOf("revenue", "value"), "9000");
  await settled(own, ({ view }) => view?.kind === "draft" && view.differences.length > 0);
  const { view } = own.drafts.state;
  const changes = view?.kind === "draft" ? view.differences.flatMap((one) => one.changes) : [];
  expect(changes.map(({ from, to }) => [from.zh, to.zh])).toEqual([["≥5,000万元", "≥9,000万元"]]);
});

test("what is wrong is told with its cell, formulas too, and what was sound before is no longer shown", async () => {
  const own = await drafted();
  const value = cellOf("revenue", "value");
  await types(own, value, "=4000+5000");
  await settled(own, ({ view }) => view?.kind === "troubles");
  const cells = (): string[] => {
    const { view } = own.drafts.state;
    return view?.kind === "troubles" ? view.troubles.map(({ cell }) => cell) : [];
  };
  expect(cells()).toEqual([value]);
  await types(own, value, "很多");
  await types(own, cellOf("debt", "unit"), "元");
  await settled(own, () => cells().length === 2);
  expect(cells()).toEqual([value, cellOf("debt", "unit")]);
});

test("a draft that is there is asked about, and goes only once the new one stands", async () => {
  const own = await drafted();
  await types(own, cellOf("revenue", "value"), "9000");
  const specialized = "national/specialized/2026-04-01.yaml";
  expect(await own.drafts.begin(specialized, false, "zh")).toBe(false);
  expect(own.drafts.state.question).toBe(specialized);
  expect(tabs(own)).toEqual(["名单", "评分_规则草案"]);
  expect(textAt(own, "评分_规则草案", 1, 0)).toContain(GIANT);
  expect(await own.drafts.begin(specialized, true, "zh")).toBe(true);
  const [, left = "", ...more] = tabs(own);
  expect(more).toEqual([]);
  expect(textAt(own, left, 1, 0)).toContain(specialized);
  await settled(own, ({ view }) => view?.name?.file === specialized);
});

test("a draft that somebody has called by another name is left as it is", async () => {
  const own = await drafted();
  await types(own, cellOf("revenue", "value"), "9000");
  await rename(own, "评分_规则草案", "我的草案");
  expect(await own.drafts.begin(GIANT, false, "zh")).toBe(true);
  expect(tabs(own)).toEqual(["名单", "我的草案", "评分_规则草案"]);
  const { top = -1, left = -1 } = rangeOfAddress(cellOf("revenue", "value")) ?? {};
  expect(textAt(own, "我的草案", top, left)).toBe("9000");
  expect(textAt(own, "评分_规则草案", top, left)).toBe("5000");
});

test("two drafts of one tier are told with the cell of each", async () => {
  const own = await drafted();
  await copy(own, "评分_规则草案");
  await settled(own, ({ sheets }) => sheets?.length === 2);
  const { sheets } = own.drafts.state;
  expect(sheets?.map(({ cell, origin }) => [cell, origin?.file])).toEqual([
    ["A2", GIANT],
    ["A2", GIANT],
  ]);
});

test("a sheet that does not say what it was made from is told so", async () => {
  const own = await drafted();
  await types(own, "A2", "我改的");
  await settled(own, ({ view }) => view?.kind === "troubles");
  expect(own.drafts.state.view).toMatchObject({ name: null, troubles: [{ cell: "A2" }] });
});

async function judged(): Promise<DraftPane> {
  const own = await drafted();
  const list = own.connection.book.sheets.find(({ name }) => name === "名单");
  await own.scoring.look(list?.id);
  await own.scoring.score("zh");
  await types(own, cellOf("debt", "value"), "50");
  await settled(
    own,
    ({ view, weights }) => view?.kind === "draft" && view.differences.length === 1 && weights !== null,
  );
  return own;
}

test("who gains and loses is what the list says under both, told live, and a sweep passes through it", async () => {
  const own = await judged();
  const { impact, weights } = own.drafts.state;
  const [, ...rows] = sampleSheet("zh").rows;
  expect(impact?.enterprises).toBe(rows.length);
  const lost = impact?.moved.lost.items ?? [];
  // Whoever loses has more debt than the line now allows, and had less than the edition allows.
  const column = (heading: string): number => sampleSheet("zh").rows[0]?.indexOf(heading) ?? -1;
  const [assets, debts] = [column("2025年资产总额（万元）"), column("2025年负债总额（万元）")];
  expect(lost.length).toBeGreaterThan(0);
  for (const { sheetRow } of lost) {
    const row = rows[Number(sheetRow) - 2];
    const share = (100 * Number(row?.[debts])) / Number(row?.[assets]);
    expect(share > 50 && share <= 75).toBe(true);
  }
  expect(impact?.losingBy.map(({ id, firms, alone }) => [id, firms, alone])).toEqual([
    ["debt", lost.length, lost.length],
  ]);
  await own.drafts.sweep("debt");
  const points = own.drafts.state.sweep?.points ?? [];
  const at = (value: string): number | undefined => points.find((point) => point.value === value)?.met;
  const meets = (impact?.moves.met.met ?? 0) + (impact?.moves.unmet.met ?? 0) + (impact?.moves.unknown.met ?? 0);
  expect(at("50")).toBe(meets);
  expect(at("0")).toBe(0);
  expect(weights?.find(({ line }) => line.id === "debt")?.met).toBe(meets);
  await own.drafts.writeSheets("zh");
  expect(tabs(own)).toEqual(expect.arrayContaining(["评分_规则差别", "评分_草案影响", "评分_草案影响企业"]));
});

test("what is exported is what the command publishes, and with anything wrong nothing is", async () => {
  const own = await drafted();
  await types(own, cellOf("debt", "value"), "50");
  await own.drafts.exportEdition("2027-04-01");
  const [[name, bytes] = ["", new Uint8Array()]] = own.files;
  expect(name).toBe("little-giant-2027-04-01.zip");
  const parts = PackageParts.open(bytes);
  const sheet = sheetOf(GIANT);
  put(sheet, "debt", "value", 50);
  const made = publish(draftOf(sheet), "2027-04-01", SOURCE);
  if ("refused" in made) throw new Error("publishing was refused");
  expect(Object.fromEntries(parts.names().map((path) => [path, parts.text(path)]))).toEqual(Object.fromEntries(made));
  own.files.clear();
  await own.drafts.exportEdition("2026-01-01");
  expect(own.drafts.state.exported).toMatchObject({ kind: "refused" });
  await types(own, cellOf("debt", "clause"), " ");
  await own.drafts.exportEdition("2027-04-01");
  expect(own.drafts.state.view).toMatchObject({ kind: "troubles", troubles: [{ cell: cellOf("debt", "clause") }] });
  expect(own.drafts.state.exported).toBeNull();
  expect(own.files.size).toBe(0);
});

test("a change while the list is judged gives the judging up for the draft as it is now", async () => {
  const own = await judged();
  const before = own.drafts.state.view;
  await types(own, cellOf("debt", "value"), "60");
  await types(own, cellOf("debt", "value"), "75");
  await settled(own, ({ view, impact }) => view !== before && view?.kind === "draft" && impact?.moved.lost.count === 0);
  expect(own.drafts.state.trouble).toBeNull();
});

test("a draft of an edition that has ended is read, and says so before anything is exported", async () => {
  const own = await drafted("national/little-giant/2022-08-01.yaml");
  expect(own.drafts.state.view).toMatchObject({ kind: "draft", ended: "2026-03-31", name: { cell: "A2" } });
  await own.drafts.exportEdition("2027-04-01");
  expect(own.drafts.state.exported).toMatchObject({ kind: "refused" });
  expect(own.files.size).toBe(0);
});

test("a row that was deleted is told with the cell above it", async () => {
  const own = await drafted();
  const { Excel, session } = own.connection;
  await Excel.run({ session }, async (context) => {
    const draft = context.workbook.worksheets.getItem("评分_规则草案");
    draft.getRange("26:26").delete("Up");
    await context.sync();
  });
  await settled(own, ({ view }) => view?.kind === "troubles");
  const { view } = own.drafts.state;
  const told = view?.kind === "troubles" ? view.troubles.map(({ cell, text }) => `${cell} ${text.zh}`) : [];
  expect(told).toEqual([expect.stringMatching(/^B25 .*少了“revenue”/)]);
});
