/** Adding, deleting, naming, ordering and showing sheets. */
import type { Book } from "./book";
import type { Sheet } from "./sheet";
import { codeOf } from "./enum-codes";

/** What a new sheet's grid has in Univer; Excel's sheet is endless, so writing beyond it makes it grow. */
export const NEW_SHEET = { rowCount: 200, columnCount: 30, defaultColumnWidth: 72, defaultRowHeight: 20 };

/** Why Excel refuses a sheet name; null for a good one. */
export function badSheetName(name: string): "invalid" | null {
  if (name === "" || name.length > 31) return "invalid";
  if (/[[\]:*?/\\]/.test(name) || name.startsWith("'") || name.endsWith("'")) return "invalid";
  return name.toLowerCase() === "history" ? "invalid" : null;
}

/** The first of Sheet1, Sheet2, … that is free. */
function freeName(book: Book): string {
  for (let number = book.sheets.length + 1; ; number++) {
    const name = `Sheet${number}`;
    if (book.sheetNamed(name) === null) return name;
  }
}

/** Univer brings a sheet into view that was added or unhidden; Excel leaves that to `activate`. */
export function stayingInView(book: Book, change: () => void): void {
  const before = book.active;
  change();
  if (book.active === before) return;
  book.link.api.syncExecuteCommand(SHOW, { unitId: book.link.unitId, subUnitId: before.id });
}

const SHOW = "sheet.operation.set-worksheet-active";

/** Adds an empty sheet at the end. The name must be good and free. */
export function addSheet(book: Book, name = freeName(book)): Sheet {
  const id = book.freeSheetId();
  const index = book.sheets.length;
  stayingInView(book, () => {
    book.link.run("sheet.mutation.insert-sheet", null, { index, sheet: { ...emptySheet(id, name) } });
  });
  book.link.journal.record(() => {
    book.link.run("sheet.mutation.remove-sheet", id, { subUnitName: name });
  });
  const sheet = book.sheet(id);
  if (sheet === null) throw new Error(`Univer did not add the sheet ${name}`);
  return sheet;
}

/** A full worksheet record for Univer, empty. */
export function emptySheet(id: string, name: string): Record<string, unknown> {
  return {
    id,
    name,
    tabColor: "",
    hidden: 0,
    freeze: { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 },
    ...NEW_SHEET,
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    mergeData: [],
    cellData: {},
    rowData: {},
    columnData: {},
    rowHeader: { width: 46, hidden: 0 },
    columnHeader: { height: 20, hidden: 0 },
    showGridlines: 1,
    rightToLeft: 0,
  };
}

/** Deletes a sheet; the one beside it comes into view. The last visible sheet must stay: the caller sees to it. */
export async function deleteSheet(book: Book, sheet: Sheet): Promise<void> {
  const { id, name } = sheet;
  const index = book.sheets.indexOf(sheet);
  const snapshot = book.link.journal.recording ? structuredClone(sheet.core.getConfig()) : null;
  const wasActive = book.active === sheet;
  for (const own of book.names.all.filter((one) => one.sheet === id)) book.names.remove(own);
  if (wasActive) {
    const others = book.sheets.filter((one) => one !== sheet && !isHidden(one));
    const next = others.find((one) => book.sheets.indexOf(one) > index) ?? others.at(-1);
    if (next !== undefined) await activateSheet(book, next);
  }
  book.link.run("sheet.mutation.remove-sheet", id, { subUnitName: name });
  book.link.journal.record(() => {
    stayingInView(book, () => {
      book.link.run("sheet.mutation.insert-sheet", null, { index, sheet: snapshot });
    });
  });
}

export function renameSheet(book: Book, sheet: Sheet, name: string): void {
  const before = sheet.name;
  const rename = (to: string): void => {
    book.link.run("sheet.mutation.set-worksheet-name", sheet.id, { name: to });
  };
  book.link.journal.record(() => {
    rename(before);
  });
  rename(name);
}

export function moveSheet(book: Book, sheet: Sheet, position: number): void {
  const from = book.sheets.indexOf(sheet);
  const move = (fromOrder: number, toOrder: number): void => {
    book.link.run("sheet.mutation.set-worksheet-order", sheet.id, { fromOrder, toOrder }, true);
  };
  book.link.journal.record(() => {
    move(position, from);
  });
  move(from, position);
}

export function isHidden(sheet: Sheet): boolean {
  return codeOf(sheet.core.getConfig().hidden) === 1;
}

export function visibilityOf(sheet: Sheet): "visible" | "hidden" | "very-hidden" {
  if (!isHidden(sheet)) return "visible";
  return sheet.extras.get("veryHidden") ? "very-hidden" : "hidden";
}

export function setVisibility(book: Book, sheet: Sheet, visibility: "visible" | "hidden" | "very-hidden"): void {
  const before = isHidden(sheet);
  const hide = (hidden: boolean): void => {
    const run = (): void =>
      book.link.run("sheet.mutation.set-worksheet-hidden", sheet.id, { hidden: hidden ? 1 : 0 }, true);
    if (hidden) run();
    else stayingInView(book, run);
  };
  book.link.journal.record(() => {
    hide(before);
  });
  hide(visibility !== "visible");
  sheet.extras.set("veryHidden", visibility === "very-hidden");
}

/** Brings a sheet into view. */
export async function activateSheet(book: Book, sheet: Sheet): Promise<void> {
  const before = book.active;
  if (before === sheet) return;
  book.link.journal.record(() => show(book, before));
  await show(book, sheet);
}

async function show(book: Book, sheet: Sheet): Promise<void> {
  await book.link.api.executeCommand(SHOW, { unitId: book.link.unitId, subUnitId: sheet.id });
}
