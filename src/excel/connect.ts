/** The workbook on the other side, as plain data. */
import { Connection } from "./connection";
import type { ExcelHost } from "./host";
import { changeSetting, readSetting, saveSetting } from "./kept-settings";
import { OwnWriting } from "./own-writing";
import type { Pace } from "./pace";
import { readBlocks } from "./read-blocks";
import { readHeads } from "./read-heads";
import { connectSharing } from "./sharing/connect-sharing";
import { addSheet, filter, recalculate, show } from "./sheet-actions";
import { look, shape } from "./sheet-shape";
import { support } from "./support";
import { watch } from "./watch";
import { writeSheets } from "./write-sheets";
import type { Text } from "../words/text";

/** Excel by its name, wherever it runs. */
export const EXCEL: Text = { zh: "Excel", en: "Excel" };

/**
 * Connects to Excel through Microsoft's client, the global `Excel`, which must be loaded.
 * @param session the workbench's session (`RunOptions.session`); none in Excel itself
 * @param pace clocks and pauses, for tests
 */
export function connectExcel(session?: object, pace?: Pace): ExcelHost {
  const connection = new Connection(session, pace);
  const writing = new OwnWriting();
  return {
    program: EXCEL,
    sharing: connectSharing(connection, writing),
    support: () => Promise.resolve(support(connection)),
    look: () => look(connection),
    shape: (sheet) => shape(connection, sheet),
    readHeads: (asked) => readHeads(connection, asked),
    readBlocks: (sheet, range, control) => readBlocks(connection, sheet, range, control),
    writeResults: (sheets, control) => writeSheets(connection, writing, sheets, control),
    addSheet: (name, rows) => addSheet(connection, writing, name, rows),
    show: (sheet, range) => show(connection, sheet, range),
    filter: (table, column, values) => filter(connection, table, column, values),
    readSetting: (key) => readSetting(connection, key),
    saveSetting: (key, value) => saveSetting(connection, key, value),
    changeSetting: (key, change) => changeSetting(connection, key, change),
    recalculate: () => recalculate(connection),
    watch: (listener) => watch(connection, writing, listener),
  };
}
