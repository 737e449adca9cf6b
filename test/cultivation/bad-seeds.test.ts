/** Wrong files of cultivation, a folder a mistake. See `bad-seed-folders`. */
import { readSeedFiles } from "../../src/commands/read-seeds";
import { loadCultivation } from "../../src/cultivation/load-cultivation";
import { packCultivation, unpackCultivation } from "../../src/cultivation/pack-cultivation";
import { allEditions } from "../../src/policy/rule-set";
import type { SeedFiles } from "../../src/policy/seed-file";
import { BadSeedFolders, seedMessages } from "../bad-seed-folders";
import { theRelease } from "../release";

const folders = new BadSeedFolders("cultivation/bad-seeds");
const { good, mistakes } = folders;
const { policy, vocabulary } = theRelease();
const messagesOf = (files: SeedFiles): readonly string[] =>
  seedMessages(() => loadCultivation(files, policy, vocabulary));

describe("A wrong file of seeds/cultivation is refused with file, line, reason and fix", () => {
  for (const mistake of mistakes)
    test(mistake.replaceAll("-", " "), () => {
      expect(messagesOf(folders.seedsOf(mistake))).toEqual(folders.expected(mistake));
    });

  test("every message ends its reason and its fix as sentences", () => {
    const lines = mistakes.flatMap((mistake) => folders.expected(mistake));
    expect(lines.length).toBeGreaterThanOrEqual(mistakes.length);
    expect(lines.filter((line) => !/^seeds\/[^:]+\.yaml:\d+: .+\. [A-Z].*[.?]$/.test(line))).toEqual([]);
  });
});

describe("The good files", () => {
  test("load, with a word of a choice as its place and shares as fractions", () => {
    const { measures, titles, printed } = loadCultivation(good, policy, vocabulary);
    expect(measures.map(({ id, document, place }) => [id, document.number, place])).toEqual([
      ["deduction", "〔2021〕5号", null],
    ]);
    expect(titles.map(({ tier, updates, rounds }) => [tier, updates.length, rounds.length])).toEqual([
      ["specialized", 2, 1],
    ]);
    expect(printed.map(({ value, line, atLeast }) => [value, line, atLeast])).toEqual([
      [0.043, null, false],
      [0.3, 3, true],
    ]);
  });
});

describe("The release's own files", () => {
  const cultivation = loadCultivation(readSeedFiles(), policy, vocabulary);

  test("a title holds as long by the vocabulary, for sheets that give its award only, as by its rule sets", () => {
    for (const { tier, field } of cultivation.titles) {
      const entry = policy.tiers.get(tier);
      const told = (entry ? allEditions(entry) : [])
        .filter(({ place, status }) => place !== null || status !== "checklist")
        .flatMap(({ validityYears, file }) =>
          validityYears === null && file.startsWith("provinces/") ? [] : [validityYears],
        );
      expect([field, [...new Set(told)]]).toEqual([field, [vocabulary.fields.get(field)?.validYears]]);
    }
  });

  test("every rung of the ladder has a title rule and every aspect a measure", () => {
    const tiers = new Set(cultivation.titles.map(({ tier }) => tier));
    expect(policy.rungs.flat().filter((tier) => !tiers.has(tier))).toEqual([]);
    const aspects = new Set(cultivation.measures.flatMap((measure) => measure.aspects));
    expect(aspects.size).toBe(7);
  });

  test("a page gets the same back from the packed text, and refuses any other", () => {
    expect(unpackCultivation(packCultivation(cultivation))).toEqual(cultivation);
    expect(() => unpackCultivation("{}")).toThrow(TypeError);
  });
});
