/** Puts the blocks of a sheet together into the grid that the reader takes. */
import type { GridBlock } from "../../excel/host";
import type { Cell, Grid } from "../../words/grid";
import type { SheetFrame } from "./sheet-frame";

type Formats = (string | null)[];

export class GridBuilder {
  private readonly rows: Cell[][] = [];
  private readonly formats: Formats[] = [];

  constructor(private readonly frame: SheetFrame) {}

  add({ top, left, rows, numberFormats }: GridBlock): void {
    rows.forEach((row, index) => {
      const at = top + index;
      while (this.rows.length < at) {
        this.rows.push([]);
        this.formats.push([]);
      }
      this.rows[at] = left === 0 ? [...row] : [...Array.from({ length: left }, () => null), ...row];
      const formats = numberFormats[index] ?? [];
      this.formats[at] =
        left === 0 || formats.length === 0 ? [...formats] : [...Array.from({ length: left }, () => null), ...formats];
    });
  }

  grid(): Grid {
    const { sheet, merges, hiddenRows, hiddenColumns } = this.frame;
    return {
      sheet,
      rows: this.rows,
      merges,
      hiddenRows: new Set(hiddenRows),
      hiddenColumns: new Set(hiddenColumns),
      numberFormats: this.formats,
    };
  }
}
