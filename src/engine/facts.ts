/**
 * What is known of a sheet's rows, as columns of numbers. The key of a column is a slot (see `slot` in language/vocabulary).
 * A blank or unreadable cell is NaN: not known. A slot that no column of the sheet carries is absent, which is not the same:
 * a general condition without any column is assumed to hold, a blank cell is unknown.
 */
export interface Facts {
  readonly count: number;
  /** The values of a slot, `count` long, or undefined where the sheet has no such column. */
  column(slot: string): Float64Array | undefined;
}

/**
 * A number as a sheet means it. Excel keeps doubles but shows, and lets people type, 15 significant digits; a computed cell such as
 * 0.1 + 0.2 stands for 0.3. Everything that enters the engine passes here once, so that a border is met by the number people see.
 */
export function asSheetNumber(value: number): number {
  // Most cells hold few decimals: the closest double to a number of at most 4 decimals and 10 digits before them, or of 9 and 5, is the
  // number of 15 digits already, and telling so is cheaper than printing it.
  // Adding 0 turns a -0 into the 0 a sheet shows.
  const size = Math.abs(value);
  if (size < 1e10 && Math.round(value * 1e4) / 1e4 === value) return value + 0;
  if (size < 1e5 && Math.round(value * 1e9) / 1e9 === value) return value + 0;
  const rounded = Number(value.toPrecision(15));
  // The largest numbers of all are rounded up to more than a double holds.
  return Number.isFinite(rounded) ? rounded : value;
}

/** Facts held in a plain map, for tests, single records and what-if edits. */
export class FactColumns implements Facts {
  constructor(
    readonly count: number,
    private readonly columns: ReadonlyMap<string, Float64Array>,
  ) {}

  column(slot: string): Float64Array | undefined {
    return this.columns.get(slot);
  }

  /** The same facts with one more column. */
  with(slot: string, values: Float64Array): FactColumns {
    return new FactColumns(this.count, new Map([...this.columns, [slot, values]]));
  }

  slots(): IterableIterator<string> {
    return this.columns.keys();
  }

  /** One row from a record of slot -> value; null and undefined stand for a blank cell of a column that exists. */
  static fromRecord(record: Readonly<Record<string, number | boolean | null | undefined>>): FactColumns {
    const columns = new Map<string, Float64Array>();
    for (const [key, value] of Object.entries(record)) {
      const number = value === null || value === undefined ? NaN : Number(value);
      columns.set(key, Float64Array.of(asSheetNumber(number)));
    }
    return new FactColumns(1, columns);
  }
}
