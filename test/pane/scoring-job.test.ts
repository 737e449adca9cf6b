import { sampleSheet } from "../../src/pane/views/score/sample/sample-sheet";
import { cellText } from "../../src/words/grid";
import { ScoringJob } from "../../src/pane/scoring/scoring-job";
import type { ScoringReply } from "../../src/pane/scoring/scoring-messages";
import { release } from "./pane-release";

const FRAME = { sheet: "名单", merges: [], hiddenRows: [], hiddenColumns: [] };
const ROWS = sampleSheet("zh").rows;
const ASOF = release.policy.checked;

async function talk(messages: readonly unknown[]): Promise<{ replies: ScoringReply[]; reported: unknown[] }> {
  const replies: ScoringReply[] = [];
  const reported: unknown[] = [];
  let clock = 0;
  const job = new ScoringJob(release, {
    post: (reply) => replies.push(reply),
    pause: () => Promise.resolve(),
    now: () => (clock += 15),
    report: (error) => reported.push(error),
  });
  for (const message of messages) await job.handle(structuredClone(message));
  return { replies, reported };
}

const block = (rows: unknown, top = 0): unknown => ({ top, left: 0, rows, numberFormats: [] });
const score = (change: object = {}): unknown => ({
  kind: "score",
  id: 1,
  asOf: ASOF,
  purpose: "new",
  language: "zh",
  rows: null,
  fileName: "名单",
  ...change,
});

async function scored(change: object = {}, rows: unknown = ROWS): Promise<ScoringReply[]> {
  const { replies } = await talk([
    { kind: "begin", id: 1, frame: FRAME },
    { kind: "block", id: 1, block: block(rows) },
    score(change),
  ]);
  return replies;
}

/** The rows of each sheet by its name. */
function sheetsOf(replies: readonly ScoringReply[]): Map<string, unknown[][]> {
  const sheets = new Map<string, unknown[][]>();
  let last: unknown[][] = [];
  for (const reply of replies) {
    if (reply.kind === "head") sheets.set(reply.head.name, (last = []));
    if (reply.kind === "rows") last.push(...reply.rows.map((row) => [...row]));
  }
  return sheets;
}

function summaryOf(replies: readonly ScoringReply[]) {
  const last = replies[replies.length - 1];
  if (last?.kind !== "done") throw new Error(`expected done, got ${last?.kind ?? "nothing"}`);
  return last.summary;
}

test("a preview says what each column of the sample holds, with an example cell", async () => {
  const { replies } = await talk([{ kind: "preview", id: 4, frame: FRAME, blocks: [block(ROWS)], asOf: ASOF }]);
  const [reply] = replies;
  if (reply?.kind !== "preview" || reply.reading.kind !== "reading") throw new Error("no reading");
  expect(reply.id).toBe(4);
  expect(reply.reading.enterprises).toBe(ROWS.length - 1);
  const revenue = reply.reading.columns.find(({ heading }) => heading === "2025年营业收入（万元）");
  expect(revenue).toMatchObject({ field: "revenue", back: 0, unit: "万元", confidence: "sure" });
  expect(revenue?.example).toBe(cellText(ROWS[1]?.[12]));
});

test("blocks that begin right of column A or below row 1 land where they stood", async () => {
  const shifted = { top: 4, left: 2, rows: ROWS, numberFormats: [] };
  const { replies } = await talk([{ kind: "preview", id: 1, frame: FRAME, blocks: [shifted], asOf: ASOF }]);
  const [reply] = replies;
  if (reply?.kind !== "preview" || reply.reading.kind !== "reading") throw new Error("no reading");
  expect(reply.reading.headingRows).toEqual([5, 5]);
  expect(reply.reading.columns[0]?.address).toBe("C5");
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
  const steps = (await scored()).flatMap((reply) => (reply.kind === "progress" ? [reply.done] : []));
  expect(steps[0]).toBe(0);
  expect(steps[steps.length - 1]).toBe(ROWS.length - 1);
  expect(steps.length).toBeGreaterThan(5);
});

test("other messages are heard between two slices of scoring", async () => {
  const replies: ScoringReply[] = [];
  let clock = 0;
  let asked = false;
  const job: ScoringJob = new ScoringJob(release, {
    post: (reply) => replies.push(reply),
    pause: async () => {
      if (asked) return;
      asked = true;
      await job.handle({ kind: "preview", id: 9, frame: FRAME, blocks: [block(ROWS)], asOf: ASOF });
    },
    now: () => (clock += 15),
    report: () => undefined,
  });
  await job.handle({ kind: "begin", id: 1, frame: FRAME });
  await job.handle({ kind: "block", id: 1, block: block(ROWS) });
  await job.handle(score());
  const kinds = replies.map(({ kind }) => kind);
  expect(kinds.indexOf("preview")).toBeGreaterThan(0);
  expect(kinds.indexOf("preview")).toBeLessThan(kinds.indexOf("head"));
});

test.each([
  [
    "a sheet without headings",
    [
      [
        ["a", "b"],
        [1, 2],
      ],
    ],
    {},
    { kind: "failure", reason: "no-heading" },
  ],
  ["an empty sheet", [[[null]]], {}, { kind: "failure", reason: "empty-sheet" }],
  ["rows that hold no enterprise", [ROWS], { rows: [[900, 910]] }, { kind: "trouble" }],
  ["a day before every edition", [ROWS], { asOf: "1999-01-01" }, { kind: "trouble" }],
])("%s is refused with words a person can act on", async (_name, [rows], change, failure) => {
  const replies = await scored(change, rows);
  expect(replies[replies.length - 1]).toMatchObject({ kind: "failed", failure });
});

test.each([
  ["a date that is none", score({ asOf: "2026-13-01" })],
  ["an unknown language", score({ language: "fr" })],
  ["a message of another kind", { kind: "delete-everything", id: 1 }],
  ["no object at all", "score"],
])("%s is reported and not answered", async (_name, message) => {
  const { replies, reported } = await talk([message]);
  expect(replies).toEqual([]);
  expect(reported).toHaveLength(1);
});
