/**
 * What sharing a workbook asks of the spreadsheet, as plain data: the formulas in it, exchanging formulas and values, copies of sheets,
 * notes on cells, names of the workbook, and other workbooks to be opened.
 */
import type { Cell, CellRange } from "../words/grid";
import type { ExistingName } from "../sharing/formulas/short-names";
import type { FormulaCell } from "../sharing/formulas/own-formulas";
import type { Control } from "./host";

export interface SheetFormulas {
  /** The host's id of the sheet. */
  readonly id: string;
  readonly name: string;
  readonly protected: boolean;
  /** Cells whose formula was wanted, row by row. `sheet` in them is the sheet's name. */
  readonly cells: readonly FormulaCell[];
}

/** What cells hold: values, or one formula entered in the first cell (it may spill over the range). */
export type CellContent =
  | { readonly kind: "values"; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: "formula"; readonly formula: string };

export interface CellChange {
  /** Id or name of the sheet. */
  readonly sheet: string;
  readonly range: CellRange;
  readonly to: CellContent;
  /** What is put back when a later change fails or the work is cancelled. */
  readonly back: CellContent;
}

export interface CopiedSheet {
  readonly from: string;
  readonly id: string;
  readonly name: string;
}

export interface CellNote {
  /** Id or name of the sheet. */
  readonly sheet: string;
  /** 0-based. */
  readonly row: number;
  readonly column: number;
  /** Null takes the note away. */
  readonly text: string | null;
}

export interface BookNames {
  /** Names of the workbook and of single sheets. */
  readonly names: readonly ExistingName[];
  /** Names of its Excel tables. */
  readonly tables: readonly string[];
}

export interface SharingHost {
  /**
   * The cells whose formula is wanted, over all sheets, with the values shown now. Values that a formula spills are no formulas of their
   * own. Reads in pieces within Excel's limits; hidden and protected sheets too.
   * @param control `sheets`: ids of those that are looked through; all where left out
   */
  formulas(
    wanted: (formula: string) => boolean,
    control?: Control & { readonly sheets?: readonly string[] },
  ): Promise<readonly SheetFormulas[]>;
  /**
   * All or nothing: on an error or when cancelled, what has been changed is put back. The changes must not overlap; values are written
   * before formulas. Locked cells are found before anything is touched. Progress counts cells of values, and formulas once.
   * @throws ExcelTrouble
   */
  change(changes: readonly CellChange[], control?: Control): Promise<void>;
  /**
   * Copies sheets to the end of the workbook, formats, charts and all, under new names made safe and unlike any other. Copies are as hidden,
   * and as protected, as what they were made from. All or nothing.
   */
  copySheets(sheets: readonly { readonly sheet: string; readonly name: string }[]): Promise<readonly CopiedSheet[]>;
  /** Sheets that are gone already are no error. */
  removeSheets(sheets: readonly string[]): Promise<void>;
  /**
   * Writes notes on cells, in place of notes of the product; a cell with a note of somebody else's is left alone. All or nothing; false
   * where this Excel, or its Office.js, can't (ExcelApi 1.18).
   */
  addNotes(notes: readonly CellNote[]): Promise<boolean>;
  names(): Promise<BookNames>;
  /** Adds names of the workbook (`formula` with `=`; a name that is there gets it), and removes others, if they are there. All or nothing. */
  setNames(
    add: readonly { readonly name: string; readonly formula: string }[],
    remove: readonly string[],
  ): Promise<void>;
  /** Opens an xlsx file as a new workbook beside this one. False where this spreadsheet can't; the pane then offers the file itself. */
  openWorkbook(bytes: Uint8Array): Promise<boolean>;
}
