import { readSeedFiles } from "../../src/commands/read-seeds";
import { loadCultivation } from "../../src/cultivation/load-cultivation";
import { placedRewards, rewardsSum, rewardTexts } from "../../src/cultivation/rewards";
import { SeedError } from "../../src/policy/seed-file";
import { theRelease } from "../release";
import { theCultivation } from "./made-up-sheet";

const { rewards } = theCultivation();
const { policy, vocabulary } = theRelease();
const [ANHUI, GUANGDONG, GUANGZHOU, SHANGHAI, PUDONG, HANGZHOU] = [340100, 440300, 440106, 310104, 310115, 330106];

function given(tier: string, place: number | null): (readonly [number | null, number])[] {
  return placedRewards(rewards, tier, place).rewards.map(({ least, most }) => [least, most]);
}

describe("What a title is worth depends on where the enterprise is", () => {
  test.each([
    [
      "little-giant",
      ANHUI,
      [
        [null, 600],
        [100, 100],
      ],
    ],
    ["champion-province", ANHUI, [[80, 80]]],
    [
      "little-giant",
      GUANGDONG,
      [
        [null, 600],
        [100, 120],
      ],
    ],
    [
      "little-giant",
      GUANGZHOU,
      [
        [null, 600],
        [100, 120],
        [null, 150],
      ],
    ],
    ["specialized", SHANGHAI, []],
    ["specialized", PUDONG, [[null, 25]]],
    ["champion-national", HANGZHOU, []],
    ["little-giant", HANGZHOU, [[null, 600]]],
    ["little-giant", null, [[null, 600]]],
  ] as const)("%s at %s", (tier, place, expected) => {
    expect(given(tier, place)).toEqual(expected);
  });

  test("an unknown place is said, and only where there is something local to miss", () => {
    expect(rewardTexts(rewards, "little-giant", null).at(-1)?.zh).toContain("所在地还不知道");
    expect(rewardTexts(rewards, "little-giant", HANGZHOU).some(({ zh }) => zh.includes("所在地还不知道"))).toBe(false);
    expect(rewardTexts(rewards, "innovative", null)).toEqual([]);
  });

  test("each sentence names amount, place and source, and that a newer notice may replace it", () => {
    const [central, province] = rewardTexts(rewards, "little-giant", ANHUI);
    expect(central?.zh).toMatch(/^奖补（中央财政）：最高600万元；.*财建〔2024〕148号.*可能已有新通知代替。$/);
    expect(central?.en).toContain("up to 6,000,000 yuan");
    expect(province?.zh).toContain("奖补（安徽省）：100万元");
  });

  test("the sum over a list is its highest, says who was left out and never adds what is not known", () => {
    const entry = (tier: string, place: number | null) => ({ reward: placedRewards(rewards, tier, place) });
    const { zh } = rewardsSum([
      entry("champion-province", ANHUI),
      entry("little-giant", GUANGZHOU),
      entry("little-giant", null),
      entry("champion-national", HANGZHOU),
    ]);
    expect(zh).toContain(`最多${80 + 600 + 120 + 150 + 600}万元`);
    expect(zh).toContain("1家所在地不知道");
    expect(zh).toContain("1家没有查到奖补");
  });
});

describe("A wrong file of rewards is refused with file, line, reason and fix", () => {
  const entry = (changed: string): string =>
    `rewards:
  - id: one
    tier: little-giant
    amount: 100
    document: 某文
    clause: 一
    evidence: single-source
    last_checked: "2026-11-28"
`.replace(...((pair): [string, string] => [pair[0] ?? "", pair[1] ?? ""])(changed.split("=>")));
  const messages = (text: string, path = "provinces/anhui/rewards.yaml"): string => {
    try {
      loadCultivation(new Map([...readSeedFiles(), [path, text]]), policy, vocabulary);
      return "accepted";
    } catch (error) {
      if (!(error instanceof SeedError)) throw error;
      return error.message;
    }
  };
  test.each([
    ["tier: little-giant=>tier: little-gaint", "rewards.yaml:3: unknown tier little-gaint. Did you mean little-giant?"],
    ['amount: 100=>place: "330100"\n    amount: 100', "rewards.yaml:4: 330100 does not lie in the province"],
    ['amount: 100=>place: "349900"\n    amount: 100', "rewards.yaml:4: there is no place 349900"],
    ["amount: 100=>amount: { from: 120, to: 100 }", "rewards.yaml:4: from 120 is more than to 100"],
    ["amount: 100=>amount: -1", "rewards.yaml:4"],
    ['"2026-11-28"=>"2026-11-31"', "rewards.yaml:8"],
    ["    clause: 一\n=>", "rewards.yaml:2"],
  ])("%s", (changed, expected) => {
    expect(messages(entry(changed))).toContain(expected);
  });
  test("a city's reward in the nation's file", () => {
    expect(messages(entry('amount: 100=>place: "440100"\n    amount: 100'), "national/rewards.yaml")).toContain(
      "does not lie in the province of this file",
    );
  });
  test("the same file without a mistake is accepted", () => {
    expect(messages(entry("=>"))).toBe("accepted");
  });
});
