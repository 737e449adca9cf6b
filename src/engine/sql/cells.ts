/**
 * Cells in SQL, with what their blanks may hold: at least what the parts hold, at most what the wholes hold, else what the field can hold.
 * The same as `CellBounds`. NULL stands for an endless end, so that sums of ends are endless by themselves.
 */
import { boundingSlots } from "../../language/relatives";
import { FOUNDED } from "../../language/tree";
import { cellOfSlot, type Vocabulary } from "../../language/vocabulary";
import { serialOf } from "../../words/calendar";
import type { Amount, AmountEnds } from "./amount";
import { day, NotInSql, type Dialect } from "./dialect";
import type { Layers } from "./layers";
import { and, FALSE, isOpen, not, or, surely } from "./logic";
import { columnOf, digitsOf, fieldOf } from "./slot-columns";

export interface SqlContext {
  readonly dialect: Dialect;
  readonly vocabulary: Vocabulary;
  /** The day of judgement as an Excel serial, and the last complete fiscal year. */
  readonly asOf: number;
  readonly t: number;
  /** Slots that the table has a column for; the others are NULL in every row. */
  readonly present: ReadonlySet<string>;
  /** General conditions without any column hold unless this is false. */
  readonly assumeGeneral: boolean;
}

export class Cells {
  constructor(
    readonly context: SqlContext,
    private readonly layers: Layers,
  ) {}

  private relatives(key: string): { readonly wholes: readonly string[]; readonly parts: readonly string[] } {
    const { field, back } = cellOfSlot(key);
    const { wholes, parts } = boundingSlots(field, back, this.context.vocabulary);
    const columns = (slots: readonly string[]): readonly string[] =>
      slots.filter((one) => this.context.present.has(one)).map(columnOf);
    return { wholes: columns(wholes), parts: columns(parts) };
  }

  /** Whether parts or wholes of the table bound a blank. */
  isBounded(key: string): boolean {
    const { wholes, parts } = this.relatives(key);
    return wholes.length + parts.length > 0;
  }

  /** Whether the table speaks of a slot: it has a column for it, or for a whole it is a part of. */
  speaksOf(key: string): boolean {
    const { field, back } = cellOfSlot(key);
    const { wholes } = boundingSlots(field, back, this.context.vocabulary);
    return [key, ...wholes].some((one) => this.context.present.has(one));
  }

  /** Whether the enterprise was founded after a slot's year; NULL while the day is not known. */
  isBeforeFounding(key: string): string {
    const { back } = cellOfSlot(key);
    const { periods, ofJudgementYear } = fieldOf(key, this.context.vocabulary);
    if (periods === 1 || !this.context.present.has(FOUNDED)) return FALSE;
    const first = serialOf(this.context.t - back + Number(ofJudgementYear) + 1, 1, 1);
    if (first === null) throw new NotInSql("a year beyond the calendar");
    return `${columnOf(FOUNDED)} >= ${day(first)}`;
  }

  /** A yes/no cell, with what its parts and wholes settle. */
  flag(key: string): string {
    const column = columnOf(key);
    const { wholes, parts } = this.relatives(key);
    if (wholes.length + parts.length === 0) return column;
    const yes = or(parts);
    const no = not(and(wholes));
    const settled =
      parts.length === 0
        ? `CASE WHEN ${no} THEN FALSE END`
        : wholes.length === 0
          ? `CASE WHEN ${yes} THEN TRUE END`
          : `CASE WHEN ${yes} THEN CASE WHEN ${no} THEN NULL ELSE TRUE END WHEN ${no} THEN FALSE END`;
    return this.layers.define("cells", `${column}_known`, `COALESCE(${column}, ${settled})`);
  }

  /**
   * The ends of a number.
   * @param sinceFounding whether its blank is 0 in the years before the enterprise was founded
   */
  ends(key: string, sinceFounding = false): AmountEnds {
    const { type, min, max } = fieldOf(key, this.context.vocabulary);
    const digits = digitsOf(type);
    if (digits === null) throw new NotInSql(`arithmetic with ${type}`);
    const amount = (sql: string): Amount => ({ sql, ...digits });
    const column = columnOf(key);
    const { wholes, parts } = this.relatives(key);
    const before = sinceFounding ? this.isBeforeFounding(key) : FALSE;
    if (wholes.length + parts.length === 0) {
      const own =
        before === FALSE
          ? column
          : this.layers.define("cells", `${column}_f`, `COALESCE(${column}, CASE WHEN ${before} THEN 0 END)`);
      if (before !== FALSE && (min !== 0 || max !== Infinity))
        throw new NotInSql("a year before the founding of a field with ends");
      return {
        lo: amount(min === -Infinity ? own : `COALESCE(${own}, ${min})`),
        hi: amount(max === Infinity ? own : `COALESCE(${own}, ${max})`),
      };
    }
    if (min !== 0 || max !== Infinity) throw new NotInSql("a part or a whole that is not between 0 and endless");
    const most = wholes.length === 1 ? (wholes[0] ?? "") : `LEAST(${wholes.join(", ")})`;
    const zeros = parts.map((part) => `COALESCE(${part}, 0)`);
    const least = zeros.length === 1 ? (zeros[0] ?? "") : `GREATEST(${zeros.join(", ")})`;
    const contradictory = wholes.length > 0 && parts.length > 0 ? `${least} > ${most}` : null;
    const held = (end: string, otherwise: string): string =>
      contradictory === null ? end : `CASE WHEN ${contradictory} THEN ${otherwise} ELSE ${end} END`;
    const lo = parts.length === 0 ? `COALESCE(${column}, 0)` : `COALESCE(${column}, ${held(least, "0")})`;
    const hi = wholes.length === 0 ? column : `COALESCE(${column}, ${held(most, "NULL")})`;
    const named = (end: "lo" | "hi", sql: string): string =>
      sql.length <= 28 ? sql : this.layers.define("cells", `${column}_${end}`, sql);
    if (before === FALSE) return { lo: amount(named("lo", lo)), hi: amount(named("hi", hi)) };
    // A blank that its parts and wholes leave a single value keeps it.
    const nothing =
      wholes.length === 0
        ? `${column} IS NULL AND ${before}`
        : `${column} IS NULL AND ${before} AND (${held(most, "NULL")} > ${parts.length === 0 ? "0" : held(least, "0")}) IS NOT FALSE`;
    return {
      lo: amount(this.layers.define("cells", `${column}_f_lo`, `CASE WHEN ${nothing} THEN 0 ELSE ${lo} END`)),
      hi: amount(this.layers.define("cells", `${column}_f_hi`, `CASE WHEN ${nothing} THEN 0 ELSE ${hi} END`)),
    };
  }

  /** Whether a cell is blank and may hold more than one value. */
  isOpen(key: string, sinceFounding = false): string {
    const { type } = fieldOf(key, this.context.vocabulary);
    if (type === "flag") return isOpen(this.flag(key));
    const column = columnOf(key);
    if (!this.isBounded(key)) {
      const before = sinceFounding ? this.isBeforeFounding(key) : FALSE;
      return before === FALSE ? isOpen(column) : and([isOpen(column), not(surely(before))]);
    }
    const { lo, hi } = this.ends(key, sinceFounding);
    return and([isOpen(column), `(${hi.sql} = ${lo.sql}) IS NOT TRUE`]);
  }
}
