/** A row for each figure (企业, 指标, 数值, and maybe 年份 and 单位): one row an enterprise, a column for each item and year. */
import { addressIn, cellAt, cellText, isBlank, placeIn, rowNumberIn, type Grid } from "../../../words/grid";
import { findHeadingRows, type ColumnHeading } from "../heading-rows";
import type { HeadingIndex } from "../heading-index";
import type { Warning } from "../messages";
import { foldKey, plainHeading } from "../../../words/plain-text";
import { rowWarnings } from "../read-sheet";
import { unitFactor } from "../units";
import { leftRows, notes } from "./arrange-messages";
import type { Arranged, ArrangeKnown, Arrangement } from "./arrangement";
import { firmsOf, identified, identityColumns } from "./firm-identity";
import { isMeasured, listOutline, nameField, type ListOutline } from "./list-outline";
import { isPeriodHeading, periodColumns, type RowPeriod } from "./period-columns";
import { pieceTogether, type Piece } from "./pieced-grid";
import { rowList } from "./row-lists";

const itemHeading =
  /^(?:(?:财务|经营|经济|评价|填报|主要)?指标(?:名称|项|项目)?|(?:财务|填报|数据)?项目(?:名称)?|科目(?:名称)?|数据项|字段(?:名称)?|indicator|indicatorname|item|metric|variable)$/;
const valueHeading =
  /^(?:数值|值|(?:指标|填报|数据|本期|实际|年度|全年)(?:数值|值|数|数据|金额)|数据|金额|数额|value|values|amount)$/;
const unitHeading = /^(?:计量|数据|金额)?单位$|^unit$/;

interface TidyColumns {
  readonly item: ColumnHeading;
  readonly value: ColumnHeading;
  readonly unit: ColumnHeading | undefined;
}

function keyOf({ levels }: ColumnHeading): string {
  return foldKey(plainHeading(levels.at(-1) ?? "").replace(/\([^()]*\)/g, ""));
}

function tidyColumns(columns: readonly ColumnHeading[]): TidyColumns | null {
  const [item, ...items] = columns.filter((heading) => itemHeading.test(keyOf(heading)));
  const [value, ...values] = columns.filter((heading) => valueHeading.test(keyOf(heading)));
  if (item === undefined || value === undefined || items.length + values.length > 0) return null;
  return { item, value, unit: columns.find((heading) => unitHeading.test(keyOf(heading))) };
}

/** Whether headings name an enterprise, an item and a figure: such a sheet is no form, for all its labels beside values. */
export function hasIndicatorRows(grid: Grid, index: HeadingIndex, identity: string): boolean {
  const columns = findHeadingRows(grid, index)?.columns ?? [];
  return tidyColumns(columns) !== null && columns.some(({ match }) => match.field?.id === identity);
}

/** One column of the list: an item in a year, with the row of each enterprise; -1 where it has none. */
interface Item {
  readonly text: string;
  readonly year: number | null;
  readonly unit: string | null;
  readonly first: number;
  readonly rows: Int32Array;
  /** The unit of each enterprise's row, where it is not the column's. */
  readonly units: Map<number, string>;
  readonly without: Set<number>;
}

class ItemList {
  readonly items = new Map<string, Item>();
  readonly differing: string[] = [];

  constructor(
    private readonly grid: Grid,
    private readonly columns: TidyColumns,
    private readonly known: ArrangeKnown,
    private readonly firms: number,
  ) {}

  private text(row: number, heading: ColumnHeading | undefined): string {
    return heading === undefined ? "" : cellText(cellAt(this.grid, row, heading.column)).trim();
  }

  add(row: number, firm: number, year: number | null): void {
    const text = this.text(row, this.columns.item);
    const { field, year: own } = this.known.index.match([text]);
    // An item that names its own year, or has none, stands as it is.
    const of = own === null && isMeasured(field) ? year : null;
    const unit = this.text(row, this.columns.unit);
    const known = unit !== "" && field !== null && unitFactor(field, unit) !== undefined ? unit : null;
    const key = `${foldKey(text)} ${of ?? ""}`;
    const item = this.items.get(key) ?? {
      text,
      year: of,
      unit: known,
      first: row,
      rows: new Int32Array(this.firms).fill(-1),
      units: new Map<number, string>(),
      without: new Set<number>(),
    };
    this.items.set(key, item);
    const before = item.rows[firm] ?? -1;
    if (before >= 0) {
      const [one, other] = [before, row].map(
        (at) => `${this.text(at, this.columns.value)} ${this.text(at, this.columns.unit)}`,
      );
      if (one !== other) {
        item.without.add(firm);
        this.differing.push(addressIn(this.grid, row, this.columns.value.column));
      }
      return;
    }
    item.rows[firm] = row;
    if (known !== null && known !== item.unit) item.units.set(firm, known);
  }

  pieces(): Piece[] {
    const { grid, columns } = this;
    return [...this.items.values()].map((item): Piece => {
      const { text, year, unit, first, rows, units, without } = item;
      const place = placeIn(grid, first, columns.item.column);
      const label = unit === null || this.known.index.match([text]).unit !== null ? text : `${text}（${unit}）`;
      const others = [...new Set(units.values())];
      return {
        levels: [...(year === null ? [] : [{ text: `${year}年`, place: null }]), { text: label, place }],
        picks: {
          grids: [grid, ...others.map(() => grid)],
          which: Uint16Array.from(rows, (_, firm) => others.indexOf(units.get(firm) ?? "") + 1),
          rows,
        },
        columns: [columns.value.column, ...others.map(() => columns.value.column)],
        units: [null, ...others],
        ...(without.size === 0 ? {} : { without }),
      };
    });
  }
}

/** Rows with a figure in them, whatever their item is called: 资产总计 is no total here. */
function figureRows({ grid, headings }: ListOutline, { item }: TidyColumns): number[] {
  const rows: number[] = [];
  for (let row = headings.last + 1; row < grid.rows.length; row++) {
    if (!isBlank(cellAt(grid, row, item.column))) rows.push(row);
  }
  return rows;
}

function isYear(period: RowPeriod | undefined): period is Extract<RowPeriod, { kind: "year" }> {
  return period?.kind === "year";
}

function arrange(grid: Grid, known: ArrangeKnown): Arranged | null {
  const name = nameField(known.of);
  if (name === null) return null;
  const headings = findHeadingRows(grid, known.index);
  const tidy = headings === null ? null : tidyColumns(headings.columns);
  if (headings === null || tidy === null) return null;
  const outline = listOutline(grid, known, headings);
  if (outline === null) return null;
  const rows = figureRows(outline, tidy);
  const matches = rows.map((row) => known.index.match([cellText(cellAt(grid, row, tidy.item.column))]).field?.id);
  const fields = new Set(matches.filter((field) => field !== undefined));
  // 项目 and 金额 may as well be a list of projects.
  if (fields.size < 2 || matches.filter((field) => field !== undefined).length * 3 < rows.length) return null;
  const identity = identityColumns(outline, name);
  const firms = identified(identity) ? firmsOf(grid, rows, identity) : null;
  if (firms === null || firms.count === rows.length) return null;
  const periods = periodColumns(grid, headings.columns.filter(isPeriodHeading), rows, known.expectedYear);
  const list = new ItemList(grid, tidy, known, firms.count);
  const left: number[] = [];
  for (const [at, row] of rows.entries()) {
    const period = periods?.periods[at];
    if (periods !== null && !isYear(period)) left.push(row);
    else list.add(row, firms.firmOf[at] ?? 0, isYear(period) ? period.year : null);
  }
  const firstRows = Int32Array.from({ length: firms.count }, (_, firm) => rows[firms.firmOf.indexOf(firm)] ?? -1);
  const used = new Set([tidy.item, tidy.value, tidy.unit].map((heading) => heading?.column));
  const lasting = outline.columns.filter(({ field, heading, mapping }) => {
    return field !== null && mapping.use === "read" && !used.has(heading.column) && !isMeasured(field);
  });
  const { grid: pieced, headingRows } = pieceTogether({
    sheet: grid.sheet,
    above: { grid, rows: headings.first },
    pieces: [
      ...lasting.map(({ heading }): Piece => ({
        levels: heading.levels.map((text) => ({ text, place: placeIn(grid, heading.row, heading.column) })),
        picks: { grids: [grid], rows: firstRows },
        columns: [heading.column],
        throughMerges: true,
      })),
      ...list.pieces(),
    ],
    stands: { grids: [grid], rows: firstRows },
  });
  const cell = tidy.item.address;
  const heading = tidy.item.levels.join(" / ");
  const warnings: Warning[] = rowWarnings(grid, [], []);
  if (list.differing.length > 0) {
    const message = notes.rowsDiffer(heading, list.differing);
    warnings.push({ id: "indicator-rows-differ", message, cells: list.differing.slice(0, 20) });
  }
  const by = periods?.heading.levels.join(" / ") ?? "";
  return {
    kind: "arranged",
    grid: pieced,
    headingRows,
    sheets: [grid.sheet],
    assumptions: [{ id: "indicator-rows", message: notes.indicatorRows(heading, rows.length, firms.count), cell }],
    warnings,
    leftOut:
      left.length === 0
        ? []
        : [{ rows: rowList(left.map((row) => rowNumberIn(grid, row))), reason: leftRows.part(by) }],
  };
}

export const indicatorRows: Arrangement = { id: "indicator-rows", arrange };
