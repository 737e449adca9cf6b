/** Why a subsidy is not due, or what leaves it open: the sentences, in both languages. */
import type { Text } from "../words/text";
import type { AreaMeant } from "./base-areas";
import { gapOf, type BaseArea } from "./bases";
import { chineseMonth, isoMonth, type Month } from "./month";
import { plainYuan, type PremiumPart } from "./premiums";
import type { Scheme } from "./schemes";

/** The schemes by the first words of their names, for a sentence that lists them. */
const PLATFORMS: Text = { zh: "美团、淘宝闪购、京东", en: "Meituan, Taobao Flash, JD" };

/** No level of an area covers a month, and what is told of that. */
export function noFloor(area: BaseArea, month: Month): Text {
  const gap = gapOf(area, month)?.text;
  return {
    zh: `${area.name.zh}${chineseMonth(month)}的缴费基数下限没有查到${gap === undefined ? "" : `（${gap.zh}）`}`,
    en: `The floor of ${area.name.en} for ${isoMonth(month)} was not found${gap === undefined ? "" : ` (${gap.en})`}`,
  };
}

/** `unknown-…` leave the answer open, the others say no. */
export const REASONS = {
  noPlatform: { zh: "没有填平台", en: "The platform is blank" },
  unknownPlatform: (platform: string): Text => ({
    zh: `平台“${platform}”不在已知的方案里（${PLATFORMS.zh}）`,
    en: `No scheme is known for the platform "${platform}" (known: ${PLATFORMS.en})`,
  }),
  noMonth: {
    zh: "没有填缴费月份，或者读不出是哪一个月",
    en: "The month of payment is blank or can't be read as a month",
  },
  categories: (categories: readonly string[], category: string | null): Text =>
    category === null
      ? {
          zh: `这个方案只面向${categories.join("、")}骑手，没有填骑手类别`,
          en: `The scheme is for ${categories.join(", ")} riders only, and the category is blank`,
        }
      : {
          zh: `这个方案只面向${categories.join("、")}骑手，这里是“${category}”`,
          en: `The scheme is for ${categories.join(", ")} riders only; this one is "${category}"`,
        },
  notRolledOut: (month: Month): Text => ({
    zh: `${chineseMonth(month)}这个方案还没有在就业地实行`,
    en: `In ${isoMonth(month)} the scheme did not apply at the work place yet`,
  }),
  rolloutOpen: (month: Month): Text => ({
    zh: `${chineseMonth(month)}这个方案只在部分地方实行，没有填就业地，不知道是不是其中之一`,
    en: `In ${isoMonth(month)} the scheme applied at some places only, and the work place is blank`,
  }),
  noWorkPlace: { zh: "没有填就业地", en: "The work place is blank" },
  unclearWorkPlace: (doubt: Text): Text => ({
    zh: `就业地${doubt.zh}`,
    en: `Place of work: ${doubt.en}`,
  }),
  noFloor,
  currentShort: (income: number, floor: number): Text => ({
    zh: `当月收入${plainYuan(income)}元，低于就业地下限${plainYuan(floor)}元`,
    en: `This month's income of ${plainYuan(income)} is below the floor of ${plainYuan(floor)} at the work place`,
  }),
  currentOpen: {
    zh: "当月收入是否达到就业地下限还不知道",
    en: "Whether this month's income reaches the floor is not known",
  },
  monthsShort: (window: Text, met: number, least: number): Text => ({
    zh: `${window.zh}只有${met}个月达到下限，要${least}个月`,
    en: `${window.en} ${met} reached the floor; ${least} are needed`,
  }),
  monthsOpen: (window: Text, met: number, least: number): Text => ({
    zh: `${window.zh}已知${met}个月达到下限，要${least}个月`,
    en: `${window.en} ${met} are known to reach the floor; ${least} are needed`,
  }),
} as const satisfies Readonly<Record<string, Text | ((...args: never[]) => Text)>>;

/** The months looked back at, as the sentences begin. */
export function windowText(months: number, includeCurrent: boolean): Text {
  return includeCurrent
    ? { zh: `含当月的近${months}个月`, en: `Of the last ${months} months, this one included,` }
    : { zh: `前${months}个月`, en: `Of the ${months} months before` };
}

/** Why the amount of a subsidy that is due, or may be, is not known. */
export function amountReasons(
  scheme: Scheme,
  insured: AreaMeant | null,
  parts: readonly PremiumPart[],
  month: Month,
): readonly Text[] {
  if (scheme.amount === null)
    return [
      {
        zh: "由企业全额承担，没有公布按人计算的金额",
        en: "The company pays all of it; no amount a person was published",
      },
    ];
  const doubt = insured?.doubt ?? null;
  const area = insured?.area ?? null;
  if (area === null)
    return [
      doubt === null
        ? {
            zh: "没有填参保地，金额算不出",
            en: "The place of insurance is blank, so the amount is not known",
          }
        : {
            zh: `参保地${doubt.zh}；金额算不出`,
            en: `Place of insurance: ${doubt.en}; so the amount is not known`,
          },
    ];
  const when = { zh: `${area.name.zh}${chineseMonth(month)}`, en: `${area.name.en} in ${isoMonth(month)}` };
  const floor = noFloor(area, month);
  const missing = parts.flatMap(({ insurance, base }): Text[] => {
    if (base !== null) return [];
    return insurance === "pension"
      ? [
          {
            zh: `${floor.zh}，金额算不出`,
            en: `${floor.en}, so the amount is not known`,
          },
        ]
      : [
          {
            zh: `${when.zh}的医疗保险缴费额没有查到，金额算不出`,
            en: `The medical premium of ${when.en} was not found, so the amount is not known`,
          },
        ];
  });
  if (parts.some(({ share }) => share === null))
    missing.push({
      zh: "没有填骑手类别，补贴比例定不下来",
      en: "The rider's category is blank, so the share is not known",
    });
  return missing;
}
