/** What is answered about a draft of rules, as plain data. */
import type { Difference } from "../../../authoring/compare-editions";
import type { ImpactGroup } from "../../../authoring/impact-groups";
import type { DraftTrouble } from "../../../authoring/read-draft";
import type { ConditionImpact, NamedCondition } from "../../../engine/rows/in-the-way";
import type { Purpose, Verdict } from "../../../policy/rule-set";
import type { SheetRow } from "../../../sheet/reading/sheet-row";
import type { Text } from "../../../words/text";
import type { Cut } from "./reading-view";

/** What a draft's sheet says it was made from. */
export interface DraftName {
  /** Below seeds/: `national/little-giant/2026-04-01.yaml`. */
  readonly file: string;
  readonly tier: string;
  readonly edition: string;
  /** As its file has it. */
  readonly name: Text;
  /** Where the sheet says so. */
  readonly cell: string;
}

/** A line of the draft that can be tried at other values. */
export interface DraftLine {
  readonly id: string;
  readonly name: Text;
  readonly value: number;
  readonly unit: string;
}

export interface SoundDraft {
  readonly kind: "draft";
  /** What the worker knows it by. */
  readonly id: number;
  /** The same as long as it says the same. */
  readonly print: string;
  readonly name: DraftName;
  /** The last day of the edition it was made from; null where that is in force without an end. */
  readonly ended: string | null;
  /** Made from nothing: there is no edition that it could be compared with. */
  readonly isNew: boolean;
  readonly purpose: Purpose;
  /** Against the edition, without what stayed. */
  readonly differences: readonly Difference[];
  readonly same: number;
  /** Doubts that keep nothing from going on. */
  readonly doubts: readonly DraftTrouble[];
  /** Examples of the edition that the draft answers otherwise, by their names. */
  readonly examples: readonly Text[];
  readonly lines: readonly DraftLine[];
}

export interface FaultyDraft {
  readonly kind: "troubles";
  /** Null where the sheet does not say, or says what nobody knows. */
  readonly name: DraftName | null;
  readonly troubles: readonly DraftTrouble[];
}

export type DraftView = SoundDraft | FaultyDraft;

/** Meets by the draft; no longer meets; becomes open without having met; becomes not met, having been open. */
export type DraftMove = "gained" | "lost" | "opened" | "failed";

export interface MovedFirmView {
  readonly row: number;
  readonly sheetRow: SheetRow;
  readonly name: string;
  readonly before: Verdict;
  readonly after: Verdict;
  readonly conditions: readonly NamedCondition[];
}

export interface DraftImpactView {
  readonly asOf: string;
  readonly purpose: Purpose;
  readonly enterprises: number;
  readonly moves: Readonly<Record<Verdict, Readonly<Record<Verdict, number>>>>;
  /** Enterprises whose verdict changes, each in one of the lists. */
  readonly moved: Readonly<Record<DraftMove, Cut<MovedFirmView>>>;
  readonly gainingBy: readonly ConditionImpact[];
  readonly losingBy: readonly ConditionImpact[];
  readonly elsewhere: number;
  readonly groups: readonly ImpactGroup[];
}

/** How many meet with a line a step lower, where it is, and a step higher. */
export interface LineWeightView {
  readonly line: DraftLine;
  readonly met: number;
  readonly lower: { readonly value: string; readonly met: number } | null;
  readonly higher: { readonly value: string; readonly met: number } | null;
}

export interface SweepView {
  readonly line: DraftLine;
  readonly points: readonly {
    readonly value: string;
    readonly met: number;
    readonly unmet: number;
    readonly unknown: number;
  }[];
}

export type ExportedDraft =
  | {
      readonly kind: "files";
      readonly zip: Uint8Array<ArrayBuffer>;
      readonly name: string;
      /** Paths in a checkout. */
      readonly files: readonly string[];
      /** Examples that were worked out anew by the draft. */
      readonly examples: number;
    }
  | { readonly kind: "refused"; readonly reasons: readonly Text[] };
