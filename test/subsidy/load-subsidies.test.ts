import { ownVocabulary, readSeedFiles } from "../../src/cli/read-seeds";
import { SeedError } from "../../src/policy/seed-file";
import { loadSubsidies } from "../../src/subsidy/load-subsidies";

const files = readSeedFiles();

function problemsOf(file: string, from: string | RegExp, to: string): string {
  const path = file.includes("/") ? `provinces/${file}` : `subsidies/${file}`;
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
  ["a month that is none", "fujian/bases.yaml", 'from: "2025-01"', 'from: "2025-13"', /bases\.yaml:\d+: .*2025-07/],
  [
    "a level that ends before it begins",
    "fujian/bases.yaml",
    'until: "2024-12"',
    'until: "2023-12"',
    /ends before it begins/,
  ],
  ["two levels of one month", "fujian/bases.yaml", 'from: "2025-01"', 'from: "2024-06"', /overlaps/],
  [
    "a ceiling below its floor",
    "fujian/bases.yaml",
    "ceiling: 22164",
    "ceiling: 2216",
    /ceiling is not above the floor/,
  ],
  [
    "another figure whose ceiling is below its floor",
    "fujian/bases.yaml",
    "ceiling: 22607",
    "ceiling: 2260",
    /ceiling is not above the floor/,
  ],
  [
    "another figure that is the same",
    "shandong/bases.yaml",
    /floor: 4364\n(\s+)ceiling: 21821/,
    "floor: 4416\n$1ceiling: 22078",
    /the same as the level's own/,
  ],
  [
    "a city in two areas",
    "guangdong/bases.yaml",
    'places: ["440300"]',
    'places: ["440300", "440100"]',
    /广州市 belongs to guangzhou too/,
  ],
  [
    "a city of another province",
    "guangdong/bases.yaml",
    'places: ["440300"]',
    'places: ["350500"]',
    /no place of 广东省/,
  ],
  [
    "a city that does not exist",
    "guangdong/bases.yaml",
    'places: ["440300"]',
    'places: ["449900"]',
    /there is no place 449900/,
  ],
  [
    "a gap inside a level",
    "fujian/bases.yaml",
    'from: "2026-01", text',
    'from: "2025-07", text',
    /a gap lies inside a level/,
  ],
  ["a figure that does not say whose it is", "henan/bases.yaml", "    kind: employees\n", "", /kind/],
  ["a kind that is none", "henan/bases.yaml", "kind: employees", "kind: riders", /henan\/bases\.yaml:\d+/],
  ["a figure without evidence", "henan/bases.yaml", "    evidence: single-source\n", "", /evidence/],
  [
    "a level published long before it begins",
    "jiangsu/bases.yaml",
    'published: "2025-09"',
    'published: "2023-09"',
    /more than a year before/,
  ],
  ["a rate above the whole", "rate.yaml", "value: 0.2", "value: 20", /rate\.yaml:\d+/],
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
  without.delete("subsidies/rate.yaml");
  expect(() => loadSubsidies(without, ownVocabulary())).toThrow(/subsidies\/rate\.yaml:1: the file is missing/);
});

test("A folder of no province is named", () => {
  const more = new Map([...files, ["provinces/atlantis/bases.yaml", 'last_checked: "2026-11-29"\nlevels: []\n']]);
  expect(() => loadSubsidies(more, ownVocabulary())).toThrow(
    /provinces\/atlantis\/bases\.yaml:1: there is no province atlantis/,
  );
});
