/** A workbook in memory behind the interface the pane works over. */
import {
  CANCELLED,
  ExcelTrouble,
  type ExcelHost,
  type SheetInfo,
  type WorkbookEvent,
  type WorkbookView,
} from "../../src/excel/host";
import type { Cell, CellRange } from "../../src/words/grid";
import type { PageSheet } from "../../src/sheet/results/page-sheet";
import type { ResultSheet } from "../../src/words/result-sheet";
import { MemorySharing, type MemorySheet } from "./memory-sharing";

export class MemoryHost implements ExcelHost {
  readonly program = { zh: "记忆", en: "Memory" };
  readonly sheets: MemorySheet[] = [];
  readonly sharing = new MemorySharing(this.sheets, (name, rows) => this.add(name, rows));
  readonly settings = new Map<string, unknown>();
  readonly shown: { readonly sheet: string; readonly range: CellRange | undefined }[] = [];
  readonly filters: { readonly column: string; readonly values: readonly string[] | null }[] = [];
  active = "";
  selection: WorkbookView["selection"] = null;
  /** Called before each block is given; may throw as a host does. */
  beforeBlock: (sheet: string, top: number) => Promise<void> = () => Promise.resolve();
  written: readonly (ResultSheet | PageSheet)[] = [];
  recalculated = 0;
  private listener: (event: WorkbookEvent) => void = () => undefined;

  add(name: string, rows: readonly (readonly Cell[])[]): string {
    const id = String(this.sheets.length + 1);
    this.sheets.push({ id, name, rows });
    this.active = id;
    return id;
  }

  tell(event: WorkbookEvent): void {
    this.listener(event);
  }

  private info({ id, name, rows }: MemorySheet): SheetInfo {
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
    const used = width === 0 ? null : { top: 0, left: 0, bottom: rows.length - 1, right: width - 1 };
    return { id, name, visible: true, protected: false, used };
  }

  private find(id: string): MemorySheet {
    const sheet = this.sheets.find((one) => one.id === id);
    if (sheet === undefined) throw new ExcelTrouble("sheet-gone", { zh: "表不在了。", en: "The sheet is gone." });
    return sheet;
  }

  recalculate = (): Promise<void> => {
    this.recalculated += 1;
    return Promise.resolve();
  };

  support = (): Promise<{ enough: boolean; missing: string[]; platform: string }> =>
    Promise.resolve({ enough: true, missing: [], platform: "memory" });

  look = (): Promise<WorkbookView> =>
    Promise.resolve({
      sheets: this.sheets.map((sheet) => this.info(sheet)),
      active: this.active,
      selection: this.selection,
    });

  shape: ExcelHost["shape"] = async (id) => {
    await Promise.resolve();
    return { info: this.info(this.find(id)), merges: [], hiddenRows: [], hiddenColumns: [] };
  };

  readHeads: ExcelHost["readHeads"] = (asked) =>
    Promise.resolve(
      asked.map(({ sheet, range }) => {
        const rows = this.cells(sheet, range);
        const numberFormats = rows.map((row) => row.map(() => "General"));
        return { sheet, merges: [], block: { top: range.top, left: range.left, rows, numberFormats } };
      }),
    );

  private cells(id: string, { top, bottom, left, right }: CellRange): Cell[][] {
    return this.find(id)
      .rows.slice(top, bottom + 1)
      .map((row) => Array.from({ length: right - left + 1 }, (_, at) => row[left + at] ?? null));
  }

  async *readBlocks(...[id, range, control]: Parameters<ExcelHost["readBlocks"]>): ReturnType<ExcelHost["readBlocks"]> {
    const height = 10;
    for (let top = range.top; top <= range.bottom; top += height) {
      await this.beforeBlock(id, top);
      const bottom = Math.min(range.bottom, top + height - 1);
      const rows = this.cells(id, { ...range, top, bottom });
      control?.progress?.(bottom - range.top + 1, range.bottom - range.top + 1);
      yield { top, left: range.left, rows, numberFormats: rows.map((row) => row.map(() => "General")) };
    }
  }

  writeResults: ExcelHost["writeResults"] = async (sheets, { signal } = {}) => {
    await Promise.resolve();
    if (signal?.aborted === true) throw new ExcelTrouble("cancelled", CANCELLED);
    this.written = sheets;
    return sheets.map((sheet) => {
      const known = this.sheets.find(({ name }) => name === sheet.name);
      const all: Cell[][] =
        "breaks" in sheet
          ? sheet.rows.map(({ cells }) => [...cells])
          : [
              ...(sheet.titleLines ?? []).map((line) => [line]),
              sheet.columns.map(({ heading }) => heading),
              ...sheet.rows.map((row) => [...row]),
            ];
      const { active } = this;
      const id = known?.id ?? this.add(sheet.name, all);
      // Excel adds result sheets behind the one in view.
      this.active = active;
      this.find(id).rows = all;
      return { sheet: id, name: sheet.name, table: "breaks" in sheet ? null : `T${id}` };
    });
  };

  addSheet: ExcelHost["addSheet"] = (name, rows) => Promise.resolve(this.add(name, rows));

  show: ExcelHost["show"] = async (sheet, range) => {
    await Promise.resolve();
    this.find(sheet);
    this.active = sheet;
    this.shown.push({ sheet, range });
  };

  filter: ExcelHost["filter"] = async (_table, column, values) => {
    await Promise.resolve();
    this.filters.push({ column, values });
  };

  readSetting = (key: string): Promise<unknown> => Promise.resolve(this.settings.get(key) ?? null);

  saveSetting = (key: string, value: unknown): Promise<void> => {
    this.settings.set(key, structuredClone(value));
    return Promise.resolve();
  };

  changeSetting = <T>(key: string, change: (kept: unknown) => T): Promise<T> => {
    const value = change(structuredClone(this.settings.get(key) ?? null));
    this.settings.set(key, structuredClone(value));
    return Promise.resolve(value);
  };

  watch: ExcelHost["watch"] = (listener) => {
    this.listener = listener;
    return Promise.resolve(() => Promise.resolve());
  };
}
