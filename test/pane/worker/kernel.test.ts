/** The worker's kernel and its client: every task answers, is given up, is lost and started anew in the same way. */
import { ExcelTrouble } from "../../../src/excel/host";
import { clusterSample } from "../../../src/pane/views/clusters/cluster-sample";
import { sampleSheet } from "../../../src/pane/views/score/sample/sample-sheet";
import { WorkerClient, type Answered, type AskControl } from "../../../src/pane/worker/client";
import { Refused, WorkerLost } from "../../../src/pane/worker/refused";
import type { SameThreadWorker } from "../../../src/pane/worker/same-thread";
import { Shelf } from "../../../src/pane/worker/shelf";
import type { QuestionOf, TASKS } from "../../../src/pane/worker/tasks/table";
import { NO_SUBSIDY_SETTINGS, packSubsidySettings } from "../../../src/riders/subsidy-settings";
import type { Cell } from "../../../src/words/grid";
import { sheetOf } from "../../authoring/drafting";
import { paneWorker, release, reported } from "../pane-release";

const EDITION = "national/little-giant/2026-04-01.yaml";
const ASOF = release.policy.checked;
const HEADINGS = [
  "骑手编号",
  "平台",
  "就业地",
  "参保地",
  "缴费月份",
  "本月收入",
  "前1月收入",
  "前2月收入",
  "前3月收入",
];
const RIDER = ["R1", "美团", "泉州", "泉州", "2025-12", 5000, 5000, 5000, 5000];

/** Eight enterprises: every test scores them, and what tasks answer does not hang on how many there are. */
const LIST = sampleSheet("zh").rows.slice(0, 9);

interface Bench {
  readonly client: WorkerClient;
  readonly workers: SameThreadWorker[];
  readonly key: (id: string) => string;
  /** A run that was scored. */
  readonly run: number;
}

afterEach(() => expect(reported.splice(0)).toEqual([]));

async function bench(): Promise<Bench> {
  const workers: SameThreadWorker[] = [];
  const client = new WorkerClient(() => {
    const worker = paneWorker();
    workers.push(worker);
    return worker;
  });
  const shelf = new Shelf(client);
  const send = async (id: string, rows: readonly (readonly Cell[])[]): Promise<void> => {
    const frame = { sheet: id, merges: [], hiddenRows: [], hiddenColumns: [] };
    await shelf.sendPart(id, { frame, blocks: [{ top: 0, left: 0, rows, numberFormats: [] }] });
  };
  await send("名单", LIST);
  await send("骑手", [HEADINGS, RIDER]);
  await send("目标与实际", clusterSample("zh").rows);
  await send("草案", sheetOf(EDITION).cells);
  const { question: run } = await client.ask("score", scoreQuestion(shelf.key("名单")));
  return { client, workers, key: (id) => shelf.key(id), run };
}

function scoreQuestion(sheet: string): QuestionOf<"score"> {
  return {
    sheets: [sheet],
    asOf: ASOF,
    purpose: "new",
    place: null,
    language: "zh",
    rows: null,
    fileName: "名单",
    draft: null,
    quiet: false,
  };
}

type Asking = (bench: Bench, control?: AskControl) => Promise<unknown>;

/** A question for each task of the table. */
const QUESTIONS: Readonly<Record<keyof typeof TASKS, Asking>> = {
  preview: ({ client, key }, control) =>
    client.ask("preview", { sheets: [key("名单")], inView: "名单", asOf: ASOF, joined: [] }, control),
  score: ({ client, key }, control) => client.ask("score", scoreQuestion(key("名单")), control),
  firm: ({ client, run }, control) => client.ask("firm", { run, sheetRow: 5, cells: null, aim: null }, control),
  find: ({ client, run }, control) => client.ask("find", { run, query: "gs" }, control),
  "what-if": ({ client, run }, control) => client.ask("what-if", { run, row: 0, aim: null, edits: [] }, control),
  library: ({ client, run }, control) => client.ask("library", { run, kept: null }, control),
  impact: ({ client, run }, control) => client.ask("impact", { run }, control),
  benchmarks: ({ client, run }, control) => client.ask("benchmarks", { run }, control),
  verdicts: ({ client, run }, control) => client.ask("verdicts", { run }, control),
  cells: ({ client, run }, control) => client.ask("cells", { run, later: run }, control),
  changes: ({ client, run }, control) => client.ask("changes", { run, before: { run, kept: null } }, control),
  snapshot: ({ client, run }, control) => client.ask("snapshot", { run }, control),
  compose: ({ client, run }, control) =>
    client.ask("compose", { run, wanted: { what: "plans", rows: null, aim: null }, language: "zh" }, control),
  keep: ({ client, run }, control) => client.ask("keep", { runs: [run] }, control),
  "cluster-look": ({ client, key }, control) =>
    client.ask("cluster-look", { sheets: [{ id: "1", key: key("目标与实际") }], asOf: ASOF, mappings: [] }, control),
  "cluster-run": ({ client, key }, control) =>
    client.ask(
      "cluster-run",
      { sheets: [key("目标与实际")], asOf: ASOF, set: null, ranking: "revenue", mappings: [] },
      control,
    ),
  "cluster-sheets": ({ client, key }, control) =>
    client.ask(
      "cluster-sheets",
      { sheets: [key("目标与实际")], asOf: ASOF, set: null, ranking: "revenue", mappings: [], language: "zh" },
      control,
    ),
  "rider-look": ({ client, key }, control) =>
    client.ask("rider-look", { sheets: [key("骑手")], inView: "骑手" }, control),
  "rider-judge": ({ client, key }, control) =>
    client.ask(
      "rider-judge",
      { sheets: [key("骑手")], settings: packSubsidySettings(NO_SUBSIDY_SETTINGS), language: "zh" },
      control,
    ),
  "copy-native": ({ client, key }, control) =>
    client.ask("copy-native", { ...copyQuestion(key("名单")), tiers: null }, control),
  "copy-masked": ({ client, key }, control) =>
    client.ask("copy-masked", { ...copyQuestion(key("名单")), sheets: [key("名单")], keep: [] }, control),
  "check-book": ({ client, key }, control) => client.ask("check-book", { sheets: [key("名单")] }, control),
  "read-facts": ({ client, key }, control) =>
    client.ask("read-facts", { sheet: key("名单"), asOf: ASOF, language: "zh" }, control),
  "draft-begin": ({ client }, control) => client.ask("draft-begin", { file: EDITION, language: "zh" }, control),
  "draft-read": readDraft,
  "draft-impact": ofDraft((place, draft, control) =>
    place.client.ask("draft-impact", { draft, run: place.run }, control),
  ),
  "draft-weights": ofDraft((place, draft, control) =>
    place.client.ask("draft-weights", { draft, run: place.run }, control),
  ),
  "draft-sweep": ofDraft((place, draft, control) =>
    place.client.ask("draft-sweep", { draft, run: place.run, line: "revenue" }, control),
  ),
  "draft-sheets": ofDraft((place, draft, control) =>
    place.client.ask("draft-sheets", { draft, run: place.run, line: null, language: "zh" }, control),
  ),
  "draft-export": ofDraft((place, draft, control) =>
    place.client.ask("draft-export", { draft, day: "2027-04-01" }, control),
  ),
  "draft-rules": ({ client, key }, control) =>
    client.ask("draft-rules", { draft: { sheet: key("草案"), formulas: [], file: EDITION } }, control),
};

/** A question about a draft that has been read. */
function ofDraft(ask: (place: Bench, draft: number, control?: AskControl) => Promise<unknown>): Asking {
  return async (place, control) => {
    const { question } = await readDraft(place, control);
    return await ask(place, question, control);
  };
}

function readDraft({ client, key }: Bench, control?: AskControl): Promise<Answered<"draft-read">> {
  return client.ask("draft-read", { sheet: key("草案"), formulas: [], purpose: "new" }, control);
}

function copyQuestion(list: string): Omit<QuestionOf<"copy-native">, "tiers"> {
  return { list, asOf: ASOF, purpose: "new", place: null, draft: null, mappings: [], language: "zh" };
}

const EACH = Object.entries(QUESTIONS);

test.each(EACH)("%s is answered", async (_task, ask) => {
  await expect(ask(await bench())).resolves.toHaveProperty("answer");
});

test.each(EACH)("%s given up ends at once, and the worker answers on", async (_task, ask) => {
  const place = await bench();
  const stop = new AbortController();
  const asked = ask(place, { signal: stop.signal });
  stop.abort();
  await expect(asked).rejects.toMatchObject({ kind: "cancelled" });
  await expect(ask(place)).resolves.toHaveProperty("answer");
  expect(place.workers).toHaveLength(1);
});

test.each(EACH)(
  "a worker lost during %s is told of in words, and the next question starts another",
  async (_task, ask) => {
    const place = await bench();
    const asked = ask(place);
    place.workers[0]?.crash();
    await expect(asked).rejects.toBeInstanceOf(WorkerLost);
    await expect(QUESTIONS.preview(place)).rejects.toMatchObject({ name: "Refused", why: "gone" });
    expect(place.workers).toHaveLength(2);
  },
);

const toError = (reason: unknown): unknown => reason;

test("a lost worker fails all that waited for it, and is said once", async () => {
  const place = await bench();
  const asked = [QUESTIONS.score(place), QUESTIONS.firm(place), QUESTIONS.library(place)];
  place.workers[0]?.crash();
  const errors = (await Promise.allSettled(asked)).map((one) =>
    one.status === "rejected" ? toError(one.reason) : null,
  );
  const said = errors.map((error) => (error instanceof WorkerLost ? error.tellOnce() : "no such error"));
  expect(said.map((text) => text !== null)).toEqual([true, false, false]);
});

test("a run that went with its worker is refused as gone, not as unknown", async () => {
  const place = await bench();
  place.workers[0]?.crash();
  await expect(QUESTIONS.firm(place)).rejects.toMatchObject({ name: "Refused", why: "gone" });
});

test("what is not kept is gone, and what is kept is not", async () => {
  const place = await bench();
  const { question: other } = await place.client.ask("score", scoreQuestion(place.key("名单")));
  await place.client.ask("keep", { runs: [other] });
  await expect(QUESTIONS.firm(place)).rejects.toMatchObject({ why: "gone" });
  await expect(QUESTIONS.firm({ ...place, run: other })).resolves.toHaveProperty("answer");
});

test("other questions are answered between two slices of scoring", async () => {
  const place = await bench();
  const order: string[] = [];
  await Promise.all([
    QUESTIONS.score(place).then(() => order.push("score")),
    QUESTIONS.firm(place).then(() => order.push("firm")),
  ]);
  expect(order).toEqual(["firm", "score"]);
});

test("two shelves hold sheets of the same id apart, and a cleared one is empty", async () => {
  const { client } = await bench();
  const frame = { sheet: "名单", merges: [], hiddenRows: [], hiddenColumns: [] };
  const [whole, part] = [new Shelf(client), new Shelf(client)];
  const { rows } = sampleSheet("zh");
  await whole.sendPart("1", { frame, blocks: [{ top: 0, left: 0, rows, numberFormats: [] }] });
  await part.sendPart("1", { frame, blocks: [{ top: 0, left: 0, rows: rows.slice(0, 4), numberFormats: [] }] });
  const count = async (shelf: Shelf): Promise<number | string> => {
    const question = { sheets: [shelf.key("1")], inView: "名单", asOf: ASOF, joined: [] };
    const asked = await client.ask("preview", question).catch((error: unknown) => error);
    if (!(asked instanceof Object) || !("answer" in asked)) return asked instanceof Refused ? asked.why : "failed";
    const { reading } = (await client.ask("preview", question)).answer;
    return reading.kind === "reading" ? reading.enterprises : reading.reason;
  };
  expect([await count(whole), await count(part)]).toEqual([rows.length - 1, 3]);
  part.clear();
  expect([await count(whole), await count(part)]).toEqual([rows.length - 1, "gone"]);
});

test("nothing that was sent to a lost worker is taken up in the middle by the next", async () => {
  const { client, workers } = await bench();
  const frame = { sheet: "名单", merges: [], hiddenRows: [], hiddenColumns: [] };
  const block = (top: number) => ({ top, left: 0, rows: sampleSheet("zh").rows, numberFormats: [] });
  const sending = new Shelf(client).sendPart("1", { frame, blocks: [block(0), block(40)] });
  workers[0]?.crash();
  await expect(sending).rejects.toBeInstanceOf(WorkerLost);
});

test.each([
  [
    "a date that is none",
    { kind: "ask", question: 1, task: "score", input: { ...scoreQuestion("x"), asOf: "2026-13-01" } },
  ],
  ["a task that there is not", { kind: "ask", question: 1, task: "delete-everything", input: {} }],
])("%s is reported as our own fault, and refused in words", async (_name, message) => {
  const worker = paneWorker();
  const replies: unknown[] = [];
  worker.addEventListener("message", ({ data }) => replies.push(data));
  worker.postMessage(message);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(replies).toMatchObject([{ kind: "refused", question: 1, why: "other" }]);
  expect(reported.splice(0)).toHaveLength(1);
});

test.each([
  ["a message of another kind", { kind: "forget-it", ids: [] }],
  ["no object at all", "score"],
])("%s is reported and not answered", async (_name, message) => {
  const worker = paneWorker();
  const replies: unknown[] = [];
  worker.addEventListener("message", ({ data }) => replies.push(data));
  worker.postMessage(message);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(replies).toEqual([]);
  expect(reported.splice(0)).toHaveLength(1);
});

test("a question that was given up before it was asked is not asked", async () => {
  const place = await bench();
  const stop = new AbortController();
  stop.abort();
  await expect(QUESTIONS.firm(place, { signal: stop.signal })).rejects.toBeInstanceOf(ExcelTrouble);
});
