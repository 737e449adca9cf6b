/** Which other format a file is in, and the file as .xlsx or the reason why not, said to the person who named it. */
import * as unreadable from "../unreadable-file";
import { convertToXlsx, type OtherFormat } from "./convert";
import { DamagedFile, LockedFile } from "./faults";

const ODS = "application/vnd.oasis.opendocument.spreadsheet";

/**
 * The format of a zip that is no .xlsx; null where no spreadsheet lies in it.
 * @param mainType the content type of the package's main document, "" where it names none
 * @param mimetype the text of the part `mimetype`, null where there is none
 */
export function formatOfZip(mainType: string, mimetype: string | null): OtherFormat | null {
  if (mainType.includes("ms-excel.sheet.binary")) return "xlsb";
  return mimetype?.startsWith(ODS) === true ? "ods" : null;
}

/** @throws UnreadableFile where the file is damaged or locked */
export async function convertedFile(
  path: string,
  bytes: Uint8Array,
  format: OtherFormat,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await convertToXlsx(bytes, format);
  } catch (error) {
    if (error instanceof LockedFile) throw unreadable.hasPassword(path);
    if (error instanceof DamagedFile) throw unreadable.isBroken(path, error);
    throw error;
  }
}
