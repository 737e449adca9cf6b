/** What a recalculated native copy shows, against the product's own results. */
import type { Purpose, RuleSet } from "../../src/policy/rule-set";
import type { Vocabulary } from "../../src/language/vocabulary";
import { Scorer, type Outcome } from "../../src/engine/rows/evaluate";
import type { Facts } from "../../src/engine/facts";
import { address, type Cell } from "../../src/words/grid";
import { headingRowOf, nativeSheets } from "../../src/sharing/copy/native-sheets";
import { nativeScore, type NativeAnswer, type NativeScore } from "../../src/engine/formulas/native-score";
import { writeCopy } from "../../src/sharing/copy/write-copy";
import { AS_OF, AS_OF_SERIAL, LAST_YEAR } from "./border-rows";

export interface Prepared {
  readonly score: NativeScore;
  readonly bytes: Uint8Array;
  readonly expected: (row: number) => readonly ExpectedCell[];
}

export interface ExpectedCell {
  readonly column: number;
  readonly what: string;
  readonly value: string | number;
}

const WORDS = { met: "达到", unmet: "未达到", unknown: "待补" } as const;

export interface PrepareOptions {
  readonly purpose: Purpose;
  readonly assumeGeneral?: boolean;
  /** The ladder; left out, there is none. */
  readonly rungs?: readonly (readonly string[])[];
}

/** Compiles rule sets over facts into a file without any stored result, and says what every answer has to be. */
export function prepare(
  facts: Facts,
  ruleSets: readonly RuleSet[],
  vocabulary: Vocabulary,
  options: PrepareOptions,
): Prepared {
  const { purpose, assumeGeneral = true, rungs = [] } = options;
  const rows = Array.from({ length: facts.count }, (_, index) => index);
  const reading = {
    facts,
    t: LAST_YEAR,
    rowNumbers: rows.map((row) => row + 2),
    names: rows.map((row) => `示例企业${row + 1}`),
    creditCodes: rows.map(() => ""),
  };
  const score = nativeScore(reading, {
    vocabulary,
    language: "zh",
    purpose,
    assumeGeneral,
    asOf: AS_OF,
    ruleSets,
    rungs,
  });
  const scorers = score.answers.map((answer) => ({
    answer,
    scorer: new Scorer(answer.ruleSet.forPurpose[purpose], facts, vocabulary, {
      asOf: AS_OF_SERIAL,
      t: LAST_YEAR,
      assumeGeneral,
    }),
  }));
  return {
    score,
    bytes: writeCopy({ sheets: nativeSheets(score, "zh") }),
    expected: (row) => {
      const outcomes = scorers.map(({ answer, scorer }) => ({ answer, outcome: scorer.evaluate(row) }));
      const statusOf = (tier: string): string =>
        outcomes.find(({ answer }) => answer.ruleSet.tier === tier)?.outcome.status ?? "";
      const top = [...rungs].reverse().flatMap((rung) => rung.filter((tier) => statusOf(tier) === "met"))[0];
      const open = rungs.flat().some((tier) => statusOf(tier) === "unknown");
      const name = ruleSets.find(({ tier }) => tier === top)?.name.zh ?? (open ? "待补" : "尚未达到");
      return [
        { column: score.highest, what: "highest", value: name },
        ...outcomes.flatMap(({ answer, outcome }) => answered(answer, outcome)),
      ];
    },
  };
}

function answered(answer: NativeAnswer, outcome: Outcome): readonly ExpectedCell[] {
  const { tier, edition } = answer.ruleSet;
  const name = `${tier} ${edition}`;
  return [
    { column: answer.status, what: `${name} status`, value: WORDS[outcome.status] },
    { column: answer.eligible, what: `${name} eligible`, value: WORDS[outcome.eligible] },
    ...(answer.points && outcome.score
      ? [
          { column: answer.points[0], what: `${name} points low`, value: outcome.score.lo },
          { column: answer.points[1], what: `${name} points high`, value: outcome.score.hi },
        ]
      : []),
    ...[...outcome.conditions, ...outcome.routes].flatMap(({ condition, verdict }) => {
      const column = answer.nodes.get(condition.id);
      return column === undefined ? [] : [{ column, what: `${name} ${condition.id}`, value: WORDS[verdict] }];
    }),
  ];
}

/** Where the shown cells differ from the results, as sentences; `compared` counts the cells. */
export function nativeDifferences(
  prepared: Prepared,
  cells: (row: number, column: number) => Cell,
): { compared: number; wrong: string[] } {
  const { score, expected } = prepared;
  const first = headingRowOf(score) + 1;
  const wrong: string[] = [];
  let compared = 0;
  for (let row = 0; row < score.rows; row += 1) {
    for (const { column, what, value } of expected(row)) {
      compared += 1;
      const shown = cells(first + row, column);
      const same =
        typeof value === "number" && typeof shown === "number"
          ? Number(shown.toPrecision(15)) === Number(value.toPrecision(15))
          : shown === value;
      if (!same)
        wrong.push(
          `${what}, ${address(first + row, column)}: ${JSON.stringify(shown)} is shown, ${JSON.stringify(value)} is right`,
        );
    }
  }
  return { compared, wrong };
}
