/** Recipes followed word for word, as far as they are made of data (the recipe of a place has a test of its own in test/policy). */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { readSeedFiles } from "../../src/commands/read-seeds";
import { PROOFS } from "../../src/engine/rows/proofs";
import { editionOn } from "../../src/policy/editions";
import { loadPolicy } from "../../src/policy/load-criteria";
import { loadVocabulary } from "../../src/policy/load-vocabulary";
import { readSheet } from "../../src/sheet/reading/read-sheet";

/** The blocks of YAML of a page, without the indentation of its lists. */
function blocksOf(page: string): readonly string[] {
  return [...readFileSync(page, "utf8").matchAll(/^( *)```yaml\n([\s\S]*?)^ *```/gm)].map(
    ([, indent = "", text = ""]) => text.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  );
}

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`there is no ${from}`);
  return text.replaceAll(from, to);
}

const SEEDS: ReadonlyMap<string, string> = new Map(readSeedFiles());
const seed = (path: string): string => SEEDS.get(path) ?? "";

test.each(["docs/recipes/edition.md", "docs/recipes/edition.zh-CN.md"])(
  "%s: the new edition follows the old one without a gap",
  (page) => {
    const entry = blocksOf(page).find((block) => block.includes("covers:")) ?? "";
    const old = seed("national/specialized/2026-04-01.yaml");
    const catalogue = seed("national/catalogue.yaml");
    const [before = "", after = ""] = catalogue.split("  - id: little-giant\n");
    const files = new Map([
      ...SEEDS,
      [
        "national/specialized/2027-04-01.yaml",
        replaced(
          replaced(old, 'edition: "2026-04-01"', 'edition: "2027-04-01"'),
          '{ from: "2026-04-01", until: null }',
          '{ from: "2027-04-01", until: null }',
        ),
      ],
      ["national/specialized/2026-04-01.yaml", replaced(old, "until: null }", 'until: "2027-03-31" }')],
      [
        "national/catalogue.yaml",
        `${before}${entry.trimEnd().replaceAll(/^/gm, "      ")}\n  - id: little-giant\n${after}`,
      ],
    ]);
    const tier = loadPolicy(files, loadVocabulary(files), PROOFS).tiers.get("specialized");
    if (tier === undefined) throw new Error("the tier is gone");
    for (const purpose of ["new", "review"] as const) {
      expect(editionOn(tier, "2027-03-31", purpose, null)?.edition).toBe("2026-04-01");
      expect(editionOn(tier, "2027-04-01", purpose, null)?.edition).toBe("2027-04-01");
    }
  },
);

test("docs/recipes/heading.md: the heading is read as its field once its synonym is there", () => {
  const [synonym = "", line = ""] = blocksOf("docs/recipes/heading.md");
  const [field] = z.array(z.object({ id: z.string(), synonyms: z.array(z.string()) })).parse(parse(synonym));
  const [[heading = "", expected = ""] = []] = z.array(z.array(z.string())).parse(parse(line));
  const { id = "", synonyms: [word = ""] = [] } = field ?? {};
  const columns = (files: ReadonlyMap<string, string>): unknown => {
    const reading = readSheet(
      {
        sheet: "名单",
        rows: [
          ["企业名称", "营业收入（万元）", heading],
          ["甲", 100, 6],
        ],
        merges: [],
        hiddenRows: new Set<number>(),
      },
      loadVocabulary(files),
      { asOf: "2026-11-28" },
    );
    if (reading.kind === "failure") throw new Error(reading.message.en);
    return reading.facts.column(id)?.[0];
  };
  const fields = seed("vocabulary/fields.yaml");
  const [before = "", after = ""] = fields.split(new RegExp(`(?<=- id: ${id}\\n(?: {4}.*\\n)*? {4}synonyms:\\n)`));
  expect(after).not.toBe("");
  const added = new Map([...SEEDS, ["vocabulary/fields.yaml", `${before}      - ${word}\n${after}`]]);
  expect(columns(SEEDS)).toBeUndefined();
  expect(columns(added)).toBe(6);
  expect(expected).toBe(`${id} sure`);
});
