import { ownVocabulary, readSeedFiles } from "../../src/commands/read-seeds";
import { SeedError } from "../../src/policy/seed-file";
import { loadSubsidies } from "../../src/riders/load-subsidies";

const files = readSeedFiles();

function problemsOf(file: string, from: string | RegExp, to: string): string {
  const path = `subsidies/${file}`;
  const good = files.get(path) ?? "";
  const bad = good.replace(from, to);
  expect(bad).not.toBe(good);
  try {
    loadSubsidies(new Map([...files, [path, bad]]), ownVocabulary());
    return "no problem found";
  } catch (error) {
    if (error instanceof SeedError) return error.message;
    throw error;
  }
}

const mistakes: readonly (readonly [string, string, string | RegExp, string, RegExp])[] = [
  ["an unknown key", "schemes.yaml", "share: 0.5", "portion: 0.5", /portion/],
  ["a share above the whole", "schemes.yaml", "share: 0.5", "share: 50", /schemes\.yaml:\d+/],
  ["more months asked for than looked at", "schemes.yaml", "least: 3", "least: 7", /more months are asked for/],
  ["an insurance that is none", "schemes.yaml", "insurances: [pension]", "insurances: [pensions]", /schemes\.yaml:\d+/],
  ["a fee of nothing", "injury-fees.yaml", "fee: 0.01", "fee: 0", /injury-fees\.yaml:\d+/],
  [
    "a province that begins twice",
    "injury-fees.yaml",
    "provinces: [jilin]",
    "provinces: [jilin, beijing]",
    /beijing stands twice/,
  ],
  [
    "a province that does not exist",
    "injury-fees.yaml",
    "provinces: [jilin]",
    "provinces: [kirin]",
    /no province kirin/,
  ],
  ["a year that ends before it begins", "injury-fees.yaml", 'by: "2026-12"', 'by: "2025-12"', /ends before it begins/],
  ["a figure without a source", "injury-fees.yaml", /source: .*\n/, "", /source/],
];
test.each(mistakes)("%s is named with its line", (_name, file, from, to, expected) => {
  expect(problemsOf(file, from, to)).toMatch(expected);
});

test("A missing file is named", () => {
  const without = new Map(files);
  without.delete("subsidies/schemes.yaml");
  expect(() => loadSubsidies(without, ownVocabulary())).toThrow(/subsidies\/schemes\.yaml:1: the file is missing/);
});
