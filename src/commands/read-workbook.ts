/** A file on disk -> grids of plain cells, with what is needed to write the results back beside the original sheets. */
import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { Grid } from "../words/grid";
import { fileKindOf } from "./file-kind";
import type { Text } from "../words/text";
import { PackageParts } from "../xlsx/container/package-parts";
import { BrokenWorkbook, WorkbookTooLarge } from "../xlsx/faults";
import { repeatedLines } from "../xlsx/read/plausible-rows";
import { mainContentType, outlineOf, type SheetEntry, type WorkbookOutline } from "../xlsx/workbook-outline";
import { csvFault, csvRows, decodeText } from "./read-csv";
import { LEFT_BEHIND, type OtherFormat } from "./other-formats/convert";
import { convertedFile, formatOfZip } from "./other-formats/open-other";
import { isResultSheet } from "../sheet/results/sheet-names";
import { safeSheetName } from "../xlsx/accepted-names";
import { NODE_CODEC } from "./node-codec";
import { readGrids, withoutBlankEdge } from "./read-grids";
import { systemErrorCode } from "./system-error";
import * as unreadable from "./unreadable-file";

/** The file as it came, to be written back with result sheets beside its own. */
export type Original =
  | { readonly kind: "xlsx"; readonly bytes: Uint8Array }
  | { readonly kind: "csv"; readonly grid: Grid }
  /** There was none: the results stand alone. */
  | { readonly kind: "none" };

export interface WorkbookFile {
  readonly kind: "xlsx" | "csv";
  /**
   * The sheets with cells, in the order of their tabs. Result sheets of an earlier run are left out unless one is asked for by name.
   * Dates are serial numbers counted from 1900 also where the file counts from 1904; formulas are their stored results.
   */
  readonly grids: readonly Grid[];
  /** Names of all sheets with cells, result sheets among them. */
  readonly sheetNames: readonly string[];
  /** Names of the sheets read that are hidden in the workbook. */
  readonly hiddenSheets: ReadonlySet<string>;
  /** Names of the other sheets with cells, where one was asked for by name; result sheets aside. */
  readonly notAskedFor: readonly string[];
  readonly original: Original;
  /** Bytes of the file as it came. */
  readonly size: number;
  /** What was left behind where the file came in another format and was converted; null for .xlsx, .xlsm and text. */
  readonly leftBehind: Text | null;
}

/**
 * Reads an .xlsx, .xlsm or .csv file, or one in another format that can be converted (see `convertToXlsx`); the content decides which
 * it is, not the name.
 * @param sheet read this sheet only, by its tab's name (case and outer spaces do not matter); for a csv the name is ignored
 * @throws UnreadableFile saying what is wrong with the file and what to do
 */
export async function readWorkbook(path: string, sheet?: string): Promise<WorkbookFile> {
  const bytes = await bytesOf(path);
  const found = fileKindOf(bytes);
  switch (found.kind) {
    case "zip":
      return await readPackage(path, bytes, sheet);
    case "text":
      return readText(path, bytes);
    case "convertible":
      return await readConverted(path, bytes, found.format, sheet);
    case "encrypted-workbook":
      throw unreadable.hasPassword(path);
    case "other":
      throw unreadable.notAWorkbook(path, found.looksLike);
  }
}

/** The largest file that is read; a workbook of a million rows has some hundred megabytes. */
const LARGEST_FILE = 1_000_000_000;

/** The bytes of a file that a person named. @throws UnreadableFile where it is missing, no file, empty, too large or out of reach */
export async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw unreadable.isFolder(path);
    if (!found.isFile()) throw unreadable.isNoFile(path);
    if (found.size > LARGEST_FILE) {
      const [size, most] = [found.size, LARGEST_FILE].map((bytes) => Math.round(bytes / 1_000_000));
      const reason = {
        zh: `文件有 ${size} MB，最多能读 ${most} MB`,
        en: `it has ${size} MB, ${most} MB are the most that is read`,
      };
      throw unreadable.isTooMuch(path, new WorkbookTooLarge("", reason));
    }
    const bytes = await readFile(path);
    if (bytes.length === 0) throw unreadable.isEmpty(path);
    return bytes;
  } catch (error) {
    if (error instanceof unreadable.UnreadableFile) throw error;
    const code = systemErrorCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") throw unreadable.notFound(path);
    if (code === "") throw error;
    throw unreadable.noAccess(path);
  }
}

function readText(path: string, bytes: Uint8Array): WorkbookFile {
  // A tab-separated text under the ending .xls is what many systems export; Excel opens it too.
  if (/^\.xls[xmb]$/i.test(extname(path))) throw unreadable.textNamedAsWorkbook(path);
  const text = decodeText(bytes);
  if (text === null) throw unreadable.notAWorkbook(path, null);
  const fault = csvFault(text);
  if (fault !== null) throw unreadable.csvRefused(path, fault);
  const rows = csvRows(text);
  const repeated = repeatedLines(rows, bytes.length);
  if (repeated !== null) throw unreadable.isTooMuch(path, repeated);
  const grid: Grid = {
    sheet: safeSheetName(basename(path, extname(path))),
    rows: withoutBlankEdge(rows),
    merges: [],
    hiddenRows: new Set(),
  };
  return {
    kind: "csv",
    grids: [grid],
    sheetNames: [grid.sheet],
    hiddenSheets: new Set(),
    notAskedFor: [],
    original: { kind: "csv", grid },
    size: bytes.length,
    leftBehind: null,
  };
}

async function readConverted(
  path: string,
  bytes: Uint8Array,
  format: OtherFormat,
  sheet: string | undefined,
): Promise<WorkbookFile> {
  const file = await readPackage(path, await convertedFile(path, bytes, format), sheet);
  return { ...file, leftBehind: LEFT_BEHIND };
}

async function readPackage(path: string, bytes: Uint8Array, sheet: string | undefined): Promise<WorkbookFile> {
  try {
    const parts = PackageParts.open(bytes, NODE_CODEC);
    const format = spreadsheetFormat(path, parts);
    if (format !== "xlsx") return await readConverted(path, bytes, format, sheet);
    const outline = outlineOf(parts);
    const wanted = chooseSheets(path, outline, sheet);
    const grids = readGrids(parts, outline, wanted);
    parts.requireSound();
    return {
      kind: "xlsx",
      grids,
      sheetNames: outline.sheets.filter(({ kind }) => kind === "worksheet").map(({ name }) => name),
      notAskedFor: outline.sheets
        .filter((entry) => entry.kind === "worksheet" && !isResultSheet(entry.name) && !wanted.includes(entry))
        .map(({ name }) => name),
      hiddenSheets: new Set(wanted.filter((entry) => entry.hidden).map((entry) => entry.name)),
      original: { kind: "xlsx", bytes },
      size: bytes.length,
      leftBehind: null,
    };
  } catch (error) {
    if (error instanceof WorkbookTooLarge) throw unreadable.isTooMuch(path, error);
    if (error instanceof BrokenWorkbook) throw unreadable.isBroken(path, error);
    throw error;
  }
}

function spreadsheetFormat(path: string, parts: PackageParts): OtherFormat | "xlsx" {
  const type = mainContentType(parts);
  if (type !== null && /spreadsheetml|ms-excel\.(sheet|template)\.macroEnabled/i.test(type)) return "xlsx";
  const format = formatOfZip(type ?? "", parts.has("mimetype") ? parts.text("mimetype") : null);
  if (format !== null) return format;
  const office = type === null ? { zh: "一个普通压缩包", en: "an ordinary zip archive" } : null;
  throw unreadable.notAWorkbook(path, office ?? { zh: "别的 Office 文件", en: "another kind of Office file" });
}

function chooseSheets(path: string, outline: WorkbookOutline, sheet: string | undefined): SheetEntry[] {
  const withCells = outline.sheets.filter(({ kind, part }, index) => {
    // Entries that lead to one part are one sheet under several names.
    return kind === "worksheet" && outline.sheets.findIndex((other) => other.part === part) === index;
  });
  if (sheet === undefined) return withCells.filter((entry) => !isResultSheet(entry.name));
  const key = sheet.trim().toLowerCase();
  const named = withCells.filter((entry) => entry.name.trim().toLowerCase() === key);
  const names = withCells.map((entry) => entry.name);
  if (named.length === 0) throw unreadable.noSuchSheet(path, sheet, names);
  return named;
}
