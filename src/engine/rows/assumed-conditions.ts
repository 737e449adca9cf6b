/** Which general conditions are taken as holding, because the sheet has no column for them: told without judging the rest of a rule set. */
import { conditionsOf, type Condition, type Requirements } from "../../policy/rule-set";
import { boundingSlots } from "../../language/relatives";
import { fieldsOfTest } from "../../language/tree";
import { slot, type Vocabulary } from "../../language/vocabulary";
import { conditionAsked } from "../../policy/lower";
import type { Facts } from "../facts";
import { BoundCondition } from "./bound-condition";
import type { ScorerOptions } from "./evaluate";
import { RowContext } from "./row-context";

/** The rows that assume a general condition. */
export interface Assumable {
  readonly condition: Condition;
  /** Every row assumes it, or none does: the sheet says nothing of it anywhere. Otherwise the rows differ, and each is asked. */
  readonly inEveryRow: boolean | null;
  /** Whether a row assumes it; rows count from 0. */
  readonly assumes: (row: number) => boolean;
}

/** Those of a rule set of which the sheet lacks some column, in the order of its conditions; the others are never assumed. */
export function assumableConditions(
  requirements: Requirements,
  facts: Facts,
  vocabulary: Vocabulary,
  { asOf, t, assumeGeneral }: ScorerOptions,
): readonly Assumable[] {
  if (assumeGeneral === false || facts.count === 0) return [];
  const context = new RowContext(facts, vocabulary, asOf, t);
  return conditionsOf([...requirements.conditions, ...requirements.general])
    .filter(({ kind }) => kind === "general")
    .flatMap((condition) => {
      const cells = fieldsOfTest(condition.test);
      if (cells.every(({ field, back }) => facts.column(slot(field, back)) !== undefined)) return [];
      const bound = new BoundCondition(conditionAsked(condition), context, true);
      const assumes = (row: number): boolean => assumedIn(bound, context, row);
      // A cell that has no column may still follow from those of its wholes and parts, row by row.
      const silent = cells.every(({ field, back }) => {
        const { wholes, parts } = boundingSlots(field, back, vocabulary);
        return [slot(field, back), ...wholes, ...parts].every((key) => facts.column(key) === undefined);
      });
      return [{ condition, assumes, inEveryRow: silent ? assumes(0) : null }];
    });
}

function assumedIn(bound: BoundCondition, context: RowContext, row: number): boolean {
  context.row = row;
  bound.evaluate(row);
  return bound.assumed;
}
