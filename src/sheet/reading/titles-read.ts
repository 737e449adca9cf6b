/** The titles of a sheet: of each what its columns say, and what cells name elsewhere (several under 资质荣誉, 省级 under 单项冠军). */
import type { Field, Vocabulary } from "../../language/vocabulary";
import { titlesNamed } from "./assumption-messages";
import type { CellWords } from "./cell-words";
import type { ReadSlot } from "./read-slot";
import { cellText, isBlank, type Grid } from "../../words/grid";
import { mappedCell, type Mapping } from "./map-columns";
import type { Assumption, Warning } from "./messages";
import { levelIn, TitleNames, type NamedTitle } from "./named-titles";
import type { ReadColumn, Trouble } from "./read-column";
import { TitleCells } from "./title-cells";
import { mergeTitles, type TitleSource } from "./title-columns";
import { warnings as warn } from "./warning-messages";

interface TitleColumnRead extends TitleSource {
  readonly field: Field;
  readonly column: ReadColumn;
}

interface NamedSource extends TitleSource {
  readonly field: Field;
}

export interface TitlesTaken {
  readonly slots: ReadonlyMap<string, ReadSlot>;
  /** The columns with the troubles and notes that are left to tell. */
  readonly reports: readonly { readonly mapping: Mapping; readonly column: ReadColumn }[];
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly Warning[];
}

/** 国家级（2023年第八批） and a little. */
const LONGEST_LEVEL = 24;

export class TitlesRead {
  private readonly columns: TitleColumnRead[] = [];
  private readonly lists: Mapping[] = [];
  private readonly named = new Map<string, NamedSource>();
  private readonly names: TitleNames;
  private readonly cells = new Map<string, string[]>();
  private readonly unclear = new Map<Mapping, string[]>();
  private readonly settledColumns = new Set<number>();

  constructor(
    private readonly grid: Grid,
    private readonly rows: readonly number[],
    vocabulary: Vocabulary,
    private readonly words: CellWords,
    private readonly asOf: number,
  ) {
    this.names = new TitleNames(vocabulary);
  }

  /** A column of one title. */
  add(field: Field, mapping: Mapping, column: ReadColumn): void {
    this.columns.push({ field, mapping, column, values: column.values });
  }

  /** A column whose cells name the titles. */
  addList(mapping: Mapping): void {
    this.lists.push(mapping);
  }

  /** To be called once all columns are read. */
  taken(): TitlesTaken {
    const open = this.columns.map((read) => this.namedInstead(read));
    for (const list of this.lists) this.readList(list);
    const slots = new Map<string, ReadSlot>();
    const warnings: Warning[] = [];
    const reports = this.columns.map((read, at) => ({
      mapping: read.mapping,
      column: { ...read.column, troubles: open[at] ?? [] },
    }));
    const fields = new Map([...this.columns, ...this.named.values()].map(({ field }) => [field.id, field]));
    for (const id of fields.keys()) {
      const own = this.columns.filter(({ field }) => field.id === id);
      const named = [...this.named.values()].filter(({ field }) => field.id === id);
      const [only] = own;
      if (only !== undefined && own.length === 1 && named.length === 0) {
        slots.set(id, { mapping: only.mapping, values: only.values });
        continue;
      }
      const sources: readonly TitleSource[] = [...own, ...named];
      const merged = mergeTitles(sources, this.asOf);
      if (merged === null) continue;
      const whenHeld = named.length === 0 ? undefined : mergeTitles(named, this.asOf)?.values;
      const mappingOf = (row: number): Mapping => sources[merged.sourceOf[row] ?? -1]?.mapping ?? merged.mapping;
      const { mapping, values, differing } = merged;
      slots.set(id, { mapping, values, mappingOf, ...(whenHeld === undefined ? {} : { whenHeld }) });
      for (const [at, read] of own.entries()) this.thin(reports, read, merged.sourceOf, at);
      if (differing.length > 0) {
        const cells = differing.map((row) => this.cell(mappingOf(row), row));
        warnings.push({ id: "titles-differ", message: warn.titlesDiffer(mapping.heading, cells), cells });
      }
    }
    for (const [mapping, texts] of this.unclear) {
      warnings.push({
        id: "titles-unclear",
        message: warn.titlesUnclear(mapping.heading, texts),
        cells: [mapping.address],
      });
    }
    return { slots, reports, assumptions: this.told(), warnings };
  }

  private cell(mapping: Mapping, at: number): string {
    return mappedCell(this.grid, mapping, this.rows[at] ?? 0);
  }

  /** Leaves out of a report what another column settles. */
  private thin(
    reports: { mapping: Mapping; column: ReadColumn }[],
    { mapping, column }: TitleColumnRead,
    sourceOf: Int8Array,
    source: number,
  ): void {
    const at = reports.findIndex((one) => one.mapping === mapping);
    const known = reports[at];
    if (known === undefined) return;
    const troubles = known.column.troubles.filter(({ at: row }) => (sourceOf[row] ?? -1) < 0);
    const notes = new Map(
      [...column.notes].flatMap(([note, rows]) => {
        const used = rows.filter((row) => sourceOf[row] === source);
        return used.length === 0 ? [] : [[note, used] as const];
      }),
    );
    reports[at] = { mapping, column: { ...column, troubles, notes } };
  }

  /** Cells of a title's column that name another title, or the level of theirs. The troubles that are left. */
  private namedInstead({ mapping, column }: TitleColumnRead): readonly Trouble[] {
    // Where the column may be of one level or another, a level that is written says which.
    if (mapping.confidence === "doubtful") {
      for (const [at, row] of this.rows.entries()) {
        const cell = this.grid.rows[row]?.[mapping.column];
        if (typeof cell === "string" && cell.length < LONGEST_LEVEL) this.takeLevel(mapping, at, cell);
      }
      if (this.namesEveryLevel(mapping, column)) this.settledColumns.add(mapping.column);
    }
    return column.troubles.filter(({ at, text }) => {
      if (this.takeLevel(mapping, at, text)) return false;
      const { titles, unclear } = this.names.in(text);
      if (titles.length === 0 || unclear.length > 0) return true;
      return !titles.map((title) => this.take(mapping, at, title)).some((taken) => taken);
    });
  }

  /** Whether each cell says of which level its title is, or that there is none, so that the heading leaves no question. */
  private namesEveryLevel({ column, doubts }: Mapping, { values }: ReadColumn): boolean {
    if (doubts.some(({ id }) => id !== "heading")) return false;
    let levels = 0;
    for (const [at, row] of this.rows.entries()) {
      const cell = this.grid.rows[row]?.[column];
      if (isBlank(cell) || values[at] === -Infinity) continue;
      const text = cellText(cell);
      if (levelIn(text) === null && this.names.in(text).titles.length === 0) return false;
      levels += 1;
    }
    return levels > 0;
  }

  /** Columns (0-based) whose heading is doubtful and whose cells leave no question. */
  get settled(): ReadonlySet<number> {
    return this.settledColumns;
  }

  private takeLevel(mapping: Mapping, at: number, text: string): boolean {
    const title = this.names.ofLevel(text, mapping.heading);
    return title !== null && this.take(mapping, at, title);
  }

  private readList(mapping: Mapping): void {
    for (const [at, row] of this.rows.entries()) {
      const cell = this.grid.rows[row]?.[mapping.column];
      if (typeof cell !== "string" || isBlank(cell)) continue;
      const { titles, unclear } = this.names.in(cellText(cell));
      const left = [
        ...unclear,
        ...titles.filter((title) => !this.take(mapping, at, title)).map(({ field }) => field.name.zh),
      ];
      if (left.length === 0) continue;
      const texts = this.unclear.get(mapping) ?? [];
      this.unclear.set(mapping, texts);
      texts.push(`${this.cell(mapping, at)} ${left.join("、")}`);
    }
  }

  /** Takes a title that is named; false where what is said of its date can't be read. */
  private take(mapping: Mapping, at: number, { field, detail }: NamedTitle): boolean {
    let value = Infinity;
    if (/\d|批/.test(detail)) {
      const read = new TitleCells(field, "bare", this.words, this.asOf).text(detail);
      if (read.refusal !== undefined || Number.isNaN(read.value)) return false;
      value = read.value;
    }
    const key = `${mapping.column} ${field.id}`;
    const source = this.named.get(key) ?? {
      field,
      mapping: { ...mapping, field: field.id, confidence: "likely", doubts: [] },
      values: new Float64Array(this.rows.length).fill(NaN),
    };
    this.named.set(key, source);
    source.values[at] = value;
    const told = this.cells.get(mapping.address) ?? [];
    this.cells.set(mapping.address, told);
    told.push(`${this.cell(mapping, at)} ${shortName(field)}`);
    return true;
  }

  private told(): Assumption[] {
    const mappings = new Map(
      [...this.columns.map(({ mapping }) => mapping), ...this.lists].map((one) => [one.address, one]),
    );
    return [...this.cells].map(([address, texts]) => {
      const mapping = mappings.get(address);
      const message = titlesNamed(mapping?.heading ?? address, [...new Set(texts)]);
      // What is said of a column that is asked about is left out; this holds whatever the answer is.
      return { id: "titles-named", message, ...(mapping?.confidence === "doubtful" ? {} : { cell: address }) };
    });
  }
}

/** 小巨人有效期至 -> 小巨人. */
function shortName(field: Field): string {
  return field.name.zh.replace(/(?:证书)?有效期至?$/, "");
}
