/**
 * What the page and the worker that judges riders say to each other. A worker lives for one list: ending it is how a run is cancelled, so
 * messages need no numbers. Plain data, checked where it arrives; cells are this page's own reading and are not checked one by one.
 */
import { z } from "zod";
import type { Text } from "../../policy/vocabulary";
import type { Cell } from "../../sheet/grid";
import type { BatchSummary } from "../../subsidy/subsidy-batch";
import type { SheetHead } from "../scoring/scoring-messages";

const count = z.int().min(0);
const rangeSchema = z.object({ top: count, left: count, bottom: count, right: count });

export const batchRequestSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("begin"),
    frame: z.object({
      sheet: z.string(),
      merges: z.array(rangeSchema),
      hiddenRows: z.array(z.int()),
      hiddenColumns: z.array(z.int()),
    }),
  }),
  z.object({
    kind: z.literal("block"),
    block: z.object({
      top: count,
      left: count,
      rows: z.custom<readonly (readonly Cell[])[]>(Array.isArray),
      numberFormats: z.custom<readonly (readonly (string | null)[])[]>(Array.isArray),
    }),
  }),
  /** All blocks are there. */
  z.object({
    kind: z.literal("judge"),
    /** As `packSubsidySettings` writes them. */
    settings: z.unknown(),
    language: z.enum(["zh", "en"]),
  }),
]);

export type BatchRequest = z.infer<typeof batchRequestSchema>;

export type BatchReply =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "head"; readonly head: SheetHead }
  /** Rows of the sheet whose head came last. */
  | { readonly kind: "rows"; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: "done"; readonly summary: BatchSummary }
  | { readonly kind: "failed"; readonly text: Text };

const reply = <K extends BatchReply["kind"]>(kind: K) =>
  z.custom<Extract<BatchReply, { kind: K }>>(
    (value) => typeof value === "object" && value !== null && "kind" in value && value.kind === kind,
  );

/** Replies come from our own bundle: the kind says enough. */
export const batchReplySchema = z.union([
  reply("progress"),
  reply("head"),
  reply("rows"),
  reply("done"),
  reply("failed"),
]);
