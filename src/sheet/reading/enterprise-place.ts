/**
 * The place an enterprise is judged by: what a column of its own says, else what its columns of province, city, county and address say
 * together, else the place in its credit code, else the place chosen for the workbook. Columns and code that name two provinces leave it
 * open, and so does a name that several provinces know: nobody guesses, the message says what is missing.
 */
import {
  commonPlace,
  isWithin,
  narrowed,
  placesOf,
  provinceOf,
  type PlaceCode,
  type PlaceLevel,
  type Places,
  type PlacesMeant,
} from "../../language/places";
import type { Vocabulary } from "../../language/vocabulary";
import { rowIn, type Grid } from "../../words/grid";
import { creditCodeFault } from "./credit-code";
import type { Assumption, Warning } from "./messages";
import { placeMessages } from "./place-messages";
import type { SheetTexts } from "./sheet-texts";

/** What told the place of an enterprise. */
export type PlaceSource = "own-column" | "columns" | "credit-code" | "registered" | "chosen";

export interface PlaceRead {
  /** Null where it is not known. */
  readonly place: PlaceCode | null;
  readonly source: PlaceSource | null;
  /** The field whose cell told most; null where none did. */
  readonly field: string | null;
}

export interface PlacesRead {
  /** One a row. */
  readonly rows: readonly PlaceRead[];
  /** The slot `place`, or undefined where nothing of the sheet tells any row's place. */
  readonly values: Float64Array | undefined;
  readonly warnings: readonly Warning[];
  readonly assumptions: readonly Assumption[];
}

export interface PlaceColumns {
  readonly grid: Grid;
  /** 0-based rows of the grid. */
  readonly rows: readonly number[];
  readonly texts: SheetTexts;
  readonly creditCodes: readonly string[];
  /** 1 where the sheet says that the enterprise is registered in Shandong. */
  readonly registeredInShandong: Float64Array | undefined;
  /** The place chosen for the workbook where nothing tells; null for none. */
  readonly chosen: PlaceCode | null;
}

const OWN_COLUMN = "place";
const COLUMNS: readonly (readonly [field: string, level: PlaceLevel | null])[] = [
  ["province", "province"],
  ["region", "city"],
  ["county", "county"],
  ["address", null],
];
const SHANDONG: PlaceCode = 370_000;
/** Of a row whose place nothing tells. */
export const OPEN_PLACE: PlaceRead = { place: null, source: null, field: null };

/** Of rows that are no enterprises. */
export const NO_PLACES: PlacesRead = { rows: [], values: undefined, warnings: [], assumptions: [] };

/** What rows are said to share: a kind of trouble, and what is said of it. */
type Trouble = "contradicting" | "several" | "unknown";

export function readPlaces(columns: PlaceColumns, vocabulary: Vocabulary): PlacesRead {
  const reader = new PlaceReader(columns, placesOf(vocabulary));
  const rows = columns.rows.map((_, row) => reader.read(row));
  const told = reader.hasColumns || rows.some(({ place }) => place !== null);
  return {
    rows,
    values: told ? Float64Array.from(rows, ({ place }) => place ?? NaN) : undefined,
    warnings: reader.warnings(),
    assumptions: reader.assumptions(rows),
  };
}

class PlaceReader {
  private readonly columns: readonly { readonly field: string; readonly level: PlaceLevel | null }[];
  private readonly own: readonly string[] | null;
  private readonly troubles = new Map<Trouble, Map<string, number[]>>();
  private readonly columnTexts: readonly (readonly string[])[];
  private readonly told = new Map<string, PlaceRead>();
  /** By level of the column and text. */
  private readonly known = new Map<PlaceLevel | null, Map<string, PlacesMeant>>();
  /** Names that are no longer in use -> the place they are taken for. */
  private readonly former = new Map<string, PlaceCode>();

  constructor(
    private readonly sheet: PlaceColumns,
    private readonly places: Places,
  ) {
    this.columns = COLUMNS.flatMap(([field, level]) =>
      sheet.texts.mappingOf(field) === undefined ? [] : [{ field, level }],
    );
    this.columnTexts = this.columns.map(({ field }) => sheet.texts.of(field));
    this.own = sheet.texts.mappingOf(OWN_COLUMN) === undefined ? null : sheet.texts.of(OWN_COLUMN);
  }

  get hasColumns(): boolean {
    return this.columns.length > 0 || this.own !== null;
  }

  read(row: number): PlaceRead {
    const own = this.own?.[row] ?? "";
    if (own !== "") return this.ownColumn(own, row);
    const ofCode = this.ofCode(row);
    const fromColumns = this.remembered(row, ofCode);
    if (fromColumns !== null) return fromColumns;
    if (ofCode !== null) return { place: ofCode, source: "credit-code", field: "credit_code" };
    if (this.sheet.registeredInShandong?.[row] === 1)
      return { place: SHANDONG, source: "registered", field: "registered_shandong" };
    return this.sheet.chosen === null ? OPEN_PLACE : { place: this.sheet.chosen, source: "chosen", field: null };
  }

  private ownColumn(text: string, row: number): PlaceRead {
    const meant = this.meant(text, null);
    const place = commonPlace(meant);
    if (place !== null) return { place, source: "own-column", field: OWN_COLUMN };
    this.note(meant.length === 0 ? "unknown" : "several", text, row);
    return OPEN_PLACE;
  }

  /** What columns said together before; rows that trouble was told of are looked at anew. */
  private remembered(row: number, ofCode: PlaceCode | null): PlaceRead | null {
    let key = ofCode === null ? "" : String(ofCode);
    for (const texts of this.columnTexts) key += `\n${texts[row] ?? ""}`;
    const before = this.told.get(key);
    if (before !== undefined) return before;
    const read = this.fromColumns(row, ofCode);
    if (read !== null && read.place !== null) this.told.set(key, read);
    return read;
  }

  /** Null where no column names a place. */
  private fromColumns(row: number, ofCode: PlaceCode | null): PlaceRead | null {
    let held: PlacesMeant = [];
    let field: string | null = null;
    const said: string[] = [];
    for (const column of this.columns) {
      const text = this.sheet.texts.of(column.field)[row] ?? "";
      const meant = text === "" ? [] : this.meant(text, column.level);
      if (meant.length === 0) continue;
      said.push(text);
      const both = held.length === 0 ? meant : narrowed(held, meant);
      if (both.length === 0) {
        // Two cities of one province are no contradiction about whose rules apply.
        const common = commonPlace([...held, ...meant]);
        if (common === null) return this.contradicting(said, row);
        held = [common];
        continue;
      }
      if (field === null || both.length < held.length || both.some((code) => !held.includes(code)))
        field = column.field;
      held = both;
    }
    if (held.length === 0) {
      this.noteUnknown(row);
      return null;
    }
    if (held.length > 1 && ofCode !== null) {
      const near = held.filter((code) => isWithin(code, ofCode) || isWithin(ofCode, code));
      held = near.length > 0 ? near : held.filter((code) => provinceOf(code) === provinceOf(ofCode));
    }
    const place = commonPlace(held);
    if (place === null) {
      if (held.length === 0) return this.contradicting([...said, this.sheet.creditCodes[row] ?? ""], row);
      this.note("several", said.join(" "), row);
      return OPEN_PLACE;
    }
    if (ofCode !== null && provinceOf(place) !== provinceOf(ofCode))
      return this.contradicting([...said, this.sheet.creditCodes[row] ?? ""], row);
    return { place, source: "columns", field };
  }

  private contradicting(said: readonly string[], row: number): PlaceRead {
    this.note("contradicting", said.filter((text) => text !== "").join(" / "), row);
    return OPEN_PLACE;
  }

  /** A province or city that is none is told; what stands in a county's or an address's cell may be anything. */
  private noteUnknown(row: number): void {
    for (const { field, level } of this.columns) {
      const text = this.sheet.texts.of(field)[row] ?? "";
      if (text !== "" && (level === "province" || level === "city")) this.note("unknown", text, row);
    }
  }

  private ofCode(row: number): PlaceCode | null {
    const code = this.sheet.creditCodes[row] ?? "";
    // Characters 3 to 8 are the place of the authority that registered it (GB 32100-2015); a code that may be mistyped tells nothing.
    return code === "" || creditCodeFault(code) !== null ? null : this.places.ofCode(code.slice(2, 8));
  }

  private meant(text: string, level: PlaceLevel | null): PlacesMeant {
    const known = this.known.get(level)?.get(text);
    if (known !== undefined) return known;
    const meant = this.places.meant(text, level);
    const old = meant.length === 1 ? this.places.formerIn(text) : null;
    if (old !== null && meant[0] !== undefined) this.former.set(old, meant[0]);
    const ofLevel = this.known.get(level) ?? new Map<string, PlacesMeant>();
    this.known.set(level, ofLevel.set(text, meant));
    return meant;
  }

  private note(trouble: Trouble, text: string, row: number): void {
    const texts = this.troubles.get(trouble) ?? new Map<string, number[]>();
    this.troubles.set(trouble, texts);
    const rows = texts.get(text);
    if (rows === undefined) texts.set(text, [row]);
    else rows.push(row);
  }

  warnings(): Warning[] {
    return [...this.troubles].map(([trouble, texts]) => {
      const rows = [...texts.values()].flat().map((row) => rowIn(this.sheet.grid, this.sheet.rows[row] ?? 0));
      return { id: `place-${trouble}`, message: placeMessages[trouble]([...texts.keys()], rows) };
    });
  }

  assumptions(rows: readonly PlaceRead[]): Assumption[] {
    const former = [...this.former].map(([name, place]) => ({
      id: "place-former",
      message: placeMessages.former(name, this.places.text(place)),
    }));
    const { chosen } = this.sheet;
    const count = rows.filter(({ source }) => source === "chosen").length;
    return chosen === null || count === 0
      ? former
      : [...former, { id: "place-chosen", message: placeMessages.chosen(this.places.text(chosen), count) }];
  }
}
