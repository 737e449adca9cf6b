/**
 * One rule set on one row, with its explanation: what holds, what does not, what is not known yet and which cells would decide.
 * A Scorer is bound once to a sheet's columns and then asked row by row.
 */
import type { Condition, Requirements, ScoreItem, Verdict } from "../../policy/rule-set";
import type { Vocabulary } from "../../language/vocabulary";
import type { BoundCondition } from "./bound-condition";
import type { BoundItem } from "./bound-passing";
import { BoundRules, judgeAll, type Required } from "./bound-rules";
import type { Facts } from "../facts";
import { Openings, type Beyond, type Untold } from "./openings";
import { RowContext } from "./row-context";
import { MET, UNKNOWN, UNMET, type ComparisonNode, type TestNode } from "./test-nodes";

/** The numbers one comparison saw. A point where lo equals hi, an interval where cells are blank, NaN where undefined. */
export interface Check {
  readonly verdict: Verdict;
  readonly lo: number;
  readonly hi: number;
  readonly requiredLo: number;
  readonly requiredHi: number;
  /** Why no cell can tell, where the comparison is open for that alone. */
  readonly beyond: Beyond | null;
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
  /** Figures that leave the status open and that nobody can fill in. */
  readonly untold: readonly Untold[];
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
const NOTHING = new Openings();

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
    const { context, substance, passing, beyond, conditions } = this.rules;
    context.row = row;
    passing?.evaluate(row);
    const status = Math.min(judgeAll(substance, row), passing?.verdict ?? MET);
    const eligible = Math.min(status, judgeAll(beyond, row));
    const unmet = idsOf(substance, UNMET);
    if (passing?.verdict === UNMET) unmet.push(passing.id);
    const open = status === UNKNOWN ? openingsOf(substance, passing) : NOTHING;
    return {
      status: verdictName(status),
      eligible: verdictName(eligible),
      score: passing && { lo: passing.lo, hi: passing.hi },
      groups: passing?.groups.map(({ id, lo, hi }) => ({ id, lo, hi })) ?? [],
      route: status === UNMET ? null : (passing?.route ?? null),
      unmet,
      missing: [...open.missing],
      untold: open.untold,
      eligibleUnmet: idsOf(beyond, UNMET),
      eligibleMissing: eligible === UNKNOWN ? [...openingsOf(beyond, null).missing] : NONE,
      assumed: conditions.filter(({ assumed }) => assumed).map(({ condition }) => condition.id),
      conditions: conditions.map(outcomeOf),
      routes: passing?.routes.map(outcomeOf) ?? [],
      items: passing?.groups.flatMap(({ items }) => items.map(itemOutcome)) ?? [],
    };
  }
}

function idsOf(required: readonly Required[], verdict: number): string[] {
  return required.filter(({ node }) => node.verdict === verdict).map(({ asked }) => asked.id);
}

/** The cells of whatever is still open. */
export function openingsOf(required: readonly Required[], passing: TestNode | null): Openings {
  const into = new Openings();
  for (const { node } of required) if (node.verdict === UNKNOWN) node.missing(into);
  if (passing?.verdict === UNKNOWN) passing.missing(into);
  return into;
}

function itemOutcome({ item, points }: BoundItem): ItemOutcome {
  const { lo, hi, value } = points;
  return { item, lo, hi, value: value === null ? null : { lo: value.lo, hi: value.hi } };
}

function beyondOf(node: ComparisonNode): Beyond | null {
  const open = new Openings();
  node.missing(open);
  return open.missing.size > 0 ? null : (open.untold[0]?.reason ?? null);
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
      beyond: node.verdict === UNKNOWN ? beyondOf(node) : null,
    })),
  };
}
