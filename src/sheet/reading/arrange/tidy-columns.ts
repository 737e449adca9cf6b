/** The columns of a sheet that has indicators in its rows: which names the indicator, which hold its figures, which its unit. */
import { cellAt, isBlank, type Grid } from "../../../words/grid";
import { foldKey, plainHeading } from "../../../words/plain-text";
import type { HeadingIndex } from "../heading-index";
import { headingParts } from "../heading-parts";
import { findHeadingRows, type ColumnHeading, type HeadingRows } from "../heading-rows";
import { topCell } from "../heading-cells";
import { isMeasured } from "./list-outline";
import { isPeriodHeading } from "./period-columns";

const itemHeading =
  /^(?:(?:财务|经营|经济|评价|填报|主要|考核)?指标(?:名称|项|项目)?|(?:财务|填报|数据)?项目(?:名称)?|(?:会计)?科目(?:名称)?|数据项|字段(?:名称)?|indicator|indicatorname|item|metric|variable)$/;
const valueHeading =
  /^(?:数值|值|(?:指标|填报|数据|本期|实际|年度|全年)(?:数值|值|数|数据|金额)|数|数据|金额|数额|发生额|value|values|amount)$/;
const unitHeading = /^(?:计量|数据|金额)?单位$|^unit$/;
/** So many rows show whether a column holds indicators. */
const sampled = 60;

/** A column of figures; with a year or 上年 as its own heading where the years stand across. */
export interface FigureColumn {
  readonly heading: ColumnHeading;
  /** The heading as it stands, null where it says nothing of a year. */
  readonly year: string | null;
}

export interface TidyColumns {
  readonly item: ColumnHeading;
  readonly figures: readonly FigureColumn[];
  readonly unit: ColumnHeading | undefined;
}

function lowest({ levels }: ColumnHeading): string {
  return levels.at(-1) ?? "";
}

function keyOf(heading: ColumnHeading): string {
  return foldKey(plainHeading(lowest(heading)).replace(/\([^()]*\)/g, ""));
}

/** 2025, 2025年, 上年度, 2025年金额: a heading that says whose figures stand below it, and nothing else. */
function yearAcross(heading: ColumnHeading): string | null {
  const { stem, year } = headingParts(lowest(heading));
  if (year === null || heading.match.field !== null || (stem !== "" && !valueHeading.test(stem))) return null;
  if (isPeriodHeading(heading) || topCell(lowest(heading)).kind === "value") return null;
  const text = plainHeading(lowest(heading));
  return /^\d{4}$/.test(text) ? `${text}年` : lowest(heading);
}

/** A column without such a heading whose texts are mostly indicators known here. */
function namesIndicators(grid: Grid, index: HeadingIndex, last: number, { column }: ColumnHeading): boolean {
  let filled = 0;
  let known = 0;
  for (let row = last + 1; row < grid.rows.length && filled < sampled; row++) {
    const cell = cellAt(grid, row, column);
    if (isBlank(cell)) continue;
    filled += 1;
    if (typeof cell === "string" && isMeasured(index.match([cell]).field)) known += 1;
  }
  return known > 0 && known * 2 >= filled;
}

/** Null where no column names indicators, or more than one could. */
export function tidyColumns(grid: Grid, index: HeadingIndex, { columns, last }: HeadingRows): TidyColumns | null {
  const across = columns.flatMap((heading): FigureColumn[] => {
    const year = yearAcross(heading);
    return year === null ? [] : [{ heading, year }];
  });
  const plain = columns.filter((heading) => valueHeading.test(keyOf(heading)) && yearAcross(heading) === null);
  const headed = columns.filter((heading) => itemHeading.test(keyOf(heading)));
  const items =
    headed.length > 0 || across.length === 0
      ? headed
      : columns.filter(
          (heading) =>
            heading.match.field === null &&
            across.every((figures) => figures.heading !== heading) &&
            namesIndicators(grid, index, last, heading),
        );
  const [item, ...otherItems] = items;
  const [value, ...values] = plain;
  if (item === undefined || otherItems.length + values.length > 0) return null;
  const figures = across.length > 0 ? across : value === undefined ? [] : [{ heading: value, year: null }];
  if (figures.length === 0 || (across.length > 0 && value !== undefined)) return null;
  return { item, figures, unit: columns.find((heading) => unitHeading.test(keyOf(heading))) };
}

/** Whether headings name an enterprise, an item and a figure: such a sheet is no form, for all its labels beside values. */
export function hasIndicatorRows(grid: Grid, index: HeadingIndex, identity: string): boolean {
  const headings = findHeadingRows(grid, index);
  return (
    headings !== null &&
    headings.columns.some(({ match }) => match.field?.id === identity) &&
    tidyColumns(grid, index, headings) !== null
  );
}
