/** INJURY_FEE: what occupational-injury cover costs the platform for so many orders. */
import { cellText, isBlank, type Cell } from "../words/grid";
import { product } from "../riders/money";
import { injuryCover, injuryFeeOf, type InjuryFees } from "../riders/injury-cover";
import type { Subsidies } from "../riders/load-subsidies";
import { cellByCell } from "./cell-by-cell";
import { described } from "./described";
import {
  isFailure,
  notKnown,
  valueFailure,
  type FunctionCode,
  type FunctionFailure,
  type FunctionRecord,
  type ResultCell,
} from "./function-record";
import { EMPTY_CELLS, SUBSIDY_AID } from "./help-texts";
import { givenMonth } from "./given-month";
import { readNumber } from "./number-cells";

const KIND = { zh: "业务", en: "kind" };
const ORDERS = { zh: "单量", en: "orders" };
const PLACE = { zh: "地方", en: "place" };
const MONTH = { zh: "月份", en: "month" };

function unknownKind(cell: Cell, { kinds }: InjuryFees): FunctionFailure {
  const text = cellText(cell);
  return valueFailure(
    `没有叫“${text}”的业务。可以写：${kinds.map(({ name, fee }) => `${name.zh}（每单${fee}元）`).join("、")}。`,
    `There is no kind "${text}". Known: ${kinds.map(({ id, name, fee }) => `${id} (${name.en}, ${fee} yuan an order)`).join(", ")}.`,
  );
}

/** Why no fee can be given at a place in a month, or null where the fees hold. */
function outsideCover(place: Cell, when: Cell, { injuryFees, bases }: Subsidies): FunctionFailure | null {
  if (isBlank(place) && isBlank(when)) return null;
  const month = givenMonth(when);
  if (isFailure(month)) return month;
  if (isBlank(place) || month === null) {
    const missing = month === null ? MONTH : PLACE;
    return notKnown(
      `有没有这笔费用还不知道，缺：${missing.zh}。`,
      `Whether there is a fee is not known yet. Missing: ${missing.en}.`,
    );
  }
  const { status, text } = injuryCover(cellText(place), month, injuryFees, bases);
  return status === "met" ? null : notKnown(`${text.zh}。`, `${text.en}.`);
}

function feeOf(
  [kind = null, orders = null, place = null, when = null]: readonly Cell[],
  subsidies: Subsidies,
): ResultCell {
  const fees = subsidies.injuryFees;
  if (isBlank(kind) && isBlank(orders)) return "";
  const count = readNumber(orders, ORDERS, "count");
  if (isFailure(count)) return count;
  const found = typeof kind === "string" ? injuryFeeOf(kind, fees) : null;
  if (found === null && !isBlank(kind)) return unknownKind(kind, fees);
  if (found === null || count === null) {
    const missing = [...(found === null ? [KIND] : []), ...(count === null ? [ORDERS] : [])];
    return notKnown(
      `费用还算不出，缺：${missing.map(({ zh }) => zh).join("、")}。`,
      `The fee is not known yet. Missing: ${missing.map(({ en }) => en).join(", ")}.`,
    );
  }
  return outsideCover(place, when, subsidies) ?? product(found.fee, count);
}

export const injuryFeeCode: FunctionCode = {
  id: "INJURY_FEE",
  takes: ["matrix", "matrix", "matrix", "matrix"],
  unsureZero: "both",
  compute: ({ subsidies }, kind, orders, place, month) =>
    cellByCell([kind, orders, place, month], (cells) => feeOf(cells, subsidies)),
};

export const injuryFee: FunctionRecord = /* @__PURE__ */ described(injuryFeeCode, {
  name: "INJURY_FEE",
  description: {
    zh: "职业伤害保障费：每单费额 × 单量，元",
    en: "Occupational-injury cover: the fee an order × orders, in yuan",
  },
  parameters: [
    {
      name: KIND,
      description: {
        zh: '业务，如 "出行"、"即时配送"、"即时配送第二档"、"同城货运"',
        en: 'The kind of service: "ride", "delivery-new", "delivery-pilot" or "freight"',
      },
      type: "any",
      dimensionality: "matrix",
      optional: false,
    },
    {
      name: ORDERS,
      description: { zh: "单量，整数", en: "Orders, a whole number" },
      type: "any",
      dimensionality: "matrix",
      optional: false,
    },
    {
      name: PLACE,
      description: {
        zh: "骑手接单的地方，省或市；和月份一起填，还没有实行的得 #N/A 和原因",
        en: "Where the orders are delivered; with the month, a province not covered yet gives #N/A and the reason",
      },
      type: "any",
      dimensionality: "matrix",
      optional: true,
    },
    {
      name: MONTH,
      description: { zh: '月份，如 "2026-05" 或日期', en: 'The month, such as "2026-05", or a date' },
      type: "any",
      dimensionality: "matrix",
      optional: true,
    },
  ],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "按人社部发〔2025〕24号，2025年7月起：出行每单0.01元，即时配送（含外卖）0.07元或0.25元，同城货运0.18元，由平台全部承担。首次参加的平台按0.07元；已在试点的平台按当地以前的赔付情况定在哪一档，界线没有公布，所以只写“即时配送”“外卖”时按0.07元，第二档请写“即时配送第二档”。2025年7月以前的费额没有查到。",
      en: "By 人社部发〔2025〕24号, from July 2025: ride hailing 0.01 yuan an order, instant delivery (food included) 0.07 or 0.25, intra-city freight 0.18, all paid by the platform. A platform first joining pays 0.07. Which step a platform of the pilot pays follows from its earlier pay-outs in the province and was not published, so 即时配送 and 外卖 alone mean 0.07; for the second step write delivery-pilot. The fees before July 2025 were not found.",
    },
    {
      zh: "填了地方和月份就看当时当地有没有实行：2022年7月起京、沪、苏、粤、琼、渝、川试点，2025年7月起加津、冀、辽、浙、皖、闽、鲁、鄂、桂、宁，其余各省2026年内开始（吉林7月起，只见于征求意见稿；别的从哪个月起没有查到）。还没有实行的没有费用，得 #N/A 和原因。都不填只按费额算。",
      en: "With a place and a month it also looks whether the cover applied: from July 2022 a pilot in Beijing, Shanghai, Jiangsu, Guangdong, Hainan, Chongqing and Sichuan; from July 2025 also in Tianjin, Hebei, Liaoning, Zhejiang, Anhui, Fujian, Shandong, Hubei, Guangxi and Ningxia; the others during 2026 (Jilin from July, seen in a draft only; the months of the rest were not found). Where it does not apply yet there is no fee: #N/A with the reason. Without both it is the fee alone.",
    },
    EMPTY_CELLS,
    SUBSIDY_AID,
  ],
  examples: [
    {
      formula: '=ZJTX.INJURY_FEE("外卖",1000)',
      shows: { zh: "首次参加的平台1,000单外卖：70", en: "1,000 food orders of a platform first joining: 70" },
    },
    {
      formula: '=ZJTX.INJURY_FEE("外卖",1000,"济南","2025-12")',
      shows: { zh: "济南2025年12月的1,000单外卖：70", en: "1,000 food orders in Jinan in December 2025: 70" },
    },
    {
      formula: '=ZJTX.INJURY_FEE("同城货运",F2:F301)',
      shows: { zh: "300人各自的货运单量", en: "The freight orders of 300 drivers" },
    },
  ],
});
