/** What sharing asks of the workbook, over Office.js. */
import type { Connection } from "../connection";
import type { OwnWriting } from "../own-writing";
import type { SharingHost } from "../sharing-host";
import { trouble } from "../trouble";
import { openWorkbook } from "./open-workbook";

export function connectSharing(connection: Connection, writing: OwnWriting): SharingHost {
  const missing = (): Promise<never> =>
    Promise.reject(
      trouble(
        "too-old",
        { zh: "共享工作簿", en: "sharing the workbook" },
        { zh: "还做不到。", en: "this can't be done yet." },
      ),
    );
  return {
    formulas: missing,
    change: () => writing.during(missing),
    copySheets: missing,
    removeSheets: missing,
    addNotes: missing,
    names: missing,
    setNames: missing,
    openWorkbook: (bytes) => openWorkbook(connection, bytes),
  };
}
