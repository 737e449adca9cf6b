/** The tasks of the worker by name. The code of each is fetched when it is first asked for. */
import type { Task } from "../task";

const runs = () => import("./runs");
const sharing = () => import("./sharing");
const clusters = () => import("./clusters");
const riders = () => import("./riders");
const drafts = () => import(/* webpackChunkName: "drafts" */ "./drafts");
const draftEffect = () => import(/* webpackChunkName: "drafts" */ "./draft-effect");
const draftExport = () => import(/* webpackChunkName: "drafts" */ "./draft-export");

export const TASKS = {
  /** Reads the first rows of sheets and says what was recognised. */
  preview: async () => (await import("./preview")).preview,
  /** Scores sheets as one list and keeps the run. */
  score: async () => (await import("./score")).score,
  firm: async () => (await runs()).firm,
  find: async () => (await runs()).find,
  "what-if": async () => (await runs()).whatIf,
  library: async () => (await runs()).library,
  impact: async () => (await runs()).impact,
  benchmarks: async () => (await runs()).benchmarks,
  snapshot: async () => (await runs()).snapshot,
  verdicts: async () => (await runs()).verdicts,
  cells: async () => (await runs()).cells,
  /** What changed since an earlier scoring. */
  changes: async () => (await runs()).changes,
  /** Sheets made of a run. */
  compose: async () => (await runs()).composition,
  /** Says which runs are still asked. */
  keep: async () => (await runs()).keep,
  /** What kinds of cluster sheets were sent. */
  "cluster-look": async () => (await clusters()).look,
  "cluster-run": async () => (await clusters()).run,
  /** The result sheets of such a run. */
  "cluster-sheets": async () => (await clusters()).sheets,
  /** Which sheets make one list of riders. */
  "rider-look": async () => (await riders()).look,
  "rider-judge": async () => (await riders()).judge,
  /** The list in plain formulas, as a file. */
  "copy-native": async () => (await sharing()).native,
  /** All sheets with the results of the list, names masked, as a file. */
  "copy-masked": async () => (await sharing()).masked,
  "check-book": async () => (await sharing()).check,
  /** How a sheet reads as a list of enterprises. */
  "read-facts": async () => (await sharing()).facts,
  /** The sheet of a draft, from an edition. */
  "draft-begin": async () => (await drafts()).begin,
  /** What a draft says, or what is wrong with it; a sound one is kept. */
  "draft-read": async () => (await drafts()).read,
  /** What it does to a list that was scored. */
  "draft-impact": async () => (await draftEffect()).impact,
  "draft-weights": async () => (await draftEffect()).weights,
  "draft-sweep": async () => (await draftEffect()).sweep,
  "draft-sheets": async () => (await draftEffect()).sheets,
  /** The files of a new edition. */
  "draft-export": async () => (await draftExport()).exported,
  /** The rules with a draft in them, for formulas. */
  "draft-rules": async () => (await import("./judging-draft")).judging,
};

export type TaskName = keyof typeof TASKS;
type TaskOf<K extends TaskName> = Awaited<ReturnType<(typeof TASKS)[K]>>;
export type QuestionOf<K extends TaskName> = TaskOf<K> extends Task<infer Question, unknown> ? Question : never;
export type AnswerTo<K extends TaskName> = Awaited<ReturnType<TaskOf<K>["answer"]>>;

export function isTaskName(name: string): name is TaskName {
  return Object.hasOwn(TASKS, name);
}
