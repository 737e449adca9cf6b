/**
 * Writes pages to be printed, all or nothing, each on a new sheet: a plan that somebody has finished by hand is never written over.
 * As with results, a page is built on a hidden draft sheet, and one last request brings it into view.
 */
import type { PageSheet } from "../sheet/results/page-sheet";
import { isResultSheet, RESULT_PREFIX } from "../sheet/results/sheet-names";
import { uniqueSheetName } from "../xlsx/accepted-names";
import { BlockWriter } from "./block-writer";
import { toExcelValue, type ExcelValue } from "./cell-values";
import type { Connection, Steps } from "./connection";
import { ExcelTrouble, type Control, type WrittenSheet } from "./host";
import type { OwnWriting } from "./own-writing";
import { Slices } from "./pace";
import { queueGrid, queuePageChart } from "./queue-page";
import { queuePagePrinting } from "./queue-printing";
import { endOfPiece, queueRows } from "./queue-rows";
import { codeOf, isTooOld, throwIfCancelled, trouble, type Doing } from "./trouble";
import { untilInTurn } from "./turns";
import { abandonRun, beginRun, queueDrafts, queueFinished, removeAbandoned, type Run } from "./unfinished";

const WRITING: Doing = { zh: "写成长方案", en: "writing the growth plans" };

/** Rows formatted in one request: some thousand actions, so that cancelling never waits for long. */
const ROWS_A_REQUEST = 2000;

interface Draft {
  readonly page: PageSheet;
  /** Of the hidden sheet. */
  readonly draft: string;
  readonly id: string;
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
      await removeAbandoned(connection, steps, await lookAround(steps));
      const run = beginRun(connection, pages.length);
      try {
        const sheets = await steps.step((context) => queueDrafts(context, connection, run));
        const drafts = pages.map((page, index) => ({
          page,
          draft: run.drafts[index] ?? "",
          id: sheets[index]?.id ?? "",
        }));
        const total = pages.reduce((sum, { rows }) => sum + 2 * rows.length, 0);
        let done = 0;
        for (const one of drafts) {
          const before = done;
          await writeDraft(connection, steps, one, control.signal, (rows) => {
            done = before + rows;
            control.progress?.(done, total);
          });
        }
        const written = await unveil(steps, run, drafts, writing, control.signal);
        connection.runs.delete(run.id);
        return written;
      } catch (error) {
        await abandonRun(connection, WRITING, run);
        throw error;
      }
    }),
  );
}

/** All settings, by their keys. @throws ExcelTrouble of kind "protected" where no page could be added */
async function lookAround(steps: Steps): Promise<Excel.SettingCollection> {
  const { protection, settings } = await steps.step(({ workbook }) => ({
    protection: workbook.protection.load("protected"),
    settings: workbook.settings.load("items/key"),
  }));
  if (protection.protected)
    throw trouble("protected", WRITING, {
      zh: "工作簿的结构受保护，不能添加工作表。请在“审阅 > 保护工作簿”里撤销保护，再试一次。",
      en: "the workbook's structure is protected, so no sheet can be added. Please switch off Review > Protect Workbook and try again.",
    });
  return settings;
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
  let next = 0;
  while (next < rows.length) {
    throwIfCancelled(signal);
    const top = next;
    next = endOfPiece(rows, top, ROWS_A_REQUEST);
    const some = rows.slice(top, next);
    await steps.step(({ workbook }) => queueRows(workbook.worksheets.getItem(draft), some, top, columns));
    progress(rows.length + next);
    await slices.breathe();
  }
  if (charts.length > 0)
    await steps.step(({ workbook }) => {
      const sheet = workbook.worksheets.getItem(draft);
      for (const chart of charts) queuePageChart(sheet, chart, columns);
    });
  await setUpPrinting(steps, { page, draft });
}

/** Where the page can't be set up for the printer (an old Excel, a workbook without one) the plan itself is still there. */
async function setUpPrinting(steps: Steps, { page, draft }: Pick<Draft, "page" | "draft">): Promise<void> {
  try {
    await steps.step(({ workbook }) => queuePagePrinting(workbook.worksheets.getItem(draft), page));
  } catch (error) {
    if (!isTooOld(error) && codeOf(error) !== "NotImplemented") throw error;
  }
}

/** Gives the pages their names and shows them; names that somebody else has taken in the meantime are chosen anew. */
async function unveil(
  steps: Steps,
  run: Run,
  drafts: readonly Draft[],
  writing: OwnWriting,
  signal: AbortSignal | undefined,
): Promise<readonly WrittenSheet[]> {
  for (const { id } of drafts) writing.claim(id);
  return untilInTurn(WRITING, async () => {
    throwIfCancelled(signal);
    const { items } = await steps.step(({ workbook }) => workbook.worksheets.load("items/name"));
    const taken = new Set(items.map(({ name }) => name.toLowerCase()));
    const named = drafts.map(({ page, draft, id }) => ({
      draft,
      id,
      name: uniqueSheetName(isResultSheet(page.name) ? page.name : RESULT_PREFIX + page.name, taken),
    }));
    await steps.step((context) => {
      for (const { draft, name } of named) {
        const sheet = context.workbook.worksheets.getItem(draft);
        sheet.name = name;
        sheet.visibility = "Visible";
      }
      queueFinished(context, run);
    });
    return named.map(({ id, name }) => ({ sheet: id, name, table: null }));
  });
}

/** Removes pages of ours again, by the ids of their sheets, those that are there. */
export async function removePages(connection: Connection, sheets: readonly string[]): Promise<void> {
  try {
    await connection.run(WRITING, async ({ step }) => {
      const { items } = await step(({ workbook }) => workbook.worksheets.load("items/id"));
      const there = new Set(items.map(({ id }) => id));
      await step(({ workbook }) => {
        for (const id of sheets) if (there.has(id)) workbook.worksheets.getItem(id).delete();
      });
    });
  } catch (error) {
    if (!(error instanceof ExcelTrouble)) throw error;
  }
}
