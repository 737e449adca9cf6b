/** SUBSIDY: contribution base times rate times the share that is paid, exact to the fen. */
import { isBlank, type Cell } from "../words/grid";
import { contribution } from "../riders/money";
import { cellByCell } from "./cell-by-cell";
import { described } from "./described";
import {
  isFailure,
  notKnown,
  valueFailure,
  type FunctionCode,
  type FunctionParameter,
  type FunctionRecord,
  type ResultCell,
} from "./function-record";
import { EMPTY_CELLS, SUBSIDY_AID } from "./help-texts";
import { readNumber } from "./number-cells";

const BASE = { zh: "缴费基数", en: "base" };
const RATE = { zh: "费率", en: "rate" };
const SHARE = { zh: "补贴比例", en: "share" };
const FLOOR = { zh: "下限", en: "floor" };
const CEILING = { zh: "上限", en: "ceiling" };

function amountOf(cells: readonly Cell[]): ResultCell {
  if (cells.every(isBlank)) return "";
  const [base = null, rate = null, share = null, floor = null, ceiling = null] = cells;
  const read = [
    readNumber(base, BASE, "yuan"),
    readNumber(rate, RATE, "share"),
    readNumber(share, SHARE, "share"),
    readNumber(floor, FLOOR, "yuan"),
    readNumber(ceiling, CEILING, "yuan"),
  ];
  const wrong = read.find(isFailure);
  if (wrong) return wrong;
  const [basis = null, part = null, paid = null, least = null, most = null] = read.map((one) =>
    typeof one === "number" ? one : null,
  );
  if (least !== null && most !== null && least > most)
    return valueFailure(
      `下限${least}比上限${most}还大，请看看是不是写反了。`,
      `The floor ${least} is above the ceiling ${most}; are they swapped?`,
    );
  if (basis === null || part === null) {
    const missing = [...(basis === null ? [BASE] : []), ...(part === null ? [RATE] : [])];
    return notKnown(
      `金额还算不出，缺：${missing.map(({ zh }) => zh).join("、")}。`,
      `The amount is not known yet. Missing: ${missing.map(({ en }) => en).join(", ")}.`,
    );
  }
  return contribution(basis, part, paid ?? 1, least, most);
}

export const subsidyCode: FunctionCode = {
  id: "SUBSIDY",
  takes: ["matrix", "matrix", "matrix", "matrix", "matrix"],
  unsureZero: "both",
  compute: (_bound, base, rate, share, floor, ceiling) => cellByCell([base, rate, share, floor, ceiling], amountOf),
};

const parameter = (
  name: FunctionParameter["name"],
  description: FunctionParameter["description"],
  optional = false,
): FunctionParameter => ({ name, description, type: "any", dimensionality: "matrix", optional });

export const subsidy: FunctionRecord = /* @__PURE__ */ described(subsidyCode, {
  name: "SUBSIDY",
  description: {
    zh: "缴费基数 × 费率 × 补贴比例，精确到分",
    en: "Contribution base × rate × share paid, exact to the fen",
  },
  parameters: [
    /* @__PURE__ */ parameter(BASE, { zh: "缴费基数，元/月", en: "Contribution base in yuan a month" }),
    /* @__PURE__ */ parameter(RATE, {
      zh: "费率，如 20% 或 0.2",
      en: "Contribution rate, such as 20% or 0.2",
    }),
    /* @__PURE__ */ parameter(
      SHARE,
      { zh: "补贴的比例，如 50%；不填为全部", en: "Share that is paid, such as 50%; all of it if left out" },
      true,
    ),
    /* @__PURE__ */ parameter(
      FLOOR,
      { zh: "基数下限；基数低于它就按它算", en: "Floor of the base; a lower base is raised to it" },
      true,
    ),
    /* @__PURE__ */ parameter(
      CEILING,
      { zh: "基数上限；基数高于它就按它算", en: "Ceiling of the base; a higher base is cut to it" },
      true,
    ),
  ],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "结果四舍五入到分，只在最后舍一次，没有二进制小数的误差。参数可以是一个值，也可以是整列：给整列得整列结果，只给一个值的参数用于每一行。",
      en: "The result is rounded half up to the fen, once at the end, free of binary rounding. Arguments are single values or whole columns: columns give a column of results, and a single value stands for every row.",
    },
    {
      zh: "基数或费率空着得 #N/A。负数、大于100%的比例、不是数字的文字得 #VALUE!，提示写明怎么改。全空的行得空白。",
      en: "A blank base or rate gives #N/A. Negative numbers, shares above 100 % and texts that are no numbers give #VALUE! and say what to do. Empty rows give blanks.",
    },
    EMPTY_CELLS,
    SUBSIDY_AID,
  ],
  examples: [
    {
      formula: "=ZJTX.SUBSIDY(4433,20%,50%)",
      shows: { zh: "泉州2025年下限，补一半：443.30", en: "Half at Quanzhou's floor of 2025: 443.30" },
    },
    {
      formula: "=ZJTX.SUBSIDY(D2:D301,20%,50%,7162,35811)",
      shows: {
        zh: "300人各自的基数，限在北京的上下限之内",
        en: "300 bases of their own, held within Beijing's floor and ceiling",
      },
    },
  ],
});
