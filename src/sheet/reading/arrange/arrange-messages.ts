/** What arranging sheets says to a person: what was put together, what was left out and why, what to do. */
import type { Text } from "../../../words/text";
import { shortened } from "../../../words/plain-text";
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
  /** @param across the years stand side by side, so that a row has several figures */
  indicatorRows: (heading: string, rows: number, firms: number, across: boolean): Text =>
    say(
      `“${heading}”一列写的是指标，${across ? "一行一个指标、各年横排" : "一行一个数"}：${rows} 行合成 ${firms} 家企业，每个指标${across ? "每年" : ""}读成一列。`,
      `${heading} names the item of each row, ${across ? "the years side by side" : "one figure a row"}: ${rows} rows were put together to ${firms} enterprises with a column for each item${across ? " and year" : ""}.`,
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
  sheetYears: (sheets: readonly { readonly sheet: string; readonly year: number }[], firms: number): Text =>
    say(
      `${sheets.length === 1 ? "表名或表头写着年份" : `${sheets.length} 张表各是一年`}（${sheets.map(({ sheet, year }) => (sheet.includes(String(year)) ? `“${sheet}”` : `“${sheet}”是 ${year} 年`)).join("、")}），表头没写年份的数按这个年份归位，共 ${firms} 家企业。`,
      `${sheets.map(({ sheet, year }) => `${sheet} is of ${year}`).join(", ")}: figures whose headings name no year are of that year; ${firms} enterprises in all.`,
    ),
  sheetsAdded: (sheets: readonly { readonly sheet: string; readonly rows: number }[]): Text =>
    say(
      `${sheets.length} 张表的表头一样，合成一份名单：${sheets.map(({ sheet, rows }) => `“${sheet}”${rows} 行`).join("、")}。`,
      `${sheets.length} sheets have the same headings and were put together: ${sheets.map(({ sheet, rows }) => `${sheet} (${rows} rows)`).join(", ")}.`,
    ),
  onSeveral: (names: readonly string[]): Text =>
    say(
      `有 ${names.length} 家企业在几张表里都有（${names.slice(0, 3).join("、")}${names.length > 3 ? " 等" : ""}），每行都照样评分。请核对留哪一行。`,
      `${names.length} enterprises stand on several of the sheets (${names.slice(0, 3).join(", ")}${names.length > 3 ? ", …" : ""}); each row was scored. Check which one to keep.`,
    ),
  joined: (sheet: string, base: string, matched: number, missing: number): Text =>
    say(
      `“${sheet}”的列按信用代码（没有代码的按企业名称）并到了“${base}”，对上 ${matched} 家${missing > 0 ? `，另有 ${missing} 家在这张表里没有` : ""}。`,
      `The columns of ${sheet} were joined to ${base} by credit code, else by name: ${matched} enterprises matched${missing > 0 ? `, ${missing} are not on that sheet` : ""}.`,
    ),
  notTogether: say(
    "和读的那张表合不到一起，没有用。要读这张表，请用表名指定。",
    "does not belong to the sheet that was read. Name it to read it instead.",
  ),
  unitOfFirst: (heading: string, unit: string, cells: readonly string[]): Text =>
    say(
      `“${shortened(heading)}”在 ${some(cells).zh} 没写单位，按写了的那张表的${unit}算。如果不是，请在表头里注明。`,
      `${shortened(heading)} names no unit in ${some(cells).en} and is taken as ${unit}, as on the sheet that does. Otherwise put the unit into the heading.`,
    ),
  unitUnclear: (heading: string, units: readonly string[], cells: readonly string[]): Text =>
    say(
      `“${shortened(heading)}”在 ${some(cells).zh} 没写单位，别的表写的又不一样（${units.join("、")}），这里的数没有用。请在表头里注明单位。`,
      `${shortened(heading)} names no unit in ${some(cells).en}, and the other sheets name different ones (${units.join(", ")}), so these figures are not used. Put the unit into the heading.`,
    ),
  mergedNames: (rows: number, firms: number): Text =>
    say(
      `企业名称合并了几行：${rows} 行按 ${firms} 家企业读，一家的几行合成一行。`,
      `Names are merged over several rows: ${rows} rows are read as ${firms} enterprises, the rows of each as one.`,
    ),
  sameEnterpriseDiffers: (heading: string, cells: readonly string[]): Text =>
    say(
      `同一家企业有几行，“${shortened(heading)}”不一样（${some(cells).zh}），没有用。请每家只留一行，或把数加好。`,
      `Several rows of one enterprise differ in ${shortened(heading)} (${some(cells).en}), which is not used. Keep one row an enterprise, or add them up.`,
    ),
  firstOf: (heading: string, cells: readonly string[]): Text =>
    say(
      `有 ${cells.length} 家企业的几行里“${shortened(heading)}”不一样，用的是第一行的（${some(cells).zh}）。`,
      `${shortened(heading)} differs between the rows of ${cells.length} enterprises; the first row's is used (${some(cells).en}).`,
    ),
  lastingDiffers: (heading: string, cells: readonly string[]): Text =>
    say(
      `有 ${cells.length} 家企业各年的“${shortened(heading)}”不一样，用的是最新一年的（${some(cells).zh}）。`,
      `${shortened(heading)} differs between the years of ${cells.length} enterprises; the newest is used (${some(cells).en}).`,
    ),
};

/** Why a sheet was not read. */
export const leftSheets = {
  hidden: say("是隐藏的表，没有看。", "is hidden and was not looked at."),
  notAskedFor: say("没有看：只读了指定的表。", "was not looked at: another sheet was asked for."),
  empty: say("是空表。", "is empty."),
  noHeadings: say("没有认识的表头，不像企业名单。", "has no headings known here and is no list."),
  dictionary: say("像是数据字典或填写说明，不是企业名单。", "looks like a dictionary or a guide, not a list."),
  noYear: say(
    "表头和其他各年的表一样，却看不出是哪一年的，没有合并。请把年份写进表名。",
    "has the headings of the sheets of other years, but names no year. Put the year into its name.",
  ),
  part: say("是季度、半年或月份的表，不是整年的数。", "is of a quarter, a half year or a month, not of a whole year."),
  unfinished: say("晚于评价用的最近一个完整年度。", "is later than the last complete fiscal year."),
  early: say("年份太早，评价用不到。", "is of a year earlier than any rule needs."),
  inAll: (sheet: string): Text =>
    say(`里面的企业“${sheet}”里都有，读的是“${sheet}”。`, `has no enterprise that ${sheet} has not; ${sheet} is read.`),
  version: (sheet: string): Text =>
    say(
      `和“${sheet}”的列一样，里面的多半也一样，像是另一个版本，没有合并。要用这张表，请只留一张，或用表名指定。`,
      `has the columns and most of the rows of ${sheet} and looks like another version of it. Keep one of them, or name the sheet to read.`,
    ),
  nothingUsed: say("没有评分用得到的列。", "has no column that scoring uses."),
  severalRows: (base: string): Text =>
    say(
      `同一个名称或代码有几行，不像一行一家的表，没有并到“${base}”。`,
      `has several rows of one name or code and was not joined to ${base}.`,
    ),
  otherFirms: (base: string, matched: number, rows: number): Text =>
    say(
      `里面的企业和“${base}”多半对不上（${rows} 行里对上 ${matched} 家），没有合并。要读这张表，请用表名指定。`,
      `is mostly about other enterprises than ${base} (${matched} of ${rows} rows matched) and was not joined. Name it to read it instead.`,
    ),
  noPartner: (base: string): Text =>
    say(`这些企业“${base}”里没有，没有用。`, `these enterprises are not on ${base} and were not used.`),
  unclearPartner: (base: string): Text =>
    say(
      `对不准是“${base}”里的哪一家（同名或同一家有几行），没有用。请补上统一社会信用代码。`,
      `can't be matched to one enterprise of ${base} (same name, or several rows for one) and were not used. Add credit codes.`,
    ),
  noRows: say("只有表头，没有数据。", "holds headings and no data."),
  noIdentity: say(
    "没有企业名称或统一社会信用代码，对不上是哪家企业。要用这张表，请加一列企业名称。",
    "has neither names nor credit codes, so its rows can't be matched. Add a column of names to use it.",
  ),
};

/** Why rows of a list of firm-years were not used. */
const unfinished = (heading: string): Text =>
  say(`“${heading}”晚于评价用的最近一个完整年度。`, `${heading} is later than the last complete fiscal year.`);

/** @param heading of what says the year; `judged`: headings that the year of the judgement was read of */
export const leftRows: Readonly<Record<RowLeft, (heading: string, judged: readonly string[]) => Text>> = {
  part: (heading) =>
    say(
      `“${heading}”是季度、半年或月份，不是整年的数。`,
      `${heading} is a quarter, a half year or a month, not a whole year.`,
    ),
  estimate: (heading) => say(`“${heading}”是预测数，还不是事实。`, `${heading} is a forecast, not a fact.`),
  unclear: (heading) =>
    say(`“${heading}”空着或看不出是哪一年。`, `${heading} is blank or names no year that can be read.`),
  early: (heading) => say(`“${heading}”太早，评价用不到。`, `${heading} is earlier than any rule needs.`),
  "under-way": (heading, judged) =>
    judged.length === 0
      ? unfinished(heading)
      : say(
          `“${heading}”是评价当年，还没过完：只用了“${judged.map((one) => shortened(one)).join("”“")}”，其余的数没有用。`,
          `${heading} is the year of the judgement, which is not over: only ${judged.map((one) => shortened(one)).join(", ")} was used.`,
        ),
  unfinished,
  parent: () =>
    say("是母公司报表，用的是合并报表的数。", "is of the parent company alone; the consolidated figures are used."),
  monthly: (heading) =>
    say(
      `“${heading}”分到了月，分不清是当月数还是累计数。请换成全年数。`,
      `${heading} goes by month and may be of the month alone or of the year so far. Give whole-year figures.`,
    ),
};

const notOver = say("都晚于评价用的最近一个完整年度", "is later than the last complete fiscal year");

const onlyBecause: Readonly<Record<RowLeft, Text>> = {
  part: say("只有季度、半年或月份的数", "names only quarters, half years or months"),
  estimate: say("只有预测数", "names only forecasts"),
  unclear: say("看不出是哪一年", "names no year that can be read"),
  early: say("都太早，评价用不到", "is earlier than any rule needs"),
  "under-way": notOver,
  unfinished: notOver,
  parent: say("只有母公司报表的数", "has parent companies' accounts only"),
  monthly: say("分到了月，分不清是当月数还是累计数", "goes by month, of the month alone or of the year so far"),
};

export const failures = {
  onlyParts: (sheets: readonly string[]): Text =>
    say(
      `“${sheets.slice(0, 4).join("”“")}”${sheets.length > 4 ? "等表" : ""}都是季度、半年或月份的表，没有整年的数。请补上最近一个完整年度的表再评。`,
      `${sheets.slice(0, 4).join(", ")}${sheets.length > 4 ? " …" : ""} are of quarters, half years or months: there is no whole year to use. Add a sheet of the last complete year.`,
    ),
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
