/** How result sheets look wherever they are written, so that a file and the workbook on screen show the same. Colours are `#RRGGBB`. */
import type { Tone } from "../../words/result-sheet";
import { cut } from "./sheet-names";

/** Text and background of the tones; each pair has a contrast above 4.5 : 1. */
export const TONE_COLOURS: Readonly<Record<Tone, { readonly text: string; readonly back: string }>> = {
  good: { text: "#0B5A2B", back: "#DFF3E4" },
  bad: { text: "#9C1C1C", back: "#FBE3E1" },
  unknown: { text: "#6B4E00", back: "#FFF3CD" },
  plain: { text: "#3B3B3B", back: "#EFEFEF" },
};

/** White, bold and centred on this. */
export const HEADING_BACK = "#1F4E79";
/** Lines above and below the table, apart from the title. */
export const REMARK_TEXT = "#595959";
export const TITLE_SIZE = 14;
export const TABLE_STYLE = "TableStyleLight1";

/** The most characters Excel keeps in a cell. */
export const LONGEST_TEXT = 32_767;

export const EXCEL_ERRORS: ReadonlySet<string> = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
]);

/** The text as a cell can hold it; what is too long ends with an ellipsis. */
export function fittingText(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
}

const LONGEST_HEADING = 255;

/** A table's headings must all differ, without regard to case; none may be empty or longer than 255 characters. */
export function distinctHeadings(headings: readonly string[]): string[] {
  const taken = new Set<string>();
  return headings.map((heading, index) => {
    const base = heading.trim() === "" ? `列${index + 1}` : cut(heading, LONGEST_HEADING);
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${cut(base, LONGEST_HEADING - `_${n}`.length)}_${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
