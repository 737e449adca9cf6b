/** Notes on cells, which WPS calls comments. */
import type { CellNote } from "../../excel/sharing-host";
import type { Doing } from "../../excel/trouble";
import type { WpsConnection } from "./connection";
import type { WpsRange } from "./objects";
import { rangeAt } from "./ranges";

const NOTING: Doing = { zh: "写批注", en: "writing notes" };

/** What notes of the product begin with; others are somebody else's. The same in Excel. */
const NOTE_MARK = "ZJTX: ";

/** All or nothing. */
export function addNotes(connection: WpsConnection, notes: readonly CellNote[]): Promise<boolean> {
  return connection.change(NOTING, () =>
    connection.still(() => {
      const written: { readonly cell: WpsRange; readonly before: string | null }[] = [];
      try {
        for (const { sheet, row, column, text } of notes) {
          const cell = rangeAt(connection.sheet(sheet, NOTING), { top: row, left: column, bottom: row, right: column });
          const before = cell.Comment?.Text() ?? null;
          if (before !== null && !before.startsWith(NOTE_MARK)) continue;
          written.push({ cell, before });
          become(cell, text === null ? null : NOTE_MARK + text);
        }
        return true;
      } catch (error) {
        for (const { cell, before } of written.reverse()) become(cell, before);
        throw error;
      }
    }),
  );
}

function become(cell: WpsRange, text: string | null): void {
  cell.Comment?.Delete();
  if (text !== null) cell.AddComment(text);
}
