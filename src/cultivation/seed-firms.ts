/**
 * Seed firms 种子企业: the documents ask for strong innovation, good products and sound finances and print no figures for it. Here whoever is
 * still away from the next rung, with nothing of what its rules ask about innovation, management (quality and debts among it) and growth
 * failing or open. The grouping is the product's own, the lines are the rules'.
 */
import type { Aspect, ConditionNode, Requirements } from "../policy/rule-set";
import type { Vocabulary } from "../language/vocabulary";
import type { Outcome } from "../engine/rows/evaluate";
import { unitsOf } from "./aspects";
import { nodeAttainment } from "./attainment";

const ASKED: readonly Aspect[] = ["innovation", "management", "growth"];

/** Bound once to the requirements of a tier, asked outcome by outcome. */
export class SeedRules {
  private readonly nodes: readonly ConditionNode[];

  constructor(
    { conditions }: Requirements,
    private readonly vocabulary: Vocabulary,
  ) {
    this.nodes = conditions
      .flatMap(unitsOf)
      .flatMap(({ node, aspects }) => (aspects.some((aspect) => ASKED.includes(aspect)) ? [node] : []));
  }

  /** Whether everything asked about the three holds; false where the rules ask nothing of it, or the points fall short. */
  holds(outcome: Outcome): boolean {
    if (this.nodes.length === 0 || outcome.unmet.includes("score")) return false;
    const of = new Map(outcome.conditions.map((one) => [one.condition.id, one]));
    return this.nodes.every((node) => (nodeAttainment(node, (id) => of.get(id), this.vocabulary) ?? 0) >= 1);
  }
}
