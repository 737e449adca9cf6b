/** Where English is spoken, every document of the release is called by an English title. */
import { parse } from "yaml";
import { z } from "zod";
import { loadKnowledge, ownCultivation, ownTargets, readSeedFiles } from "../../src/commands/read-seeds";
import { TITLES_FILE } from "../../src/policy/document-titles";
import { documentText } from "../../src/words/citation";
import type { Text } from "../../src/words/text";
import { allRuleSets, theRelease } from "../release";

const CHINESE = /\p{Script=Han}/u;

function titlesUsed(): readonly Text[] {
  const { measures, titles, printed, rewards } = ownCultivation();
  const cited = [...measures, ...titles.flatMap(({ updates, rounds }) => [...updates, ...rounds]), ...printed];
  return [
    ...allRuleSets().flatMap(({ document }) => [document.title, document.issuer]),
    ...[...theRelease().policy.clusters.values()].flatMap(({ editions }) =>
      editions.flatMap(({ document }) => [document.title, document.issuer]),
    ),
    ...ownTargets().documents.map(({ title }) => title),
    ...cited.map(({ document }) => document.title),
    ...[...rewards.map(({ document }) => document), ...riderSources()].filter(({ zh }) => !/〔\d{4}〕/.test(zh)),
  ];
}

/** What the subsidies of riders rest on. */
function riderSources(): readonly Text[] {
  const { bases, schemes, injuryFees } = loadKnowledge().subsidies;
  const levels = bases.areas.flatMap((area) => [
    ...area.levels,
    ...area.medical,
    ...area.levels.flatMap(({ beside }) => beside),
  ]);
  const printed = schemes.flatMap((scheme) => scheme.printed ?? []);
  return [...levels, ...schemes, ...printed, injuryFees, ...injuryFees.rollout].map(({ source }) => source.document);
}

test("every title has an English one that holds no Chinese", () => {
  const wrong = titlesUsed().filter(({ en }) => CHINESE.test(en));
  expect(wrong.map(({ zh }) => zh)).toEqual([]);
});

test("no English title is kept for a document nobody cites", () => {
  const { titles } = z
    .object({ titles: z.array(z.object({ zh: z.string(), en: z.string() })) })
    .parse(parse(new Map(readSeedFiles()).get(TITLES_FILE) ?? ""));
  const used = new Set(titlesUsed().map(({ zh }) => zh));
  expect(titles.map(({ zh }) => zh).filter((title) => !used.has(title))).toEqual([]);
});

test("a document is called by title, number and part in either language", () => {
  const title = { zh: "管理办法", en: "Measures" };
  expect(documentText({ title, number: "工信部企业〔2026〕2号", part: "附件1" })).toEqual({
    zh: "《管理办法》（工信部企业〔2026〕2号）附件1",
    en: "Measures (工信部企业〔2026〕2号), annex 1",
  });
  expect(documentText({ title, number: "" })).toEqual({ zh: "《管理办法》", en: "Measures" });
});
