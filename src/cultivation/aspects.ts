/**
 * The seven aspects of a diagnosis. The grouping is the product's own: every condition and scored item of the rules names one of them.
 * An aspect's index is the mean attainment of its known conditions and items (see `attainment`); those not known yet are counted apart.
 */
import { ASPECTS, conditionsOf, type Aspect, type ConditionNode, type Requirements } from "../policy/rule-set";
import type { Text } from "../words/text";
import type { Vocabulary } from "../language/vocabulary";
import type { ConditionOutcome, Outcome } from "../engine/rows/evaluate";
import { itemAttainment, nodeAttainment } from "./attainment";

/** Said wherever aspects are shown. */
export const GROUPING_NOTE: Text = {
  zh: "七个方面是本工具自己的归类，不是文件里的划分。指数＝实际÷要求的平均，1 是下一层级的线，最高按 1.5 计；待补数据不算在内。",
  en: "The seven aspects are this tool's own grouping, not the documents'. The index is the mean of actual over required: 1 is the next rung's line, 1.5 the most shown; what is not known yet is left out.",
};

export interface AspectIndex {
  readonly aspect: Aspect;
  /** 0 to 1.5, 1 is the line; null where nothing of it is known or the rules ask nothing. */
  readonly index: number | null;
  readonly known: number;
  readonly unknown: number;
}

/** One thing the rules ask, with the aspects it counts for. */
export interface Unit {
  readonly node: ConditionNode;
  readonly aspects: readonly Aspect[];
}

/** Groups of which all parts are asked fall apart; groups of alternatives stay one unit. */
export function unitsOf(node: ConditionNode): readonly Unit[] {
  if (node.node === "condition") return [{ node, aspects: [node.aspect] }];
  if (node.node === "all") return node.parts.flatMap(unitsOf);
  return [{ node, aspects: [...new Set(conditionsOf([node]).map(({ aspect }) => aspect))] }];
}

/** Bound once to the requirements of a tier, asked outcome by outcome. */
export class AspectRules {
  private readonly units: readonly Unit[];
  /** Id -> place among an outcome's conditions, which is the same for every row. */
  private places: ReadonlyMap<string, number> | null = null;

  constructor(
    private readonly requirements: Requirements,
    private readonly vocabulary: Vocabulary,
  ) {
    this.units = [...requirements.conditions, ...requirements.general].flatMap(unitsOf);
  }

  /** The seven aspects of a row's outcome, in the order of `ASPECTS`. */
  of(outcome: Outcome): readonly AspectIndex[] {
    const sums = ASPECTS.map(() => ({ sum: 0, known: 0, unknown: 0 }));
    const count = (aspect: Aspect, index: number | null): void => {
      const into = sums[ASPECTS.indexOf(aspect)];
      if (!into) return;
      if (index === null) into.unknown += 1;
      else {
        into.sum += index;
        into.known += 1;
      }
    };
    this.places ??= new Map(outcome.conditions.map(({ condition }, place) => [condition.id, place]));
    const outcomeOf = (id: string): ConditionOutcome | undefined => outcome.conditions[this.places?.get(id) ?? -1];
    for (const { node, aspects } of this.units) {
      const index = nodeAttainment(node, outcomeOf, this.vocabulary);
      for (const aspect of aspects) count(aspect, index);
    }
    const { score } = this.requirements;
    if (score) for (const item of outcome.items) count(item.item.aspect, itemAttainment(item, score));
    return ASPECTS.map((aspect, at) => {
      const { sum = 0, known = 0, unknown = 0 } = sums[at] ?? {};
      return { aspect, index: known === 0 ? null : sum / known, known, unknown };
    });
  }
}
