/** What the pane shows of a sheet that has been read: plain data, small enough to cross from the worker to the page. */
import type { SheetReading } from "../../../sheet/reading/read-sheet";
import type { Mapping } from "../../../sheet/reading/map-columns";
import type { Doubt } from "../../../sheet/reading/doubts";
import { slot } from "../../../language/vocabulary";
import type { Text } from "../../../words/text";
import type { Assumption, UnreadableCell, Warning } from "../../../sheet/reading/messages";
import { cellAt, cellText, isBlank } from "../../../words/grid";

/** A list cut to what a person can look through; `count` is how many there are. */
export interface Cut<T> {
  readonly items: readonly T[];
  readonly count: number;
}

export interface ColumnView extends Mapping {
  /** The first cell below the heading that holds anything, as text; "" where the column is blank. */
  readonly example: string;
}

export interface DoubtView extends Doubt {
  /** Names of the tiers whose rules read the column's field: what waits for the answer. */
  readonly deciding: readonly Text[];
}

export interface ReadingView {
  readonly kind: "reading";
  readonly sheet: string;
  /** Those read as one list; one where the sheet was read alone. */
  readonly sheets: readonly string[];
  /** First and last heading row, as Excel counts them. */
  readonly headingRows: readonly [number, number];
  readonly firstRow: number;
  readonly lastRow: number;
  readonly t: number;
  /** Enterprises among the rows read. */
  readonly enterprises: number;
  readonly columns: readonly ColumnView[];
  /** Columns nobody has confirmed; they decide nothing until somebody does. */
  readonly doubts: readonly DoubtView[];
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly Warning[];
  readonly unreadable: Cut<UnreadableCell>;
}

const MOST_UNREADABLE = 200;
const MOST_CELLS = 20;
const EXAMPLE_ROWS = 20;
const LONGEST_EXAMPLE = 40;

function exampleOf({ grid, gridRows }: SheetReading, column: number): string {
  for (const row of gridRows.slice(0, EXAMPLE_ROWS)) {
    const cell = cellAt(grid, row, column);
    if (!isBlank(cell)) return cellText(cell).slice(0, LONGEST_EXAMPLE);
  }
  return "";
}

/** @param deciding the names of the tiers that read a slot, see `tiersReading` */
export function readingView(reading: SheetReading, deciding: (slot: string) => readonly Text[]): ReadingView {
  const { sheet, sheets, headingRows, firstRow, lastRow, t, assumptions } = reading;
  return {
    kind: "reading",
    sheet,
    sheets,
    headingRows,
    firstRow,
    lastRow,
    t,
    enterprises: reading.facts.count,
    columns: reading.columns.map((mapping) => ({ ...mapping, example: exampleOf(reading, mapping.column) })),
    doubts: reading.doubts.map((doubt) => ({ ...doubt, deciding: deciding(slot(doubt.field, doubt.back)) })),
    assumptions,
    warnings: reading.warnings.map((warning) =>
      warning.cells === undefined ? warning : { ...warning, cells: warning.cells.slice(0, MOST_CELLS) },
    ),
    unreadable: { items: reading.unreadable.slice(0, MOST_UNREADABLE), count: reading.unreadable.length },
  };
}
