/** What may make the answer wrong: columns, rows and numbers that look odd. */
import type { Text } from "../../words/text";
import { say, some } from "./message-words";
import { shortened } from "../../words/plain-text";

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
      `“${heading}”不是一个完整年度的数，没有用。请换成全年数，表头写明年份。`,
      `${heading} does not cover exactly one year and is not used. Give the figure of a whole year and name it in the heading.`,
    ),
  derivedHeading: (heading: string, field: string): Text =>
    say(
      `“${heading}”和“${field}”不是一回事，没有读。如果确实就是“${field}”，请在对应关系里指定。`,
      `${heading} is not the same as ${field} and was not read. If it is, say so in the mapping.`,
    ),
  unitOfHeading: (heading: string, field: string): Text =>
    say(
      `“${heading}”的单位和“${field}”对不上，没有读。请核对表头，或在对应关系里指定项目和单位。`,
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
      `${headings.length} ${headings.length === 1 ? "column was" : "columns were"} not recognised and not used: ${headings
        .slice(0, 8)
        .map((heading) => shortened(heading))
        .join(", ")}${headings.length > 8 ? ", …" : ""}. Map those you need.`,
    ),
  likelyColumns: (taken: readonly { readonly heading: string; readonly name: Text }[]): Text => {
    const more = taken.length > 8;
    const first = taken.slice(0, 8);
    return say(
      `有 ${taken.length} 列是按意思认的，请核对：${first.map(({ heading, name }) => `“${shortened(heading)}”当作“${name.zh}”`).join("，")}${more ? " 等" : ""}。`,
      `${taken.length} columns were recognised by looser words, please check: ${first.map(({ heading, name }) => `${shortened(heading)} as ${name.en}`).join(", ")}${more ? ", …" : ""}.`,
    );
  },
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
  savedFieldOfOthers: (heading: string, field: Text): Text =>
    say(
      `“${shortened(heading)}”在对应关系里指定成了“${field.zh}”，那是别的表的项目，不是这种表的，改用自动识别的结果。请重新指定。`,
      `${shortened(heading)} is mapped to ${field.en}, which belongs to another kind of sheet; what was recognised is used instead. Map it again.`,
    ),
  savedUnitUnknown: (heading: string, unit: string): Text =>
    say(
      `“${heading}”以前设的单位“${unit}”用不上，改用自动识别的单位。请重新选单位。`,
      `The unit "${unit}" saved for ${heading} does not fit and is not used. Choose the unit again.`,
    ),
  titleYear: (cell: string, year: number, t: number): Text =>
    say(
      `${cell} 写的是 ${year} 年，表头没写年份，按 ${t} 年算。请核对是哪一年的数。`,
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
      `第 ${rows.slice(0, 8).join("、")} 行${rows.length > 8 ? `等 ${rows.length} 行` : ""}是重复的表头、列号、口径、说明或只有序号，跳过了。`,
      `Rows ${rows.slice(0, 8).join(", ")}${rows.length > 8 ? ` and ${rows.length - 8} more` : ""} repeat headings, number or describe columns, are notes or hold only a serial number, and were skipped.`,
    ),
  remarkYears: (found: readonly { readonly cell: string; readonly year: number }[], t: number): Text => {
    const first = found.slice(0, 8);
    const more = found.length > first.length;
    return say(
      `${first.map(({ cell, year }) => `${cell}（${year}年）`).join("、")}${more ? `等 ${found.length} 处` : ""}的备注写着数据是别的年份，这张表按${t}年读了。请核对这几行，或改成分年份的列。`,
      `The remarks in ${first.map(({ cell, year }) => `${cell} (${year})`).join(", ")}${more ? ` and ${found.length - first.length} more` : ""} say that the figures are of another year; the sheet was read for ${t}. Check these rows, or put each year into a column of its own.`,
    );
  },
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
  noNameColumn: (like: string | null): Text =>
    like === null
      ? say(
          "没找到“企业名称”列，结果里只能用行号来区分企业。请加上这一列，或在对应关系里指定。",
          "There is no column of enterprise names, so results are told apart by row number only. Add one, or name it in the mapping.",
        )
      : say(
          `没找到“企业名称”列，结果里只能用行号来区分企业。“${shortened(like)}”里写的像是企业名称：如果每行就是这家企业，请在对应关系里把它指定为“企业名称”。`,
          `There is no column of enterprise names, so results are told apart by row number only. ${shortened(like)} seems to hold names: if each row is of that enterprise, map it to the name.`,
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
  yesBesideNo: (part: string, whole: string, cells: readonly string[]): Text =>
    say(
      `有 ${cells.length} 行“${part}”写“是”，“${whole}”却写“否”（${some(cells).zh}）。请核对哪个填错了。`,
      `In ${cells.length} rows ${part} says yes and ${whole} says no (${some(cells).en}). Check which of them is wrong.`,
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
  titlesDiffer: (heading: string, cells: readonly string[]): Text =>
    say(
      `有 ${cells.length} 行的几列对同一个称号说法不一（${some(cells).zh}），按写得最细的算，先看“${heading}”。请核对。`,
      `In ${cells.length} rows the columns of a title contradict each other (${some(cells).en}); the most exact counts, ${heading} first. Please check.`,
    ),
  titlesUnclear: (heading: string, cells: readonly string[]): Text =>
    say(
      `“${heading}”里有 ${cells.length} 格提到的称号看不出是哪一级、哪一天或是否已认定（${some(cells).zh}），没有用。请另设一列写明称号和有效期。`,
      `${heading}: in ${cells.length} cells a title is named without saying for certain its level, its date or that it is held (${some(cells).en}); it is not used. Give it a column of its own with its last day.`,
    ),
  shiftedCells: (cells: readonly string[]): Text =>
    say(
      `有 ${cells.length} 行比表头多出格子，数像是被千分位逗号拆成了两格（${some(cells).zh}，1,200 成了 1 和 200），这一格和后面的列按待补数据处理。请去掉数里的逗号或给它加上引号；多出的格子另有用处的，请给它一个表头。`,
      `${cells.length} rows have more cells than headings and a number that looks split at its thousands comma (${some(cells).en}; 1,200 as 1 and 200), so that cell and those behind count as data to come. Take the commas out or quote the numbers; if the extra cell means something else, give it a heading.`,
    ),
  shareUnclear: (heading: string, cells: readonly string[]): Text =>
    say(
      `“${heading}”里小数和百分数混着写，${some(cells).zh} 看不出是哪一种，按待补数据处理。请写上百分号。`,
      `${heading} mixes fractions and percentages, and ${some(cells).en} may be either; they count as data to come. Write them with a percent sign.`,
    ),
  shareAboveOne: (heading: string): Text =>
    say(
      `“${heading}”大多超过 100%。如果是百分数，请在表头里注明（%）。`,
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
