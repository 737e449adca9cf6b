/** What the scoring view shows, as plain data. */
import type { SheetInfo, WorkbookView, WrittenSheet } from "../../../excel/host";
import type { Language, Text } from "../../../words/text";
import type { ReadingFailure } from "../../../sheet/reading/read-sheet";
import type { DraftInUse, PaneSettings } from "./pane-settings";
import type { ReadingView } from "../../worker/tasks/reading-view";
import type { PlaceCode } from "../../../language/places";
import type { Purpose } from "../../../policy/rule-set";
import type { SavedMapping } from "../../../sheet/reading/saved-mapping";
import type { VerdictChangesView } from "../../worker/tasks/run-answers";
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

/** What verdicts depend on beside the cells. */
export interface ScoredBy {
  readonly asOf: string;
  readonly purpose: Purpose;
  /** The place of enterprises that tell none. */
  readonly place: PlaceCode | null;
  readonly mapping: SavedMapping | undefined;
  /** The draft of rules that judged; null for the rules in force. */
  readonly draft: DraftInUse | null;
  /** First and last sheet row that were scored; null where all were. */
  readonly rows: readonly [number, number] | null;
  readonly language: Language;
}

export interface Results {
  readonly summary: ScoreSummary;
  readonly written: readonly WrittenSheet[];
  /** Id of each -> the last row and column that it filled, 0-based: what lies beyond is somebody else's. */
  readonly extents: Readonly<Record<string, readonly [bottom: number, right: number]>>;
  /** Of them the one with a row an enterprise and its verdicts. */
  readonly list: WrittenSheet | null;
  /** What the worker knows the run by; null while it is still being taken up again. */
  readonly run: number | null;
  readonly by: ScoredBy;
  /** Over the input of all rows: tells whether the list still is as it was scored. */
  readonly inputs: string;
  /** Its verdicts as the workbook keeps them; null where it does not. */
  readonly kept: string | null;
  /** Ids of the sheets written whose first column holds the row of an enterprise. */
  readonly rowSheets: readonly string[];
  /** The last column that was read, 0-based, and the last heading row as Excel counts it. */
  readonly lastColumn: number;
  readonly headingRow: number;
  /** The sheet scored, the first of them where several were. */
  readonly sheet: { readonly id: string; readonly name: string };
  /** All the sheets scored as one list, by the names they had then. */
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  /** What the names of its result sheets end with; "" for the first list of a workbook. */
  readonly ending: string;
  /** Milliseconds of the clock, for 10:32; null where nothing tells when it was. */
  readonly at: number | null;
  /** Taken up from what the workbook keeps, not scored since the pane was opened. */
  readonly reopened: boolean;
  /** Names of result sheets that are no longer there. */
  readonly missing: readonly string[];
  /** Cells of the scored sheet, or the date, purpose or columns to score by, changed since. */
  readonly stale: boolean;
  /** Somebody else has written their results in place of these. */
  readonly replaced: boolean;
  /** The tier whose rows the results sheet shows, or `FOUND_FIRMS`; null shows all. */
  readonly filter: string | null;
  /** What changed since the scoring before; null where there was none to compare with. */
  readonly changes: VerdictChangesView | null;
  /** The scoring before, which undoing brings back. */
  readonly before: Results | null;
  /** Its run has the cells that it was scored with. */
  readonly exact: boolean;
  /** Of a scoring that another followed: its cells as the workbook keeps them; null where it does not. */
  readonly cells: string | null;
}

/** Whether a scoring that another followed can be brought back. */
export function canComeBack({ run, exact, cells }: Results): boolean {
  return (run !== null && exact) || cells !== null;
}

/** The results sheet shows enterprises that were found in a list. */
export const FOUND_FIRMS = "found";

/** Something that just happened, for those who listen instead of looking. */
export interface Announcement {
  readonly what: "recognised" | "not-recognised" | "scored" | "undone" | "cancelled" | "failed" | "filtered";
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
  /** Of the list that is shown. */
  readonly results: Results | null;
  /** Of every list of the workbook that was scored, the one shown among them. */
  readonly lists: readonly Results[];
  /** The sheet written of what changed since the scoring before. */
  readonly wroteChanges: { readonly sheet: string; readonly name: string } | null;
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
    lists: [],
    wroteChanges: null,
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
