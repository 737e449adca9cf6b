/**
 * Workbooks in other formats (.xls, .et, .xlsb, .ods, XML Spreadsheet 2003, web pages saved as .xls) -> the bytes of an .xlsx with the
 * same sheets, so that everything behind it knows one format. SheetJS reads them; it is loaded only when such a file comes.
 */
import type { WorkBook } from "@e965/xlsx";
import { unzipSync } from "fflate";
import type { Text } from "../../words/text";
import { decodeText } from "../read-csv";
import { requireWholeBinarySheets } from "./whole-binary-sheet";
import { requireWholeOldWorkbook } from "./whole-old-workbook";
import { DamagedFile, LockedFile } from "./faults";

/** What converting leaves behind, for whoever opens the file. */
export const LEFT_BEHIND: Text = {
  zh: "公式（已换成结果）、图表、图片和样式",
  en: "formulas (kept as their results), charts, pictures and looks",
};

/** `xls` also stands for WPS's .et, which is the same; `html` for a table of a web page whatever its ending. */
export type OtherFormat = "xls" | "xlsb" | "ods" | "xml-2003" | "html";

/**
 * Values, number formats, merged cells, hidden rows, columns and sheets come over. Formulas come as their results; pictures, charts and
 * looks stay behind.
 * @throws DamagedFile where the file is cut or inconsistent, LockedFile behind a password
 */
export async function convertToXlsx(bytes: Uint8Array, format: OtherFormat): Promise<Uint8Array<ArrayBuffer>> {
  const sheetjs = await import("@e965/xlsx");
  sheetjs.set_cptable(await import("@e965/xlsx/dist/cpexcel"));
  const book = refusingFaults((): WorkBook => read(sheetjs, bytes, format));
  if (book.SheetNames.length === 0) throw new DamagedFile("no sheet in it");
  dropEmptySheetsBounds(book);
  const written = refusingFaults(() => {
    const whole: unknown = sheetjs.write(book, { type: "array", bookType: "xlsx", compression: true });
    return whole;
  });
  if (!(written instanceof ArrayBuffer)) throw new DamagedFile("it could not be written as .xlsx");
  return new Uint8Array(written);
}

type SheetJs = typeof import("@e965/xlsx");

const KEPT = {
  dense: true,
  cellFormula: false,
  cellHTML: false,
  cellText: false,
  cellNF: true,
  cellStyles: true,
} as const;

function read(sheetjs: SheetJs, bytes: Uint8Array, format: OtherFormat): WorkBook {
  switch (format) {
    case "xls":
      requireWholeOldWorkbook(bytes, sheetjs.CFB);
      return sheetjs.read(bytes, KEPT);
    case "xlsb":
      requireWholeBinarySheets(bytes);
      return sheetjs.read(bytes, KEPT);
    case "ods":
      for (const content of Object.values(unzipSync(bytes, { filter: ({ name }) => name === "content.xml" }))) {
        wholeText(content, /<\/(?:\w+:)?document-content\s*>\s*$/);
      }
      return sheetjs.read(bytes, KEPT);
    case "xml-2003":
      return sheetjs.read(wholeText(bytes, /<\/(?:\w+:)?Workbook\s*>\s*$/i), { ...KEPT, type: "string" });
    case "html":
      // As text, like a csv: a credit code that became a number would have lost its last digits.
      return sheetjs.read(wholeText(bytes, /<\/table\s*>/i), { ...KEPT, type: "string", raw: true });
  }
}

/** The file as text, where it has the end that a whole file has. */
function wholeText(bytes: Uint8Array, end: RegExp): string {
  const text = decodeText(bytes);
  if (text === null || !end.test(text)) throw new DamagedFile("its end is missing");
  // What the text says of its encoding was true of the bytes.
  return text.replace(/^(\s*<\?xml[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/i, "$1");
}

/** A sheet without cells has no bounds, which the writer wants. */
function dropEmptySheetsBounds(book: WorkBook): void {
  for (const sheet of Object.values(book.Sheets)) sheet["!ref"] ??= "A1";
}

/** The library's errors say in English what is wrong inside; to a person the file is damaged or locked. */
function refusingFaults<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DamagedFile) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(reason)) throw new LockedFile(reason, { cause: error });
    throw new DamagedFile(reason, { cause: error });
  }
}
