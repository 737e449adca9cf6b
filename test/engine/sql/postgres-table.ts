/** Facts as a table of PostgreSQL, by the contract of columns and types. */
import { PGlite } from "@electric-sql/pglite";
import { z } from "zod";
import type { FactColumns } from "../../../src/engine/facts";
import { columnOf, fieldOf, NEVER, typeOf, YES_FOR_EVER } from "../../../src/engine/sql/slot-columns";
import type { Field, Vocabulary } from "../../../src/language/vocabulary";
import { isoOfSerial } from "../../../src/words/calendar";
import type { Answer } from "./parity";

export async function openPostgres(): Promise<PGlite> {
  return await PGlite.create();
}

/** Facts as CSV, a line an enterprise; a blank is nothing between two commas. */
export function factsAsCsv(facts: FactColumns, slots: readonly string[], vocabulary: Vocabulary): string {
  const columns = slots.map((key) => ({ field: fieldOf(key, vocabulary), values: facts.column(key) }));
  const lines = Array.from({ length: facts.count }, (_, row) =>
    [row, ...columns.map(({ field, values }) => cellText(field, values?.[row] ?? NaN))].join(","),
  );
  return `${lines.join("\n")}\n`;
}

function cellText({ type }: Field, value: number): string {
  if (Number.isNaN(value)) return "";
  if (type === "flag") return value === 1 ? "true" : "false";
  if (typeOf(type) !== "DATE") return String(value);
  return value === Infinity ? YES_FOR_EVER : value === -Infinity ? NEVER : isoOfSerial(value);
}

export async function loadPostgres(
  postgres: PGlite,
  facts: FactColumns,
  wanted: ReadonlySet<string>,
  vocabulary: Vocabulary,
): Promise<void> {
  const slots = [...wanted];
  const types = slots.map((key) => `${columnOf(key)} ${typeOf(fieldOf(key, vocabulary).type)}`);
  await postgres.exec(
    `DROP TABLE IF EXISTS enterprises; CREATE TABLE enterprises (${["id BIGINT", ...types].join(", ")})`,
  );
  await postgres.query("COPY enterprises FROM '/dev/blob' WITH (FORMAT csv)", [], {
    blob: new Blob([factsAsCsv(facts, slots, vocabulary)]),
  });
}

const cell = z.union([z.string(), z.number(), z.boolean(), z.null(), z.bigint()]);
const rowsSchema = z.array(z.array(cell));

/** @param numbers the columns that hold decimals, which come as text */
export async function askPostgres(
  postgres: PGlite,
  sql: string,
  numbers: ReadonlySet<number>,
): Promise<readonly (readonly Answer[])[]> {
  const { rows } = await postgres.query(`SELECT * FROM (${sql}) AS answers ORDER BY id`, [], { rowMode: "array" });
  return rowsSchema
    .parse(rows)
    .map((row) =>
      row.map((value, at) =>
        value === null || typeof value === "boolean" ? value : numbers.has(at) ? Number(value) : String(value),
      ),
    );
}
