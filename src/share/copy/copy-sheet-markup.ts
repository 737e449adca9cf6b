/** A sheet of a shared workbook as SpreadsheetML, in pieces: a table of 30,000 rows never stands in memory as one text. */
import { columnLetters, type Cell } from "../../words/grid";
import { EXCEL_ERRORS, fittingText } from "../../sheet/results/result-look";
import type { CopyCell, CopySheet } from "./copy-book";
import { styleOf, TONES } from "./copy-styles";

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Rows of a piece. */
const PIECE = 500;

const REPLACED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for markup. What XML can't hold is written as Excel writes it: _x0001_. */
export function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[&<>"]/g, (sign) => REPLACED[sign] ?? sign)
    .replace(
      /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    );
}

function valueMarkup(at: string, style: string, cell: Cell): string {
  if (cell === null || cell === "") return style === "" ? "" : `<c r="${at}"${style}/>`;
  switch (typeof cell) {
    case "number":
      return Number.isFinite(cell)
        ? `<c r="${at}"${style}><v>${cell}</v></c>`
        : `<c r="${at}"${style} t="e"><v>#NUM!</v></c>`;
    case "boolean":
      return `<c r="${at}"${style} t="b"><v>${cell ? 1 : 0}</v></c>`;
    case "string":
      return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(fittingText(cell))}</t></is></c>`;
    default:
      return EXCEL_ERRORS.has(cell.error)
        ? `<c r="${at}"${style} t="e"><v>${escaped(cell.error)}</v></c>`
        : valueMarkup(at, style, cell.error);
  }
}

function cellMarkup(at: string, { value = null, formula, look = "plain" }: CopyCell): string {
  const style = look === "plain" ? "" : ` s="${styleOf(look)}"`;
  return formula === undefined ? valueMarkup(at, style, value) : `<c r="${at}"${style}><f>${escaped(formula)}</f></c>`;
}

/** The pieces of a sheet's part, in order. `notes`: the sheet has remarks, whose drawing is relationship rId2. */
export function* sheetPieces(sheet: CopySheet): Generator<string, void> {
  yield `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${propertiesOf(sheet)}${viewOf(sheet)}<sheetFormatPr defaultRowHeight="15"${sheet.folded ? ` outlineLevelRow="1"` : ""}/>${columnsOf(sheet)}<sheetData>`;
  const [foldedFrom, foldedTo] = sheet.folded ?? [0, -1];
  yield sheet.rows
    .map((cells, index) => {
      const row = index + 1;
      const height = sheet.rowHeights?.get(row);
      const folded =
        row >= foldedFrom && row <= foldedTo
          ? ` outlineLevel="1" hidden="1"`
          : row === foldedTo + 1 && foldedTo > 0
            ? ` collapsed="1"`
            : "";
      const attributes = `${folded}${height === undefined ? "" : ` ht="${height}" customHeight="1"`}`;
      const inner = cells.map((cell, column) => cellMarkup(`${columnLetters(column)}${row}`, cell)).join("");
      return inner === "" && attributes === "" ? "" : `<row r="${row}"${attributes}>${inner}</row>`;
    })
    .join("");
  yield* bodyPieces(sheet);
  yield `</sheetData>${tailOf(sheet)}</worksheet>`;
}

/**
 * Formulas of a table are shared: the first row holds the text, the others refer to it. That is what keeps millions of formulas small.
 * They refer to their own sheet only, as shared formulas must.
 */
function* bodyPieces(sheet: CopySheet): Generator<string, void> {
  const { body } = sheet;
  if (!body) return;
  const first = sheet.rows.length + 1;
  const last = first + body.count - 1;
  const columns = body.columns.map(({ look, content }, index) => {
    const letters = columnLetters(index);
    const style = look === "plain" ? "" : ` s="${styleOf(look)}"`;
    return { letters, style, content, follows: `${style}><f t="shared" si="${index}"/></c>` };
  });
  let piece = "";
  for (let index = 0; index < body.count; index += 1) {
    const row = first + index;
    piece += `<row r="${row}">`;
    for (const [place, { letters, style, content, follows }] of columns.entries()) {
      if (content.kind === "values")
        piece += valueMarkup(`${letters}${row}`, "", content.value(index)).replace(
          `r="${letters}${row}"`,
          `r="${letters}${row}"${style}`,
        );
      else if (index > 0) piece += `<c r="${letters}${row}"${follows}`;
      else
        piece += `<c r="${letters}${row}"${style}><f t="shared" ref="${letters}${first}:${letters}${last}" si="${place}">${escaped(content.formula)}</f></c>`;
    }
    piece += "</row>";
    if ((index + 1) % PIECE === 0) {
      yield piece;
      piece = "";
    }
  }
  yield piece;
}

function propertiesOf({ folded }: CopySheet): string {
  return folded ? `<sheetPr><outlinePr summaryBelow="1"/></sheetPr>` : "";
}

function viewOf({ frozen, rows }: CopySheet): string {
  const down = Math.min(frozen.rows, rows.length);
  const across = frozen.columns;
  if (down === 0 && across === 0) return `<sheetViews><sheetView workbookViewId="0"/></sheetViews>`;
  const pane = down > 0 && across > 0 ? "bottomRight" : down > 0 ? "bottomLeft" : "topRight";
  const split = `${across > 0 ? ` xSplit="${across}"` : ""}${down > 0 ? ` ySplit="${down}"` : ""}`;
  return `<sheetViews><sheetView workbookViewId="0"><pane${split} topLeftCell="${columnLetters(across)}${down + 1}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`;
}

function columnsOf({ widths }: CopySheet): string {
  if (widths.length === 0) return "";
  return `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>`;
}

/** What follows the cells, in the order the format asks for. */
function tailOf({ locked, coloured, rows, body, filter, notes, widths }: CopySheet): string {
  const last = rows.length + (body?.count ?? 0);
  // Filters, widths and new formats stay allowed on a locked sheet.
  const lock = locked
    ? `<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>`
    : "";
  const filters =
    filter && body ? `<autoFilter ref="A${rows.length}:${columnLetters(widths.length - 1)}${last}"/>` : "";
  const colours =
    coloured && body && body.count > 0
      ? coloured.columns.map((column, index) => {
          const letters = columnLetters(column);
          const rules = coloured.words.map(
            ({ word, tone }, place) =>
              `<cfRule type="cellIs" dxfId="${TONES.indexOf(tone)}" priority="${index * coloured.words.length + place + 1}" operator="equal"><formula>${escaped(`"${word}"`)}</formula></cfRule>`,
          );
          return `<conditionalFormatting sqref="${letters}${rows.length + 1}:${letters}${last}">${rules.join("")}</conditionalFormatting>`;
        })
      : [];
  return `${lock}${filters}${colours.join("")}${notes.length > 0 ? `<legacyDrawing r:id="rId2"/>` : ""}`;
}
