/** Which general conditions are taken as holding, because the sheet has no column for them: told without judging the rest of a rule set. */
import { conditionsOf, type Condition, type Requirements } from "../../policy/rule-set";
import { fieldsOfTest } from "../../language/tree";
import { slot, type Vocabulary } from "../../language/vocabulary";
import { conditionAsked } from "../../policy/lower";
import type { Facts } from "../facts";
import { BoundCondition } from "./bound-condition";
import type { ScorerOptions } from "./evaluate";
import { RowContext } from "./quantity-nodes";

/** The rows that assume a general condition. */
export interface Assumable {
  readonly condition: Condition;
  /** Every row assumes it, or none does: the sheet has none of its columns. Otherwise the rows differ, and each is asked. */
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
      const slots = [...new Set(fieldsOfTest(condition.test).map(({ field, back }) => slot(field, back)))];
      const present = slots.filter((key) => facts.column(key) !== undefined);
      if (present.length === slots.length) return [];
      const bound = new BoundCondition(conditionAsked(condition), context, true);
      const assumes = (row: number): boolean => assumedIn(bound, context, row);
      return [{ condition, assumes, inEveryRow: present.length === 0 ? assumes(0) : null }];
    });
}

function assumedIn(bound: BoundCondition, context: RowContext, row: number): boolean {
  context.row = row;
  bound.evaluate(row);
  return bound.assumed;
}
