/** Copies cells as Excel pastes them: repeated where the destination is a multiple of the source, formulas moved along. */
import type { CellRange } from "../../words/grid";
import { intersect } from "../book/a1";
import type { Book } from "../book/book";
import type { CellPatch } from "../book/cell-data";
import { constantPatch } from "../book/cell-data";
import { mergesOf, setMerges } from "../book/sheet-layout";
import { refuse } from "./excel-error";
import { formatsWithout } from "./format-ranges";
import { rangeAt, type RangeTarget } from "./range-target";
import { MAX_CELLS } from "./range-values";
import { turnedFormula } from "./turned-formula";

export interface CopyOptions {
  readonly what: "All" | "Formulas" | "Values" | "Formats";
  readonly skipBlanks: boolean;
  readonly transpose: boolean;
}

/** The source cells in use: a copied whole column need not be walked to the end of the sheet. */
function bounded(from: RangeTarget): CellRange {
  const { sheet, range } = from;
  const inside = intersect(range, sheet.grid) ?? { ...range, bottom: range.top, right: range.left };
  return { ...inside, top: range.top, left: range.left };
}

export function copyCells(book: Book, from: RangeTarget, to: RangeTarget, options: CopyOptions): void {
  const source = from.cellCount > MAX_CELLS ? bounded(from) : from.range;
  const sourceRows = source.bottom - source.top + 1;
  const sourceColumns = source.right - source.left + 1;
  const [rows, columns] = options.transpose ? [sourceColumns, sourceRows] : [sourceRows, sourceColumns];
  const height = to.rowCount % rows === 0 && to.rowCount < MAX_CELLS ? to.rowCount : rows;
  const width = to.columnCount % columns === 0 && to.columnCount * height <= MAX_CELLS ? to.columnCount : columns;
  if (height * width > MAX_CELLS) refuse("InvalidArgument");
  const { top, left } = to.range;
  const destination = rangeAt(to.sheet, { top, left, bottom: top + height - 1, right: left + width - 1 });
  const patches: (CellPatch | null | undefined)[][] = [];
  // All is read before anything is written: source and destination may overlap.
  for (let row = 0; row < height; row++) {
    const line: (CellPatch | null | undefined)[] = [];
    for (let column = 0; column < width; column++) {
      const [down, across] = options.transpose ? [column % columns, row % rows] : [row % rows, column % columns];
      const [fromRow, fromColumn] = options.transpose
        ? [source.top + (column % sourceRows), source.left + (row % sourceColumns)]
        : [source.top + down, source.left + across];
      line.push(
        copied(book, from, { row: fromRow, column: fromColumn }, { row: top + row, column: left + column }, options),
      );
    }
    patches.push(line);
  }
  const merges = options.what === "All" || options.what === "Formats" ? mergesOf(from.sheet) : null;
  if (options.what === "All" && !options.skipBlanks) {
    destination.sheet.write(
      top,
      left,
      patches.map((line) => line.map(() => null)),
    );
  }
  destination.sheet.write(top, left, patches);
  if (merges !== null && !options.transpose) copyLook(book, from, source, destination, merges);
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function copied(
  { link }: Book,
  { sheet }: RangeTarget,
  from: Place,
  to: Place,
  { what, skipBlanks, transpose }: CopyOptions,
): CellPatch | null | undefined {
  const cell = sheet.cell(from.row, from.column);
  const formula = sheet.formula(from.row, from.column);
  if (skipBlanks && cell === null && formula === null) return undefined;
  const style = sheet.copyOf(from.row, from.column)?.s ?? null;
  if (what === "Formats") return { s: style };
  if (what === "Values") return constantPatch(cell);
  if (formula === null) return what === "All" ? sheet.copyOf(from.row, from.column) : constantPatch(cell);
  const moved = transpose
    ? turnedFormula(formula, from, to)
    : link.api.getFormula().moveFormulaRefOffset(formula, to.column - from.column, to.row - from.row);
  return { f: moved, si: null, v: null, t: null, p: null, ...(what === "All" && { s: style }) };
}

/** Merged blocks and conditional formats come along with a copy of everything. */
function copyLook(
  book: Book,
  from: RangeTarget,
  source: CellRange,
  destination: RangeTarget,
  merges: readonly CellRange[],
): void {
  const down = destination.range.top - source.top;
  const across = destination.range.left - source.left;
  const moved = (range: CellRange): CellRange | null => {
    const cut = intersect(range, source);
    if (cut === null) return null;
    return intersect(
      { top: cut.top + down, left: cut.left + across, bottom: cut.bottom + down, right: cut.right + across },
      destination.range,
    );
  };
  const newMerges = merges.filter((merge) => intersect(merge, source) !== null).flatMap((merge) => moved(merge) ?? []);
  const oldMerges = mergesOf(destination.sheet);
  const kept = oldMerges.filter((merge) => intersect(merge, destination.range) === null);
  if (newMerges.length > 0 || kept.length < oldMerges.length) setMerges(destination.sheet, [...kept, ...newMerges]);
  const formats = from.sheet.extras.get("formats");
  const { extras } = destination.sheet;
  const left = formatsWithout(extras.get("formats"), [destination.range]);
  const added = formats.flatMap((format) => {
    const ranges = format.ranges.flatMap((range) => moved(range) ?? []);
    return ranges.length === 0 ? [] : [{ ...format, ranges, id: String(book.nextId()) }];
  });
  if (added.length > 0 || left.length !== extras.get("formats").length) extras.set("formats", [...left, ...added]);
}
