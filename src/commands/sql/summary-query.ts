/** The summary of verdicts: counts by tier, and a fingerprint of all rows in whatever order they come. */
import { quoted, textType, type Dialect } from "../../engine/sql/dialect";

/** Columns of the verdicts whose words make a row's fingerprint. */
function words(tiers: readonly string[], dialect: Dialect): readonly string[] {
  const text = (sql: string): string => `COALESCE(CAST(${sql} AS ${textType(dialect)}), '')`;
  return [
    text("enterprise_name"),
    text("enterprise_credit_code"),
    text("tier"),
    ...tiers.flatMap((tier) => {
      const word = tier.replace(/\W/g, "_");
      return [`${word}_status`, `${word}_eligible`, `${word}_points_low`, `${word}_points_high`].map(text);
    }),
  ];
}

/** The first 32 bits of a text's MD5, as a number. */
function hashed(sql: string, dialect: Dialect): string {
  const head = `SUBSTR(MD5(${sql}), 1, 8)`;
  switch (dialect) {
    case "duckdb":
      return `CAST(CONCAT('0x', ${head}) AS BIGINT)`;
    case "spark":
      return `CAST(CONV(${head}, 16, 10) AS BIGINT)`;
    case "postgres":
      return `CAST(CAST(CONCAT('x00000000', ${head}) AS BIT(64)) AS BIGINT)`;
  }
}

/** Columns: rows, fingerprint, and of each tier highest, met, unmet, unknown. */
export function summaryQuery(tiers: readonly string[], table: string, dialect: Dialect): string {
  const row = `CONCAT_WS('|', ${words(tiers, dialect).join(", ")})`;
  const count = (where: string): string => `SUM(CASE WHEN ${where} THEN 1 ELSE 0 END)`;
  const counts = tiers.flatMap((tier) => {
    const word = tier.replace(/\W/g, "_");
    return [
      `${count(`tier = ${quoted(tier)}`)} AS ${word}_highest`,
      ...["met", "unmet", "unknown"].map(
        (verdict) => `${count(`${word}_status = '${verdict}'`)} AS ${word}_${verdict}`,
      ),
    ];
  });
  const columns = [
    "COUNT(*) AS enterprises",
    `COALESCE(SUM(${hashed(row, dialect)}), 0) AS fingerprint`,
    `${count("tier IS NULL")} AS no_tier`,
    ...counts,
  ];
  return `SELECT\n  ${columns.join(",\n  ")}\nFROM ${table}`;
}
