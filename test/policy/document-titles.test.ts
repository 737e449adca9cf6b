/** Where English is spoken, every document of the release is called by an English title. */
import { parse } from "yaml";
import { z } from "zod";
import { ownCultivation, ownTargets, readSeedFiles } from "../../src/commands/read-seeds";
import { TITLES_FILE } from "../../src/policy/document-titles";
import { documentText } from "../../src/words/citation";
import type { Text } from "../../src/words/text";
import { allRuleSets, theRelease } from "../release";

const CHINESE = /\p{Script=Han}/u;

function titlesUsed(): readonly Text[] {
  const { measures, titles, printed, rewards } = ownCultivation();
  const cited = [...measures, ...titles.flatMap(({ updates, rounds }) => [...updates, ...rounds]), ...printed];
  return [
    ...allRuleSets().map(({ document }) => document.title),
    ...[...theRelease().policy.clusters.values()].flatMap(({ editions }) =>
      editions.map(({ document }) => document.title),
    ),
    ...ownTargets().documents.map(({ title }) => title),
    ...cited.map(({ document }) => document.title),
    ...rewards.map(({ document }) => document).filter(({ zh }) => !/〔\d{4}〕/.test(zh)),
  ];
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
    en: "Measures (工信部企业〔2026〕2号) 附件1",
  });
  expect(documentText({ title, number: "" })).toEqual({ zh: "《管理办法》", en: "Measures" });
});
