/** One line of a draft at many values: how many of a list pass at each. Exact: every value is judged in full, by columns. */
import { scoreTiers } from "../engine/columns/score-columns";
import { MET, UNMET } from "../engine/rows/test-nodes";
import type { RuleSet } from "../policy/rule-set";
import { DraftPairs, scorerOptions, type ImpactContext } from "./draft-impact";
import { withLine, type LineRow } from "./moved-line";

export interface SweepPoint {
  /** In the line's unit, as decimal text. */
  readonly value: string;
  readonly met: number;
  readonly unmet: number;
  readonly unknown: number;
}

/** Rule sets judged in one pass over the rows: more would take more memory than time. */
const AT_ONCE = 10;

/** Point by point, so that whoever asks can stop. @throws ExpressionError where a value can't stand in the line */
export function* sweepLine(
  context: ImpactContext,
  drafted: readonly RuleSet[],
  line: LineRow,
  values: readonly string[],
): Generator<SweepPoint, void> {
  const { reading, vocabulary, judgement } = context;
  const pairs = new DraftPairs(context, drafted);
  for (let first = 0; first < values.length; first += AT_ONCE) {
    const some = values.slice(first, first + AT_ONCE);
    const sets = pairs.list.flatMap(({ after }) =>
      some.map((value) => withLine(after.forPurpose[judgement.purpose], line, value, vocabulary)),
    );
    const scores = scoreTiers(sets, reading.facts, vocabulary, scorerOptions(context));
    for (const [at, value] of some.entries()) {
      const count = { met: 0, unmet: 0, unknown: 0 };
      for (let row = 0; row < reading.facts.count; row += 1) {
        const pair = pairs.at(reading.placeOf(row).place);
        if (pair === null) continue;
        const code = scores[pair * some.length + at]?.status[row];
        count[code === MET ? "met" : code === UNMET ? "unmet" : "unknown"] += 1;
      }
      yield { value, ...count };
    }
  }
}

/** Values around a line, from nothing to twice as much, the line among them: what a sweep shows where nobody names any. */
export function valuesAround(line: LineRow, count: number): readonly string[] {
  const half = Math.floor(count / 2);
  const share = line.unit === "%" && line.value <= 100;
  const most = share ? Math.min(100, 2 * line.value) : 2 * line.value;
  const values = Array.from({ length: count }, (_, at) =>
    at <= half ? (line.value * at) / half : line.value + ((most - line.value) * (at - half)) / (count - 1 - half),
  );
  const decimals = line.value >= 100 ? 0 : line.value >= 10 ? 1 : 2;
  return [...new Set(values.map((value) => String(Number(value.toFixed(decimals)))))];
}
