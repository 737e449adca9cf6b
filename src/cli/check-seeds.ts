/** `npm run seeds`: loads every rule and prints what is wrong, one line a mistake, or what the release holds. */
import { SeedError } from "../policy/seed-file";
import { loadRelease } from "./read-seeds";

try {
  const { policy, vocabulary } = loadRelease();
  for (const { id, name, editions } of policy.tiers.values())
    console.log(`${id}\t${name.zh}\t${editions.map(({ edition }) => edition).join(", ")}`);
  console.log(
    `${vocabulary.fields.size} fields, ${vocabulary.sizeIndustries.length} size-class industries, checked ${policy.checked}`,
  );
} catch (error) {
  if (!(error instanceof SeedError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
