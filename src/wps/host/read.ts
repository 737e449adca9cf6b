/**
 * Reads cells in blocks of 5,000 rows, one call for the values of a block. Number formats are asked for by columns that hold numbers, and a
 * column of one format costs one question however long it is.
 */
import type { Control, GridBlock, SheetHead } from "../../excel/host";
import { ExcelTrouble } from "../../excel/host";
import { intersect } from "../../excel/places";
import { throwIfCancelled } from "../../excel/trouble";
import type { Cell, CellRange } from "../../words/grid";
import { rangeAddress } from "../../words/range-address";
import { pieces, readCells } from "./cells";
import { idOf, type WpsConnection } from "./connection";
import { mergesIn, OPENING, reading } from "./look";
import { isRange, isSheet, type WpsSheet } from "./objects";
import { alikeParts, filledRange, rangeFrom, rowsOf, text } from "./ranges";

/** Formats of the columns that hold numbers in these rows, null elsewhere. */
function formatsOf(sheet: WpsSheet, { top, left }: CellRange, rows: readonly (readonly Cell[])[]): (string | null)[][] {
  const formats = rows.map((row): (string | null)[] => row.map(() => null));
  const width = rows[0]?.length ?? 0;
  for (let column = 0; column < width; column++) {
    if (!rows.some((row) => typeof row[column] === "number")) continue;
    const range = { top, bottom: top + rows.length - 1, left: left + column, right: left + column };
    for (const part of alikeParts(sheet, range, (cells) => text(cells.NumberFormat)))
      for (let row = part.range.top; row <= part.range.bottom; row++) {
        const line = formats[row - top];
        if (line) line[column] = part.value;
      }
  }
  return formats;
}

function blockOf(sheet: WpsSheet, range: CellRange): GridBlock {
  const rows = readCells(sheet, range);
  return { top: range.top, left: range.left, rows, numberFormats: formatsOf(sheet, range, rows) };
}

/** Sheets that have gone meanwhile are left out. */
export function readHeads(
  connection: WpsConnection,
  asked: readonly { readonly sheet: string; readonly range: CellRange }[],
): Promise<readonly SheetHead[]> {
  return connection.run(OPENING, () =>
    asked.flatMap(({ sheet: key, range }) => {
      const sheet = connection.find(key);
      if (sheet === null) return [];
      return [{ sheet: key, merges: mergesIn(sheet, range), block: blockOf(sheet, range) }];
    }),
  );
}

export async function* readBlocks(
  connection: WpsConnection,
  key: string,
  range: CellRange,
  { signal, progress }: Control = {},
): AsyncGenerator<GridBlock, void> {
  throwIfCancelled(signal);
  const watch = await connection.run(OPENING, () => new EditWatch(connection, connection.sheet(key, OPENING), range));
  try {
    for (const piece of pieces(range)) {
      const block = await connection.run(watch.doing, () => {
        watch.check();
        return blockOf(connection.sheet(key, watch.doing), piece);
      });
      progress?.(piece.bottom - range.top + 1, rowsOf(range));
      yield block;
      await connection.breathe(signal);
    }
    await connection.run(watch.doing, () => watch.finish());
  } finally {
    watch.end();
  }
}

/** Notices when a sheet is edited, grown or deleted while it is being read piece by piece: half old and half new would be scored as one. */
class EditWatch {
  private changed: string | null = null;
  private readonly id: string;
  private readonly name: string;
  private readonly used: string;

  constructor(
    private readonly connection: WpsConnection,
    sheet: WpsSheet,
    private readonly range: CellRange,
  ) {
    this.id = idOf(sheet);
    this.name = sheet.Name;
    this.used = usedAddress(sheet);
    connection.application.ApiEvent.AddApiEventListener("SheetChange", this.note);
  }

  get doing(): ReturnType<typeof reading> {
    return reading(this.name);
  }

  private readonly note = (...[sheet, cells]: readonly unknown[]): void => {
    if (!isSheet(sheet) || idOf(sheet) !== this.id || this.connection.isWriting) return;
    if (!isRange(cells)) this.changed ??= this.used;
    else if (intersect(rangeFrom(cells), this.range) !== null) this.changed ??= rangeAddress(rangeFrom(cells));
  };

  /** @throws ExcelTrouble of kind "sheet-changed" where cells of the range were edited since */
  check(): void {
    if (this.changed !== null) throw this.trouble(this.changed);
  }

  /** Once all has been read: is the sheet still there, and of the same extent? @throws ExcelTrouble */
  finish(): void {
    const used = usedAddress(this.connection.sheet(this.id, this.doing));
    this.check();
    if (used !== this.used) throw this.trouble(used);
  }

  end(): void {
    this.connection.application.ApiEvent.RemoveApiEventListener("SheetChange", this.note);
  }

  private trouble(where: string): ExcelTrouble {
    return new ExcelTrouble("sheet-changed", {
      zh: `读取“${this.name}”的时候，${where} 被改动了，读到的内容前后对不上。改完后请再来一次。`,
      en: `"${this.name}" was changed at ${where} while it was being read, so its parts no longer fit together. Please start again when the editing is done.`,
    });
  }
}

function usedAddress(sheet: WpsSheet): string {
  const used = filledRange(sheet);
  return used === null ? "" : rangeAddress(used);
}
