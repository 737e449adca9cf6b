import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadKnowledge, ownCultivation } from "../../src/cli/read-seeds";
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
    return `| ${place} | ${tier} | ${amount(reward, language)} | ${said} | ${reward.document} |`;
  });
}

test.each([
  ["README.zh-CN.md", "zh"],
  ["README.md", "en"],
] as const)("%s tells every reward that is held, in the order of the seeds", (file, language) => {
  const text = readFileSync(join(__dirname, "../..", file), "utf8");
  expect(text).toContain(rows(language).join("\n"));
});
