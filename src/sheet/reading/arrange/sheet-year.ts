/** Which year a tab names that its sheet's figures are of: 2023, 2023年, 23年, FY2023, 2023年度数据, 济南2024. */
import type { Grid } from "../../../words/grid";
import { plainHeading } from "../../../words/plain-text";
import { takeAbsoluteYear } from "../year-marks";

export type SheetPeriod =
  | { readonly kind: "year"; readonly year: number }
  /** A quarter, a month, a half year. */
  | { readonly kind: "part" };

/** Words that make the year one of an application, an award or a list, and not of the figures. */
const otherYear =
  /批|申报|认定|公示|入库|获评|复核|培育|下达|公告|评审|推荐|验收|备案|新增|版|修订|更新|截图|名录|通知/;
const dayOfPaper = /日期|时间|填报|制表|打印|导出|编制|报送/;
const partAlone =
  /^(?:第?[一二三四1-4]季度?|q[1-4]|[上下]半年|(?:1[0-2]|[1-9])月份?|[一二三四五六七八九十]{1,3}月份?)$/;

/** The year that a row above the headings names: 2024年度企业情况表, but not 填报日期：2024年12月20日. */
export function yearOfTitle(grid: Grid, rows: number): SheetPeriod | null {
  for (const row of grid.rows.slice(0, rows)) {
    for (const cell of row) {
      if (typeof cell !== "string" || cell.length > 60 || dayOfPaper.test(cell)) continue;
      const period = periodOfSheet(cell);
      if (period?.kind === "year") return period;
    }
  }
  return null;
}

/** False for a sheet whose tab and rows above the headings name no year that is over. */
export function namesPastYear(grid: Grid, headingRow: number, expectedYear: number): boolean {
  const said = periodOfSheet(grid.sheet) ?? yearOfTitle(grid, headingRow);
  return said?.kind === "year" && said.year <= expectedYear;
}

/** Null for a tab that names no period. */
export function periodOfSheet(name: string): SheetPeriod | null {
  const text = plainHeading(name);
  if (partAlone.test(text)) return { kind: "part" };
  if (otherYear.test(text)) return null;
  const mark = takeAbsoluteYear(text)?.mark;
  if (mark?.kind === "year") return mark.opening ? null : { kind: "year", year: mark.year };
  return mark?.kind === "part" ? { kind: "part" } : null;
}
