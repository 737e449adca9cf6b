/**
 * Reads formulas or values of many blocks on several sheets, in requests as large as Excel's limit of 5 MB an answer comfortably allows:
 * small blocks share a request, large ones are cut by rows.
 */
import type { Steps } from "../connection";
import { Slices, type Pace } from "../pace";
import { CELL_LIMIT, READ_AIM } from "../payload";
import { columnsOf, rangeAt, rowsOf } from "../places";
import { isLimit, throwIfCancelled, tooLarge, type Doing } from "../trouble";
import { cellsOf, type SheetRange } from "./sheet-ranges";

export interface PieceReading {
  readonly steps: Steps;
  readonly pace: Pace;
  readonly doing: Doing;
  readonly signal?: AbortSignal | undefined;
  /** Told how many cells have been read. */
  readonly onRead?: ((cells: number) => void) | undefined;
}

/** Cells of the first request, which tells how many bytes a cell takes. */
const PROBE_CELLS = 3000;
/** Blocks of one request. */
const MOST_BLOCKS = 1000;
/** What an answer says of a cell beside its text. */
const BYTES_AROUND = 4;

/** @param take gets each row as Excel gives it: the sheet, the row, the first column (0-based) and the cells */
export async function readPieces(
  { steps, pace, doing, signal, onRead }: PieceReading,
  property: "formulas" | "values",
  blocks: readonly SheetRange[],
  take: (sheet: string, row: number, left: number, cells: readonly unknown[]) => void,
): Promise<void> {
  const slices = new Slices(pace);
  const waiting = [...blocks].reverse();
  let most = CELL_LIMIT / 2;
  let aim = PROBE_CELLS;
  while (waiting.length > 0) {
    throwIfCancelled(signal);
    const asked = nextPieces(waiting, Math.min(aim, most));
    const cells = asked.reduce((sum, { range }) => sum + cellsOf(range), 0);
    const answer = await ask(steps, property, asked);
    slices.restart();
    if (answer === null) {
      if (asked.length === 1 && asked[0] !== undefined && rowsOf(asked[0].range) === 1) throw tooLarge(doing);
      waiting.push(...asked.reverse());
      most = Math.max(1, Math.floor(cells / 2));
      continue;
    }
    let bytes = 0;
    for (const [index, { sheet, range }] of asked.entries())
      for (const [down, row] of (answer[index] ?? []).entries()) {
        for (const cell of row) bytes += bytesOf(cell);
        take(sheet, range.top + down, range.left, row);
        await slices.breathe();
      }
    aim = Math.max(1, Math.floor(READ_AIM / Math.max(1, bytes / cells)));
    onRead?.(cells);
  }
}

/** Takes blocks from the end of `waiting`, about so many cells, but one row at least. */
function nextPieces(waiting: SheetRange[], most: number): SheetRange[] {
  const taken: SheetRange[] = [];
  let room = most;
  while (taken.length < MOST_BLOCKS) {
    const next = waiting.pop();
    if (next === undefined) break;
    const { sheet, range } = next;
    const fitting = Math.floor(room / columnsOf(range));
    const rows = Math.min(rowsOf(range), taken.length === 0 ? Math.max(1, fitting) : fitting);
    if (rows < rowsOf(range)) waiting.push({ sheet, range: { ...range, top: range.top + rows } });
    if (rows === 0) break;
    taken.push({ sheet, range: { ...range, bottom: range.top + rows - 1 } });
    room -= rows * columnsOf(range);
  }
  return taken;
}

/** Null where the answer would have been too large. */
async function ask(
  { step }: Steps,
  property: "formulas" | "values",
  asked: readonly SheetRange[],
): Promise<readonly (readonly (readonly unknown[])[])[] | null> {
  try {
    const ranges = await step(({ workbook }) =>
      asked.map(({ sheet, range }) => {
        const cells = rangeAt(workbook.worksheets.getItem(sheet), range);
        if (property === "formulas") cells.load("formulas");
        else cells.load("values");
        return cells;
      }),
    );
    return ranges.map((range) => (property === "formulas" ? range.formulas : range.values));
  } catch (error) {
    if (isLimit(error)) return null;
    throw error;
  }
}

/** Chinese characters take three bytes; a little too much for all others does no harm. */
function bytesOf(cell: unknown): number {
  return (typeof cell === "string" ? Math.ceil(cell.length * 1.5) : 8) + BYTES_AROUND;
}
