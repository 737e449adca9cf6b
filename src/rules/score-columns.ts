/**
 * One rule set over all rows of a sheet at once, without explanations: verdicts and points only.
 * Same tree and same answers as `Scorer`; the rows it can't decide safely (a number within rounding of a border, a general condition
 * that may have to be assumed) are handed to a Scorer one by one.
 */
import type { ConditionNode, Line, Requirements, Verdict } from "../policy/rule-set";
import type { Vocabulary } from "../policy/vocabulary";
import { isBeyond } from "./bound-rules";
import { Scorer, type ScorerOptions } from "./evaluate";
import type { Facts } from "./facts";
import { bindPointsColumn, type PointsColumn } from "./points-columns";
import { BLOCK } from "./quantity-columns";
import { RowContext } from "./quantity-nodes";
import { bindTestColumn, EnoughColumn, type BlockContext, type TestColumn } from "./test-columns";
import { MET, UNKNOWN, UNMET } from "./test-nodes";

/** One entry a row: verdicts as 0 unmet, 1 unknown, 2 met; points NaN where the tier has no score. */
export interface BatchScores {
  readonly status: Uint8Array;
  readonly eligible: Uint8Array;
  readonly scoreLow: Float64Array;
  readonly scoreHigh: Float64Array;
  /** Rows that the row path decided. */
  readonly deferred: number;
}

interface GroupColumn {
  readonly floor: Line | null;
  readonly cap: number;
  readonly items: readonly PointsColumn[];
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
    scoreLow: new Float64Array(facts.count).fill(NaN),
    scoreHigh: new Float64Array(facts.count).fill(NaN),
    deferred: 0,
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

class BlockScorer {
  private readonly context: BlockContext;
  private readonly substance: TestColumn[] = [];
  private readonly titles: TestColumn[] = [];
  private readonly general: TestColumn[] = [];
  private readonly routes: readonly TestColumn[];
  private readonly groups: readonly GroupColumn[];
  private readonly pass: Line | null;
  private readonly low = new Float64Array(BLOCK);
  private readonly high = new Float64Array(BLOCK);
  private readonly groupLow = new Float64Array(BLOCK);
  private readonly groupHigh = new Float64Array(BLOCK);
  private readonly byScore = new Uint8Array(BLOCK);
  private rows: Scorer | null = null;

  constructor(
    private readonly requirements: Requirements,
    private readonly facts: Facts,
    private readonly vocabulary: Vocabulary,
    private readonly options: ScorerOptions,
  ) {
    this.context = {
      row: new RowContext(facts, vocabulary, options.asOf, options.t),
      quantities: new Map(),
      deferred: new Uint8Array(BLOCK),
    };
    for (const node of requirements.conditions) this.require(node, this.substance, this.titles);
    for (const node of requirements.general) this.require(node, this.general, this.general);
    this.routes = requirements.routes.map(({ test }) => bindTestColumn(test, this.context));
    this.pass = requirements.score?.pass ?? null;
    this.groups = (requirements.score?.groups ?? []).map(({ floor, cap, items }) => ({
      floor,
      cap: cap ?? Infinity,
      items: items.map(({ scoring }) => bindPointsColumn(scoring, this.context)),
    }));
  }

  private require(node: ConditionNode, substance: TestColumn[], beyond: TestColumn[]): void {
    if (node.node === "all") {
      for (const part of node.parts) this.require(part, substance, beyond);
      return;
    }
    (isBeyond(node) ? beyond : substance).push(this.bind(node));
  }

  private bind(node: ConditionNode): TestColumn {
    if (node.node === "condition") return bindTestColumn(node.test, this.context);
    return new EnoughColumn(
      node.parts.map((part) => this.bind(part)),
      node.count,
    );
  }

  score(start: number, count: number, into: BatchScores & { deferred: number }): void {
    const { deferred } = this.context;
    deferred.fill(0, 0, count);
    const status = into.status.subarray(start, start + count);
    const eligible = into.eligible.subarray(start, start + count);
    status.fill(MET);
    for (const column of this.substance) least(status, column, start, count);
    if (this.pass !== null) {
      this.scorePoints(this.pass, start, count);
      into.scoreLow.set(this.low.subarray(0, count), start);
      into.scoreHigh.set(this.high.subarray(0, count), start);
      for (let i = 0; i < count; i += 1) status[i] = Math.min(status[i] ?? 0, this.byScore[i] ?? 0);
    }
    eligible.set(status);
    for (const column of this.titles) least(eligible, column, start, count);
    for (const column of this.general) {
      column.evaluate(start, count);
      for (let i = 0; i < count; i += 1) {
        const verdict = column.verdict[i] ?? 0;
        eligible[i] = Math.min(eligible[i] ?? 0, verdict);
        // Whether an unknown general condition may be assumed depends on which cells are missing: the row path says.
        deferred[i] = (deferred[i] ?? 0) | Number(verdict === UNKNOWN);
      }
    }
    for (let i = 0; i < count; i += 1) if (deferred[i]) this.decideRow(start + i, into);
  }

  private scorePoints(pass: Line, start: number, count: number): void {
    const { low, high, groupLow, groupHigh, byScore } = this;
    low.fill(0, 0, count);
    high.fill(0, 0, count);
    byScore.fill(MET, 0, count);
    for (const { floor, cap, items } of this.groups) {
      groupLow.fill(0, 0, count);
      groupHigh.fill(0, 0, count);
      for (const item of items) {
        item.evaluate(start, count);
        const { lo, hi } = item;
        for (let i = 0; i < count; i += 1) {
          groupLow[i] = (groupLow[i] ?? 0) + (lo[i] ?? 0);
          groupHigh[i] = (groupHigh[i] ?? 0) + (hi[i] ?? 0);
        }
      }
      if (cap < Infinity)
        for (let i = 0; i < count; i += 1) {
          groupLow[i] = Math.min(groupLow[i] ?? 0, cap);
          groupHigh[i] = Math.min(groupHigh[i] ?? 0, cap);
        }
      for (let i = 0; i < count; i += 1) {
        low[i] = (low[i] ?? 0) + (groupLow[i] ?? 0);
        high[i] = (high[i] ?? 0) + (groupHigh[i] ?? 0);
      }
      if (floor !== null) holdLine(byScore, groupLow, groupHigh, floor, count);
    }
    holdLine(byScore, low, high, pass, count);
    for (const route of this.routes) {
      route.evaluate(start, count);
      for (let i = 0; i < count; i += 1) byScore[i] = Math.max(byScore[i] ?? 0, route.verdict[i] ?? 0);
    }
  }

  private decideRow(row: number, into: BatchScores & { deferred: number }): void {
    this.rows ??= new Scorer(this.requirements, this.facts, this.vocabulary, this.options);
    const outcome = this.rows.evaluate(row);
    into.status[row] = codeOf(outcome.status);
    into.eligible[row] = codeOf(outcome.eligible);
    if (outcome.score !== null) {
      into.scoreLow[row] = outcome.score.lo;
      into.scoreHigh[row] = outcome.score.hi;
    }
    into.deferred += 1;
  }
}

function least(into: Uint8Array, column: TestColumn, start: number, count: number): void {
  column.evaluate(start, count);
  for (let i = 0; i < count; i += 1) into[i] = Math.min(into[i] ?? 0, column.verdict[i] ?? 0);
}

function holdLine(into: Uint8Array, low: Float64Array, high: Float64Array, line: Line, count: number): void {
  const { points, relation } = line;
  if (relation === ">")
    for (let i = 0; i < count; i += 1) {
      const verdict = Number((low[i] ?? 0) > points) + Number((high[i] ?? 0) > points);
      into[i] = Math.min(into[i] ?? 0, verdict);
    }
  else
    for (let i = 0; i < count; i += 1) {
      const verdict = Number((low[i] ?? 0) >= points) + Number((high[i] ?? 0) >= points);
      into[i] = Math.min(into[i] ?? 0, verdict);
    }
}

function codeOf(verdict: Verdict): number {
  return verdict === "met" ? MET : verdict === "unmet" ? UNMET : UNKNOWN;
}
