/** A match in one line, as the tables of headings write it. */
import type { HeadingMatch } from "../../../src/sheet/reading/heading-index";
import type { YearMark } from "../../../src/sheet/reading/year-marks";

function markText(mark: YearMark | null): string {
  if (mark === null) return "";
  switch (mark.kind) {
    case "year":
      return `${mark.year}${mark.opening ? "初" : ""}`;
    case "back":
      return `t-${mark.back}`;
    case "recent":
      return `近${mark.n}`;
    case "before":
      return `前${mark.n}`;
    case "this":
      return "本年";
    case "last":
      return "上年";
    case "year-before-last":
      return "前年";
    case "opening":
      return "年初";
    case "closing":
      return "年末";
    default:
      return mark.kind;
  }
}

/** `revenue 2025 万元 sure`, or `-` where nothing is mapped. */
export function matchLine({ field, year, unit, confidence }: HeadingMatch): string {
  if (field === null) return "-";
  return [field.id, markText(year), unit ?? "", confidence].filter((word) => word !== "").join(" ");
}
