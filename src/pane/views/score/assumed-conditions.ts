/** Conditions that no column speaks of and that are taken as holding: a line a condition, whichever tiers ask it. */
import type { ScoreSummary } from "../../worker/tasks/score-answer";
import type { Text } from "../../../words/text";

export interface AssumedCondition {
  readonly text: Text;
  readonly tiers: readonly Text[];
  /** The most enterprises that any of the tiers takes it for. */
  readonly enterprises: number;
}

/** In the order they were found. */
export function assumedConditions(assumed: ScoreSummary["assumed"]): readonly AssumedCondition[] {
  const found = new Map<string, AssumedCondition>();
  for (const { text, tier, enterprises } of assumed) {
    const known = found.get(text.zh);
    found.set(text.zh, {
      text,
      tiers: [...(known?.tiers ?? []).filter(({ zh }) => zh !== tier.zh), tier],
      enterprises: Math.max(known?.enterprises ?? 0, enterprises),
    });
  }
  return [...found.values()];
}
