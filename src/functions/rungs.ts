/** The rungs of the ladder that are in force on a day, and which of them each row of a batch meets. */
import { editionsOn } from "../policy/editions";
import type { Policy, RuleSet } from "../policy/rule-set";
import type { BatchScores } from "../engine/columns/score-columns";
import { MET, UNKNOWN } from "../engine/rows/test-nodes";

/** Lowest first; a rung may hold several tiers, either of which is enough. */
export function rungsOn(policy: Policy, day: string): readonly (readonly RuleSet[])[] {
  const editions = editionsOn(policy, day, "new");
  return policy.rungs
    .map((rung) => rung.flatMap((id) => editions.find(({ tier }) => tier === id) ?? []))
    .filter((rung) => rung.length > 0);
}

export interface Standing {
  /** The highest rung met in substance; null for none. */
  readonly highest: RuleSet | null;
  /** The first tier of the rung above it; null at the top. */
  readonly next: RuleSet | null;
  /** The lowest tier that is open; null where none is. */
  readonly open: RuleSet | null;
}

/** `scores` in the order of the rungs' tiers, lowest first. */
export function standingOf(
  rungs: readonly (readonly RuleSet[])[],
  scores: readonly BatchScores[],
  row: number,
): Standing {
  const status = new Map(rungs.flat().map((edition, index) => [edition, scores[index]?.status[row]]));
  let at = rungs.length - 1;
  const met = (rung: number): RuleSet | undefined => rungs[rung]?.find((edition) => status.get(edition) === MET);
  while (at >= 0 && !met(at)) at -= 1;
  return {
    highest: met(at) ?? null,
    next: rungs[at + 1]?.[0] ?? null,
    open: rungs.flat().find((edition) => status.get(edition) === UNKNOWN) ?? null,
  };
}
