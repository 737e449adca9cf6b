/**
 * Scores every enterprise of a sheet that has been read, one at a time, so that the caller can report progress or stop in between.
 * What is found goes to the sinks (tables, JSON); the tally keeps the counts that a summary needs.
 */
import type { Policy } from "../../policy/rule-set";
import type { Vocabulary } from "../../language/vocabulary";
import type { Ladder } from "../../engine/rows/ladder";
import type { SheetReading } from "../reading/read-sheet";
import { RowCounts, type StretchCounts, type Tally } from "./row-counts";
import { RowScorer, type ScoredRow, type ScoreOptions } from "./row-scorer";

export class SheetScoring {
  readonly ladder: Ladder;
  private readonly scorer: RowScorer;
  private readonly counts: RowCounts;

  constructor(
    readonly reading: SheetReading,
    policy: Policy,
    vocabulary: Vocabulary,
    options: ScoreOptions,
  ) {
    this.scorer = new RowScorer(reading.facts, reading.t, policy, vocabulary, options);
    this.ladder = this.scorer.ladder;
    this.counts = new RowCounts(this.ladder);
  }

  /** Scores one row after the other. */
  *rows(): Generator<ScoredRow, void> {
    for (let row = 0; row < this.reading.facts.count; row += 1) {
      const scored = this.scorer.score(row);
      this.counts.add(row, scored.scores);
      yield scored;
    }
  }

  /** Counts the next rows as somebody else has scored them. */
  addStretch(counts: StretchCounts): void {
    this.counts.addStretch(counts);
  }

  /** The counts so far; missing slots with the most enterprises first. */
  tally(): Tally {
    return this.counts.tally();
  }
}
