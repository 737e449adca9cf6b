/** A workbook in memory behind the interface that sharing works over: formulas are kept as they are entered, nothing is calculated. */
import { ExcelTrouble } from "../../src/excel/host";
import type { CellChange, CellContent, CellNote, SharingHost } from "../../src/excel/sharing-host";
import type { FormulaCell } from "../../src/sharing/formulas/own-formulas";
import type { ExistingName } from "../../src/sharing/formulas/short-names";
import type { Cell, CellRange } from "../../src/words/grid";

export interface MemorySheet {
  readonly id: string;
  name: string;
  rows: readonly (readonly Cell[])[];
}

export class MemorySharing implements SharingHost {
  /** By the sheet's id; put in by tests, then kept up to date by `change`. */
  readonly cells = new Map<string, FormulaCell[]>();
  readonly protectedSheets = new Set<string>();
  readonly notes: CellNote[] = [];
  readonly opened: Uint8Array[] = [];
  defined: ExistingName[] = [];
  tables: string[] = [];
  /** What this spreadsheet can do. */
  can = { notes: true, openWorkbook: false };

  constructor(
    private readonly sheets: MemorySheet[],
    private readonly add: (name: string, rows: readonly (readonly Cell[])[]) => string,
  ) {}

  private find(sheet: string): MemorySheet {
    const found = this.sheets.find(({ id, name }) => id === sheet || name === sheet);
    if (!found) throw new ExcelTrouble("sheet-gone", { zh: "表不在了。", en: "The sheet is gone." });
    return found;
  }

  formulas: SharingHost["formulas"] = (wanted, control) =>
    Promise.resolve(
      this.sheets
        .filter(({ id }) => control?.sheets?.includes(id) ?? true)
        .map(({ id, name }) => ({
          id,
          name,
          protected: this.protectedSheets.has(id),
          cells: (this.cells.get(id) ?? []).filter(({ formula }) => wanted(formula)),
        })),
    );

  change: SharingHost["change"] = async (changes, control) => {
    await Promise.resolve();
    const done: CellChange[] = [];
    try {
      for (const change of changes) {
        if (control?.signal?.aborted === true)
          throw new ExcelTrouble("cancelled", { zh: "已取消。", en: "Cancelled." });
        if (this.protectedSheets.has(this.find(change.sheet).id))
          throw new ExcelTrouble("protected", { zh: "受保护。", en: "Protected." });
        this.put(change.sheet, change.range, change.to);
        done.push(change);
        control?.progress?.(done.length, changes.length);
      }
    } catch (error) {
      for (const { sheet, range, back } of done.reverse()) this.put(sheet, range, back);
      throw error;
    }
  };

  private put(key: string, range: CellRange, content: CellContent): void {
    const sheet = this.find(key);
    const { top, left, bottom, right } = range;
    const inside = (row: number, column: number): boolean =>
      row >= top && row <= bottom && column >= left && column <= right;
    const kept = (this.cells.get(sheet.id) ?? []).filter(({ row, column }) => !inside(row, column));
    const rows = sheet.rows.map((row) => [...row]);
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) {
        const value = content.kind === "values" ? (content.rows[row - top]?.[column - left] ?? null) : null;
        (rows[row] ??= [])[column] = value;
      }
    sheet.rows = Array.from(rows, (row) => Array.from(row, (cell) => cell ?? null));
    if (content.kind === "formula")
      kept.push({ sheet: sheet.name, row: top, column: left, formula: content.formula, value: null, spill: range });
    this.cells.set(sheet.id, kept);
  }

  copySheets: SharingHost["copySheets"] = async (wanted) => {
    await Promise.resolve();
    return wanted.map(({ sheet, name }) => {
      const from = this.find(sheet);
      const id = this.add(name, from.rows);
      this.cells.set(
        id,
        (this.cells.get(from.id) ?? []).map((cell) => ({ ...cell, sheet: name })),
      );
      return { from: from.id, id, name };
    });
  };

  removeSheets: SharingHost["removeSheets"] = async (wanted) => {
    await Promise.resolve();
    for (const one of wanted) this.sheets.splice(this.sheets.indexOf(this.find(one)), 1);
  };

  addNotes: SharingHost["addNotes"] = async (notes) => {
    await Promise.resolve();
    if (this.can.notes) this.notes.push(...notes);
    return this.can.notes;
  };

  names: SharingHost["names"] = () => Promise.resolve({ names: [...this.defined], tables: [...this.tables] });

  setNames: SharingHost["setNames"] = async (add, remove) => {
    await Promise.resolve();
    const gone = new Set([...remove, ...add.map(({ name }) => name)].map((name) => name.toUpperCase()));
    this.defined = [
      ...this.defined.filter(({ name, sheet }) => sheet !== null || !gone.has(name.toUpperCase())),
      ...add.map((one) => ({ ...one, sheet: null })),
    ];
  };

  openWorkbook: SharingHost["openWorkbook"] = (bytes) => {
    if (this.can.openWorkbook) this.opened.push(bytes);
    return Promise.resolve(this.can.openWorkbook);
  };
}
