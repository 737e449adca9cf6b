/**
 * What a copy in values replaces: every cell whose formula uses the product's functions, with all it spills, by the values shown now.
 * Formulas that merely refer to those cells stay, they go on from the values; those that refer to a spill as a whole (`A1#`) can't.
 */
import { columnIndex, type CellRange } from "../../words/grid";
import { ownCalls } from "./own-calls";
import { ownFormula, type FormulaCell, type OwnFormula } from "./own-formulas";

export interface Replacement {
  /** The sheet's name. */
  readonly sheet: string;
  readonly range: CellRange;
  /** The formula that stands there. */
  readonly formula: string;
}

export interface ValuesPlan {
  readonly replacements: readonly Replacement[];
  /** Cells without a value to keep: they must be mended, or wait, first. */
  readonly notReady: readonly OwnFormula[];
  /** Locked cells of protected sheets, which can't be written in place. */
  readonly locked: readonly FormulaCell[];
}

/** Told of every cell with a formula that may matter, one by one, as there may be a hundred thousand of them. */
export class ValuesPlanner {
  private readonly cells: FormulaCell[] = [];
  private readonly own: OwnFormula[] = [];

  constructor(
    private readonly names: ReadonlySet<string>,
    private readonly shortNames: ReadonlySet<string> = new Set(),
  ) {}

  add(cell: FormulaCell): void {
    this.cells.push(cell);
    const own = ownFormula(cell, this.names, this.shortNames);
    if (own) this.own.push(own);
  }

  /** The cells that use functions of ours, in the order they were added. */
  get formulas(): readonly OwnFormula[] {
    return this.own;
  }

  plan(): ValuesPlan {
    const chosen = new Set<FormulaCell>(this.own.map(({ cell }) => cell));
    addFollowers(this.cells, chosen);
    const waiting = new Set(this.own.filter(({ state }) => state !== "working").map(({ cell }) => cell));
    return {
      replacements: [...chosen].filter((cell) => !waiting.has(cell)).map(replacementOf),
      notReady: this.own.filter(({ cell }) => waiting.has(cell)),
      locked: [...chosen].filter(({ locked }) => locked === true),
    };
  }
}

function replacementOf({ sheet, row, column, spill, formula }: FormulaCell): Replacement {
  return { sheet, range: spill ?? { top: row, left: column, bottom: row, right: column }, formula };
}

/** Whether a formula may matter to a plan: it may call a function of ours, or refer to a spill as a whole. */
export function mayMatter(formula: string, names: ReadonlySet<string>): boolean {
  return /ZJTX|#|ANCHORARRAY/i.test(formula) || ownCalls(formula, names, true).length > 0;
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
