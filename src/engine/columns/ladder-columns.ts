/**
 * The ladder for all rows of a sheet: what stands of every tier comes from columns, a stretch of rows at a time; why it stands so is worked
 * out by the row path when somebody asks, and not at all where the verdict says that there is nothing to tell.
 */
import type { Verdict } from "../../policy/rule-set";
import type { Vocabulary } from "../../language/vocabulary";
import { serialOfIso } from "../../words/calendar";
import type { Facts } from "../facts";
import { RowRange } from "../row-range";
import type { GroupPoints, ConditionOutcome, ItemOutcome, Outcome, PointInterval } from "../rows/evaluate";
import type { Ladder, LadderOptions, RowScores } from "../rows/ladder";
import { scoreTiers, verdictOf, type BatchScores } from "./score-columns";

/** Rows whose verdicts stand in memory at once. */
const STRETCH = 16_384;

export class LadderColumns {
  private readonly asOf: number;
  private first = 0;
  private scores: readonly BatchScores[] = [];

  constructor(
    private readonly ladder: Ladder,
    private readonly facts: Facts,
    private readonly vocabulary: Vocabulary,
    private readonly options: LadderOptions,
  ) {
    const asOf = serialOfIso(options.asOf);
    if (asOf === null) throw new RangeError(`asOf must be a date YYYY-MM-DD, got "${options.asOf}"`);
    this.asOf = asOf;
  }

  /** The same as `Ladder.score`, quick where rows are asked for one after the other. */
  score(row: number): RowScores {
    const at = row - this.stretchOf(row);
    const outcomes = new Map<string, Outcome>();
    this.ladder.editions.forEach(({ tier }, index) => {
      const scores = this.scores[index];
      if (scores !== undefined) outcomes.set(tier, new ColumnOutcome(this.ladder, tier, row, scores, at));
    });
    return this.ladder.placed(outcomes, row);
  }

  /** The first row of the stretch that holds a row; its verdicts are then in `scores`. */
  private stretchOf(row: number): number {
    const known = this.scores[0]?.status.length ?? 0;
    if (row >= this.first && row < this.first + known) return this.first;
    const { purpose, t, assumeGeneral } = this.options;
    this.first = row - (row % STRETCH);
    const rows = new RowRange(this.facts, this.first, Math.min(STRETCH, this.facts.count - this.first));
    const requirements = this.ladder.editions.map(({ forPurpose }) => forPurpose[purpose]);
    this.scores = scoreTiers(requirements, rows, this.vocabulary, { asOf: this.asOf, t, assumeGeneral });
    return this.first;
  }
}

const NONE: readonly never[] = [];

/** Verdicts and points from columns; the rest is explained once it is asked for. */
class ColumnOutcome implements Outcome {
  readonly status: Verdict;
  readonly eligible: Verdict;
  readonly score: PointInterval | null;
  private known: Outcome | null = null;

  constructor(
    private readonly ladder: Ladder,
    private readonly tier: string,
    private readonly row: number,
    { status, eligible, scoreLow, scoreHigh }: BatchScores,
    at: number,
  ) {
    this.status = verdictOf(status[at]);
    this.eligible = verdictOf(eligible[at]);
    const [lo, hi] = [scoreLow[at] ?? NaN, scoreHigh[at] ?? NaN];
    this.score = Number.isNaN(lo) ? null : { lo, hi };
  }

  private get explained(): Outcome {
    return (this.known ??= this.ladder.explain(this.tier, this.row));
  }

  get groups(): readonly GroupPoints[] {
    return this.score === null ? NONE : this.explained.groups;
  }

  get route(): string | null {
    return this.score === null || this.status === "unmet" ? null : this.explained.route;
  }

  get unmet(): readonly string[] {
    return this.status === "unmet" ? this.explained.unmet : NONE;
  }

  get missing(): readonly string[] {
    return this.status === "unknown" ? this.explained.missing : NONE;
  }

  get eligibleUnmet(): readonly string[] {
    return this.eligible === "unmet" ? this.explained.eligibleUnmet : NONE;
  }

  get eligibleMissing(): readonly string[] {
    return this.eligible === "unknown" ? this.explained.eligibleMissing : NONE;
  }

  get assumed(): readonly string[] {
    return this.explained.assumed;
  }

  get conditions(): readonly ConditionOutcome[] {
    return this.explained.conditions;
  }

  get routes(): readonly ConditionOutcome[] {
    return this.explained.routes;
  }

  get items(): readonly ItemOutcome[] {
    return this.explained.items;
  }
}
