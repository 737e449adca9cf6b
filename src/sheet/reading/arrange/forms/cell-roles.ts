/** What a cell of a form is by itself, before it is known what stands around it. */
import type { Cell } from "../../../../words/grid";
import type { HeadingIndex, HeadingMatch } from "../../heading-index";
import { headingParts } from "../../heading-parts";
import { isUnit } from "../../units";
import type { YearMark } from "../../year-marks";
import { isAnswerHead, isEverydayLabel, isPeriodLabel } from "./form-words";
import { yearLevel } from "./year-level";

export type Role =
  /** Names a field of the vocabulary, or something that is refused because it is not quite one. */
  | { readonly kind: "label"; readonly match: HeadingMatch }
  /** A label of forms that no rule asks for. */
  | { readonly kind: "everyday" }
  /** Asks for the period of the whole form. */
  | { readonly kind: "period" }
  /** A year alone; `level` is how a heading would write it. */
  | { readonly kind: "year"; readonly mark: YearMark; readonly level: string; readonly bare: boolean }
  | { readonly kind: "unit" }
  | { readonly kind: "text" }
  /** A number, a truth value or an error. */
  | { readonly kind: "value" }
  | { readonly kind: "blank" };

/** Longer texts are answers or explanations. */
const longestLabel = 120;

function isBareYear(value: number): boolean {
  return Number.isInteger(value) && value >= 2000 && value <= 2049;
}

/** Reads the roles of cells of one kind of row; equal texts are read once. */
export class CellRoles {
  private readonly seen = new Map<string, Role>();

  constructor(private readonly index: HeadingIndex) {}

  of(cell: Cell): Role {
    if (cell === null) return { kind: "blank" };
    if (typeof cell === "number" && isBareYear(cell)) return bareYear(cell);
    if (typeof cell !== "string") return { kind: "value" };
    const known = this.seen.get(cell);
    if (known !== undefined) return known;
    const role = this.ofText(cell.trim());
    this.seen.set(cell, role);
    return role;
  }

  private ofText(text: string): Role {
    if (text === "") return { kind: "blank" };
    if (/^[-+(]?[\d,.\s]+%?\)?$/.test(text.normalize("NFKC"))) {
      const number = Number(text);
      return isBareYear(number) ? bareYear(number) : { kind: "value" };
    }
    if (text.length > longestLabel) return { kind: "text" };
    const year = yearOf(text);
    if (year !== null) return year;
    if (isUnit(text)) return { kind: "unit" };
    if (isPeriodLabel(text)) return { kind: "period" };
    const match = this.index.match([text.replace(/[:：]\s*$/, "")]);
    if (match.field !== null || match.refused !== null) return { kind: "label", match };
    return isEverydayLabel(text) ? { kind: "everyday" } : { kind: "text" };
  }
}

function bareYear(year: number): Role {
  return { kind: "year", mark: { kind: "year", year, opening: false }, level: `${year}年`, bare: true };
}

const day = /^\s*\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?\s*$|^\s*\d{8}\s*$/;

/** 2025年, 上年末, 期末余额, 2024年度（万元）: a year and at most words that say "the answer stands here". */
function yearOf(text: string): Role | null {
  const { stem, year, unit, derived } = headingParts(text);
  if (year === null || derived || (stem !== "" && !isAnswerHead(stem))) return null;
  // A day is an answer; only the last of a year stands for the year.
  if (year.kind === "part" && day.test(text.normalize("NFKC"))) return null;
  return { kind: "year", mark: year, level: yearLevel(year, text) + (unit === null ? "" : `（${unit}）`), bare: false };
}
