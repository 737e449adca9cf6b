/** Result sheets -> an xlsx file that holds the original sheets as they were, and the results beside them. */
import { NODE_CODEC } from "./node-codec";
import { PackageParts } from "../xlsx/container/package-parts";
import type { Original } from "./read-workbook";
import type { PageSheet } from "../sheet/results/page-sheet";
import type { ResultSheet } from "../words/result-sheet";
import { pageSheetPart } from "./page-markup";
import { resultSheetPart, textSheetPart } from "./sheet-markup";
import { isResultSheet, RESULT_PREFIX, uniqueSheetName } from "../sheet/results/sheet-names";
import type { Outputs } from "./kit/outputs";
import { WorkbookEditor } from "./workbook-editor";

export interface WrittenWorkbook {
  /** The finished xlsx file. */
  readonly bytes: Uint8Array;
  /** The result sheets' names as written, in the order given. */
  readonly sheetNames: readonly string[];
  /** Names of the result sheets of an earlier run that were replaced or taken out. */
  readonly replaced: readonly string[];
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

/** Builds the output and adds it to those of the run. @throws UnwritableFile */
export async function writeWorkbook(
  outputs: Outputs,
  path: string,
  original: Original,
  sheets: readonly (ResultSheet | PageSheet)[],
): Promise<WrittenWorkbook> {
  const written = buildWorkbook(original, sheets);
  await outputs.add(path, written.bytes);
  return written;
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
