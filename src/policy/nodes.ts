/** Finding one's way in the conditions of a rule set: a node by its id, its words, and whether it holds. */
import type { Text } from "../words/text";
import type { Condition, ConditionGroup, ConditionNode, Requirements, Verdict } from "./rule-set";

export function findNode(nodes: readonly ConditionNode[], id: string): Condition | ConditionGroup | undefined {
  for (const node of nodes) {
    if (node.id === id) return node;
    const inner = node.node === "condition" ? undefined : findNode(node.parts, id);
    if (inner) return inner;
  }
  return undefined;
}

/** The words of a required condition, group or score; its id where the rules have no such thing. */
export function nodeText(id: string, { conditions, general, score }: Requirements): Text {
  if (score?.id === id) return score.text;
  return findNode([...conditions, ...general], id)?.text ?? { zh: id, en: id };
}

/** Whether a node holds, from its conditions' verdicts by id. */
export function standingOf(node: ConditionNode, standing: ReadonlyMap<string, { readonly verdict: Verdict }>): Verdict {
  if (node.node === "condition") return standing.get(node.id)?.verdict ?? "unknown";
  const verdicts = node.parts.map((part) => standingOf(part, standing));
  const met = verdicts.filter((verdict) => verdict === "met").length;
  const open = verdicts.filter((verdict) => verdict === "unknown").length;
  return met >= node.count ? "met" : met + open >= node.count ? "unknown" : "unmet";
}
