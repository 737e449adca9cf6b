/** A copy of a whole sheet, tables and charts included. */
import type { Book } from "./book";
import type { Sheet } from "./sheet";
import { stayingInView } from "./sheet-list";

/** Excel's name for the copy: `企业 (2)`, cut to fit. */
function copyName(book: Book, name: string): string {
  const stem = name.replace(/ \(\d+\)$/, "");
  for (let number = 2; ; number++) {
    const ending = ` (${number})`;
    const copy = stem.slice(0, 31 - ending.length) + ending;
    if (book.sheetNamed(copy) === null) return copy;
  }
}

/** A table's name is one of its kind in the workbook. */
export function freeTableName(book: Book, stem: string): string {
  const taken = new Set(
    book.sheets.flatMap((sheet) => sheet.extras.get("tables").map(({ name }) => name.toLowerCase())),
  );
  for (const { name } of book.names.all) taken.add(name.toLowerCase());
  for (let number = 1; ; number++) {
    const name = `${stem}${number}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** Adds the copy at `position`. The spilled values of the copy are calculated anew. */
export function copySheet(book: Book, sheet: Sheet, position: number): Sheet {
  const name = copyName(book, sheet.name);
  const id = book.freeSheetId();
  const record = { ...structuredClone(sheet.core.getConfig()), id, name, hidden: 0, status: 0 };
  stayingInView(book, () => {
    book.link.run("sheet.mutation.insert-sheet", null, { index: position, sheet: record });
  });
  book.link.journal.record(() => {
    book.link.run("sheet.mutation.remove-sheet", id, { subUnitName: name });
  });
  const copy = book.sheet(id);
  if (copy === null) throw new Error(`Univer did not copy the sheet ${sheet.name}`);
  const { tables, charts, formats } = sheet.extras.all;
  for (const table of tables) {
    const again = { ...table, id: String(book.nextId()), name: freeTableName(book, table.name) };
    copy.extras.set("tables", [...copy.extras.get("tables"), again]);
  }
  copy.extras.set(
    "charts",
    charts.map((chart) => ({ ...chart, id: String(book.nextId()) })),
  );
  copy.extras.set(
    "formats",
    formats.map((format) => ({ ...format, id: String(book.nextId()) })),
  );
  copy.extras.set("filter", sheet.extras.get("filter"));
  copy.extras.set("page", sheet.extras.get("page"));
  copy.extras.set("notes", sheet.extras.get("notes"));
  copy.extras.set("protected", sheet.extras.get("protected"));
  return copy;
}
