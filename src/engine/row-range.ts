import type { Facts } from "./facts";

/** Some rows of a sheet's facts that follow one another; nothing is copied. */
export class RowRange implements Facts {
  constructor(
    private readonly facts: Facts,
    private readonly first: number,
    readonly count: number,
  ) {}

  column(slot: string): Float64Array | undefined {
    return this.facts.column(slot)?.subarray(this.first, this.first + this.count);
  }
}
