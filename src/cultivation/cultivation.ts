/**
 * What cultivation knows beside the rules: measures that documents name, the titles' fields and dates, printed figures to compare with.
 * Its source is seeds/cultivation; `load-cultivation` makes it. Plain JSON data all through, so that a page can carry it as text.
 */
import type { Aspect } from "../policy/rule-set";
import { documentText, type CitedDocument, type Evidence } from "../words/citation";
import type { PlaceCode } from "../language/places";
import type { Text } from "../words/text";
import type { Reward } from "./rewards";
import type { Quantity } from "../language/tree";

/** Where a statement stands. */
export interface Reference {
  readonly document: CitedDocument;
  readonly clause: string;
}

/** One thing an enterprise can do, from a programme that a document names. */
export interface Measure extends Reference {
  readonly id: string;
  readonly text: Text;
  readonly aspects: readonly Aspect[];
  /** Fields of gaps it speaks to first; empty where it serves the aspect as a whole. */
  readonly fields: readonly string[];
  /** The province it holds in; null for the whole country. */
  readonly place: { readonly code: PlaceCode; readonly name: Text } | null;
  /** Tiers of which a valid title opens it; null where it asks for none. */
  readonly titles: readonly string[] | null;
  /** For whom it is, as the document says it; null where it is for all. */
  readonly condition: Text | null;
}

/** The yearly update of information a holder owes. */
export interface YearlyUpdate extends Reference {
  readonly evidence: Evidence;
  /** First and last day the duty is in force, as the document gives them. */
  readonly from: string;
  readonly until: string | null;
  /** Month and day, `05-31`. */
  readonly by: string;
  readonly note: Text | null;
}

/** A call whose dates are known. */
export interface Round extends Reference {
  readonly evidence: Evidence;
  readonly year: number;
  /** First and last day of filing, ISO. */
  readonly from: string;
  readonly until: string;
}

export interface TitleRule {
  readonly tier: string;
  /** The `validity` field with the title's last day. */
  readonly field: string;
  readonly updates: readonly YearlyUpdate[];
  readonly rounds: readonly Round[];
}

export type BenchmarkUnit = "money" | "share" | "number" | "choice";

export interface BenchmarkMeasure {
  readonly id: string;
  readonly name: Text;
  readonly value: Quantity;
  readonly unit: BenchmarkUnit;
  /** The unit as printed: 万元, %, 项 … Empty where it has none. */
  readonly unitText: string;
}

export type Statistic = "mean" | "share-above" | "share-at-least";

/** A figure as a document prints it. Money in 万元, shares as fractions. */
export interface PrintedFigure extends Reference {
  readonly id: string;
  readonly measure: string;
  readonly statistic: Statistic;
  /** For the two shares of enterprises: the line they are above or at least at; null for a mean. */
  readonly line: number | null;
  readonly value: number;
  /** The text gives a lower end only ("more than nine in ten"). */
  readonly atLeast: boolean;
  readonly year: number;
  readonly scope: Text;
  readonly note: Text | null;
  readonly evidence: Evidence;
}

export interface Cultivation {
  readonly measures: readonly Measure[];
  readonly titles: readonly TitleRule[];
  readonly benchmarks: readonly BenchmarkMeasure[];
  readonly printed: readonly PrintedFigure[];
  readonly rewards: readonly Reward[];
}

/** A reference in one line: 《title》（number）clause. */
export function referenceText({ document, clause }: Reference): Text {
  return documentText({ ...document, part: clause });
}
