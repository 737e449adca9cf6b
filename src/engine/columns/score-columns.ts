/**
 * One rule set over all rows of a sheet at once, without explanations: verdicts and points only.
 * Same tree and same answers as `Scorer`. What can't be decided safely by columns (a blank, a number within rounding of a border, a
 * general condition that may have to be assumed) is asked of the row path's nodes, one item of one row at a time.
 */
import { conditionsAsked, foldAsked, lower, type Asked, type AskedCondition, type Passing } from "../../policy/lower";
import type { Requirements, Verdict } from "../../policy/rule-set";
import { slot, type Vocabulary } from "../../language/vocabulary";
import { BLOCK, Block } from "./block";
import { BoundCondition } from "../rows/bound-condition";
import type { ScorerOptions } from "../rows/evaluate";
import type { Facts } from "../facts";
import { bindPointsColumn } from "./points-columns";
import { RowContext } from "../rows/row-context";
import { RemainingRows, Required } from "./remaining-rows";
import { ScoreColumn, SumColumn } from "./sum-columns";
import {
  askRows,
  bindTestColumn,
  NotColumn,
  EnoughColumn,
  isSameForAll,
  SameInEveryRow,
  type BlockContext,
  type TestColumn,
} from "./test-columns";
import { MET, UNMET, type TestNode } from "../rows/test-nodes";
import { fieldsOfTest } from "../../language/tree";
import { MAYBE, not, opposite, YES } from "./verdict-loops";

/**
 * One entry a row: verdicts as 0 unmet, 1 unknown, 2 met; points NaN where the tier has no score. Columns with the same answers in
 * every row may be the very same array, also those of several tiers.
 */
export interface BatchScores {
  readonly status: Uint8Array;
  readonly eligible: Uint8Array;
  readonly scoreLow: Float64Array;
  readonly scoreHigh: Float64Array;
}

/** Scores every row. Memory: at most 18 bytes a row and a fixed set of blocks. */
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
  const noPoints = tiers.some(({ score }) => score === null) ? new Float64Array(facts.count).fill(NaN) : null;
  const scorers = tiers.map((requirements) => new BlockScorer(requirements, context, options, noPoints));
  for (let start = 0; start < facts.count; start += BLOCK) {
    const block = new Block(start, Math.min(BLOCK, facts.count - start));
    for (const scorer of scorers) scorer.score(block);
  }
  return scorers;
}

/** The reverse of a verdict's code. */
export function verdictOf(code: number | undefined): Verdict {
  return code === MET ? "met" : code === UNMET ? "unmet" : "unknown";
}

class BlockScorer implements BatchScores {
  readonly status: Uint8Array;
  readonly eligible: Uint8Array;
  readonly scoreLow: Float64Array;
  scoreHigh: Float64Array;
  private readonly assumeGeneral: boolean;
  private readonly substance: Required[];
  private readonly beyond: Required[];
  /** That a direct route does not hold, for each. */
  private readonly barred: Required[];
  private readonly points: ScoreColumn | null;
  private readonly verdict = new Uint8Array(BLOCK);
  private readonly remaining = new RemainingRows();

  constructor(
    requirements: Requirements,
    private readonly context: BlockContext,
    options: ScorerOptions,
    noPoints: Float64Array | null,
  ) {
    const { facts } = context.row;
    this.assumeGeneral = options.assumeGeneral ?? true;
    const { substance, passing, beyond } = lower(requirements);
    const require = (asked: Asked): Required => new Required(this.bind(asked), cellsOf(asked));
    this.substance = substance.map(require);
    this.beyond = beyond.map(require);
    this.barred = (passing?.routes ?? []).map(
      (route) => new Required(new NotColumn(bindTestColumn(route.condition.test, this.context)), cellsOf(route)),
    );
    this.points = passing === null ? null : this.bindScore(passing);
    this.status = new Uint8Array(facts.count);
    this.eligible = this.beyond.length === 0 ? this.status : new Uint8Array(facts.count);
    this.scoreLow = this.points === null && noPoints !== null ? noPoints : new Float64Array(facts.count);
    this.scoreHigh = this.scoreLow;
  }

  private bindScore({ groups, score }: Passing): ScoreColumn {
    const sums = groups.map(({ floor, cap, items }) => {
      const columns = items.map((item) => bindPointsColumn(item.scoring, item, this.context));
      return new SumColumn(columns, cap, floor);
    });
    return new ScoreColumn(sums, score.pass);
  }

  private bind(asked: Asked): TestColumn {
    return foldAsked<TestColumn>(asked, {
      condition: (one) => this.bindCondition(one),
      group: ({ count }, parts) => new EnoughColumn(parts, count),
    });
  }

  /** A general condition of which some column is absent may be assumed to hold: which cells it lacks, its node says. */
  private bindCondition(asked: AskedCondition): TestColumn {
    const { row } = this.context;
    const { test } = asked.condition;
    const column = bindTestColumn(test, this.context);
    const spokenOf = fieldsOfTest(test).every(({ field, back }) => row.speaksOf(slot(field, back)));
    if (!asked.assumable || spokenOf) return column;
    const node = new BoundCondition(asked, row, this.assumeGeneral);
    return isSameForAll(test, row) ? new SameInEveryRow(node, row) : new AssumableColumn(column, node, row);
  }

  score(block: Block): void {
    const { verdict, remaining, points, substance, beyond } = this;
    if (points === null) verdict.fill(YES);
    else {
      points.evaluate(block);
      this.keepPoints(points, block);
      this.judgeScore(points, block);
    }
    remaining.begin(block, verdict);
    remaining.require(substance);
    remaining.write(this.status);
    if (beyond.length === 0) return;
    remaining.require(beyond);
    remaining.write(this.eligible);
  }

  /** Most points get a column of their own with the first block in which any row is open. */
  private keepPoints({ low, high }: ScoreColumn, { start, count }: Block): void {
    this.scoreLow.set(low.subarray(0, count), start);
    if (high !== low && this.scoreHigh === this.scoreLow) this.scoreHigh = this.scoreLow.slice();
    if (this.scoreHigh !== this.scoreLow) this.scoreHigh.set(high.subarray(0, count), start);
  }

  /** Into `verdict` whether the points or a direct route suffice. */
  private judgeScore(points: ScoreColumn, block: Block): void {
    const { barred, verdict, remaining } = this;
    verdict.set(points.verdict);
    if (barred.length === 0) return;
    // Rows fail where the score fails and so does every route: a chain of requirements again, with all verdicts turned round.
    not(verdict, verdict, block.count);
    remaining.begin(block, verdict);
    remaining.require(barred);
    verdict.fill(YES);
    for (let i = 0; i < remaining.block.count; i += 1)
      verdict[remaining.block.row(i) - block.start] = opposite(remaining.verdict[i] ?? MAYBE);
  }
}

/** A measure of the work a condition makes: the cells it reads. */
function cellsOf(asked: Asked): number {
  return conditionsAsked(asked).reduce((cells, { test }) => cells + fieldsOfTest(test).length, 0);
}

class AssumableColumn implements TestColumn {
  readonly verdict = new Uint8Array(BLOCK);
  open = false;

  constructor(
    private readonly column: TestColumn,
    private readonly node: TestNode,
    private readonly row: RowContext,
  ) {}

  evaluate(block: Block): void {
    this.column.evaluate(block);
    this.verdict.set(this.column.verdict);
    this.open = askRows(this.verdict, this.node, this.row, block);
  }
}
