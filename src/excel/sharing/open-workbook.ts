/** Opens an xlsx file as a new workbook in a window of its own. */
import { supportsSet, type Connection } from "../connection";
import { asTrouble, isTooOld, type Doing } from "../trouble";

const OPENING_BOOK: Doing = { zh: "打开新工作簿", en: "opening a new workbook" };

/** Bytes turned into text at once; a whole file as arguments of one call would overflow the stack. */
const BYTES_AT_ONCE = 0x8000;

export async function openWorkbook(connection: Connection, bytes: Uint8Array): Promise<boolean> {
  if (connection.onWorkbench || !supportsSet("ExcelApi", "1.8")) return false;
  try {
    await Excel.createWorkbook(base64(bytes));
    return true;
  } catch (error) {
    // Excel for iOS opens the workbook and says all the same that it can't; elsewhere the pane offers the file instead.
    if (isTooOld(error)) return false;
    throw asTrouble(error, OPENING_BOOK);
  }
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(at, at + BYTES_AT_ONCE));
  return btoa(text);
}
