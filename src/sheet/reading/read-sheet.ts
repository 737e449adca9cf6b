/**
 * Reads a sheet as analysts send it into columns of numbers, and says what it took for granted, could not read or finds odd.
 * Nothing is guessed silently, nothing is thrown at a messy sheet, and the grid is never changed.
 */
import type { Facts } from "../../engine/facts";
import type { PlaceCode } from "../../language/places";
import type { Field, Vocabulary } from "../../language/vocabulary";
import type { Text } from "../../words/text";
import { ColumnsRead } from "./columns-read";
import { dateSerial, isoDate } from "./date-text";
import { findDataRows, rowsBelow, type SkippedRow, type SkipReason } from "./data-rows";
import { diagnose, type Diagnosis } from "./diagnostics";
import { asConfirmed, doubtful, doubtsOf, heldBack, isDoubtful, type Doubt } from "./doubts";
import { NO_PLACES, OPEN_PLACE, readPlaces, type PlaceRead } from "./enterprise-place";
import { creditCodeWarnings, readCreditCodes } from "./enterprise-identity";
import { addressIn, isBlank, rowIn, rowNumberIn, rowPlaceIn, type Grid } from "../../words/grid";
import { headingIndexOf, type HeadingIndex } from "./heading-index";
import { findHeadingRows, readHeadingRows, type HeadingRows } from "./heading-rows";
import { mapColumns, mappedCell, type MappedColumns, type Mapping } from "./map-columns";
import { failures } from "./failure-messages";
import { warnings as warn } from "./warning-messages";
import type { Assumption, UnreadableCell, Warning } from "./messages";
import type { SavedMapping } from "./saved-mapping";
import { nameValues } from "./name-values";
import { doubtedBelow, unitsInNotes } from "./notes-below";
import { shiftedRows } from "./shifted-cells";
import { remarkYears } from "./remark-years";
import { SheetTexts } from "./sheet-texts";
import { titleNotes, type TitleNotes } from "./title-notes";
import { doubtedBeside, unitColumns } from "./unit-columns";

/** Something in the workbook that was not read. */
export interface LeftOut {
  /** The sheet; left out where it is the one that was read. */
  readonly sheet?: string;
  /** Which rows of it: `3, 5–9`; left out where it is the whole sheet. */
  readonly rows?: string;
  readonly reason: Text;
}

export interface SheetReading {
  readonly kind: "reading";
  readonly sheet: string;
  /** The sheets it was read from, `sheet` first: more than one where several were put together. */
  readonly sheets: readonly string[];
  /** The sheet a row of `facts` stands on; `row` counts from 0. */
  sheetOf(row: number): string;
  /** Sheets and rows of the workbook that were not read, and why. */
  readonly leftOut: readonly LeftOut[];
  /** The list that was read: the sheet itself, or what several places were put together to. */
  readonly grid: Grid;
  /** The 0-based row of `grid` of each row of `facts`. */
  readonly gridRows: readonly number[];
  /** First and last heading row, as Excel counts them. */
  readonly headingRows: readonly [number, number];
  /** First and last row of an enterprise on `sheet`, as Excel counts them. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** The last complete fiscal year the sheet knows: the year a slot without [t-n] is of. */
  readonly t: number;
  readonly columns: readonly Mapping[];
  /** Columns a person has to confirm. Until then what they hold counts as not known. */
  readonly doubts: readonly Doubt[];
  /** One row an enterprise; money in 万元, shares as fractions, dates as serial days (see FieldType). */
  readonly facts: Facts;
  /** The row number of each row of `facts` on its sheet (see `sheetOf`). Ascending only where the list was read as it stands. */
  readonly rowNumbers: readonly number[];
  /** "" where the sheet has none. */
  readonly names: readonly string[];
  /** In one spelling (half-width, upper case); "" where the sheet has none. */
  readonly creditCodes: readonly string[];
  /** Where an enterprise is, and what told it. `row` counts from 0. */
  placeOf(row: number): PlaceRead;
  /** What the cells of a field's column say (its latest year's), one text a row; "" where the sheet has no such column or the cell is blank. */
  text(field: string): readonly string[];
  readonly assumptions: readonly Assumption[];
  readonly unreadable: readonly UnreadableCell[];
  readonly warnings: readonly Warning[];
  /** Rows below the headings that are no enterprise, as Excel counts them. */
  readonly skipped: readonly { readonly row: number; readonly why: SkipReason }[];
  /** The address of the cell a slot's value comes from; null where no column carries it. `row` counts from 0. */
  cellOf(row: number, slot: string): string | null;
  /** The reading as it would be with some of its doubtful columns confirmed as they stand. */
  confirming(doubts: readonly Doubt[]): SheetReading;
}

export interface ReadingFailure {
  readonly kind: "failure";
  readonly sheet: string;
  readonly reason: "empty-sheet" | "no-heading" | "no-rows" | "no-years" | "not-enterprises";
  readonly message: Text;
}

export interface ReadOptions {
  /** YYYY-MM-DD; the last complete fiscal year is the year before. */
  readonly asOf: string;
  readonly mapping?: SavedMapping;
  /** Which kind of row the sheet holds; enterprise if left out. */
  readonly of?: Field["of"];
  /** First and last heading row (0-based) of a list put together by an arrangement, in which every row below is a row of the list. */
  readonly listBelow?: readonly [number, number];
  /** False where a blank award rank does not stand for "no award": blanks are then not known, as everywhere. */
  readonly blanksMeanNone?: boolean;
  /** The headings of such a list, where the arrangement knows better what they mean. */
  readonly headings?: HeadingRows;
  /** A part of a year that amounts without a year are of, as the arrangement found it. */
  readonly part?: NonNullable<TitleNotes["part"]>;
  /** The place of enterprises of which nothing in the sheet tells one; null or left out for none. */
  readonly place?: PlaceCode | null;
}

function fail(grid: Grid, reason: ReadingFailure["reason"], message: Text): ReadingFailure {
  return { kind: "failure", sheet: grid.sheet, reason, message };
}

/** Headings that run down the first columns: the sheet is the wrong way round. */
function headingsDown(grid: Grid, index: HeadingIndex): string | null {
  for (const column of [0, 1]) {
    const found = grid.rows.slice(0, 60).flatMap((row, at) => {
      const cell = row[column];
      return typeof cell === "string" && cell.length < 80 && index.match([cell]).field !== null ? [at] : [];
    });
    const [first] = found;
    if (first !== undefined && found.length >= 4) return addressIn(grid, first, column);
  }
  return null;
}

function headingsOf(grid: Grid, index: HeadingIndex, saved: SavedMapping | undefined): HeadingRows | null {
  if (saved?.headingRows === undefined) return findHeadingRows(grid, index);
  const [first, last] = saved.headingRows;
  return first > grid.rows.length ? findHeadingRows(grid, index) : readHeadingRows(grid, index, first - 1, last - 1);
}

/** What is said of rows that are no enterprise (`skipped`) and of hidden ones among the others. */
export function rowWarnings(grid: Grid, rows: readonly number[], skipped: readonly SkippedRow[]): Warning[] {
  const found: Warning[] = [];
  const numbers = (reasons: (why: SkippedRow["why"]) => boolean): string[] =>
    skipped.filter(({ why }) => reasons(why)).map(({ row }) => rowIn(grid, row));
  const totals = numbers((why) => why === "subtotal");
  const others = numbers((why) => why !== "subtotal");
  const hidden = rows.filter((row) => grid.hiddenRows.has(row)).map((row) => rowIn(grid, row));
  if (totals.length > 0) found.push({ id: "subtotal-rows", message: warn.subtotalRows(totals) });
  if (others.length > 0) found.push({ id: "skipped-rows", message: warn.otherRows(others) });
  if (hidden.length > 0) found.push({ id: "hidden-rows", message: warn.hiddenRows(hidden) });
  return found;
}

/** The sheets that rows stand on, the grid's own first. */
function sheetsOf(grid: Grid, rows: readonly number[]): readonly string[] {
  if (grid.placement === undefined) return [grid.sheet];
  return [...new Set([grid.sheet, ...rows.map((row) => rowPlaceIn(grid, row).sheet)])];
}

/** The first and last of rows in ascending order, as Excel counts; of a grid put together, those on its own sheet. */
function spanOf(grid: Grid, rows: readonly number[]): readonly [number, number] {
  if (grid.placement === undefined) return [(rows[0] ?? 0) + 1, (rows[rows.length - 1] ?? 0) + 1];
  let [first, last] = [Infinity, 0];
  for (const row of rows) {
    const place = rowPlaceIn(grid, row);
    if (place.sheet !== grid.sheet) continue;
    first = Math.min(first, place.row + 1);
    last = Math.max(last, place.row + 1);
  }
  return [Math.min(first, last), last];
}

/** A sheet whose columns and rows are known, before anything is left out for being doubtful. */
interface Sheet {
  readonly grid: Grid;
  readonly vocabulary: Vocabulary;
  readonly of: Field["of"];
  readonly headings: HeadingRows;
  readonly mapped: MappedColumns;
  /** 0-based sheet rows of the data. */
  readonly rows: readonly number[];
  readonly skipped: readonly SkippedRow[];
  readonly read: ColumnsRead;
  readonly diagnosis: Diagnosis;
  readonly place: PlaceCode | null;
}

/** Columns recognised by a looser word (`mapped` says so), of which nothing else is said: what each was taken for, in one line. */
function likelyColumns(
  columns: readonly Mapping[],
  mapped: readonly Mapping[],
  vocabulary: Vocabulary,
  told: readonly (string | undefined)[],
): Warning[] {
  const said = new Set(told);
  const likely = new Map(
    columns.flatMap(({ address, heading, field, use }, at) => {
      const name = vocabulary.fields.get(field ?? "")?.name;
      const open = use === "read" && mapped[at]?.confidence === "likely" && !said.has(address);
      return open && name !== undefined && name.zh !== heading ? [[address, { heading, name }] as const] : [];
    }),
  );
  if (likely.size === 0) return [];
  return [{ id: "likely-columns", message: warn.likelyColumns([...likely.values()]), cells: [...likely.keys()] }];
}

/** The heading of a column nobody knows whose cells look like names of enterprises, or null. */
function likeNames(grid: Grid, columns: readonly Mapping[], firstRow: number): string | null {
  const unknown = columns.filter(({ use, heading }) => use === "unknown" && heading !== "");
  return unknown.find(({ column }) => nameValues(grid, firstRow, column) === "names")?.heading ?? null;
}

/** What the sheet says, with the columns of `confirmed` (0-based) taken as they stand whatever is doubtful about them. */
function readingOf(sheet: Sheet, confirmed: ReadonlySet<number>): SheetReading {
  const { grid, vocabulary, headings, mapped, rows, skipped, read, diagnosis } = sheet;
  const remarked = { rows, skipped, columns: read.mappings };
  const notesBelow = unitsInNotes(grid, remarked);
  const inColumns = unitColumns(grid, rows, read.mappings);
  const titles = read.mappings.map(({ heading }) => heading);
  const settled = read.mappings.map((mapping) => {
    const reason = diagnosis.doubts.get(mapping.address);
    const below = doubtedBeside(doubtedBelow(mapping, notesBelow, titles), inColumns);
    const judged = reason === undefined ? below : doubtful(below, reason);
    return confirmed.has(mapping.column) ? asConfirmed(judged) : judged;
  });
  const doubts = doubtsOf(grid, rows, settled, vocabulary, mapped.t);
  // What is asked is neither taken for granted nor warned of.
  const asked = new Map(settled.filter(isDoubtful).map((mapping) => [mapping.address, mapping.doubts]));
  const isAsked = (id: string, cell = ""): boolean => asked.get(cell)?.some((reason) => reason.id === id) ?? false;
  const ownUnits = new Set(settled.filter(({ unitFrom }) => unitFrom === "values").map(({ address }) => address));
  const columns = settled.map(heldBack);
  const held = new Set(columns.filter(({ use }) => use === "held").map(({ column }) => column));
  const taken = read.facts(held);
  const texts = new SheetTexts(grid, rows, columns, vocabulary);
  const codeMapping = columns.find(({ field, use }) => field === "credit_code" && use === "read");
  const { codes: creditCodes, troubles } = readCreditCodes(grid, rows, codeMapping, texts.of("credit_code"));
  const nameMapping = columns.find(({ field, use }) => field === "name" && use === "read");

  const places =
    sheet.of === "enterprise"
      ? readPlaces(
          {
            grid,
            rows,
            texts,
            creditCodes,
            registeredInShandong: taken.facts.column("registered_shandong"),
            chosen: sheet.place,
          },
          vocabulary,
        )
      : NO_PLACES;

  const rowNumbers = rows.map((row) => rowNumberIn(grid, row));
  const [firstRow, lastRow] = spanOf(grid, rows);

  return {
    kind: "reading",
    sheet: grid.sheet,
    headingRows: [rowNumberIn(grid, headings.first), rowNumberIn(grid, headings.last)],
    firstRow,
    lastRow,
    t: mapped.t,
    columns,
    doubts,
    facts: places.values === undefined ? taken.facts : taken.facts.with("place", places.values),
    placeOf: (row) => places.rows[row] ?? OPEN_PLACE,
    rowNumbers,
    sheets: sheetsOf(grid, rows),
    sheetOf: (row) => rowPlaceIn(grid, rows[row] ?? 0).sheet,
    leftOut: [],
    grid,
    gridRows: rows,
    names: texts.of("name"),
    creditCodes,
    text: (field) => texts.of(field),
    assumptions: [
      ...[...mapped.assumptions, ...read.assumptions].filter(
        ({ id, cell }) => cell === undefined || !(asked.has(cell) || (id === "unit-assumed" && ownUnits.has(cell))),
      ),
      ...taken.assumptions,
      ...places.assumptions,
    ],
    unreadable: [...troubles, ...texts.errors(), ...read.unreadable],
    warnings: [
      ...doubts.map(({ id, question, cells }) => ({ id, message: question, cells })),
      ...mapped.warnings,
      ...(nameMapping === undefined && sheet.of === "enterprise"
        ? [{ id: "no-name-column", message: warn.noNameColumn(likeNames(grid, columns, rows[0] ?? 0)) }]
        : []),
      ...rowWarnings(grid, rows, skipped),
      ...remarkYears(grid, remarked, mapped.t),
      ...creditCodeWarnings(grid, creditCodes, rows, codeMapping),
      ...places.warnings,
      ...likelyColumns(columns, mapped.columns, vocabulary, [
        ...mapped.assumptions.map(({ cell }) => cell),
        ...read.assumptions.map(({ cell }) => cell),
        ...mapped.warnings.flatMap(({ cells }) => cells ?? []),
      ]),
      ...[...read.warnings, ...taken.warnings, ...diagnosis.warnings].filter(
        ({ id, cells }) => !isAsked(id, cells?.[0]),
      ),
    ],
    skipped: skipped.map(({ row, why }) => ({ row: rowNumberIn(grid, row), why })),
    cellOf: (row, key) => {
      const told = key === "place" ? (places.rows[row]?.field ?? key) : key;
      const found = read.slots.get(told);
      const mapping = found?.mappingOf?.(row) ?? found?.mapping ?? texts.mappingOf(told);
      const sheetRow = rows[row];
      return mapping === undefined || sheetRow === undefined ? null : mappedCell(grid, mapping, sheetRow);
    },
    confirming: (some) => readingOf(sheet, new Set([...confirmed, ...some.flatMap(({ columns }) => columns)])),
  };
}

/**
 * Reads a sheet. Money comes out in 万元, shares as fractions, dates as Excel serial days; blank and unreadable cells as NaN.
 * A sheet that cannot be read is a `ReadingFailure` saying why; a malformed `asOf` is a RangeError.
 */
export function readSheet(grid: Grid, vocabulary: Vocabulary, options: ReadOptions): SheetReading | ReadingFailure {
  const asOf = isoDate(options.asOf);
  if (asOf === null) throw new RangeError(`asOf must be a date YYYY-MM-DD, got "${options.asOf}"`);
  if (grid.rows.every((row) => row.every(isBlank))) return fail(grid, "empty-sheet", failures.emptySheet(grid.sheet));
  const of = options.of ?? "enterprise";
  const index = headingIndexOf(vocabulary, of);
  const { listBelow } = options;
  const headings =
    options.headings ??
    (listBelow === undefined ? headingsOf(grid, index, options.mapping) : readHeadingRows(grid, index, ...listBelow));
  const down = headings === null || headings.recognised < 2 ? headingsDown(grid, index) : null;
  if (down !== null) return fail(grid, "no-heading", failures.headingsDown(grid.sheet, down));
  if (headings === null) {
    return fail(grid, "no-heading", failures.noHeading(grid.sheet, index.commonHeadings()));
  }
  const title = {
    ...titleNotes(grid, headings.first, headings),
    ...(options.part === undefined ? {} : { part: options.part }),
  };
  const mapped = mapColumns(grid, headings, title, vocabulary, asOf.year - 1, { saved: options.mapping, of });
  const { rows, skipped } =
    listBelow === undefined
      ? findDataRows(grid, headings, mapped.columns, vocabulary)
      : { rows: rowsBelow(grid, listBelow[1]), skipped: [] };
  if (rows.length === 0) return fail(grid, "no-rows", failures.noRows(grid.sheet, headings.last + 1));

  const width = Math.max(...headings.columns.map(({ column }) => column)) + 1;
  const shifted = shiftedRows(grid, rows, width);
  const read = new ColumnsRead(grid, rows, vocabulary, dateSerial(asOf.year, asOf.month, asOf.day), {
    shifted,
    blanksMeanNone: options.blanksMeanNone ?? true,
  });
  for (const mapping of mapped.columns) read.read(mapping);
  read.settle();
  const diagnosis = diagnose(grid, vocabulary, read.slots, rows);
  const place = options.place ?? null;
  return readingOf({ grid, vocabulary, of, headings, mapped, rows, skipped, read, diagnosis, place }, new Set());
}
