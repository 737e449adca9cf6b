/**
 * What the page and its worker say to each other: sheets by id, questions by number. Plain data, checked once where it arrives. Cells are
 * this page's own reading and are not checked one by one: there are millions of them.
 */
import { z } from "zod";
import type { Cell } from "../../words/grid";
import type { PageRow, PageSheet } from "../../sheet/results/page-sheet";
import type { ResultSheet } from "../../words/result-sheet";
import type { Text } from "../../words/text";
import type { AnswerTo, TaskName } from "./tasks/table";

const count = z.int().min(0);
const rangeSchema = z.object({ top: count, left: count, bottom: count, right: count });

const frameSchema = z.object({
  sheet: z.string(),
  merges: z.array(rangeSchema),
  hiddenRows: z.array(z.int()),
  hiddenColumns: z.array(z.int()),
});

const blockSchema = z.object({
  top: count,
  left: count,
  rows: z.custom<readonly (readonly Cell[])[]>(Array.isArray),
  numberFormats: z.custom<readonly (readonly (string | null)[])[]>(Array.isArray),
});

export const requestSchema = z.discriminatedUnion("kind", [
  /** A sheet begins, in the place of what was sent under its id before; its blocks follow. */
  z.object({ kind: z.literal("sheet"), id: z.string(), frame: frameSchema }),
  z.object({ kind: z.literal("block"), id: z.string(), block: blockSchema }),
  z.object({ kind: z.literal("forget"), ids: z.array(z.string()) }),
  /** `input` is checked by the task. */
  z.object({ kind: z.literal("ask"), question: z.int(), task: z.string(), input: z.unknown() }),
  /** Gives a question up: no answer comes. */
  z.object({ kind: z.literal("stop"), question: z.int() }),
]);
export type WorkerRequest = z.infer<typeof requestSchema>;

/** A sheet made in the worker: a table or pages. */
export type WrittenPart = ResultSheet | PageSheet;
export type PartHead = Omit<ResultSheet, "rows"> | Omit<PageSheet, "rows">;
export type PartRows = readonly (readonly Cell[])[] | readonly PageRow[];

/** What somebody has to do before it goes on: set the heading row, score again, or nothing that is known. */
export type RefusalKind = "reading" | "gone" | "other";

type AnswerReply = {
  readonly [K in TaskName]: {
    readonly kind: "answer";
    readonly question: number;
    readonly task: K;
    readonly answer: AnswerTo<K>;
  };
}[TaskName];

type OtherReply =
  | { readonly kind: "progress"; readonly question: number; readonly done: number; readonly total: number }
  /** A part begins; its rows follow in pieces. */
  | { readonly kind: "part"; readonly question: number; readonly head: PartHead }
  | { readonly kind: "rows"; readonly question: number; readonly rows: PartRows }
  | { readonly kind: "refused"; readonly question: number; readonly text: Text; readonly why: RefusalKind };

/** As the worker sends it: a task and its answer come from one line of the table. */
export type PostedReply =
  | OtherReply
  | { readonly kind: "answer"; readonly question: number; readonly task: TaskName; readonly answer: unknown };
/** As the page takes it. */
export type WorkerReply = OtherReply | AnswerReply;

const KINDS: ReadonlySet<unknown> = new Set<WorkerReply["kind"]>(["progress", "part", "rows", "refused", "answer"]);

/** Replies come from our own bundle: the kind says enough. */
export const replySchema = z.custom<WorkerReply>(
  (value) => typeof value === "object" && value !== null && "kind" in value && KINDS.has(value.kind),
);

/** Whether a reply answers a question for `task`. */
export function isAnswerOf<K extends TaskName>(
  task: K,
  reply: WorkerReply,
): reply is AnswerReply & { readonly answer: AnswerTo<K> } {
  return reply.kind === "answer" && reply.task === task;
}
