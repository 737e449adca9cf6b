/** A sheet's cells in Univer: reading, writing and what is used. Rows and columns count from 0. */
import type { ICellData, IStyleData, Worksheet } from "@univerjs/core";
import type { Cell, CellRange } from "../../words/grid";
import { bounding, intersect } from "./a1";
import { cellOf, hasFormula, type CellPatch } from "./cell-data";
import { SheetExtras } from "./sheet-extras";
import { tellLook } from "./tell-look";
import { SET_CELLS, type UniverLink } from "./univer-link";
import { codeOf } from "./enum-codes";
import { WaitingLook } from "./waiting-look";

/** A block of more cells is told of at once: it makes one change by itself. */
const SMALL = 1000;
const DEFAULT_FORMAT = "General";

/** Changes of cells by row and column; null empties a cell and its style. */
type CellPatches = Readonly<Record<number, Readonly<Record<number, CellPatch | null>>>>;

export class Sheet {
  readonly extras: SheetExtras;
  /** Told of changes of the layout that Univer does not tell of. */
  onLayout: () => void = () => undefined;
  private readonly waiting = new WaitingLook();

  constructor(
    readonly link: UniverLink,
    readonly id: string,
    private readonly onCells: (sheet: Sheet, range: CellRange) => void,
  ) {
    this.extras = new SheetExtras(link.journal);
  }

  /** Univer's own sheet, told of everything; throws where it has been deleted. */
  get core(): Worksheet {
    this.link.journal.catchUp(this);
    return this.told;
  }

  /** The same as far as it has been told: right for all but styles, row heights and merged blocks. */
  get told(): Worksheet {
    const sheet = this.link.sheet(this.id);
    if (sheet === null) throw new Error(`the sheet ${this.id} is gone`);
    return sheet;
  }

  get name(): string {
    return this.told.getName();
  }

  /** Changes of the look that Univer is told of later; nobody but those who make such changes needs to know. */
  get look(): Pick<WaitingLook, "border" | "height" | "touchesMerge"> {
    return this.waiting;
  }

  /** Changes the look: at the end of the batch, before anybody looks, or at once where there is no batch. */
  changeLook(change: (look: WaitingLook) => void): void {
    const { journal } = this.link;
    if (this.waiting.isEmpty)
      journal.record(() => {
        this.waiting.take();
      });
    change(this.waiting);
    journal.defer(this, () => {
      tellLook(this, this.waiting.take());
    });
  }

  /** Univer's record of a cell, spilled values included. */
  data(row: number, column: number): ICellData | null {
    const own = this.told.getCellRaw(row, column) ?? null;
    if (own?.v !== undefined && own.v !== null) return own;
    if (this.link.spills.at(this.id, row, column) === null) return own;
    return { ...own, ...this.told.getCell(row, column) };
  }

  cell(row: number, column: number): Cell {
    return cellOf(this.data(row, column));
  }

  /** The formula with its `=`, null where there is none. */
  formula(row: number, column: number): string | null {
    const own = this.told.getCellRaw(row, column) ?? null;
    if (own === null || !hasFormula(own)) return null;
    if (typeof own.f === "string" && own.f !== "") return own.f;
    const formula = this.link.facade.getSheetBySheetId(this.id)?.getRange(row, column).getFormula() ?? "";
    return formula === "" ? null : formula;
  }

  /** All a cell holds, as the patch that makes an empty cell the same; null for an empty one. */
  copyOf(row: number, column: number): CellPatch | null {
    const own = this.core.getCellRaw(row, column) ?? null;
    if (own === null) return null;
    const formula = this.formula(row, column);
    if (formula !== null) return { f: formula, ...(own.s !== undefined && { s: own.s }) };
    const { v, t, s } = own;
    return {
      ...(v !== undefined &&
        v !== null && {
          v: typeof v === "boolean" ? Number(v) : v,
          t: t === undefined || t === null ? null : codeOf(t),
        }),
      ...(s !== undefined && { s }),
    };
  }

  style(row: number, column: number): IStyleData | null {
    this.link.journal.catchUp(this);
    return this.toldStyle(row, column);
  }

  /** The style without what waits to be told. */
  toldStyle(row: number, column: number): IStyleData | null {
    const own = this.told.getCellRaw(row, column);
    return this.link.workbook.getStyles().getStyleByCell(own) ?? null;
  }

  numberFormat(row: number, column: number): string {
    const own = this.core.getCellRaw(row, column);
    if (own?.s === undefined || own.s === null) return DEFAULT_FORMAT;
    return this.style(row, column)?.n?.pattern ?? DEFAULT_FORMAT;
  }

  /** The rows and columns Univer has; a range beyond them is blank. */
  get grid(): CellRange {
    const { told } = this;
    return { top: 0, left: 0, bottom: told.getRowCount() - 1, right: told.getColumnCount() - 1 };
  }

  /** The smallest block that holds every cell with a value (or, unless `valuesOnly`, a style); null on an empty sheet. */
  used(valuesOnly: boolean, within?: CellRange): CellRange | null {
    let block: CellRange | null = null;
    const grow = (row: number, column: number): void => {
      block = block === null ? { top: row, left: column, bottom: row, right: column } : extend(block, row, column);
    };
    this.core.getCellMatrix().forValue((row, column, data) => {
      if (within !== undefined && !contains(within, row, column)) return;
      if (data === null || data === undefined) return;
      const filled = cellOf(data) !== null || hasFormula(data);
      if (filled || (!valuesOnly && data.s !== undefined && data.s !== null)) grow(row, column);
    });
    for (const spill of this.link.spills.of(this.id)) {
      const inside: CellRange | null = within === undefined ? spill : intersect(spill, within);
      if (inside !== null) block = block === null ? inside : bounding(block, inside);
    }
    return block;
  }

  /** Whether any formula of the workbook, or one about to be written, could depend on cells. */
  private quiet(patches: readonly (readonly (CellPatch | null | undefined)[])[]): boolean {
    if (this.link.formulasSeen) return false;
    for (const row of patches) for (const patch of row) if (typeof patch?.f === "string") return false;
    return true;
  }

  /** Whether cells hold no formula, before and after. */
  private isPlain(cells: CellPatches): boolean {
    const { told } = this;
    return Object.entries(cells).every(([row, patches]) =>
      Object.entries(patches).every(([column, patch]) => {
        const [at, across] = [Number(row), Number(column)];
        const own = told.getCellRaw(at, across) ?? null;
        return (
          typeof patch?.f !== "string" &&
          (own === null || !hasFormula(own)) &&
          this.link.spills.at(this.id, at, across) === null
        );
      }),
    );
  }

  /**
   * Changes a block of cells from `top`, `left` on: null empties a cell and its style, undefined leaves it, a patch changes what it
   * names. Remembered for undoing. `look`: only styles change, which is no edit of the cells.
   */
  write(
    top: number,
    left: number,
    patches: readonly (readonly (CellPatch | null | undefined)[])[],
    what: "cells" | "look" = "cells",
  ): void {
    let width = 0;
    for (const row of patches) width = Math.max(width, row.length);
    if (width === 0) return;
    this.link.journal.catchUp(this);
    this.ensureSize(top + patches.length, left + width);
    const quiet = what === "look" || this.quiet(patches);
    if (!quiet) this.link.formulasSeen = true;
    const cells: Record<number, Record<number, CellPatch | null>> = {};
    patches.forEach((row, down) => {
      const line: Record<number, CellPatch | null> = {};
      row.forEach((patch, across) => {
        if (patch !== undefined) line[left + across] = patch;
      });
      cells[top + down] = line;
    });
    if (!quiet && patches.length * width <= SMALL && this.link.journal.recording && this.isPlain(cells)) {
      this.remember(cells, quiet);
      this.link.setValues(this.id, cells);
    } else this.patch(cells, quiet);
    if (what === "cells") this.onCells(this, { top, left, bottom: top + patches.length - 1, right: left + width - 1 });
  }

  /** Changes cells within the grid. Remembered for undoing. `quiet`: no formula can depend on it. */
  patch(cells: CellPatches, quiet: boolean): void {
    this.remember(cells, quiet);
    this.link.run(SET_CELLS, this.id, { cellValue: cells }, quiet);
  }

  /** Remembers cells that are about to be changed. */
  remember(cells: CellPatches, quiet: boolean): void {
    if (!this.link.journal.recording) return;
    const { told } = this;
    const before: Record<number, Record<number, object | null>> = {};
    const blanks: Record<number, Record<number, null>> = {};
    for (const [row, patches] of Object.entries(cells)) {
      const line: Record<number, object | null> = {};
      const blank: Record<number, null> = {};
      for (const column of Object.keys(patches).map(Number)) {
        const old = told.getCellRaw(Number(row), column) ?? null;
        // Univer changes records in place: a copy keeps what was.
        line[column] = old === null ? null : { ...old };
        blank[column] = null;
      }
      before[Number(row)] = line;
      blanks[Number(row)] = blank;
    }
    this.link.journal.record(() => {
      this.link.run(SET_CELLS, this.id, { cellValue: blanks }, quiet);
      this.link.run(SET_CELLS, this.id, { cellValue: before }, quiet);
    });
  }

  /** Gives Univer's grid at least so many rows and columns. */
  ensureSize(rows: number, columns: number): void {
    const { told } = this;
    if (rows > told.getRowCount())
      this.link.run("sheet.mutation.set-worksheet-row-count", this.id, { rowCount: rows }, true);
    if (columns > told.getColumnCount()) {
      this.link.run("sheet.mutation.set-worksheet-column-count", this.id, { columnCount: columns }, true);
    }
  }
}

function contains(range: CellRange, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

function extend(block: CellRange, row: number, column: number): CellRange {
  if (contains(block, row, column)) return block;
  return bounding(block, { top: row, left: column, bottom: row, right: column });
}
