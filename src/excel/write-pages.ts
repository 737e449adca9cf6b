/**
 * Writes pages to be printed, all or nothing, each on a new sheet: a plan that somebody has finished by hand is never written over.
 * As with results, a page is built on a hidden draft sheet, and one last request brings it into view.
 */
import type { PageSheet } from "../sheet/page-sheet";
import { isResultSheet, RESULT_PREFIX, uniqueSheetName } from "../sheet/sheet-names";
import { BlockWriter } from "./block-writer";
import { toExcelValue, type ExcelValue } from "./cell-values";
import type { Connection, Steps } from "./connection";
import { ExcelTrouble, type Control, type WrittenSheet } from "./host";
import { askSetting, keepSetting, valueOf } from "./kept-settings";
import type { OwnWriting } from "./own-writing";
import { Slices } from "./pace";
import { pageRowHeight } from "../sheet/page-look";
import { queueGrid, queueHeights, queuePageChart, queuePrinting, queueRun, runsOf } from "./queue-page";
import { codeOf, isTooOld, throwIfCancelled, trouble, type Doing } from "./trouble";

const WRITING: Doing = { zh: "写成长方案", en: "writing the growth plans" };

/** The setting that names unfinished pages, for the next run to remove should Excel be closed in the middle. */
const UNFINISHED_KEY = "unfinished-pages";

/** Rows formatted in one request: some hundred actions, so that cancelling never waits for long. */
const ROWS_A_REQUEST = 300;

interface Draft {
  readonly page: PageSheet;
  readonly name: string;
  readonly draft: string;
}

export async function writePages(
  connection: Connection,
  writing: OwnWriting,
  pages: readonly PageSheet[],
  control: Control = {},
): Promise<readonly WrittenSheet[]> {
  throwIfCancelled(control.signal);
  if (pages.length === 0) return [];
  return writing.during(() =>
    connection.run(WRITING, async (steps) => {
      const drafts = await addDrafts(steps, pages);
      try {
        const total = pages.reduce((sum, { rows }) => sum + 2 * rows.length, 0);
        let done = 0;
        for (const one of drafts) {
          const before = done;
          await writeDraft(connection, steps, one, control.signal, (rows) => {
            done = before + rows;
            control.progress?.(done, total);
          });
        }
        throwIfCancelled(control.signal);
        return await unveil(steps, drafts, writing);
      } catch (error) {
        await removeDrafts(connection, drafts);
        throw error;
      }
    }),
  );
}

async function addDrafts(steps: Steps, pages: readonly PageSheet[]): Promise<Draft[]> {
  const book = await steps.step((context) => {
    const { worksheets, protection } = context.workbook;
    worksheets.load("items/name");
    protection.load("protected");
    return { worksheets, protection, unfinished: askSetting(context, UNFINISHED_KEY) };
  });
  if (book.protection.protected)
    throw trouble("protected", WRITING, {
      zh: "工作簿的结构受保护，不能添加工作表。请在“审阅 > 保护工作簿”里撤销保护，再试一次。",
      en: "the workbook's structure is protected, so no sheet can be added. Please switch off Review > Protect Workbook and try again.",
    });
  const names = book.worksheets.items.map(({ name }) => name);
  const taken = new Set(names.map((name) => name.toLowerCase()));
  const drafts = pages.map((page) => ({
    page,
    name: uniqueSheetName(isResultSheet(page.name) ? page.name : RESULT_PREFIX + page.name, taken),
    draft: uniqueSheetName(`${RESULT_PREFIX}方案未写完`, taken),
  }));
  const unfinished = valueOf(book.unfinished);
  await steps.step((context) => {
    const { worksheets } = context.workbook;
    for (const name of names)
      if (Array.isArray(unfinished) && unfinished.includes(name)) worksheets.getItem(name).delete();
    for (const { draft } of drafts) worksheets.add(draft).visibility = "Hidden";
    keepSetting(
      context,
      UNFINISHED_KEY,
      drafts.map(({ draft }) => draft),
    );
  });
  return drafts;
}

function valuesOf({ columns, rows }: PageSheet, index: number): ExcelValue[] {
  const values: ExcelValue[] = Array.from({ length: columns }, () => "");
  let column = 0;
  for (const [at, cell] of (rows[index]?.cells ?? []).entries()) {
    values[column] = cell === "" ? "" : toExcelValue(cell);
    column += rows[index]?.spans[at] ?? 1;
  }
  return values;
}

async function writeDraft(
  connection: Connection,
  steps: Steps,
  { page, draft }: Draft,
  signal: AbortSignal | undefined,
  progress: (rows: number) => void,
): Promise<void> {
  const { rows, columns, charts } = page;
  const slices = new Slices(connection.pace);
  const writer = new BlockWriter(steps, progress);
  for (const index of rows.keys()) {
    throwIfCancelled(signal);
    await writer.add(draft, index, 0, valuesOf(page, index));
    await slices.breathe();
  }
  await writer.flush();
  await steps.step(({ workbook }) => queueGrid(workbook.worksheets.getItem(draft), page));
  const runs = runsOf(rows);
  let next = 0;
  while (next < runs.length) {
    throwIfCancelled(signal);
    const top = runs[next]?.top ?? 0;
    let end = next;
    while (end < runs.length && (end === next || (runs[end]?.bottom ?? 0) - top < ROWS_A_REQUEST)) end += 1;
    const some = runs.slice(next, end);
    await steps.step(({ workbook }) => {
      const sheet = workbook.worksheets.getItem(draft);
      for (const run of some) queueRun(sheet, run, columns);
      const bottom = runs[end]?.top ?? rows.length;
      queueHeights(sheet, rows.slice(top, bottom), columns, top);
    });
    next = end;
    progress(rows.length + (runs[end]?.top ?? rows.length));
    await slices.breathe();
  }
  if (charts.length > 0)
    await steps.step(({ workbook }) => {
      const sheet = workbook.worksheets.getItem(draft);
      for (const chart of charts) {
        const height = (from: number, to: number): number =>
          rows.slice(from, to).reduce((sum, row) => sum + pageRowHeight(row, columns), 0);
        const [first, last] = chart.place;
        queuePageChart(sheet, chart, { top: height(0, first), height: height(first, last + 1) });
      }
    });
  await setUpPrinting(steps, { page, draft });
}

/** Where the page can't be set up for the printer (an old Excel, a workbook without one) the plan itself is still there. */
async function setUpPrinting(steps: Steps, { page, draft }: Pick<Draft, "page" | "draft">): Promise<void> {
  try {
    await steps.step(({ workbook }) => queuePrinting(workbook.worksheets.getItem(draft), page));
  } catch (error) {
    if (!isTooOld(error) && codeOf(error) !== "NotImplemented") throw error;
  }
}

async function unveil(steps: Steps, drafts: readonly Draft[], writing: OwnWriting): Promise<readonly WrittenSheet[]> {
  const sheets = await steps.step(({ workbook }) =>
    drafts.map(({ draft }) => {
      const sheet = workbook.worksheets.getItem(draft);
      sheet.load("id");
      return sheet;
    }),
  );
  const ids = sheets.map(({ id }) => id);
  for (const id of ids) writing.claim(id);
  await steps.step((context) => {
    for (const { draft, name } of drafts) {
      const sheet = context.workbook.worksheets.getItem(draft);
      sheet.name = name;
      sheet.visibility = "Visible";
    }
    askSetting(context, UNFINISHED_KEY).delete();
  });
  return drafts.map(({ name }, at) => ({ sheet: ids[at] ?? "", name, table: null }));
}

/** As if nothing had been begun. A draft that can't be removed now is named in the workbook and goes with the next run. */
function removeDrafts(connection: Connection, drafts: readonly Draft[]): Promise<void> {
  return removePages(
    connection,
    drafts.map(({ draft }) => draft),
  );
}

/** Removes sheets of ours by their names, those that are there. */
export async function removePages(connection: Connection, names: readonly string[]): Promise<void> {
  try {
    await connection.run(WRITING, async ({ step }) => {
      const { sheets, unfinished } = await step((context) => {
        const { worksheets } = context.workbook;
        worksheets.load("items/name");
        return { sheets: worksheets, unfinished: askSetting(context, UNFINISHED_KEY) };
      });
      const there = new Set(sheets.items.map(({ name }) => name));
      await step((context) => {
        for (const name of names) if (there.has(name)) context.workbook.worksheets.getItem(name).delete();
        if (!unfinished.isNullObject) askSetting(context, UNFINISHED_KEY).delete();
      });
    });
  } catch (error) {
    if (!(error instanceof ExcelTrouble)) throw error;
  }
}
