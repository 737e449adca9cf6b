/** What a database answers beside what the engine answers: verdicts and points from columns, failing conditions and missing cells from rows. */
import type { Facts } from "../../../src/engine/facts";
import { scoreColumns, verdictOf } from "../../../src/engine/columns/score-columns";
import { Scorer } from "../../../src/engine/rows/evaluate";
import type { QueryOptions, ResultColumn } from "../../../src/engine/sql/rule-set-query";
import { RuleSetQuery } from "../../../src/engine/sql/rule-set-query";
import type { Requirements } from "../../../src/policy/rule-set";

export type Answer = boolean | number | string | null;

export interface Difference {
  readonly row: number;
  readonly column: string;
  readonly sql: Answer;
  readonly engine: Answer;
}

export interface Compared {
  readonly cells: number;
  readonly differences: readonly Difference[];
}

/** One rule set as SQL, with what its columns tell. */
export function compiled(
  requirements: Requirements,
  options: QueryOptions,
): { sql: string; columns: readonly ResultColumn[] } {
  const query = new RuleSetQuery([{ prefix: "", requirements }], options);
  return { sql: query.text("enterprises"), columns: query.results[0] ?? [] };
}

/**
 * Compares answers with the engine's.
 * @param rows id, then the answers in the order of `columns`
 */
export function compareAnswers(
  rows: Iterable<readonly Answer[]>,
  columns: readonly ResultColumn[],
  requirements: Requirements,
  facts: Facts,
  options: QueryOptions,
): Compared {
  const { asOf, t, vocabulary, assumeGeneral } = options;
  const scores = scoreColumns(requirements, facts, vocabulary, { asOf, t, assumeGeneral });
  const scorer = new Scorer(requirements, facts, vocabulary, { asOf, t, assumeGeneral });
  const differences: Difference[] = [];
  let cells = 0;
  for (const [id, ...answers] of rows) {
    const row = Number(id);
    const explained = options.explain ? scorer.evaluate(row) : null;
    const pointsOpen = answers[columns.findIndex(({ tells }) => tells === "points_open")];
    columns.forEach(({ tells, name }, at) => {
      const sql = answers[at] ?? null;
      const engine = ((): Answer | undefined => {
        if (typeof tells === "object") {
          const group = explained?.groups.find((one) => one.id === tells.group);
          return tells.end === "low" ? group?.lo : group?.hi;
        }
        switch (tells) {
          case "status":
            return asBoolean(verdictOf(scores.status[row]));
          case "eligible":
            return asBoolean(verdictOf(scores.eligible[row]));
          case "points_low":
            return scores.scoreLow[row];
          case "points_high":
            return scores.scoreHigh[row];
          case "route":
            return explained?.route;
          case "unmet":
            return explained?.unmet.join(",");
          case "eligible_unmet":
            return explained?.eligibleUnmet.join(",");
          case "missing":
            // The cells that decide a score are the row engine's to tell.
            return pointsOpen === true ? undefined : sorted(explained?.missing);
          case "eligible_missing":
            return sorted(explained?.eligibleMissing);
          case "points_open":
            return undefined;
        }
      })();
      if (engine === undefined) return;
      cells += 1;
      const own =
        name.includes("missing") && typeof sql === "string" ? sorted(sql.split(",").filter((key) => key !== "")) : sql;
      if (own !== engine) differences.push({ row, column: name, sql: own ?? null, engine });
    });
  }
  return { cells, differences };
}

function asBoolean(verdict: "met" | "unmet" | "unknown"): boolean | null {
  return verdict === "unknown" ? null : verdict === "met";
}

function sorted(keys: readonly string[] | undefined): string | undefined {
  return keys === undefined ? undefined : [...keys].sort().join(",");
}
