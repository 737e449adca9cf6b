/** Every rule set of the release for both purposes, as the parity runs go through them. */
import { loadRelease } from "../../../src/commands/read-seeds";
import type { PlaceCode } from "../../../src/language/places";
import { allEditions, type Purpose, type Requirements } from "../../../src/policy/rule-set";

export interface NamedSet {
  readonly name: string;
  readonly tier: string;
  readonly edition: string;
  readonly place: PlaceCode | null;
  readonly purpose: Purpose;
  readonly requirements: Requirements;
}

const PURPOSES: readonly Purpose[] = ["new", "review"];

export function everyRuleSet(): readonly NamedSet[] {
  return [...loadRelease().policy.tiers.values()].flatMap((entry) =>
    allEditions(entry).flatMap(({ tier, edition, place, forPurpose }) =>
      PURPOSES.map((purpose) => ({
        name: [tier, place, edition, purpose].filter((part) => part !== null).join(" "),
        tier,
        edition,
        place,
        purpose,
        requirements: forPurpose[purpose],
      })),
    ),
  );
}
