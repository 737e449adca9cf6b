/**
 * What a rule set means, said once for every engine. Groups of which all parts are asked fall apart; what is left is a list of demands of
 * substance, points or a direct route that must suffice, and titles and general conditions that eligibility asks besides:
 *
 *     status   = all of substance, and passing
 *     eligible = status, and all of beyond
 *
 * Rows, columns and formulas only fold these demands; a kind of node that is missing in one of them does not compile.
 */
import type { Text } from "../words/text";
import type { Condition, ConditionGroup, ConditionNode, Line, Requirements, Score, ScoreItem } from "./rule-set";

/** A condition asked for by itself or in a group. */
export interface AskedCondition {
  readonly kind: "condition";
  readonly id: string;
  readonly condition: Condition;
  /** Taken as holding where the sheet has none of the columns that would tell, unless assumptions are switched off. */
  readonly assumable: boolean;
}

/** At least `count` of the parts. */
export interface AskedGroup {
  readonly kind: "group";
  readonly id: string;
  readonly group: ConditionGroup;
  readonly count: number;
  readonly parts: readonly Asked[];
}

export type Asked = AskedCondition | AskedGroup;

/** Points summed up and cut to `cap`; `floor` is what the group alone must reach. */
export interface PointsGroup {
  readonly id: string;
  readonly text: Text;
  readonly floor: Line | null;
  readonly cap: number;
  readonly items: readonly ScoreItem[];
}

/** Points that reach the pass mark and every floor, or one of the direct routes. */
export interface Passing {
  readonly id: string;
  readonly score: Score;
  readonly groups: readonly PointsGroup[];
  readonly routes: readonly AskedCondition[];
}

export interface Meaning {
  readonly substance: readonly Asked[];
  /** Null where the rule set has no score. */
  readonly passing: Passing | null;
  readonly beyond: readonly Asked[];
}

export function lower({ conditions, general, routes, score }: Requirements): Meaning {
  const demands = [...conditions, ...general].flatMap(demandsOf);
  return {
    substance: demands.filter((demand) => !isBeyond(demand)),
    passing: score === null ? null : passingOf(score, routes),
    beyond: demands.filter(isBeyond),
  };
}

/** What one engine makes of a demand. */
export interface AskedFold<V> {
  condition(asked: AskedCondition): V;
  group(asked: AskedGroup, parts: readonly V[]): V;
}

export function foldAsked<V>(asked: Asked, fold: AskedFold<V>): V {
  switch (asked.kind) {
    case "condition":
      return fold.condition(asked);
    case "group":
      return fold.group(
        asked,
        asked.parts.map((part) => foldAsked(part, fold)),
      );
  }
}

/** The conditions a demand asks about, in the order of the text. */
export function conditionsAsked(asked: Asked): readonly Condition[] {
  return asked.kind === "condition" ? [asked.condition] : asked.parts.flatMap(conditionsAsked);
}

/** The node of the rule set that a demand comes from. */
export function sourceOf(asked: Asked): Condition | ConditionGroup {
  return asked.kind === "condition" ? asked.condition : asked.group;
}

function demandsOf(node: ConditionNode): readonly Asked[] {
  return node.node === "all" ? node.parts.flatMap(demandsOf) : [askedOf(node)];
}

function askedOf(node: ConditionNode): Asked {
  if (node.node === "condition") return conditionAsked(node);
  return { kind: "group", id: node.id, group: node, count: node.count, parts: node.parts.map(askedOf) };
}

/** A condition as it is asked for by itself. */
export function conditionAsked(condition: Condition): AskedCondition {
  return { kind: "condition", id: condition.id, condition, assumable: condition.kind === "general" };
}

/** Titles and general conditions count beyond substance; a group does where all its parts do. */
function isBeyond(asked: Asked): boolean {
  if (asked.kind === "group") return asked.parts.every(isBeyond);
  return asked.condition.kind === "prerequisite" || asked.condition.kind === "general";
}

function passingOf(score: Score, routes: readonly Condition[]): Passing {
  return {
    id: score.id,
    score,
    groups: score.groups.map(({ id, text, floor, cap, items }) => ({ id, text, floor, cap: cap ?? Infinity, items })),
    routes: routes.map(conditionAsked),
  };
}
