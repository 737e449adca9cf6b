import type { SheetReading } from "../reading/read-sheet";
import type { TableContext } from "./score-tables";
import type { WaitingVerdicts } from "./waiting-verdicts";

/** What the sheets about a whole run are made from. */
export interface SummaryContext extends TableContext {
  readonly reading: SheetReading;
  /** What waits for an answer about doubtful columns; left out or null where nothing is doubtful. */
  readonly waiting?: WaitingVerdicts | null;
}
