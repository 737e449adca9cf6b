/** Loads the rewards: seeds/national/rewards.yaml and seeds/provinces/<id>/rewards.yaml, each where it exists. */
import { z } from "zod";
import { isWithin, placesOf, type Province } from "../language/places";
import type { Vocabulary } from "../language/vocabulary";
import type { Policy } from "../policy/rule-set";
import { readSeedFile, type SeedFiles, type SeedProblem } from "../policy/seed-file";
import { SeedReport } from "../policy/seed-report";
import { clause, day, evidence, idLike, text, words } from "../policy/seed-words";
import { documentTitles, type TitleOf } from "../policy/document-titles";
import { nearestId } from "../words/nearest-id";
import type { Reward } from "./rewards";
import { uniqueIds } from "./seed-places";

const money = z.number().positive();
const rewardsFile = z.strictObject({
  rewards: z.array(
    z.strictObject({
      id: idLike("little-giant"),
      tier: words,
      place: z
        .string()
        .regex(/^\d{6}$/, 'a city or district is written by its code, "440100", in quotes')
        .optional(),
      amount: z.union([money, z.strictObject({ from: money, to: money }), z.strictObject({ up_to: money })]),
      document: words,
      clause,
      evidence,
      conditions: text.optional(),
      last_checked: day,
    }),
  ),
});
type RawAmount = z.infer<typeof rewardsFile>["rewards"][number]["amount"];

function bounds(amount: RawAmount): Pick<Reward, "least" | "most"> {
  if (typeof amount === "number") return { least: amount, most: amount };
  return "up_to" in amount ? { least: null, most: amount.up_to } : { least: amount.from, most: amount.to };
}

export function loadRewards(
  files: SeedFiles,
  policy: Policy,
  vocabulary: Vocabulary,
  problems: SeedProblem[],
): Reward[] {
  const titleOf = documentTitles(files, []);
  const paths = [...files.keys()].filter((path) => /^(national|provinces\/[^/]+)\/rewards\.yaml$/.test(path)).sort();
  return paths.flatMap((path) => {
    const folder = /^provinces\/([^/]+)\//.exec(path)?.[1];
    const province = vocabulary.provinces.find(({ id }) => id === folder);
    // A folder that is no province is said by the rules' loader.
    if (folder !== undefined && province === undefined) return [];
    return loadFile(path, files.get(path) ?? "", province ?? null, policy, vocabulary, titleOf, problems);
  });
}

function loadFile(
  path: string,
  content: string,
  province: Province | null,
  policy: Policy,
  vocabulary: Vocabulary,
  titleOf: TitleOf,
  problems: SeedProblem[],
): Reward[] {
  const seed = readSeedFile(path, content, rewardsFile, problems);
  if (seed === null) return [];
  const places = placesOf(vocabulary);
  const report = new SeedReport(seed, vocabulary, problems);
  uniqueIds(seed, seed.data.rewards, "rewards", "reward", problems);
  return seed.data.rewards.map(({ place, amount, conditions, last_checked: lastChecked, ...raw }, index): Reward => {
    if (!policy.tiers.has(raw.tier)) {
      const near = nearestId(raw.tier, [...policy.tiers.keys()]);
      report.add(
        ["rewards", index, "tier"],
        `unknown tier ${raw.tier}`,
        near ? `Did you mean ${near}?` : "Name a tier of a catalogue",
      );
    }
    const code = place === undefined ? (province?.code ?? null) : Number(place);
    if (place !== undefined && code !== null) {
      if (places.name(code) === null)
        report.add(["rewards", index, "place"], `there is no place ${place}`, "Name a code of seeds/places.yaml");
      else if (province === null || !isWithin(code, province.code))
        report.add(
          ["rewards", index, "place"],
          `${place} does not lie in the province of this file`,
          "Move it to the file of its own province",
        );
    }
    const range = bounds(amount);
    if (range.least !== null && range.least > range.most)
      report.add(["rewards", index, "amount"], `from ${range.least} is more than to ${range.most}`, "Swap the amounts");
    return {
      ...raw,
      ...range,
      document: titleOf(raw.document),
      conditions: conditions ?? null,
      place: code === null ? null : { code, name: places.text(code) },
      lastChecked,
    };
  });
}
