/** The columns of a sheet before and after its verdicts: looking at them never costs the results. */
import { ScoringModel } from "../../../../src/pane/app/scoring/scoring-model";
import { sampleSheet } from "../../../../src/pane/views/score/sample/sample-sheet";
import type { Standing } from "../../../../src/sheet/reading/doubt-messages";
import { confirmingAll, sharedUnit, withSharedUnit } from "../../../../src/pane/app/scoring/mapping-editor";
import { cellText, type Cell } from "../../../../src/words/grid";
import { MemoryHost } from "../../memory-host";
import { paneClient, release } from "../../pane-release";

const ROWS = sampleSheet("zh").rows;

let open: ScoringModel | null = null;
afterEach(() => {
  open?.dispose();
  open = null;
});

async function paneOver(rows: readonly (readonly Cell[])[]): Promise<{ host: MemoryHost; model: ScoringModel }> {
  const host = new MemoryHost();
  host.add("名单", rows);
  let clock = 0;
  const model = new ScoringModel({
    host,
    client: paneClient(),
    checked: release.policy.checked,
    sample: sampleSheet,
    now: () => (clock += 1000),
  });
  open = model;
  await model.start();
  return { host, model };
}

test("The way from the results to the columns leads back to the same results.", async () => {
  const { model } = await paneOver(ROWS);
  await model.score("zh");
  const { results } = model.state;
  expect(results).not.toBeNull();
  await model.review(results?.sheet.id);
  expect(model.state).toMatchObject({ phase: "seen", results: { run: results?.run, stale: false } });
  expect(model.state.reading).not.toBeNull();
  model.backToResults();
  expect(model.state.phase).toBe("done");
  expect(model.state.results).toBe(results);
});

test("A column changed on the way marks the results as of before.", async () => {
  const { model } = await paneOver(ROWS);
  await model.score("zh");
  await model.review(model.state.results?.sheet.id);
  await model.setMapping({ version: 1, columns: [{ column: "C", heading: cellText(ROWS[0]?.[2]), field: null }] });
  model.backToResults();
  expect(model.state).toMatchObject({ phase: "done", results: { stale: true } });
});

/** Amounts in 元 under headings that name no unit: 120,000,000 would be 12,000 亿元. */
const IN_YUAN: readonly (readonly Cell[])[] = [
  ["企业名称", "从业人员", "2025年营业收入", "2025年研发费用（万元）"],
  ["示例甲公司", 130, 120_000_000, 620],
  ["示例乙公司", 60, 56_000_000, 300],
  ["示例丙公司", 40, 33_000_000, 210],
];

test("A sheet with a doubtful column stops at its columns, with the question, three values and the tiers that wait.", async () => {
  const { model } = await paneOver(IN_YUAN);
  await model.begin("zh");
  expect(model.state.phase).toBe("seen");
  const [doubt, ...more] = model.state.reading?.doubts ?? [];
  expect(more).toEqual([]);
  expect(doubt).toMatchObject({ cells: ["C1"], field: "revenue", examples: ["120000000", "56000000", "33000000"] });
  expect(doubt?.deciding.map(({ zh }) => zh)).toContain("专精特新中小企业");
});

test("The ribbon's command stops at a doubtful column too.", async () => {
  const { model } = await paneOver(IN_YUAN);
  await model.scoreInView("zh");
  expect(model.state).toMatchObject({ phase: "seen", results: null });
});

test("The right unit answers the question, and the sheet is scored at once the next time.", async () => {
  const { model } = await paneOver(IN_YUAN);
  await model.begin("zh");
  await model.setMapping({
    version: 1,
    columns: [{ column: "C", heading: "2025年营业收入", field: "revenue", back: 0, unit: "元" }],
  });
  expect(model.state.reading?.doubts).toEqual([]);
  await model.begin("zh");
  expect(model.state.phase).toBe("done");
});

test("One button says of all amounts without a unit what they are in, and the sheet is scored at once the next time.", async () => {
  const { model } = await paneOver([
    ["企业名称", "从业人员", "2025年营业收入", "2025年研发费用"],
    ["示例甲公司", 130, 120_000_000, 6_200_000],
    ["示例乙公司", 60, 56_000_000, 3_000_000],
  ]);
  await model.begin("zh");
  const { reading } = model.state;
  const doubts = reading?.doubts ?? [];
  expect(confirmingAll(doubts)).toBe("no");
  const together = sharedUnit(doubts);
  expect(together).toMatchObject({ unit: "元", doubts: [{ field: "revenue" }, { field: "rd_expense" }] });
  if (together === null || reading === null) throw new Error("no unit is shared");
  await model.setMapping(withSharedUnit(model.mapping, reading.columns, together));
  expect(model.state.reading?.doubts).toEqual([]);
  expect(model.mapping?.columns).toMatchObject([
    { column: "C", field: "revenue", back: 0, unit: "元" },
    { column: "D", field: "rd_expense", back: 0, unit: "元" },
  ]);
  await model.begin("zh");
  expect(model.state.phase).toBe("done");
});

test("One button confirms all doubtful columns as they were recognised and scores, where each is the better guess.", async () => {
  const { model } = await paneOver([
    ["单位", "从业人员", "2025年营业收入（万元）"],
    ["城南一号", 130, 12_000],
    ["城南二号", 60, 5_600],
  ]);
  await model.begin("zh");
  const doubts = model.state.reading?.doubts ?? [];
  expect(doubts).toMatchObject([{ field: "name", standing: "likely", units: [] }]);
  expect(confirmingAll(doubts)).toBe("safe");
  await model.confirmAndScore("zh");
  expect(model.state.phase).toBe("done");
  expect(model.mapping?.columns).toMatchObject([{ column: "A", field: "name", back: 0 }]);
});

test("What may be confirmed in one go depends on the least likely of the readings shown.", () => {
  const all = (...standings: Standing[]) => confirmingAll(standings.map((standing) => ({ standing })));
  expect(all("likely", "likely")).toBe("safe");
  expect(all("likely", "uncertain")).toBe("open");
  expect(all("uncertain", "unlikely")).toBe("no");
});

test("One doubt alone, or several in different units, share no unit.", () => {
  const doubt = (...units: string[]) => ({ standing: "unlikely" as const, units });
  expect(sharedUnit([doubt("元", "万元")])).toBeNull();
  expect(sharedUnit([doubt("元", "万元"), doubt("亿元", "万元")])).toBeNull();
  expect(sharedUnit([doubt("元"), { standing: "uncertain", units: ["元"] }])).toBeNull();
});

test("Scored without an answer, the doubtful column decides nothing.", async () => {
  const { model } = await paneOver(IN_YUAN);
  await model.begin("zh");
  await model.score("zh");
  expect(model.state.phase).toBe("done");
  await model.review(model.state.results?.sheet.id);
  expect(model.state.reading?.columns.map(({ use }) => use)).toEqual(["read", "read", "held", "read"]);
});
