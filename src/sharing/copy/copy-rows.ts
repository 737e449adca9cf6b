/** The rows of a shared sheet, in pieces: a table of 30,000 rows never stands in memory as one text. */
import { columnLetters, type Cell } from "../../words/grid";
import { cellMarkup, cellPlace, rowMarkup } from "../../xlsx/write/cell-markup";
import type { StyleBook } from "../../xlsx/write/style-book";
import { escapeText } from "../../xlsx/xml/markup";
import { COPY_LOOKS } from "./copy-looks";
import type { CopyLook, CopySheet } from "./copy-book";

/** Rows of a piece. */
const PIECE = 500;

export function* copyRows(sheet: CopySheet, styles: StyleBook): Generator<string, void> {
  const known = new Map<CopyLook, (value: Cell) => number>();
  const formatOf = (look: CopyLook): ((value: Cell) => number) => {
    const format = known.get(look) ?? styles.cells(COPY_LOOKS[look]);
    known.set(look, format);
    return format;
  };
  const [foldedFrom, foldedTo] = sheet.folded ?? [0, -1];
  for (const [index, cells] of sheet.rows.entries()) {
    const row = index + 1;
    const markup = cells.map(({ value = null, formula, look = "plain" }, column) =>
      cellMarkup(
        cellPlace(`${columnLetters(column)}${row}`, formatOf(look)(value)),
        formula === undefined ? value : null,
        formula === undefined ? "" : `<f>${escapeText(formula)}</f>`,
      ),
    );
    const folded = row >= foldedFrom && row <= foldedTo;
    const collapsed = foldedTo > 0 && row === foldedTo + 1;
    const height = sheet.rowHeights?.get(row);
    const inner = markup.join("");
    if (inner !== "" || folded || collapsed || height !== undefined)
      yield rowMarkup(row, inner, { height, hidden: folded, outlined: folded, collapsed });
  }
  yield* bodyRows(sheet, formatOf);
}

/**
 * Formulas of a table are shared: the first row holds the text, the others refer to it. That is what keeps millions of formulas small.
 * They refer to their own sheet only, as shared formulas must.
 */
function* bodyRows(
  { body, rows }: CopySheet,
  formatOf: (look: CopyLook) => (value: Cell) => number,
): Generator<string, void> {
  if (!body) return;
  const first = rows.length + 1;
  const last = first + body.count - 1;
  const columns = body.columns.map(({ look, content }, index) => {
    const letters = columnLetters(index);
    const format = formatOf(look);
    if (content.kind === "values")
      return (row: number, at: number): string => {
        const value = content.value(at);
        return cellMarkup(cellPlace(`${letters}${row}`, format(value)), value);
      };
    const begun = cellPlace("", format(null)).slice('<c r="'.length);
    const follows = `${begun}><f t="shared" si="${index}"/></c>`;
    const shared = `<f t="shared" ref="${letters}${first}:${letters}${last}" si="${index}">${escapeText(content.formula)}</f>`;
    const leads = `${begun}>${shared}</c>`;
    return (row: number): string => `<c r="${letters}${row}${row === first ? leads : follows}`;
  });
  let piece = "";
  for (let at = 0; at < body.count; at += 1) {
    let cells = "";
    for (const column of columns) cells += column(first + at, at);
    piece += rowMarkup(first + at, cells);
    if ((at + 1) % PIECE !== 0) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}
