/** Writes rows in requests of measured size: as few as Excel's limit of 5 MB a request allows, and smaller ones where it says no. */
import type { ExcelValue } from "./cell-values";
import type { Steps } from "./connection";
import { CELL_LIMIT, rowBytes, WRITE_AIM } from "./payload";
import { rangeAt } from "./places";
import { isLimit } from "./trouble";

/** Rows that lie under one another on one sheet. */
interface Piece {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly rows: ExcelValue[][];
}

export class BlockWriter {
  private pieces: Piece[] = [];
  private bytes = 0;
  private cells = 0;
  private waiting = 0;
  private written = 0;

  /**
   * @param onWritten told how many rows have been written so far
   * @param into `formulas`: rows hold formulas, which may spill
   */
  constructor(
    private readonly steps: Steps,
    private readonly onWritten: (rows: number) => void = () => undefined,
    private readonly into: "values" | "formulas" = "values",
  ) {}

  /** Adds a row, sent now or together with later ones. `sheet` is an id or a name. */
  async add(sheet: string, top: number, left: number, values: ExcelValue[]): Promise<void> {
    const bytes = rowBytes(values);
    if (this.waiting > 0 && (this.bytes + bytes > WRITE_AIM || this.cells + values.length > CELL_LIMIT))
      await this.flush();
    const last = this.pieces.at(-1);
    const continues =
      last?.sheet === sheet &&
      last.left === left &&
      last.top + last.rows.length === top &&
      last.rows[0]?.length === values.length;
    if (continues) last.rows.push(values);
    else this.pieces.push({ sheet, top, left, rows: [values] });
    this.bytes += bytes;
    this.cells += values.length;
    this.waiting += 1;
  }

  /** Sends what is left. */
  async flush(): Promise<void> {
    const { pieces, waiting } = this;
    this.pieces = [];
    this.bytes = 0;
    this.cells = 0;
    this.waiting = 0;
    if (waiting === 0) return;
    await this.send(pieces);
    this.written += waiting;
    this.onWritten(this.written);
  }

  private async send(pieces: readonly Piece[]): Promise<void> {
    try {
      await this.steps.step((context) => {
        // Nothing needs working out before the last of them is there.
        context.application.suspendApiCalculationUntilNextSync();
        for (const { sheet, top, left, rows } of pieces) {
          const right = left + (rows[0]?.length ?? 1) - 1;
          const range = { top, left, bottom: top + rows.length - 1, right };
          const cells = rangeAt(context.workbook.worksheets.getItem(sheet), range);
          if (this.into === "formulas") cells.formulas = rows;
          else cells.values = rows;
        }
      });
    } catch (error) {
      const halves = isLimit(error) ? halved(pieces) : null;
      if (halves === null) throw error;
      for (const half of halves) await this.send(half);
    }
  }
}

/** Two halves by rows; null where there is only one row. */
function halved(pieces: readonly Piece[]): [Piece[], Piece[]] | null {
  let left = pieces.reduce((sum, { rows }) => sum + rows.length, 0) >> 1;
  if (left === 0) return null;
  const first: Piece[] = [];
  const second: Piece[] = [];
  for (const piece of pieces) {
    const taken = Math.min(left, piece.rows.length);
    left -= taken;
    if (taken > 0) first.push({ ...piece, rows: piece.rows.slice(0, taken) });
    if (taken < piece.rows.length) second.push({ ...piece, top: piece.top + taken, rows: piece.rows.slice(taken) });
  }
  return [first, second];
}
