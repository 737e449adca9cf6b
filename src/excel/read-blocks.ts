/**
 * Reads a range in blocks of whole rows. A small first block tells how many bytes a row takes; the next are as large as Excel's limit
 * of 5 MB an answer comfortably allows. Number formats cost as much as numbers do, and only numbers need them, so they are asked for
 * the columns that hold numbers alone, together with the values of the next block.
 */
import type { Cell, CellRange } from "../words/grid";
import { toCell } from "./cell-values";
import type { Connection } from "./connection";
import { EditGuard } from "./edit-guard";
import type { Control, GridBlock } from "./host";
import { Slices } from "./pace";
import { CELL_LIMIT, READ_AIM, rowBytes } from "./payload";
import { columnsOf, rangeAt, rowsOf } from "./places";
import { isLimit, throwIfCancelled, tooLarge } from "./trouble";

const PROBE_ROWS = 50;
/** `"General",` and a little. */
const FORMAT_BYTES = 12;

/** Rows whose values are here and whose number formats are still to come. */
interface HalfRead {
  readonly top: number;
  readonly rows: Cell[][];
  /** First and last column, 0-based in the sheet, of each run of columns with numbers. */
  readonly numbers: readonly (readonly [number, number])[];
}

interface Answer {
  readonly values: unknown[][];
  readonly formats: readonly unknown[][][];
}

export async function* readBlocks(
  connection: Connection,
  sheet: string,
  range: CellRange,
  control: Control = {},
): AsyncGenerator<GridBlock, void> {
  throwIfCancelled(control.signal);
  const guard = await EditGuard.begin(connection, sheet, range);
  try {
    const reader = new BlockReader(connection, sheet, range, guard);
    const total = rowsOf(range);
    for await (const block of reader.blocks(control.signal)) {
      control.progress?.(block.top + block.rows.length - range.top, total);
      yield block;
    }
    await guard.finish();
  } finally {
    await guard.end();
  }
}

class BlockReader {
  private valueBytes = 0;
  private formatBytes = 0;
  /** Lowered for good once Excel said that a block was too much. */
  private most: number;
  private readonly slices: Slices;

  constructor(
    private readonly connection: Connection,
    private readonly sheet: string,
    private readonly range: CellRange,
    private readonly guard: EditGuard,
  ) {
    this.most = Math.max(1, Math.floor(CELL_LIMIT / 2 / columnsOf(range)));
    this.slices = new Slices(connection.pace);
  }

  async *blocks(signal: AbortSignal | undefined): AsyncGenerator<GridBlock, void> {
    const { top, bottom } = this.range;
    let size = PROBE_ROWS;
    let waiting: HalfRead | null = null;
    for (let next = top; next <= bottom;) {
      throwIfCancelled(signal);
      this.guard.check();
      const last = Math.min(bottom, next + Math.min(size, this.most) - 1);
      const answer = await this.ask(next, last, waiting);
      if (answer === null) {
        if (waiting !== null) yield await this.finish(waiting, await this.formatsAlone(waiting));
        else if (last === next) throw tooLarge(this.guard.doing);
        waiting = null;
        this.most = Math.max(1, Math.floor((last - next + 1) / 2));
        continue;
      }
      if (waiting !== null) yield await this.finish(waiting, answer.formats);
      waiting = await this.take(next, answer.values);
      next = last + 1;
      size = Math.max(1, Math.floor(READ_AIM / (this.valueBytes + this.formatBytes)));
    }
    throwIfCancelled(signal);
    if (waiting !== null) yield await this.finish(waiting, await this.formatsAlone(waiting));
    this.guard.check();
  }

  /** Null where the answer would have been too large. */
  private async ask(top: number, bottom: number, waiting: HalfRead | null): Promise<Answer | null> {
    const { left, right } = this.range;
    try {
      return await this.connection.run(this.guard.doing, async ({ step }) => {
        try {
          const { values, formats } = await step((context) => {
            const sheet = context.workbook.worksheets.getItem(this.sheet);
            const cells = rangeAt(sheet, { top, left, bottom, right });
            cells.load("values");
            return { values: cells, formats: waiting === null ? [] : formatRanges(sheet, waiting) };
          });
          return { values: values.values, formats: formats.map(({ numberFormat }) => numberFormat) };
        } catch (error) {
          if (isLimit(error)) return null;
          throw error;
        }
      });
    } finally {
      this.slices.restart();
    }
  }

  /** The formats of rows whose values are here, halved as often as it takes. */
  private async formatsAlone(half: HalfRead): Promise<readonly unknown[][][]> {
    if (half.numbers.length === 0) return [];
    const answer = await this.connection.run(this.guard.doing, async ({ step }) => {
      try {
        const ranges = await step((context) => formatRanges(context.workbook.worksheets.getItem(this.sheet), half));
        return ranges.map(({ numberFormat }): unknown[][] => numberFormat);
      } catch (error) {
        if (isLimit(error) && half.rows.length > 1) return null;
        throw error;
      }
    });
    this.slices.restart();
    if (answer !== null) return answer;
    const middle = Math.ceil(half.rows.length / 2);
    const upper = await this.formatsAlone({ ...half, rows: half.rows.slice(0, middle) });
    const lower = await this.formatsAlone({ ...half, top: half.top + middle, rows: half.rows.slice(middle) });
    return upper.map((rows, index) => [...rows, ...(lower[index] ?? [])]);
  }

  private async take(top: number, values: unknown[][]): Promise<HalfRead> {
    const rows: Cell[][] = [];
    const hasNumber: boolean[] = new Array<boolean>(columnsOf(this.range)).fill(false);
    let bytes = 0;
    for (const given of values) {
      const row = given.map(toCell);
      for (const [column, cell] of row.entries()) if (typeof cell === "number") hasNumber[column] = true;
      // A blank is "" in the answer, an error its text.
      bytes += rowBytes(row.map((cell) => (cell === null ? "" : typeof cell === "object" ? cell.error : cell)));
      rows.push(row);
      await this.slices.breathe();
    }
    this.valueBytes = bytes / Math.max(1, rows.length);
    const numbers = runs(hasNumber, this.range.left);
    const columns = numbers.reduce((sum, [first, last]) => sum + last - first + 1, 0);
    this.formatBytes = Math.max(this.formatBytes, columns * FORMAT_BYTES);
    return { top, rows, numbers };
  }

  private async finish({ top, rows, numbers }: HalfRead, formats: readonly unknown[][][]): Promise<GridBlock> {
    const { left } = this.range;
    const numberFormats: (string | null)[][] = [];
    let bytes = 0;
    for (const [index, row] of rows.entries()) {
      const line = new Array<string | null>(row.length).fill(null);
      for (const [run, [first]] of numbers.entries())
        for (const [offset, format] of (formats[run]?.[index] ?? []).entries()) {
          if (typeof format !== "string") continue;
          line[first - left + offset] = format;
          bytes += format.length + 3;
        }
      numberFormats.push(line);
      await this.slices.breathe();
    }
    this.formatBytes = Math.max(this.formatBytes, bytes / Math.max(1, rows.length));
    return { top, left, rows, numberFormats };
  }
}

function formatRanges(sheet: Excel.Worksheet, { top, rows, numbers }: HalfRead): Excel.Range[] {
  return numbers.map(([left, right]) => {
    const range = rangeAt(sheet, { top, left, bottom: top + rows.length - 1, right });
    range.load("numberFormat");
    return range;
  });
}

/** The runs of `true`, as first and last column counted from `from`. */
function runs(flags: readonly boolean[], from: number): [number, number][] {
  const found: [number, number][] = [];
  for (const [index, flag] of flags.entries()) {
    const last = found.at(-1);
    if (!flag) continue;
    if (last?.[1] === from + index - 1) last[1] = from + index;
    else found.push([from + index, from + index]);
  }
  return found;
}
