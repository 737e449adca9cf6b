/**
 * Excel's events as plain ones. Several people may work in the workbook: their changes are told too, as somebody else's (`remote`), so that
 * nothing is brought into view because of them.
 */
import { supportsSet, type Connection } from "./connection";
import { ExcelTrouble, type WorkbookEvent } from "./host";
import type { OwnWriting } from "./own-writing";
import { parseAddress } from "./places";
import { replacedResults } from "./replaced-results";
import { codeOf, isTooOld, type Doing } from "./trouble";

const WATCHING: Doing = { zh: "留意工作簿的改动", en: "watching the workbook for changes" };

/** Milliseconds in which several changes of the sheets count as one. */
const SETTLE = 100;

type Listener = (event: WorkbookEvent) => void;
type Registered = OfficeExtension.EventHandlerResult<unknown>;

interface Source {
  readonly source: string;
}

/** Calls `listener` from now on; gives the way to stop. */
export async function watch(
  connection: Connection,
  writing: OwnWriting,
  listener: Listener,
): Promise<() => Promise<void>> {
  const watching = new Watching(connection, writing, listener);
  const registered: Registered[] = await connection.run(WATCHING, ({ step }) =>
    step(({ workbook: { worksheets } }) => [
      worksheets.onActivated.add(({ worksheetId: sheet }) => {
        watching.tell({ kind: "sheet-activated", sheet });
        return Promise.resolve();
      }),
      worksheets.onSelectionChanged.add(({ worksheetId: sheet, address }) => {
        watching.tell({ kind: "selection", sheet, range: parseAddress(address)?.range ?? null });
        return Promise.resolve();
      }),
      worksheets.onChanged.add((event) => watching.cells(event)),
      worksheets.onAdded.add((event) => watching.sheets(event)),
      worksheets.onDeleted.add((event) => watching.sheets(event)),
    ]),
  );
  for (const more of [await watchNames(connection, watching), await watchSettings(connection, watching)])
    if (more) registered.push(more);
  return async () => {
    watching.stop();
    for (const one of registered) one.remove();
    for (const context of new Set(registered.map((one) => one.context))) await context.sync();
  };
}

/** What has happened and is about to be told. */
class Watching {
  private stopped = false;
  private sheetsDue: { remote: boolean } | null = null;
  private settingsDue = false;
  /** Runs of others that the listener knows of, by the keys of results. */
  private readonly known = new Map<string, string>();

  constructor(
    private readonly connection: Connection,
    private readonly writing: OwnWriting,
    private readonly listener: Listener,
  ) {}

  stop(): void {
    this.stopped = true;
  }

  readonly tell: Listener = (event) => {
    if (!this.stopped) this.listener(event);
  };

  cells({ worksheetId: sheet, address, source, triggerSource }: Excel.WorksheetChangedEventArgs): Promise<void> {
    const range = parseAddress(address)?.range ?? null;
    const remote = source === "Remote";
    this.tell({ kind: "cells", sheet, range, own: !remote && this.writing.isOwn(sheet, triggerSource), remote });
    // Most Excels tell of other people's cells, but not of their settings.
    if (remote && this.writing.claims(sheet)) this.settings();
    return Promise.resolve();
  }

  /** Sheets come and go while results are written, and Excel tells of it afterwards; what counts is what is there in the end. */
  sheets({ source }: Source): Promise<void> {
    const remote = source === "Remote";
    if (remote) this.settings();
    this.writing.afterwards(() => {
      if (this.sheetsDue !== null) {
        this.sheetsDue.remote &&= remote;
        return;
      }
      this.sheetsDue = { remote };
      setTimeout(() => {
        const due = this.sheetsDue;
        this.sheetsDue = null;
        this.tell({ kind: "sheets", remote: due?.remote === true });
      }, SETTLE);
    });
    return Promise.resolve();
  }

  settings(): void {
    this.writing.afterwards(() => {
      if (this.settingsDue) return;
      this.settingsDue = true;
      setTimeout(() => {
        this.settingsDue = false;
        this.tell({ kind: "settings" });
        void this.results();
      }, SETTLE);
    });
  }

  /** Tells once of each run of somebody else that has taken the place of results of ours. */
  private async results(): Promise<void> {
    try {
      const replaced = await replacedResults(this.connection, this.writing);
      // What is being written now would look like somebody else's.
      if (this.writing.underWay) {
        this.settings();
        return;
      }
      const news = replaced.filter(({ key, run }) => this.known.get(key) !== run);
      for (const { key, run } of news) this.known.set(key, run);
      if (news.length > 0) this.tell({ kind: "results-replaced", sheets: news.map(({ sheet }) => sheet) });
    } catch (error) {
      // The next change asks again.
      if (!(error instanceof ExcelTrouble)) throw error;
    }
  }
}

/** Names of sheets can only be watched from ExcelApi 1.17 on; before, a new name shows when the workbook is looked at next. */
async function watchNames(connection: Connection, watching: Watching): Promise<Registered | null> {
  if (!supportsSet("ExcelApi", "1.17")) return null;
  return connection.run(WATCHING, async ({ step }) => {
    try {
      return await step(({ workbook }) => workbook.worksheets.onNameChanged.add((event) => watching.sheets(event)));
    } catch (error) {
      if (isTooOld(error) || codeOf(error) === "CannotRegisterEvent") return null;
      throw error;
    }
  });
}

/**
 * Excel on the web tells of settings that other people change; elsewhere nothing comes. Some Excels refuse to register this event for
 * reasons of their own: then settings show when they are read next.
 */
async function watchSettings(connection: Connection, watching: Watching): Promise<Registered | null> {
  const changed = (): Promise<void> => {
    watching.settings();
    return Promise.resolve();
  };
  try {
    return await connection.run(WATCHING, ({ step }) =>
      step(({ workbook }) => workbook.settings.onSettingsChanged.add(changed)),
    );
  } catch {
    return null;
  }
}
