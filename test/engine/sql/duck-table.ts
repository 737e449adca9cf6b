/** DuckDB for the comparisons: facts as its table, answers as plain values. */
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import type { FactColumns } from "../../../src/engine/facts";
import { loadFacts } from "../../../src/commands/sql/facts-table";
import { rowsOf } from "../../../src/commands/sql/duck";
import type { Vocabulary } from "../../../src/language/vocabulary";
import type { Answer } from "./parity";

export async function openDuck(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  return await instance.connect();
}

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
  await loadFacts(duck, { facts, wanted, vocabulary, typed });
}

/** Rows of a query, in the order of ids. */
export async function askDuck(duck: DuckDBConnection, sql: string): Promise<readonly (readonly Answer[])[]> {
  return await rowsOf(duck, `SELECT * FROM (${sql}) ORDER BY id`);
}
