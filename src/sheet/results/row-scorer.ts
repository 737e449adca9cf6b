/** Scores rows of a list one after the other: verdicts of every tier from columns, plans for the next rung. */
import { LadderColumns } from "../../engine/columns/ladder-columns";
import type { Facts } from "../../engine/facts";
import type { Improvement } from "../../engine/rows/improve";
import { Ladder, type RowScores } from "../../engine/rows/ladder";
import type { Vocabulary } from "../../language/vocabulary";
import type { Judgement } from "../../policy/judgement";
import type { Policy } from "../../policy/rule-set";

export interface ScoreOptions extends Judgement {
  /** How many alternative plans to look for. 0 leaves plans out. */
  readonly plans: number;
}

export interface ScoredRow {
  /** 0-based among the reading's rows. */
  readonly row: number;
  readonly scores: RowScores;
  /** For the next rung where it fails; null otherwise. */
  readonly improvement: Improvement | null;
}

export class RowScorer {
  readonly ladder: Ladder;
  private readonly columns: LadderColumns;
  private readonly plans: number;

  /** @param t the last complete fiscal year that the facts know */
  constructor(facts: Facts, t: number, policy: Policy, vocabulary: Vocabulary, options: ScoreOptions) {
    const { asOf, purpose, assumeGeneral, plans } = options;
    const judgement = { asOf, purpose, t, assumeGeneral };
    this.ladder = new Ladder(policy, vocabulary, facts, judgement);
    this.columns = new LadderColumns(this.ladder, facts, vocabulary, judgement);
    this.plans = plans;
  }

  score(row: number): ScoredRow {
    const scores = this.columns.score(row);
    const { next, outcomes } = scores;
    const wanted = next !== null && this.plans > 0 && outcomes.get(next)?.status === "unmet";
    return { row, scores, improvement: wanted ? this.ladder.improve(next, row, this.plans) : null };
  }
}
