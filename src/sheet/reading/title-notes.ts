/** Reads what stands above the headings, or in the sheet's name, and holds for the whole sheet: 单位：万元, and the year. */
import { addressIn, isBlank, type Grid } from "../../words/grid";
import { headingParts } from "./heading-parts";
import type { HeadingRows } from "./heading-rows";
import { plainHeading } from "../../words/plain-text";
import { takeAbsoluteYear } from "./year-marks";
import { sheetUnit, type SheetUnit } from "./written-units";

/** A year said once for the whole sheet: in its title or its name. */
export interface SheetYear {
  readonly year: number;
  /** Where it stands: an address, or the sheet's name. */
  readonly place: string;
  readonly isAddress: boolean;
  /** The title speaks of an application or a list: its year is the one of the application, not of the figures. */
  readonly ofApplication: boolean;
}

/** What the rows above the headings say for the whole sheet. */
export interface TitleNotes {
  readonly unit: (SheetUnit & { readonly address: string }) | null;
  readonly year: SheetYear | null;
  /** A part of a year that the figures are of, and where it is said; null where none is named. */
  readonly part: { readonly text: string; readonly place: string } | null;
}

const longestTitle = 200;
const application =
  /申报|申请|推荐|认定|评审|评选|公示|复核|复审|受理|入库|培育|储备|名单|榜|第.{1,3}批|批次|奖补|补贴|兑现|通知|附件|填报|填表|制表|打印|导出/;

/** The whole year a title or a sheet's name speaks of (2023年, FY2025, 2024), or null where it names none, or a part of one. */
export function yearOfTitle(text: string): { readonly year: number; readonly ofApplication: boolean } | null {
  const { year } = headingParts(text);
  if (year?.kind !== "year" || year.opening) return null;
  return { year: year.year, ofApplication: application.test(text) };
}

const dayOfPaper = /日期|时间|填报|制表|打印|导出|编制|报送/;
const ofList = /申报|认定|公示|入库|复核|评审|推荐|新增|通知|附件|批/;

/** The quarter, half year or months a title speaks of: 2025年三季度, 1-9月; a single month is as likely the day of the paper. */
export function partOfTitle(text: string): string | null {
  if (text.length > 60 || ofList.test(text)) return null;
  const { year } = headingParts(text);
  if (year?.kind !== "part") return null;
  const months = /^截|[-~–—至到].*月/.test(year.text);
  if (!months && (dayOfPaper.test(text) || !/季|半年|中报|前.*月|[qhm]/.test(year.text))) return null;
  return year.text;
}

/** A sheet is called 2023年, 2023 or 2023年度数据; a name with more in it, such as a file's, is no title. */
function yearOfName(name: string): number | null {
  const taken = takeAbsoluteYear(plainHeading(name));
  const rest =
    taken?.rest.replace(/^(?:企业|财务|经营|基础|基本|数据|情况|报表|年报|名单|表|\d{1,2}[.、_-])*$/, "") ?? "";
  return taken?.mark.kind === "year" && rest === "" ? taken.mark.year : null;
}

const unitNote = /^\(?(?:金额|货币|计量)?(?:单位|units?)[:：为是]/i;

/** 单位：千元 that stands beside the headings, above nothing: it holds for the whole sheet as it does above them. */
function unitBeside({ rows, ...grid }: Grid, { columns, first, last }: HeadingRows): TitleNotes["unit"] {
  for (const { column, match } of columns) {
    if (match.field !== null || rows.some((row, at) => at > last && !isBlank(row[column]))) continue;
    for (let row = first; row <= last; row++) {
      const cell = rows[row]?.[column];
      const said = typeof cell === "string" && unitNote.test(cell.trim()) ? sheetUnit(cell) : null;
      if (said !== null) return { ...said, address: addressIn({ rows, ...grid }, row, column) };
    }
  }
  return null;
}

/** Reads the rows above the headings, and a note of the unit beside them. Of several units the last one counts, it stands nearest to the headings; of several years the first. */
export function titleNotes(grid: Grid, firstHeadingRow: number, headings?: HeadingRows): TitleNotes {
  const beside = headings === undefined ? null : unitBeside(grid, headings);
  let unit: TitleNotes["unit"] = null;
  let year: SheetYear | null = null;
  let part: TitleNotes["part"] = null;
  for (let row = 0; row < firstHeadingRow; row++) {
    for (const [column, cell] of (grid.rows[row] ?? []).entries()) {
      if (typeof cell !== "string" || cell.length > longestTitle) continue;
      const place = addressIn(grid, row, column);
      const said = sheetUnit(cell);
      if (said !== null && (said.kind !== "unclear" || unit === null)) unit = { ...said, address: place };
      const mark = yearOfTitle(cell);
      if (mark !== null) year ??= { ...mark, place, isAddress: true };
      const some = partOfTitle(cell);
      if (some !== null) part ??= { text: some, place };
    }
  }
  const named = yearOfName(grid.sheet);
  const ofSheet = partOfTitle(grid.sheet);
  if (ofSheet !== null) part ??= { text: ofSheet, place: grid.sheet };
  return {
    unit: beside ?? unit,
    year: year ?? (named === null ? null : { year: named, place: grid.sheet, isAddress: false, ofApplication: false }),
    part,
  };
}
