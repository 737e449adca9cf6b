/** The columns of numbers of a sheet, read one by one, with what could not be read in them and what is to be said of them. */
import { FactColumns } from "../../engine/facts";
import { slot, type Vocabulary } from "../../language/vocabulary";
import { eitherColumn, isAdverse } from "./adverse-flags";
import { preferAmounts } from "./amounts-first";
import { CellWords } from "./cell-words";
import type { ReadSlot } from "./read-slot";
import { unclearCommas, type Commas } from "./decimal-commas";
import { addressIn, cellText, rowIn, type Grid } from "../../words/grid";
import { IndustryCodes } from "./industry-codes";
import { mergeIndustries, type IndustryColumn } from "./industry-columns";
import { mappedCell, type Mapping } from "./map-columns";
import { assumptions as assumed } from "./assumption-messages";
import { cellNotes, refusals, unreadableReason } from "./cell-messages";
import { warnings as warn } from "./warning-messages";
import type { Assumption, UnreadableCell, Warning } from "./messages";
import { columnMayLoseZeros } from "./lost-zeros";
import { fillPartsOfZero } from "./parts-of-wholes";
import { readColumn, type ReadColumn, type Trouble } from "./read-column";
import { decideShare } from "./share-columns";
import { TITLES_LIST } from "./named-titles";
import { titleColumn } from "./title-cells";
import { TitlesRead } from "./titles-read";

/** The facts of a sheet, with what follows from all columns together. */
export interface FactsTaken {
  readonly facts: FactColumns;
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly Warning[];
}

/** How the columns of one sheet are read. */
export interface ColumnsOptions {
  /** Rows (from 0) whose cells are out of place from a column (0-based) on. */
  readonly shifted: ReadonlyMap<number, number>;
  /** Whether a blank cell of a field for which the vocabulary says so stands for none. */
  readonly blanksMeanNone: boolean;
}

/** The columns read so far and what is to be said about them. */
export class ColumnsRead {
  readonly mappings: Mapping[] = [];
  readonly slots = new Map<string, ReadSlot>();
  readonly assumptions: Assumption[] = [];
  readonly unreadable: UnreadableCell[] = [];
  readonly warnings: Warning[] = [];
  private readonly industries: IndustryColumn[] = [];
  private readonly commas = new Map<Commas, ReadSlot>();
  private readonly words: CellWords;
  private readonly codes: IndustryCodes;
  private readonly titles: TitlesRead;

  constructor(
    private readonly grid: Grid,
    private readonly rows: readonly number[],
    private readonly vocabulary: Vocabulary,
    /** The day of judgement, serial. */
    private readonly asOf: number,
    private readonly options: ColumnsOptions,
  ) {
    this.words = new CellWords(vocabulary.words);
    this.codes = new IndustryCodes(vocabulary);
    this.titles = new TitlesRead(grid, rows, vocabulary, this.words, asOf);
  }

  read(mapping: Mapping): void {
    const field = mapping.field === null ? undefined : this.vocabulary.fields.get(mapping.field);
    if (field === undefined || mapping.use !== "read" || field.type === "text" || field.type === "code") {
      this.mappings.push(mapping);
      if (field?.id === TITLES_LIST && mapping.use === "read") this.titles.addList(mapping);
      return;
    }
    const share = decideShare(this.grid, this.rows, mapping, field);
    const settled = this.withOwnUnits(share.mapping)
      ? { ...share.mapping, unitFrom: "values" as const }
      : share.mapping;
    if (share.assumption !== undefined) this.assumptions.push(share.assumption);
    if (share.warning !== undefined) this.warnings.push(share.warning);
    this.mappings.push(settled);
    const column = this.inPlace(
      settled,
      readColumn(this.grid, this.rows, settled, field, {
        words: this.words,
        codes: this.codes,
        shares: share.cells,
        unitAssumed: mapping.unitFrom === "assumed",
        filledCircles: field.type === "flag" && this.ticksWith(settled.column),
        titles: titleColumn(settled.heading),
        zerosLost: field.type === "industry" && columnMayLoseZeros(this.grid, this.rows, settled.column),
        asOf: this.asOf,
        blanksMeanNone: this.options.blanksMeanNone,
      }),
    );
    if (field.type === "industry") {
      this.addIndustry(slot(field.id, settled.back), { mapping: settled, column });
      return;
    }
    if (field.type === "validity") {
      this.titles.add(field, settled, column);
      return;
    }
    const read = { mapping: settled, values: column.values };
    const key = slot(field.id, settled.back);
    const beside = this.slots.get(key);
    this.slots.set(key, beside !== undefined && isAdverse(field) ? eitherColumn(beside, read) : read);
    this.commas.set(column.commas, read);
    this.report(settled, column);
  }

  /** The column without the cells that are out of place. */
  private inPlace({ column }: Mapping, read: ReadColumn): ReadColumn {
    if (this.options.shifted.size === 0) return read;
    const out = new Set([...this.options.shifted].flatMap(([at, from]) => (column >= from ? [at] : [])));
    const troubles = read.troubles.filter(({ at }) => !out.has(at));
    for (const at of out) {
      read.values[at] = NaN;
      const text = cellText(this.grid.rows[this.rows[at] ?? 0]?.[column]);
      if (this.options.shifted.get(at) === column) troubles.push({ at, text, refusal: refusals.shifted });
    }
    const notes = new Map([...read.notes].map(([note, at]) => [note, at.filter((row) => !out.has(row))] as const));
    return { ...read, troubles, notes: new Map([...notes].filter(([, at]) => at.length > 0)) };
  }

  /** Says which rows are out of place. */
  private tellShifted(): void {
    if (this.options.shifted.size === 0) return;
    const cells = [...this.options.shifted].map(([at, column]) => addressIn(this.grid, this.rows[at] ?? 0, column));
    this.warnings.push({ id: "shifted-cells", message: warn.shiftedCells(cells), cells });
  }

  /** Whether nothing has to be assumed of the column's unit, because every cell names its own: 5.52亿, 620万元, ￥5,000. */
  private withOwnUnits({ unitFrom, column }: Mapping): boolean {
    if (unitFrom !== "assumed") return false;
    let filled = 0;
    for (const row of this.rows) {
      const cell = this.grid.rows[row]?.[column];
      if (
        typeof cell === "number" ||
        (typeof cell === "string" && /\d\s*$/.test(cell) && !/^[-+(]?\s*[¥￥]/.test(cell.trim()))
      ) {
        return false;
      }
      if (typeof cell === "string" && /\d/.test(cell)) filled += 1;
    }
    return filled > 0;
  }

  /** Whether boxes are ticked in the column with a filled sign. */
  private ticksWith(column: number): boolean {
    return this.rows.some((row) => {
      const cell = this.grid.rows[row]?.[column];
      return typeof cell === "string" && cell.length < 4 && /[●◉■]/.test(cell);
    });
  }

  private addIndustry(key: string, industry: IndustryColumn): void {
    this.industries.push(industry);
    const merged = mergeIndustries(this.industries);
    if (merged !== null) this.slots.set(key, merged);
  }

  /** To be called once all columns are read: settles what only several of them together say. */
  settle(): void {
    this.settleIndustries();
    this.settleTitles();
    this.settleCommas();
    this.tellShifted();
  }

  private settleIndustries(): void {
    const [first, ...others] = this.industries;
    const merged = mergeIndustries(this.industries);
    if (first === undefined || merged === null) return;
    if (others.length === 0) {
      this.report(first.mapping, first.column);
      return;
    }
    for (const { mapping, trouble } of merged.troubles) this.unread(mapping, trouble);
    if (merged.differing.length > 0) {
      const { heading } = merged.mapping;
      const cells = this.cells(merged.mapping, merged.differing);
      this.warnings.push({ id: "industries-differ", message: warn.industriesDiffer(heading, cells), cells });
    }
  }

  private settleTitles(): void {
    const { slots, reports, assumptions, warnings } = this.titles.taken();
    for (const [key, read] of slots) this.slots.set(key, read);
    for (const { mapping, column } of reports) this.report(mapping, column);
    for (const [at, mapping] of this.mappings.entries()) {
      if (this.titles.settled.has(mapping.column)) this.mappings[at] = { ...mapping, confidence: "likely", doubts: [] };
    }
    this.assumptions.push(...assumptions);
    this.warnings.push(...warnings);
  }

  /** Takes out numbers whose comma may be a decimal point. */
  private settleCommas(): void {
    for (const unclear of unclearCommas([...this.commas.keys()])) {
      const read = this.commas.get(unclear);
      if (read === undefined) continue;
      const { mapping, values } = read;
      for (const at of unclear.either) {
        const text = cellText(this.grid.rows[this.rows[at] ?? 0]?.[mapping.column]);
        values[at] = NaN;
        this.unread(mapping, { at, text, refusal: refusals.decimalComma });
      }
      const cells = this.cells(mapping, unclear.either);
      this.warnings.push({ id: "decimal-commas", message: warn.decimalCommas(mapping.heading, cells), cells });
    }
  }

  private cells(mapping: Mapping, at: readonly number[]): string[] {
    return at.map((index) => mappedCell(this.grid, mapping, this.rows[index] ?? 0));
  }

  private unread(mapping: Mapping, { at, text, refusal }: Trouble): void {
    const row = this.rows[at] ?? 0;
    this.unreadable.push({
      cell: mappedCell(this.grid, mapping, row),
      text,
      reason: unreadableReason(rowIn(this.grid, row), mapping.heading, text, refusal),
    });
  }

  private report(mapping: Mapping, column: ReadColumn): void {
    const { heading, address: cell } = mapping;
    for (const trouble of column.troubles) this.unread(mapping, trouble);
    for (const [note, at] of column.notes) {
      this.assumptions.push({ id: note, message: cellNotes[note](heading, this.cells(mapping, at)), cell });
    }
    if (column.blanksAsNone > 0) {
      this.assumptions.push({ id: "blank-as-none", message: assumed.blankAsNone(heading, column.blanksAsNone), cell });
    }
    if (column.filled > 0 && column.troubles.length === column.filled) {
      this.warnings.push({
        id: "column-unreadable",
        message: warn.columnUnreadable(heading, column.filled),
        cells: [cell],
      });
    } else if (column.filled === 0 && column.blanksAsNone === 0) {
      this.warnings.push({ id: "column-empty", message: warn.columnEmpty(heading), cells: [cell] });
    }
  }

  /**
   * The numbers by slot, parts of a whole that is 0 filled in, ratios left out where their amounts are known. What the `held` columns
   * (0-based) hold is not known.
   */
  facts(held: ReadonlySet<number>): FactsTaken {
    const assumptions: Assumption[] = [];
    const warnings: Warning[] = [];
    const numbers = new Map(
      [...this.slots].map(([key, { mapping, values, whenHeld }]) => [
        key,
        held.has(mapping.column) ? (whenHeld ?? new Float64Array(values.length).fill(NaN)) : values,
      ]),
    );
    for (const { part, whole, count } of fillPartsOfZero(this.vocabulary, numbers)) {
      const given = this.mappings.find(({ field, use }) => field === part.id && use === "read")?.address;
      const message = assumed.partOfZero(part.name, whole.name, count);
      assumptions.push({ id: "part-of-zero", message, ...(given === undefined ? {} : { cell: given }) });
    }
    for (const { field, back, differing } of preferAmounts(this.vocabulary, numbers)) {
      const mapping = this.slots.get(slot(field.id, back))?.mapping;
      if (mapping === undefined || differing.length === 0) continue;
      const cells = this.cells(mapping, differing);
      warnings.push({ id: "ratio-differs", message: warn.ratioDiffers(mapping.heading, cells), cells });
    }
    return { facts: new FactColumns(this.rows.length, numbers), assumptions, warnings };
  }
}
