/**
 * What the page asks of the run that the worker keeps: one firm's diagnosis, a what-if, the library, and sheets to be written. Plain data.
 * Questions are checked where they arrive; answers come from our own bundle.
 */
import { z } from "zod";
import type { ImpactDates, TierImpact } from "../../../cultivation/edition-impact";
import type { Diagnosis } from "../../../cultivation/diagnosis";
import type {
  ApplyEntry,
  DataEntry,
  DueEntry,
  Library,
  ListId,
  NearEntry,
  RiskEntry,
  SeedEntry,
  UpdateDeadline,
} from "../../../cultivation/library";
import type { MeasuredSheet } from "../../../cultivation/benchmarks";
import type { RowState } from "../../../cultivation/row-fingerprints";
import type { EditionChange, FirmChange } from "../../../cultivation/run-changes";
import type { VerdictMove } from "../../../cultivation/what-if";
import type { Text } from "../../../words/text";
import type { Cell } from "../../../words/grid";
import type { PageRow, PageSheet } from "../../../sheet/results/page-sheet";
import type { ResultSheet } from "../../../words/result-sheet";
import type { Cut } from "../../scoring/reading-view";
import type { SheetRow } from "../../../sheet/reading/sheet-row";

const sheetRow = z.union([z.int(), z.string()]);
const rowCells = z.custom<readonly Cell[]>(Array.isArray);

export const questionSchema = z.discriminatedUnion("about", [
  /**
   * The firm that stands in a sheet row; `cells` is the row as it is now, from column A, null where it can't be told. Rows of a list that was
   * put together are nothing that cells of a sheet could be compared with.
   */
  z.object({ about: z.literal("firm"), sheetRow, cells: rowCells.nullable(), aim: z.string().nullable() }),
  /** Rows are counted from 0 among the run's; edits are slots with what one would type into the sheet. */
  z.object({
    about: z.literal("what-if"),
    row: z.int(),
    aim: z.string().nullable(),
    edits: z.array(z.tuple([z.string(), z.string()])),
  }),
  /** The lists, against a run that was kept where there is one. */
  z.object({ about: z.literal("library"), kept: z.string().nullable() }),
  z.object({ about: z.literal("impact") }),
  z.object({ about: z.literal("benchmarks") }),
  /** The run as a text to be kept. */
  z.object({ about: z.literal("snapshot") }),
]);
export type Question = z.infer<typeof questionSchema>;

export const compositionSchema = z.discriminatedUnion("what", [
  /** Plans of sheet rows, of all where null: one on a sheet of its own, several below one another with a table of all. */
  z.object({ what: z.literal("plans"), rows: z.array(sheetRow).nullable(), aim: z.string().nullable() }),
  z.object({ what: z.literal("library"), kept: z.string().nullable() }),
  z.object({ what: z.literal("impact") }),
  z.object({ what: z.literal("benchmarks") }),
]);
export type Composition = z.infer<typeof compositionSchema>;

/** A figure of the firm that a what-if may change. */
export interface Figure {
  readonly slot: string;
  readonly name: Text;
  /** Of the column in the sheet; "" where the number has none. */
  readonly unit: string;
  /** Words to choose from, as typed into a sheet; empty where anything may be typed. */
  readonly words: readonly Text[];
  /** As it stands in the sheet; "" for a blank. */
  readonly text: string;
}

export interface FirmAnswer {
  readonly about: "firm";
  /** What has become of the row since it was scored; null where its cells were not given. */
  readonly now: RowState | null;
  /** Null where no enterprise of the run is meant. */
  readonly diagnosis: Diagnosis | null;
  readonly figures: readonly Figure[];
  /** What the paths would have one type, one list a path: first those that can be had soon, then the others. */
  readonly trials: readonly (readonly (readonly [slot: string, text: string])[])[];
  /** The row of the next enterprise, the first after the last. */
  readonly next: SheetRow;
}

export interface WhatIfAnswer {
  readonly about: "what-if";
  /** Cells that could not be read; nothing was scored then. */
  readonly problems: readonly { readonly slot: string; readonly message: Text }[];
  readonly moves: readonly VerdictMove[];
  /** On the rung aimed at, after the edits; null at the top. */
  readonly verdict: Text | null;
}

/** What changed since the run that was kept. */
export interface ChangesView {
  readonly before: string;
  readonly after: string;
  readonly editions: readonly EditionChange[];
  readonly entered: number;
  readonly left: number;
  readonly unchanged: number;
  readonly firms: Cut<FirmChange>;
}

export interface LibraryAnswer {
  readonly about: "library";
  readonly asOf: string;
  readonly rows: number;
  /** Enterprises on each list; one with two titles due counts once. */
  readonly firms: Readonly<Record<ListId, number>>;
  readonly apply: Cut<ApplyEntry>;
  readonly near: Cut<NearEntry>;
  readonly data: Cut<DataEntry>;
  readonly due: Cut<DueEntry>;
  readonly risk: Cut<RiskEntry>;
  readonly seed: Cut<SeedEntry>;
  readonly deadlines: readonly UpdateDeadline[];
  readonly changes: ChangesView | null;
  /** Why a kept run could not be compared with. */
  readonly refused: Text | null;
}

export interface ImpactAnswer {
  readonly about: "impact";
  readonly dates: ImpactDates | null;
  readonly tiers: readonly (Omit<TierImpact, "gains" | "losses"> & {
    readonly gains: Cut<TierImpact["gains"][number]>;
    readonly losses: Cut<TierImpact["losses"][number]>;
  })[];
}

/** One printed figure beside the sheet's own, already in words. */
export interface ComparedFigure {
  readonly basis: Text;
  readonly sheet: Text;
  readonly printed: Text;
  readonly year: number;
  readonly scope: Text;
  readonly source: string;
  readonly evidence: Text;
}

export interface BenchmarkLine {
  readonly name: Text;
  readonly known: MeasuredSheet["known"];
  readonly unknown: MeasuredSheet["unknown"];
  readonly lower: Text;
  readonly median: Text;
  readonly upper: Text;
  readonly printed: readonly ComparedFigure[];
}

export interface BenchmarksAnswer {
  readonly about: "benchmarks";
  readonly lines: readonly BenchmarkLine[];
}

export interface SnapshotAnswer {
  readonly about: "snapshot";
  readonly text: string;
}

export type Answer = FirmAnswer | WhatIfAnswer | LibraryAnswer | ImpactAnswer | BenchmarksAnswer | SnapshotAnswer;
export type AnswerTo<Q extends Question> = Extract<Answer, { about: Q["about"] }>;

/** Something to be written: a table or pages. */
export type WrittenPart = ResultSheet | PageSheet;
export type PartHead = Omit<ResultSheet, "rows"> | Omit<PageSheet, "rows">;

export type RunReply =
  | { readonly kind: "answer"; readonly id: number; readonly answer: Answer }
  /** A part begins; its rows follow in pieces. */
  | { readonly kind: "part"; readonly id: number; readonly head: PartHead }
  | {
      readonly kind: "part-rows";
      readonly id: number;
      readonly rows: readonly (readonly Cell[])[] | readonly PageRow[];
    }
  | { readonly kind: "composed"; readonly id: number }
  | { readonly kind: "stopped"; readonly id: number };

/** How many entries of a list the pane gets; all of them are on the sheets it writes. */
export const MOST_ENTRIES = 200;

export function cut<T>(items: readonly T[]): Cut<T> {
  return { items: items.slice(0, MOST_ENTRIES), count: items.length };
}

export type LibraryLists = Pick<Library, ListId>;
