/**
 * What the page and the worker that judges riders say to each other. A worker lives for one list: ending it is how a run is cancelled, so
 * messages need no numbers. Plain data, checked where it arrives; cells are this page's own reading and are not checked one by one.
 */
import { z } from "zod";
import type { Text } from "../../../words/text";
import type { Cell } from "../../../words/grid";
import type { BatchSummary } from "../../../riders/subsidy-batch";
import type { SheetHead } from "../../scoring/scoring-messages";
import { blockSchema, frameSchema, replyOf } from "../../worker/sheet-messages";

export const batchRequestSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("begin"),
    id: z.string(),
    frame: frameSchema,
  }),
  z.object({
    kind: z.literal("block"),
    id: z.string(),
    block: blockSchema,
  }),
  /** Which of the sheets sent so far make one list with the one of that name. */
  z.object({ kind: z.literal("look"), inView: z.string() }),
  /** All blocks of all sheets to be judged as one list are there. */
  z.object({
    kind: z.literal("judge"),
    /** As `packSubsidySettings` writes them. */
    settings: z.unknown(),
    language: z.enum(["zh", "en"]),
  }),
]);

export type BatchRequest = z.infer<typeof batchRequestSchema>;

export type BatchReply =
  | { readonly kind: "seen"; readonly together: readonly string[] }
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "head"; readonly head: SheetHead }
  /** Rows of the sheet whose head came last. */
  | { readonly kind: "rows"; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: "done"; readonly summary: BatchSummary }
  | { readonly kind: "failed"; readonly text: Text };

const reply = replyOf<BatchReply>();

export const batchReplySchema = z.union([
  reply("seen"),
  reply("progress"),
  reply("head"),
  reply("rows"),
  reply("done"),
  reply("failed"),
]);
