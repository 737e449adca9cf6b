/** docs/recipes/place.md followed word for word: its files load, its list comes out as it says, and its table of borders holds. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { readSeedFiles } from "../../src/commands/read-seeds";
import { findTarget } from "../../src/clusters/find-target";
import { loadTargets } from "../../src/clusters/load-targets";
import { loadCultivation } from "../../src/cultivation/load-cultivation";
import { PROOFS } from "../../src/engine/rows/proofs";
import { loadPolicy } from "../../src/policy/load-criteria";
import { loadVocabulary } from "../../src/policy/load-vocabulary";
import { readSheet } from "../../src/sheet/reading/read-sheet";
import { SheetScoring } from "../../src/sheet/results/score-sheet";

const RECIPE = readFileSync("docs/recipes/place.md", "utf8");

/** What stands between fences, without the indentation of its list. */
function blocks(fence: string): readonly string[] {
  return [...RECIPE.matchAll(new RegExp(`^( *)\`\`\`${fence}\\n([\\s\\S]*?)^ *\`\`\``, "gm"))].map(
    ([, indent = "", text = ""]) => text.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  );
}

const [catalogue = "", edition = "", borders = "", measures = "", targets = ""] = blocks("yaml");
const [list = ""] = /^企业名称,[\s\S]*?(?=^```)/m.exec(RECIPE) ?? [];
const files = new Map([
  ...readSeedFiles(),
  ["provinces/jiangxi/catalogue.yaml", catalogue],
  ["provinces/jiangxi/champion-province/2026.yaml", edition],
  ["provinces/jiangxi/measures.yaml", measures],
  ["provinces/jiangxi/targets.yaml", targets],
]);
const vocabulary = loadVocabulary(files);
const policy = loadPolicy(files, vocabulary, PROOFS);

test("its files load, with the measure and the target they bring", () => {
  const { measures: all } = loadCultivation(files, policy, vocabulary);
  expect(all.find(({ id }) => id === "jx-chain")?.place?.code).toBe(360_000);
  expect(findTarget({ indicator: "小巨人", scope: "江西", year: 2027 }, loadTargets(files)).kind).toBe("target");
});

test("its list comes out as it says", () => {
  const rows = list
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const reading = readSheet({ sheet: "名单", rows, merges: [], hiddenRows: new Set() }, vocabulary, {
    asOf: "2026-11-28",
  });
  if (reading.kind === "failure") throw new Error(reading.message.en);
  const options = { asOf: "2026-11-28", purpose: "new", assumeGeneral: true, plans: 0 } as const;
  const found = [...new SheetScoring(reading, policy, vocabulary, options).rows()].map(
    ({ scores }) => scores.outcomes.get("champion-province")?.status,
  );
  expect(found).toEqual(["met", "unknown"]);
});

test("its table of borders is for the rule set it shows", () => {
  expect(parse(borders)).toMatchObject({
    tier: "champion-province",
    edition: "2026",
    place: "jiangxi",
    checks: [{ condition: "years" }],
  });
});
