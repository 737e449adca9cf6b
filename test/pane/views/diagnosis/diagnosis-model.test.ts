import { cellText } from "../../../../src/words/grid";
import { LISTS } from "../../../../src/cultivation/library";
import { DiagnosisModel } from "../../../../src/pane/views/diagnosis/diagnosis-model";
import { freshnessOf } from "../../../../src/pane/views/diagnosis/diagnosis-view";
import { KEPT_RUN_KEY, LibraryModel } from "../../../../src/pane/views/library/library-model";
import { sampleSheet } from "../../../../src/pane/views/score/sample/sample-sheet";
import { ScoringModel } from "../../../../src/pane/app/scoring/scoring-model";
import type { Cell } from "../../../../src/words/grid";
import { MemoryHost } from "../../memory-host";
import { paneClient, release } from "../../pane-release";

const ROWS = sampleSheet("zh").rows;

interface Pane {
  readonly host: MemoryHost;
  readonly list: string;
  readonly scoring: ScoringModel;
  readonly diagnosis: DiagnosisModel;
  readonly library: LibraryModel;
}

let open: Pane | null = null;
afterEach(() => {
  open?.diagnosis.close();
  open?.library.close();
  open?.scoring.dispose();
  open = null;
});

async function scored(rows: readonly (readonly Cell[])[] = ROWS, host = new MemoryHost()): Promise<Pane> {
  const known = host.sheets.find(({ name }) => name === "名单");
  const list = known?.id ?? host.add("名单", rows);
  host.active = list;
  let clock = 0;
  const now = (): number => (clock += 1000);
  const client = paneClient();
  const scoring = new ScoringModel({ host, client, checked: release.policy.checked, sample: sampleSheet, now });
  const diagnosis = new DiagnosisModel({ host, client, scoring, now });
  const library = new LibraryModel({ host, client, scoring, now });
  open = { host, list, scoring, diagnosis, library };
  await scoring.start();
  await scoring.scoreInView("zh");
  expect(scoring.state.trouble).toBeNull();
  diagnosis.open();
  return open;
}

/** Until `holds`, for what goes on in the background; a test that waits in vain runs into its limit. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

function select({ host }: Pane, sheet: string, top: number, bottom = top): void {
  host.tell({ kind: "selection", sheet, range: { top: top - 1, bottom: bottom - 1, left: 0, right: 0 } });
}

async function shows(pane: Pane, sheetRow: number): Promise<void> {
  await until(() => pane.diagnosis.state.firm?.diagnosis?.sheetRow === sheetRow);
}

function freshness({ scoring, diagnosis }: Pane): string {
  const { results } = scoring.state;
  const { firm } = diagnosis.state;
  if (results === null || firm === null) throw new Error("nothing is shown");
  return freshnessOf(results, firm, scoring, scoring.state);
}

/** Somebody changes cells of the list. */
function edit(pane: Pane, change: (rows: Cell[][]) => void): void {
  const sheet = pane.host.sheets.find(({ id }) => id === pane.list);
  if (!sheet) throw new Error("the list is gone");
  const rows = sheet.rows.map((row) => [...row]);
  change(rows);
  sheet.rows = rows;
  pane.host.tell({ kind: "cells", sheet: pane.list, range: null, own: false, remote: false });
}

test("it follows the selection on the list, and on a result sheet to the enterprise of the row", async () => {
  const pane = await scored();
  select(pane, pane.list, 5);
  await shows(pane, 5);
  expect(pane.diagnosis.state.firm?.diagnosis?.name).toBe(ROWS[4]?.[0]);
  const results = pane.host.sheets.find(({ name }) => name === "评分_结果");
  const at = results?.rows.findIndex(([row]) => row === 9) ?? -1;
  select(pane, results?.id ?? "", at + 1);
  await shows(pane, 9);
});

test("pinned, it stays where it is; let go, it follows again", async () => {
  const pane = await scored();
  select(pane, pane.list, 5);
  await shows(pane, 5);
  pane.diagnosis.setPinned(true);
  select(pane, pane.list, 7, 8);
  await until(() => pane.diagnosis.state.selected === 2);
  // A question asked now is answered after all that were asked before.
  await pane.diagnosis.try({ revenue: "1" });
  expect(pane.diagnosis.state.firm?.diagnosis?.sheetRow).toBe(5);
  pane.diagnosis.setPinned(false);
  await shows(pane, 7);
});

test("a row edited after scoring is never shown as current, the others say that theirs are", async () => {
  const pane = await scored();
  select(pane, pane.list, 5);
  await shows(pane, 5);
  expect(freshness(pane)).toBe("current");
  edit(pane, (rows) => {
    const row = rows[4];
    if (row) row[12] = 1;
  });
  await until(() => freshness(pane) === "edited");
  select(pane, pane.list, 6);
  await shows(pane, 6);
  expect(freshness(pane)).toBe("others-edited");
  await pane.scoring.score("zh");
  select(pane, pane.list, 5);
  await shows(pane, 5);
  await until(() => freshness(pane) === "current");
});

test("a row that was moved keeps its own results; a row that is new has none", async () => {
  const pane = await scored();
  edit(pane, (rows) => {
    const [moved] = rows.splice(4, 1);
    if (moved) rows.push(moved);
    rows.push(rows[1]?.map((cell, column) => (column === 0 ? "新来的公司" : column === 1 ? null : cell)) ?? []);
  });
  const last = ROWS.length;
  select(pane, pane.list, last);
  await until(() => pane.diagnosis.state.firm !== null);
  expect(pane.diagnosis.state.firm).toMatchObject({
    now: { kind: "moved", from: 5 },
    diagnosis: { name: ROWS[4]?.[0] },
  });
  select(pane, pane.list, last + 1);
  await until(() => pane.diagnosis.state.unscored === last + 1);
});

test("another day chosen makes what is shown outdated", async () => {
  const pane = await scored();
  select(pane, pane.list, 5);
  await shows(pane, 5);
  await pane.scoring.setChoices("2026-01-01", "new", null);
  expect(freshness(pane)).toBe("other-rules");
});

test("every path proposed for an enterprise of the sample reaches what it promises when it is tried", async () => {
  const pane = await scored();
  let tried = 0;
  for (let row = 2; row <= ROWS.length; row += 1) {
    await pane.diagnosis.goTo(row);
    const { firm } = pane.diagnosis.state;
    const { plan = null, target = null } = firm?.diagnosis ?? {};
    if (firm === null || plan === null || target === null) continue;
    for (const [index, path] of [...plan.paths, ...plan.slow].entries()) {
      await pane.diagnosis.try(Object.fromEntries(firm.trials[index] ?? []));
      const { answer } = pane.diagnosis.state.trial;
      expect({ row, index, problems: answer?.problems }).toEqual({ row, index, problems: [] });
      expect({ row, index, after: answer?.moves.find(({ tier }) => tier === target.tier)?.after }).toEqual({
        row,
        index,
        after: path.reaches,
      });
      tried += 1;
    }
  }
  expect(tried).toBeGreaterThan(10);
});

test("a what-if touches no cell; what can't be read is said, and putting back forgets it all", async () => {
  const pane = await scored();
  await pane.diagnosis.goTo(5);
  const before = structuredClone(pane.host.sheets.find(({ id }) => id === pane.list)?.rows);
  await pane.diagnosis.edit("revenue", "约五百");
  expect(pane.diagnosis.state.trial.answer?.problems.map(({ slot }) => slot)).toEqual(["revenue"]);
  await pane.diagnosis.edit("revenue", "1");
  expect(pane.diagnosis.state.trial.answer?.problems).toEqual([]);
  await pane.diagnosis.edit("revenue", undefined);
  expect(pane.diagnosis.state.trial).toEqual({ edits: {}, answer: null });
  expect(pane.host.sheets.find(({ id }) => id === pane.list)?.rows).toEqual(before);
});

test("an enterprise with nothing but a name is told which columns decide most", async () => {
  const [headings = []] = ROWS;
  const bare = headings.map((_, column): Cell => (column === 0 ? "只有名字的公司" : null));
  const pane = await scored([...ROWS, bare]);
  await pane.diagnosis.goTo(ROWS.length + 1);
  const { diagnosis } = pane.diagnosis.state.firm ?? {};
  expect(diagnosis?.name).toBe("只有名字的公司");
  expect(diagnosis?.gaps.filter(({ status }) => status === "unmet")).toEqual([]);
  expect(diagnosis?.missing.length).toBeGreaterThanOrEqual(5);
  expect(diagnosis?.missing[0]?.forTarget).toBe(true);
});

test("the next enterprise follows in the order of the sheet, the first after the last", async () => {
  const pane = await scored();
  await pane.diagnosis.goTo(ROWS.length - 1);
  await pane.diagnosis.next();
  expect(pane.diagnosis.state.firm?.diagnosis?.sheetRow).toBe(ROWS.length);
  await pane.diagnosis.next();
  expect(pane.diagnosis.state.firm?.diagnosis?.sheetRow).toBe(2);
});

test("one plan is a sheet of its own; the selected ones stand on one sheet with a table of all", async () => {
  const pane = await scored();
  await pane.diagnosis.goTo(5);
  await pane.diagnosis.writePlans("this", "zh");
  expect(pane.host.written.map(({ name }) => name)).toEqual([`评分_成长方案_${cellText(ROWS[4]?.[0])}`]);
  select(pane, pane.list, 4, 6);
  await pane.diagnosis.writePlans("selected", "zh");
  expect(pane.host.written.map(({ name }) => name)).toEqual(["评分_成长方案", "评分_成长方案汇总"]);
  const [pages] = pane.host.written;
  expect(pages !== undefined && "breaks" in pages ? pages.breaks.length : 0).toBe(3);
  expect(pane.diagnosis.state.wrote?.name).toBe("评分_成长方案");
});

test("plans given up leave the workbook and the run as they were", async () => {
  const pane = await scored();
  await pane.diagnosis.goTo(5);
  const before = pane.host.sheets.length;
  const writing = pane.diagnosis.writePlans("all", "zh");
  await until(() => (pane.diagnosis.state.work?.done ?? 0) > 0);
  pane.diagnosis.cancel();
  await writing;
  expect(pane.diagnosis.state.trouble?.text.zh).toBe("已取消，工作簿和原来一样。");
  expect(pane.host.sheets).toHaveLength(before);
  await pane.diagnosis.goTo(6);
  expect(pane.diagnosis.state.firm?.diagnosis?.sheetRow).toBe(6);
});

test.each(["reading", "scoring", "writing"])(
  "a scoring cancelled while %s leaves the run before as it was, and it can still be asked",
  async (stage) => {
    const pane = await scored();
    await pane.diagnosis.goTo(5);
    const stop = pane.scoring.subscribe(() => {
      if (pane.scoring.state.work?.stage === stage && !pane.scoring.state.work.cancelling) pane.scoring.cancel();
    });
    await pane.scoring.score("zh");
    stop();
    expect(pane.scoring.state.announcement?.what).toBe("cancelled");
    await pane.diagnosis.goTo(6);
    expect(pane.diagnosis.state.trouble).toBeNull();
    expect(pane.diagnosis.state.firm?.diagnosis?.sheetRow).toBe(6);
    await pane.scoring.score("zh");
    await pane.diagnosis.goTo(7);
    expect(pane.diagnosis.state.firm?.diagnosis?.sheetRow).toBe(7);
  },
);

test("the library's lists count what its sheets list", async () => {
  const pane = await scored();
  pane.library.open();
  await until(() => pane.library.state.library !== null);
  const { library } = pane.library.state;
  if (library === null) throw new Error("no library");
  await pane.library.write("library", "zh");
  const sheets = pane.host.written.flatMap((sheet) => ("breaks" in sheet ? [] : [sheet]));
  expect(sheets.map(({ name }) => name)).toEqual([
    "评分_培育库总览",
    "评分_应报尽报",
    "评分_临门一脚",
    "评分_待补数据",
    "评分_到期复核",
    "评分_风险",
    "评分_种子企业",
  ]);
  expect(LISTS.map((list) => library[list].count)).toEqual(sheets.slice(1).map(({ rows }) => rows.length));
});

test("a run kept with its lists is what the next one is compared with", async () => {
  const pane = await scored();
  pane.library.open();
  await until(() => pane.library.state.library !== null);
  expect(pane.library.state.library?.changes).toBeNull();
  await pane.library.write("library", "zh");
  expect(pane.host.settings.has(KEPT_RUN_KEY)).toBe(true);
  edit(pane, (rows) => void rows.splice(4, 1));
  await pane.scoring.score("zh");
  await until(() => pane.library.state.library?.changes != null);
  const { changes } = pane.library.state.library ?? {};
  expect(changes?.firms.items.map(({ name, cause }) => [name, cause])).toEqual([[ROWS[4]?.[0], "gone"]]);
});

test.each([
  ["of another sheet", { version: 1, sheet: "别的表", at: 1, run: "{}" }, null],
  ["that somebody has spoilt", { version: 1, sheet: "名单", at: 1, run: "{" }, "已损坏"],
  ["that is no record at all", "记录", null],
])("a kept run %s is not compared with", async (_name, kept, said) => {
  const host = new MemoryHost();
  host.settings.set(KEPT_RUN_KEY, kept);
  const pane = await scored(ROWS, host);
  pane.library.open();
  await until(() => pane.library.state.library !== null);
  const { library } = pane.library.state;
  expect(library?.changes).toBeNull();
  if (said === null) expect(library?.refused).toBeNull();
  else expect(library?.refused?.zh).toContain(said);
});

test("edition impact and benchmarks are there when asked for", async () => {
  const pane = await scored();
  pane.library.open();
  await until(() => pane.library.state.library !== null);
  await pane.library.loadImpact();
  await pane.library.loadBenchmarks();
  const { impact, benchmarks } = pane.library.state;
  expect(impact?.tiers.map(({ before, after }) => [before, after])).toContainEqual(["2022-08-01", "2026-04-01"]);
  expect(benchmarks?.lines.some(({ printed }) => printed.some(({ year }) => year === 2023))).toBe(true);
});
