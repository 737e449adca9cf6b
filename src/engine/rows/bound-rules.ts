/**
 * A rule set bound to a sheet's columns, for the row path: its required conditions, routes and points as nodes.
 * `Scorer` explains with it and `improve` searches with it, so both judge alike.
 */
import type { Condition, ConditionNode, Line, Requirements, ScoreItem } from "../../policy/rule-set";
import { asPoints } from "../as-points";
import type { RowContext } from "./quantity-nodes";
import { bindScoring, type PointsNode } from "./score-nodes";
import { bindTest, Enough, MET, UNKNOWN, UNMET, type ComparisonNode, type TestNode } from "./test-nodes";

export interface BoundCondition extends TestNode {
  readonly condition: Condition;
  readonly comparisons: readonly ComparisonNode[];
  /** A general condition taken as holding in the row last evaluated, because the sheet has no column for it. */
  assumed: boolean;
}

/** A required node at the top level or in an `all` group: its id is what `unmet` names. */
export interface Required {
  readonly id: string;
  readonly source: ConditionNode;
  readonly node: TestNode;
}

export interface BoundItem {
  readonly item: ScoreItem;
  readonly points: PointsNode;
}

export interface BoundGroup {
  readonly id: string;
  readonly floor: Line | null;
  readonly cap: number;
  readonly items: readonly BoundItem[];
  /** The group's points in the row last evaluated. */
  lo: number;
  hi: number;
}

export class BoundRules {
  readonly conditions: BoundCondition[] = [];
  readonly routes: readonly BoundCondition[];
  /** Substance and judgements. */
  readonly substance: Required[] = [];
  /** Titles and general conditions. */
  readonly beyond: Required[] = [];
  readonly groups: readonly BoundGroup[];
  readonly pass: Line | null;
  readonly scoreId: string;
  /** Points in the row last evaluated. */
  lo = 0;
  hi = 0;

  constructor(
    requirements: Requirements,
    readonly context: RowContext,
    private readonly assumeGeneral: boolean,
  ) {
    for (const node of requirements.conditions) this.require(node);
    for (const node of requirements.general) this.require(node);
    this.routes = requirements.routes.map((route) => this.bindCondition(route));
    const { score } = requirements;
    this.pass = score?.pass ?? null;
    this.scoreId = score?.id ?? "score";
    this.groups = (score?.groups ?? []).map((group) => ({
      id: group.id,
      floor: group.floor,
      cap: group.cap ?? Infinity,
      items: group.items.map((item) => ({ item, points: bindScoring(item.scoring, item, context) })),
      lo: 0,
      hi: 0,
    }));
  }

  /** Status of a row, without any explanation. */
  judge(row: number): number {
    this.context.row = row;
    const conditions = judgeAll(this.substance, row);
    return this.pass === null ? conditions : Math.min(conditions, this.judgeScore(row), MET);
  }

  /** Whether the score passes or a direct route holds. */
  judgeScore(row: number): number {
    let verdict = this.judgePoints(row);
    for (const route of this.routes) {
      route.evaluate(row);
      verdict = Math.max(verdict, route.verdict);
    }
    return verdict;
  }

  /** Whether the points reach the pass mark and every group its floor. */
  judgePoints(row: number): number {
    this.lo = 0;
    this.hi = 0;
    let verdict = MET;
    for (const group of this.groups) {
      let lo = 0;
      let hi = 0;
      for (const { points } of group.items) {
        points.evaluate(row);
        lo += points.lo;
        hi += points.hi;
      }
      group.lo = Math.min(asPoints(lo), group.cap);
      group.hi = Math.min(asPoints(hi), group.cap);
      if (group.floor !== null) verdict = Math.min(verdict, reaches(group.lo, group.hi, group.floor));
      this.lo = asPoints(this.lo + group.lo);
      this.hi = asPoints(this.hi + group.hi);
    }
    return this.pass === null ? verdict : Math.min(verdict, reaches(this.lo, this.hi, this.pass));
  }

  private require(node: ConditionNode): void {
    if (node.node === "all") {
      for (const part of node.parts) this.require(part);
      return;
    }
    (isBeyond(node) ? this.beyond : this.substance).push({ id: node.id, source: node, node: this.bindNode(node) });
  }

  private bindNode(node: ConditionNode): TestNode {
    if (node.node === "condition") {
      const bound = this.bindCondition(node);
      this.conditions.push(bound);
      return bound;
    }
    return new Enough(
      node.parts.map((part) => this.bindNode(part)),
      node.count,
    );
  }

  private bindCondition(condition: Condition): BoundCondition {
    const comparisons: ComparisonNode[] = [];
    const test = bindTest(condition.test, this.context, comparisons);
    const { facts } = this.context;
    const assumable = condition.kind === "general" && this.assumeGeneral;
    return {
      condition,
      comparisons,
      verdict: UNKNOWN,
      assumed: false,
      evaluate(row: number): void {
        test.evaluate(row);
        this.verdict = test.verdict;
        this.assumed = false;
        if (!assumable || test.verdict !== UNKNOWN) return;
        const missing = new Set<string>();
        test.missing(missing);
        this.assumed = missing.size > 0 && [...missing].every((key) => facts.column(key) === undefined);
        if (this.assumed) this.verdict = MET;
      },
      missing: (into) => {
        test.missing(into);
      },
    };
  }
}

/** Titles and general conditions count beyond substance; a group does where all its parts do. */
export function isBeyond(node: ConditionNode): boolean {
  if (node.node === "condition") return node.kind === "prerequisite" || node.kind === "general";
  return node.parts.every(isBeyond);
}

/** The least verdict of the nodes; every one is evaluated. */
export function judgeAll(required: readonly Required[], row: number): number {
  let verdict = MET;
  for (const { node } of required) {
    node.evaluate(row);
    if (node.verdict < verdict) verdict = node.verdict;
  }
  return verdict;
}

/** Whether points between lo and hi reach a line. */
export function reaches(lo: number, hi: number, line: Line): number {
  if (line.relation === ">") return lo > line.points ? MET : hi > line.points ? UNKNOWN : UNMET;
  return lo >= line.points ? MET : hi >= line.points ? UNKNOWN : UNMET;
}
