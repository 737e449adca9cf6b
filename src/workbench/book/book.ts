/**
 * A workbook that is open: cells, names and layout live in Univer, everything Univer does not hold beside it. Changes are told to
 * listeners; between `journal.begin()` and `journal.commit()` they can be taken back as a whole.
 */
import type { FUniver } from "@univerjs/core/facade";
import type { FWorkbook } from "@univerjs/sheets/facade";
import type { CellRange } from "../../words/grid";
import { translateFormulas } from "../formulas/engine-formulas";
import { intersect } from "./a1";
import { renameInCharts, shiftCharts } from "./chart-references";
import { formulaTables } from "./formula-tables";
import { Names } from "./names";
import { Sheet } from "./sheet";
import { shiftExtras, type Shift } from "./shift";
import { listenToUniver } from "./univer-events";
import { UniverLink } from "./univer-link";

export type BookEvent =
  | { readonly kind: "cells"; readonly sheet: string; readonly range: CellRange; readonly by: "script" | "user" }
  | { readonly kind: "shifted"; readonly sheet: string; readonly shift: Shift; readonly by: "script" | "user" }
  | { readonly kind: "sheet-added"; readonly sheet: string; readonly by: "script" | "user" }
  | { readonly kind: "sheet-deleted"; readonly sheet: string; readonly by: "script" | "user" }
  | {
      readonly kind: "sheet-renamed";
      readonly sheet: string;
      readonly before: string;
      readonly after: string;
      readonly by: "script" | "user";
    }
  | { readonly kind: "sheet-activated"; readonly sheet: string }
  | { readonly kind: "selection"; readonly sheet: string; readonly ranges: readonly CellRange[] }
  | { readonly kind: "calculated"; readonly sheet: string; readonly range: CellRange }
  | { readonly kind: "settings" }
  | { readonly kind: "names" }
  /** Tables, charts, formats, protection or layout of a sheet. */
  | { readonly kind: "sheet"; readonly sheet: string };

export class Book {
  readonly link: UniverLink;
  readonly names: Names;
  private readonly bySheet = new Map<string, Sheet>();
  private readonly listeners = new Set<(event: BookEvent) => void>();
  private settingsData: Readonly<Record<string, string>> = {};
  private lastId = 0;
  private readonly selections = new Map<string, readonly CellRange[]>();
  private structure = false;
  private propertyTexts: Readonly<Record<string, string>> = {};

  constructor(univerAPI: FUniver, workbook: FWorkbook) {
    this.link = new UniverLink(univerAPI, workbook);
    this.names = new Names(this.link, () => {
      this.emit({ kind: "names" });
    });
    translateFormulas(univerAPI, workbook.getId(), {
      tables: () => formulaTables(this.sheets),
      sheetName: (id) => this.link.sheet(id)?.getName() ?? null,
      keepsValue: (sheet, row, column) => this.link.keepsValue(sheet, row, column),
    });
    listenToUniver(this.link, (event) => {
      if (event.kind === "selection") this.selections.set(event.sheet, event.ranges);
      // While a batch is undone, what moved along is put back by the journal itself.
      const moved = event.kind === "shifted" && !this.link.journal.rollingBack ? this.sheet(event.sheet) : null;
      if (moved !== null && event.kind === "shifted") {
        shiftExtras(moved, event.shift);
        shiftCharts(this, moved.name, event.shift);
      }
      if (event.kind === "sheet-renamed" && !this.link.journal.rollingBack)
        renameInCharts(this, event.before, event.after);
      this.emit(event);
    });
  }

  /** Tells `listener` of every change from now on; gives the way to stop it. */
  listen(listener: (event: BookEvent) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  emit(event: BookEvent): void {
    if (event.kind === "cells" && this.touchesHeadings(event.sheet, event.range)) this.tablesChanged();
    for (const listener of [...this.listeners]) listener(event);
  }

  private touchesHeadings(id: string, range: CellRange): boolean {
    const tables = this.bySheet.get(id)?.extras.get("tables") ?? [];
    return tables.some(
      (table) => table.headers && intersect({ ...table.range, bottom: table.range.top }, range) !== null,
    );
  }

  /** A number that no table, chart or format of this workbook has had yet. */
  nextId(): number {
    return ++this.lastId;
  }

  /** An id for a new sheet, in the shape of Excel's. */
  freeSheetId(): string {
    for (;;) {
      const id = `{${String(this.nextId()).padStart(8, "0")}-5A4A-5458-8000-000000000000}`;
      if (this.link.sheet(id) === null) return id;
    }
  }

  /** Sheets in the order of their tabs. */
  get sheets(): readonly Sheet[] {
    return this.link.workbook.getSheetOrders().map((id) => this.sheetOf(id));
  }

  private sheetOf(id: string): Sheet {
    const known = this.bySheet.get(id);
    if (known !== undefined) return known;
    const sheet = new Sheet(this.link, id, (changed, range) => {
      this.emit({ kind: "cells", sheet: changed.id, range, by: "script" });
    });
    sheet.onLayout = () => {
      this.emit({ kind: "sheet", sheet: id });
    };
    sheet.extras.onChange = (part) => {
      sheet.onLayout();
      if (part === "tables") this.tablesChanged();
    };
    this.bySheet.set(id, sheet);
    return sheet;
  }

  /** Formulas name tables and their headings: what they refer to is looked up anew. */
  private tablesChanged(): void {
    if (!this.link.formulasSeen) return;
    this.link.journal.defer(this, () => {
      this.link.recalculate();
    });
  }

  sheet(id: string): Sheet | null {
    return this.link.sheet(id) === null ? null : this.sheetOf(id);
  }

  /** Sheet names are the same in capitals and small letters. */
  sheetNamed(name: string): Sheet | null {
    const folded = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === folded) ?? null;
  }

  get active(): Sheet {
    const core = this.link.workbook.getActiveSheet();
    return this.sheetOf(core.getSheetId());
  }

  /** The blocks selected on the sheet in view. */
  get selection(): readonly CellRange[] {
    return this.selections.get(this.active.id) ?? [{ top: 0, left: 0, bottom: 0, right: 0 }];
  }

  /** Sheets can't be added, deleted, renamed, moved or hidden. */
  get structureProtected(): boolean {
    return this.structure;
  }

  protectStructure(on: boolean): void {
    const before = this.structure;
    this.structure = on;
    this.link.journal.record(() => {
      this.structure = before;
    });
  }

  /** Title, author and the like; "" where not set. */
  get properties(): Readonly<Record<string, string>> {
    return this.propertyTexts;
  }

  setProperty(name: string, value: string): void {
    const before = this.propertyTexts;
    this.propertyTexts = { ...before, [name]: value };
    this.link.journal.record(() => {
      this.propertyTexts = before;
    });
  }

  /** What add-ins keep in the workbook: key -> JSON text. */
  get settings(): Readonly<Record<string, string>> {
    return this.settingsData;
  }

  setSettings(settings: Readonly<Record<string, string>>): void {
    const before = this.settingsData;
    this.settingsData = settings;
    this.link.journal.record(() => {
      this.settingsData = before;
      this.emit({ kind: "settings" });
    });
    this.emit({ kind: "settings" });
  }
}
