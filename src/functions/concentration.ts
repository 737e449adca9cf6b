/** CONCENTRATION: the share of the n largest values, CR4 where n is left out. */
import { concentration as ratio } from "../clusters/measures";
import type { Text } from "../words/text";
import { isBlank } from "../words/grid";
import { described } from "./described";
import { isFailure, single, valueFailure, type FunctionCode, type FunctionRecord } from "./function-record";
import { answerCell, cellsOf, figuresOf, textOf } from "./figures-given";
import { VALUES } from "./hhi";

const NAME: Text = { zh: "数值", en: "values" };
const LEFT_OUT = 4;

export const concentrationCode: FunctionCode = {
  id: "CONCENTRATION",
  takes: ["matrix", "scalar"],
  unsureZero: "both",
  endsWithLastNumber: true,
  compute: (_bound, values, n) => {
    const cell = single(n);
    // An empty cell arrives as 0 in some Excels; no one asks for the 0 largest.
    const count = cell === null || cell === 0 || isBlank(cell) ? LEFT_OUT : Number(textOf(cell));
    if (!Number.isInteger(count) || count < 1)
      return valueFailure(
        `“${textOf(cell)}”不能用：前几家请写1、2、3这样的整数，不填就是4。`,
        `"${textOf(cell)}" cannot be used: write a whole number from 1, or leave it out for 4.`,
      );
    const figures = figuresOf(cellsOf(values), NAME);
    return isFailure(figures) ? figures : [[answerCell(ratio(figures, count))]];
  },
};

export const concentration: FunctionRecord = /* @__PURE__ */ described(concentrationCode, {
  name: "CONCENTRATION",
  description: {
    zh: "行业集中度CRn：最大的n家占合计的份额，不填n就是前4家",
    en: "Concentration ratio CRn: the share of the n largest, 4 if left out",
  },
  parameters: [
    VALUES,
    {
      name: { zh: "前几家", en: "n" },
      description: { zh: "最大的几家，不填为4", en: "How many of the largest; 4 if left out" },
      type: "any",
      dimensionality: "scalar",
      optional: true,
    },
  ],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "得小数，0.62就是62%。不到n家时是全部，得1。",
      en: "The result is a fraction: 0.62 is 62 %. With fewer than n values it is all of them: 1.",
    },
    {
      zh: "区域里有空单元格得 #N/A，空白不当作0；选整列时，最后一个数后面的空白不算。负数、合计为0、单位混用得 #VALUE!。",
      en: "An empty cell gives #N/A, never 0; of a whole column, blanks behind the last number do not count. Negative numbers, a total of 0 or mixed units give #VALUE!.",
    },
  ],
  examples: [
    { formula: "=ZJTX.CONCENTRATION(B2:B31,8)", shows: { zh: "前8家的份额", en: "The share of the 8 largest" } },
  ],
});
