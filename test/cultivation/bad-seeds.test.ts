import { allEditions } from "../../src/policy/rule-set";
/**
 * One wrong file a mistake. Each folder of test/cases/cultivation/bad-seeds holds the files that replace those of `good`, and the exact
 * message lines. `without.txt` lists files that are taken away. Adding a case is adding a folder.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readSeedFiles } from "../../src/cli/read-seeds";
import { loadCultivation } from "../../src/cultivation/load-cultivation";
import { packCultivation, unpackCultivation } from "../../src/cultivation/pack-cultivation";
import { SeedError, type SeedFiles } from "../../src/policy/seed-file";
import { theRelease } from "../release";

const FOLDER = join(__dirname, "..", "cases", "cultivation", "bad-seeds");
const { policy, vocabulary } = theRelease();
const good = readSeedFiles(join(FOLDER, "good"));
const mistakes = readdirSync(FOLDER).filter((name) => name !== "good");

function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
}

function seedsOf(mistake: string): SeedFiles {
  const files = new Map([...good, ...readSeedFiles(join(FOLDER, mistake))]);
  for (const path of linesOf(join(FOLDER, mistake, "without.txt"))) files.delete(path);
  return files;
}

function messagesOf(files: SeedFiles): string[] {
  try {
    loadCultivation(files, policy, vocabulary);
    return ["the seeds were accepted"];
  } catch (error) {
    if (!(error instanceof SeedError)) throw error;
    return error.message.split("\n");
  }
}

describe("A wrong file of seeds/cultivation is refused with file, line, reason and fix", () => {
  for (const mistake of mistakes)
    test(mistake.replaceAll("-", " "), () => {
      expect(messagesOf(seedsOf(mistake))).toEqual(linesOf(join(FOLDER, mistake, "expected.txt")));
    });

  test("every message ends its reason and its fix as sentences", () => {
    const lines = mistakes.flatMap((mistake) => linesOf(join(FOLDER, mistake, "expected.txt")));
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
