/**
 * Which columns an enterprise lacks, in the order of how much they decide: those of the rung aimed at first, then by the number of rungs
 * whose verdict they could still turn, then by the number of open conditions and items that read them.
 * The engine names a slot only where its cell can still change a verdict, so nothing is asked for in vain.
 */
import { conditionsOf, type Requirements } from "../policy/rule-set";
import { slot, type Vocabulary } from "../language/vocabulary";
import type { Text } from "../words/text";
import type { Outcome } from "../engine/rows/evaluate";
import { slotText } from "../engine/rows/explain";
import { fieldsOfTest } from "../language/tree";
import { cellsOfItem } from "../policy/cells-read";

export interface MissingColumn {
  readonly slot: string;
  readonly name: Text;
  /** Address of the blank or unreadable cell; null where the sheet has no such column. */
  readonly cell: string | null;
  /** Rungs whose substance or eligibility it could still turn, lowest first. */
  readonly tiers: readonly string[];
  /** Whether the rung aimed at is among them. */
  readonly forTarget: boolean;
  /** Open conditions and items that read it, over those rungs. */
  readonly conditions: number;
}

export interface JudgedTier {
  readonly tier: string;
  readonly outcome: Outcome;
  readonly requirements: Requirements;
}

/** `tiers` are the rungs, lowest first. */
export function missingColumns(
  tiers: readonly JudgedTier[],
  target: string | null,
  cellOf: (slot: string) => string | null,
  vocabulary: Vocabulary,
  t: number,
): readonly MissingColumn[] {
  const found = new Map<string, { tiers: string[]; conditions: number }>();
  for (const { tier, outcome, requirements } of tiers) {
    const missing = new Set([...outcome.missing, ...outcome.eligibleMissing]);
    if (missing.size === 0) continue;
    const readers = openReaders(outcome, requirements);
    for (const key of missing) {
      const known = found.get(key) ?? { tiers: [], conditions: 0 };
      known.tiers.push(tier);
      known.conditions += readers.get(key) ?? 0;
      found.set(key, known);
    }
  }
  return [...found]
    .map(([key, { tiers: turned, conditions }]) => ({
      slot: key,
      name: slotText(key, vocabulary, t),
      cell: cellOf(key),
      tiers: turned,
      forTarget: target !== null && turned.includes(target),
      conditions,
    }))
    .sort(
      (a, b) =>
        Number(b.forTarget) - Number(a.forTarget) || b.tiers.length - a.tiers.length || b.conditions - a.conditions,
    );
}

/** Slot -> how many open conditions, routes and items of the tier read it. */
function openReaders(outcome: Outcome, requirements: Requirements): ReadonlyMap<string, number> {
  const readers = new Map<string, number>();
  const count = (cells: readonly { field: string; back: number }[]): void => {
    for (const key of new Set(cells.map(({ field, back }) => slot(field, back))))
      readers.set(key, (readers.get(key) ?? 0) + 1);
  };
  const open = new Set(
    [...outcome.conditions, ...outcome.routes]
      .filter(({ verdict }) => verdict === "unknown")
      .map(({ condition }) => condition.id),
  );
  for (const { id, test } of conditionsOf([
    ...requirements.conditions,
    ...requirements.general,
    ...requirements.routes,
  ]))
    if (open.has(id)) count(fieldsOfTest(test));
  for (const { item, lo, hi } of outcome.items) if (lo < hi) count(cellsOfItem(item));
  return readers;
}
