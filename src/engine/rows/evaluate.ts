/**
 * One rule set on one row, with its explanation: what holds, what does not, what is not known yet and which cells would decide.
 * A Scorer is bound once to a sheet's columns and then asked row by row.
 */
import type { Condition, Line, Requirements, ScoreItem, Verdict } from "../../policy/rule-set";
import type { Vocabulary } from "../../language/vocabulary";
import { BoundRules, judgeAll, reaches, type BoundCondition, type BoundItem, type Required } from "./bound-rules";
import type { Facts } from "../facts";
import { pivotalItems } from "./pivotal";
import { RowContext } from "./quantity-nodes";
import { MET, UNKNOWN, UNMET } from "./test-nodes";

/** The numbers one comparison saw. A point where lo equals hi, an interval where cells are blank, NaN where undefined. */
export interface Check {
  readonly verdict: Verdict;
  readonly lo: number;
  readonly hi: number;
  readonly requiredLo: number;
  readonly requiredHi: number;
}

export interface ConditionOutcome {
  readonly condition: Condition;
  readonly verdict: Verdict;
  /** Unknown only because the sheet has no such column; for a general condition taken as holding. */
  readonly assumed: boolean;
  /** One for each comparison of the condition's test, from left to right. */
  readonly checks: readonly Check[];
}

export interface ItemOutcome {
  readonly item: ScoreItem;
  readonly lo: number;
  readonly hi: number;
  /** The banded number, where the item has one. */
  readonly value: { readonly lo: number; readonly hi: number } | null;
}

export interface PointInterval {
  readonly lo: number;
  readonly hi: number;
}

export interface GroupPoints extends PointInterval {
  readonly id: string;
}

export interface Outcome {
  /** Substance: conditions, judgements, score or route. */
  readonly status: Verdict;
  /** Substance, titles held and general conditions. */
  readonly eligible: Verdict;
  /** Exact least and most points over all fillings of the blanks; null where the tier has no score. */
  readonly score: PointInterval | null;
  readonly groups: readonly GroupPoints[];
  /** `score`, the id of the direct route that holds, or null. */
  readonly route: string | null;
  /** Ids of the required conditions (or groups of alternatives) of substance that fail; `score` where it and every route fail. */
  readonly unmet: readonly string[];
  /** Slots whose cells could still change the status. */
  readonly missing: readonly string[];
  /** The same for what eligibility adds: titles and general conditions. */
  readonly eligibleUnmet: readonly string[];
  readonly eligibleMissing: readonly string[];
  /** General conditions without a column, taken as holding. */
  readonly assumed: readonly string[];
  readonly conditions: readonly ConditionOutcome[];
  readonly routes: readonly ConditionOutcome[];
  readonly items: readonly ItemOutcome[];
}

export interface ScorerOptions {
  /** Day of judgement as an Excel serial. */
  readonly asOf: number;
  /** The last complete fiscal year. */
  readonly t: number;
  /** General conditions without any column hold unless this is false. */
  readonly assumeGeneral?: boolean;
}

const NAMES: readonly Verdict[] = ["unmet", "unknown", "met"];
const NONE: readonly string[] = [];

function verdictName(code: number): Verdict {
  return NAMES[code] ?? "unknown";
}

export class Scorer {
  private readonly rules: BoundRules;

  constructor(requirements: Requirements, facts: Facts, vocabulary: Vocabulary, options: ScorerOptions) {
    const context = new RowContext(facts, vocabulary, options.asOf, options.t);
    this.rules = new BoundRules(requirements, context, options.assumeGeneral ?? true);
  }

  /** The outcome of row `row` (0-based among the facts). */
  evaluate(row: number): Outcome {
    const { rules } = this;
    rules.context.row = row;
    let status = judgeAll(rules.substance, row);
    const unmet = unmetOf(rules.substance);
    const scored = rules.pass !== null;
    let route: string | null = null;
    let byScore = MET;
    if (scored) {
      const byPoints = rules.judgePoints(row);
      byScore = byPoints;
      if (byPoints === MET) route = rules.scoreId;
      for (const direct of rules.routes) {
        direct.evaluate(row);
        byScore = Math.max(byScore, direct.verdict);
        if (direct.verdict === MET) route ??= direct.condition.id;
      }
      if (byScore === UNMET) unmet.push(rules.scoreId);
      status = Math.min(status, byScore);
    }
    const eligible = Math.min(status, judgeAll(rules.beyond, row));
    return {
      status: verdictName(status),
      eligible: verdictName(eligible),
      score: scored ? { lo: rules.lo, hi: rules.hi } : null,
      groups: rules.groups.map(({ id, lo, hi }) => ({ id, lo, hi })),
      route: status === UNMET ? null : route,
      unmet,
      missing: status === UNKNOWN ? this.missing(byScore) : NONE,
      eligibleUnmet: unmetOf(rules.beyond),
      eligibleMissing: eligible === UNKNOWN ? missingOf(rules.beyond) : NONE,
      assumed: rules.conditions.filter(({ assumed }) => assumed).map(({ condition }) => condition.id),
      conditions: rules.conditions.map(outcomeOf),
      routes: rules.routes.map(outcomeOf),
      items: rules.groups.flatMap(({ items }) => items.map(itemOutcome)),
    };
  }

  private missing(byScore: number): readonly string[] {
    const { rules } = this;
    const into = new Set<string>();
    for (const { node } of rules.substance) if (node.verdict === UNKNOWN) node.missing(into);
    if (byScore === UNKNOWN) {
      this.missingPoints(into);
      for (const direct of rules.routes) if (direct.verdict === UNKNOWN) direct.missing(into);
    }
    return [...into];
  }

  /** The open items that could still decide the pass mark or a group's floor; none where the points already fail for good. */
  private missingPoints(into: Set<string>): void {
    const { groups, pass, lo, hi } = this.rules;
    if (pass === null || reaches(lo, hi, pass) === UNMET) return;
    const floors = groups.map((group) => (group.floor === null ? MET : reaches(group.lo, group.hi, group.floor)));
    if (floors.includes(UNMET)) return;
    const ask = (items: readonly BoundItem[], line: Line): void => {
      const pivotal = pivotalItems(
        items.map(({ points }) => points.levels()),
        line,
      );
      items.forEach(({ points }, index) => {
        if (pivotal[index]) points.missing(into);
      });
    };
    if (reaches(lo, hi, pass) === UNKNOWN)
      ask(
        groups.flatMap(({ items }) => items),
        pass,
      );
    groups.forEach((group, index) => {
      if (group.floor !== null && floors[index] === UNKNOWN) ask(group.items, group.floor);
    });
  }
}

function unmetOf(required: readonly Required[]): string[] {
  const unmet: string[] = [];
  for (const { id, node } of required) if (node.verdict === UNMET) unmet.push(id);
  return unmet;
}

function missingOf(required: readonly Required[]): readonly string[] {
  const into = new Set<string>();
  for (const { node } of required) if (node.verdict === UNKNOWN) node.missing(into);
  return [...into];
}

function itemOutcome({ item, points }: BoundItem): ItemOutcome {
  const { lo, hi, value } = points;
  return { item, lo, hi, value: value === null ? null : { lo: value.lo, hi: value.hi } };
}

function outcomeOf({ condition, verdict, assumed, comparisons }: BoundCondition): ConditionOutcome {
  return {
    condition,
    verdict: verdictName(verdict),
    assumed,
    checks: comparisons.map((node) => ({
      verdict: verdictName(node.verdict),
      lo: node.left.lo,
      hi: node.left.hi,
      requiredLo: node.right.lo,
      requiredHi: node.right.hi,
    })),
  };
}
