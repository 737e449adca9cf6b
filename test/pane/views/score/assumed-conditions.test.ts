import { assumedConditions } from "../../../../src/pane/views/score/assumed-conditions";

const text = (zh: string): { zh: string; en: string } => ({ zh, en: zh });

test("a condition that several tiers ask stands on one line, with its tiers and the most enterprises", () => {
  const lines = assumedConditions([
    { text: text("未列入经营异常名录"), tier: text("创新型"), enterprises: 300 },
    { text: text("境内注册"), tier: text("创新型"), enterprises: 300 },
    { text: text("未列入经营异常名录"), tier: text("专精特新"), enterprises: 280 },
    { text: text("未列入经营异常名录"), tier: text("专精特新"), enterprises: 280 },
  ]);
  expect(
    lines.map(({ text: { zh }, tiers, enterprises }) => [zh, tiers.map((tier) => tier.zh).join("、"), enterprises]),
  ).toEqual([
    ["未列入经营异常名录", "创新型、专精特新", 300],
    ["境内注册", "创新型", 300],
  ]);
});
