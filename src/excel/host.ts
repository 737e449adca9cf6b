/**
 * What the product asks of a spreadsheet, as plain data: no Office.js object passes this border in either direction.
 * `connectExcel` makes one for Excel and, given a session, for the workbench; the code behind it is the same.
 */
import type { Text } from "../words/text";
import type { Cell, CellRange } from "../words/grid";
import type { PageSheet } from "../sheet/results/page-sheet";
import type { ResultSheet } from "../words/result-sheet";
import type { SharingHost } from "./sharing-host";

export interface SheetInfo {
  /** The host's id of the sheet; it stays when the sheet is renamed. */
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  readonly protected: boolean;
  /** Cells that hold anything, null where the sheet is empty. */
  readonly used: CellRange | null;
}

export interface WorkbookView {
  readonly sheets: readonly SheetInfo[];
  /** Id of the sheet in view. */
  readonly active: string;
  /** The selected block; null where several blocks or a picture are selected. */
  readonly selection: { readonly sheet: string; readonly range: CellRange } | null;
}

/** What a sheet looks like beside its cells. Where an old Excel cannot tell merges, `merges` is empty. */
export interface SheetShape {
  readonly info: SheetInfo;
  readonly merges: readonly CellRange[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** The first rows of a sheet, read among those of others. */
export interface SheetHead {
  readonly sheet: string;
  readonly merges: readonly CellRange[];
  readonly block: GridBlock;
}

/** Some whole rows of a read range. */
export interface GridBlock {
  readonly top: number;
  readonly left: number;
  readonly rows: readonly (readonly Cell[])[];
  readonly numberFormats: readonly (readonly (string | null)[])[];
}

/** Progress and cancelling of a long piece of work. An aborted signal makes it throw `ExcelTrouble` of kind "cancelled", the workbook as before. */
export interface Control {
  readonly signal?: AbortSignal;
  readonly progress?: (done: number, total: number) => void;
}

export interface WrittenSheet {
  readonly sheet: string;
  readonly name: string;
  /** The Excel table's name; null where the result has none. */
  readonly table: string | null;
  /** Said where it could not take the place of the earlier result, or could not be set up for printing. */
  readonly note?: Text;
}

/** What this Excel can do. */
export interface Support {
  /** False: none of our work is possible here; the pane shows what works instead. */
  readonly enough: boolean;
  /** What is missing for `enough`, such as "ExcelApi 1.9". */
  readonly missing: readonly string[];
  readonly platform: string;
}

/** What went wrong, for the pane to choose what it offers next. */
export type TroubleKind =
  | "cancelled"
  | "protected"
  | "sheet-gone"
  | "sheet-changed"
  | "nothing-selected"
  | "editing"
  | "too-large"
  | "too-old"
  | "unreachable"
  | "unexpected";

/** Said of every piece of work that a person has stopped. */
export const CANCELLED: Text = { zh: "已取消，工作簿和原来一样。", en: "Cancelled. The workbook is as it was." };

/** Anything Excel refused or could not do: what happened, where, what to do. */
export class ExcelTrouble extends Error {
  override readonly name = "ExcelTrouble";
  constructor(
    readonly kind: TroubleKind,
    readonly text: Text,
    options?: ErrorOptions,
  ) {
    super(text.en, options);
  }
}

export type WorkbookEvent =
  | { readonly kind: "sheet-activated"; readonly sheet: string }
  | { readonly kind: "selection"; readonly sheet: string; readonly range: CellRange | null }
  /**
   * Somebody changed cells; `range` is null where the host does not say which. `own` is true for changes this host wrote itself, `remote`
   * for those of somebody else at the same workbook.
   */
  | {
      readonly kind: "cells";
      readonly sheet: string;
      readonly range: CellRange | null;
      readonly own: boolean;
      readonly remote: boolean;
    }
  /** Sheets were added, deleted or renamed; all of it by others where `remote`. */
  | { readonly kind: "sheets"; readonly remote: boolean }
  /** What is kept in the workbook may have changed, by this host or another; some hosts tell late or never. */
  | { readonly kind: "settings" }
  /** Somebody else has written results in place of ones that this host wrote; `sheets` are those it wrote. */
  | { readonly kind: "results-replaced"; readonly sheets: readonly string[] };

export interface ExcelHost {
  /** The program that the workbook is open in, as its users call it. */
  readonly program: Text;
  /** What sharing the workbook asks of it. */
  readonly sharing: SharingHost;
  support(): Promise<Support>;
  look(): Promise<WorkbookView>;
  shape(sheet: string): Promise<SheetShape>;
  /** The given ranges of several sheets in few requests; sheets that have gone meanwhile are left out. For ranges of some thousand cells. */
  readHeads(asked: readonly { readonly sheet: string; readonly range: CellRange }[]): Promise<readonly SheetHead[]>;
  /** Reads a block in pieces of whole rows, each well under Excel's limits, top to bottom. */
  readBlocks(sheet: string, range: CellRange, control?: Control): AsyncGenerator<GridBlock, void>;
  /**
   * Writes result sheets, each beside the others at the end of the workbook. A sheet written by us before under the same `name` is written
   * again in place: its own table, title and notes are replaced and nothing else on it is touched. All or nothing: on an error or when
   * cancelled, the workbook is as it was. Pages to be printed always get a new sheet: people finish them by hand.
   */
  writeResults(sheets: readonly (ResultSheet | PageSheet)[], control?: Control): Promise<readonly WrittenSheet[]>;
  /** Adds a sheet with plain cells (the sample) at the end and shows it. Gives its id. */
  addSheet(name: string, rows: readonly (readonly Cell[])[]): Promise<string>;
  /** Brings a sheet, or a range on it, into view and selects it. */
  show(sheet: string, range?: CellRange): Promise<void>;
  /** Shows only rows of a table whose column holds one of `values`; null shows all rows again. */
  filter(table: string, column: string, values: readonly string[] | null): Promise<void>;
  /** What we keep in the workbook under a key; null where nothing is kept. Untrusted: anyone may have edited it. */
  readSetting(key: string): Promise<unknown>;
  /** `value` must be JSON; null removes the key. */
  saveSetting(key: string, value: unknown): Promise<void>;
  /**
   * Keeps what `change` makes of the value there (JSON, never null): of two people who do so at the same time, neither writes over the other.
   * `change` may be asked several times. Gives what was kept.
   */
  changeSetting<T>(key: string, change: (kept: unknown) => T): Promise<T>;
  /** Works out every formula of the workbook anew, for those whose answers depend on more than cells. */
  recalculate(): Promise<void>;
  /** Calls `listener` for changes from now on; gives the way to stop it. */
  watch(listener: (event: WorkbookEvent) => void): Promise<() => Promise<void>>;
}
