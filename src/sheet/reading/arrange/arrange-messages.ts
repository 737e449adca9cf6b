/** What arranging sheets says to a person: what was put together, what was left out and why, what to do. */
import type { Text } from "../../../policy/vocabulary";
import { shortened } from "../plain-text";
import type { RowLeft } from "./firm-year-rows";

const say = (zh: string, en: string): Text => ({ zh, en });

function some(cells: readonly string[], shown = 6): Text {
  const first = cells.slice(0, shown);
  return cells.length > shown
    ? say(`${first.join("、")} 等 ${cells.length} 处`, `${first.join(", ")} and ${cells.length - shown} more`)
    : say(first.join("、"), first.join(", "));
}

export const notes = {
  firmYears: (heading: string, years: readonly number[], rows: number, firms: number): Text =>
    say(
      `“${heading}”一列写的是年份：${rows} 行合成 ${firms} 家企业，各年的数按年份归位（用了 ${years.join("、")} 年）。`,
      `${heading} names the year of each row: ${rows} rows were put together to ${firms} enterprises, figures by year (${years.join(", ")}).`,
    ),
  oneFirm: (heading: string, name: string | null): Text =>
    say(
      `表里没有企业名称，“${heading}”各行按同一家企业的各年读${name === null ? "" : `，名称取“${name}”`}。`,
      `There is no column of names: the rows of ${heading} are read as the years of one enterprise${name === null ? "" : `, called ${name}`}.`,
    ),
  december: (heading: string, firms: number): Text =>
    say(
      `“${heading}”分到了月，有 ${firms} 处用了 12 月那一行，按全年累计数读。如果是 12 月当月的数，请换成全年数。`,
      `${heading} goes by month; in ${firms} places the row of December is read as the sum of the year. Give whole-year figures if it is of the month alone.`,
    ),
  nameFromAbove: (rows: string): Text =>
    say(`第 ${rows} 行没写企业名称，按上面一家读。`, `Rows ${rows} name no enterprise and are read as the one above.`),
  namesakes: (names: readonly string[]): Text =>
    say(
      `“${names.slice(0, 3).join("”“")}”${names.length > 3 ? "等" : ""}同一个名称有几个信用代码，按几家企业读。请核对代码。`,
      `${names.slice(0, 3).join(", ")}: one name with several credit codes, read as several enterprises. Check the codes.`,
    ),
  rowsDiffer: (heading: string, cells: readonly string[]): Text =>
    say(
      `同一家企业同一年有几行，“${shortened(heading)}”不一样（${some(cells).zh}），没有用。请每家每年只留一行，或把数加好。`,
      `Several rows of one enterprise and year differ in ${shortened(heading)} (${some(cells).en}), which is not used. Keep one row an enterprise and year, or add them up.`,
    ),
  lastingDiffers: (heading: string, cells: readonly string[]): Text =>
    say(
      `有 ${cells.length} 家企业各年的“${shortened(heading)}”不一样，用的是最新一年的（${some(cells).zh}）。`,
      `${shortened(heading)} differs between the years of ${cells.length} enterprises; the newest is used (${some(cells).en}).`,
    ),
};

/** Why rows of a list of firm-years were not used. */
export const leftRows: Readonly<Record<RowLeft, (heading: string) => Text>> = {
  part: (heading) =>
    say(
      `“${heading}”是季度、半年或月份，不是整年的数。`,
      `${heading} is a quarter, a half year or a month, not a whole year.`,
    ),
  estimate: (heading) => say(`“${heading}”是预测数，还不是事实。`, `${heading} is a forecast, not a fact.`),
  unclear: (heading) =>
    say(`“${heading}”空着或看不出是哪一年。`, `${heading} is blank or names no year that can be read.`),
  early: (heading) => say(`“${heading}”太早，评价用不到。`, `${heading} is earlier than any rule needs.`),
  unfinished: (heading) =>
    say(`“${heading}”晚于评价用的最近一个完整年度。`, `${heading} is later than the last complete fiscal year.`),
  parent: () =>
    say("是母公司报表，用的是合并报表的数。", "is of the parent company alone; the consolidated figures are used."),
  monthly: (heading) =>
    say(
      `“${heading}”分到了月，分不清是当月数还是累计数。请换成全年数。`,
      `${heading} goes by month and may be of the month alone or of the year so far. Give whole-year figures.`,
    ),
};

const onlyBecause: Readonly<Record<RowLeft, Text>> = {
  part: say("只有季度、半年或月份的数", "names only quarters, half years or months"),
  estimate: say("只有预测数", "names only forecasts"),
  unclear: say("看不出是哪一年", "names no year that can be read"),
  early: say("都太早，评价用不到", "is earlier than any rule needs"),
  unfinished: say("都晚于评价用的最近一个完整年度", "is later than the last complete fiscal year"),
  parent: say("只有母公司报表的数", "has parent companies' accounts only"),
  monthly: say("分到了月，分不清是当月数还是累计数", "goes by month, of the month alone or of the year so far"),
};

export const failures = {
  noWholeYear: (sheet: string, heading: string, cell: string, why: RowLeft, example: string): Text =>
    say(
      `“${sheet}”的“${heading}”（${cell}）${onlyBecause[why].zh}${example === "" ? "" : `，例如“${shortened(example)}”`}，没有能用的整年数。请补上最近一个完整年度的数再评。`,
      `${heading} (${cell}) of ${sheet} ${onlyBecause[why].en}${example === "" ? "" : `, such as "${shortened(example)}"`}: there is no whole year to use. Add the figures of the last complete year.`,
    ),
  noIdentity: (sheet: string, heading: string, cell: string): Text =>
    say(
      `“${sheet}”按“${heading}”（${cell}）分年，同一年有几行，却没有企业名称或代码，分不清是几家企业。请加一列“企业名称”。`,
      `${sheet} has a row a year (${heading}, ${cell}), some years more than once, and neither names nor codes tell the enterprises apart. Add a column of names.`,
    ),
};
