/** Result sheets -> an xlsx file that holds the original sheets as they were, and the results beside them. */
import { rename, rm, writeFile } from "node:fs/promises";
import type { Text } from "../policy/vocabulary";
import { NODE_CODEC } from "./node-codec";
import { PackageParts } from "../xlsx/container/package-parts";
import type { Original } from "./read-workbook";
import type { PageSheet } from "../sheet/results/page-sheet";
import type { ResultSheet } from "../sheet/results/result-sheet";
import { pageSheetPart } from "./page-markup";
import { resultSheetPart, textSheetPart } from "./sheet-markup";
import { isResultSheet, RESULT_PREFIX, uniqueSheetName } from "../sheet/results/sheet-names";
import { systemErrorCode } from "./system-error";
import { WorkbookEditor } from "./workbook-editor";

export interface WrittenWorkbook {
  /** The finished xlsx file. */
  readonly bytes: Uint8Array;
  /** The result sheets' names as written, in the order given. */
  readonly sheetNames: readonly string[];
  /** Names of the result sheets of an earlier run that were replaced or taken out. */
  readonly replaced: readonly string[];
}

/** The output could not be saved; `text` says why and what to do. */
export class UnwritableFile extends Error {
  override name = "UnwritableFile";
  constructor(readonly text: Text) {
    super(`${text.zh} ${text.en}`);
  }
}

/**
 * Builds the output file. Every sheet of the original stays byte for byte as it was, except those whose name begins with 评分_: they
 * are the product's own and are replaced, in place where a new one has the same name. A csv becomes a first sheet of text cells.
 * @throws BrokenWorkbook where the original is no workbook (which `readWorkbook` has found out before)
 */
export function buildWorkbook(original: Original, sheets: readonly (ResultSheet | PageSheet)[]): WrittenWorkbook {
  const parts = original.kind === "xlsx" ? PackageParts.open(original.bytes, NODE_CODEC) : emptyPackage();
  const editor = new WorkbookEditor(parts);
  const own = editor.outline.sheets.filter((sheet) => isResultSheet(sheet.name));
  const others = editor.outline.sheets.filter((sheet) => !isResultSheet(sheet.name));
  const taken = new Set(others.map((sheet) => sheet.name.toLowerCase()));
  const { styles, outline } = editor;
  const around = { styles, mainNamespace: outline.mainNamespace, relationshipNamespace: outline.relationshipNamespace };
  if (original.kind === "csv") {
    const name = uniqueSheetName(original.grid.sheet, taken);
    editor.place(name, textSheetPart(original.grid, { ...around, selected: true }), undefined);
  }
  const names = sheets.map(({ name }) => uniqueSheetName(isResultSheet(name) ? name : RESULT_PREFIX + name, taken));
  // The workbook opens where it was left. Only where that was a result sheet does a new one have to be the selected tab; two
  // selected tabs would be a group, and whoever typed into one would type into both.
  const active = editor.activeSheet;
  const selected = active !== undefined && own.includes(active) ? names.indexOf(active.name) : -1;
  for (const [index, sheet] of sheets.entries()) {
    const name = names[index] ?? sheet.name;
    const surroundings = { ...around, selected: index === selected };
    const part = "breaks" in sheet ? pageSheetPart(sheet, surroundings) : resultSheetPart(sheet, surroundings);
    editor.place(
      name,
      part,
      own.find((candidate) => candidate.name === name),
    );
  }
  // Those that a new sheet took the place of are gone already.
  for (const sheet of own) editor.remove(sheet);
  editor.finish();
  return { bytes: parts.toBytes(), sheetNames: names, replaced: own.map((sheet) => sheet.name) };
}

/**
 * Builds the output and saves it. The file appears whole or not at all, also where it takes the place of the input.
 * @throws UnwritableFile where the folder is missing, write-protected or the file is open in Excel
 */
export async function writeWorkbook(
  path: string,
  original: Original,
  sheets: readonly (ResultSheet | PageSheet)[],
): Promise<WrittenWorkbook> {
  const written = buildWorkbook(original, sheets);
  await saveFile(path, written.bytes);
  return written;
}

/**
 * Saves bytes under a name; the file appears whole or not at all.
 * @throws UnwritableFile where the folder is missing, write-protected or the file is open in Excel
 */
export async function saveFile(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.part`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw unwritable(path, error);
  }
}

/** The error to throw for a file that could not be written; an error that is none of the system's is a bug and comes back as it is. */
export function unwritable(path: string, error: unknown): unknown {
  const code = systemErrorCode(error);
  return code === "" ? error : new UnwritableFile(reasonText(path, code));
}

function reasonText(path: string, code: string): Text {
  if (code === "ENOENT" || code === "ENOTDIR") {
    return {
      zh: `保存不了“${path}”：文件夹不存在。请先建好文件夹，或换一个位置。`,
      en: `"${path}" can't be saved: the folder does not exist. Please create it or choose another place.`,
    };
  }
  if (code === "EISDIR") {
    return {
      zh: `保存不了“${path}”：这是一个文件夹。请写出要保存的文件名，例如 结果.xlsx。`,
      en: `"${path}" can't be saved: it is a folder. Please give a file name such as results.xlsx.`,
    };
  }
  if (code === "ENOSPC") {
    return {
      zh: `保存不了“${path}”：磁盘满了。请清出空间再试。`,
      en: `"${path}" can't be saved: the disk is full. Please free some space and try again.`,
    };
  }
  return {
    zh: `保存不了“${path}”：没有写入权限，或者它正在 Excel 里打开。请先关掉它，或换一个位置。`,
    en: `"${path}" can't be saved: no permission, or it is open in Excel. Please close it or choose another place.`,
  };
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;

/** A workbook without sheets, for results of a csv file. */
function emptyPackage(): PackageParts {
  const parts = PackageParts.empty(NODE_CODEC);
  parts.set(
    "[Content_Types].xml",
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  );
  parts.set(
    "_rels/.rels",
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  parts.set(
    "xl/workbook.xml",
    `${XML}<workbook xmlns="${MAIN}"><bookViews><workbookView activeTab="0"/></bookViews><sheets></sheets></workbook>`,
  );
  parts.set("xl/_rels/workbook.xml.rels", `${XML}<Relationships xmlns="${PACKAGE}/relationships"></Relationships>`);
  return parts;
}
