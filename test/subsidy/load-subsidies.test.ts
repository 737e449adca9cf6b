import { readSeedFiles } from "../../src/cli/read-seeds";
import { SeedError } from "../../src/policy/seed-file";
import { loadSubsidies } from "../../src/subsidy/load-subsidies";

const files = readSeedFiles();

function problemsOf(file: string, from: string | RegExp, to: string): string {
  const path = `subsidies/${file}`;
  const good = files.get(path) ?? "";
  const bad = good.replace(from, to);
  expect(bad).not.toBe(good);
  try {
    loadSubsidies(new Map([...files, [path, bad]]));
    return "no problem found";
  } catch (error) {
    if (error instanceof SeedError) return error.message;
    throw error;
  }
}

const mistakes: readonly (readonly [string, string, string | RegExp, string, RegExp])[] = [
  ["a month that is none", "bases.yaml", "from: 2025-01", "from: 2025-13", /bases\.yaml:\d+: .*2025-07/],
  ["a level that ends before it begins", "bases.yaml", "until: 2024-12", "until: 2023-12", /ends before it begins/],
  [
    "two levels of one month",
    "bases.yaml",
    "from: 2025-01, until: 2025-12, floor: 4433",
    "from: 2024-06, until: 2025-12, floor: 4433",
    /overlaps/,
  ],
  ["a ceiling below its floor", "bases.yaml", "ceiling: 22164", "ceiling: 2216", /ceiling is not above the floor/],
  ["a city in two places", "bases.yaml", "cities: [深圳]", "cities: [深圳, 泉州]", /泉州 belongs to fujian too/],
  ["a gap inside a level", "bases.yaml", "{ from: 2025-08, text", "{ from: 2025-07, text", /a gap lies inside a level/],
  [
    "a level published long before it begins",
    "bases.yaml",
    "published: 2025-09",
    "published: 2023-09",
    /more than a year before/,
  ],
  ["an unknown key", "schemes.yaml", "share: 0.5", "portion: 0.5", /portion/],
  ["a share above the whole", "schemes.yaml", "share: 0.5", "share: 50", /schemes\.yaml:\d+/],
  ["more months asked for than looked at", "schemes.yaml", "least: 3", "least: 7", /more months are asked for/],
  ["an insurance that is none", "schemes.yaml", "insurances: [pension]", "insurances: [pensions]", /schemes\.yaml:\d+/],
  ["a fee of nothing", "injury-fees.yaml", "fee: 0.01", "fee: 0", /injury-fees\.yaml:\d+/],
  ["a figure without a source", "injury-fees.yaml", /source: .*\n/, "", /source/],
];
test.each(mistakes)("%s is named with its line", (_name, file, from, to, expected) => {
  expect(problemsOf(file, from, to)).toMatch(expected);
});

test("A missing file is named", () => {
  const without = new Map(files);
  without.delete("subsidies/bases.yaml");
  expect(() => loadSubsidies(without)).toThrow(/subsidies\/bases\.yaml:1: the file is missing/);
});
