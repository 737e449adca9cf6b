/** The masked copy (脱敏副本) as a book: the workbook's lists as values, with the results beside them, and nothing that is not known. */
import type { Text } from "../../words/text";
import type { Grid } from "../../words/grid";
import { provinceOf } from "../../language/places";
import { readSheet, type SheetReading } from "../../sheet/reading/read-sheet";
import type { ResultSheet } from "../../words/result-sheet";
import type { SavedMapping } from "../../sheet/reading/saved-mapping";
import { PackageParts } from "../../xlsx/container/package-parts";
import { Identities, StillNamed } from "../masking/identities";
import type { Masker } from "../masking/mask";
import {
  maskedGrid,
  maskResult,
  type ColumnLeftOut,
  type MaskedGrid,
  type MaskingChoices,
} from "../masking/masked-grid";
import { namedApart, type CopyBook } from "./copy-book";
import { gridAsCopy, resultAsCopy } from "./result-as-copy";

export interface MaskedReadingOptions extends MaskingChoices {
  readonly asOf: string;
  /** How a person has set the columns of a sheet; undefined where they are as recognised. */
  readonly mappingOf?: (sheet: string) => SavedMapping | undefined;
  /** Sheets that are hidden, which are not passed on. */
  readonly hidden?: ReadonlySet<string>;
}

export interface MaskedLists {
  readonly lists: readonly MaskedGrid[];
  /** Sheets that are hidden or in which no list was recognised: nobody can say what they name, so they are not passed on. */
  readonly leftOut: readonly string[];
  readonly leftOutColumns: readonly ColumnLeftOut[];
}

/** Everybody the workbook names: whom the masker has seen, and numbers of persons in any cell. */
export function identitiesOf(grids: readonly Grid[], masker: Masker): Identities {
  const identities = new Identities();
  for (const { kind, value } of masker.originals()) {
    if (kind === "enterprise" || kind === "person" || kind === "rider") identities.addName(value);
    else identities.addCode(value);
  }
  for (const grid of grids) identities.addNumbersOf(grid);
  return identities;
}

/** The reading with names and codes masked, and without what quotes other cells or sheets; the masker has then seen all names. */
export function maskedReading(reading: SheetReading, masker: Masker): SheetReading {
  const names = reading.names.map((name) => masker.mask(name, "enterprise"));
  const creditCodes = reading.creditCodes.map((code) => masker.mask(code, "code"));
  const sheets = new Map([...new Set([reading.sheet, ...reading.sheets])].map((sheet, at) => [sheet, listName(at)]));
  const headings = new Set(
    reading.columns.flatMap(({ field, heading }) => (field === null ? [] : heading.split(" / "))),
  );
  const plain = ({ zh, en }: Text): Text => ({
    zh: masker.text(withoutQuotes(zh, headings)),
    en: masker.text(withoutQuotes(en, headings)),
  });
  const said = <T extends { readonly message: Text }>(one: T): T => ({ ...one, message: plain(one.message) });
  return {
    ...reading,
    sheet: listName(0),
    sheets: [...sheets.values()],
    sheetOf: (row) => sheets.get(reading.sheetOf(row)) ?? listName(0),
    leftOut: [],
    names,
    creditCodes,
    ...provincesOnly(reading),
    text: (field) => reading.text(field).map(() => ""),
    columns: reading.columns.map((column) =>
      column.field === null ? { ...column, heading: "" } : { ...column, heading: masker.text(column.heading) },
    ),
    assumptions: reading.assumptions.map(said),
    warnings: reading.warnings.map(said),
    unreadable: reading.unreadable.map((cell) => ({ ...cell, text: "", reason: plain(cell.reason) })),
    // Cells of a column nobody is certain of may hold anything.
    doubts: reading.doubts.map((doubt) => ({ ...doubt, examples: [], question: plain(doubt.question) })),
    confirming: (doubts) => maskedReading(reading.confirming(doubts), masker),
  };
}

/** Whose rules apply is said by the province; a city tells more of an enterprise than the verdicts need. */
function provincesOnly(reading: SheetReading): Pick<SheetReading, "facts" | "placeOf"> {
  const { facts } = reading;
  const cut = facts.column("place")?.map((place) => (Number.isNaN(place) ? NaN : provinceOf(place)));
  return {
    facts: { count: facts.count, column: (slot) => (slot === "place" ? cut : facts.column(slot)) },
    placeOf: (row) => {
      const read = reading.placeOf(row);
      return read.place === null ? read : { ...read, place: provinceOf(read.place) };
    },
  };
}

/** What the lists are called in a copy: the tabs' own names may name anyone. */
function listName(at: number): string {
  return at === 0 ? "名单" : `名单${at + 1}`;
}

/** A message with its quoted cells and sheets taken out; headings that were recognised may stay. */
function withoutQuotes(message: string, headings: ReadonlySet<string>): string {
  return message.replace(/“([^”]*)”|"([^"]*)"/g, (whole, chinese: string | undefined, english: string | undefined) =>
    headings.has(chinese ?? english ?? "") ? whole : chinese === undefined ? '"…"' : "“…”",
  );
}

/** @param masker as `maskedReading` left it; it has then seen everybody */
export function maskedLists(
  grids: readonly Grid[],
  { asOf, mappingOf, hidden, ...choices }: MaskedReadingOptions,
  masker: Masker,
): MaskedLists {
  const lists = grids.flatMap((grid) => {
    if (hidden?.has(grid.sheet) === true) return [];
    const mapping = mappingOf?.(grid.sheet);
    const reading = readSheet(grid, choices.vocabulary, mapping === undefined ? { asOf } : { asOf, mapping });
    if (reading.kind !== "reading") return [];
    // Every name has to be known before a text is looked at.
    for (const name of reading.names) masker.mask(name, "enterprise");
    for (const code of reading.creditCodes) masker.mask(code, "code");
    return [{ grid, reading }];
  });
  const masked = lists.map(({ grid, reading }, at) => maskedGrid(grid, reading, listName(at), choices, masker));
  const kept = new Set(lists.map(({ grid }) => grid.sheet));
  return {
    lists: masked,
    leftOut: grids.map(({ sheet }) => sheet).filter((name) => !kept.has(name)),
    leftOutColumns: masked.flatMap(({ leftOut }) => leftOut),
  };
}

/** @param results of a scoring of the masked reading */
export function maskedBook({ lists }: MaskedLists, results: readonly ResultSheet[], masker: Masker): CopyBook {
  return namedApart([
    ...lists.map(({ grid, days }) => gridAsCopy(grid, days)),
    ...results.map((sheet) => resultAsCopy(maskResult(sheet, masker))),
  ]);
}

/**
 * Looks for everybody in every part of a finished copy and in its file's name.
 * @throws StillNamed where one is found
 */
export function requireNobodyNamed(identities: Identities, bytes: Uint8Array, fileName: string): void {
  const refuse = (text: string, place: string): void => {
    const found = identities.foundIn(text);
    if (found !== null) throw new StillNamed(found, place);
  };
  refuse(fileName, fileName);
  const parts = PackageParts.open(bytes);
  for (const name of parts.names()) refuse(name, name);
  for (const name of parts.names()) for (const piece of parts.pieces(name)) refuse(piece, name);
}
