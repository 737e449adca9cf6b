/** A row for each indicator (企业, 指标, 数值 with maybe 年份 and 单位, or years across): one row an enterprise, a column for each item and year. */
import { addressIn, cellAt, cellText, isBlank, placeIn, rowNumberIn, type Grid } from "../../../words/grid";
import { findHeadingRows, type ColumnHeading } from "../heading-rows";
import type { Warning } from "../messages";
import { foldKey } from "../../../words/plain-text";
import { rowWarnings } from "../read-sheet";
import { unitFactor } from "../units";
import { leftRows, notes } from "./arrange-messages";
import type { Arranged, ArrangeKnown, Arrangement } from "./arrangement";
import { firmsOf, identified, identityColumns } from "./firm-identity";
import { isMeasured, listOutline, nameField, type ListOutline } from "./list-outline";
import { isPeriodHeading, periodColumns, type RowPeriod } from "./period-columns";
import { pieceTogether, type Level, type Piece } from "./pieced-grid";
import { rowList } from "./row-lists";
import { tidyColumns, type FigureColumn, type TidyColumns } from "./tidy-columns";

/** One column of the list: an item in a year, with the row of each enterprise; -1 where it has none. */
interface Item {
  readonly text: string;
  /** The year above it. */
  readonly year: Level | null;
  readonly unit: string | null;
  readonly first: number;
  readonly rows: Int32Array;
  /** Where the figures stand, with their unit where it is not the item's. */
  readonly sources: { readonly column: number; readonly unit: string | null }[];
  /** By enterprise: which of the sources. */
  readonly which: Uint16Array;
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

  /** @param period the year that the row names, where it does */
  add(row: number, firm: number, figures: FigureColumn, period: number | null): void {
    const { heading, year: across } = figures;
    const { column } = heading;
    if (across !== null && isBlank(cellAt(this.grid, row, column))) return;
    const text = this.text(row, this.columns.item);
    const { field, year: own } = this.known.index.match([text]);
    // An item that names its own year, or has none, stands as it is.
    const dated = own === null && isMeasured(field);
    const place = placeIn(this.grid, heading.row, column);
    const above: Level | null = across !== null ? { text: across, place } : period === null ? null : yearLevel(period);
    const of = dated ? above : null;
    const unit = this.text(row, this.columns.unit);
    const known = unit !== "" && field !== null && unitFactor(field, unit) !== undefined ? unit : null;
    const key = `${foldKey(text)} ${of?.text ?? ""}`;
    const item = this.items.get(key) ?? {
      text,
      year: of,
      unit: known,
      first: row,
      rows: new Int32Array(this.firms).fill(-1),
      sources: [{ column, unit: null }],
      which: new Uint16Array(this.firms),
      without: new Set<number>(),
    };
    this.items.set(key, item);
    const source = { column, unit: known === item.unit ? null : known };
    const before = item.rows[firm] ?? -1;
    if (before >= 0) {
      const first = item.sources[item.which[firm] ?? 0];
      const figure = (at: number, in_: number): string =>
        `${cellText(cellAt(this.grid, at, in_)).trim()} ${this.text(at, this.columns.unit)}`;
      if (first === undefined || figure(before, first.column) === figure(row, column)) return;
      item.without.add(firm);
      this.differing.push(addressIn(this.grid, row, column));
      return;
    }
    item.rows[firm] = row;
    const at = item.sources.findIndex((one) => one.column === source.column && one.unit === source.unit);
    item.which[firm] = at >= 0 ? at : item.sources.push(source) - 1;
  }

  pieces(): Piece[] {
    const { grid, columns } = this;
    return [...this.items.values()].map((item): Piece => {
      const { text, year, unit, first, rows, sources, which, without } = item;
      const place = placeIn(grid, first, columns.item.column);
      const label = unit === null || this.known.index.match([text]).unit !== null ? text : `${text}（${unit}）`;
      return {
        levels: [...(year === null ? [] : [year]), { text: label, place }],
        picks: { grids: sources.map(() => grid), which, rows },
        columns: sources.map(({ column }) => column),
        units: sources.map((source) => source.unit),
        ...(without.size === 0 ? {} : { without }),
      };
    });
  }
}

function yearLevel(year: number): Level {
  return { text: `${year}年`, place: null };
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
  const tidy = headings === null ? null : tidyColumns(grid, known.index, headings);
  if (headings === null || tidy === null) return null;
  const outline = listOutline(grid, known, headings);
  if (outline === null) return null;
  const rows = figureRows(outline, tidy);
  const matches = rows.map((row) => known.index.match([cellText(cellAt(grid, row, tidy.item.column))]).field?.id);
  const fields = new Set(matches.filter((field) => field !== undefined));
  // 项目 and 金额 may as well be a list of projects.
  const isAcross = tidy.figures.some(({ year }) => year !== null);
  if (fields.size < (isAcross ? 1 : 2) || matches.filter((field) => field !== undefined).length * 3 < rows.length)
    return null;
  const identity = identityColumns(outline, name);
  const firms = identified(identity) ? firmsOf(grid, rows, identity) : null;
  if (firms === null || (firms.count === rows.length && !isAcross)) return null;
  const periods = isAcross
    ? null
    : periodColumns(grid, headings.columns.filter(isPeriodHeading), rows, known.expectedYear);
  const list = new ItemList(grid, tidy, known, firms.count);
  const left: number[] = [];
  for (const [at, row] of rows.entries()) {
    const period = periods?.periods[at];
    if (periods !== null && !isYear(period)) left.push(row);
    else
      for (const figures of tidy.figures)
        list.add(row, firms.firmOf[at] ?? 0, figures, isYear(period) ? period.year : null);
  }
  const firstRows = Int32Array.from({ length: firms.count }, (_, firm) => rows[firms.firmOf.indexOf(firm)] ?? -1);
  const used = new Set(
    [tidy.item, tidy.unit, ...tidy.figures.map((figures) => figures.heading)].map((heading) => heading?.column),
  );
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
    assumptions: [
      { id: "indicator-rows", message: notes.indicatorRows(heading, rows.length, firms.count, isAcross), cell },
    ],
    warnings,
    leftOut:
      left.length === 0
        ? []
        : [{ rows: rowList(left.map((row) => rowNumberIn(grid, row))), reason: leftRows.part(by, []) }],
  };
}

export const indicatorRows: Arrangement = { id: "indicator-rows", arrange };
