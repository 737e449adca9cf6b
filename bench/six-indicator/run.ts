/** The six indicators of the innovative tier: the rule file against the same rules written by hand and in other engines. */
import type { Requirements } from "../../src/policy/rule-set";
import type { Vocabulary } from "../../src/language/vocabulary";
import { Scorer } from "../../src/engine/rows/evaluate";
import type { FactColumns } from "../../src/engine/facts";
import { scoreColumns } from "../../src/engine/columns/score-columns";
import { mustAgree, type Answers } from "../agreement";
import { measure, type Contender, type Timing } from "../interleaved";
import { AS_OF, columnsOf, LAST_YEAR } from "../made-up-cells";
import { grouped, printTimings, times } from "../print-timings";
import type { Release } from "../../src/commands/read-seeds";
import { requirementsOf } from "../requirements";
import { target } from "../targets";
import { scoreByHand } from "./by-hand";
import { completeRow } from "./engines/complete-row";
import { jsonLogic } from "./engines/json-logic";
import { jsonRules } from "./engines/json-rules";
import { zen } from "./engines/zen";
import { sixRows, type SixRow } from "./rows";

const OPTIONS = { asOf: AS_OF, t: LAST_YEAR };
const CODES = { unmet: 0, unknown: 1, met: 2 } as const;

/** The score alone: no general conditions, no direct routes. */
function scoreOnly(requirements: Requirements): Requirements {
  return { general: [], conditions: [], routes: [], score: requirements.score };
}

/** The loop by hand does not know that a part bounds its whole; beside it the engine is measured without knowing it either. */
function withoutParts(vocabulary: Vocabulary): Vocabulary {
  return {
    ...vocabulary,
    fields: new Map([...vocabulary.fields].map(([id, field]) => [id, { ...field, partOf: null }])),
  };
}

function explainAll(requirements: Requirements, facts: FactColumns, vocabulary: Vocabulary): Required<Answers> {
  const scorer = new Scorer(requirements, facts, vocabulary, OPTIONS);
  const status = new Uint8Array(facts.count);
  const low = new Float64Array(facts.count);
  const high = new Float64Array(facts.count);
  for (let row = 0; row < facts.count; row += 1) {
    const outcome = scorer.evaluate(row);
    status[row] = CODES[outcome.status];
    low[row] = outcome.score?.lo ?? NaN;
    high[row] = outcome.score?.hi ?? NaN;
  }
  return { status, eligible: status, low, high };
}

/** The other engines, each with a number of rows that keeps a call around a tenth of a second. Complete rows only. */
async function others(rows: readonly SixRow[], expected: Answers): Promise<Contender[]> {
  const contenders: Contender[] = [];
  for (const engine of [jsonLogic(50_000), zen(1000), jsonRules(500)]) {
    const given = rows.slice(0, engine.rows).map(completeRow);
    mustAgree(engine.name, given, expected, await engine.score(given));
    contenders.push({
      name: engine.name,
      rows: given.length,
      run: async () => {
        await engine.score(given);
      },
    });
  }
  return contenders;
}

export interface SixSettings {
  readonly count: number;
  /** Share of cells left blank. */
  readonly blanks: number;
  readonly rounds: number;
  readonly withOthers: boolean;
}

export async function benchSix(release: Release, settings: SixSettings): Promise<void> {
  const { count, blanks, rounds, withOthers } = settings;
  const requirements = scoreOnly(requirementsOf(release, "innovative", "2022-08-01"));
  const vocabulary = withoutParts(release.vocabulary);
  const rows = sixRows(count, blanks);
  const facts = columnsOf(rows);

  const expected = scoreByHand(rows);
  const columnar = scoreColumns(requirements, facts, vocabulary, OPTIONS);
  mustAgree("columnar", rows, expected, {
    status: columnar.status,
    low: columnar.scoreLow,
    high: columnar.scoreHigh,
  });
  mustAgree("explaining", rows, expected, explainAll(requirements, facts, vocabulary));
  const contenders: Contender[] = [
    {
      name: "by hand, a loop over row objects",
      rows: count,
      run: () => {
        scoreByHand(rows);
      },
    },
    {
      name: "columnar",
      rows: count,
      run: () => {
        scoreColumns(requirements, facts, vocabulary, OPTIONS);
      },
    },
    {
      name: "explaining, row by row",
      rows: count,
      run: () => {
        explainAll(requirements, facts, vocabulary);
      },
    },
    ...(withOthers ? await others(rows, expected) : []),
  ];
  const timings = await measure(contenders, rounds);
  const cells = blanks === 0 ? "complete" : `${(blanks * 100).toFixed(0)} % of cells blank`;
  printTimings(`Six indicators (创新型), ${grouped(count)} rows, ${cells}`, timings);
  judge(count, timings);
}

function judge(count: number, [, columnar, explaining]: readonly Timing[]): void {
  const least = count >= 1_000_000 ? 3 : 1.3;
  const ratio = columnar?.ratio ?? NaN;
  target(`columnar at least ${least} × by hand: ${times(ratio)} ×`, ratio >= least);
  const rate = explaining?.rowsPerSecond ?? NaN;
  const share = explaining?.ratio ?? NaN;
  target(
    `explaining at least 400,000 rows/s or 1/35 of by hand: ${grouped(Math.round(rate))}, 1/${(1 / share).toFixed(1)}`,
    rate >= 400_000 || share >= 1 / 35,
  );
}
