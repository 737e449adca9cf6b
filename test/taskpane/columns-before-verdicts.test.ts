/** The columns of a sheet before and after its verdicts: looking at them never costs the results. */
import { ScoringClient } from "../../src/taskpane/scoring/scoring-client";
import { ScoringModel } from "../../src/taskpane/scoring/scoring-model";
import { sampleSheet } from "../../src/taskpane/sample/sample-sheet";
import { cellText, type Cell } from "../../src/words/grid";
import { JobWorker } from "./job-worker";
import { MemoryHost } from "./memory-host";
import { release } from "./pane-release";

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
    client: new ScoringClient(() => new JobWorker()),
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

test("One button confirms all doubtful columns as they were recognised and scores.", async () => {
  const { model } = await paneOver(IN_YUAN);
  await model.begin("zh");
  await model.confirmAndScore("zh");
  expect(model.state.phase).toBe("done");
  expect(model.mapping?.columns).toMatchObject([{ column: "C", field: "revenue", back: 0, unit: "万元" }]);
});

test("Scored without an answer, the doubtful column decides nothing.", async () => {
  const { model } = await paneOver(IN_YUAN);
  await model.begin("zh");
  await model.score("zh");
  expect(model.state.phase).toBe("done");
  await model.review(model.state.results?.sheet.id);
  expect(model.state.reading?.columns.map(({ use }) => use)).toEqual(["read", "read", "held", "read"]);
});
