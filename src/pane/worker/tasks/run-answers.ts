/** What a run answers, as plain data. */
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
import type { VerdictChange, VerdictChanges } from "../../../cultivation/verdict-changes";
import type { VerdictMove } from "../../../cultivation/what-if";
import type { Text } from "../../../words/text";
import type { Cut } from "./reading-view";
import type { SheetRow } from "../../../sheet/reading/sheet-row";

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
  /** What has become of the row since it was scored; null where its cells were not given. */
  readonly now: RowState | null;
  /** Null where no enterprise of the run is meant. */
  readonly diagnosis: Diagnosis | null;
  readonly figures: readonly Figure[];
  /** Where the sheet has what the conditions read, by slot. */
  readonly cells: Readonly<Record<string, string>>;
  /** What the paths would have one type, one list a path: first those that can be had soon, then the others. */
  readonly trials: readonly (readonly (readonly [slot: string, text: string])[])[];
  /** The row of the next enterprise, the first after the last. */
  readonly next: SheetRow;
}

/** An enterprise that a search has found. */
export interface FoundFirm {
  readonly sheetRow: SheetRow;
  readonly name: string;
  readonly creditCode: string;
  readonly city: Text | null;
}

export interface WhatIfAnswer {
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

/** What changed since the last scoring of a list. */
export type VerdictChangesView = Omit<VerdictChanges, "firms"> & { readonly firms: Cut<VerdictChange> };

export interface LibraryAnswer {
  readonly asOf: string;
  readonly rows: number;
  /** Enterprises on each list; one with two titles due counts once. */
  readonly firms: Readonly<Record<ListId, number>>;
  /** The city of each enterprise named in the lists, by its row among the run's; of those whose city is known. */
  readonly cities: Readonly<Record<number, Text>>;
  readonly apply: Cut<ApplyEntry>;
  readonly near: Cut<NearEntry>;
  readonly data: Cut<DataEntry>;
  readonly due: Cut<DueEntry>;
  readonly risk: Cut<RiskEntry>;
  readonly seed: Cut<SeedEntry>;
  readonly deadlines: readonly UpdateDeadline[];
  /** Which of the rules are a draft; null where none is. */
  readonly draft: Text | null;
  readonly changes: ChangesView | null;
  /** Why a kept run could not be compared with. */
  readonly refused: Text | null;
}

export interface ImpactAnswer {
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
  readonly source: Text;
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
  readonly lines: readonly BenchmarkLine[];
}

/** How many entries of a list the pane gets; all of them are on the sheets it writes. */
export const MOST_ENTRIES = 1000;

export function cut<T>(items: readonly T[]): Cut<T> {
  return { items: items.slice(0, MOST_ENTRIES), count: items.length };
}

export type LibraryLists = Pick<Library, ListId>;
