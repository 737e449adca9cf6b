/** Blocks of cells: ours <-> WPS's, and parts of them in which all cells are alike. */
import type { CellRange } from "../../words/grid";
import { rangeAddress } from "../../words/range-address";
import { XL, type WpsRange, type WpsSheet } from "./objects";

export function rangeAt(sheet: WpsSheet, range: CellRange): WpsRange {
  return sheet.Range(rangeAddress(range));
}

export function rangeFrom({ Row, Column, Rows, Columns }: WpsRange): CellRange {
  const [top, left] = [Row - 1, Column - 1];
  return { top, left, bottom: top + Rows.Count - 1, right: left + Columns.Count - 1 };
}

/** The smallest block that holds both. */
export const bounding = (one: CellRange, other: CellRange): CellRange => ({
  top: Math.min(one.top, other.top),
  left: Math.min(one.left, other.left),
  bottom: Math.max(one.bottom, other.bottom),
  right: Math.max(one.right, other.right),
});

export const rowsOf = ({ top, bottom }: CellRange): number => bottom - top + 1;
export const columnsOf = ({ left, right }: CellRange): number => right - left + 1;
export const isCell = (range: CellRange): boolean => rowsOf(range) === 1 && columnsOf(range) === 1;

/** The cells that hold anything; null on an empty sheet. WPS's own used range has formatted empty cells too. */
export function filledRange(sheet: WpsSheet): CellRange | null {
  const used = rangeFrom(sheet.UsedRange);
  const cells = rangeAt(sheet, used);
  const corner = (row: number, column: number): WpsRange =>
    rangeAt(sheet, { top: row, left: column, bottom: row, right: column });
  const [first, last] = [corner(used.top, used.left), corner(used.bottom, used.right)];
  const find = (after: WpsRange, order: number, direction: number): WpsRange | null =>
    cells.Find("*", after, XL.findFormulas, XL.findPart, order, direction);
  // Looking on from the last cell begins with the first.
  const top = find(last, XL.byRows, XL.next);
  if (top === null) return null;
  const left = find(last, XL.byColumns, XL.next);
  const bottom = find(first, XL.byRows, XL.previous);
  const right = find(first, XL.byColumns, XL.previous);
  return {
    top: top.Row - 1,
    left: (left ?? top).Column - 1,
    bottom: (bottom ?? top).Row - 1,
    right: (right ?? top).Column - 1,
  };
}

/** Halves of rows, or of columns where the block is a single row or `across` is asked for. */
export function halves(range: CellRange, across = rowsOf(range) === 1): readonly [CellRange, CellRange] {
  const { top, left, bottom, right } = range;
  if (!across) {
    const middle = (top + bottom) >> 1;
    return [
      { ...range, bottom: middle },
      { ...range, top: middle + 1 },
    ];
  }
  const middle = (left + right) >> 1;
  return [
    { ...range, right: middle },
    { ...range, left: middle + 1 },
  ];
}

export interface AlikePart<T> {
  readonly range: CellRange;
  readonly value: T;
}

/**
 * Parts of a block, in order, in which WPS gives one answer for all cells. For unlike cells it gives none, and the block is halved: a
 * column of 30,000 like cells costs one question.
 * @param answer null where WPS gave no single answer
 */
export function alikeParts<T>(
  sheet: WpsSheet,
  range: CellRange,
  answer: (cells: WpsRange) => T | null,
): readonly AlikePart<T>[] {
  const value = answer(rangeAt(sheet, range));
  if (value !== null) return [{ range, value }];
  if (isCell(range)) return [];
  return halves(range).flatMap((half) => alikeParts(sheet, half, answer));
}

export const truth = (value: unknown): boolean | null => (typeof value === "boolean" ? value : null);
export const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
