/** One Univer workbook: the way to run its commands, with what they changed told and remembered for undoing. */
import type { Workbook, Worksheet } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { FWorkbook } from "@univerjs/sheets/facade";
import type {} from "@univerjs/sheets-formula/facade";
import type { CellRange } from "../../words/grid";
import { MAX_COLUMNS, MAX_ROWS } from "./a1";
import type { CellPatch } from "./cell-data";
import { Calculation } from "./calculation";
import { Journal } from "./journal";
import { leaveOutLateResults } from "./late-results";
import { Spills } from "./spills";

/** Blank rows and columns beyond what is used, so that there is room to work on the page. */
export const ROOM = { rows: 100, columns: 10 };

export const SET_CELLS = "sheet.mutation.set-range-values";

/** In Univer's own place for what belongs to a cell: why it keeps the value that its file gave it. */
export const KEPT = "kept";

/** A formula without its addresses: what it stays while rows and columns move, and becomes another one where somebody enters it anew. */
export function shapeOf(formula: string): string {
  return formula.replace(/\$?[A-Za-z]{1,3}\$?\d+/g, "#");
}

export class UniverLink {
  readonly journal = new Journal();
  readonly calculation: Calculation;
  readonly spills: Spills;
  /** True while one of our own commands runs: what Univer tells meanwhile is no user's doing. */
  own = false;
  /** Whether the workbook has had a formula: only then can changed cells need a calculation. */
  formulasSeen = false;
  /** Values that cells hold already and the formula engine has yet to be told of, by sheet, row and column. */
  private untold = new Map<string, Record<number, Record<number, CellPatch | null>>>();
  /** Whether any cell keeps the value its file gave it. */
  valuesKept = false;

  constructor(
    readonly api: FUniver,
    readonly facade: FWorkbook,
  ) {
    this.calculation = new Calculation(
      api,
      () => this.formulasSeen,
      () => {
        this.tellValues();
      },
    );
    leaveOutLateResults(api, facade.getId(), this.calculation.runs);
    this.spills = new Spills(api, facade.getId(), (sheet, block) => {
      this.makeRoom(sheet, block);
    });
  }

  get unitId(): string {
    return this.facade.getId();
  }

  get workbook(): Workbook {
    return this.facade.getWorkbook();
  }

  /** The id of the sheet in view. */
  get inView(): string {
    return this.workbook.getActiveSheet().getSheetId();
  }

  sheet(id: string): Worksheet | null {
    return this.workbook.getSheetBySheetId(id) ?? null;
  }

  /** Whether a formula is left out of calculations and keeps its file's value, since the engine can't calculate it. */
  keepsValue(sheet: string, row: number, column: number): boolean {
    if (!this.valuesKept) return false;
    const data = this.sheet(sheet)?.getCellRaw(row, column);
    const kept: unknown = data?.custom?.[KEPT];
    if (typeof kept !== "object" || kept === null || typeof data?.f !== "string") return false;
    return data.v !== undefined && data.v !== null && Reflect.get(kept, "shape") === shapeOf(data.f);
  }

  /**
   * Puts values into cells that hold no formula. With every change it is told of, Univer looks through all cells of the workbook for formulas:
   * it is told of a batch's many small ones together, when the batch ends or somebody wants to know what formulas come to.
   */
  setValues(sheet: string, cells: Readonly<Record<number, Readonly<Record<number, CellPatch | null>>>>): void {
    this.mutate(SET_CELLS, sheet, { cellValue: cells }, true);
    const untold = this.untold.get(sheet) ?? {};
    for (const row of Object.keys(cells).map(Number)) untold[row] = { ...untold[row], ...cells[row] };
    this.untold.set(sheet, untold);
    this.calculation.expect();
    this.journal.defer(this, () => {
      this.tellValues();
    });
  }

  private tellValues(): void {
    const { untold } = this;
    this.untold = new Map();
    for (const [sheet, cellValue] of untold) if (this.sheet(sheet)) this.mutate(SET_CELLS, sheet, { cellValue }, false);
  }

  /** Runs a mutation on a sheet. `quiet`: no formula can depend on it, so the formula engine is not woken. */
  run(command: string, sheet: string | null, params: object, quiet = false): void {
    this.tellValues();
    this.mutate(command, sheet, params, quiet);
  }

  private mutate(command: string, sheet: string | null, params: object, quiet: boolean): void {
    const where = sheet === null ? { unitId: this.unitId } : { unitId: this.unitId, subUnitId: sheet };
    if (!quiet) this.calculation.expect();
    const before = this.own;
    this.own = true;
    try {
      this.api.syncExecuteCommand(command, { ...where, ...params }, quiet ? { onlyLocal: true } : undefined);
    } finally {
      this.own = before;
    }
  }

  /** Runs a command of Univer's own that rewrites formulas too, such as inserting rows, on a sheet; undone by Univer's undo. */
  async command(command: string, sheet: string, params: object): Promise<void> {
    this.tellValues();
    this.calculation.expect();
    const before = this.own;
    this.own = true;
    try {
      if (this.journal.recording) this.keepSizes(sheet);
      const done = await this.whileInView(sheet, () =>
        this.api.executeCommand(command, { unitId: this.unitId, subUnitId: sheet, ...params }),
      );
      if (done) this.journal.record(() => this.undo());
    } finally {
      this.own = before;
    }
  }

  /**
   * Univer's sheets end where they were made to; Excel's have a million rows. So a sheet grows for a block that would not fit, and the
   * formula, which Univer has answered with #SPILL!, is entered once more.
   */
  private makeRoom(id: string, { top, left, bottom, right }: CellRange): void {
    const sheet = this.sheet(id);
    const formula = sheet?.getCellRaw(top, left)?.f;
    if (sheet === null || typeof formula !== "string" || bottom >= MAX_ROWS || right >= MAX_COLUMNS) return;
    const rows = Math.min(bottom + 1 + ROOM.rows, MAX_ROWS);
    const columns = Math.min(right + 1 + ROOM.columns, MAX_COLUMNS);
    if (bottom < sheet.getRowCount() && right < sheet.getColumnCount()) return;
    if (bottom >= sheet.getRowCount()) this.run("sheet.mutation.set-worksheet-row-count", id, { rowCount: rows }, true);
    if (right >= sheet.getColumnCount())
      this.run("sheet.mutation.set-worksheet-column-count", id, { columnCount: columns }, true);
    this.run(SET_CELLS, id, { cellValue: { [top]: { [left]: { f: formula } } } });
  }

  /** Univer's undo puts widths and heights of deleted columns and rows back at other places than they had. */
  private keepSizes(sheet: string): void {
    const core = this.sheet(sheet);
    if (core === null) return;
    const now = core.getConfig();
    const { rowData, columnData } = structuredClone({ rowData: now.rowData, columnData: now.columnData });
    this.journal.record(() => {
      const config = this.sheet(sheet)?.getConfig();
      if (config === undefined) return;
      putBack(config.rowData, rowData);
      putBack(config.columnData, columnData);
    });
  }

  /** Univer rewrites formulas as if rows had moved on the sheet in view, whichever sheet the command names. */
  private async whileInView<T>(sheet: string, run: () => Promise<T>): Promise<T> {
    const before = this.workbook.getActiveSheet();
    const target = this.sheet(sheet);
    if (target === null || target === before) return await run();
    this.workbook.setActiveSheet(target);
    try {
      return await run();
    } finally {
      this.workbook.setActiveSheet(before);
    }
  }

  /** Works every formula out again. */
  recalculate(): void {
    this.calculation.expect();
    this.api.getFormula().executeCalculation();
  }

  private undo(): void {
    this.calculation.expect();
    this.own = true;
    try {
      // Of this workbook: the plain undo is for whatever has the focus, which without a page is nothing.
      this.facade.undo();
    } finally {
      this.own = false;
    }
  }
}

/** Makes a record that others hold the same as another one. */
function putBack(record: object, before: object): void {
  for (const key of Object.keys(record)) Reflect.deleteProperty(record, key);
  Object.assign(record, before);
}
