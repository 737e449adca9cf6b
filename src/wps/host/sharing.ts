/** What sharing asks of the workbook, over WPS. */
import type { Control } from "../../excel/host";
import type { CopiedSheet, SharingHost } from "../../excel/sharing-host";
import type { Doing } from "../../excel/trouble";
import { uniqueSheetName } from "../../xlsx/accepted-names";
import { changeCells } from "./change-cells";
import { idOf, type WpsConnection } from "./connection";
import { remove, tried } from "./put-away";
import { readFormulas } from "./formulas";
import { readNames, setNames } from "./names";
import { addNotes } from "./notes";
import { XL, type WpsSheet } from "./objects";

const COPYING: Doing = { zh: "复制工作表", en: "copying sheets" };
const REMOVING: Doing = { zh: "删除工作表", en: "removing sheets" };

export function connectSharing(connection: WpsConnection): SharingHost {
  return {
    formulas: (wanted, control = {}) => readFormulas(connection, wanted, control),
    change: (changes, control: Control = {}) => changeCells(connection, changes, control),
    copySheets: (sheets) => copySheets(connection, sheets),
    removeSheets: (sheets) =>
      connection.change(REMOVING, () =>
        connection.still(() => {
          for (const key of sheets) {
            const sheet = connection.find(key);
            if (sheet !== null) remove(sheet);
          }
        }),
      ),
    addNotes: (notes) => addNotes(connection, notes),
    names: () => readNames(connection),
    setNames: (add, gone) => setNames(connection, add, gone),
    // A page in WPS reaches no folder of the user's to save the file in first.
    openWorkbook: () => Promise.resolve(false),
  };
}

/** All or nothing. */
function copySheets(
  connection: WpsConnection,
  wanted: readonly { readonly sheet: string; readonly name: string }[],
): Promise<readonly CopiedSheet[]> {
  return connection.change(COPYING, () =>
    connection.still(() => {
      connection.throwIfStructureIsProtected(COPYING);
      const taken = new Set(connection.sheets.map(({ Name }) => Name.toLowerCase()));
      const there = new Set(connection.sheets.map(idOf));
      const { inView } = connection;
      try {
        return wanted.map(({ sheet: key, name }) => {
          const from = connection.sheet(key, COPYING);
          const copy = copyOf(connection, from);
          copy.Name = uniqueSheetName(name, taken);
          return { from: idOf(from), id: idOf(copy), name: copy.Name };
        });
      } catch (error) {
        // By what is there now: WPS may have failed just after it had copied.
        tried(() => {
          for (const sheet of connection.sheets) if (!there.has(idOf(sheet))) remove(sheet);
        });
        throw error;
      } finally {
        tried(() => inView?.Activate());
      }
    }),
  );
}

/** As hidden as what it was made from: WPS copies no sheet that only a program can bring back into view. */
function copyOf(connection: WpsConnection, from: WpsSheet): WpsSheet {
  const visible = from.Visible;
  const last = connection.sheets.at(-1) ?? from;
  if (visible === XL.veryHidden) from.Visible = XL.hidden;
  try {
    from.Copy(undefined, last);
  } finally {
    if (visible === XL.veryHidden) from.Visible = visible;
  }
  const copy = connection.sheets.at(-1);
  if (copy === undefined || idOf(copy) === idOf(last)) throw new Error("Worksheet.Copy made no sheet");
  copy.Visible = visible;
  return copy;
}
