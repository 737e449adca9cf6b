/**
 * Everything the sheet reader says to a person: what happened, where, what to do. Chinese first, as one would tell a colleague.
 * Nothing here decides anything; the reader passes addresses, headings and numbers in.
 */
import type { Text } from "../../policy/vocabulary";
import { shortened } from "./plain-text";

const say = (zh: string, en: string): Text => ({ zh, en });

/** Something taken for granted that a person may know better. */
export interface Assumption {
  readonly id: string;
  readonly message: Text;
  readonly cell?: string;
}

/** Something that may make the answer wrong, with the cells to look at. */
export interface Warning {
  readonly id: string;
  readonly message: Text;
  readonly cells?: readonly string[];
}

/** A cell that holds something nobody can read as its column's kind. */
export interface UnreadableCell {
  readonly cell: string;
  /** As in the sheet. */
  readonly text: string;
  readonly reason: Text;
}

/** `D5、D9 等 12 处`: the first few addresses and how many there are. */
function some(cells: readonly string[], shown = 5): Text {
  const first = cells.slice(0, shown);
  return cells.length > shown
    ? say(`${first.join("、")} 等 ${cells.length} 处`, `${first.join(", ")} and ${cells.length - shown} more`)
    : say(first.join("、"), first.join(", "));
}

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
    say("请让 Excel 算出结果，再粘成数值。", "Let Excel calculate it and paste the value."),
  ),
  excelError: refuse(
    say("是 Excel 的错误值", "is an Excel error"),
    say("请改好公式，或留空按待补数据处理。", "Mend the formula, or leave it blank to count as data to come."),
  ),
  notCalculated: refuse(
    say("还没有算出结果", "has no result yet"),
    say("请用 Excel 打开这个文件，保存一次再来。", "Open the file in Excel, save it and try again."),
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
    say("百分数请写成 5.2%，或在标题里注明（%）。", "Write percentages as 5.2%, or put (%) into the heading."),
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
    say("如果是到期日，请在标题里写明“有效期至”。", "If it is the last day, say so in the heading."),
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
    say("被 Excel 当成数字存了，末几位已经丢失", "was stored by Excel as a number and lost its last digits"),
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

export const assumptions = {
  unitAssumed: (heading: string, unit: string): Text =>
    say(
      `“${heading}”没写单位，按${unit}算。如果不是，请在标题里注明，或在对应关系里改。`,
      `${heading} names no unit and is taken as ${unit}. Otherwise put the unit into the heading or change the mapping.`,
    ),
  unitBySource: (heading: string, unit: string, source: string): Text =>
    say(
      `“${heading}”没写单位；列名是 ${source} 的，按它的约定是${unit}。如果换算过，请在标题里注明，或在对应关系里改。`,
      `${heading} names no unit; its columns are those of ${source}, whose amounts are in ${unit}. If they were converted, put the unit into the heading or change the mapping.`,
    ),
  incomeMonth: (heading: string, field: Text): Text =>
    say(
      `各行是同一个缴费月份，“${heading}”按“${field.zh}”读。不对的话请在对应关系里改。`,
      `All rows are of one month of payment, so ${heading} is read as ${field.en}. Change it in the mapping if it is not.`,
    ),
  olderYear: (t: number, expected: number): Text =>
    say(
      `表里最新的是 ${t} 年，“上年度”按 ${t} 年算；按评价日期应当是 ${expected} 年。有 ${expected} 年数据请补上。`,
      `The newest year in the sheet is ${t}, so it stands for the last fiscal year, which would be ${expected} by the as-of date. Add ${expected} if you have it.`,
    ),
  relativeYear: (heading: string, year: number): Text =>
    say(
      `“${heading}”按 ${year} 年算。不对的话请在对应关系里改年份。`,
      `${heading} is taken as the year ${year}. Change the year in the mapping if it is not.`,
    ),
  percentByValues: (heading: string): Text =>
    say(
      `“${heading}”没写百分号，但数大多超过 1，按百分数读（5.2 当作 5.2%）。请核对，最好在标题里注明（%）。`,
      `${heading} has no percent sign, yet most numbers exceed 1: read as percentages (5.2 as 5.2%). Please check, best by putting (%) into the heading.`,
    ),
  fractionUnderPercent: (heading: string): Text =>
    say(
      `“${heading}”标了（%），但数都不超过 1，按小数读（0.052 当作 5.2%）。如果 0.052 就是 0.052%，请在对应关系里把单位改成 %。`,
      `${heading} says (%), yet no number exceeds 1: read as fractions (0.052 as 5.2%). If 0.052 means 0.052%, set the unit to % in the mapping.`,
    ),
  blankAsNone: (heading: string, count: number): Text =>
    say(`“${heading}”空着的 ${count} 格按“没有”算。`, `${heading}: ${count} blank cells count as none.`),
  partOfZero: (part: string, whole: string, count: number): Text =>
    say(
      `有 ${count} 处“${whole}”是 0，没填的“${part}”也按 0 算。`,
      `${whole} is 0 in ${count} places, so ${part}, not filled in there, counts as 0 too.`,
    ),
};

export const failures = {
  emptySheet: (sheet: string): Text =>
    say(
      `“${sheet}”是空表，没有可以评分的内容。请切换到有企业数据的表。`,
      `${sheet} is empty, so there is nothing to score. Switch to the sheet with the enterprises.`,
    ),
  noHeading: (sheet: string, known: readonly string[]): Text =>
    say(
      `“${sheet}”前 30 行里没找到认识的列标题。请确认有一行标题，例如：${known.join("、")}。`,
      `No known headings in the first 30 rows of ${sheet}. Make sure one row holds headings such as ${known.join(", ")}.`,
    ),
  headingsDown: (sheet: string, first: string): Text =>
    say(
      `“${sheet}”的标题像是竖着排在一列里（从 ${first} 开始），这里要一行一家企业。请复制后用“选择性粘贴—转置”换成横排。`,
      `The headings of ${sheet} seem to run down a column (from ${first}); each enterprise needs a row. Copy it and paste transposed.`,
    ),
  noRows: (sheet: string, headingRow: number): Text =>
    say(
      `“${sheet}”第 ${headingRow} 行是标题，下面没有企业数据。请从第 ${headingRow + 1} 行起每家填一行。`,
      `Row ${headingRow} of ${sheet} holds the headings, but no enterprise follows. Fill one row each from row ${headingRow + 1} on.`,
    ),
};

export const warnings = {
  duplicateColumn: (heading: string, cell: string, used: string): Text =>
    say(
      `“${heading}”（${cell}）和 ${used} 是同一项、同一年，用了 ${used} 的数。要用 ${cell}，请在对应关系里把 ${used} 设为不读。`,
      `${heading} (${cell}) is the same item and year as ${used}; ${used} is used. To use ${cell}, leave ${used} out in the mapping.`,
    ),
  unfinishedYear: (heading: string, year: number): Text =>
    say(
      `“${heading}”是 ${year} 年的，晚于评价用的最近一个完整年度，没有用。`,
      `${heading} is of ${year}, later than the last complete fiscal year, and is not used.`,
    ),
  yearNotNeeded: (heading: string, year: number): Text =>
    say(
      `“${heading}”是 ${year} 年的，评价用不到这么早的数，没有用。`,
      `${heading} is of ${year}, earlier than any rule needs, and is not used.`,
    ),
  notWholeYear: (heading: string): Text =>
    say(
      `“${heading}”不是一个完整年度的数，没有用。请换成全年数，标题写明年份。`,
      `${heading} does not cover exactly one year and is not used. Give the figure of a whole year and name it in the heading.`,
    ),
  derivedHeading: (heading: string, field: string): Text =>
    say(
      `“${heading}”和“${field}”不是一回事，没有读。如果确实就是“${field}”，请在对应关系里指定。`,
      `${heading} is not the same as ${field} and was not read. If it is, say so in the mapping.`,
    ),
  unitOfHeading: (heading: string, field: string): Text =>
    say(
      `“${heading}”的单位和“${field}”对不上，没有读。请核对标题，或在对应关系里指定项目和单位。`,
      `The unit of ${heading} does not fit ${field}, so it was not read. Check the heading, or set field and unit in the mapping.`,
    ),
  foreignCurrency: (heading: string): Text =>
    say(
      `“${heading}”是外币，没有读。请换算成人民币后填一列。`,
      `${heading} is in a foreign currency and was not read. Add a column converted to yuan.`,
    ),
  unmapped: (headings: readonly string[]): Text =>
    say(
      `有 ${headings.length} 列没认出来，没有用到：${headings
        .slice(0, 8)
        .map((heading) => `“${shortened(heading)}”`)
        .join("、")}${headings.length > 8 ? " 等" : ""}。需要的请在对应关系里指定。`,
      `${headings.length} columns were not recognised and not used: ${headings
        .slice(0, 8)
        .map((heading) => shortened(heading))
        .join(", ")}${headings.length > 8 ? ", …" : ""}. Map those you need.`,
    ),
  savedColumnLost: (heading: string, column: string): Text =>
    say(
      `以前给“${heading}”（${column} 列）设过对应关系，现在表里找不到这一列，没有套用。`,
      `The saved setting for ${heading} (column ${column}) was not applied: the column is no longer there.`,
    ),
  savedFieldUnknown: (heading: string, field: string): Text =>
    say(
      `“${heading}”以前对应到“${field}”，现在没有这一项了，改用自动识别的结果。请重新指定。`,
      `${heading} was mapped to "${field}", which no longer exists; what was recognised is used instead. Map it again.`,
    ),
  savedUnitUnknown: (heading: string, unit: string): Text =>
    say(
      `“${heading}”以前设的单位“${unit}”用不上，改用自动识别的单位。请重新选单位。`,
      `The unit "${unit}" saved for ${heading} does not fit and is not used. Choose the unit again.`,
    ),
  titleYear: (cell: string, year: number, t: number): Text =>
    say(
      `${cell} 的表头写的是 ${year} 年，列标题没写年份，按 ${t} 年算。请核对是哪一年的数。`,
      `The title in ${cell} says ${year} while the headings name no year and are taken as ${t}. Check which year the figures are of.`,
    ),
  hiddenRows: (rows: readonly string[]): Text =>
    say(
      `有 ${rows.length} 行是隐藏的，也照样评分了（第 ${rows.slice(0, 5).join("、")} 行${rows.length > 5 ? "等" : ""}）。不想评就删掉这些行。`,
      `${rows.length} hidden rows were scored as well (rows ${rows.slice(0, 5).join(", ")}${rows.length > 5 ? ", …" : ""}). Delete them if they should not count.`,
    ),
  hiddenColumn: (heading: string, cell: string): Text =>
    say(
      `“${heading}”（${cell}）所在的列是隐藏的，也照样读了。`,
      `${heading} (${cell}) is in a hidden column and was read as well.`,
    ),
  subtotalRows: (rows: readonly string[]): Text =>
    say(
      `第 ${rows.slice(0, 8).join("、")} 行${rows.length > 8 ? `等 ${rows.length} 行` : ""}是合计、小计一类，没有当作企业。`,
      `Rows ${rows.slice(0, 8).join(", ")}${rows.length > 8 ? ` and ${rows.length - 8} more` : ""} are totals and were not read as enterprises.`,
    ),
  otherRows: (rows: readonly string[]): Text =>
    say(
      `第 ${rows.slice(0, 8).join("、")} 行${rows.length > 8 ? `等 ${rows.length} 行` : ""}是重复的标题、列号、说明或只有序号，跳过了。`,
      `Rows ${rows.slice(0, 8).join(", ")}${rows.length > 8 ? ` and ${rows.length - 8} more` : ""} repeat headings, number columns, are notes or hold only a serial number, and were skipped.`,
    ),
  duplicateEnterprise: (code: string, rows: readonly string[]): Text =>
    say(
      `第 ${rows.join("、")} 行的统一社会信用代码都是 ${code}，像是同一家，每行都照样评分。请核对留哪一行。`,
      `Rows ${rows.join(", ")} share the credit code ${code}; each was scored. Check which one to keep.`,
    ),
  creditCodes: (cells: readonly string[]): Text =>
    say(
      `有 ${cells.length} 个统一社会信用代码校验不对（${some(cells).zh}），可能抄错了位。不影响评分，请核对。`,
      `${cells.length} credit codes fail their check digit (${some(cells).en}) and may be mistyped. Scores are not affected; please check.`,
    ),
  noNameColumn: say(
    "没找到“企业名称”列，结果里只能用行号来区分企业。",
    "There is no column of enterprise names, so results are told apart by row number only.",
  ),
  columnUnreadable: (heading: string, count: number): Text =>
    say(
      `“${heading}”填了 ${count} 格，一格也没读出来。多半是对应错了列，或写法不对：请先核对这一列对应的项目和单位。`,
      `None of the ${count} filled cells of ${heading} could be read. Check first which field and unit the column is mapped to.`,
    ),
  columnEmpty: (heading: string): Text =>
    say(`“${heading}”整列都空着，按待补数据处理。`, `${heading} is blank in every row and counts as data to come.`),
  unitSuspect: (heading: string, unit: string, likely: string, because: Text): Text =>
    say(
      `“${heading}”按${unit}读，${because.zh}，单位像是${likely}。请核对单位，在对应关系里改。`,
      `${heading} was read in ${unit}, but ${because.en}; the unit looks like ${likely}. Check the unit and change it in the mapping.`,
    ),
  valuesSuspect: (heading: string, because: Text): Text =>
    say(`“${heading}”${because.zh}，请核对数据和单位。`, `${heading}: ${because.en}. Check data and unit.`),
  partAboveWhole: (part: string, whole: string, cells: readonly string[]): Text =>
    say(
      `有 ${cells.length} 行“${part}”比“${whole}”还大（${some(cells).zh}）。请核对哪个填错了。`,
      `In ${cells.length} rows ${part} exceeds ${whole} (${some(cells).en}). Check which of them is wrong.`,
    ),
  debtRatio: (cells: readonly string[]): Text =>
    say(
      `有 ${cells.length} 行的资产负债率和“负债总额÷资产总额”差 2 个百分点以上（${some(cells).zh}），评分用填的资产负债率。请核对。`,
      `In ${cells.length} rows the debt ratio differs from liabilities over assets by more than 2 points (${some(cells).en}); the ratio given is used. Please check.`,
    ),
  ratioDiffers: (heading: string, cells: readonly string[]): Text =>
    say(
      `“${heading}”有 ${cells.length} 行和按金额、人数算出来的对不上，差 1 个百分点以上（${some(cells).zh}）。评分用金额、人数算的那个。请核对。`,
      `${heading}: ${cells.length} rows differ by more than a percentage point from what the amounts give (${some(cells).en}). The amounts are used. Please check.`,
    ),
  sharesAsFractions: (heading: string, cells: readonly string[]): Text =>
    say(
      `“${heading}”里百分数和小数混着写：${some(cells).zh} 按小数读（0.42 当作 42%），其余按百分数读。请核对，最好统一写法。`,
      `${heading} mixes percentages and fractions: ${some(cells).en} were read as fractions (0.42 as 42%), the others as percentages. Please check, best by writing them alike.`,
    ),
  sharesAsPercentages: (heading: string, cells: readonly string[]): Text =>
    say(
      `“${heading}”里小数和百分数混着写：${some(cells).zh} 按百分数读（42 当作 42%），其余按小数读。请核对，最好统一写法。`,
      `${heading} mixes fractions and percentages: ${some(cells).en} were read as percentages (42 as 42%), the others as fractions. Please check, best by writing them alike.`,
    ),
  decimalCommas: (heading: string, cells: readonly string[]): Text =>
    say(
      `表里有用逗号当小数点的数（如 9189,870），“${heading}”的 ${some(cells).zh} 看不出逗号是小数点还是千分位，按待补数据处理。请改用小数点。`,
      `The sheet writes decimals with commas (such as 9189,870), so in ${heading} ${some(cells).en} may be decimals or thousands; they count as data to come. Write decimals with a point.`,
    ),
  industriesDiffer: (heading: string, cells: readonly string[]): Text =>
    say(
      `有 ${cells.length} 行的几个行业列说的不是同一类（${some(cells).zh}），按最细的“${heading}”算。请核对。`,
      `In ${cells.length} rows the columns of the industry differ (${some(cells).en}); the finest, ${heading}, counts. Please check.`,
    ),
  shareUnclear: (heading: string, cells: readonly string[]): Text =>
    say(
      `“${heading}”里小数和百分数混着写，${some(cells).zh} 看不出是哪一种，按待补数据处理。请写上百分号。`,
      `${heading} mixes fractions and percentages, and ${some(cells).en} may be either; they count as data to come. Write them with a percent sign.`,
    ),
  shareAboveOne: (heading: string): Text =>
    say(
      `“${heading}”大多超过 100%。如果是百分数，请在标题里注明（%）。`,
      `${heading} exceeds 100 % in most rows. If these are percentages, put (%) into the heading.`,
    ),
};

/** Why a unit looks wrong, with the number that gives it away. */
export const suspicions = {
  perEmployee: (amount: string): Text =>
    say(`人均营业收入的中位数是 ${amount} 万元`, `the median revenue per employee is ${amount} 万元`),
  size: (amount: string): Text => say(`中位数有 ${amount} 万元`, `the median is ${amount} 万元`),
  against: (other: string, times: string): Text =>
    say(`中位数是“${other}”的 ${times} 倍`, `the median is ${times} times ${other}`),
};
