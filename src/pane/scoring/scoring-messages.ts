/**
 * What the page and the scoring worker say to each other: plain data, checked where it arrives.
 * Cells are not checked one by one: they come from this page's own reading of the sheet, and there are millions of them.
 */
import { z } from "zod";
import type { Purpose } from "../../policy/rule-set";
import type { Text } from "../../words/text";
import type { Cell } from "../../words/grid";
import type { Assumption, UnreadableCell, Warning } from "../../sheet/reading/messages";
import type { ReadingFailure } from "../../sheet/reading/read-sheet";
import type { ResultSheet } from "../../words/result-sheet";
import { savedMappingSchema } from "../../sheet/reading/saved-mapping";
import { blockSchema, frameSchema, replyOf } from "../worker/sheet-messages";
import { compositionSchema, questionSchema, type RunReply } from "../views/diagnosis/run-messages";
import type { Cut, ReadingView } from "./reading-view";
import type { SheetRow } from "../../sheet/reading/sheet-row";

const partSchema = z.object({ frame: frameSchema, blocks: z.array(blockSchema) });
const readOptions = { asOf: z.iso.date(), mapping: savedMappingSchema.optional() };

export const requestSchema = z.discriminatedUnion("kind", [
  /** Read the first rows and say what was recognised. */
  z.object({
    kind: z.literal("preview"),
    id: z.int(),
    frame: frameSchema,
    blocks: z.array(blockSchema),
    /** Parts of other sheets that may belong to it, by whether their tabs stand before or after it. */
    before: z.array(partSchema).optional(),
    after: z.array(partSchema).optional(),
    /** How a person set the columns of sheets that are read as one list. */
    joined: z.array(z.object({ sheets: z.array(z.string()), mapping: savedMappingSchema })).optional(),
    ...readOptions,
  }),
  /** A sheet to score begins; its blocks follow, and then perhaps further sheets to be read with it. */
  z.object({ kind: z.literal("begin"), id: z.int(), frame: frameSchema }),
  z.object({ kind: z.literal("block"), id: z.int(), block: blockSchema }),
  /** All blocks are there. */
  z.object({
    kind: z.literal("score"),
    id: z.int(),
    ...readOptions,
    purpose: z.enum(["new", "review"]),
    /** The place of enterprises that tell none; null for none. */
    place: z.int().nullable().default(null),
    language: z.enum(["zh", "en"]),
    /** Sheet rows as Excel counts them; null scores all. */
    rows: z.array(z.tuple([z.int(), z.int()])).nullable(),
    fileName: z.string(),
    /** The sheet in view where several were sent; they are then scored as one list, or not at all. */
    inView: z.string().optional(),
  }),
  /** Something asked of the run that was scored last; `run` is the number of its request. */
  z.object({ kind: z.literal("ask"), id: z.int(), run: z.int(), question: questionSchema }),
  /** Sheets to be made of that run. */
  z.object({
    kind: z.literal("compose"),
    id: z.int(),
    run: z.int(),
    wanted: compositionSchema,
    language: z.enum(["zh", "en"]),
  }),
  /** The results of a run are in the workbook: the run before is no longer asked. */
  z.object({ kind: z.literal("settle"), id: z.int(), run: z.int() }),
  /** Gives up a scoring or a composition; the run kept before stays. */
  z.object({ kind: z.literal("stop"), id: z.int() }),
]);

export type ScoringRequest = z.infer<typeof requestSchema>;
export type ScoreRequest = Extract<ScoringRequest, { kind: "score" }>;

/** One bar of the ladder, highest rung first. */
export interface LadderBar {
  /** Tier id; "none" for those that meet no rung, "open" for those of whom it can't be told yet. */
  readonly tier: string;
  readonly name: Text;
  readonly count: number;
  /** What the results table says in its column of highest rungs. */
  readonly values: readonly string[];
}

export interface EasyStep {
  readonly row: SheetRow;
  readonly name: string;
  readonly next: Text;
  /** The smallest change in words, in the language of the results. */
  readonly change: string;
}

/** Everything the pane says of a finished run. */
export interface ScoreSummary {
  /** The first of the sheets read, and all of them. */
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly enterprises: number;
  /** The row of the first of them. */
  readonly first: SheetRow;
  readonly t: number;
  /** The last heading row, as Excel counts it. */
  readonly headingRow: number;
  readonly asOf: string;
  readonly purpose: Purpose;
  readonly editions: readonly { readonly tier: string; readonly edition: string; readonly name: Text }[];
  readonly bars: readonly LadderBar[];
  /** The heading of the results table's column that the bars count. */
  readonly barColumn: string;
  /** Slots that could decide the next rung of most enterprises, at most five. */
  readonly missing: readonly { readonly name: Text; readonly enterprises: number }[];
  /** General conditions without a column, taken as holding. */
  readonly assumed: readonly { readonly text: Text; readonly tier: Text; readonly enterprises: number }[];
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly Warning[];
  readonly unreadable: Cut<UnreadableCell>;
  readonly easiest: readonly EasyStep[];
}

export type SheetHead = Omit<ResultSheet, "rows">;

export type ScoringReply =
  | {
      readonly kind: "preview";
      readonly id: number;
      readonly reading: ReadingView | ReadingFailure;
      /** Other sheets that hold lists, where none was read with the one in view. */ readonly lists: readonly string[];
    }
  | { readonly kind: "progress"; readonly id: number; readonly done: number; readonly total: number }
  | { readonly kind: "head"; readonly id: number; readonly head: SheetHead }
  /** Rows of the sheet whose head came last. */
  | { readonly kind: "rows"; readonly id: number; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: "done"; readonly id: number; readonly summary: ScoreSummary }
  | RunReply
  | {
      readonly kind: "failed";
      readonly id: number;
      readonly failure: ReadingFailure | { kind: "trouble"; text: Text };
    };

const reply = replyOf<ScoringReply>();

export const replySchema = z.union([
  reply("preview"),
  reply("progress"),
  reply("head"),
  reply("rows"),
  reply("done"),
  reply("failed"),
  reply("answer"),
  reply("part"),
  reply("part-rows"),
  reply("composed"),
  reply("stopped"),
]);
