/** Excel's events as plain ones. */
import { supportsSet, type Connection } from "./connection";
import type { WorkbookEvent } from "./host";
import type { OwnWriting } from "./own-writing";
import { parseAddress } from "./places";
import { codeOf, isTooOld, type Doing } from "./trouble";

const WATCHING: Doing = { zh: "留意工作簿的改动", en: "watching the workbook for changes" };

/** Milliseconds in which several changes of the sheets count as one. */
const SETTLE = 100;

type Listener = (event: WorkbookEvent) => void;
type Registered = OfficeExtension.EventHandlerResult<unknown>;

/** Calls `listener` from now on; gives the way to stop. */
export async function watch(
  connection: Connection,
  writing: OwnWriting,
  listener: Listener,
): Promise<() => Promise<void>> {
  let stopped = false;
  const tell: Listener = (event) => {
    if (!stopped) listener(event);
  };
  // Sheets come and go while results are written, and Excel tells of it afterwards; what counts is what is there in the end.
  let due = false;
  const sheetsChanged = (): void => {
    if (due) return;
    due = true;
    setTimeout(() => {
      due = false;
      tell({ kind: "sheets" });
    }, SETTLE);
  };
  const sheets = (): Promise<void> => {
    writing.afterwards(sheetsChanged);
    return Promise.resolve();
  };
  const registered: Registered[] = await connection.run(WATCHING, ({ step }) =>
    step(({ workbook: { worksheets } }) => [
      worksheets.onActivated.add(({ worksheetId: sheet }) => {
        tell({ kind: "sheet-activated", sheet });
        return Promise.resolve();
      }),
      worksheets.onSelectionChanged.add(({ worksheetId: sheet, address }) => {
        tell({ kind: "selection", sheet, range: parseAddress(address)?.range ?? null });
        return Promise.resolve();
      }),
      worksheets.onChanged.add((event) => {
        const { worksheetId: sheet, address } = event;
        const range = parseAddress(address)?.range ?? null;
        tell({ kind: "cells", sheet, range, own: writing.isOwn(sheet, event.triggerSource) });
        return Promise.resolve();
      }),
      worksheets.onAdded.add(sheets),
      worksheets.onDeleted.add(sheets),
    ]),
  );
  const renamed = await watchNames(connection, sheets);
  if (renamed) registered.push(renamed);
  return async () => {
    stopped = true;
    for (const one of registered) one.remove();
    for (const context of new Set(registered.map((one) => one.context))) await context.sync();
  };
}

/** Names of sheets can only be watched from ExcelApi 1.17 on; before, a new name shows when the workbook is looked at next. */
async function watchNames(connection: Connection, changed: () => Promise<void>): Promise<Registered | null> {
  if (!supportsSet("ExcelApi", "1.17")) return null;
  return connection.run(WATCHING, async ({ step }) => {
    try {
      return await step(({ workbook }) => workbook.worksheets.onNameChanged.add(changed));
    } catch (error) {
      if (isTooOld(error) || codeOf(error) === "CannotRegisterEvent") return null;
      throw error;
    }
  });
}
