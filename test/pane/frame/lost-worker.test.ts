/**
 * A worker that dies in the middle of any task: whoever waited is told once, the workbook is as it was, another worker has taken up what
 * this one held, and the same press works. By the table of tasks: a new one is not left out.
 */
import { clusterSample } from "../../../src/pane/views/clusters/cluster-sample";
import { ClusterModel } from "../../../src/pane/views/clusters/cluster-model";
import { DiagnosisModel } from "../../../src/pane/views/diagnosis/diagnosis-model";
import { LibraryModel } from "../../../src/pane/views/library/library-model";
import { FormulaRules } from "../../../src/pane/app/formula-rules";
import { DraftModel } from "../../../src/pane/views/rules/draft/draft-model";
import { sampleSheet } from "../../../src/pane/views/score/sample/sample-sheet";
import { SharingModel } from "../../../src/pane/views/sharing/sharing-model";
import { SubsidyModel } from "../../../src/pane/views/subsidy/subsidy-model";
import { ScoringModel } from "../../../src/pane/app/scoring/scoring-model";
import { WorkerClient } from "../../../src/pane/worker/client";
import { requestSchema } from "../../../src/pane/worker/messages";
import type { SameThreadWorker } from "../../../src/pane/worker/same-thread";
import { isTaskName, type TaskName } from "../../../src/pane/worker/tasks/table";
import { NO_SUBSIDY_SETTINGS } from "../../../src/riders/subsidy-settings";
import { loadKnowledge } from "../../../src/commands/read-seeds";
import type { BookSheet } from "../../../src/xlsx/book-file";
import type { Text } from "../../../src/words/text";
import { eventually } from "../../eventually";
import { connected, saved, someoneWrites, type Connected } from "../../excel/connected";
import { book, sheet } from "../../excel/made-up-book";
import { paneWorker, release, reported } from "../pane-release";

const TODAY = release.policy.checked;
const LIST = sheet("名单", sampleSheet("zh").rows.slice(0, 7));
const RIDERS = sheet("骑手", [
  ["骑手编号", "平台", "就业地", "参保地", "缴费月份", "本月收入", "前1月收入", "前2月收入", "前3月收入"],
  ["R1", "美团", "泉州", "泉州", "2025-12", 5000, 5000, 5000, 5000],
]);
const CLUSTERS = sheet("目标与实际", clusterSample("zh").rows);
const FORMULAS: BookSheet = {
  ...sheet("补贴", [["基数"], [4433]]),
  cells: [[{ value: "基数" }], [{ value: 4433 }, { value: null, formula: "=ZJTX.SUBSIDY(A2,20%,50%)" }]],
};
/** As the client says it. */
const LOST = /^后台计算突然停了，工作簿没有改动。/;
const GIANT = "national/little-giant/2026-04-01.yaml";

interface Pane {
  readonly connection: Connected;
  readonly scoring: ScoringModel;
  readonly diagnosis: DiagnosisModel;
  readonly library: LibraryModel;
  readonly clusters: ClusterModel;
  readonly subsidy: SubsidyModel;
  readonly sharing: SharingModel;
  readonly drafts: DraftModel;
  readonly formulas: FormulaRules;
  readonly workers: readonly SameThreadWorker[];
  /** The next question for the task ends the worker. */
  readonly killIn: (task: TaskName) => void;
}

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
  expect(reported.splice(0)).toEqual([]);
});

async function pane(...sheets: readonly BookSheet[]): Promise<Pane> {
  const connection = await connected(book(sheets), loadKnowledge());
  const { host } = connection;
  const workers: SameThreadWorker[] = [];
  let deadly: TaskName | null = null;
  const client = new WorkerClient(() => {
    const worker = paneWorker();
    workers.push(worker);
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (message) => {
      const asked = requestSchema.safeParse(message);
      post(message);
      if (!asked.success || asked.data.kind !== "ask" || asked.data.task !== deadly) return;
      deadly = null;
      worker.crash();
    };
    return worker;
  });
  const now = (): number => 0;
  const scoring = new ScoringModel({ host, client, checked: TODAY, sample: sampleSheet, now });
  await scoring.start();
  const { version } = release;
  const models = {
    diagnosis: new DiagnosisModel({ host, client, scoring, now }),
    library: new LibraryModel({ host, client, scoring, now }),
    clusters: new ClusterModel(host, client, scoring),
    subsidy: new SubsidyModel(host, client),
    sharing: new SharingModel({
      host,
      client,
      scoring,
      release,
      drafted: () => null,
      version,
      saveFile: () => undefined,
    }),
    drafts: new DraftModel({ host, client, scoring, now, saveFile: () => undefined }),
    formulas: new FormulaRules({ host, client, scoring, tell: null }),
  };
  await models.formulas.start();
  open.push(() => {
    for (const model of [scoring, ...Object.values(models)]) model.dispose();
    connection.close();
  });
  return { connection, scoring, ...models, workers, killIn: (task) => (deadly = task) };
}

function troublesOf({ scoring, diagnosis, library, clusters, subsidy, sharing, drafts }: Pane): readonly Text[] {
  const all = [scoring, diagnosis, library, clusters, subsidy.batch, sharing, drafts];
  return all.flatMap(({ state: { trouble } }) => (trouble === null ? [] : "text" in trouble ? trouble.text : trouble));
}

interface Journey {
  readonly sheets: readonly BookSheet[];
  /** What has been done before. */
  readonly before?: (pane: Pane) => Promise<unknown>;
  /** The press that asks the task. */
  readonly press: (pane: Pane) => Promise<unknown>;
  /** What is there afterwards. */
  readonly there: (pane: Pane) => boolean;
  /** Nobody waits for it. */
  readonly quiet?: true;
  /** What is said where the sheets are written already, and only their keeping failed. */
  readonly told?: RegExp;
}

const score = ({ scoring }: Pane): Promise<void> => scoring.score("zh");
const scored: Pick<Journey, "sheets" | "before"> = { sheets: [LIST], before: score };
const until = (holds: () => boolean): Promise<void> => eventually(() => expect(holds()).toBe(true));

async function firmShown(pane: Pane): Promise<void> {
  await score(pane);
  await pane.diagnosis.goTo(5);
}

async function libraryShown(pane: Pane): Promise<void> {
  await score(pane);
  await openLibrary(pane);
}

async function openLibrary({ library }: Pane): Promise<void> {
  library.close();
  library.open();
  await until(() => !library.state.loading && (library.state.library !== null || library.state.trouble !== null));
}

/** Scored, changed and scored again. */
async function rescored(pane: Pane): Promise<void> {
  await someoneWrites(pane.connection, "名单", "B2", "另一家有限公司");
  await score(pane);
}

/** The list scored, and the page of a draft open. */
async function draftJudged(pane: Pane): Promise<void> {
  await score(pane);
  await draftShown(pane);
  await pane.drafts.open();
}

async function draftShown(pane: Pane): Promise<void> {
  await pane.drafts.begin(GIANT, false, "zh");
}

const JOURNEYS: Readonly<Record<TaskName, Journey>> = {
  preview: {
    sheets: [LIST],
    press: ({ scoring }) => scoring.look(),
    there: ({ scoring }) => scoring.state.reading !== null,
  },
  score: { sheets: [LIST], press: score, there: ({ scoring }) => scoring.state.phase === "done" },
  firm: {
    ...scored,
    press: ({ diagnosis }) => diagnosis.goTo(5),
    there: ({ diagnosis }) => diagnosis.state.firm?.diagnosis?.sheetRow === 5,
  },
  find: {
    ...scored,
    press: ({ diagnosis }) => diagnosis.find("gs"),
    there: ({ diagnosis }) => diagnosis.state.found !== null,
  },
  "what-if": {
    sheets: [LIST],
    before: firmShown,
    press: ({ diagnosis }) => diagnosis.try({ revenue: "90000" }),
    there: ({ diagnosis }) => diagnosis.state.trial.answer !== null,
  },
  library: { ...scored, press: openLibrary, there: ({ library }) => library.state.library !== null },
  impact: {
    sheets: [LIST],
    before: libraryShown,
    press: ({ library }) => library.loadImpact(),
    there: ({ library }) => library.state.impact !== null,
  },
  benchmarks: {
    sheets: [LIST],
    before: libraryShown,
    press: ({ library }) => library.loadBenchmarks(),
    there: ({ library }) => library.state.benchmarks !== null,
  },
  snapshot: {
    sheets: [LIST],
    before: libraryShown,
    press: ({ library }) => library.write("library", "zh"),
    there: ({ library }) => library.state.wrote !== null,
    told: /没能存进工作簿/,
  },
  verdicts: { sheets: [LIST], press: score, there: ({ scoring }) => scoring.state.results?.kept != null, quiet: true },
  cells: { ...scored, press: rescored, there: ({ scoring }) => scoring.state.results?.kept != null, quiet: true },
  changes: { ...scored, press: rescored, there: ({ scoring }) => scoring.state.results?.changes != null, quiet: true },
  keep: { sheets: [LIST], press: score, there: ({ scoring }) => scoring.state.results?.kept != null, quiet: true },
  compose: {
    sheets: [LIST],
    before: firmShown,
    press: ({ diagnosis }) => diagnosis.writePlans("this", "zh"),
    there: ({ diagnosis }) => diagnosis.state.wrote !== null,
  },
  "cluster-look": {
    sheets: [CLUSTERS],
    before: ({ clusters }) => clusters.open(TODAY),
    press: ({ clusters }) => clusters.refresh(),
    there: ({ clusters }) => clusters.state.picture !== null && clusters.state.trouble === null,
  },
  "cluster-run": {
    sheets: [CLUSTERS],
    before: ({ clusters }) => clusters.open(TODAY),
    press: ({ clusters }) => clusters.refresh(),
    there: ({ clusters }) => clusters.state.picture !== null && clusters.state.trouble === null,
  },
  "cluster-sheets": {
    sheets: [CLUSTERS],
    before: ({ clusters }) => clusters.open(TODAY),
    press: ({ clusters }) => clusters.write("zh"),
    there: ({ clusters }) => clusters.state.written.length > 0,
  },
  "rider-look": {
    sheets: [RIDERS, { ...RIDERS, name: "骑手二" }],
    press: ({ subsidy }) => subsidy.batch.run(NO_SUBSIDY_SETTINGS, "zh"),
    there: ({ subsidy }) => subsidy.batch.state.summary !== null,
  },
  "rider-judge": {
    sheets: [RIDERS],
    press: ({ subsidy }) => subsidy.batch.run(NO_SUBSIDY_SETTINGS, "zh"),
    there: ({ subsidy }) => subsidy.batch.state.summary !== null,
  },
  "copy-native": {
    ...scored,
    press: ({ sharing }) => sharing.copy("native", "zh"),
    there: ({ sharing }) => sharing.state.outcome?.kind === "file",
  },
  "copy-masked": {
    ...scored,
    press: ({ sharing }) => sharing.copy("masked", "zh"),
    there: ({ sharing }) => sharing.state.outcome?.kind === "file",
  },
  "check-book": {
    ...scored,
    press: ({ sharing }) => sharing.check(),
    there: ({ sharing }) => sharing.state.outcome?.kind === "checked",
  },
  "read-facts": {
    sheets: [FORMULAS],
    press: ({ sharing }) => sharing.values("here", "zh"),
    there: ({ sharing }) => sharing.state.outcome?.kind === "values",
  },
  "draft-begin": { sheets: [LIST], press: draftShown, there: ({ drafts }) => drafts.state.sheet !== null },
  "draft-read": {
    sheets: [LIST],
    before: draftShown,
    press: ({ drafts }) => drafts.open(),
    there: ({ drafts }) => drafts.state.view !== null,
  },
  "draft-impact": {
    sheets: [LIST],
    before: async (pane) => {
      await score(pane);
      await draftShown(pane);
    },
    press: ({ drafts }) => drafts.open(),
    there: ({ drafts }) => drafts.state.impact !== null && drafts.state.weights !== null,
  },
  "draft-weights": {
    sheets: [LIST],
    before: async (pane) => {
      await score(pane);
      await draftShown(pane);
    },
    press: ({ drafts }) => drafts.open(),
    there: ({ drafts }) => drafts.state.weights !== null,
  },
  "draft-sweep": {
    sheets: [LIST],
    before: draftJudged,
    press: ({ drafts }) => drafts.sweep("revenue"),
    there: ({ drafts }) => drafts.state.sweep !== null,
  },
  "draft-sheets": {
    sheets: [LIST],
    before: draftJudged,
    press: ({ drafts }) => drafts.writeSheets("zh"),
    there: ({ drafts }) => drafts.state.wrote !== null,
  },
  "draft-export": {
    sheets: [LIST],
    before: draftJudged,
    press: ({ drafts }) => drafts.exportEdition("2027-04-01"),
    there: ({ drafts }) => drafts.state.exported !== null,
  },
  "draft-rules": {
    sheets: [LIST],
    before: draftShown,
    press: async ({ scoring, drafts, formulas }) => {
      scoring.setDraft({ id: drafts.state.sheet ?? "", name: "评分_规则草案", file: GIANT });
      await until(() => formulas.drafted !== null);
    },
    there: ({ formulas }) => formulas.drafted !== null,
    quiet: true,
  },
};

test.each(Object.entries(JOURNEYS))(
  "a worker that dies in %s",
  async (task, { sheets, before, press, there, quiet, told }) => {
    if (!isTaskName(task)) throw new Error(`no task ${task}`);
    const now = await pane(...sheets);
    await before?.(now);
    const contents = (): unknown => saved(now.connection).sheets.map(({ name, cells }) => [name, cells]);
    const [cells, workers] = [contents(), now.workers.length];
    now.killIn(task);
    await press(now);
    await until(() => now.workers[Math.max(1, workers) - 1]?.terminated === true);
    if (quiet !== true) {
      const said = troublesOf(now);
      expect(said).toHaveLength(1);
      expect(said[0]?.zh).toMatch(told ?? LOST);
      if (told === undefined) expect(contents()).toEqual(cells);
      // What this worker held is there again.
      const { results } = now.scoring.state;
      if (results !== null) await until(() => now.scoring.state.results?.run != null);
    }
    await eventually(async () => {
      if (!there(now) && quiet !== true) await press(now);
      expect(there(now)).toBe(true);
    });
    expect(troublesOf(now)).toEqual([]);
    expect(now.workers.length).toBeGreaterThan(Math.max(1, workers));
  },
);
