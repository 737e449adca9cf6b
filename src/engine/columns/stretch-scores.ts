import type { Requirements } from "../../policy/rule-set";
import type { Vocabulary } from "../../language/vocabulary";
import type { Facts } from "../facts";
import { RowRange } from "../row-range";
import type { ScorerOptions } from "../rows/evaluate";
import { scoreTiers, type BatchScores } from "./score-columns";

/** Rows whose verdicts stand in memory at once. */
const STRETCH = 16_384;

/** Verdicts and points of several rule sets for whoever walks through the rows of a sheet: worked out a stretch of rows at a time. */
export class StretchScores {
  private first = 0;
  private count = 0;
  private scores: readonly BatchScores[] = [];

  constructor(
    private readonly tiers: readonly Requirements[],
    private readonly facts: Facts,
    private readonly vocabulary: Vocabulary,
    private readonly options: ScorerOptions,
  ) {}

  /** The scores of the stretch that holds a row, in the order of the rule sets, and where in them the row is. */
  of(row: number): { readonly scores: readonly BatchScores[]; readonly at: number } {
    if (row < this.first || row >= this.first + this.count) {
      this.first = row - (row % STRETCH);
      this.count = Math.min(STRETCH, this.facts.count - this.first);
      const rows = new RowRange(this.facts, this.first, this.count);
      this.scores = scoreTiers(this.tiers, rows, this.vocabulary, this.options);
    }
    return { scores: this.scores, at: row - this.first };
  }
}
