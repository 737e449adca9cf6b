/** The workbook in WPS, as plain data. */
import { ExcelTrouble, type ExcelHost, type Support } from "../../excel/host";
import type { Pace } from "../../excel/pace";
import type { Text } from "../../words/text";
import { FIRST_WPS_WITH_FUNCTIONS, isFunctionRegistry } from "../functions/register-functions";
import { WpsConnection } from "./connection";
import { Events } from "./events";
import { look, shape } from "./look";
import type { WpsApplication } from "./objects";
import { readBlocks, readHeads } from "./read";
import { changeSetting, readSetting, saveSetting } from "./settings";
import { connectSharing } from "./sharing";
import { addSheet, filter, recalculate, show } from "./sheet-actions";
import { writeResults } from "./write-results";

/** WPS's spreadsheet by its name. */
export const WPS: Text = { zh: "WPS 表格", en: "WPS Spreadsheets" };

/** What is missing, by name. */
function supportOf(application: WpsApplication): Support {
  const missing = isFunctionRegistry(application) ? [] : [`AddCustomFunction, WPS ${FIRST_WPS_WITH_FUNCTIONS}`];
  return { enough: missing.length === 0, missing, platform: `WPS ${application.Version}.${String(application.Build)}` };
}

/**
 * Connects to the workbook in front.
 * @param pace clocks and pauses, for tests
 * @throws ExcelTrouble where no workbook is open
 */
export function connectWps(application: WpsApplication, pace?: Pace): ExcelHost {
  const workbook = application.ActiveWorkbook;
  if (workbook === null) {
    throw new ExcelTrouble("unreachable", {
      zh: "还没有打开表格文件。请先打开企业名单，再打开窗格。",
      en: "No workbook is open. Open the list of enterprises first, then the pane.",
    });
  }
  const connection = new WpsConnection(application, workbook, pace);
  const events = new Events(connection);
  /** Steps that add or remove sheets are told of once, when all is done. */
  const telling = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work;
    events.tell({ kind: "sheets", remote: false });
    return done;
  };
  const sharing = connectSharing(connection);
  return {
    program: WPS,
    sharing: {
      ...sharing,
      copySheets: (sheets) => telling(sharing.copySheets(sheets)),
      removeSheets: (sheets) => telling(sharing.removeSheets(sheets)),
    },
    support: () => Promise.resolve(supportOf(application)),
    look: () => look(connection),
    shape: (sheet) => shape(connection, sheet),
    readHeads: (asked) => readHeads(connection, asked),
    readBlocks: (sheet, range, control) => readBlocks(connection, sheet, range, control),
    writeResults: (sheets, control) => telling(writeResults(connection, sheets, control)),
    addSheet: (name, rows) => telling(addSheet(connection, name, rows)),
    show: (sheet, range) => show(connection, sheet, range),
    filter: (table, column, values) => filter(connection, table, column, values),
    readSetting: (key) => readSetting(connection, key),
    saveSetting: (key, value) => saveSetting(connection, key, value),
    changeSetting: (key, change) => changeSetting(connection, key, change),
    recalculate: () => recalculate(connection),
    watch: (listener) => events.watch(listener),
  };
}
