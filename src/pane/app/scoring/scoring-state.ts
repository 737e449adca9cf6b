/** What the scoring view shows, as plain data. */
import type { SheetInfo, WorkbookView, WrittenSheet } from "../../../excel/host";
import type { Text } from "../../../words/text";
import type { ReadingFailure } from "../../../sheet/reading/read-sheet";
import type { PaneSettings } from "./pane-settings";
import type { ReadingView } from "../../worker/tasks/reading-view";
import type { ScoreSummary } from "../../worker/tasks/score-answer";
import type { UnderWay } from "../work";

/** What can be done about a trouble with one press. */
export type Remedy =
  | { readonly kind: "look-again" }
  | { readonly kind: "score-again" }
  | { readonly kind: "pick-heading" }
  | { readonly kind: "show-sheet"; readonly sheet: string; readonly name: string }
  | { readonly kind: "score-whole" };

export interface Trouble {
  readonly text: Text;
  readonly remedy: Remedy | null;
}

export interface Results {
  readonly summary: ScoreSummary;
  readonly written: readonly WrittenSheet[];
  /** Of them the one with a row an enterprise and its verdicts. */
  readonly list: WrittenSheet | null;
  /** What the worker knows the run by; it keeps the last one. */
  readonly run: number;
  /** Ids of the sheets written whose first column holds the row of an enterprise. */
  readonly rowSheets: readonly string[];
  /** The last column that was read, 0-based, and the last heading row as Excel counts it. */
  readonly lastColumn: number;
  readonly headingRow: number;
  /** The sheet scored, the first of them where several were. */
  readonly sheet: { readonly id: string; readonly name: string };
  /** All the sheets scored as one list, by the names they had then. */
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  /** Milliseconds of the clock, for 10:32. */
  readonly at: number;
  /** Cells of the scored sheet, or the date, purpose or columns to score by, changed since. */
  readonly stale: boolean;
  /** Somebody else has written their results in place of these. */
  readonly replaced: boolean;
  /** The tier whose rows the results sheet shows; null shows all. */
  readonly filter: string | null;
}

/** Something that just happened, for those who listen instead of looking. */
export interface Announcement {
  readonly what: "recognised" | "not-recognised" | "scored" | "cancelled" | "failed" | "filtered";
  readonly count: number;
  /** Counts up, so that the same thing said twice is two announcements. */
  readonly serial: number;
}

export interface ScoringState {
  readonly phase: "starting" | "welcome" | "seen" | "running" | "done";
  readonly workbook: WorkbookView | null;
  /** The sheet looked at. */
  readonly sheet: SheetInfo | null;
  readonly reading: ReadingView | null;
  readonly failure: ReadingFailure | null;
  /** Enterprises on the sheet; not exact where only its first rows were read. */
  readonly enterprises: { readonly count: number; readonly exact: boolean };
  readonly looking: boolean;
  readonly settings: PaneSettings;
  /** Kept settings could not be used. */
  readonly settingsDamaged: boolean;
  readonly onlySelected: boolean;
  /** Sheets that make one list with the one looked at, itself among them, by their names; empty where there are none. */
  readonly together: readonly string[];
  /** They are left alone: only the sheet looked at is read. */
  readonly onlyThisSheet: boolean;
  readonly trouble: Trouble | null;
  /** The run under way. */
  readonly work: UnderWay | null;
  readonly results: Results | null;
  readonly announcement: Announcement | null;
}

export function startingState(settings: PaneSettings): ScoringState {
  return {
    phase: "starting",
    workbook: null,
    sheet: null,
    reading: null,
    failure: null,
    enterprises: { count: 0, exact: true },
    looking: false,
    settings,
    settingsDamaged: false,
    onlySelected: false,
    together: [],
    onlyThisSheet: false,
    trouble: null,
    work: null,
    results: null,
    announcement: null,
  };
}

/** The sheet rows selected on the sheet looked at, as Excel counts them; null where none or a single cell is. */
export function selectedRows({ workbook, sheet, reading }: ScoringState): readonly [number, number] | null {
  const selection = workbook?.selection;
  if (!selection || !sheet || !reading || selection.sheet !== sheet.id) return null;
  const { top, bottom } = selection.range;
  const first = Math.max(top + 1, reading.firstRow);
  const last = Math.min(bottom + 1, (sheet.used?.bottom ?? bottom) + 1);
  return first <= last ? [first, last] : null;
}
