/** Which lines of a draft move most enterprises of a list: each a step to either side, everything else as it is. */
import { scoreTiers } from "../engine/columns/score-columns";
import { MET } from "../engine/rows/test-nodes";
import { ExpressionError } from "../language/grammar";
import type { Requirements, RuleSet } from "../policy/rule-set";
import { DraftPairs, scorerOptions, type ImpactContext } from "./draft-impact";
import { withLine, type LineRow } from "./moved-line";

export interface LineWeight {
  readonly line: LineRow;
  /** A tenth to either side; a whole number where counts, ranks and years are asked. Null where the line can't stand there. */
  readonly lower: { readonly value: string; readonly met: number } | null;
  readonly higher: { readonly value: string; readonly met: number } | null;
  /** Enterprises that pass with the line where it is. */
  readonly met: number;
}

/** Line by line, in the order of the draft, so that whoever asks can stop. */
export function* lineWeights(
  context: ImpactContext,
  drafted: readonly RuleSet[],
  lines: readonly LineRow[],
): Generator<LineWeight, void> {
  const { reading, vocabulary, judgement } = context;
  const pairs = new DraftPairs(context, drafted);
  const options = scorerOptions(context);
  const places = Array.from({ length: reading.facts.count }, (_, row) => pairs.at(reading.placeOf(row).place));
  const passing = (change: (requirements: Requirements) => Requirements): number | null => {
    const sets: Requirements[] = [];
    try {
      for (const { after } of pairs.list) sets.push(change(after.forPurpose[judgement.purpose]));
    } catch (error) {
      if (error instanceof ExpressionError) return null;
      throw error;
    }
    const scores = scoreTiers(sets, reading.facts, vocabulary, options);
    return places.reduce<number>(
      (met, pair, row) => (pair !== null && scores[pair]?.status[row] === MET ? met + 1 : met),
      0,
    );
  };
  const met = passing((requirements) => requirements) ?? 0;
  const at = (line: LineRow, value: number): LineWeight["lower"] => {
    const text = String(Number(value.toFixed(6)));
    const count = value < 0 ? null : passing((requirements) => withLine(requirements, line, text, vocabulary));
    return count === null ? null : { value: text, met: count };
  };
  for (const line of lines) {
    const step = stepOf(line);
    yield { line, met, lower: at(line, line.value - step), higher: at(line, line.value + step) };
  }
}

/** The line that changes most verdicts first. */
export function heaviestFirst(weights: Iterable<LineWeight>): readonly LineWeight[] {
  return [...weights].sort((a, b) => moved(b) - moved(a));
}

function moved({ met, lower, higher }: LineWeight): number {
  return Math.max(Math.abs((lower?.met ?? met) - met), Math.abs((higher?.met ?? met) - met));
}

/** Money and shares move by a tenth; what is counted moves by whole numbers. */
function stepOf({ value, unit }: LineRow): number {
  return unit === "%" || unit.endsWith("元") ? value / 10 : Math.max(1, Math.round(value / 10));
}
