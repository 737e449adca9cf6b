/** What is taken for granted, and what to do where it is not so. */
import { unitInEnglish } from "../../words/figures";
import type { Text } from "../../words/text";
import { say, some } from "./message-words";

export const assumptions = {
  unitAssumed: (heading: string, unit: string): Text =>
    say(
      `“${heading}”没写单位，按${unit}算。如果不是，请在表头里注明，或在对应关系里改。`,
      `${heading} names no unit and is taken as ${unitInEnglish(unit)}. Otherwise put the unit into the heading or change the mapping.`,
    ),
  unitBySource: (heading: string, unit: string, source: string): Text =>
    say(
      `“${heading}”没写单位；列名是 ${source} 的，按它的约定是${unit}。如果换算过，请在表头里注明，或在对应关系里改。`,
      `${heading} names no unit; its columns are those of ${source}, whose amounts are in ${unitInEnglish(unit)}. If they were converted, put the unit into the heading or change the mapping.`,
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
      `“${heading}”没写百分号，但数大多超过 1，按百分数读（5.2 当作 5.2%）。请核对，最好在表头里注明（%）。`,
      `${heading} has no percent sign, yet most numbers exceed 1: read as percentages (5.2 as 5.2%). Please check, best by putting (%) into the heading.`,
    ),
  fractionUnderPercent: (heading: string): Text =>
    say(
      `“${heading}”标了（%），但数都不超过 1，按小数读（0.052 当作 5.2%）。如果 0.052 就是 0.052%，请在对应关系里把单位改成 %。`,
      `${heading} says (%), yet no number exceeds 1: read as fractions (0.052 as 5.2%). If 0.052 means 0.052%, set the unit to % in the mapping.`,
    ),
  blankAsNone: (heading: string, count: number): Text =>
    say(
      `“${heading}”空着的 ${count} 格按“没有”算。`,
      `${heading}: ${count === 1 ? "1 blank cell counts" : `${count} blank cells count`} as none.`,
    ),
  partOfZero: (part: Text, whole: Text, count: number): Text =>
    say(
      `有 ${count} 处“${whole.zh}”是 0，没填的“${part.zh}”也按 0 算。`,
      `${whole.en} is 0 in ${count === 1 ? "1 row" : `${count} rows`}, so ${part.en}, not filled in there, counts as 0 too.`,
    ),
};

/** Titles that cells name. `cells` are addresses with the title behind: G2 小巨人. */
export function titlesNamed(heading: string, cells: readonly string[]): Text {
  return say(
    `“${heading}”里写明的称号按已持有算（${some(cells).zh}），没写日期的按在有效期内算。请核对，最好每个称号一列写有效期。`,
    `Titles named under ${heading} count as held (${some(cells).en}), in force where no date is given. Please check, best with a column of last days for each title.`,
  );
}
