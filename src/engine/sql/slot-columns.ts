/** The contract with a database: one column a slot, with its type. Whoever fills it casts; a preflight counts what breaks it. */
import { cellOfSlot, slot, type Field, type FieldType, type Vocabulary } from "../../language/vocabulary";
import { isoOfSerial } from "../../words/calendar";
import type { Amount } from "./amount";
import { NotInSql } from "./dialect";

/** Money is in 万元: nine digits before the point are ten million million yuan, six behind it are a fen. */
const AMOUNT = { whole: 9, scale: 6 };
/** A share is kept as the 15 digits that a sheet shows. */
const SHARE = { whole: 9, scale: 15 };

/** A plain yes to a title without its last day, and a plain no. */
export const YES_FOR_EVER = "9999-12-31";
export const NEVER = "1900-01-01";

/** `revenue[t-1]` is the column `revenue_t1`. */
export function columnOf(key: string): string {
  const { field, back } = cellOfSlot(key);
  return back === 0 ? field : `${field}_t${back}`;
}

/** Digits of the numbers in a column; null where it holds none with digits behind the point. */
export function digitsOf(type: FieldType): Pick<Amount, "whole" | "scale"> | null {
  switch (type) {
    case "money":
    case "count":
    case "years":
    case "rank":
    case "points":
    case "number":
      return AMOUNT;
    case "share":
      return SHARE;
    case "choice":
    case "industry":
      return { whole: 4, scale: 0 };
    case "place":
      return { whole: 9, scale: 0 };
    default:
      return null;
  }
}

/** The type of a slot's column, by a name that every dialect has. */
export function typeOf(type: FieldType): string {
  switch (type) {
    case "flag":
      return "BOOLEAN";
    case "date":
    case "validity":
      return "DATE";
    case "choice":
    case "industry":
      return "SMALLINT";
    case "place":
      return "INTEGER";
    case "text":
    case "code":
      throw new NotInSql(`a rule about text`);
    default: {
      const digits = digitsOf(type);
      if (digits === null) throw new NotInSql(`a rule about ${type}`);
      return `DECIMAL(${digits.whole + digits.scale},${digits.scale})`;
    }
  }
}

export function fieldOf(key: string, { fields }: Vocabulary): Field {
  const { field } = cellOfSlot(key);
  const found = fields.get(field);
  if (!found) throw new NotInSql(`a rule about ${field}, which the vocabulary lacks`);
  return found;
}

/** A value as the engine keeps it, as a literal of its column. */
export function literalOf(type: FieldType, value: number): string {
  if (Number.isNaN(value)) return "NULL";
  switch (type) {
    case "flag":
      return value === 1 ? "TRUE" : "FALSE";
    case "date":
    case "validity":
      return value === Infinity
        ? `DATE '${YES_FOR_EVER}'`
        : value === -Infinity
          ? `DATE '${NEVER}'`
          : `DATE '${isoOfSerial(value)}'`;
    default:
      return String(value);
  }
}

/** The slots of several rule sets in the order of the vocabulary. */
export function inOrder(slots: ReadonlySet<string>, { fields }: Vocabulary): readonly string[] {
  return [...fields.values()].flatMap(({ id, periods }) =>
    Array.from({ length: periods }, (_, back) => slot(id, back)).filter((key) => slots.has(key)),
  );
}
