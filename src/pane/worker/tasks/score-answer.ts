/** What a finished run tells the page, as plain data. */
import type { Purpose } from "../../../policy/rule-set";
import type { Assumption, UnreadableCell, Warning } from "../../../sheet/reading/messages";
import type { SheetRow } from "../../../sheet/reading/sheet-row";
import type { Text } from "../../../words/text";
import type { Cut } from "./reading-view";

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
