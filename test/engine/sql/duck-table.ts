/** Facts as a table of DuckDB, by the contract of columns and types. */
import { BIGINT, DOUBLE, DuckDBDataChunk, DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import type { FactColumns } from "../../../src/engine/facts";
import { columnOf, fieldOf, NEVER, typeOf, YES_FOR_EVER } from "../../../src/engine/sql/slot-columns";
import type { Vocabulary } from "../../../src/language/vocabulary";
import type { Answer } from "./parity";

export async function openDuck(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  return await instance.connect();
}

const CHUNK = 2048;

/**
 * @param wanted slots the rules read; those without facts are NULL in every row
 * @param typed changes a column's type, for faults that are planted
 */
export async function loadDuck(
  duck: DuckDBConnection,
  facts: FactColumns,
  wanted: ReadonlySet<string>,
  vocabulary: Vocabulary,
  typed: (type: string) => string = (type) => type,
): Promise<void> {
  const slots = [...facts.slots()];
  await duck.run(
    `CREATE OR REPLACE TABLE given (id BIGINT, ${slots.map((key) => `${columnOf(key)} DOUBLE`).join(", ")})`,
  );
  const appender = await duck.createAppender("given");
  for (let start = 0; start < facts.count; start += CHUNK) {
    const count = Math.min(CHUNK, facts.count - start);
    const chunk = DuckDBDataChunk.create([BIGINT, ...slots.map(() => DOUBLE)], count);
    chunk.setColumnValues(
      0,
      Array.from({ length: count }, (_, row) => BigInt(start + row)),
    );
    slots.forEach((key, at) => {
      const column = facts.column(key);
      const values = Array.from({ length: count }, (_, row) => {
        const value = column?.[start + row] ?? NaN;
        return Number.isNaN(value) ? null : value;
      });
      chunk.setColumnValues(at + 1, values);
    });
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  const cast = (key: string): string => {
    const column = columnOf(key);
    const type = typeOf(fieldOf(key, vocabulary).type);
    if (type !== "DATE") return `CAST(${column} AS ${typed(type)}) AS ${column}`;
    const days = `DATE '1899-12-30' + CAST(${column} AS INTEGER)`;
    return `CASE ${column} WHEN CAST('infinity' AS DOUBLE) THEN DATE '${YES_FOR_EVER}' WHEN CAST('-infinity' AS DOUBLE) THEN DATE '${NEVER}' ELSE ${days} END AS ${column}`;
  };
  const absent = [...wanted].filter((key) => !slots.includes(key));
  const nothing = absent.map((key) => `CAST(NULL AS ${typeOf(fieldOf(key, vocabulary).type)}) AS ${columnOf(key)}`);
  await duck.run(
    `CREATE OR REPLACE TABLE enterprises AS SELECT ${["id", ...slots.map(cast), ...nothing].join(", ")} FROM given`,
  );
  await duck.run("DROP TABLE given");
}

/** Rows of a query, in the order of ids; decimals and whole numbers as numbers. */
export async function askDuck(duck: DuckDBConnection, sql: string): Promise<readonly (readonly Answer[])[]> {
  const reader = await duck.runAndReadAll(`SELECT * FROM (${sql}) ORDER BY id`);
  return reader.getRows().map((row) =>
    row.map((value) => {
      if (value === null || typeof value === "boolean" || typeof value === "string") return value;
      return Number(String(value));
    }),
  );
}
