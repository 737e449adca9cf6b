/** The databases a rule set can be written for. What differs between them is said here and nowhere else. */
import { isoOfSerial } from "../../words/calendar";

export const DIALECTS = ["duckdb", "postgres", "spark"] as const;
export type Dialect = (typeof DIALECTS)[number];

/** A rule set that a dialect can't hold exactly; the message names the construct. No rule set of the release is one. */
export class NotInSql extends Error {
  override name = "NotInSql";
}

/**
 * What ends a layer, so that each of its columns is worked out once. PostgreSQL merges a layer into the next and writes every expression
 * out wherever its name stands, layer by layer: a scored rule set took 2 ms an enterprise. It never merges a query with an OFFSET, and
 * hands its rows on as they come.
 */
export function fence(dialect: Dialect): string {
  return dialect === "postgres" ? "\n  OFFSET 0" : "";
}

/** A double, which only bounds of growth with blanks are worked out in. */
export function double(sql: string, dialect: Dialect): string {
  return `CAST(${sql} AS ${dialect === "postgres" ? "DOUBLE PRECISION" : "DOUBLE"})`;
}

export function textType(dialect: Dialect): string {
  return dialect === "postgres" ? "TEXT" : dialect === "spark" ? "STRING" : "VARCHAR";
}

export function day(serial: number): string {
  return `DATE '${isoOfSerial(serial)}'`;
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A column's name as somebody else gave it. */
export function quotedName(name: string, dialect: Dialect): string {
  return dialect === "spark" ? `\`${name.replaceAll("`", "``")}\`` : `"${name.replaceAll('"', '""')}"`;
}
