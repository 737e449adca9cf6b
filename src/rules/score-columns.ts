/**
 * One rule set over all rows of a sheet at once, without explanations: verdicts and points only.
 * Same tree and same answers as `Scorer`. What can't be decided safely by columns (a blank, a number within rounding of a border, a
 * general condition that may have to be assumed) is asked of the row path's nodes, one item of one row at a time.
 */
import type { Condition, ConditionNode, Requirements, Verdict } from "../policy/rule-set";
import type { Vocabulary } from "../policy/vocabulary";
import { BLOCK } from "./block";
import { BoundRules, isBeyond } from "./bound-rules";
import type { ScorerOptions } from "./evaluate";
import type { Facts } from "./facts";
import { bindPointsColumn, SumColumn } from "./points-columns";
import { RowContext } from "./quantity-nodes";
import {
  askRows,
  bindTestColumn,
  EnoughColumn,
  presentColumns,
  SameInEveryRow,
  type BlockContext,
  type TestColumn,
} from "./test-columns";
import { MET, UNMET, type TestNode } from "./test-nodes";
import { fieldsOfTest } from "./tree";
import { allOf, anyOf, verdictsOf, YES } from "./verdict-loops";

/** One entry a row: verdicts as 0 unmet, 1 unknown, 2 met; points NaN where the tier has no score. */
export interface BatchScores {
  readonly status: Uint8Array;
  readonly eligible: Uint8Array;
  readonly scoreLow: Float64Array;
  readonly scoreHigh: Float64Array;
}

/** Scores every row. Memory: 18 bytes a row and a fixed set of blocks. */
export function scoreColumns(
  requirements: Requirements,
  facts: Facts,
  vocabulary: Vocabulary,
  options: ScorerOptions,
): BatchScores {
  const [scores] = scoreTiers([requirements], facts, vocabulary, options);
  if (!scores) throw new Error("one set of requirements gives one set of scores");
  return scores;
}

/** Several rule sets over the same rows, in their order. What they have in common, a ratio or a condition, is worked out once. */
export function scoreTiers(
  tiers: readonly Requirements[],
  facts: Facts,
  vocabulary: Vocabulary,
  options: ScorerOptions,
): readonly BatchScores[] {
  const row = new RowContext(facts, vocabulary, options.asOf, options.t);
  const context: BlockContext = { row, quantities: new Map(), tests: new Map() };
  const blocks = tiers.map((requirements) => ({
    scorer: new BlockScorer(requirements, context, options),
    into: {
      status: new Uint8Array(facts.count),
      eligible: new Uint8Array(facts.count),
      scoreLow: new Float64Array(facts.count),
      scoreHigh: new Float64Array(facts.count),
    },
  }));
  for (let start = 0; start < facts.count; start += BLOCK) {
    const count = Math.min(BLOCK, facts.count - start);
    for (const { scorer, into } of blocks) scorer.score(start, count, into);
  }
  return blocks.map(({ into }) => into);
}

/** The reverse of a verdict's code. */
export function verdictOf(code: number | undefined): Verdict {
  return code === MET ? "met" : code === UNMET ? "unmet" : "unknown";
}

class BlockScorer {
  private readonly assumeGeneral: boolean;
  private readonly substance: TestColumn[] = [];
  private readonly beyond: TestColumn[] = [];
  private readonly routes: readonly TestColumn[];
  private readonly groups: readonly SumColumn[];
  private readonly total: SumColumn;
  private readonly scored: boolean;
  private readonly verdict = new Uint8Array(BLOCK);
  private readonly byScore = new Uint8Array(BLOCK);

  constructor(
    requirements: Requirements,
    private readonly context: BlockContext,
    options: ScorerOptions,
  ) {
    this.assumeGeneral = options.assumeGeneral ?? true;
    for (const node of [...requirements.conditions, ...requirements.general]) this.require(node);
    this.routes = requirements.routes.map(({ test }) => bindTestColumn(test, this.context));
    const { score } = requirements;
    this.scored = score !== null;
    this.groups = (score?.groups ?? []).map(({ floor, cap, items }) => {
      const columns = items.map((item) => bindPointsColumn(item.scoring, item, this.context));
      return new SumColumn(columns, cap ?? Infinity, floor);
    });
    this.total = new SumColumn(this.groups, Infinity, score?.pass ?? null);
  }

  private require(node: ConditionNode): void {
    if (node.node === "all") {
      for (const part of node.parts) this.require(part);
      return;
    }
    (isBeyond(node) ? this.beyond : this.substance).push(this.bind(node));
  }

  private bind(node: ConditionNode): TestColumn {
    if (node.node === "condition") return this.bindCondition(node);
    return new EnoughColumn(
      node.parts.map((part) => this.bind(part)),
      node.count,
    );
  }

  /** A general condition of which some column is absent may be assumed to hold: which cells it lacks, its node says. */
  private bindCondition(condition: Condition): TestColumn {
    const { row } = this.context;
    const present = presentColumns(condition.test, row);
    const column = bindTestColumn(condition.test, this.context);
    if (condition.kind !== "general" || present === fieldsOfTest(condition.test).length) return column;
    const alone = { general: [condition], conditions: [], routes: [], score: null };
    const [node] = new BoundRules(alone, row, this.assumeGeneral).conditions;
    if (!node) return column;
    return present === 0 ? new SameInEveryRow(node, row) : new AssumableColumn(column, node, row);
  }

  score(start: number, count: number, into: BatchScores): void {
    const { verdict, byScore, substance, beyond, total } = this;
    for (const column of substance) column.evaluate(start, count);
    const verdicts = substance.map(verdictBits);
    const low = into.scoreLow.subarray(start, start + count);
    const high = into.scoreHigh.subarray(start, start + count);
    if (this.scored) {
      this.scorePoints(start, count);
      low.set(total.low.points.subarray(0, count));
      high.set(total.high.points.subarray(0, count));
      verdicts.push(byScore);
    } else {
      low.fill(NaN);
      high.fill(NaN);
    }
    allOf(verdicts, verdict, count);
    const status = into.status.subarray(start, start + count);
    const eligible = into.eligible.subarray(start, start + count);
    verdictsOf(verdict, status, count);
    if (beyond.length === 0) eligible.set(status);
    else {
      for (const column of beyond) column.evaluate(start, count);
      allOf([verdict, ...beyond.map(verdictBits)], verdict, count);
      verdictsOf(verdict, eligible, count);
    }
  }

  private scorePoints(start: number, count: number): void {
    const { total, groups, routes, byScore } = this;
    for (const group of groups) group.evaluateParts(start, count);
    byScore.fill(YES);
    for (const group of groups) group.add(count, byScore);
    total.add(count, byScore);
    for (const route of routes) route.evaluate(start, count);
    if (routes.length > 0) anyOf([byScore, ...routes.map(verdictBits)], byScore, count);
  }
}

const verdictBits = ({ verdict }: TestColumn): Uint8Array => verdict;

class AssumableColumn implements TestColumn {
  readonly verdict = new Uint8Array(BLOCK);
  open = false;

  constructor(
    private readonly column: TestColumn,
    private readonly node: TestNode,
    private readonly row: RowContext,
  ) {}

  evaluate(start: number, count: number): void {
    this.column.evaluate(start, count);
    this.verdict.set(this.column.verdict);
    this.open = askRows(this.verdict, this.node, this.row, start, count);
  }
}
