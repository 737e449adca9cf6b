/** The editions that judge the rows of a call, each row by those of the place it is in, and what they make of it. */
import type { BatchScores } from "../engine/columns/score-columns";
import { Ladder } from "../engine/rows/ladder";
import { MET, UNKNOWN } from "../engine/rows/test-nodes";
import type { RuleSet } from "../policy/rule-set";
import type { SheetReading } from "../sheet/reading/read-sheet";
import { batchScores } from "./batch-verdicts";
import type { BoundRelease } from "./function-record";

export interface PlacedScore {
  readonly edition: RuleSet;
  readonly scores: BatchScores;
}

export interface Standing {
  /** The highest rung met in substance; null for none. */
  readonly highest: RuleSet | null;
  /** The first tier of the rung above it; null at the top. */
  readonly next: RuleSet | null;
  /** The lowest tier that is open; null where none is. */
  readonly open: RuleSet | null;
}

export class PlacedScores {
  readonly ladder: Ladder;
  private readonly scores: ReadonlyMap<RuleSet, BatchScores>;

  /** @param tiers those that are asked about; the rungs of the ladder where it is left out */
  constructor(reading: SheetReading, day: string, bound: BoundRelease, tiers?: readonly string[]) {
    const { policy, vocabulary } = bound;
    this.ladder = new Ladder(policy, vocabulary, reading.facts, {
      asOf: day,
      purpose: "new",
      t: reading.t,
      assumeGeneral: true,
    });
    const asked = tiers ?? this.ladder.rungTiers;
    const used = this.ladder.used.filter(({ tier }) => asked.includes(tier));
    const scores = batchScores(used, reading, day, bound);
    this.scores = new Map(
      used.flatMap((edition, at) => {
        const own = scores[at];
        return own === undefined ? [] : [[edition, own] as const];
      }),
    );
  }

  /** Null where the tier has no edition for the row or was not asked about. */
  of(tier: string, fact: number): PlacedScore | null {
    const edition = this.ladder.edition(tier, fact);
    const scores = edition === undefined ? undefined : this.scores.get(edition);
    return edition === undefined || scores === undefined ? null : { edition, scores };
  }

  /** Where a row stands on the ladder. */
  standing(fact: number): Standing {
    const { rungs, rungTiers } = this.ladder;
    const status = (tier: string): number | undefined => this.of(tier, fact)?.scores.status[fact];
    const edition = (tier: string | undefined): RuleSet | null =>
      tier === undefined ? null : (this.ladder.edition(tier, fact) ?? null);
    const met = (rung: number): string | undefined => rungs[rung]?.find((tier) => status(tier) === MET);
    let at = rungs.length - 1;
    while (at >= 0 && met(at) === undefined) at -= 1;
    return {
      highest: edition(met(at)),
      next: edition(rungs[at + 1]?.[0]),
      open: edition(rungTiers.find((tier) => status(tier) === UNKNOWN)),
    };
  }
}
