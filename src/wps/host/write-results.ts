/**
 * Writes result sheets and pages, all or nothing. Each is built on a hidden draft sheet, in pieces between which the page has its turn;
 * only when all are complete do some steps without a pause turn drafts into new sheets, or put them in the place of the results of before.
 * Cancelled or failed, what was changed is undone and the drafts are removed.
 */
import type { Control, WrittenSheet } from "../../excel/host";
import { randomId } from "../../excel/random-id";
import { layoutOf, RESULTS_KEY, tableRange } from "../../excel/result-layout";
import { throwIfTooLong } from "../../excel/result-place";
import { throwIfCancelled } from "../../excel/trouble";
import type { PageRow, PageSheet } from "../../sheet/results/page-sheet";
import { isResultSheet, RESULT_PREFIX } from "../../sheet/results/sheet-names";
import type { Cell } from "../../words/grid";
import type { ResultSheet } from "../../words/result-sheet";
import type { Text } from "../../words/text";
import { uniqueSheetName } from "../../xlsx/accepted-names";
import { ROWS_A_CALL, writeCells } from "./cells";
import { idOf, type WpsConnection } from "./connection";
import { findDestinations, keptOf, WRITING, type Destination, type NewPlace } from "./destinations";
import { Drafts } from "./drafts";
import { addStatusColours, drawCharts, formatCells, freeze, makeTable, setUpListPrinting, setWidths } from "./dress";
import { XL, type WpsSheet } from "./objects";
import { tried } from "./put-away";
import { replaceResult, type Replaced } from "./replace-result";
import { keepSetting, settingIn } from "./settings";
import { dressRows, drawPageChart, layGrid, pageCells, setUpPagePrinting } from "./write-pages";

/** Rows of pages dressed without a pause. */
const PAGE_ROWS_A_TURN = 200;

interface ResultDraft {
  readonly kind: "result";
  readonly sheet: WpsSheet;
  readonly result: ResultSheet;
}

interface PageDraft {
  readonly kind: "page";
  readonly sheet: WpsSheet;
  readonly page: PageSheet;
  readonly note: Text | null;
}

type Draft = ResultDraft | PageDraft;

export function writeResults(
  connection: WpsConnection,
  sheets: readonly (ResultSheet | PageSheet)[],
  { signal, progress }: Control = {},
): Promise<readonly WrittenSheet[]> {
  return connection.change(WRITING, async () => {
    throwIfCancelled(signal);
    if (sheets.length === 0) return [];
    const results = sheets.flatMap((sheet) => ("breaks" in sheet ? [] : [sheet]));
    for (const result of results) throwIfTooLong(result);
    // What stands in the way is said before anything is built.
    findDestinations(connection, results);
    const drafts = new Drafts(connection, WRITING);
    connection.still(() => drafts.begin());
    try {
      const total = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
      let done = 0;
      const built: Draft[] = [];
      for (const sheet of sheets) {
        const onto = connection.still(() => drafts.add());
        const step = async (rows: number): Promise<void> => {
          done += rows;
          progress?.(done, total);
          await connection.breathe(signal);
        };
        if ("breaks" in sheet) built.push(await buildPage(connection, onto, sheet, step));
        else built.push(await buildResult(connection, onto, sheet, step));
      }
      return connection.still(() => exchange(connection, drafts, built));
    } finally {
      drafts.end();
    }
  });
}

type Step = (rows: number) => Promise<void>;

async function buildResult(
  connection: WpsConnection,
  sheet: WpsSheet,
  result: ResultSheet,
  step: Step,
): Promise<ResultDraft> {
  const layout = layoutOf(result);
  const { row, column, headings, titles, notes } = layout;
  const lines = (texts: readonly string[]): Cell[][] => texts.map((text) => [text]);
  connection.still(() => {
    writeCells(sheet, { top: 0, left: column }, lines(titles));
    writeCells(sheet, { top: row, left: column }, [headings]);
    writeCells(sheet, { top: tableRange(layout).bottom + 2, left: column }, lines(notes));
    formatCells(sheet, result, layout);
  });
  for (let first = 0; first < result.rows.length; first += ROWS_A_CALL) {
    const some = result.rows.slice(first, first + ROWS_A_CALL);
    connection.still(() => writeCells(sheet, { top: row + 1 + first, left: column }, some, headings.length));
    await step(some.length);
  }
  return { kind: "result", sheet, result };
}

async function buildPage(connection: WpsConnection, sheet: WpsSheet, page: PageSheet, step: Step): Promise<PageDraft> {
  const { columns, rows } = page;
  connection.still(() => layGrid(sheet, page));
  for (let first = 0; first < rows.length; first += PAGE_ROWS_A_TURN) {
    const some: readonly PageRow[] = rows.slice(first, first + PAGE_ROWS_A_TURN);
    connection.still(() => {
      const cells = some.map((row) => pageCells(row, columns));
      writeCells(sheet, { top: first, left: 0 }, cells, columns);
      dressRows(sheet, some, first, columns);
    });
    await step(some.length);
  }
  connection.still(() => {
    for (const chart of page.charts) drawPageChart(sheet, chart, columns);
  });
  const note = connection.still(() => printing(page.name, () => setUpPagePrinting(sheet, page)));
  return { kind: "page", sheet, page, note };
}

/** The steps that change what the user sees. @throws with everything undone */
function exchange(connection: WpsConnection, drafts: Drafts, built: readonly Draft[]): readonly WrittenSheet[] {
  const results = built.flatMap((draft) => (draft.kind === "result" ? [draft] : []));
  const { places, written } = findDestinations(
    connection,
    results.map(({ result }) => result),
  );
  const run = randomId();
  const kept: Record<string, unknown> = Object.fromEntries(written);
  const replaced: Replaced[] = [];
  /** Drafts that become sheets of the workbook. */
  const becoming: WpsSheet[] = [];
  const before = settingIn(connection.workbook, RESULTS_KEY);
  const { inView } = connection;
  let changed = false;
  try {
    const done = built.map((draft): WrittenSheet => {
      if (draft.kind === "page") {
        becoming.push(draft.sheet);
        return unveilPage(connection, draft);
      }
      const place = places[results.indexOf(draft)];
      if (place === undefined) throw new Error("a result without a place");
      let print: Text | null = null;
      if (place.kind === "same") replaced.push(replaceResult(place, draft.sheet, drafts.add()));
      else print = unveil(connection, draft, place);
      const sheet = place.kind === "same" ? place.sheet : draft.sheet;
      if (place.kind === "new") becoming.push(sheet);
      kept[place.key] = { ...keptOf(place, sheet), run };
      return writtenSheet(place, sheet, print);
    });
    changed = true;
    keepSetting(connection.workbook, RESULTS_KEY, kept);
    // Nothing is asked of WPS after this, so that nothing can fail any more.
    for (const { finish } of replaced) finish();
    for (const sheet of becoming) drafts.release(sheet);
    return done;
  } catch (error) {
    for (const { undo } of replaced.reverse()) undo();
    if (changed) keepSetting(connection.workbook, RESULTS_KEY, before);
    // Freezing brings a sheet into view for a moment.
    tried(() => inView?.Activate());
    throw error;
  }
}

function writtenSheet(place: Destination, sheet: WpsSheet, print: Text | null): WrittenSheet {
  const note = both(place.kind === "new" ? place.note : null, print);
  return {
    sheet: idOf(sheet),
    name: sheet.Name,
    table: place.kind === "new" ? place.tableName : (place.table?.Name ?? null),
    ...(note === null ? {} : { note }),
  };
}

const both = (one: Text | null, other: Text | null): Text | null =>
  one === null || other === null ? (one ?? other) : { zh: one.zh + other.zh, en: `${one.en} ${other.en}` };

/**
 * Sets a sheet up for printing. Where no printer is installed a spreadsheet may refuse that, and nobody should lose results over it.
 * @returns what is said of it; null where it was done
 */
function printing(name: string, setUp: () => void): Text | null {
  if (tried(setUp)) return null;
  return {
    zh: `“${name}”没能按 A4 设置打印（WPS 不让，可能没有装打印机）；打印前请自己设置。`,
    en: `"${name}" could not be set up for printing on A4: WPS refused, perhaps as no printer is installed. Set it up before you print.`,
  };
}

/** A draft becomes a sheet of the workbook. @returns what is said of it */
function unveil(
  connection: WpsConnection,
  { sheet, result }: ResultDraft,
  { name, tableName, layout, key }: NewPlace,
): Text | null {
  sheet.Name = name;
  setWidths(sheet, result.columns, layout.column);
  if (tableName !== null) makeTable(sheet, layout, tableName);
  addStatusColours(sheet, result, layout);
  drawCharts(sheet, result, layout, key);
  const note = printing(name, () => setUpListPrinting(sheet, result));
  sheet.Visible = XL.visible;
  freeze(
    connection,
    sheet,
    layout.row + 1,
    (result.frozenColumns ?? 0) > 0 ? layout.column + (result.frozenColumns ?? 0) : 0,
  );
  return note;
}

function unveilPage(connection: WpsConnection, { sheet, page, note }: PageDraft): WrittenSheet {
  const taken = new Set(connection.sheets.map(({ Name }) => Name.toLowerCase()));
  const name = uniqueSheetName(isResultSheet(page.name) ? page.name : RESULT_PREFIX + page.name, taken);
  sheet.Name = name;
  sheet.Visible = XL.visible;
  hideGridlines(connection, sheet);
  return { sheet: idOf(sheet), name, table: null, ...(note === null ? {} : { note }) };
}

/** WPS knows gridlines of the window alone. */
function hideGridlines({ application, inView }: WpsConnection, sheet: WpsSheet): void {
  sheet.Activate();
  if (application.ActiveWindow !== null) application.ActiveWindow.DisplayGridlines = false;
  inView?.Activate();
}
