/** What sharing asks of the workbook, over Office.js. */
import type { Connection } from "../connection";
import type { OwnWriting } from "../own-writing";
import type { SharingHost } from "../sharing-host";
import { readNames, setNames } from "./book-names";
import { addNotes } from "./cell-notes";
import { changeCells } from "./change-cells";
import { openWorkbook } from "./open-workbook";
import { readFormulas } from "./read-formulas";
import { copySheets, removeSheets } from "./sheet-copies";

export function connectSharing(connection: Connection, writing: OwnWriting): SharingHost {
  return {
    formulas: (wanted, control) => readFormulas(connection, wanted, control),
    change: (changes, control) => changeCells(connection, writing, changes, control),
    copySheets: (sheets) => copySheets(connection, writing, sheets),
    removeSheets: (sheets) => removeSheets(connection, writing, sheets),
    addNotes: (notes) => addNotes(connection, writing, notes),
    names: () => readNames(connection),
    setNames: (add, remove) => setNames(connection, add, remove),
    openWorkbook: (bytes) => openWorkbook(connection, bytes),
  };
}
