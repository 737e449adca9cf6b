/** The real seeds, loaded once for all tests of a file. */
import { loadRelease, type Release } from "../src/cli/read-seeds";
import type { RuleSet } from "../src/policy/rule-set";

let release: Release | null = null;

export function theRelease(): Release {
  release ??= loadRelease();
  return release;
}

export function ruleSetOf(tier: string, edition: string): RuleSet {
  const found = theRelease()
    .policy.tiers.get(tier)
    ?.editions.find((one) => one.edition === edition);
  if (!found) throw new Error(`there is no rule set ${tier}/${edition}`);
  return found;
}

export function allRuleSets(): readonly RuleSet[] {
  return [...theRelease().policy.tiers.values()].flatMap(({ editions }) => editions);
}
