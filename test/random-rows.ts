/** Random rows for property tests: plausible values, many of them on or next to a line, some blank, some columns absent. */
import fc from "fast-check";
import type { Requirements } from "../src/policy/rule-set";
import { cellOfSlot, slot, type Field, type Vocabulary } from "../src/language/vocabulary";
import { FactColumns } from "../src/engine/facts";
import { slotsOf } from "../src/policy/cells-read";

/** Amounts and ratios at which rules turn, so that random rows meet borders often. */
const AMOUNTS = [0, 99.9999, 100, 400, 500, 1000, 1200, 1500, 2000, 3333.33, 5000, 8000, 10000, 20000, 40000];
const SHARES = [0, 0.02, 0.03, 0.05, 0.06, 0.1, 0.5, 0.55, 0.6, 0.7, 0.75, 0.8, 0.9, 1];
/** 2026-11-21 as a serial day, the as-of day of the properties. */
export const AS_OF = 46347;

export function valueOf(field: Field): fc.Arbitrary<number> {
  switch (field.type) {
    case "money":
      return fc.oneof(
        fc.constantFrom(...AMOUNTS.filter((amount) => amount >= field.min)),
        fc.tuple(fc.constantFrom(...AMOUNTS), fc.constantFrom(...SHARES)).map(([a, b]) => Number((a * b).toFixed(4))),
        fc.integer({ min: 0, max: 300_000_000 }).map((cents) => cents / 10_000),
        ...(field.min < 0 ? [fc.integer({ min: -2000, max: 0 })] : []),
      );
    case "share":
      return fc.oneof(
        fc.constantFrom(...SHARES),
        fc.integer({ min: 0, max: 10_000 }).map((share) => share / 10_000),
      );
    case "flag":
      return fc.constantFrom(0, 1);
    case "choice":
      return fc.integer({ min: 0, max: field.choices.length - 1 });
    case "date":
      return fc.integer({ min: AS_OF - 7000, max: AS_OF });
    case "validity":
      return fc.constantFrom(-Infinity, AS_OF - 1, AS_OF, AS_OF + 400, Infinity);
    case "industry":
      return fc.integer({ min: 0, max: 15 });
    case "rank":
      return fc.integer({ min: field.min, max: 12 });
    case "points":
      return fc.oneof(fc.integer({ min: 0, max: 15 }), fc.constantFrom(49.99, 50, 59.99, 60, 73, 75));
    case "years":
      return fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(1.99, 2.5));
    default:
      return fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(20, 100, 300, 500, 1000));
  }
}

/** A value that opens no door by itself: no title, no award, the lowest rung. */
function weakest(field: Field): number {
  if (field.type === "validity") return -Infinity;
  return field.type === "rank" && field.min > 0 ? 100 : field.type === "date" ? AS_OF : field.min;
}

/** A full row in which flags, titles, choices and ranks are mostly the weakest: rows that fail, with something to improve. */
export function weakRow(requirements: Requirements, vocabulary: Vocabulary): fc.Arbitrary<Record<string, number>> {
  const slots = [...slotsOf(requirements, vocabulary)];
  const cell = (slot: string): fc.Arbitrary<number> => {
    const field = vocabulary.fields.get(slot.replace(/\[t-\d\]$/, ""));
    if (!field) throw new Error(`no field for ${slot}`);
    const door = ["flag", "validity", "choice", "rank"].includes(field.type) && !field.judgement;
    return fc.oneof(
      { weight: door ? 8 : 2, arbitrary: field.min < 0 && !door ? fc.constant(0) : fc.constant(weakest(field)) },
      { weight: field.judgement ? 1 : 6, arbitrary: field.judgement ? fc.constant(1) : valueOf(field) },
      { weight: field.judgement ? 9 : 0, arbitrary: fc.constant(1) },
    );
  };
  return fc
    .tuple(...slots.map(cell))
    .map((values) => Object.fromEntries(slots.map((slot, index) => [slot, values[index] ?? NaN])));
}

/** A table of `rows` rows over every slot the requirements read; about one cell in eight is blank, one column in twelve absent. */
export function tableFor(requirements: Requirements, vocabulary: Vocabulary, rows: number): fc.Arbitrary<FactColumns> {
  const slots = [...slotsOf(requirements, vocabulary)];
  const column = (slot: string): fc.Arbitrary<Float64Array | null> => {
    const field = vocabulary.fields.get(slot.replace(/\[t-\d\]$/, ""));
    if (!field) throw new Error(`no field for ${slot}`);
    const cell = fc.oneof({ weight: 7, arbitrary: valueOf(field) }, { weight: 1, arbitrary: fc.constant(NaN) });
    const values = fc.array(cell, { minLength: rows, maxLength: rows }).map((list) => Float64Array.from(list));
    return fc.oneof({ weight: 11, arbitrary: values }, { weight: 1, arbitrary: fc.constant(null) });
  };
  return fc.tuple(...slots.map(column)).map((columns) => {
    const present = new Map<string, Float64Array>();
    columns.forEach((values, index) => {
      const slot = slots[index];
      if (values !== null && slot !== undefined) present.set(slot, values);
    });
    return new FactColumns(rows, present);
  });
}

/** The row as a record that can be edited: slot -> value, NaN for blank; absent columns are left out. */
export function recordOf(facts: FactColumns, row: number): Record<string, number> {
  return Object.fromEntries([...facts.slots()].map((slot) => [slot, facts.column(slot)?.[row] ?? NaN]));
}

type Row = Readonly<Record<string, number>>;

/** Whether no part exceeds a whole of it that is known. */
export function respectsWholes(row: Row, vocabulary: Vocabulary): boolean {
  return Object.entries(row).every(([key, value]) => !(value > leastWhole(row, key, vocabulary)));
}

/** The row of a sheet that does not contradict itself: parts that exceed a whole are lowered to it. */
export function withinWholes(row: Row, vocabulary: Vocabulary): Record<string, number> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      const whole = leastWhole(row, key, vocabulary);
      return [key, value > whole ? whole : value];
    }),
  );
}

function leastWhole(row: Row, key: string, { fields }: Vocabulary): number {
  const { field, back } = cellOfSlot(key);
  let least = Infinity;
  for (let whole = fields.get(field)?.partOf; whole; whole = fields.get(whole)?.partOf) {
    const value = row[slot(whole, back)] ?? NaN;
    if (value < least) least = value;
  }
  return least;
}
