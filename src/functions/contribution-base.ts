/** CONTRIBUTION_BASE: the floor of the contribution base at a place in a month. */
import { cellText, isBlank, type Cell } from "../words/grid";
import { areaMeant } from "../riders/base-areas";
import { baseOf, type BaseArea, type Bases } from "../riders/bases";
import { chineseMonth, isoMonth, type Month } from "../riders/month";
import { cellByCell } from "./cell-by-cell";
import { described } from "./described";
import {
  isFailure,
  notKnown,
  type FunctionCode,
  type FunctionFailure,
  type FunctionRecord,
  type ResultCell,
} from "./function-record";
import { givenMonth } from "./given-month";
import { noFloor } from "../riders/subsidy-reasons";
import { EMPTY_CELLS, SUBSIDY_AID } from "./help-texts";

function outsideKnown(area: BaseArea, month: Month, knownIn: Month | null): FunctionFailure {
  const settled = baseOf(area, month);
  if (settled !== null && knownIn !== null)
    return notKnown(
      `${area.name.zh}${chineseMonth(month)}的下限在${chineseMonth(knownIn)}还没有公布，之前按哪一档缴没有查到。`,
      `The floor of ${area.name.en} for ${isoMonth(month)} was not published by ${isoMonth(knownIn)}, and what was paid on until then was not found.`,
    );
  const known = area.levels.map(({ from, until }) =>
    from === until ? isoMonth(from) : `${isoMonth(from)}–${isoMonth(until)}`,
  );
  const reason = noFloor(area, month);
  return notKnown(
    `${reason.zh}。${known.length === 0 ? "" : `查到的有：${known.join("、")}。`}`,
    `${reason.en}.${known.length === 0 ? "" : ` Found: ${known.join(", ")}.`}`,
  );
}

function floorOf([where = null, when = null, then = null]: readonly Cell[], bases: Bases): ResultCell {
  if (isBlank(where) && isBlank(when)) return "";
  const month = givenMonth(when);
  if (isFailure(month)) return month;
  const knownIn = givenMonth(then);
  if (isFailure(knownIn)) return knownIn;
  if (isBlank(where) || month === null)
    return notKnown(
      `下限还查不了，缺：${[...(isBlank(where) ? ["地方"] : []), ...(month === null ? ["月份"] : [])].join("、")}。`,
      `The floor is not known yet. Missing: ${[...(isBlank(where) ? ["place"] : []), ...(month === null ? ["month"] : [])].join(", ")}.`,
    );
  const { area, doubt } = areaMeant(cellText(where), bases);
  if (area === null) return notKnown(`${doubt.zh}。`, `${doubt.en}.`);
  return baseOf(area, month, knownIn)?.level.floor ?? outsideKnown(area, month, knownIn);
}

export const contributionBaseCode: FunctionCode = {
  id: "CONTRIBUTION_BASE",
  takes: ["matrix", "matrix", "matrix"],
  unsureZero: "both",
  compute: ({ subsidies }, place, month, knownIn) =>
    cellByCell([place, month, knownIn], (cells) => floorOf(cells, subsidies.bases)),
};

export const contributionBase: FunctionRecord = /* @__PURE__ */ described(contributionBaseCode, {
  name: "CONTRIBUTION_BASE",
  description: {
    zh: "某地某月灵活就业人员养老保险缴费基数的下限，元/月",
    en: "The floor of the pension contribution base of flexible workers at a place in a month, yuan a month",
  },
  parameters: [
    {
      name: { zh: "地方", en: "place" },
      description: {
        zh: '省、市或区县，如 "泉州"、"福建省泉州市"，或六位行政区划代码',
        en: 'Province, city or county, such as "泉州" or "Quanzhou", or its six-digit code',
      },
      type: "any",
      dimensionality: "matrix",
      optional: false,
    },
    {
      name: { zh: "月份", en: "month" },
      description: { zh: '月份，如 "2025-07" 或日期', en: 'The month, such as "2025-07", or a date' },
      type: "any",
      dimensionality: "matrix",
      optional: false,
    },
    {
      name: { zh: "公布截至", en: "known_in" },
      description: {
        zh: "只看到这个月为止已公布的数；不填按最终公布的算",
        en: "Only levels published by this month; the ones that hold in the end if left out",
      },
      type: "any",
      dimensionality: "matrix",
      optional: true,
    },
  ],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "晚公布的标准会倒溯到年初：江苏2025年的下限9月才公布，6月当时还按4,879缴，最终按4,952算。不填第三个参数得最终的数，填了得当时能知道的数。",
      en: "A level published late is back-dated: Jiangsu's floor of 2025 came out in September, so June was paid on 4,879 at the time and on 4,952 in the end. Without the third argument it is the final level, with it what could be known then.",
    },
    {
      zh: "收录了31个省级地区2025年和2026年查到的数，每个数的文件、可靠程度、是灵活就业人员的还是职工的基数，见 docs/riders.zh-CN.md 的表和骑手结果里的来源表。多数是职工的基数：灵活就业人员的通常与它相同，也有不同的（福建2025年职工4,043，灵活就业4,433，这里给4,433）。两处资料不一致的（如深圳2025年的4,492和4,775），表里写明用哪个、为什么。",
      en: "Figures found for 2025 and 2026 in all 31 provinces; the document of each, how sure it is, and whether it is the base of flexible workers or of employees stand in docs/riders.md and in the sources sheet of riders' results. Most are employees' bases: the flexible one usually equals it and sometimes does not (Fujian 2025: employees 4,043, flexible 4,433, which is given here). Where two sources differ (Shenzhen 2025: 4,492 and 4,775) the tables say which is used and why.",
    },
    {
      zh: "同一省里各地不一样的（湖北分三档，广东的广州），只写省名得 #N/A，请写市名；浙江的宁波单独公布。同名的地方（鼓楼区）请写上市名。没有查到的月份得 #N/A，提示写明查到了哪些，不会拿相近的数代替。月份写错得 #VALUE!。",
      en: "Where a province has several (Hubei's three zones, Guangzhou in Guangdong) its name alone gives #N/A: name the city. Ningbo publishes apart from Zhejiang. A name that several places bear (鼓楼区) needs its city. Months that were not found give #N/A and the message says what was found; nothing near by is taken instead. A wrong month gives #VALUE!.",
    },
    EMPTY_CELLS,
    SUBSIDY_AID,
  ],
  examples: [
    {
      formula: '=ZJTX.CONTRIBUTION_BASE("泉州","2025-11")',
      shows: { zh: "泉州2025年的下限：4433", en: "Quanzhou's floor of 2025: 4433" },
    },
    {
      formula: "=ZJTX.CONTRIBUTION_BASE(E2:E301,F2:F301,F2:F301)",
      shows: { zh: "每人参保地当月、按当时已公布的下限", en: "Each rider's floor as it was known in the month" },
    },
  ],
});
