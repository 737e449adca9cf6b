/** LOCATION_QUOTIENT: how much more a region does of an industry than the reference area. */
import { locationQuotient as quotient } from "../clusters/measures";
import type { Text } from "../words/text";
import { described } from "./described";
import { isFailure, type FunctionCode, type FunctionParameter, type FunctionRecord } from "./function-record";
import { cellByCell } from "./cell-by-cell";
import { answerCell, figuresOf } from "./figures-given";

const parameter = (name: Text, description: Text): FunctionParameter => ({
  name,
  description,
  type: "any",
  dimensionality: "matrix",
  optional: false,
});

const NAME: Text = { zh: "区位商的四个数", en: "one of the four numbers" };

export const locationQuotientCode: FunctionCode = {
  id: "LOCATION_QUOTIENT",
  takes: ["matrix", "matrix", "matrix", "matrix"],
  unsureZero: "both",
  compute: (_bound, localIndustry, localTotal, industry, total) =>
    cellByCell([localIndustry, localTotal, industry, total], (cells) => {
      if (cells.every((cell) => cell === null)) return "";
      const figures = figuresOf(cells, NAME);
      if (isFailure(figures)) return figures;
      const [a = NaN, b = NaN, c = NaN, d = NaN] = figures;
      return answerCell(quotient(a, b, c, d));
    }),
};

export const locationQuotient: FunctionRecord = /* @__PURE__ */ described(locationQuotientCode, {
  name: "LOCATION_QUOTIENT",
  description: {
    zh: "区位商：（本地该产业÷本地总量）÷（全国该产业÷全国总量）",
    en: "Location quotient: (local industry / local total) / (industry / total)",
  },
  parameters: [
    /* @__PURE__ */ parameter(
      { zh: "本地该产业", en: "local_industry" },
      { zh: "本地该产业的从业人员、产值或营业收入", en: "The industry in the region: employment, output or revenue" },
    ),
    /* @__PURE__ */ parameter(
      { zh: "本地总量", en: "local_total" },
      { zh: "本地全部产业的同一个数", en: "All industries in the region" },
    ),
    /* @__PURE__ */ parameter(
      { zh: "全国该产业", en: "industry" },
      { zh: "全国（或全省）该产业的同一个数", en: "The industry in the reference area" },
    ),
    /* @__PURE__ */ parameter(
      { zh: "全国总量", en: "total" },
      { zh: "全国（或全省）全部产业的同一个数", en: "All industries in the reference area" },
    ),
  ],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "等于1：和全国一样；大于1：本地更集中。1.25、1.5这样的分界只是习惯说法，这里不用。四个数要是同一种量、同一个单位。",
      en: "1 is the same share as the reference area, above 1 more specialised. Cut-offs such as 1.25 are convention and not used. All four numbers are one kind of measure in one unit.",
    },
    {
      zh: "可以给整列，一行得一个结果。缺任何一个数得 #N/A；负数、产业大于总量、总量是0得 #VALUE!，提示写明原因。",
      en: "Columns give a column of results. Any blank gives #N/A; a negative number, an industry above its total or a total of 0 gives #VALUE! with the reason.",
    },
  ],
  examples: [
    { formula: "=ZJTX.LOCATION_QUOTIENT(1714,79006,879213,15593224)", shows: { zh: "得0.3848", en: "0.3848" } },
  ],
});
