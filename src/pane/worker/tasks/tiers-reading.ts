/** Which tiers read a cell: what a person's answer about a column would decide. */
import type { Purpose, RuleSet } from "../../../policy/rule-set";
import type { Text } from "../../../words/text";
import type { Vocabulary } from "../../../language/vocabulary";
import { slotsOf } from "../../../policy/cells-read";

/** Gives the names of the tiers whose edition reads a slot, in the order of the editions. */
export function tiersReading(
  editions: readonly RuleSet[],
  purpose: Purpose,
  vocabulary: Vocabulary,
): (slot: string) => readonly Text[] {
  // Asked for doubtful columns only, of which most sheets have none.
  return (slot) =>
    editions.filter(({ forPurpose }) => slotsOf(forPurpose[purpose], vocabulary).has(slot)).map(({ name }) => name);
}
