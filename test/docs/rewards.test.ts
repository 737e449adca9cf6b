import { readFileSync } from "node:fs";
import { loadKnowledge, ownCultivation } from "../../src/commands/read-seeds";
import type { Reward } from "../../src/cultivation/rewards";
import type { Language, Text } from "../../src/words/text";

const { policy } = loadKnowledge();
const { rewards } = ownCultivation();

const NATION: Text = { zh: "全国（中央财政）", en: "nation (central budget)" };

function amount({ least, most }: Reward, language: Language): string {
  if (least === null) return language === "zh" ? `最高 ${most}` : `up to ${most}`;
  return least === most ? String(most) : `${least}–${most}`;
}

/** The rows of the table, in the order of the seeds. */
function rows(language: Language): readonly string[] {
  return rewards.map((reward) => {
    const tier = policy.tiers.get(reward.tier)?.name[language] ?? reward.tier;
    const place = (reward.place?.name ?? NATION)[language];
    const said = reward.conditions?.[language] ?? "—";
    return `| ${place} | ${tier} | ${amount(reward, language)} | ${said} | ${reward.document[language]} |`;
  });
}

test.each([
  ["docs/places.zh-CN.md", "zh", "| 地方 | 层级 | 金额（万元） | 条件 | 出处 |"],
  ["docs/places.md", "en", "| place | tier | amount | conditions | source |"],
] as const)("The table of rewards in %s is that of the seeds", (file, language, heading) => {
  const [, after = ""] = readFileSync(file, "utf8").split(`${heading}\n| --- | --- | --- | --- | --- |\n`);
  expect(after.split("\n\n")[0]?.trim().split("\n")).toEqual(rows(language));
});
