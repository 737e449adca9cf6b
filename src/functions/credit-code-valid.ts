/** CREDIT_CODE_VALID: whether a unified social credit code can be right, by its characters and check digit. */
import { described } from "./described";
import { isCreditCodeValid } from "../sheet/reading/credit-code";
import { isBlank, type Cell } from "../words/grid";
import { refusals } from "../sheet/reading/cell-messages";
import { valueFailure, type FunctionCode, type FunctionRecord, type ResultCell } from "./function-record";

/** From here on Excel has rounded the digits of a code that was entered as a number. */
const ROUNDED = 1e15;

function valid(cell: Cell): ResultCell {
  if (cell === null || isBlank(cell)) return "";
  if (typeof cell === "string") return isCreditCodeValid(cell);
  if (typeof cell === "number" && cell >= ROUNDED) {
    const { why, todo } = refusals.codeAsNumber;
    return valueFailure(`这个代码${why.zh}。${todo.zh}`, `This code ${why.en}. ${todo.en}`);
  }
  if (typeof cell === "object") {
    return valueFailure(
      `这个单元格是错误值 ${cell.error}，请先改好它。`,
      `This cell holds the error ${cell.error}; mend it first.`,
    );
  }
  return false;
}

export const creditCodeValidCode: FunctionCode = {
  id: "CREDIT_CODE_VALID",
  takes: ["matrix"],
  unsureZero: "both",
  compute: (_bound, code) => code.map((row) => row.map(valid)),
};

export const creditCodeValid: FunctionRecord = /* @__PURE__ */ described(creditCodeValidCode, {
  name: "CREDIT_CODE_VALID",
  description: {
    zh: "统一社会信用代码的位数、字符和校验位是否正确",
    en: "Whether a unified social credit code has the right length, characters and check digit",
  },
  parameters: [
    {
      name: { zh: "代码", en: "code" },
      description: { zh: "18位代码，一个或一整列", en: "An 18-character code, or a column of them" },
      type: "any",
      dimensionality: "matrix",
      optional: false,
    },
  ],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "按 GB 32100-2015 的校验规则。全角、小写、中间有空格或短横的都认。只能说明代码写得对，不能说明企业真的存在。空单元格得空白；当成数字存的代码丢了末几位，得 #VALUE!。",
      en: "By the check rule of GB 32100-2015. Full-width or lower-case letters, blanks and hyphens do no harm. It says that a code is well-formed, not that the enterprise exists. Empty cells give blanks; a code stored as a number has lost its last digits and gives #VALUE!.",
    },
  ],
  examples: [
    {
      formula: "=ZJTX.CREDIT_CODE_VALID(B2:B301)",
      shows: { zh: "一列代码逐个检查", en: "A column of codes, checked one by one" },
    },
    {
      formula: '=ZJTX.CREDIT_CODE_VALID("91370100XN0000012P")',
      shows: { zh: "样例里虚构的代码：TRUE", en: "A made-up code of the sample: TRUE" },
    },
  ],
});
