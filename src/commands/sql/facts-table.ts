/** Facts of a sheet as a table of DuckDB, by the contract of columns and types. */
import { BIGINT, DOUBLE, DuckDBDataChunk, VARCHAR, type DuckDBConnection } from "@duckdb/node-api";
import type { Facts } from "../../engine/facts";
import { columnOf, fieldOf, NEVER, typeOf, YES_FOR_EVER } from "../../engine/sql/slot-columns";
import type { Vocabulary } from "../../language/vocabulary";

const CHUNK = 2048;

export interface FactsTable {
  readonly facts: Facts;
  /** Slots the rules read; those without a column are NULL in every row. */
  readonly wanted: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
  readonly names?: readonly string[];
  readonly creditCodes?: readonly string[];
  /** Changes a column's type; left out but for faults that are planted in tests. */
  readonly typed?: (type: string) => string;
}

/** Makes the table `enterprises`: id, enterprise_name, enterprise_credit_code, and a column a slot. */
export async function loadFacts(
  duck: DuckDBConnection,
  { facts, wanted, vocabulary, names = [], creditCodes = [], typed = (type) => type }: FactsTable,
): Promise<void> {
  const slots = [...wanted].filter((key) => facts.column(key) !== undefined);
  const columns = slots.map((key) => `${columnOf(key)} DOUBLE`);
  await duck.run(
    `CREATE OR REPLACE TABLE given (${["id BIGINT", "enterprise_name VARCHAR", "enterprise_credit_code VARCHAR", ...columns].join(", ")})`,
  );
  const appender = await duck.createAppender("given");
  for (let start = 0; start < facts.count; start += CHUNK) {
    const count = Math.min(CHUNK, facts.count - start);
    const rows = Array.from({ length: count }, (_, at) => start + at);
    const chunk = DuckDBDataChunk.create([BIGINT, VARCHAR, VARCHAR, ...slots.map(() => DOUBLE)], count);
    chunk.setColumnValues(0, rows.map(BigInt));
    chunk.setColumnValues(
      1,
      rows.map((row) => names[row] ?? null),
    );
    chunk.setColumnValues(
      2,
      rows.map((row) => creditCodes[row] ?? null),
    );
    slots.forEach((key, at) => {
      const column = facts.column(key);
      chunk.setColumnValues(
        at + 3,
        rows.map((row) => known(column?.[row])),
      );
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
  const all = ["id", "enterprise_name", "enterprise_credit_code", ...slots.map(cast), ...nothing];
  await duck.run(`CREATE OR REPLACE TABLE enterprises AS SELECT ${all.join(", ")} FROM given`);
  await duck.run("DROP TABLE given");
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
