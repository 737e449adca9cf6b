/**
 * A list put together from cells of other grids: every column says from which rows of which grids it takes its cells. Nothing is read or
 * changed on the way; the placement leads every cell back to where it stands.
 */
import { plainText } from "../../../words/plain-text";
import { cellAt, isBlank, placeIn, rowPlaceIn, type Cell, type CellPlace, type Grid } from "../../../words/grid";

/** For every row of the list, the row of one of some grids it comes from. */
export interface Picks {
  readonly grids: readonly Grid[];
  /** Which grid; left out where there is only one. */
  readonly which?: Uint16Array;
  /** 0-based; -1 where there is no such row. */
  readonly rows: Int32Array;
}

/** One level of a heading: its text and where it stands; null for one that only the arrangement wrote. */
export interface Level {
  readonly text: string;
  readonly place: CellPlace | null;
}

export interface Piece {
  /** From the group down. */
  readonly levels: readonly Level[];
  readonly picks: Picks;
  /** The column in each of the grids; -1 where a grid has none. */
  readonly columns: readonly number[];
  /** Rows of the list whose cell is left out, because its places do not agree. */
  readonly without?: ReadonlySet<number>;
  /** By grid: a unit to stand behind every number, where it is another than the heading's; null where it is the same. */
  readonly units?: readonly (string | null)[];
  /** A text merged down over several rows stands for each of them. */
  readonly throughMerges?: boolean;
}

export interface PiecedList {
  readonly sheet: string;
  /** Rows to stand above the headings: the titles of a grid. */
  readonly above: { readonly grid: Grid; readonly rows: number };
  readonly pieces: readonly Piece[];
  /** Where the rows of the list are said to stand. */
  readonly stands: Picks;
}

export interface PiecedGrid {
  readonly grid: Grid;
  /** First and last heading row, 0-based. */
  readonly headingRows: readonly [number, number];
}

function gridOf(picks: Picks, row: number): Grid | undefined {
  return picks.grids[picks.which === undefined ? 0 : (picks.which[row] ?? 0)];
}

/** Row by column of the top cell of every merge that runs down one column. */
export function mergedDown(grid: Grid): (row: number, column: number) => number {
  const tops = new Map<number, Map<number, number>>();
  for (const { top, bottom, left, right } of grid.merges) {
    if (left !== right || bottom === top) continue;
    const rows = tops.get(left) ?? new Map<number, number>();
    tops.set(left, rows);
    for (let row = top; row <= Math.min(bottom, grid.rows.length - 1); row++) rows.set(row, top);
  }
  return tops.size === 0 ? (row) => row : (row, column) => tops.get(column)?.get(row) ?? row;
}

/** The cell that a piece gives a row of the list, as grid, row and column; null for none. */
class Source {
  private readonly tops = new Map<Grid, (row: number, column: number) => number>();

  constructor(private readonly piece: Piece) {
    if (piece.throughMerges !== true) return;
    for (const grid of piece.picks.grids) this.tops.set(grid, mergedDown(grid));
  }

  unitOf(row: number): string | null {
    const { picks, units } = this.piece;
    return units?.[picks.which === undefined ? 0 : (picks.which[row] ?? 0)] ?? null;
  }

  of(row: number): { readonly grid: Grid; readonly row: number; readonly column: number } | null {
    const { picks, columns } = this.piece;
    const at = picks.rows[row] ?? -1;
    const which = picks.which === undefined ? 0 : (picks.which[row] ?? 0);
    const [grid, column = -1] = [picks.grids[which], columns[which]];
    if (at < 0 || grid === undefined || column < 0) return null;
    const top = isBlank(cellAt(grid, at, column)) ? this.tops.get(grid) : undefined;
    return { grid, row: top === undefined ? at : top(at, column), column };
  }
}

/** A number under a heading of another unit says its own: 6200 becomes 6200元. Texts with a unit of their own keep it. */
function withUnit(cell: Cell, unit: string | null): Cell {
  if (unit === null || unit === "") return cell;
  if (typeof cell === "number") return `${cell}${unit}`;
  return typeof cell === "string" && /^[\s\d.,+-]*\d\s*$/.test(plainText(cell)) ? `${plainText(cell)}${unit}` : cell;
}

/** The columns of a list as one grid with a placement. */
export function pieceTogether({ sheet, above, pieces, stands }: PiecedList): PiecedGrid {
  const height = Math.max(1, ...pieces.map(({ levels }) => levels.length));
  const first = above.rows;
  const body = first + height;
  const count = stands.rows.length;
  const sources = pieces.map((piece) => new Source(piece));
  const rows: Cell[][] = above.grid.rows.slice(0, first).map((row) => [...row]);
  for (let level = 0; level < height; level++) rows.push(pieces.map(({ levels }) => levels[level]?.text ?? null));
  const formatted = pieces.some(({ picks }) => picks.grids.some(({ numberFormats }) => numberFormats !== undefined));
  const formats: (string | null)[][] = formatted ? rows.map(() => []) : [];
  const hiddenRows = new Set<number>();
  for (let row = 0; row < count; row++) {
    const line: Cell[] = new Array<Cell>(pieces.length).fill(null);
    const looks: (string | null)[] = formatted ? new Array<string | null>(pieces.length).fill(null) : [];
    for (const [column, source] of sources.entries()) {
      const from = pieces[column]?.without?.has(row) === true ? null : source.of(row);
      if (from === null) continue;
      line[column] = withUnit(cellAt(from.grid, from.row, from.column), source.unitOf(row));
      if (formatted) looks[column] = from.grid.numberFormats?.[from.row]?.[from.column] ?? null;
    }
    rows.push(line);
    if (formatted) formats.push(looks);
    if (gridOf(stands, row)?.hiddenRows.has(stands.rows[row] ?? -1) === true) hiddenRows.add(body + row);
  }
  const placeOfRow = (row: number): { readonly sheet: string; readonly row: number } => {
    const grid = row < body ? above.grid : (gridOf(stands, row - body) ?? above.grid);
    const at = row < body ? Math.min(row, first) : (stands.rows[row - body] ?? 0);
    return rowPlaceIn(grid, at);
  };
  const grid: Grid = {
    sheet,
    rows,
    // A heading of fewer levels than others stands for all of them, as in sheets that merge such cells.
    merges: [
      ...above.grid.merges.filter(({ bottom }) => bottom < first),
      ...pieces.flatMap(({ levels }, column) =>
        levels.length === height
          ? []
          : [{ top: body - 1 - (height - levels.length), bottom: body - 1, left: column, right: column }],
      ),
    ],
    hiddenRows,
    hiddenColumns: new Set(pieces.flatMap((piece, column) => (isHidden(piece) ? [column] : []))),
    ...(formatted ? { numberFormats: formats } : {}),
    placement: {
      cell: (row, column) => {
        if (row < first) return placeIn(above.grid, row, column);
        const piece = pieces[column];
        if (row < body) return piece?.levels[Math.min(row - first, piece.levels.length - 1)]?.place ?? null;
        const from = sources[column]?.of(row - body) ?? null;
        return from === null ? null : placeIn(from.grid, from.row, from.column);
      },
      row: placeOfRow,
    },
  };
  return { grid, headingRows: [first, body - 1] };
}

function isHidden({ picks, columns }: Piece): boolean {
  return picks.grids.some((grid, at) => grid.hiddenColumns?.has(columns[at] ?? -1) === true);
}
