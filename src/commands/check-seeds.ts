/** `npm run seeds`: loads every file of seeds/ and prints what is wrong, one line a mistake, or what the release holds. */
import { SeedError } from "../policy/seed-file";
import { loadRelease, ownCultivation, ownSubsidies, ownTargets } from "./read-seeds";

const wrong: SeedError[] = [];

/** What was loaded, or null where the files are wrong; the other kinds of files are looked at all the same. */
function attempt<T>(load: () => T): T | null {
  try {
    return load();
  } catch (error) {
    if (!(error instanceof SeedError)) throw error;
    wrong.push(error);
    return null;
  }
}

const release = attempt(loadRelease);
const targets = attempt(ownTargets);
const subsidies = attempt(ownSubsidies);
const cultivation = release && attempt(ownCultivation);

if (release && targets && subsidies && cultivation) {
  const { policy, vocabulary } = release;
  for (const { id, name, editions } of policy.tiers.values())
    console.log(`${id}\t${name.zh}\t${editions.map(({ edition }) => edition).join(", ")}`);
  for (const { id, code, name } of vocabulary.provinces) {
    const own = [...policy.tiers.values()].flatMap(({ id: tier, provinces }) =>
      (provinces.get(code)?.editions ?? []).map(({ edition }) => `${tier} ${edition}`),
    );
    if (own.length > 0) console.log(`${id}\t${name.zh}\t${own.join(", ")}`);
  }
  console.log(
    [
      `${vocabulary.fields.size} fields, ${vocabulary.sizeIndustries.length} size-class industries, checked ${policy.checked}`,
      `${targets.documents.length} documents of targets with ${targets.sets.flatMap((set) => set.targets).length} targets`,
      `${subsidies.schemes.length} schemes of riders' subsidies, bases of ${subsidies.bases.areas.length} areas`,
      `${cultivation.measures.length} measures`,
    ].join("\n"),
  );
} else {
  // A wrong vocabulary stops everything that is read with it, and is told once.
  for (const line of new Set(wrong.flatMap(({ message }) => message.split("\n")))) console.error(line);
  process.exitCode = 2;
}
