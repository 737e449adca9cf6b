/**
 * What a cell that is not known may hold: at least what the known cells of its parts hold, at most what those of its wholes hold, and
 * anything its field can hold otherwise. Every backend takes the ends of a blank from here; the formulas say the same in a sheet's words.
 */
import type { BoundingSlots } from "../language/relatives";
import type { Field } from "../language/vocabulary";

const NO_COLUMNS: readonly Float64Array[] = [];

export class CellBounds {
  /** The ends in the row last looked at. */
  lo: number;
  hi: number;
  private readonly wholes: readonly Float64Array[];
  private readonly parts: readonly Float64Array[];

  constructor(
    private readonly field: Field,
    { wholes, parts }: BoundingSlots,
    column: (slot: string) => Float64Array | undefined,
  ) {
    this.lo = field.min;
    this.hi = field.max;
    const present = (slots: readonly string[]): readonly Float64Array[] =>
      slots.length === 0 ? NO_COLUMNS : slots.map(column).filter((values) => values !== undefined);
    this.wholes = present(wholes);
    this.parts = present(parts);
  }

  /** Whether the ends are the same in every row. */
  get fixed(): boolean {
    return this.wholes.length === 0 && this.parts.length === 0;
  }

  /** Works out the ends in a row. Where a part is larger than a whole the sheet contradicts itself, and neither says anything. */
  look(row: number): void {
    if (this.fixed) return;
    const { min, max } = this.field;
    let lo = min;
    let hi = max;
    for (const part of this.parts) lo = Math.max(lo, orElse(part[row], lo));
    for (const whole of this.wholes) hi = Math.min(hi, orElse(whole[row], hi));
    const contradictory = lo > hi;
    this.lo = contradictory ? min : lo;
    this.hi = contradictory ? max : hi;
  }
}

function orElse(value: number | undefined, otherwise: number): number {
  return value === undefined || Number.isNaN(value) ? otherwise : value;
}
