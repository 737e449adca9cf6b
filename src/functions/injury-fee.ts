/** INJURY_FEE: what occupational-injury cover costs the platform for so many orders. */
import { cellText, isBlank, type Cell } from "../words/grid";
import { product } from "../subsidy/money";
import { injuryFeeOf, type InjuryFees } from "../subsidy/schemes";
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
import { readNumber } from "./number-cells";

const KIND = { zh: "业务", en: "kind" };
const ORDERS = { zh: "单量", en: "orders" };

function unknownKind(cell: Cell, { kinds }: InjuryFees): FunctionFailure {
  const text = cellText(cell);
  return valueFailure(
    `没有叫“${text}”的业务。可以写：${kinds.map(({ name, fee }) => `${name.zh}（每单${fee}元）`).join("、")}。`,
    `There is no kind "${text}". Known: ${kinds.map(({ id, name, fee }) => `${id} (${name.en}, ${fee} yuan an order)`).join(", ")}.`,
  );
}

function feeOf([kind = null, orders = null]: readonly Cell[], fees: InjuryFees): ResultCell {
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
  return product(found.fee, count);
}

export const injuryFeeCode: FunctionCode = {
  id: "INJURY_FEE",
  takes: ["matrix", "matrix"],
  unsureZero: "both",
  compute: ({ subsidies }, kind, orders) => cellByCell([kind, orders], (cells) => feeOf(cells, subsidies.injuryFees)),
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
  ],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "按人社部发〔2025〕24号，2025年7月起：出行每单0.01元，即时配送（含外卖）0.07元或0.25元，同城货运0.18元，由平台全部承担。首次参加的平台按0.07元；已在试点的平台按当地以前的赔付情况定在哪一档，界线没有公布，所以只写“即时配送”“外卖”时按0.07元，第二档请写“即时配送第二档”。2025年7月以前的费额没有查到。",
      en: "By 人社部发〔2025〕24号, from July 2025: ride hailing 0.01 yuan an order, instant delivery (food included) 0.07 or 0.25, intra-city freight 0.18, all paid by the platform. A platform first joining pays 0.07. Which step a platform of the pilot pays follows from its earlier pay-outs in the province and was not published, so 即时配送 and 外卖 alone mean 0.07; for the second step write delivery-pilot. The fees before July 2025 were not found.",
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
      formula: '=ZJTX.INJURY_FEE("同城货运",F2:F301)',
      shows: { zh: "300人各自的货运单量", en: "The freight orders of 300 drivers" },
    },
  ],
});
