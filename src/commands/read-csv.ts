/** Text tables. Every cell is text: what a number or a date means is for the sheet reader to say, with the heading at hand. */
import { detectDelimiter, parseCsv } from "hucre/csv";

/** The text of a file, or null where it is in no encoding that sheets come in (UTF-8, UTF-16 with a mark, GB18030 and with it GBK). */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  // Chinese text in GB18030 is practically never valid UTF-8, so the strict decoder decides.
  return strictly("utf-8", bytes) ?? strictly("gb18030", bytes);
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Rows of text cells, "" where a cell is empty. The separator (comma, tab, semicolon) is found from the first lines, or taken from
 * Excel's `sep=` line, which is then no row, as in Excel.
 */
export function csvRows(text: string): string[][] {
  const declared = /^sep=(.)\r?\n/.exec(text);
  // Blank lines at the end are no rows: by the million they would take a gigabyte.
  let end = text.length;
  while (end > 0 && [LINE_FEED, RETURN].includes(text.charCodeAt(end - 1))) end -= 1;
  const body = text.slice(declared?.[0].length ?? 0, end);
  const rows = parseCsv(body, { delimiter: declared?.[1] ?? detectDelimiter(body) });
  return rows.map((row) => row.map((value) => shownText(typeof value === "string" ? value : "")));
}

/** `="0123"` is how systems make Excel keep a code as text; the code is what the cell shows. */
function shownText(value: string): string {
  return /^="([^"]*)"$/.exec(value)?.[1] ?? value;
}

/** What keeps a text table from being read whole; row and column count from 1. */
export interface CsvFault {
  readonly kind: "open-quote" | "columns" | "rows" | "text";
  readonly row: number;
  readonly column: number;
  /** How many columns, rows or characters there are at least; 0 for an open quotation mark. */
  readonly figure: number;
}

/** What a sheet holds; a text table is written into one. */
const MOST = { columns: 16_384, rows: 1_048_576, text: 32_767 } as const;

/** The first fault of a text table, found without building it: a quotation mark that never closes, or more than a sheet holds. */
export function csvFault(text: string): CsvFault | null {
  const declared = /^sep=(.)\r?\n/.exec(text);
  const delimiter = (declared?.[1] ?? detectDelimiter(text)).charCodeAt(0);
  let [row, column] = [1, 1];
  let from = declared?.[0].length ?? 0;
  let start = true;
  let opened: { readonly row: number; readonly column: number } | null = null;
  const fault = (kind: "columns" | "rows" | "text", figure: number): CsvFault => ({ kind, row, column, figure });
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (opened !== null) {
      if (code !== QUOTE) continue;
      if (text.charCodeAt(at + 1) === QUOTE) at += 1;
      else opened = null;
      start = false;
    } else if (code === QUOTE && start) {
      opened = { row, column };
    } else if (code === delimiter || code === LINE_FEED || (code === RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) {
      if (at - from > MOST.text) return fault("text", at - from);
      from = at + 1;
      start = true;
      if (code === delimiter) {
        column += 1;
        if (column > MOST.columns) return fault("columns", column);
      } else {
        row += 1;
        column = 1;
      }
    } else if (code !== MARK) {
      start = false;
      if (row > MOST.rows) return fault("rows", row);
    }
  }
  if (opened !== null) return { kind: "open-quote", ...opened, figure: 0 };
  return text.length - from > MOST.text ? fault("text", text.length - from) : null;
}

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;
/** A byte order mark. */
const MARK = 0xfeff;
