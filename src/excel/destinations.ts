/**
 * Where each result goes: a new sheet, or in place of what we wrote before under the same name. An earlier result is known by its table's
 * name, kept in the workbook, and by its headings; a renamed sheet is still found, a copied or deleted one is not ours any more.
 * Anything else on the sheet is the user's. Where it is in the way, the result goes to a new sheet. Others may move all of it about: what
 * was found holds for the next request or two.
 */
import type { Text } from "../words/text";
import type { CellRange } from "../words/grid";
import { fittingText } from "../xlsx/cell-text";
import type { ResultSheet } from "../words/result-sheet";
import { isResultSheet, RESULT_PREFIX } from "../sheet/results/sheet-names";
import { uniqueSheetName, uniqueTableName } from "../xlsx/accepted-names";
import { rangeAddress } from "../words/range-address";
import type { Steps } from "./connection";
import { askSetting, valueOf } from "./ask-setting";
import { RANGE_NUMBERS, rangeAt, rangeFrom } from "./places";
import type { ChartPlace } from "./look-parts";
import {
  layoutOf,
  noteRange,
  parseWritten,
  RESULTS_KEY,
  tableRange,
  titleRange,
  type Layout,
  type WrittenBefore,
} from "./result-layout";
import { inTheWay, mustBeBlank, obstacle, type EarlierResult } from "./result-place";
import { trouble, type Doing } from "./trouble";

export const WRITING: Doing = { zh: "写结果表", en: "writing the results" };

interface Common {
  readonly result: ResultSheet;
  /** The name it is kept under. */
  readonly key: string;
}

export interface NewPlace extends Common {
  readonly kind: "new";
  readonly name: string;
  readonly table: string | null;
  readonly layout: Layout;
  /** Why it does not take the place of the earlier result. */
  readonly note: Text | null;
}

export interface SamePlace extends Common {
  readonly kind: "same";
  readonly sheet: string;
  readonly name: string;
  readonly table: string | null;
  readonly layout: Layout;
  readonly before: Layout;
  /** Of the table as it is, which the user may have made wider. */
  readonly columns: number;
  /** Title lines and notes that are still as we wrote them. */
  readonly ownLines: readonly CellRange[];
  readonly charts: readonly { readonly name: string; readonly place: ChartPlace }[];
}

export type Destination = NewPlace | SamePlace;

export interface Destinations {
  readonly places: readonly Destination[];
  /** Everything that is kept under `RESULTS_KEY` so far. */
  readonly written: ReadonlyMap<string, WrittenBefore>;
  /** All settings in the workbook, by their keys. */
  readonly settings: Excel.SettingCollection;
}

/** An earlier result that was found, and where it lies today. */
interface Found extends EarlierResult {
  readonly sheet: string;
  readonly name: string;
}

/** Looks, and touches nothing. @throws ExcelTrouble of kind "protected" where the results could not be put there */
export async function findDestinations(steps: Steps, results: readonly ResultSheet[]): Promise<Destinations> {
  const book = await steps.step((context) => {
    const { worksheets, tables, names, protection, settings } = context.workbook;
    worksheets.load("items/id,items/name");
    tables.load("items/name");
    names.load("items/name");
    protection.load("protected");
    settings.load("items/key");
    return { worksheets, tables, names, protection, settings, results: askSetting(context, RESULTS_KEY) };
  });
  if (book.protection.protected) throw structureTrouble();
  const sheets = new Map(book.worksheets.items.map(({ id, name }) => [id, name]));
  const tableNames = new Set(book.tables.items.map(({ name }) => name));
  const written = parseWritten(valueOf(book.results));

  const keyed = results.map((result) => ({
    result,
    key: isResultSheet(result.name) ? result.name : RESULT_PREFIX + result.name,
  }));
  const wanted = keyed.flatMap(({ key, result }) => (result.toBeEdited === true ? [] : (written.get(key) ?? [])));
  const found = await findEarlier(steps, wanted, sheets, tableNames);
  const takenSheets = new Set([...sheets.values()].map((name) => name.toLowerCase()));
  const takenTables = new Set(
    [...tableNames, ...book.names.items.map(({ name }) => name)].map((name) => name.toLowerCase()),
  );
  const places: Destination[] = [];
  const used = new Set<Found>();
  for (const { result, key } of keyed) {
    const earlier = found.find(({ before }) => before === written.get(key));
    const again = earlier && !used.has(earlier) ? await placeAgain(steps, result, earlier) : null;
    if (earlier && again?.kind === "same") {
      used.add(earlier);
      places.push({ ...again.place, result, key });
      continue;
    }
    const name = uniqueSheetName(key, takenSheets);
    const table = result.asTable && result.columns.length > 0 ? uniqueTableName(name, takenTables) : null;
    const note = again?.kind === "in-the-way" && earlier ? inTheWay(earlier.name, again.where, name) : null;
    places.push({ kind: "new", result, key, name, table, layout: layoutOf(result), note });
  }
  return { places, written, settings: book.settings };
}

async function findEarlier(
  steps: Steps,
  wanted: readonly WrittenBefore[],
  sheets: ReadonlyMap<string, string>,
  tableNames: ReadonlySet<string>,
): Promise<Found[]> {
  const there = wanted.filter(({ table, sheet }) => (table === null ? sheets.has(sheet) : tableNames.has(table)));
  if (there.length === 0) return [];
  const asked = await steps.step(({ workbook }) =>
    there.map((before) => {
      const table = before.table === null ? null : workbook.tables.getItem(before.table);
      const sheet = table?.worksheet ?? workbook.worksheets.getItem(before.sheet);
      sheet.load("id,name");
      sheet.protection.load("protected");
      const range = table?.getRange() ?? rangeAt(sheet, tableRange(before));
      range.untrack();
      range.load(RANGE_NUMBERS);
      return { before, sheet, range, hasTable: table !== null };
    }),
  );
  const candidates = asked.map(({ before, sheet, range, hasTable }) => {
    const { top, left, bottom, right } = rangeFrom(range);
    const layout: Layout = hasTable ? { ...before, row: top, column: left, rows: Math.max(1, bottom - top) } : before;
    return { found: { before, sheet: sheet.id, name: sheet.name, layout, columns: right - left + 1 }, sheet };
  });
  const headings = await steps.step(({ workbook }) =>
    candidates.map(({ found: { sheet, layout } }) => {
      const table = tableRange(layout);
      const row = rangeAt(workbook.worksheets.getItem(sheet), { ...table, bottom: table.top });
      row.load("values");
      return row;
    }),
  );
  return candidates.flatMap(({ found, sheet }, index) => {
    const values = headings[index]?.values[0] ?? [];
    const same =
      found.columns >= found.layout.headings.length &&
      found.layout.headings.every((heading, column) => values[column] === heading);
    if (!same) return [];
    if (sheet.protection.protected) throw sheetTrouble(found.name);
    return [found];
  });
}

type Again =
  | { readonly kind: "same"; readonly place: Omit<SamePlace, "result" | "key"> }
  | { readonly kind: "in-the-way"; readonly where: string };

async function placeAgain(steps: Steps, result: ResultSheet, earlier: Found): Promise<Again> {
  const { layout: before, columns, sheet: id } = earlier;
  const after = layoutOf(result, before);
  const where = obstacle(result, earlier);
  if (where !== null) return { kind: "in-the-way", where };

  const lines = [titleRange(before), noteRange(before)];
  const texts = [before.titles, before.notes];
  const charts = earlier.before.charts;
  const asked = await steps.step(({ workbook }) => {
    const sheet = workbook.worksheets.getItem(id);
    return {
      lines: lines.map((range) => {
        if (range === null) return null;
        const cells = rangeAt(sheet, range);
        cells.load("values");
        return cells;
      }),
      charts: charts.map((name) => {
        const chart = sheet.charts.getItemOrNullObject(name);
        chart.load("left,top,width,height");
        return { name, chart };
      }),
    };
  });
  const ownLines = lines.flatMap((range, index) => {
    const values = asked.lines[index]?.values ?? [];
    const own = range !== null && (texts[index] ?? []).every((text, line) => values[line]?.[0] === fittingText(text));
    return own ? [range] : [];
  });
  const foreign = await firstFilled(steps, id, mustBeBlank(before, after, columns, ownLines));
  if (foreign !== null) return { kind: "in-the-way", where: foreign };
  return {
    kind: "same",
    place: {
      kind: "same",
      sheet: id,
      name: earlier.name,
      table: earlier.before.table,
      layout: after,
      before,
      columns,
      ownLines,
      charts: asked.charts
        .filter(({ chart }) => !chart.isNullObject)
        .map(({ name, chart: { left, top, width, height } }) => ({ name, place: { left, top, width, height } })),
    },
  };
}

/** The address of cells that hold anything, or null. */
async function firstFilled(steps: Steps, sheet: string, ranges: readonly CellRange[]): Promise<string | null> {
  if (ranges.length === 0) return null;
  const used = await steps.step(({ workbook }) =>
    ranges.map((range) => {
      const cells = rangeAt(workbook.worksheets.getItem(sheet), range).getUsedRangeOrNullObject(true);
      cells.untrack();
      cells.load(RANGE_NUMBERS);
      return cells;
    }),
  );
  const filled = used.find((cells) => !cells.isNullObject);
  return filled ? rangeAddress(rangeFrom(filled)) : null;
}

function structureTrouble(): Error {
  return trouble("protected", WRITING, {
    zh: "工作簿的结构受保护，不能添加工作表。请在“审阅 > 保护工作簿”里撤销保护，再试一次。",
    en: "the workbook's structure is protected, so no sheet can be added. Please switch off Review > Protect Workbook and try again.",
  });
}

function sheetTrouble(name: string): Error {
  return trouble("protected", WRITING, {
    zh: `“${name}”受保护，改不了。请在“审阅”里撤销这张表的保护，再试一次。`,
    en: `"${name}" is protected. Please unprotect that sheet on the Review tab and try again.`,
  });
}
