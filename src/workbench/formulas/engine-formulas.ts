/** Hands Univer's engine every formula as it can calculate it (see engine-formula). What cells hold and show stays as Excel writes it. */
import type { Nullable } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { IFormulaData, IFormulaDataItem } from "@univerjs/engine-formula";
import { engineFormula, type FormulaPlace } from "./engine-formula";
import type { FormulaTable } from "./structured-reference";

/** The part of Univer's engine that holds the formulas of a calculation. */
export interface EngineConfig {
  getFormulaData(): IFormulaData;
}

/** What an open workbook tells of itself. */
export interface FormulaBook {
  tables(): readonly FormulaTable[];
  /** Null for a sheet that is gone. */
  sheetName(id: string): string | null;
  /** Whether a cell keeps the value its file gave it, since the engine can't calculate it. */
  keepsValue(sheet: string, row: number, column: number): boolean;
}

const engines = new WeakMap<FUniver, () => EngineConfig>();
const books = new WeakMap<FUniver, Map<string, FormulaBook>>();

/** To be told by whoever starts a Univer; `engine` is asked for once a workbook is open. */
export function rememberEngine(univerAPI: FUniver, engine: () => EngineConfig): void {
  engines.set(univerAPI, engine);
}

/** Has the formulas of a workbook translated from now on. Call it after the workbook was opened in Univer. */
export function translateFormulas(univerAPI: FUniver, unitId: string, book: FormulaBook): void {
  const known = books.get(univerAPI);
  if (known) {
    known.set(unitId, book);
    return;
  }
  const config = engines.get(univerAPI)?.();
  if (config === undefined) throw new TypeError("Univer's formula engine was not remembered when it was started");
  const open = new Map([[unitId, book]]);
  books.set(univerAPI, open);
  const original = config.getFormulaData.bind(config);
  config.getFormulaData = () => {
    const data = original();
    return Object.fromEntries(Object.entries(data).map(([unit, sheets]) => [unit, translated(sheets, open.get(unit))]));
  };
}

type Sheets = IFormulaData[string];

function translated(sheets: Sheets, book: FormulaBook | undefined): Sheets {
  if (!sheets || book === undefined) return sheets;
  const tables = book.tables();
  return Object.fromEntries(
    Object.entries(sheets).map(([id, rows]) => {
      const sheet = book.sheetName(id);
      if (!rows || sheet === null) return [id, rows];
      const lines: Record<number, Record<number, Nullable<IFormulaDataItem>>> = {};
      for (const row of Object.keys(rows).map(Number)) {
        const columns = rows[row] ?? {};
        const line: Record<number, Nullable<IFormulaDataItem>> = {};
        for (const column of Object.keys(columns).map(Number)) {
          const item = columns[column];
          const place = { sheet, row, column };
          if (item && book.keepsValue(id, place.row, place.column)) continue;
          line[place.column] = item && translatedItem(item, place, tables);
        }
        lines[row] = line;
      }
      return [id, lines];
    }),
  );
}

function translatedItem(
  item: IFormulaDataItem,
  place: FormulaPlace,
  tables: readonly FormulaTable[],
): IFormulaDataItem {
  // A formula filled down is kept once, with the offset of each cell from the first: it is taken from where the first one stands.
  const first = { ...place, row: place.row - (item.y ?? 0), column: place.column - (item.x ?? 0) };
  const f = engineFormula(item.f, first, tables);
  return f === item.f ? item : { ...item, f };
}
