/** 奖补: what reaching a rung is worth where an enterprise is, as documents print it. Never a promise, never another place's. */
import { clauseText } from "../words/clause";
import type { Evidence } from "../words/citation";
import { isWithin, type PlaceCode } from "../language/places";
import type { Text } from "../words/text";

export interface Reward {
  /** Unique among those of its place. */
  readonly id: string;
  readonly tier: string;
  /** Null for the whole country. */
  readonly place: { readonly code: PlaceCode; readonly name: Text } | null;
  /** 万元; `least` is null where the text gives the most only, and equals `most` where it gives one amount. */
  readonly least: number | null;
  readonly most: number;
  /** As the source names it, or that no number was found. */
  readonly document: Text;
  readonly clause: string;
  readonly evidence: Evidence;
  readonly conditions: Text | null;
  /** The day somebody last looked it up, ISO. */
  readonly lastChecked: string;
}

/** The nation's and those of the place an enterprise is known to be in; without a place the nation's alone. */
function rewardsFor(rewards: readonly Reward[], tier: string, place: PlaceCode | null): readonly Reward[] {
  return rewards.filter(
    (reward) =>
      reward.tier === tier && (reward.place === null || (place !== null && isWithin(place, reward.place.code))),
  );
}

const EVIDENCE: Readonly<Record<Evidence, Text>> = {
  confirmed: { zh: "两处原文一致", en: "two texts agree" },
  "single-source": { zh: "只有一处来源", en: "one source" },
  provisional: { zh: "未定", en: "not settled" },
};

/** Said where the place of an enterprise is not known. */
const REWARDS_UNPLACED: Text = {
  zh: "所在地还不知道，当地的奖补说不准；补上省、市或区县后再看。",
  en: "The place is not known, so local rewards are not known either; give the province, city or county.",
};

/** 万元 as yuan with its thousands apart. */
function yuan(amount: number): string {
  return `${String(Math.round(amount * 10_000)).replace(/\B(?=(\d{3})+$)/g, ",")} yuan`;
}

function amountText({ least, most }: Reward): Text {
  if (least === null) return { zh: `最高${most}万元`, en: `up to ${yuan(most)}` };
  if (least === most) return { zh: `${most}万元`, en: yuan(most) };
  return { zh: `${least}至${most}万元`, en: `${yuan(least)} to ${yuan(most)}` };
}

/** One reward as a sentence: place, amount, conditions, source, and that a newer notice may replace it. */
function rewardText(reward: Reward): Text {
  const { place, document, clause, conditions, evidence, lastChecked } = reward;
  const amount = amountText(reward);
  const where: Text = place?.name ?? { zh: "中央财政", en: "the central budget" };
  return {
    zh: `奖补（${where.zh}）：${amount.zh}${conditions ? `；${conditions.zh}` : ""}。出处：${document.zh}，${clause}（${EVIDENCE[evidence].zh}，${lastChecked}查）；可能已有新通知代替。`,
    en: `Reward (${where.en}): ${amount.en}${conditions ? `; ${conditions.en}` : ""}. Source: ${document.en}, ${clauseText(clause).en} (${EVIDENCE[evidence].en}, looked up ${lastChecked}); may be replaced by a newer notice.`,
  };
}

/** Rewards of a tier at a place as data; `open` where the place is not known and somewhere there are local ones. */
export interface PlacedRewards {
  readonly rewards: readonly Reward[];
  readonly open: boolean;
}

export function placedRewards(rewards: readonly Reward[], tier: string, place: PlaceCode | null): PlacedRewards {
  return {
    rewards: rewardsFor(rewards, tier, place),
    open: place === null && rewards.some((reward) => reward.tier === tier && reward.place !== null),
  };
}

/** The most a list of enterprises can be given: every reward paid and at its highest, which notices may rule out. */
export function rewardsSum(entries: readonly { readonly reward: PlacedRewards }[]): Text {
  const all = entries.flatMap(({ reward }) => reward.rewards);
  const most = all.reduce((sum, reward) => sum + reward.most, 0);
  const open = entries.filter(({ reward }) => reward.open).length;
  const none = entries.filter(({ reward }) => !reward.open && reward.rewards.length === 0).length;
  return {
    zh: `最多${most}万元：各项都兑现、都取最高；能否叠加、附带条件看各条出处，可能已有新通知代替。${open > 0 ? `${open}家所在地不知道，当地奖补没有计入。` : ""}${none > 0 ? `${none}家没有查到奖补。` : ""}`,
    en: `At most ${yuan(most)}: every reward paid and at its highest. Whether they add up and on what conditions stands in each source, which a newer notice may replace.${open > 0 ? ` Of ${open} the place is not known and local rewards are not counted.` : ""}${none > 0 ? ` Of ${none} no reward was found.` : ""}`,
  };
}

/** What reaching a tier is worth at a place, each as a sentence; a place nobody knows is said. */
export function rewardTexts(rewards: readonly Reward[], tier: string, place: PlaceCode | null): readonly Text[] {
  const placed = placedRewards(rewards, tier, place);
  return [...placed.rewards.map(rewardText), ...(placed.open ? [REWARDS_UNPLACED] : [])];
}
