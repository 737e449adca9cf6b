/** Rows or columns that were inserted or deleted, and what that does to blocks that lie behind or across them. */
import type { CellRange } from "../../words/grid";
import type { BookFilter } from "../../xlsx/book-file";
import type { Sheet } from "./sheet";

export interface Shift {
  readonly axis: "rows" | "columns";
  readonly at: number;
  readonly count: number;
  readonly kind: "insert" | "delete";
}

/** Where first and last of a stretch come to lie; null where all of it was deleted. */
function moved(first: number, last: number, { at, count, kind }: Shift): readonly [number, number] | null {
  if (kind === "insert") return [first >= at ? first + count : first, last >= at ? last + count : last];
  const end = at + count - 1;
  if (first >= at && last <= end) return null;
  const newFirst = first > end ? first - count : first >= at ? at : first;
  const newLast = last > end ? last - count : last >= at ? at - 1 : last;
  return [newFirst, newLast];
}

/** Where a block comes to lie; null where all of it was deleted. */
export function shifted(range: CellRange, shift: Shift): CellRange | null {
  const rows = shift.axis === "rows";
  const place = moved(rows ? range.top : range.left, rows ? range.bottom : range.right, shift);
  if (place === null) return null;
  const [first, last] = place;
  return rows ? { ...range, top: first, bottom: last } : { ...range, left: first, right: last };
}

/** Where a filter's columns come to lie within its block; a criterion goes with its column. */
function shiftedFilter({ range: before, filters }: BookFilter, range: CellRange, shift: Shift): BookFilter {
  if (filters === undefined) return { range };
  const kept = Object.entries(filters).flatMap(([column, values]) => {
    const at = before.left + Number(column);
    const place = shifted({ ...before, left: at, right: at }, shift);
    return place === null ? [] : [[place.left - range.left, values] as const];
  });
  return { range, filters: Object.fromEntries(kept) };
}

/** Moves a sheet's tables, filter, conditional formats and notes along; those whose cells have all gone go with them. */
export function shiftExtras(sheet: Sheet, shift: Shift): void {
  const { extras } = sheet;
  const tables = extras.get("tables");
  if (tables.length > 0) {
    extras.set(
      "tables",
      tables.flatMap((table) => {
        const range = shifted(table.range, shift);
        return range === null ? [] : [{ ...table, ...shiftedFilter(table, range, shift) }];
      }),
    );
  }
  const filter = extras.get("filter");
  if (filter !== null) {
    const range = shifted(filter.range, shift);
    extras.set("filter", range === null ? null : shiftedFilter(filter, range, shift));
  }
  const page = extras.get("page");
  if (page !== null) {
    const { breaks, area, titleRows } = page;
    const rows = shift.axis === "rows";
    extras.set("page", {
      ...page,
      breaks: rows ? breaks.flatMap((row) => moved(row, row, shift)?.[0] ?? []) : breaks,
      area: area && shifted(area, shift),
      titleRows: rows && titleRows ? moved(titleRows[0], titleRows[1], shift) : titleRows,
    });
  }
  const notes = extras.get("notes");
  if (notes.length > 0) {
    extras.set(
      "notes",
      notes.flatMap((note) => {
        const { row, column } = note;
        const range = shifted({ top: row, left: column, bottom: row, right: column }, shift);
        return range === null ? [] : [{ ...note, row: range.top, column: range.left }];
      }),
    );
  }
  const formats = extras.get("formats");
  if (formats.length > 0) {
    extras.set(
      "formats",
      formats.flatMap((format) => {
        const ranges = format.ranges.flatMap((range) => shifted(range, shift) ?? []);
        return ranges.length === 0 ? [] : [{ ...format, ranges }];
      }),
    );
  }
}
