/** What is said of single cells: why one could not be read, or how one was read that says more than a value. */
import type { Text } from "../../words/text";
import { say, some } from "./message-words";
import { shortened } from "../../words/plain-text";

/** Why a cell could not be read, and what to do about it. */
export interface Refusal {
  readonly why: Text;
  readonly todo: Text;
}

const refuse = (why: Text, todo: Text): Refusal => ({ why, todo });
const orBlank = say(
  "请改成数字，或留空按待补数据处理。",
  "Write a number, or leave it blank to count as data to come.",
);
const yesOrNo = say(
  "请写“是”或“否”，或留空按待补数据处理。",
  "Write yes or no, or leave it blank to count as data to come.",
);
const dateForm = say(
  "请写成 2024-05-01 这样的日期，或留空按待补数据处理。",
  "Write a date such as 2024-05-01, or leave it blank to count as data to come.",
);

export const refusals = {
  approximate: refuse(say("是个大概数，没法当数字用", "is approximate and cannot be used as a number"), orBlank),
  bound: refuse(say("只说了一头，不知道到底是多少", "gives only a limit, not the number itself"), orBlank),
  range: refuse(say("是一个范围，不知道到底是多少", "is a range, not one number"), orBlank),
  commas: refuse(
    say("逗号的位置不对，看不准是多少", "has commas in unusual places, so the number is unclear"),
    orBlank,
  ),
  shifted: refuse(
    say("和后面一格像是一个被千分位逗号拆开的数", "and the next cell look like one number split at its comma"),
    say("请去掉逗号或给整个数加上引号。", "Take the comma out or quote the number."),
  ),
  decimalComma: refuse(
    say("里的逗号可能是小数点，也可能是千分位", "has a comma that may be a decimal point or a thousands separator"),
    say(
      "请用小数点写小数，例如 346.46；或留空按待补数据处理。",
      "Write decimals with a point, such as 346.46, or leave it blank to count as data to come.",
    ),
  ),
  notANumber: refuse(say("没法当数字用", "cannot be used as a number"), orBlank),
  isDate: refuse(say("是日期，这一列要的是数字", "is a date where a number is expected"), orBlank),
  formulaText: refuse(
    say("是公式的文字，没有算出来", "is the text of a formula, not its result"),
    say("请先算出结果，再粘成数值。", "Have it calculated and paste the value."),
  ),
  excelError: refuse(
    say("是公式的错误值", "is a formula error"),
    say("请改好公式，或留空按待补数据处理。", "Mend the formula, or leave it blank to count as data to come."),
  ),
  notCalculated: refuse(
    say("还没有算出结果", "has no result yet"),
    say("请用 Excel 或 WPS 打开这个文件，保存一次再来。", "Open the file in Excel or WPS, save it and try again."),
  ),
  truthValue: refuse(say("是真假值，这一列要的是数字", "is TRUE or FALSE where a number is expected"), orBlank),
  notWhole: refuse(say("不是整数", "is not a whole number"), orBlank),
  notFlag: refuse(say("看不出是“是”还是“否”", "is neither yes nor no"), yesOrNo),
  notDate: refuse(say("看不出是哪一天", "is not a date that can be read"), dateForm),
  noSuchDay: refuse(say("日历上没有这一天", "is no day of the calendar"), dateForm),
  unclearMonth: refuse(
    say("可能是 1 月，也可能是 10 月", "may mean January or October"),
    say("请写成 2026-01 或 2026-10 这样的日期。", "Write it as 2026-01 or 2026-10."),
  ),
  topN: refuse(
    say("只说了进前几，没说具体第几名", "says within the first few, not which place"),
    say("请写具体名次，例如 3；拿不准就留空。", "Write the place, such as 3, or leave it blank."),
  ),
  notChoice: (choices: readonly Text[]): Refusal =>
    refuse(
      say("不在可选的写法里", "is not one of the words known here"),
      say(
        `请从${choices.map(({ zh }) => `“${zh}”`).join("、")}里选一个，或留空按待补数据处理。`,
        `Write one of ${choices.map(({ en }) => `"${en}"`).join(", ")}, or leave it blank to count as data to come.`,
      ),
    ),
  severalChoices: refuse(
    say("同时写了几个级别", "names more than one level"),
    say("请只留一个，一般留最高的那个。", "Keep one of them, usually the highest."),
  ),
  foreignCurrency: refuse(
    say("是外币，没有换算", "is in a foreign currency, which is not converted"),
    say("请换算成人民币再填。", "Convert it to yuan."),
  ),
  wrongUnit: (unit: string): Refusal =>
    refuse(say(`后面的“${unit}”和这一列对不上`, `carries "${unit}", which does not fit this column`), orBlank),
  negative: refuse(say("是负数，这一列不该有负数", "is negative where no negative number makes sense"), orBlank),
  below: (least: string): Refusal =>
    refuse(say(`比可能的最小值 ${least} 还小`, `is less than the smallest possible value, ${least}`), orBlank),
  above: (most: string): Refusal =>
    refuse(say(`比可能的最大值 ${most} 还大`, `is more than the largest possible value, ${most}`), orBlank),
  aboveWhole: refuse(
    say("超过了 100%", "is more than 100 %"),
    say("百分数请写成 5.2%，或在表头里注明（%）。", "Write percentages as 5.2%, or put (%) into the heading."),
  ),
  otherScope: refuse(
    say("是另一个范围里的名次", "is a rank within another scope"),
    say(
      "请填这一列范围里的名次，或留空按待补数据处理。",
      "Give the rank within the scope of this column, or leave it blank to count as data to come.",
    ),
  ),
  otherLevel: refuse(
    say("是另一个级别，不是这个称号", "is another level than that of this title"),
    say(
      "请填到对应级别的称号那一列，这一列写“是”“否”或有效期。",
      "Put it under the title of that level, and yes, no or the last day here.",
    ),
  ),
  awardedLater: refuse(
    say("是认定时间，可还没到那一天", "is a day of award that has not come yet"),
    say("如果是到期日，请在表头里写明“有效期至”。", "If it is the last day, say so in the heading."),
  ),
  noValidity: refuse(
    say(
      "只写了认定的时间，而规则没写有效期多长，不知道还在不在有效期",
      "gives the award only, and no rule says how long the title holds",
    ),
    say("请填有效期至哪天，或写“是”“否”。", "Give the last day, or write yes or no."),
  ),
  shareUnclear: refuse(
    say("可能是小数，也可能是百分数", "may be a fraction or a percentage"),
    say("请写上百分号，例如 15% 或 0.15%。", "Write it with a percent sign, such as 15% or 0.15%."),
  ),
  industryUnknown: refuse(
    say("认不出是哪个行业", "is not an industry known here"),
    say(
      "请写国民经济行业代码（如 C3591）或门类、大类的全名。",
      "Write the GB/T 4754 code (such as C3591) or the full name of a section or division.",
    ),
  ),
  zeroLost: (code: string): Refusal =>
    refuse(
      say(
        `可能是丢了开头的 0 的 ${code.padStart(4, "0")}（农林牧渔），也可能就是中类 ${code}`,
        `may be ${code.padStart(4, "0")} (agriculture) without its leading zero, or the group ${code}`,
      ),
      say(
        "请写成四位代码，或带上门类字母，例如 A0111、B111。",
        "Write the four digits, or the section's letter in front, such as A0111 or B111.",
      ),
    ),
  industryTooWide: refuse(
    say("范围太大，里面的行业划型标准不一样", "is too wide: the size classes inside it differ"),
    say("请写到大类或小类代码，例如 5421、7010。", "Give the division or class code, such as 5421 or 7010."),
  ),
  industryWithoutClass: refuse(
    say("这个行业不在企业划型标准里", "is an industry the size-class standard does not cover"),
    say(
      "企业规模请另行核定；这一格按待补数据处理。",
      "Settle the size by other means; the cell counts as data to come.",
    ),
  ),
  industryContradiction: refuse(
    say("字母和数字不是同一个门类", "has a letter and a number of different sections"),
    say("请核对行业代码。", "Check the industry code."),
  ),
  codeAsNumber: refuse(
    say("被当成数字存了，末几位已经丢失", "was stored as a number and lost its last digits"),
    say("请把这一列设成文本格式，再重新填代码。", "Format the column as text and enter the code again."),
  ),
};

/** One unreadable cell in a sentence: 第 17 行“研发费用”写的是“约500”，没法当数字用。请改成数字，或留空按待补数据处理。 */
export function unreadableReason(row: number | string, heading: string, text: string, { why, todo }: Refusal): Text {
  return say(
    `第 ${row} 行“${shortened(heading)}”写的是“${shortened(text)}”，${why.zh}。${todo.zh}`,
    `Row ${row}, ${shortened(heading)}: "${shortened(text)}" ${why.en}. ${todo.en}`,
  );
}

/** Notes on cells that were read in a way one may disagree with, gathered by column. */
export const cellNotes = {
  "month-only": (heading: string, cells: readonly string[]): Text =>
    say(
      `“${heading}”里有 ${cells.length} 格只写到年或月（${some(cells).zh}）：成立一类的日期按当年、当月第一天算，有效期按最后一天算。要更准请补全日期。`,
      `${heading}: ${cells.length} cells name only a month or year (${some(cells).en}). Dates count from its first day, validity to its last. Complete the dates to be exact.`,
    ),
  "note-in-brackets": (heading: string, cells: readonly string[]): Text =>
    say(
      `“${heading}”里有 ${cells.length} 格带说明（${some(cells).zh}），例如“130（含劳务）”，按前面的数读。请核对。`,
      `${heading}: ${cells.length} cells carry a note (${some(cells).en}), such as 130 (with agency staff); the number before it was read. Please check.`,
    ),
  "yuan-sign": (heading: string, cells: readonly string[]): Text =>
    say(
      `“${heading}”里有 ${cells.length} 格带人民币符号（${some(cells).zh}），没写单位，按元读。请核对。`,
      `${heading}: ${cells.length} cells carry a yuan sign and no unit (${some(cells).en}); they were read in 元. Please check.`,
    ),
  "circle-as-yes": (heading: string, cells: readonly string[]): Text =>
    say(
      `“${heading}”里画“○”的 ${cells.length} 格（${some(cells).zh}）按“是”算。请核对。`,
      `${heading}: ${cells.length} cells with a circle (${some(cells).en}) count as yes. Please check.`,
    ),
  "title-since": (heading: string, cells: readonly string[]): Text =>
    say(
      `“${heading}”里有 ${cells.length} 格写的是认定的日期、年份、批次或证书编号（${some(cells).zh}）：从那时起按规则的有效期算到期，只知道年或月的算到那年、那月底。到期日另有规定的请填“有效期至”。`,
      `${heading}: ${cells.length} cells give the day, year, batch or certificate of the award (${some(cells).en}). The title counts from then on for as long as the rule says, from the end of a year or month that is all there is. Where it ends otherwise, give the last day.`,
    ),
  "title-expired": (heading: string, cells: readonly string[]): Text =>
    say(
      `“${heading}”里有 ${cells.length} 格从认定时算起有效期已过（${some(cells).zh}），按已到期算。重新认定或复核通过的请填新的有效期。`,
      `${heading}: in ${cells.length} cells the award lies further back than the title holds (${some(cells).en}); they count as expired. Give the new last day where it was renewed.`,
    ),
  "title-held": (heading: string, cells: readonly string[]): Text =>
    say(
      `“${heading}”里有 ${cells.length} 格只说得出已经认定（${some(cells).zh}），没写到哪天为止，按在有效期内算。请核对，最好填上有效期。`,
      `${heading}: ${cells.length} cells only say that the title was awarded (${some(cells).en}), not until when it holds; it counts as in force. Please check, best by giving the last day.`,
    ),
  "none-as-zero": (heading: string, cells: readonly string[]): Text =>
    say(
      `“${heading}”里写“无”的 ${cells.length} 格（${some(cells).zh}）按 0 算。如果是还没有数据，请留空。`,
      `${heading}: ${cells.length} cells saying "none" (${some(cells).en}) count as 0. Leave them blank if the data is still to come.`,
    ),
  "choice-by-part": (heading: string, cells: readonly string[]): Text =>
    say(
      `“${heading}”里有 ${cells.length} 格（${some(cells).zh}）是按文字里的级别读的，例如“省级企业技术中心”读作“省级”。请核对。`,
      `${heading}: ${cells.length} cells (${some(cells).en}) were read by the level named in them. Please check.`,
    ),
} as const;

export type CellNote = keyof typeof cellNotes;
