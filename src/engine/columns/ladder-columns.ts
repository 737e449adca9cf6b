/**
 * The ladder for all rows of a sheet: what stands of every tier comes from columns, a stretch of rows at a time; why it stands so is worked
 * out by the row path when somebody asks, and not at all where the verdict says that there is nothing to tell.
 */
import type { RuleSet, Verdict } from "../../policy/rule-set";
import type { Vocabulary } from "../../language/vocabulary";
import { dayOfJudgement } from "../../words/calendar";
import type { Facts } from "../facts";
import type { GroupPoints, ConditionOutcome, ItemOutcome, Outcome, PointInterval } from "../rows/evaluate";
import type { Untold } from "../rows/openings";
import type { Ladder, LadderOptions, RowScores } from "../rows/ladder";
import { verdictOf, type BatchScores } from "./score-columns";
import { StretchScores } from "./stretch-scores";

export class LadderColumns {
  private readonly scores: StretchScores;
  /** Edition -> its place among the scores. */
  private readonly at: ReadonlyMap<RuleSet, number>;

  constructor(
    private readonly ladder: Ladder,
    facts: Facts,
    vocabulary: Vocabulary,
    { asOf, purpose, t, assumeGeneral }: LadderOptions,
  ) {
    const day = dayOfJudgement(asOf);
    this.at = new Map(ladder.used.map((edition, at) => [edition, at]));
    const requirements = ladder.used.map(({ forPurpose }) => forPurpose[purpose]);
    this.scores = new StretchScores(requirements, facts, vocabulary, { asOf: day, t, assumeGeneral });
  }

  /** The same as `Ladder.score`, quick where rows are asked for one after the other. */
  score(row: number): RowScores {
    const { scores, at } = this.scores.of(row);
    const outcomes = new Map<string, Outcome>();
    for (const edition of this.ladder.editionsAt(row)) {
      const own = scores[this.at.get(edition) ?? -1];
      if (own !== undefined) outcomes.set(edition.tier, new ColumnOutcome(this.ladder, edition.tier, row, own, at));
    }
    return this.ladder.placed(outcomes, row);
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

  get untold(): readonly Untold[] {
    return this.status === "unknown" ? this.explained.untold : NONE;
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
