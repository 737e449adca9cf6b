/**
 * Long texts made short for the workbook's settings, of which Excel keeps 2 MB in all (learn.microsoft.com, Office.Settings.set): packed
 * as zip files are, in signs that settings can hold.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";

const MARK = "zip:";
/** `String.fromCharCode` takes so many at once everywhere. */
const PIECE = 0x8000;

export function compactText(text: string): string {
  const bytes = deflateSync(strToU8(text), { level: 9 });
  let signs = "";
  for (let at = 0; at < bytes.length; at += PIECE) signs += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return MARK + btoa(signs);
}

/** The text again; one that is not compact as it is; null where it is damaged. */
export function fullText(text: string): string | null {
  if (!text.startsWith(MARK)) return text;
  try {
    return strFromU8(inflateSync(Uint8Array.from(atob(text.slice(MARK.length)), (sign) => sign.charCodeAt(0))));
  } catch {
    return null;
  }
}
