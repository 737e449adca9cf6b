/** The preflight as one query: a line for everything that breaks the contract, with how many rows do. No line, no trouble. */
import { quoted, type Dialect } from "../../engine/sql/dialect";
import type { Text } from "../../words/text";
import type { Check } from "./table-view";

const NO_ROWS: Text = { zh: "表里没有一行数据", en: "the table has no rows" };

/** Two columns: `what`, the place of the check counted from 0 with its words behind it, and `found`, the rows. */
export function preflight(checks: readonly Check[], source: string, dialect: Dialect, language: keyof Text): string {
  const counts = checks.map(({ sql }, at) => `  SUM(CASE WHEN ${sql} THEN 1 ELSE 0 END) AS n${at}`);
  const empty = "  CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END AS nothing";
  const counted = `SELECT\n${[empty, ...counts].join(",\n")}\nFROM ${source}`;
  const lines = [
    { what: NO_ROWS[language], column: "nothing" },
    ...checks.map(({ about }, at) => ({ what: about[language], column: `n${at}` })),
  ];
  if (dialect === "spark") {
    const pairs = lines.map(({ what, column }) => `${quoted(what)}, CAST(${column} AS BIGINT)`);
    return `SELECT what, found FROM (\n${counted}\n) AS counted\nLATERAL VIEW explode(map(${pairs.join(", ")})) AS what, found\nWHERE found > 0`;
  }
  const parts = lines.map(
    ({ what, column }) =>
      `SELECT ${quoted(what)} AS what, CAST(${column} AS BIGINT) AS found FROM counted WHERE ${column} > 0`,
  );
  return `WITH counted AS MATERIALIZED (\n${counted}\n)\n${parts.join("\nUNION ALL ")}`;
}
