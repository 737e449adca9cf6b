/**
 * What a copy in values replaces: every cell whose formula uses the product's functions, with all it spills, by the values shown now.
 * Formulas that merely refer to those cells stay, they go on from the values; those that refer to a spill as a whole (`A1#`) can't.
 */
import type { Cell, CellRange } from "../../sheet/grid";
import { columnIndex } from "../../sheet/grid";
import { ownFormulas, type FormulaCell, type OwnFormula } from "./own-formulas";

export interface SheetModel {
  readonly name: string;
  readonly formulas: readonly FormulaCell[];
  /** The value shown, 0-based. */
  valueAt(row: number, column: number): Cell;
}

export interface Replacement {
  readonly sheet: string;
  readonly range: CellRange;
  readonly values: readonly (readonly Cell[])[];
  /** The formula that stood there. */
  readonly formula: string;
}

export interface ValuesPlan {
  readonly replacements: readonly Replacement[];
  /** Cells without a value to keep: they must be mended, or wait, first. */
  readonly notReady: readonly OwnFormula[];
  /** Locked cells of protected sheets, which can't be written in place. */
  readonly locked: readonly FormulaCell[];
}

export function valuesPlan(
  sheets: readonly SheetModel[],
  names: ReadonlySet<string>,
  shortNames: ReadonlySet<string> = new Set(),
): ValuesPlan {
  const cells = sheets.flatMap(({ formulas }) => formulas);
  const own = ownFormulas(cells, names, shortNames);
  const chosen = new Set<FormulaCell>(own.map(({ cell }) => cell));
  addFollowers(cells, chosen);
  const model = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const waiting = new Set(own.filter(({ state }) => state !== "working").map(({ cell }) => cell));
  const replacements = [...chosen].flatMap((cell): Replacement[] => {
    const sheet = model.get(cell.sheet);
    if (!sheet || waiting.has(cell)) return [];
    const range = cell.spill ?? { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column };
    return [{ sheet: cell.sheet, range, values: valuesOf(range, sheet), formula: cell.formula }];
  });
  return {
    replacements,
    notReady: own.filter(({ cell }) => waiting.has(cell)),
    locked: [...chosen].filter(({ locked }) => locked === true),
  };
}

/** Adds the formulas that refer to the spill of a chosen cell as a whole, and those that refer to theirs. */
function addFollowers(cells: readonly FormulaCell[], chosen: Set<FormulaCell>): void {
  const referring = cells.filter(({ formula }) => /#|ANCHORARRAY/i.test(formula));
  for (let before = -1; before !== chosen.size;) {
    before = chosen.size;
    const spilled = new Set([...chosen].filter(({ spill }) => spill).map(keyOf));
    for (const cell of referring)
      if (!chosen.has(cell) && spillsReferred(cell).some((key) => spilled.has(key))) chosen.add(cell);
  }
}

const SPILL =
  /(?:(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.]+))!)?\$?([A-Z]{1,3})\$?(\d{1,7})#|ANCHORARRAY\(\s*(?:(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.]+))!)?\$?([A-Z]{1,3})\$?(\d{1,7})\s*\)/giu;

function spillsReferred({ formula, sheet }: FormulaCell): readonly string[] {
  const plain = formula.replace(/"(?:[^"]|"")*"/g, '""');
  return [...plain.matchAll(SPILL)].map((match) => {
    const [, quotedA, bareA, lettersA, rowA, quotedB, bareB, lettersB, rowB] = match;
    const other = (quotedA ?? quotedB)?.replaceAll("''", "'") ?? bareA ?? bareB ?? sheet;
    return place(other, Number(rowA ?? rowB) - 1, columnIndex((lettersA ?? lettersB ?? "A").toUpperCase()));
  });
}

function keyOf({ sheet, row, column }: FormulaCell): string {
  return place(sheet, row, column);
}

function place(sheet: string, row: number, column: number): string {
  return `${sheet.toLowerCase()}!${row}!${column}`;
}

function valuesOf({ top, left, bottom, right }: CellRange, sheet: SheetModel): Cell[][] {
  return Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (_unused, across) => sheet.valueAt(top + down, left + across)),
  );
}
