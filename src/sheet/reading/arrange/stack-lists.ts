/** Lists with the same headings put under one another: one place, one batch or one year a sheet. */
import { placeIn, type CellPlace, type Grid } from "../../../words/grid";
import { readHeadingRows } from "../heading-rows";
import { foldKey } from "../../../words/plain-text";
import type { Assumption } from "../messages";
import { notes } from "./arrange-messages";
import type { ArrangeKnown } from "./arrangement";
import type { ListedSheet } from "./book-lists";
import { listOutline, type ListColumn, type ListOutline } from "./list-outline";
import { pieceTogether, type Level, type Picks, type Piece } from "./pieced-grid";

/**
 * What a heading is about: columns of the same key are one column of the stacked list. Amounts of several units can be, each number then says
 * its own; fractions and percentages can't.
 */
export function columnKey({ field, heading, mapping }: ListColumn): string {
  if (field === null) return `- ${foldKey(heading.levels.join(""))}`;
  return `${field.id} ${JSON.stringify(heading.match.year)} ${field.type === "share" ? mapping.unit : ""}`;
}

/** The heading with the unit that only the title of its sheet names. */
export function levelsWithUnit({ grid, title }: ListOutline, { field, heading }: ListColumn): Level[] {
  const place = placeIn(grid, heading.row, heading.column);
  const unit = field?.type === "money" && heading.match.unit === null ? title.unit : null;
  const last = heading.levels.length - 1;
  return heading.levels.map((text, at) => ({
    text: at === last && unit !== null ? `${text}（${unit.text}）` : text,
    place,
  }));
}

interface StackedColumn {
  readonly first: ListColumn;
  readonly levels: readonly Level[];
  readonly columns: number[];
  readonly units: (string | null)[];
  /** Columns that name no unit, below a heading that does. */
  readonly unitless: ListColumn[];
}

/** The unit that the amounts of a column are in, null where nothing says it. */
function unitOf({ field, mapping }: ListColumn): string | null {
  return field?.type === "money" && mapping.unitFrom !== "assumed" ? mapping.unit : null;
}

/** Columns of the same key, the second of a sheet apart from its first. */
function stackedColumns(lists: readonly ListedSheet[]): StackedColumn[] {
  const byKey = new Map<string, StackedColumn>();
  for (const [at, { outline }] of lists.entries()) {
    const seen = new Map<string, number>();
    for (const column of outline.columns) {
      const key = columnKey(column);
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      const own = `${key} ${times}`;
      const known = byKey.get(own) ?? {
        first: column,
        levels: levelsWithUnit(outline, column),
        columns: lists.map(() => -1),
        units: lists.map(() => null),
        unitless: [],
      };
      byKey.set(own, known);
      known.columns[at] = column.heading.column;
      // Numbers of another unit carry it, so that they mean the same below the first sheet's heading.
      const [unit, above] = [unitOf(column), unitOf(known.first)];
      if (unit !== null && unit !== known.first.mapping.unit) known.units[at] = unit;
      if (unit === null && above !== null && column.field?.type === "money") known.unitless.push(column);
    }
  }
  return [...byKey.values()];
}

export interface StackedList {
  readonly outline: ListOutline;
  readonly assumptions: readonly Assumption[];
  /** Where the heading of a column stands in one of the lists. */
  headingIn(column: number, list: number): CellPlace | null;
}

/** @param sheet the sheet that the stacked list is said to be on */
export function stackLists(lists: readonly ListedSheet[], sheet: string, known: ArrangeKnown): StackedList | null {
  const grids: Grid[] = lists.map(({ outline }) => outline.grid);
  const count = lists.reduce((sum, { outline }) => sum + outline.rows.length, 0);
  const rows = new Int32Array(count);
  const which = new Uint16Array(count);
  let next = 0;
  for (const [at, { outline }] of lists.entries()) {
    for (const row of outline.rows) {
      rows[next] = row;
      which[next] = at;
      next += 1;
    }
  }
  const stands: Picks = { grids, rows, which };
  const stacked = stackedColumns(lists);
  const pieces = stacked.map(({ first, levels, columns, units }): Piece => ({
    levels,
    picks: stands,
    columns,
    units,
    throughMerges: first.field?.type === "text" || first.field?.type === "code",
  }));
  const above = grids[0];
  if (above === undefined) return null;
  const { grid, headingRows } = pieceTogether({ sheet, above: { grid: above, rows: 0 }, pieces, stands });
  const outline = listOutline(grid, known, readHeadingRows(grid, known.index, ...headingRows), true);
  const assumptions = stacked
    .filter(({ unitless }) => unitless.length > 0)
    .map(({ first, unitless }): Assumption => {
      const cells = unitless.map(({ mapping }) => mapping.address);
      const message = notes.unitOfFirst(first.mapping.heading, first.mapping.unit, cells);
      return { id: "unit-of-first-sheet", message, cell: first.mapping.address };
    });
  if (outline === null) return null;
  const headingIn = (column: number, list: number): CellPlace | null => {
    const own = stacked[column]?.columns[list] ?? -1;
    const found = lists[list]?.outline.headings.columns.find((heading) => heading.column === own);
    const from = grids[list];
    return found === undefined || from === undefined ? null : placeIn(from, found.row, found.column);
  };
  return { outline, assumptions, headingIn };
}
