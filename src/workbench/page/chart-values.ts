/** The cells a chart draws: addresses such as `'评分_汇总'!$B$4:$B$9` -> what stands there. */
import type { Cell } from "../../words/grid";
import { cellText } from "../../words/grid";
import { rangeOf } from "../xlsx/cell-range";

/** What a chart's picture is drawn from: plain data, which the spreadsheet hands to the picture. */
export interface DrawnChart {
  readonly kind: "bar" | "column" | "line" | "radar" | "pie" | "doughnut" | "scatter";
  readonly title: string;
  readonly legend: boolean;
  readonly series: readonly {
    readonly name: string;
    readonly color: string;
    /** Whether the colour was chosen; the slices of a pie have one each where it was not. */
    readonly chosen: boolean;
    readonly names: readonly string[];
    /** Null where there is no number. */
    readonly values: readonly (number | null)[];
  }[];
}

export type CellLookup = (sheet: string, row: number, column: number) => Cell;

/** Points that one picture draws at most; more would be a black smear. */
const MOST_POINTS = 500;

/** The cells of one or more blocks, row by row; nothing for an address that names no block of cells. */
export function cellsAt(addresses: string, lookup: CellLookup): Cell[] {
  const cells: Cell[] = [];
  for (const part of addresses.replace(/^\(|\)$/g, "").matchAll(/(?:'((?:[^']|'')*)'|([^'!,]+))!([$A-Za-z0-9:]+)/g)) {
    const sheet = part[1]?.replaceAll("''", "'") ?? part[2] ?? "";
    const range = rangeOf(part[3] ?? "");
    if (!range) continue;
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) {
        if (cells.length >= MOST_POINTS) return cells;
        cells.push(lookup(sheet, row, column));
      }
    }
  }
  return cells;
}

export function namesAt(addresses: string, lookup: CellLookup): string[] {
  return cellsAt(addresses, lookup).map((cell) => cellText(cell));
}

export function numbersAt(addresses: string, lookup: CellLookup): (number | null)[] {
  return cellsAt(addresses, lookup).map((cell) => (typeof cell === "number" ? cell : null));
}
