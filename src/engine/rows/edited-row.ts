/** One row taken out of a sheet to be tried with other figures: no change takes a part above its whole, and every change has a way back. */
import { relativesOf } from "../../language/relatives";
import { slot, type Field, type Vocabulary } from "../../language/vocabulary";
import { withBounds, type Cell } from "../../policy/cells-read";
import { FactColumns, type Facts } from "../facts";
import type { Trial } from "./boundaries";
import type { Watch } from "./quantity-nodes";

/** A cell of the row: what stands in it, and what was read. */
interface EditedCell {
  readonly column: Float64Array;
  read: number;
}

export class EditedRow {
  /** The row as the only one among facts; what is bound to them sees every change. */
  readonly facts: Facts;
  /** Counts the rows taken up. */
  taken = 0;
  private readonly cells: ReadonlyMap<string, EditedCell>;
  private readonly trials = new Map<Field, Trial>();

  /** @param slots the cells it holds */
  constructor(
    slots: Iterable<string>,
    private readonly vocabulary: Vocabulary,
  ) {
    this.cells = new Map([...slots].map((key) => [key, { column: Float64Array.of(NaN), read: NaN }]));
    this.facts = new FactColumns(1, new Map([...this.cells].map(([key, { column }]) => [key, column])));
  }

  /** Takes up a row of a sheet. */
  take(facts: Facts, row: number): void {
    this.taken += 1;
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
    for (const cell of this.cells.values()) cell.column[0] = cell.read;
  }

  private write(id: string, value: number): void {
    const cell = this.cells.get(slot(id));
    if (cell) cell.column[0] = value;
  }

  private value(id: string): number {
    return this.cells.get(slot(id))?.column[0] ?? NaN;
  }
}

/** Some cells of the row. Most trials leave most of them as they were read, and what was found of those then still holds. */
export class RowWatch implements Watch {
  /** The row for which the cells were last looked at as they were read; 0 where they were changed since. */
  private looked = 0;

  constructor(
    private readonly row: EditedRow,
    private readonly cells: readonly EditedCell[],
  ) {}

  /** The number of the row where all cells stand as they were read, else 0. */
  get asRead(): number {
    for (const { column, read } of this.cells) {
      const value = column[0] ?? NaN;
      if (value !== read && (value === value || read === read)) return 0;
    }
    return this.row.taken;
  }

  mayDiffer(): boolean {
    const { asRead } = this;
    if (asRead !== 0 && asRead === this.looked) return false;
    this.looked = asRead;
    return true;
  }
}
