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
  const body = declared ? text.slice(declared[0].length) : text;
  const rows = parseCsv(body, { delimiter: declared?.[1] ?? detectDelimiter(body) });
  return rows.map((row) => row.map((value) => shownText(typeof value === "string" ? value : "")));
}

/** `="0123"` is how systems make Excel keep a code as text; the code is what the cell shows. */
function shownText(value: string): string {
  return /^="([^"]*)"$/.exec(value)?.[1] ?? value;
}

/** Where a quotation mark opens a cell and none closes it, so that the rest of the file would fall into one cell: 1-based row and column. */
export function openQuote(text: string): { readonly row: number; readonly column: number } | null {
  if (!text.includes('"')) return null;
  const declared = /^sep=(.)\r?\n/.exec(text);
  const delimiter = declared?.[1] ?? detectDelimiter(text);
  let [row, column] = [1, 1];
  let start = true;
  let opened: { readonly row: number; readonly column: number } | null = null;
  for (let at = declared?.[0].length ?? 0; at < text.length; at++) {
    const character = text[at];
    if (opened !== null) {
      if (character !== '"') continue;
      if (text[at + 1] === '"') at += 1;
      else opened = null;
      start = false;
    } else if (character === '"' && start) {
      opened = { row, column };
    } else if (character === delimiter) {
      column += 1;
      start = true;
    } else if (character === "\n") {
      row += 1;
      column = 1;
      start = true;
    } else if (character !== "\uFEFF") start = false;
  }
  return opened;
}
