/** Of several columns for one field and year, which one is read: the exact heading before synonyms, wherever they stand. */
import type { Vocabulary } from "../../language/vocabulary";
import { compareConfidence, type Confidence } from "./confidence";
import { cellText, isBlank, type Grid } from "../../words/grid";
import { IndustryCodes } from "./industry-codes";

export interface Contender {
  /** 0-based. */
  readonly column: number;
  readonly field: string;
  readonly back: number;
  /** A person chose the field. */
  readonly chosen: boolean;
  readonly confidence: Confidence;
  /** How closely the heading names the field, see `HeadingMatch`. */
  readonly rank: number;
}

const sampled = 40;

/** Negative where `one` goes first. What is doubtful waits behind everything; else the words decide, then the place. */
function compare(one: Contender, other: Contender): number {
  if (one.chosen !== other.chosen) return one.chosen ? -1 : 1;
  const doubts = Number(one.confidence === "doubtful") - Number(other.confidence === "doubtful");
  if (doubts !== 0) return doubts;
  return one.rank - other.rank || compareConfidence(one.confidence, other.confidence) || one.column - other.column;
}

/** Industries are told by names and codes of all finenesses: the share of the first cells whose size class can be told. */
function readableIndustries(grid: Grid, firstRow: number, column: number, codes: IndustryCodes): number {
  let filled = 0;
  let read = 0;
  for (let row = firstRow; row < grid.rows.length && filled < sampled; row++) {
    const cell = grid.rows[row]?.[column];
    if (isBlank(cell)) continue;
    filled += 1;
    if (typeof codes.read(cellText(cell)) === "number") read += 1;
  }
  return filled === 0 ? 0 : read / filled;
}

/** The columns read, one a field and year: 0-based column by `field back`. `firstRow` is the first below the headings. */
export function bestColumns(
  contenders: readonly Contender[],
  grid: Grid,
  firstRow: number,
  vocabulary: Vocabulary,
): ReadonlyMap<string, number> {
  const bySlot = new Map<string, Contender[]>();
  for (const one of contenders) {
    const key = slotKey(one.field, one.back);
    bySlot.set(key, [...(bySlot.get(key) ?? []), one]);
  }
  const best = new Map<string, number>();
  for (const [key, rivals] of bySlot) {
    const sorted = [...rivals].sort(compare);
    const [first] = sorted;
    if (first === undefined) continue;
    best.set(key, first.column);
    if (sorted.length < 2 || first.chosen || vocabulary.fields.get(first.field)?.type !== "industry") continue;
    const codes = new IndustryCodes(vocabulary);
    const shares = sorted.map(({ column }) => readableIndustries(grid, firstRow, column, codes));
    const finest = sorted[shares.indexOf(Math.max(...shares))];
    if (finest !== undefined) best.set(key, finest.column);
  }
  return best;
}

export function slotKey(field: string, back: number): string {
  return `${field} ${back}`;
}
