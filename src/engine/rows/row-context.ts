import { boundingSlots } from "../../language/relatives";
import { FOUNDED } from "../../language/tree";
import { cellOfSlot, slot, type Field, type Vocabulary } from "../../language/vocabulary";
import type { Cell } from "../../policy/cells-read";
import { accountingYears, dateOf, yearsBetween } from "../../words/calendar";
import { CellBounds } from "../cell-bounds";
import type { Cells } from "../exact";
import type { Facts } from "../facts";

/** Knows of some cells whether they may hold anything else than when it was last asked. */
export interface Watch {
  mayDiffer(): boolean;
}

/** What binding needs: the columns, the words, the as-of day and the last complete fiscal year t. */
export class RowContext implements Cells {
  row = 0;
  private readonly columns = new Map<string, (Float64Array | null)[]>();
  private readonly cellBounds = new Map<string, CellBounds>();

  constructor(
    readonly facts: Facts,
    readonly vocabulary: Vocabulary,
    readonly asOf: number,
    readonly t: number,
    /** Watches cells that are tried out, so that only what reads a changed one is evaluated again; rows of a sheet are read once each. */
    readonly watch: ((cells: readonly Cell[]) => Watch) | null = null,
  ) {}

  field(id: string): Field {
    const field = this.vocabulary.fields.get(id);
    if (!field) throw new Error(`rule reads field ${id}, which the vocabulary lacks`);
    return field;
  }

  column(field: string, back: number): Float64Array | undefined {
    let years = this.columns.get(field);
    if (!years) {
      years = [];
      this.columns.set(field, years);
    }
    const known = years[back];
    if (known !== undefined) return known ?? undefined;
    const column = this.facts.column(slot(field, back));
    years[back] = column ?? null;
    return column;
  }

  /** What a cell that is not known may hold. */
  bounds(field: string, back: number): CellBounds {
    const key = slot(field, back);
    let bounds = this.cellBounds.get(key);
    if (!bounds) {
      bounds = new CellBounds(this.field(field), boundingSlots(field, back, this.vocabulary), (one) =>
        this.facts.column(one),
      );
      this.cellBounds.set(key, bounds);
    }
    return bounds;
  }

  /** Whether the sheet says the same of the field in every row, as it has a column neither for it nor for what bounds it. */
  isSameInEveryRow(field: string, back: number): boolean {
    return this.column(field, back) === undefined && this.bounds(field, back).fixed;
  }

  /** Whether the sheet speaks of a slot: it has a column for it, or for a whole it is a part of. */
  speaksOf(key: string): boolean {
    const { field, back } = cellOfSlot(key);
    const { wholes } = boundingSlots(field, back, this.vocabulary);
    return [key, ...wholes].some((one) => this.facts.column(one) !== undefined);
  }

  /** The value of a cell, also of one that its parts and wholes leave a single value; NaN where it is not known. */
  cell(field: string, back: number): number {
    const value = this.column(field, back)?.[this.row] ?? NaN;
    if (!Number.isNaN(value)) return value;
    const bounds = this.bounds(field, back);
    bounds.look(this.row);
    return bounds.lo === bounds.hi ? bounds.lo : NaN;
  }

  /** Whether the enterprise was founded after a year of a field; false while the day is not known. */
  isBeforeFounding(row: number, { periods, ofJudgementYear }: Field, back: number): boolean {
    const founded = this.column(FOUNDED, 0)?.[row] ?? NaN;
    // A field of one period is of the day of judgement.
    if (Number.isNaN(founded) || periods === 1) return false;
    return dateOf(founded).year > this.t - back + Number(ofJudgementYear);
  }

  age(unit: "days" | "years" | "accounting-years", field: string): number {
    return this.ageOf(unit, this.cell(field, 0));
  }

  ageOf(unit: "days" | "years" | "accounting-years", founded: number): number {
    if (Number.isNaN(founded)) return NaN;
    if (unit === "days") return this.asOf - founded;
    return unit === "years" ? yearsBetween(founded, this.asOf) : accountingYears(founded, this.t);
  }
}
