/** A file on disk -> grids of plain cells, with what is needed to write the results back beside the original sheets. */
import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { readXlsx, streamXlsxRows } from "hucre/xlsx";
import { address, type Cell, type Grid } from "../sheet/reading/grid";
import { fileKindOf } from "./file-kind";
import { escapeAttribute } from "./markup";
import type { Text } from "../policy/vocabulary";
import { LEFT_BEHIND, type OtherFormat } from "./other-formats/convert";
import { convertedFile, formatOfZip } from "./other-formats/open-other";
import { BrokenPackage, PackageParts } from "./package-parts";
import { percentFormats, percentStyles } from "./percent-formats";
import { csvRows, decodeText, openQuote } from "./read-csv";
import { isResultSheet, safeSheetName } from "../sheet/results/sheet-names";
import { systemErrorCode } from "./system-error";
import * as unreadable from "./unreadable-file";
import { CONTENT_TYPES, mainContentType, outlineOf, type SheetEntry, type WorkbookOutline } from "./workbook-outline";

/** What a formula cell without a stored result reads as: the file was written by a program that does not compute. */
export const NOT_CALCULATED = "#公式未计算";

/** The file as it came, to be written back with result sheets beside its own. */
export type Original =
  { readonly kind: "xlsx"; readonly bytes: Uint8Array } | { readonly kind: "csv"; readonly grid: Grid };

export interface WorkbookFile {
  readonly kind: "xlsx" | "csv";
  /**
   * The sheets with cells, in the order of their tabs. Result sheets of an earlier run are left out unless one is asked for by name.
   * Dates are serial numbers counted from 1900 also where the file counts from 1904; formulas are their stored results.
   */
  readonly grids: readonly Grid[];
  /** Names of the sheets read that are hidden in the workbook. */
  readonly hiddenSheets: ReadonlySet<string>;
  /** Names of the other sheets with cells, where one was asked for by name; result sheets aside. */
  readonly notAskedFor: readonly string[];
  readonly original: Original;
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

/** The bytes of a file that a person named. @throws UnreadableFile where it is missing, a folder, empty or out of reach */
export async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    if ((await stat(path)).isDirectory()) throw unreadable.isFolder(path);
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
  const open = openQuote(text);
  if (open !== null) throw unreadable.quoteLeftOpen(path, address(open.row - 1, open.column - 1), open.row);
  const grid: Grid = {
    sheet: safeSheetName(basename(path, extname(path))),
    rows: withoutBlankEdge(csvRows(text)),
    merges: [],
    hiddenRows: new Set(),
  };
  return {
    kind: "csv",
    grids: [grid],
    hiddenSheets: new Set(),
    notAskedFor: [],
    original: { kind: "csv", grid },
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
    const parts = PackageParts.open(bytes);
    const format = spreadsheetFormat(path, parts);
    if (format !== "xlsx") return await readConverted(path, bytes, format, sheet);
    const outline = outlineOf(parts);
    const wanted = chooseSheets(path, outline, sheet);
    return {
      kind: "xlsx",
      grids: wanted.length > 0 ? await gridsOf(parts, outline, wanted) : [],
      notAskedFor: outline.sheets
        .filter((entry) => entry.kind === "worksheet" && !isResultSheet(entry.name) && !wanted.includes(entry))
        .map(({ name }) => name),
      hiddenSheets: new Set(wanted.filter((entry) => entry.hidden).map((entry) => entry.name)),
      original: { kind: "xlsx", bytes },
      leftBehind: null,
    };
  } catch (error) {
    if (error instanceof unreadable.UnreadableFile || !(error instanceof Error)) throw error;
    const size = /spans (\d+) rows x (\d+) columns/.exec(error.message);
    if (size) throw unreadable.isTooLarge(path, { rows: Number(size[1]), columns: Number(size[2]) });
    // The spreadsheet library's own errors; anything else is a bug of ours and stays one.
    if (error instanceof BrokenPackage || ["ParseError", "XmlError", "ZipError"].includes(error.name)) {
      throw unreadable.isBroken(path, error);
    }
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
  const withCells = outline.sheets.filter((entry) => entry.kind === "worksheet");
  if (sheet === undefined) return withCells.filter((entry) => !isResultSheet(entry.name));
  const key = sheet.trim().toLowerCase();
  const named = withCells.filter((entry) => entry.name.trim().toLowerCase() === key);
  const names = withCells.map((entry) => entry.name);
  if (named.length === 0) throw unreadable.noSuchSheet(path, sheet, names);
  return named;
}

/**
 * The library is handed a package of its own with only the parts that hold cells. Three reasons: it refuses workbooks with a chart
 * sheet; drawings and pivot tables it can't parse must not keep anyone from their numbers; and without the formats it leaves numbers
 * alone, where it would otherwise turn every number under a date format into a Date rounded to the millisecond.
 */
async function gridsOf(parts: PackageParts, outline: WorkbookOutline, wanted: readonly SheetEntry[]): Promise<Grid[]> {
  const grids = new Map<SheetEntry, Grid>();
  const small = wanted.filter(({ part }) => parts.size(part) <= LARGEST_TEXT);
  if (small.length > 0) {
    const workbook = await readXlsx(cellPackage(parts, outline, small));
    const styles = outline.relationships.find((candidate) => candidate.type === "styles")?.target ?? "";
    const percent = percentStyles(parts.has(styles) ? parts.text(styles) : "");
    for (const [index, sheet] of workbook.sheets.entries()) {
      const entry = small[index];
      if (entry === undefined) continue;
      const grid = gridOf(entry.name, sheet);
      const numberFormats = percentFormats(parts, entry.part, percent);
      grids.set(entry, numberFormats ? { ...grid, numberFormats } : grid);
    }
  }
  for (const entry of wanted)
    if (!grids.has(entry)) grids.set(entry, await largeGrid(entry.name, cellPackage(parts, outline, [entry])));
  return wanted.flatMap((entry) => grids.get(entry) ?? []);
}

/** The longest text that can be held in memory is half a gigabyte; a sheet near that is read row by row. */
const LARGEST_TEXT = 400_000_000;

/** A sheet of many hundred thousand rows: its cells alone, without what merges, hides or formats them. */
async function largeGrid(name: string, bytes: Uint8Array): Promise<Grid> {
  const rows: Cell[][] = [];
  for await (const { index, values } of streamXlsxRows(bytes)) {
    while (rows.length < index) rows.push([]);
    rows.push(values.map((value) => (value instanceof Date ? serialOf(value) : value)));
  }
  return { sheet: name, rows: withoutBlankEdge(rows), merges: [], hiddenRows: new Set() };
}

function cellPackage(parts: PackageParts, outline: WorkbookOutline, wanted: readonly SheetEntry[]): Uint8Array {
  const cells = PackageParts.empty();
  const links = wanted.map((_, index) =>
    relationship(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`),
  );
  for (const [index, entry] of wanted.entries()) cells.copy(parts, entry.part, `xl/worksheets/sheet${index + 1}.xml`);
  // A workbook that counts from 1904 has to keep its formats: only they tell which numbers are days to be moved.
  for (const type of outline.date1904 ? ["sharedStrings", "styles"] : ["sharedStrings"]) {
    const target = outline.relationships.find((candidate) => candidate.type === type)?.target;
    if (target === undefined || !parts.has(target)) continue;
    cells.copy(parts, target, `xl/${type}.xml`);
    links.push(relationship(type, type, `${type}.xml`));
  }
  const sheets = wanted.map((_, index) => `<sheet name="${index + 1}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  cells.set("xl/workbook.xml", `<workbook ${R}>${date1904(outline)}<sheets>${sheets.join("")}</sheets></workbook>`);
  cells.set("xl/_rels/workbook.xml.rels", `<Relationships>${links.join("")}</Relationships>`);
  cells.set(
    "_rels/.rels",
    `<Relationships>${relationship("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
  );
  cells.set(CONTENT_TYPES, "<Types></Types>");
  return cells.toBytes();
}

type LibrarySheet = Awaited<ReturnType<typeof readXlsx>>["sheets"][number];

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const R = `xmlns:r="${OFFICE}"`;

function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${escapeAttribute(target)}"/>`;
}

function date1904(outline: WorkbookOutline): string {
  return outline.date1904 ? `<workbookPr date1904="1"/>` : "";
}

function gridOf(name: string, sheet: LibrarySheet): Grid {
  const rows: Cell[][] = sheet.rows.map((row) => row.map((value) => (value instanceof Date ? serialOf(value) : value)));
  // Details are kept by the library only for cells that need them: errors, formulas, rich text.
  for (const [key, detail] of sheet.cells ?? []) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    const target = rows[row];
    if (!target || column >= target.length) continue;
    if (detail.type === "error") target[column] = { error: String(detail.value) };
    else if (detail.formula !== undefined && detail.value === null) target[column] = { error: NOT_CALCULATED };
  }
  const hidden = [...(sheet.rowDefs ?? [])].filter(([, row]) => row.hidden === true || row.height === 0);
  const columns = (sheet.columns ?? []).flatMap((column, index) => (column.hidden === true ? [index] : []));
  return {
    sheet: name,
    rows: withoutBlankEdge(rows),
    merges: (sheet.merges ?? []).map((merge) => ({
      top: merge.startRow,
      left: merge.startCol,
      bottom: merge.endRow,
      right: merge.endCol,
    })),
    hiddenRows: new Set(hidden.map(([row]) => row)),
    ...(columns.length > 0 ? { hiddenColumns: new Set(columns) } : {}),
  };
}

const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** Days since 30 December 1899, which is Excel's count for every day from 1 March 1900 on. */
function serialOf(date: Date): number {
  return (date.getTime() - DAY_ZERO) / DAY;
}

/** Blank text is blank; blank rows at the end and blank cells at the end of rows are dropped. */
function withoutBlankEdge(rows: Cell[][]): Cell[][] {
  for (const row of rows) {
    for (const [index, value] of row.entries()) if (value === "") row[index] = null;
    while (row.length > 0 && row.at(-1) === null) row.pop();
  }
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  return rows;
}
