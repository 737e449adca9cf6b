/** Some rows of a sheet that was read whole, so that an enterprise scores the same alone as among all the others. */
import { FactColumns } from "../../engine/facts";
import type { Facts } from "../../engine/facts";
import { allSlots, type Vocabulary } from "../../language/vocabulary";
import { addressIn } from "../../words/grid";
import type { SheetReading } from "./read-sheet";

/** First and last sheet row of a block, as Excel counts them. */
export type RowSpan = readonly [number, number];

function within(spans: readonly RowSpan[], row: number): boolean {
  return spans.some(([first, last]) => first <= row && row <= last);
}

function factsAt(facts: Facts, rows: readonly number[], vocabulary: Vocabulary): Facts {
  const columns = new Map<string, Float64Array>();
  for (const key of allSlots(vocabulary)) {
    const values = facts.column(key);
    if (values !== undefined)
      columns.set(
        key,
        Float64Array.from(rows, (row) => values[row] ?? NaN),
      );
  }
  return new FactColumns(rows.length, columns);
}

/** The cells of rows as they are said to a person, to tell which of a list of cells belong to them. */
function cellsOf({ grid, gridRows, columns }: SheetReading, kept: readonly number[]): ReadonlySet<string> {
  const read = columns.filter(({ use }) => use === "read");
  const rows = kept.flatMap((row) => gridRows[row] ?? []);
  return new Set(rows.flatMap((row) => read.map(({ column }) => addressIn(grid, row, column))));
}

/** The reading with only those enterprises that stand in rows of its first sheet within `spans`. May hold none. */
export function onlyRows(reading: SheetReading, spans: readonly RowSpan[], vocabulary: Vocabulary): SheetReading {
  const kept = reading.rowNumbers.flatMap((row, index) =>
    within(spans, row) && reading.sheetOf(index) === reading.sheet ? [index] : [],
  );
  const pick = <T>(values: readonly T[]): T[] =>
    kept.flatMap((index) => {
      const value = values[index];
      return value === undefined ? [] : [value];
    });
  const rowNumbers = pick(reading.rowNumbers);
  const cells = cellsOf(reading, kept);
  return {
    ...reading,
    firstRow: rowNumbers[0] ?? reading.firstRow,
    lastRow: rowNumbers[rowNumbers.length - 1] ?? reading.lastRow,
    facts: factsAt(reading.facts, kept, vocabulary),
    rowNumbers,
    sheets: [reading.sheet],
    sheetOf: () => reading.sheet,
    gridRows: pick(reading.gridRows),
    names: pick(reading.names),
    creditCodes: pick(reading.creditCodes),
    placeOf: (row) => reading.placeOf(kept[row] ?? -1),
    text: (field) => pick(reading.text(field)),
    unreadable: reading.unreadable.filter(({ cell }) => cells.has(cell)),
    cellOf: (row, key) => {
      const whole = kept[row];
      return whole === undefined ? null : reading.cellOf(whole, key);
    },
    confirming: (doubts) => onlyRows(reading.confirming(doubts), spans, vocabulary),
  };
}
