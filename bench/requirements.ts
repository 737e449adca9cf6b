import type { Release } from "../src/commands/read-seeds";
import { allEditions, type Requirements } from "../src/policy/rule-set";

/** What an edition, of the nation or of a province, asks of a new application. */
export function requirementsOf({ policy }: Release, tier: string, edition: string): Requirements {
  const entry = policy.tiers.get(tier);
  const found = entry && allEditions(entry).find((one) => one.edition === edition);
  if (!found) throw new Error(`there is no rule set ${tier}/${edition}`);
  return found.forPurpose.new;
}
