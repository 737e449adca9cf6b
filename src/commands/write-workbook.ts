/** Result sheets -> an xlsx file that holds the original sheets as they were, and the results beside them. */
import { columnLetters, type Cell, type Grid } from "../words/grid";
import type { LongSheet } from "../words/result-sheet";
import type { PageSheet } from "../sheet/results/page-sheet";
import { continuedSheets } from "../sheet/results/continued-sheets";
import { isDraftSheet, isResultSheet, RESULT_PREFIX } from "../sheet/results/sheet-names";
import { uniqueSheetName } from "../xlsx/accepted-names";
import { PackageParts } from "../xlsx/container/package-parts";
import { blankWorkbook } from "../xlsx/write/blank-workbook";
import { cellMarkup, cellPlace, rowMarkup, sharedTextMarkup } from "../xlsx/write/cell-markup";
import { resultSheet } from "../xlsx/write/result-sheet";
import type { NumberOf, SharedTexts } from "../xlsx/write/shared-texts";
import type { StyleBook } from "../xlsx/write/style-book";
import { WorkbookEditor } from "../xlsx/write/workbook-editor";
import type { Outputs } from "./kit/outputs";
import { NODE_CODEC } from "./node-codec";
import { pageAsWritten } from "./page-as-written";
import type { Original } from "./read-workbook";

export interface WrittenWorkbook {
  /** The finished xlsx file. */
  readonly bytes: Uint8Array;
  /** The result sheets' names as written, in the order given; one that went on has several. */
  readonly sheetNames: readonly string[];
  /** Names of the result sheets of an earlier run that were replaced or taken out. */
  readonly replaced: readonly string[];
}

/**
 * Builds the output file. Every sheet of the original stays byte for byte as it was, except those whose name begins with 评分_: they
 * are the product's own and are replaced, in place where a new one has the same name. A csv becomes a first sheet of text cells. A result
 * longer than a sheet goes on on another, with (2) behind its name.
 * @throws BrokenWorkbook where the original is no workbook (which `readWorkbook` has found out before)
 */
export function buildWorkbook(original: Original, given: readonly (LongSheet | PageSheet)[]): WrittenWorkbook {
  const sheets = given.flatMap<LongSheet | PageSheet>((sheet) =>
    "breaks" in sheet ? [sheet] : continuedSheets(sheet),
  );
  const parts =
    original.kind === "xlsx"
      ? PackageParts.open(original.bytes, NODE_CODEC)
      : blankWorkbook({ font: "等线" }, NODE_CODEC);
  const editor = new WorkbookEditor(parts);
  const own = editor.outline.sheets.filter(({ name }) => isResultSheet(name) && !isDraftSheet(name));
  const others = editor.outline.sheets.filter((sheet) => !own.includes(sheet));
  const taken = new Set(others.map((sheet) => sheet.name.toLowerCase()));
  if (original.kind === "csv") {
    const { grid } = original;
    editor.place({
      name: uniqueSheetName(grid.sheet, taken),
      rows: (styles, texts) => textRows(grid, styles, texts),
      selected: true,
    });
  }
  const names = sheets.map(({ name }) => uniqueSheetName(isResultSheet(name) ? name : RESULT_PREFIX + name, taken));
  // The workbook opens where it was left. Only where that was a result sheet does a new one have to be the selected tab; two
  // selected tabs would be a group, and whoever typed into one would type into both.
  const active = editor.activeSheet;
  const selected = active !== undefined && own.includes(active) ? names.indexOf(active.name) : -1;
  for (const [index, sheet] of sheets.entries()) {
    const name = names[index] ?? sheet.name;
    editor.place(
      "breaks" in sheet ? pageAsWritten(sheet, name, index === selected) : resultSheet(sheet, name, index === selected),
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
  sheets: readonly (LongSheet | PageSheet)[],
): Promise<WrittenWorkbook> {
  const written = buildWorkbook(original, sheets);
  await outputs.add(path, written.bytes);
  return written;
}

/** A csv file's rows as text cells. */
function* textRows({ rows }: Grid, styles: StyleBook, texts: SharedTexts): Generator<string, void> {
  const format = styles.cells({ numberFormat: "@", vertical: "top" });
  const columns: { readonly letters: string; readonly numberOf: NumberOf }[] = [];
  const markup = (cell: Cell, column: number, row: number): string => {
    if (cell === null || cell === "") return "";
    const { letters, numberOf } = (columns[column] ??= { letters: columnLetters(column), numberOf: texts.column() });
    const place = cellPlace(`${letters}${row}`, format(cell));
    const shared = typeof cell === "string" ? numberOf(cell) : null;
    return shared === null ? cellMarkup(place, cell) : sharedTextMarkup(place, shared);
  };
  for (const [index, cells] of rows.entries()) {
    const text = cells.map((cell, column) => markup(cell, column, index + 1)).join("");
    if (text !== "") yield rowMarkup(index + 1, text);
  }
}
