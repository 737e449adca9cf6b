/** How many bytes values take in a request, which Excel on the web limits to 5 MB. */
import type { ExcelValue } from "./cell-values";

/** learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization, Excel add-ins. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;
/** The same page: the most cells of one read. */
export const CELL_LIMIT = 5_000_000;

/** What is written is measured exactly; the rest up to the limit is for the request around it. */
export const WRITE_AIM = 4_800_000;
/** What is read can only be foretold from the rows before. */
export const READ_AIM = 3_900_000;

/** Bytes of a row as JSON in UTF-8, its comma included. */
export function rowBytes(values: readonly (ExcelValue | null)[]): number {
  let bytes = 3;
  for (const value of values) bytes += valueBytes(value) + 1;
  return bytes;
}

function valueBytes(value: ExcelValue | null): number {
  if (typeof value === "string") return textBytes(value) + 2;
  return value === null ? 4 : String(value).length;
}

function textBytes(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20) bytes += code >= 0x08 && code <= 0x0d && code !== 0x0b ? 2 : 6;
    else if (code === 0x22 || code === 0x5c) bytes += 2;
    else if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    // Each half of a pair takes two of its four bytes; a half alone is escaped, but there is no telling apart worth its time.
    else if (code >= 0xd800 && code <= 0xdfff) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
