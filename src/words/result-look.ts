/** How result sheets look wherever they are written, so that a file and the workbook on screen show the same. Colours are `#RRGGBB`. */
import type { Tone } from "./result-sheet";

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
