/** What stands between an enterprise and a tier: the conditions by which it fails, or that are open where none fails. */
import { lower, sourceOf } from "../../policy/lower";
import { findNode, nodeText, standingOf } from "../../policy/nodes";
import { conditionsOf, type Purpose, type RuleSet } from "../../policy/rule-set";
import type { Text } from "../../words/text";
import type { Outcome } from "./evaluate";

export interface NamedCondition {
  readonly id: string;
  readonly text: Text;
}

export interface ConditionImpact extends NamedCondition {
  readonly clause: string;
  /** Enterprises that lose (or gained) the tier by it, others perhaps besides. */
  readonly firms: number;
  /** Those of them for whom nothing else stands in the way. */
  readonly alone: number;
}

/** An enterprise with what stands in its way. */
interface Hindered {
  readonly conditions: readonly NamedCondition[];
}

/** Required conditions of substance, or the score, that fail; where none does, those that are open. */
export function standingInTheWay(outcome: Outcome, edition: RuleSet, purpose: Purpose): readonly NamedCondition[] {
  const requirements = edition.forPurpose[purpose];
  const standing = new Map(outcome.conditions.map((one) => [one.condition.id, one]));
  const open = (): string[] => {
    const { substance, passing } = lower(requirements);
    const ids = substance.filter((asked) => standingOf(sourceOf(asked), standing) === "unknown").map(({ id }) => id);
    return passing && outcome.route === null ? [...ids, passing.id] : ids;
  };
  const ids = outcome.unmet.length > 0 ? outcome.unmet : open();
  return ids.map((id) => ({ id, text: nodeText(id, requirements) }));
}

export function byCondition(
  firms: readonly Hindered[],
  edition: RuleSet,
  purpose: Purpose,
): readonly ConditionImpact[] {
  const { conditions, score } = edition.forPurpose[purpose];
  const found = new Map<string, { text: Text; firms: number; alone: number }>();
  for (const firm of firms)
    for (const { id, text } of firm.conditions) {
      const known = found.get(id) ?? { text, firms: 0, alone: 0 };
      known.firms += 1;
      if (firm.conditions.length === 1) known.alone += 1;
      found.set(id, known);
    }
  const clauseOf = (id: string): string => {
    if (score?.id === id) return score.clause;
    const node = findNode(conditions, id);
    if (!node) return "";
    return node.node === "condition" ? node.clause : clauseOfGroup(node.parts);
  };
  return [...found]
    .map(([id, one]) => ({ id, ...one, clause: clauseOf(id) }))
    .sort((a, b) => b.firms - a.firms || b.alone - a.alone);
}

function clauseOfGroup(parts: RuleSet["forPurpose"]["new"]["conditions"]): string {
  const clauses = conditionsOf(parts).map(({ clause }) => clause);
  return [...new Set(clauses)].join("、");
}
