/**
 * Where each result goes: a new sheet, or in place of what was written before under the same name, as in Excel. Looks, and touches nothing.
 */
import { chartName, type ChartPlace } from "../../excel/look-parts";
import {
  layoutOf,
  noteRange,
  parseWritten,
  RESULTS_KEY,
  tableRange,
  titleRange,
  type Layout,
  type WrittenBefore,
} from "../../excel/result-layout";
import { inTheWay, mustBeBlank, obstacle, type EarlierResult } from "../../excel/result-place";
import type { Doing } from "../../excel/trouble";
import { isResultSheet, RESULT_PREFIX } from "../../sheet/results/sheet-names";
import type { CellRange } from "../../words/grid";
import { rangeAddress } from "../../words/range-address";
import type { ResultSheet } from "../../words/result-sheet";
import type { Text } from "../../words/text";
import { uniqueSheetName, uniqueTableName } from "../../xlsx/accepted-names";
import { fittingText } from "../../xlsx/cell-text";
import { readCells } from "./cells";
import { idOf, type WpsConnection } from "./connection";
import { isChartObjects, XL, type WpsSheet, type WpsTable } from "./objects";
import { rangeAt, rangeFrom } from "./ranges";
import { settingIn } from "./settings";
import { tablesOf } from "./tables";

export const WRITING: Doing = { zh: "写结果表", en: "writing the results" };

interface Common {
  readonly result: ResultSheet;
  /** The name it is kept under. */
  readonly key: string;
  readonly layout: Layout;
}

export interface NewPlace extends Common {
  readonly kind: "new";
  readonly name: string;
  readonly tableName: string | null;
  /** Why it does not take the place of the earlier result. */
  readonly note: Text | null;
}

export interface SamePlace extends Common {
  readonly kind: "same";
  readonly sheet: WpsSheet;
  readonly table: WpsTable | null;
  readonly before: Layout;
  readonly columns: number;
  /** Title lines and notes that are still as we wrote them. */
  readonly ownLines: readonly CellRange[];
  readonly charts: ReadonlyMap<string, ChartPlace>;
}

export type Destination = NewPlace | SamePlace;

export interface Destinations {
  readonly places: readonly Destination[];
  /** Everything that is kept under `RESULTS_KEY` so far. */
  readonly written: ReadonlyMap<string, WrittenBefore>;
}

interface Found extends EarlierResult {
  readonly sheet: WpsSheet;
  readonly table: WpsTable | null;
}

/** @throws ExcelTrouble of kind "protected" where the results could not be put there */
export function findDestinations(connection: WpsConnection, results: readonly ResultSheet[]): Destinations {
  connection.throwIfStructureIsProtected(WRITING);
  const written = parseWritten(settingIn(connection.workbook, RESULTS_KEY));
  const taken = namesIn(connection);
  const used = new Set<string>();
  const places = results.map((result): Destination => {
    const key = isResultSheet(result.name) ? result.name : RESULT_PREFIX + result.name;
    const kept = result.toBeEdited === true ? undefined : written.get(key);
    const earlier = kept === undefined || used.has(key) ? null : findEarlier(connection, kept);
    const again = earlier === null ? null : placeAgain(result, key, earlier);
    if (again !== null && typeof again !== "string") {
      used.add(key);
      return again;
    }
    const name = uniqueSheetName(key, taken.sheets);
    const tableName = result.asTable && result.columns.length > 0 ? uniqueTableName(name, taken.tables) : null;
    const note = earlier !== null && again !== null ? inTheWay(earlier.sheet.Name, again, name) : null;
    return { kind: "new", result, key, name, tableName, layout: layoutOf(result), note };
  });
  return { places, written };
}

/** Names that are taken, in small letters: the sheets' and, of one kind, those of tables and of the workbook. */
function namesIn(connection: WpsConnection): { readonly sheets: Set<string>; readonly tables: Set<string> } {
  const { Worksheets, Names } = connection.workbook;
  const sheets = new Set<string>();
  for (let index = 1; index <= Worksheets.Count; index++) {
    const sheet = Worksheets.Item(index);
    if (typeof sheet === "object" && sheet !== null && "Name" in sheet) sheets.add(String(sheet.Name).toLowerCase());
  }
  const tables = new Set(tablesOf(connection).map(({ table }) => table.Name.toLowerCase()));
  for (let index = 1; index <= Names.Count; index++) tables.add(Names.Item(index).Name.toLowerCase());
  return { sheets, tables };
}

/** Known by its table's name, or by its sheet where it is no table, and by its headings. @throws ExcelTrouble where it is protected */
function findEarlier(connection: WpsConnection, before: WrittenBefore): Found | null {
  const placed =
    before.table === null ? undefined : tablesOf(connection).find(({ table }) => table.Name === before.table);
  const sheet = before.table === null ? connection.find(before.sheet) : (placed?.sheet ?? null);
  if (sheet === null) return null;
  const table = placed?.table ?? null;
  const { top, left, bottom, right } = table === null ? tableRange(before) : rangeFrom(table.Range);
  const layout: Layout =
    table === null ? before : { ...before, row: top, column: left, rows: Math.max(1, bottom - top) };
  const columns = right - left + 1;
  const [headings = []] = readCells(sheet, { top, left, bottom: top, right });
  const same = columns >= layout.headings.length && layout.headings.every((one, column) => headings[column] === one);
  if (!same) return null;
  connection.throwIfProtected(sheet, WRITING);
  return { before, layout, columns, sheet, table };
}

/** The place, or the address of what is in the way. */
function placeAgain(result: ResultSheet, key: string, earlier: Found): SamePlace | string {
  const { layout: before, columns, sheet, table } = earlier;
  const where = obstacle(result, earlier);
  if (where !== null) return where;
  const layout = layoutOf(result, before);
  const ownLines = [
    { range: titleRange(before), texts: before.titles },
    { range: noteRange(before), texts: before.notes },
  ].flatMap(({ range, texts }) => {
    if (range === null) return [];
    const cells = readCells(sheet, range);
    return texts.every((text, line) => cells[line]?.[0] === fittingText(text)) ? [range] : [];
  });
  for (const range of mustBeBlank(before, layout, columns, ownLines)) {
    const filled = firstFilled(sheet, range);
    if (filled !== null) return filled;
  }
  return {
    kind: "same",
    result,
    key,
    layout,
    sheet,
    table,
    before,
    columns,
    ownLines,
    charts: chartsOf(sheet, earlier),
  };
}

/** The address of the first cell of a block that holds anything, or null. */
function firstFilled(sheet: WpsSheet, range: CellRange): string | null {
  const last = rangeAt(sheet, { ...range, top: range.bottom, left: range.right });
  const found = rangeAt(sheet, range).Find("*", last, XL.findFormulas, XL.findPart, XL.byRows, XL.next);
  return found === null ? null : rangeAddress(rangeFrom(found));
}

/** Places of the earlier run's charts that are still there, by name. */
function chartsOf(sheet: WpsSheet, { before }: EarlierResult): ReadonlyMap<string, ChartPlace> {
  const charts = sheet.ChartObjects();
  const found = new Map<string, ChartPlace>();
  if (!isChartObjects(charts)) return found;
  for (let index = 1; index <= charts.Count; index++) {
    const { Name, Left, Top, Width, Height } = charts.Item(index);
    if (before.charts.includes(Name)) found.set(Name, { left: Left, top: Top, width: Width, height: Height });
  }
  return found;
}

/** What is kept of a result that has been written. */
export function keptOf(place: Destination, sheet: WpsSheet): Omit<WrittenBefore, "run"> {
  const charts = (place.result.charts ?? []).map((_, index) => chartName(place.key, index));
  const table = place.kind === "new" ? place.tableName : (place.table?.Name ?? null);
  return { ...place.layout, sheet: idOf(sheet), table, charts };
}
