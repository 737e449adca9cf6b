/** One row taken out of a sheet to be tried with other figures: no change takes a part above its whole, and every change has a way back. */
import { relativesOf } from "../../language/relatives";
import { slot, type Field, type Vocabulary } from "../../language/vocabulary";
import { withBounds, type Cell } from "../../policy/cells-read";
import { FactColumns, type Facts } from "../facts";
import type { Trial } from "./boundaries";
import type { Watch } from "./row-context";

/** A cell of the row: what stands in it, and what was read. */
interface EditedCell {
  readonly column: Float64Array;
  read: number;
  /** Its place among the bits of `EditedRow.changed`. */
  readonly bit: number;
  differs: boolean;
}

/** Places among the bits of a small integer. A row has rarely so many cells that a plan may change; those that share a bit are told apart. */
const BITS = 30;

export class EditedRow {
  /** The row as the only one among facts; what is bound to them sees every change. */
  readonly facts: Facts;
  /** Counts the rows taken up. */
  taken = 0;
  /** A bit for each cell, or the few that share it, of which one differs from what was read. */
  changed = 0;
  private readonly differing = new Int32Array(BITS);
  private readonly cells: ReadonlyMap<string, EditedCell>;
  private readonly trials = new Map<Field, Trial>();

  /** @param slots the cells it holds */
  constructor(
    slots: Iterable<string>,
    private readonly vocabulary: Vocabulary,
  ) {
    this.cells = new Map(
      [...slots].map((key, index) => [
        key,
        { column: Float64Array.of(NaN), read: NaN, bit: index % BITS, differs: false },
      ]),
    );
    this.facts = new FactColumns(1, new Map([...this.cells].map(([key, { column }]) => [key, column])));
  }

  /** Takes up a row of a sheet. */
  take(facts: Facts, row: number): void {
    this.taken += 1;
    this.reset();
    for (const [key, cell] of this.cells) {
      cell.read = facts.column(key)?.[row] ?? NaN;
      cell.column[0] = cell.read;
    }
  }

  /** Last year's figure as it was read; NaN where it is not known. */
  before(id: string): number {
    return this.cells.get(slot(id))?.read ?? NaN;
  }

  /** Looks after some cells, and those that bound their blanks. */
  readonly watch = (cells: readonly Cell[]): RowWatch =>
    new RowWatch(
      this,
      [...withBounds(cells, this.vocabulary)].flatMap((key) => this.cells.get(key) ?? []),
    );

  /** The cell of a field, to be tried out; made once a field. */
  readonly trialOf = (field: Field): Trial => {
    const known = this.trials.get(field);
    if (known) return known;
    const trial: Trial = {
      field,
      read: (id, back) => this.cells.get(slot(id, back))?.column[0] ?? NaN,
      write: (value) => this.write(field.id, value),
    };
    this.trials.set(field, trial);
    return trial;
  };

  /** Sets a field; its wholes follow a counted part. Null where the change is impossible; else a way back. */
  apply(field: Field, to: number): (() => void) | null {
    const { wholes, parts } = relativesOf(field.id, this.vocabulary);
    const exceeded = wholes.filter(({ id }) => to > this.value(id));
    if (exceeded.length > 0 && field.type !== "count") return null;
    if (parts.some(({ id }) => this.value(id) > to)) return null;
    const before = [field, ...exceeded].map(({ id }): [string, number] => [id, this.value(id)]);
    for (const [id] of before) this.write(id, to);
    return () => {
      for (const [id, value] of before) this.write(id, value);
    };
  }

  /** The row as read with all changes; false where one of them is impossible. */
  applyAll(values: ReadonlyMap<Field, number>): boolean {
    this.reset();
    for (const [field, to] of values) if (this.apply(field, to) === null) return false;
    return true;
  }

  /** Puts the row back as it was read. */
  reset(): void {
    for (const cell of this.cells.values()) this.put(cell, cell.read);
  }

  private write(id: string, value: number): void {
    const cell = this.cells.get(slot(id));
    if (cell) this.put(cell, value);
  }

  private put(cell: EditedCell, value: number): void {
    cell.column[0] = value;
    const { read, bit } = cell;
    const differs = value !== read && (value === value || read === read);
    if (differs === cell.differs) return;
    cell.differs = differs;
    const count = (this.differing[bit] ?? 0) + (differs ? 1 : -1);
    this.differing[bit] = count;
    if (count === 0) this.changed &= ~(1 << bit);
    else this.changed |= 1 << bit;
  }

  private value(id: string): number {
    return this.cells.get(slot(id))?.column[0] ?? NaN;
  }
}

/** Some cells of the row. Most trials leave most of them as they were read, and what was found of those then still holds. */
export class RowWatch implements Watch {
  /** The row for which the cells were last looked at as they were read; 0 where they were changed since. */
  private looked = 0;
  private readonly bits: number;

  constructor(
    private readonly row: EditedRow,
    private readonly cells: readonly EditedCell[],
  ) {
    this.bits = cells.reduce((bits, { bit }) => bits | (1 << bit), 0);
  }

  /** The number of the row where all cells stand as they were read, else 0. */
  get asRead(): number {
    const { changed, taken } = this.row;
    return (changed & this.bits) !== 0 && this.cells.some(({ differs }) => differs) ? 0 : taken;
  }

  mayDiffer(): boolean {
    const { asRead } = this;
    if (asRead !== 0 && asRead === this.looked) return false;
    this.looked = asRead;
    return true;
  }
}
