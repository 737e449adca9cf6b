/**
 * What a blank cell may hold, as formulas: at least what its parts hold, at most what its wholes hold. The same as `CellBounds`, for the
 * parts and wholes that have a column in the copy.
 */
import { cellOfSlot } from "../../language/vocabulary";
import { boundingSlots } from "../../language/relatives";
import { FOUNDED } from "../../language/tree";
import { YEAR_CELL } from "./native-table";
import { and, blank, choose, filled, not, or, quoted, FALSE } from "./formula-parts";
import { NotNative } from "./not-native";
import type { NativeInputs } from "./native-inputs";

/** Answers for one cell. */
export interface BlankEnds {
  /** The least the cell can be, as a number: the cell itself where it is filled in. */
  readonly least: string;
  /** The most, where it has an end. */
  readonly most: string;
  /** TRUE where there is a most, and where there is none. */
  readonly finite: string;
  readonly endless: string;
}

interface Relatives {
  readonly wholes: readonly string[];
  readonly parts: readonly string[];
}

export class BlankBounds {
  constructor(private readonly inputs: NativeInputs) {}

  /** The cells that bound a slot's blank; null where the copy has none. */
  private relatives(key: string): Relatives | null {
    const { field, back } = cellOfSlot(key);
    const { wholes, parts } = boundingSlots(field, back, this.inputs.vocabulary);
    const cells = (slots: readonly string[]): readonly string[] =>
      slots.filter((one) => this.inputs.has(one)).map((one) => this.inputs.cell(one));
    const found = { wholes: cells(wholes), parts: cells(parts) };
    return found.wholes.length + found.parts.length === 0 ? null : found;
  }

  /** Whether the enterprise was founded after a slot's year; see `RowContext.isBeforeFounding`. */
  isBeforeFounding(key: string): string {
    const { back } = cellOfSlot(key);
    const { periods, ofJudgementYear } = this.inputs.field(key);
    if (periods === 1) return FALSE;
    const founded = this.inputs.cell(FOUNDED);
    const year = back - Number(ofJudgementYear);
    return and(filled(founded), `YEAR(${founded})>${YEAR_CELL}${year === 0 ? "" : `-${year}`}`);
  }

  /**
   * The ends of a number; null for a cell that nothing bounds but its field.
   * @param sinceFounding whether its blank is 0 in the years before the enterprise was founded
   */
  ends(key: string, sinceFounding: boolean): BlankEnds | null {
    const ends = this.relativeEnds(key);
    if (ends === null || !sinceFounding) return ends;
    const nothing = and(blank(this.inputs.cell(key)), this.isBeforeFounding(key));
    return {
      least: choose(nothing, "0", ends.least),
      most: choose(nothing, "0", ends.most),
      finite: or(ends.finite, nothing),
      endless: and(ends.endless, not(nothing)),
    };
  }

  private relativeEnds(key: string): BlankEnds | null {
    const relatives = this.relatives(key);
    if (relatives === null) return null;
    const { min, max } = this.inputs.field(key);
    if (min !== 0 || max !== Infinity) throw new NotNative("a part or a whole that is not between 0 and endless");
    const cell = this.inputs.cell(key);
    const { wholes, parts } = relatives;
    const contradictory = contradiction(relatives);
    const least = parts.length === 0 ? "0" : choose(contradictory, "0", `MAX(${parts.join(",")})`);
    const known = [cell, ...wholes].join(",");
    return {
      least: parts.length === 0 ? cell : choose(blank(cell), least, cell),
      most: wholes.length === 0 ? cell : choose(blank(cell), `MIN(${wholes.join(",")})`, cell),
      finite: wholes.length === 0 ? filled(cell) : and(`COUNT(${known})>0`, or(filled(cell), not(contradictory))),
      endless: wholes.length === 0 ? blank(cell) : or(`COUNT(${known})=0`, and(blank(cell), contradictory)),
    };
  }

  /** Whether a blank yes/no cell is yes, and whether it is no, by its parts and wholes; null where nothing bounds it. */
  flag(key: string, yes: string, no: string): { readonly yes: string; readonly no: string } | null {
    const relatives = this.relatives(key);
    if (relatives === null) return null;
    const { parts, wholes } = relatives;
    const any = (cells: readonly string[], word: string): string =>
      or(...cells.map((cell) => `${cell}=${quoted(word)}`));
    const none = (cells: readonly string[], word: string): string =>
      and(...cells.map((cell) => `${cell}<>${quoted(word)}`));
    return { yes: and(any(parts, yes), none(wholes, no)), no: and(any(wholes, no), none(parts, yes)) };
  }

  /** Whether a cell is blank and its parts and wholes leave it more than one value. */
  open(key: string, yes: string, no: string): string {
    const cell = blank(this.inputs.cell(key));
    if (this.inputs.field(key).type === "flag") {
      const settled = this.flag(key, yes, no);
      return settled === null ? cell : and(cell, not(or(settled.yes, settled.no)));
    }
    const ends = this.relativeEnds(key);
    return ends === null ? cell : and(cell, or(ends.endless, `${ends.most}>${ends.least}`));
  }
}

/** Where a part is larger than a whole the sheet contradicts itself, and neither bounds anything. */
function contradiction({ wholes, parts }: Relatives): string {
  if (wholes.length === 0 || parts.length === 0) return FALSE;
  return and(`COUNT(${wholes.join(",")})>0`, `MAX(${parts.join(",")})>MIN(${wholes.join(",")})`);
}
