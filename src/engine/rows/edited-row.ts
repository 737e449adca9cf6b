/** One row taken out of a sheet to be tried with other figures: no change takes a part above its whole, and every change has a way back. */
import { relativesOf } from "../../language/relatives";
import { slot, type Field, type Vocabulary } from "../../language/vocabulary";
import { FactColumns, type Facts } from "../facts";
import type { Trial } from "./boundaries";

export class EditedRow {
  /** The row as the only one among facts; what is bound to them sees every change. */
  readonly facts: Facts;
  private readonly cells: ReadonlyMap<string, Float64Array>;
  private readonly original = new Map<string, number>();
  private readonly trials = new Map<Field, Trial>();

  /** @param slots the cells it holds */
  constructor(
    slots: Iterable<string>,
    private readonly vocabulary: Vocabulary,
  ) {
    this.cells = new Map([...slots].map((key) => [key, Float64Array.of(NaN)]));
    this.facts = new FactColumns(1, this.cells);
  }

  /** Takes up a row of a sheet. */
  take(facts: Facts, row: number): void {
    for (const [key, cell] of this.cells) {
      cell[0] = facts.column(key)?.[row] ?? NaN;
      this.original.set(key, cell[0]);
    }
  }

  /** Last year's figure as it was read; NaN where it is not known. */
  before(id: string): number {
    return this.original.get(slot(id)) ?? NaN;
  }

  /** The cell of a field, to be tried out; made once a field. */
  readonly trialOf = (field: Field): Trial => {
    const known = this.trials.get(field);
    if (known) return known;
    const trial: Trial = {
      field,
      read: (id, back) => this.cells.get(slot(id, back))?.[0] ?? NaN,
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
    for (const [key, cell] of this.cells) cell[0] = this.original.get(key) ?? NaN;
  }

  private write(id: string, value: number): void {
    const cell = this.cells.get(slot(id));
    if (cell) cell[0] = value;
  }

  private value(id: string): number {
    return this.cells.get(slot(id))?.[0] ?? NaN;
  }
}
