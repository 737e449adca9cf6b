/** Years of a form as a heading would write them, so that they are read by the same code as those of lists. */
import type { YearMark } from "../../year-marks";

/** The shortest heading that says the mark; `written` for a mark that is no whole year and is kept as it stands. */
export function yearLevel(mark: YearMark, written: string): string {
  switch (mark.kind) {
    case "year":
      return mark.opening ? `${mark.year}年初` : `${mark.year}年`;
    case "back":
      return mark.back === 0 ? "(t)" : `(t-${mark.back})`;
    case "this":
      return "本年";
    case "last":
      return "上年";
    case "year-before-last":
      return "前年";
    case "recent":
      return `近${mark.n}年`;
    case "before":
      return `前${mark.n}年`;
    case "opening":
      return "年初";
    case "closing":
      return "年末";
    default:
      return written;
  }
}

/** The mark as the year it means in a form whose own year is known; the mark itself where it stays open. */
export function inYear(mark: YearMark | null, year: number | null): YearMark | null {
  if (year === null) return mark;
  const whole = (of: number, opening = false): YearMark => ({ kind: "year", year: of, opening });
  switch (mark?.kind) {
    case undefined:
    case "this":
    case "closing":
      return whole(year);
    case "last":
      return whole(year - 1);
    case "opening":
      return whole(year, true);
    default:
      return mark ?? null;
  }
}
