/** A shared workbook as xlsx bytes. Same data, same bytes: no clock in it. Runs in a browser's worker as well as in Node. */
import type { CellRange } from "../../words/grid";
import { TONE_COLOURS } from "../../words/result-look";
import type { BookConditionalFormat } from "../../xlsx/book-file";
import type { ZipCodec } from "../../xlsx/container/codec";
import { blankWorkbook } from "../../xlsx/write/blank-workbook";
import { WorkbookEditor } from "../../xlsx/write/workbook-editor";
import type { WrittenSheet } from "../../xlsx/write/written-sheet";
import type { CopyBook, CopySheet } from "./copy-book";
import { copyRows } from "./copy-rows";

/**
 * Writes the workbook; its formulas are computed by whoever opens it.
 * @param codec packs the parts; left out, it is done here
 */
export function writeCopy(book: CopyBook, codec?: ZipCodec): Uint8Array {
  const parts = blankWorkbook({ font: "宋体", calculated: true }, codec);
  const editor = new WorkbookEditor(parts);
  for (const sheet of book.sheets) editor.place(written(sheet));
  editor.finish();
  return parts.toBytes();
}

function written(sheet: CopySheet): WrittenSheet {
  const { name, rows, frozen, folded, locked, notes, widths, body, filter } = sheet;
  const range = {
    top: rows.length - 1,
    left: 0,
    bottom: rows.length + (body?.count ?? 0) - 1,
    right: widths.length - 1,
  };
  return {
    name,
    rows: (styles) => copyRows(sheet, styles),
    frozen: { rows: Math.min(frozen.rows, rows.length), columns: frozen.columns },
    outlined: folded !== undefined,
    columns: widths.map((width, index) => ({ first: index, last: index, width })),
    locked: locked ? "cells" : null,
    ...(filter && body && { filter: { range } }),
    conditionalFormats: colours(sheet, range),
    notes,
  };
}

/** The words of the table's columns, the first that fits. */
function colours({ coloured, body }: CopySheet, { top, bottom }: CellRange): BookConditionalFormat[] {
  if (!coloured || !body || body.count === 0) return [];
  return coloured.columns.flatMap((column) =>
    coloured.words.map(({ word, tone }) => ({
      ranges: [{ top: top + 1, left: column, bottom, right: column }],
      rule: { kind: "text" as const, operator: "begins-with" as const, text: word },
      fill: TONE_COLOURS[tone].back,
      fontColor: TONE_COLOURS[tone].text,
      stopIfTrue: true,
    })),
  );
}
