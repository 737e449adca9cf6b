/** Remarks beside an enterprise that say its figures are of another year than the sheet is read for: 数据为2024年, 按2024年报填写. */
import { addressIn, type Grid } from "../../words/grid";
import { plainText } from "../../words/plain-text";
import type { SkippedRow } from "./data-rows";
import type { Warning } from "./messages";
import type { Mapping } from "./map-columns";
import { warnings as warn } from "./warning-messages";

const remarkHeading = /^(?:备注|附注|说明|注|其他说明|数据说明|填报说明|补充说明|remarks?|notes?|comments?)/i;
const figuresOfYear = [
  /(?:数据|数字|指标|金额|收入|营收|财务|报表|口径|填报|填写|以上|各项|均|按|取|用)[^\d，,。；;]{0,8}(20\d\d)\s*年/,
  /(20\d\d)\s*年度?\s*的?(?:数据|数字|报表|年报|决算|审计|口径|财务|情况)/,
  /(?:data|figures|amounts)\s+(?:of|for|from|are)\s+(?:FY\s*)?(20\d\d)/i,
];

/** Where remarks stand: in a column of their own beside the enterprises, and in rows that are none. */
export function remarkCells(
  grid: Grid,
  { rows, skipped, columns }: Remarked,
): { readonly row: number; readonly column: number; readonly text: string }[] {
  const remarks = columns.filter(({ field, heading }) => field === null && remarkHeading.test(plainText(heading)));
  const beside = rows.flatMap((row) => remarks.map(({ column }) => ({ row, column })));
  const notes = skipped.filter(({ why }) => why !== "subtotal");
  const between = notes.flatMap(({ row }) => (grid.rows[row] ?? []).map((_, column) => ({ row, column })));
  return [...beside, ...between].flatMap(({ row, column }) => {
    const cell = grid.rows[row]?.[column];
    return typeof cell === "string" && cell.trim() !== "" ? [{ row, column, text: plainText(cell) }] : [];
  });
}

export interface Remarked {
  /** 0-based rows of the enterprises, and those that are none. */
  readonly rows: readonly number[];
  readonly skipped: readonly SkippedRow[];
  readonly columns: readonly Mapping[];
}

/** @param t the year the sheet is read for */
export function remarkYears(grid: Grid, remarked: Remarked, t: number): Warning[] {
  const found = remarkCells(grid, remarked).flatMap(({ row, column, text }) => {
    const year = yearOf(text);
    return year === null || year === t ? [] : [{ cell: addressIn(grid, row, column), year }];
  });
  if (found.length === 0) return [];
  return [{ id: "remark-years", message: warn.remarkYears(found, t), cells: found.map(({ cell }) => cell) }];
}

/** When the sheet was filled in says nothing of its figures. */
const dayOfPaper = /(?:填报|填写|制表|编制|打印|报送|导出)(?:日期|时间|日)[^，,。；;]*/g;

function yearOf(text: string): number | null {
  const said = text.replace(dayOfPaper, "");
  for (const pattern of figuresOfYear) {
    const [, year] = pattern.exec(said) ?? [];
    if (year !== undefined) return Number(year);
  }
  return null;
}
