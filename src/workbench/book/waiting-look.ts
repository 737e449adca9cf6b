/**
 * What a batch has changed of a sheet's look and Univer has not been told yet: styles, row heights, merged blocks. With each change it is told
 * of, Univer looks at all rows and all merged blocks anew and draws the sheet; so a batch's many changes are gathered to one of each kind.
 */
import type { CellRange } from "../../words/grid";
import type { CellBorder } from "../../xlsx/book-file";
import { intersect } from "./a1";

export type CellSide = "top" | "bottom" | "left" | "right";

/** A change of a cell's style; what is left out stays as it is. */
export interface StyleChange {
  /** Parts of Univer's style record but its borders; null removes. */
  readonly record: Readonly<Record<string, unknown>>;
  /** null removes the line. */
  readonly borders: Readonly<Partial<Record<CellSide, CellBorder | null>>>;
}

export interface LookChanges {
  /** By row and column. Cells that were changed alike share an object. */
  readonly styles: ReadonlyMap<number, ReadonlyMap<number, StyleChange>>;
  /** Row -> pixels. */
  readonly heights: ReadonlyMap<number, number>;
  readonly merges: readonly CellRange[];
}

export class WaitingLook {
  private styles = new Map<number, Map<number, StyleChange>>();
  private heights = new Map<number, number>();
  private merges: CellRange[] = [];
  private mergesByRow = new Map<number, CellRange[]>();

  get isEmpty(): boolean {
    return this.styles.size === 0 && this.heights.size === 0 && this.merges.length === 0;
  }

  /** Changes the style of each cell of a block, after what was changed before. */
  restyle({ top, left, bottom, right }: CellRange, change: StyleChange): void {
    const joined = new Map<StyleChange | undefined, StyleChange>([[undefined, change]]);
    for (let row = top; row <= bottom; row++) {
      const line = this.styles.get(row) ?? new Map<number, StyleChange>();
      this.styles.set(row, line);
      for (let column = left; column <= right; column++) {
        const before = line.get(column);
        const after = joined.get(before) ?? join(before, change);
        joined.set(before, after);
        line.set(column, after);
      }
    }
  }

  /** The line to be drawn at a side of a cell; null to be removed, undefined to be left. */
  border(row: number, column: number, side: CellSide): CellBorder | null | undefined {
    return this.styles.get(row)?.get(column)?.borders[side];
  }

  setHeight(row: number, pixels: number): void {
    this.heights.set(row, pixels);
  }

  height(row: number): number | undefined {
    return this.heights.get(row);
  }

  merge(range: CellRange): void {
    this.merges.push(range);
    for (let row = range.top; row <= range.bottom; row++) {
      const inRow = this.mergesByRow.get(row);
      if (inRow) inRow.push(range);
      else this.mergesByRow.set(row, [range]);
    }
  }

  touchesMerge(range: CellRange): boolean {
    for (let row = range.top; row <= range.bottom; row++)
      if (this.mergesByRow.get(row)?.some((one) => intersect(one, range) !== null) === true) return true;
    return false;
  }

  /** All of it; nothing waits any more. */
  take(): LookChanges {
    const { styles, heights, merges } = this;
    this.styles = new Map();
    this.heights = new Map();
    this.merges = [];
    this.mergesByRow = new Map();
    return { styles, heights, merges };
  }
}

function join(before: StyleChange | undefined, after: StyleChange): StyleChange {
  if (before === undefined) return after;
  return { record: { ...before.record, ...after.record }, borders: { ...before.borders, ...after.borders } };
}
