/**
 * One rule set over all rows of a sheet at once, without explanations: verdicts and points only.
 * Same tree and same answers as `Scorer`. What can't be decided safely by columns (a blank, a number within rounding of a border, a
 * general condition that may have to be assumed) is asked of the row path's nodes, one item of one row at a time.
 */
import type { Condition, ConditionNode, Line, Requirements, Verdict } from "../policy/rule-set";
import type { Vocabulary } from "../policy/vocabulary";
import { BLOCK } from "./block";
import { BoundRules, isBeyond } from "./bound-rules";
import type { ScorerOptions } from "./evaluate";
import type { Facts } from "./facts";
import { bindPointsColumn, sumColumn, type CombinedColumn } from "./points-columns";
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
import { allOf, anyOf, holdLine, verdictsOf, YES } from "./verdict-loops";

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
  const result = {
    status: new Uint8Array(facts.count),
    eligible: new Uint8Array(facts.count),
    scoreLow: new Float64Array(facts.count),
    scoreHigh: new Float64Array(facts.count),
  };
  const block = new BlockScorer(requirements, facts, vocabulary, options);
  for (let start = 0; start < facts.count; start += BLOCK)
    block.score(start, Math.min(BLOCK, facts.count - start), result);
  return result;
}

/** The reverse of a verdict's code. */
export function verdictOf(code: number | undefined): Verdict {
  return code === MET ? "met" : code === UNMET ? "unmet" : "unknown";
}

interface GroupColumn {
  readonly floor: Line | null;
  readonly points: CombinedColumn;
}

class BlockScorer {
  private readonly context: BlockContext;
  private readonly assumeGeneral: boolean;
  private readonly substance: TestColumn[] = [];
  private readonly beyond: TestColumn[] = [];
  private readonly routes: readonly TestColumn[];
  private readonly groups: readonly GroupColumn[];
  private readonly total: CombinedColumn;
  private readonly pass: Line | null;
  private readonly verdict = new Uint8Array(BLOCK);
  private readonly byScore = new Uint8Array(BLOCK);

  constructor(requirements: Requirements, facts: Facts, vocabulary: Vocabulary, options: ScorerOptions) {
    this.context = { row: new RowContext(facts, vocabulary, options.asOf, options.t), quantities: new Map() };
    this.assumeGeneral = options.assumeGeneral ?? true;
    for (const node of [...requirements.conditions, ...requirements.general]) this.require(node);
    this.routes = requirements.routes.map(({ test }) => bindTestColumn(test, this.context));
    this.pass = requirements.score?.pass ?? null;
    this.groups = (requirements.score?.groups ?? []).map(({ floor, cap, items }) => ({
      floor,
      points: sumColumn(
        items.map((item) => bindPointsColumn(item.scoring, item, this.context)),
        cap ?? Infinity,
      ),
    }));
    this.total = sumColumn(
      this.groups.map(({ points }) => points),
      Infinity,
    );
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
    const { verdict, byScore } = this;
    for (const column of [...this.substance, ...this.beyond]) column.evaluate(start, count);
    const substance = this.substance.map(verdictBits);
    const low = into.scoreLow.subarray(start, start + count);
    const high = into.scoreHigh.subarray(start, start + count);
    if (this.pass === null) {
      low.fill(NaN);
      high.fill(NaN);
    } else {
      this.scorePoints(this.pass, start, count);
      low.set(this.total.low.points.subarray(0, count));
      high.set(this.total.high.points.subarray(0, count));
      substance.push(byScore);
    }
    allOf(substance, verdict, count);
    verdictsOf(verdict, into.status.subarray(start, start + count), count);
    allOf([verdict, ...this.beyond.map(verdictBits)], verdict, count);
    verdictsOf(verdict, into.eligible.subarray(start, start + count), count);
  }

  private scorePoints(pass: Line, start: number, count: number): void {
    const { total, byScore } = this;
    total.evaluate(start, count);
    byScore.fill(YES, 0, count);
    for (const { floor, points } of [...this.groups, { floor: pass, points: total }])
      if (floor !== null) holdLine(byScore, points.low.points, points.high.points, floor, count);
    for (const route of this.routes) route.evaluate(start, count);
    if (this.routes.length > 0) anyOf([byScore, ...this.routes.map(verdictBits)], byScore, count);
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
