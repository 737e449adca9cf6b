/** Some rows of a sheet that was read whole, so that an enterprise scores the same alone as among all the others. */
import { FactColumns } from "../../rules/facts";
import type { Facts } from "../../rules/facts";
import { slot, type Vocabulary } from "../../policy/vocabulary";
import type { SheetReading } from "./read-sheet";

/** First and last sheet row of a block, as Excel counts them. */
export type RowSpan = readonly [number, number];

function within(spans: readonly RowSpan[], row: number): boolean {
  return spans.some(([first, last]) => first <= row && row <= last);
}

/** `D17` -> 17. */
function rowOfAddress(address: string): number {
  return Number(address.replace(/^[A-Z]+/, ""));
}

function slotsOf(vocabulary: Vocabulary): readonly string[] {
  return [...vocabulary.fields.values()].flatMap(({ id, periods }) =>
    Array.from({ length: periods }, (_, back) => slot(id, back)),
  );
}

function factsAt(facts: Facts, rows: readonly number[], vocabulary: Vocabulary): Facts {
  const columns = new Map<string, Float64Array>();
  for (const key of slotsOf(vocabulary)) {
    const values = facts.column(key);
    if (values !== undefined)
      columns.set(
        key,
        Float64Array.from(rows, (row) => values[row] ?? NaN),
      );
  }
  return new FactColumns(rows.length, columns);
}

/** The reading with only those enterprises whose sheet rows lie in `spans`. May hold none. */
export function onlyRows(reading: SheetReading, spans: readonly RowSpan[], vocabulary: Vocabulary): SheetReading {
  const kept = reading.rowNumbers.flatMap((row, index) => (within(spans, row) ? [index] : []));
  const pick = <T>(values: readonly T[]): T[] =>
    kept.flatMap((index) => {
      const value = values[index];
      return value === undefined ? [] : [value];
    });
  const rowNumbers = pick(reading.rowNumbers);
  return {
    ...reading,
    firstRow: rowNumbers[0] ?? reading.firstRow,
    lastRow: rowNumbers[rowNumbers.length - 1] ?? reading.lastRow,
    facts: factsAt(reading.facts, kept, vocabulary),
    rowNumbers,
    names: pick(reading.names),
    creditCodes: pick(reading.creditCodes),
    text: (field) => pick(reading.text(field)),
    unreadable: reading.unreadable.filter(({ cell }) => within(spans, rowOfAddress(cell))),
    cellOf: (row, key) => {
      const whole = kept[row];
      return whole === undefined ? null : reading.cellOf(whole, key);
    },
  };
}
