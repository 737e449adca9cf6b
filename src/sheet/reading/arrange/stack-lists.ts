/** Lists with the same headings put under one another: one place, one batch or one year a sheet. */
import { placeIn, type CellPlace, type Grid } from "../../../words/grid";
import { readHeadingRows } from "../heading-rows";
import { foldKey } from "../../../words/plain-text";
import type { Assumption, Warning } from "../messages";
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
  /** Columns that name no unit, below a heading that does; `at` counts the lists. */
  readonly unitless: { readonly at: number; readonly column: ListColumn }[];
}

/** The units that the lists name for a column of amounts. */
function unitsNamed({ first, units }: StackedColumn): readonly string[] {
  return [...new Set([unitOf(first), ...units].filter((unit) => unit !== null))];
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
      if (unit === null && above !== null && column.field?.type === "money") known.unitless.push({ at, column });
    }
  }
  return [...byKey.values()];
}

/** Where the lists that name a unit name different ones, nothing says which of them holds for one that names none. */
function withoutUnclear(one: StackedColumn): StackedColumn {
  if (unitsNamed(one).length < 2) return one;
  const unclear = new Set(one.unitless.map(({ at }) => at));
  return { ...one, columns: one.columns.map((column, at) => (unclear.has(at) ? -1 : column)) };
}

export interface StackedList {
  readonly outline: ListOutline;
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly Warning[];
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
  const stacked = stackedColumns(lists).map((one) => withoutUnclear(one));
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
    .filter((one) => one.unitless.length > 0 && unitsNamed(one).length === 1)
    .map(({ first, unitless }): Assumption => {
      const cells = unitless.map(({ column }) => column.mapping.address);
      const message = notes.unitOfFirst(first.mapping.heading, first.mapping.unit, cells);
      return { id: "unit-of-first-sheet", message, cell: first.mapping.address };
    });
  const warnings = stacked
    .filter((one) => one.unitless.length > 0 && unitsNamed(one).length > 1)
    .map((one): Warning => {
      const cells = one.unitless.map(({ column }) => column.mapping.address);
      return {
        id: "unit-unclear",
        message: notes.unitUnclear(one.first.mapping.heading, unitsNamed(one), cells),
        cells,
      };
    });
  if (outline === null) return null;
  const headingIn = (column: number, list: number): CellPlace | null => {
    const own = stacked[column]?.columns[list] ?? -1;
    const found = lists[list]?.outline.headings.columns.find((heading) => heading.column === own);
    const from = grids[list];
    return found === undefined || from === undefined ? null : placeIn(from, found.row, found.column);
  };
  return { outline, assumptions, warnings, headingIn };
}
