/** CONTRIBUTION_BASE: the floor of the contribution base at a place in a month. */
import { cellText, isBlank, type Cell } from "../words/grid";
import { baseOf, findPlace, type Bases, type Place } from "../subsidy/bases";
import { chineseMonth, isoMonth, type Month } from "../subsidy/month";
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
import { EMPTY_CELLS, SUBSIDY_AID } from "./help-texts";

function unknownPlace(cell: Cell, { places }: Bases): FunctionFailure {
  const text = cellText(cell);
  return notKnown(
    `“${text}”的缴费基数没有收录。收录了：${places.map(({ name }) => name.zh).join("、")}（写省名或省内的市都行）。`,
    `No contribution base is known for "${text}". Known: ${places.map(({ name }) => name.en).join(", ")}; name the province or a city in it, in Chinese.`,
  );
}

function outsideKnown(place: Place, month: Month): FunctionFailure {
  const known = place.levels.map(({ from, until }) =>
    from === until ? isoMonth(from) : `${isoMonth(from)}–${isoMonth(until)}`,
  );
  return notKnown(
    `${place.name.zh}${chineseMonth(month)}的缴费基数没有查到。查到的有：${known.join("、")}。`,
    `The contribution base of ${place.name.en} in ${isoMonth(month)} was not found. Found: ${known.join(", ")}.`,
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
  const place = typeof where === "string" ? findPlace(where, bases) : null;
  if (place === null) return unknownPlace(where, bases);
  return baseOf(place, month, knownIn)?.level.floor ?? outsideKnown(place, month);
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
      description: { zh: '省或市，如 "泉州" 或 "福建省泉州市"', en: 'Province or city in Chinese, such as "泉州"' },
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
      zh: "没有收录的地方、没有查到的月份得 #N/A，提示写明收录了哪些，不会拿相近的数代替。月份写错得 #VALUE!。",
      en: "Places that are not covered and months that were not found give #N/A and the message says what is covered; nothing near by is taken instead. A wrong month gives #VALUE!.",
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
