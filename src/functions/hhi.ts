/** HHI: how concentrated values are, from their shares. */
import { hhi as index } from "../clusters/measures";
import type { Text } from "../words/text";
import { described } from "./described";
import { isFailure, type FunctionCode, type FunctionParameter, type FunctionRecord } from "./function-record";
import { answerCell, cellsOf, figuresOf } from "./figures-given";

const VALUES_NAME: Text = { zh: "数值", en: "values" };

export const VALUES: FunctionParameter = {
  name: { zh: "数值", en: "values" },
  description: {
    zh: "各家企业的营业收入、产值或份额，例如 B2:B31",
    en: "Revenue, output or shares of the firms, such as B2:B31",
  },
  type: "any",
  dimensionality: "matrix",
  optional: false,
};

export const hhiCode: FunctionCode = {
  id: "HHI",
  takes: ["matrix"],
  unsureZero: "both",
  endsWithLastNumber: true,
  compute: (_bound, values) => {
    const figures = figuresOf(cellsOf(values), VALUES_NAME);
    return isFailure(figures) ? figures : [[answerCell(index(figures))]];
  },
};

export const hhi: FunctionRecord = /* @__PURE__ */ described(hhiCode, {
  name: "HHI",
  description: {
    zh: "赫芬达尔指数：各家份额（%）的平方和，0到10000，越大越集中",
    en: "Herfindahl-Hirschman index: the sum of squared shares in %, 0 to 10,000",
  },
  parameters: [VALUES],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "直接给各家的数就行，份额由函数来算：30、30、20、20得2600，只有一家得10000。",
      en: "Give the firms' numbers; the shares are worked out here. 30, 30, 20, 20 gives 2,600, a single firm 10,000.",
    },
    {
      zh: "区域里有空单元格得 #N/A：少一家，份额就全变了，空白不当作0。请只选填好的行，或选整列：整列里最后一个数后面的空白不算。负数、合计为0、单位混用（亿元和没写单位的混在一起）得 #VALUE!。",
      en: "An empty cell gives #N/A: with one firm missing all shares change, and a blank is not 0. Choose only rows that are filled, or the whole column: blanks behind its last number do not count. Negative numbers, a total of 0 or mixed units give #VALUE!.",
    },
  ],
  examples: [{ formula: "=ZJTX.HHI(B2:B31)", shows: { zh: "30家企业的集中度", en: "How concentrated 30 firms are" } }],
});
