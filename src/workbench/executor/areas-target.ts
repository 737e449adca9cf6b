/** Several blocks of one sheet, as RangeAreas has them. */
import type { CellRange } from "../../words/grid";
import type { Sheet } from "../book/sheet";

/** Blocks of one sheet that are looked at, or changed, as one: those of a RangeAreas, or the one of a Range. */
export interface Blocks {
  readonly sheet: Sheet;
  readonly ranges: readonly CellRange[];
}

export class AreasTarget implements Blocks {
  constructor(
    readonly sheet: Sheet,
    readonly ranges: readonly CellRange[],
  ) {}
}

export function isAreasTarget(target: unknown): target is AreasTarget {
  return target instanceof AreasTarget;
}

/**
 * The blocks that cells picked by `picks` form within `range`: runs of a row, those of neighbouring rows that are equally wide taken
 * together, as Excel groups special cells.
 */
export function blocksWhere(range: CellRange, picks: (row: number, column: number) => boolean): CellRange[] {
  const done: CellRange[] = [];
  let open: CellRange[] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    const runs: CellRange[] = [];
    for (let column = range.left; column <= range.right; column++) {
      if (!picks(row, column)) continue;
      const last = runs.at(-1);
      if (last?.right === column - 1) runs[runs.length - 1] = { ...last, right: column };
      else runs.push({ top: row, left: column, bottom: row, right: column });
    }
    const next: CellRange[] = [];
    for (const run of runs) {
      const above = open.find(({ left, right }) => left === run.left && right === run.right);
      next.push(above === undefined ? run : { ...above, bottom: row });
    }
    done.push(
      ...open.filter(
        (block) =>
          !next.some(({ top, left, right }) => top === block.top && left === block.left && right === block.right),
      ),
    );
    open = next;
  }
  return [...done, ...open].sort((one, two) => one.top - two.top || one.left - two.left);
}
