/** Scoring in the worker: what is previewed, what comes out, what is refused. */
import { sampleSheet } from "../../../src/pane/views/score/sample/sample-sheet";
import type { Answered } from "../../../src/pane/worker/client";
import { tablesOf } from "../../../src/pane/worker/parts";
import { Shelf } from "../../../src/pane/worker/shelf";
import type { ReadingView } from "../../../src/pane/worker/tasks/reading-view";
import type { ScoreSummary } from "../../../src/pane/worker/tasks/score-answer";
import type { QuestionOf } from "../../../src/pane/worker/tasks/table";
import { cellText, type Cell } from "../../../src/words/grid";
import { paneClient, release, reported } from "../pane-release";

type Rows = readonly (readonly Cell[])[];
const FRAME = { sheet: "名单", merges: [], hiddenRows: [], hiddenColumns: [] };
const ROWS: Rows = sampleSheet("zh").rows;
const ASOF = release.policy.checked;

afterEach(() => expect(reported.splice(0)).toEqual([]));

interface Run extends Answered<"score"> {
  readonly steps: readonly number[];
}

async function scored(change: Partial<QuestionOf<"score">> = {}, rows = ROWS): Promise<Run> {
  const client = paneClient();
  const shelf = new Shelf(client);
  await shelf.sendPart("list", { frame: FRAME, blocks: [{ top: 0, left: 0, rows, numberFormats: [] }] });
  const question: QuestionOf<"score"> = {
    sheets: [shelf.key("list")],
    asOf: ASOF,
    purpose: "new",
    place: null,
    language: "zh",
    rows: null,
    fileName: "名单",
    draft: null,
    quiet: false,
    ...change,
  };
  const steps: number[] = [];
  return { ...(await client.ask("score", question, { progress: (done) => steps.push(done) })), steps };
}

/** The rows of each sheet by its name. */
function sheetsOf({ parts }: Run): Map<string, readonly (readonly Cell[])[]> {
  return new Map(tablesOf(parts).map(({ name, rows }) => [name, rows]));
}

function summaryOf({ answer }: Run): ScoreSummary {
  return answer.summary;
}

async function previewed(rows: Rows, [top, left] = [0, 0]): Promise<ReadingView> {
  const client = paneClient();
  const shelf = new Shelf(client);
  await shelf.sendPart("list", { frame: FRAME, blocks: [{ top, left, rows, numberFormats: [] }] });
  const { answer } = await client.ask("preview", {
    sheets: [shelf.key("list")],
    inView: "名单",
    asOf: ASOF,
    joined: [],
  });
  if (answer.reading.kind !== "reading") throw new Error("no reading");
  return answer.reading;
}

test("a preview says what each column of the sample holds, with an example cell", async () => {
  const reading = await previewed(ROWS);
  expect(reading.enterprises).toBe(ROWS.length - 1);
  const revenue = reading.columns.find(({ heading }) => heading === "2025年营业收入（万元）");
  expect(revenue).toMatchObject({ field: "revenue", back: 0, unit: "万元", confidence: "sure" });
  expect(revenue?.example).toBe(cellText(ROWS[1]?.[12]));
});

test("blocks that begin right of column A or below row 1 land where they stood", async () => {
  const reading = await previewed(ROWS, [4, 2]);
  expect(reading.headingRows).toEqual([5, 5]);
  expect(reading.columns[0]?.address).toBe("C5");
});

test("five sheets come out: summary, results with a row an enterprise, gaps, sources and provenance", async () => {
  const sheets = sheetsOf(await scored());
  expect([...sheets.keys()]).toEqual(["评分_汇总", "评分_结果", "评分_差距与方案", "评分_来源与假设", "评分_凭据"]);
  expect(sheets.get("评分_结果")).toHaveLength(ROWS.length - 1);
});

test("the bars of the ladder count every enterprise once and name what the results table says", async () => {
  const replies = await scored();
  const { bars, barColumn, enterprises } = summaryOf(replies);
  expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(enterprises);
  expect(barColumn).toBe("已达到的最高层级");
  const said = (sheetsOf(replies).get("评分_结果") ?? []).map((row) => row[4]);
  for (const { count, values } of bars) {
    expect(said.filter((word) => typeof word === "string" && values.includes(word))).toHaveLength(count);
  }
});

test("the easiest next steps come first: none that takes time before one that is soon had", async () => {
  const { easiest } = summaryOf(await scored());
  expect(easiest.length).toBeGreaterThan(1);
  expect(easiest.length).toBeLessThanOrEqual(10);
  for (const { change, row } of easiest) {
    expect(change).not.toBe("");
    expect(row).toBeGreaterThan(1);
  }
  const open = easiest.map(({ change }) => change.includes("另有数据待补"));
  expect([...open].sort()).toEqual(open);
});

test("an enterprise scores the same alone as among all the others", async () => {
  const all = sheetsOf(await scored()).get("评分_结果") ?? [];
  const some = sheetsOf(await scored({ rows: [[5, 7]] })).get("评分_结果");
  expect(some).toEqual(all.filter(([row]) => typeof row === "number" && row >= 5 && row <= 7));
});

test("unreadable cells outside the selected rows are not told of", async () => {
  const spoilt = ROWS.map((row, index) => (index === 9 ? row.map((cell, at) => (at === 12 ? "约500" : cell)) : row));
  expect(summaryOf(await scored({}, spoilt)).unreadable.items.map(({ cell }) => cell)).toEqual(["M10"]);
  expect(summaryOf(await scored({ rows: [[5, 7]] }, spoilt)).unreadable.count).toBe(0);
});

test("progress is told again and again, from nothing to all", async () => {
  const { steps } = await scored();
  expect(steps[0]).toBe(0);
  expect(steps[steps.length - 1]).toBe(ROWS.length - 1);
  expect(steps.length).toBeGreaterThan(5);
});

const FAR: [number, number][] = [[900, 910]];

test.each([
  [
    "a sheet without headings",
    [
      ["a", "b"],
      [1, 2],
    ],
    {},
    "reading",
  ],
  ["an empty sheet", [[null]], {}, "reading"],
  ["rows that hold no enterprise", ROWS, { rows: FAR }, "other"],
  ["a day before every edition", ROWS, { asOf: "1999-01-01" }, "other"],
])("%s is refused with words a person can act on", async (_name, rows, change, why) => {
  await expect(scored(change, rows)).rejects.toMatchObject({ name: "Refused", why });
});
