/** Bytes of a file somebody chose -> a workbook as plain data, with a list of what could not be kept. */
import type { Text } from "../../words/text";
import { fileKindOf } from "../../commands/file-kind";
import { LEFT_BEHIND, type OtherFormat } from "../../commands/other-formats/convert";
import { convertedFile, formatOfZip } from "../../commands/other-formats/open-other";
import { csvFault, csvRows, decodeText } from "../../commands/read-csv";
import { PackageParts } from "../../xlsx/container/package-parts";
import { BrokenWorkbook, WorkbookTooLarge } from "../../xlsx/faults";
import { repeatedLines } from "../../xlsx/read/plausible-rows";
import { mainContentType, outlineOf } from "../../xlsx/workbook-outline";
import { safeSheetName } from "../../xlsx/accepted-names";
import * as unreadable from "../../commands/unreadable-file";
import type { BookCell, BookFile, BookSheet } from "../../xlsx/book-file";
import { breather } from "./breathe";
import { lostTexts, type LostContent } from "./lost-content";
import { readBook } from "./read-book";

export interface OpenedFile {
  readonly book: BookFile;
  readonly kind: "xlsx" | "csv";
  /** Names of what the file holds and the book does not, such as 图片; empty where everything was kept. */
  readonly lost: readonly Text[];
}

/**
 * Opens an .xlsx, .xlsm or .csv file, or one in another format that can be converted; the content decides which it is.
 * @param name the file's name, for messages and for the sheet of a csv
 * @throws UnreadableFile saying what is wrong with the file and what to do
 */
export async function openFile(name: string, bytes: Uint8Array): Promise<OpenedFile> {
  if (bytes.length === 0) throw unreadable.isEmpty(name);
  const found = fileKindOf(bytes);
  switch (found.kind) {
    case "zip":
      return await openPackage(name, bytes);
    case "text":
      return { book: csvBook(name, bytes), kind: "csv", lost: [] };
    case "convertible":
      return await openConverted(name, bytes, found.format);
    case "encrypted-workbook":
      throw unreadable.hasPassword(name);
    case "other":
      throw unreadable.notAWorkbook(name, found.looksLike);
  }
}

/** Opens an xlsx workbook. @throws UnreadableFile */
export async function openXlsx(bytes: Uint8Array): Promise<BookFile> {
  return (await openFile("xlsx", bytes)).book;
}

async function openPackage(name: string, bytes: Uint8Array): Promise<OpenedFile> {
  const lost = new Set<LostContent>();
  try {
    const parts = PackageParts.open(bytes);
    const format = spreadsheetFormat(name, parts);
    if (format !== "xlsx") return await openConverted(name, bytes, format);
    const book = await readBook(parts, outlineOf(parts), lost, breather());
    parts.requireSound();
    return { book, kind: "xlsx", lost: lostTexts(lost) };
  } catch (error) {
    if (error instanceof BrokenWorkbook) throw unreadable.isBroken(name, error);
    if (error instanceof WorkbookTooLarge) throw unreadable.isTooMuch(name, error);
    throw error;
  }
}

async function openConverted(name: string, bytes: Uint8Array, format: OtherFormat): Promise<OpenedFile> {
  const opened = await openPackage(name, await convertedFile(name, bytes, format));
  return { ...opened, lost: [LEFT_BEHIND, ...opened.lost] };
}

function spreadsheetFormat(name: string, parts: PackageParts): OtherFormat | "xlsx" {
  const type = mainContentType(parts) ?? "";
  if (/spreadsheetml|ms-excel\.(sheet|template)\.macroEnabled/i.test(type)) return "xlsx";
  const format = formatOfZip(type, parts.has("mimetype") ? parts.text("mimetype") : null);
  if (format !== null) return format;
  const archive = { zh: "一个普通压缩包", en: "an ordinary zip archive" };
  const office = { zh: "别的 Office 文件", en: "another kind of Office file" };
  throw unreadable.notAWorkbook(name, type === "" ? archive : office);
}

/** A csv's cells are text: what a number or a date means is for the sheet reader to say, with the heading at hand. */
function csvBook(name: string, bytes: Uint8Array): BookFile {
  if (/\.xls[xmb]$/i.test(name)) throw unreadable.textNamedAsWorkbook(name);
  const text = decodeText(bytes);
  if (text === null) throw unreadable.notAWorkbook(name, null);
  const fault = csvFault(text);
  if (fault !== null) throw unreadable.csvRefused(name, fault);
  const rows = csvRows(text);
  const repeated = repeatedLines(rows, bytes.length);
  if (repeated !== null) throw unreadable.isTooMuch(name, repeated);
  const cells = rows.map((row) =>
    row.map((value): BookCell | undefined => (value === "" ? undefined : { value, style: 0 })),
  );
  const sheet = { ...emptySheet(safeSheetName(name.replace(/\.[^.]*$/, ""))), cells };
  return { sheets: [sheet], active: 0, names: [], styles: [{ numberFormat: "@" }], settings: {} };
}

export function emptySheet(name: string): BookSheet {
  return {
    name,
    visibility: "visible",
    cells: [],
    columnWidths: {},
    rowHeights: {},
    hiddenRows: [],
    hiddenColumns: [],
    merges: [],
    frozen: { rows: 0, columns: 0 },
    showGridlines: true,
    protected: false,
    tables: [],
    conditionalFormats: [],
    charts: [],
  };
}
