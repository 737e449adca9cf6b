/** What happens in the workbook. WPS tells of no renamed sheet and of no setting; everything else comes as in Excel. */
import type { WorkbookEvent } from "../../excel/host";
import type { Doing } from "../../excel/trouble";
import { idOf, type WpsConnection } from "./connection";
import { isRange, isSheet } from "./objects";
import { rangeFrom } from "./ranges";

const LISTENING: Doing = { zh: "留意工作簿的改动", en: "watching the workbook" };

type Told = readonly unknown[];

/** Sheets of another workbook that is open beside this one are not ours. */
function sheetIn(connection: WpsConnection, sheet: unknown): string | null {
  if (!isSheet(sheet)) return null;
  const id = idOf(sheet);
  return connection.find(id) === null ? null : id;
}

function eventsOf(
  connection: WpsConnection,
  tell: (event: WorkbookEvent) => void,
): ReadonlyMap<string, (...told: Told) => void> {
  const onSheet =
    (make: (sheet: string, cells: unknown) => WorkbookEvent) =>
    (...[sheet, cells]: Told): void => {
      const id = sheetIn(connection, sheet);
      if (id !== null) tell(make(id, cells));
    };
  const blockOf = (cells: unknown) => (isRange(cells) && cells.Areas.Count === 1 ? rangeFrom(cells) : null);
  const sheetsChanged = (): void => {
    if (!connection.isWriting) tell({ kind: "sheets", remote: false });
  };
  return new Map([
    [
      "SheetChange",
      onSheet((sheet, cells) => ({
        kind: "cells",
        sheet,
        range: blockOf(cells),
        own: connection.isWriting,
        remote: false,
      })),
    ],
    ["SheetSelectionChange", onSheet((sheet, cells) => ({ kind: "selection", sheet, range: blockOf(cells) }))],
    ["SheetActivate", onSheet((sheet) => ({ kind: "sheet-activated", sheet }))],
    ["WorkbookNewSheet", sheetsChanged],
    // Told before the sheet goes: whoever looks then would still see it.
    ["SheetBeforeDelete", () => setTimeout(sheetsChanged)],
  ]);
}

/** Tells listeners of the workbook, and of what this host has done itself. */
export class Events {
  private readonly listeners = new Set<(event: WorkbookEvent) => void>();
  private stop: (() => void) | null = null;

  constructor(private readonly connection: WpsConnection) {}

  readonly tell = (event: WorkbookEvent): void => {
    for (const listener of [...this.listeners]) listener(event);
  };

  async watch(listener: (event: WorkbookEvent) => void): Promise<() => Promise<void>> {
    await this.connection.run(LISTENING, () => {
      this.stop ??= this.listen();
    });
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) {
        this.stop?.();
        this.stop = null;
      }
      return Promise.resolve();
    };
  }

  private listen(): () => void {
    const { ApiEvent } = this.connection.application;
    const events = eventsOf(this.connection, this.tell);
    for (const [name, listener] of events) ApiEvent.AddApiEventListener(name, listener);
    return () => {
      for (const [name, listener] of events) ApiEvent.RemoveApiEventListener(name, listener);
    };
  }
}
