/** The real seeds, loaded once for all tests of a file. */
import { loadRelease, type Release } from "../src/commands/read-seeds";
import { allEditions, type RuleSet } from "../src/policy/rule-set";

let release: Release | null = null;

export function theRelease(): Release {
  release ??= loadRelease();
  return release;
}

/** A province's own file where it has one of that edition, else the one for everybody. */
export function ruleSetOf(tier: string, edition: string): RuleSet {
  const entry = theRelease().policy.tiers.get(tier);
  const all = (entry ? allEditions(entry) : []).filter((one) => one.edition === edition);
  const found = all.find(({ file }) => file.startsWith("provinces/")) ?? all[0];
  if (!found) throw new Error(`there is no rule set ${tier}/${edition}`);
  return found;
}

/** Every rule set, those of provinces and the nation's with a province's points among them. */
export function allRuleSets(): readonly RuleSet[] {
  return [...theRelease().policy.tiers.values()].flatMap(allEditions);
}
