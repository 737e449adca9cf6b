import type { Release } from "../src/cli/read-seeds";
import type { Requirements } from "../src/policy/rule-set";

/** What an edition asks of a new application. */
export function requirementsOf({ policy }: Release, tier: string, edition: string): Requirements {
  const found = policy.tiers.get(tier)?.editions.find((one) => one.edition === edition);
  if (!found) throw new Error(`there is no rule set ${tier}/${edition}`);
  return found.forPurpose.new;
}
