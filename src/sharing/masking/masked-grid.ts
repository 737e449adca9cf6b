/**
 * A list with only what is known to name nobody: recognised numbers, days and choices stay, names and codes become pseudonyms, and every
 * other text is left out unless somebody asks for its column. What nobody recognised may name anyone.
 */
import type { Vocabulary } from "../../language/vocabulary";
import { cellText, columnLetters, type Cell, type Grid } from "../../words/grid";
import { plainHeading } from "../../words/plain-text";
import type { SheetReading } from "../../sheet/reading/read-sheet";
import type { ResultSheet } from "../../words/result-sheet";
import { KnownWords } from "./known-words";
import type { Masker, MaskKind } from "./mask";

/** Columns that name persons or ways to reach them, whatever the vocabulary says of them. */
const PERSONAL: readonly { readonly heading: RegExp; readonly kind: MaskKind }[] = [
  { heading: /骑手|rider/i, kind: "rider" },
  {
    heading: /联系人|法人|法定代表人|负责人|姓名|经办人|填报人|contact|legal representative|person in charge/i,
    kind: "person",
  },
  { heading: /电话|手机|联系方式|phone|mobile|tel\b/i, kind: "phone" },
  { heading: /身份证|证件号|邮箱|电子邮件|微信|银行账号|开户|e-?mail|passport|bank account/i, kind: "person" },
  { heading: /地址|住所|address/i, kind: "person" },
];

/** Columns that are left out and name somebody all the same: what stands in them is known to the masker, so that it is found elsewhere. */
const OTHERS =
  /简称|曾用名|原名|别名|股东|控制人|客户|供应商|代表|投资|母公司|子公司|关联|品牌|商标|合伙|董事|经理|short name|former name|shareholder|controller|customer|supplier|brand/i;

/** Fields whose cells are names or codes. */
const NAMING: ReadonlyMap<string, MaskKind> = new Map([
  ["name", "enterprise"],
  ["platform", "enterprise"],
  ["credit_code", "code"],
  ["security_code", "security"],
  ["rider", "rider"],
]);

type Treatment =
  | { readonly kind: "masked"; readonly as: MaskKind }
  /** Numbers, days and words that are known. */
  | { readonly kind: "figures"; readonly days: boolean }
  /** Asked for by a person: names in it are masked, the rest stays. */
  | { readonly kind: "kept" }
  | { readonly kind: "out" };

export interface MaskingChoices {
  readonly vocabulary: Vocabulary;
  /** Headings, or letters, of columns that stay although nobody recognised them. */
  readonly keep: readonly string[];
  /** Days are cut to their years. */
  readonly yearsOnly: boolean;
}

export interface ColumnLeftOut {
  readonly sheet: string;
  /** As Excel names it. */
  readonly column: string;
  readonly heading: string;
}

export interface MaskedGrid {
  readonly grid: Grid;
  /** Columns (0-based) that hold days. */
  readonly days: ReadonlySet<number>;
  readonly leftOut: readonly ColumnLeftOut[];
}

type ListReading = Pick<SheetReading, "columns" | "headingRows" | "gridRows">;

/** @param name what the sheet is called in the copy */
export function maskedGrid(
  grid: Grid,
  reading: ListReading,
  name: string,
  choices: MaskingChoices,
  masker: Masker,
): MaskedGrid {
  const [first, last] = reading.headingRows;
  const headings = headingTexts(grid, reading);
  const treatments = headings.map((heading, column) => treatmentOf(grid, reading, column, heading, choices));
  const words = new KnownWords(choices.vocabulary);
  for (const [column, { kind }] of treatments.entries())
    if ((kind === "out" || kind === "kept") && OTHERS.test(headings[column] ?? ""))
      for (const row of grid.rows.slice(last)) noteNames(row[column], masker);
  const firms = new Set(reading.gridRows);
  const rows = grid.rows.map((row, at): readonly Cell[] => {
    if (at < first - 1) return [titleNotes(row)];
    if (at < last) return row.map((cell, column) => headingCell(cell, treatments[column], masker));
    // Totals, notes and hidden rows are no enterprise of the list.
    if (!firms.has(at) || grid.hiddenRows.has(at)) return [];
    return row.map((cell, column) => maskedCell(cell, treatments[column] ?? { kind: "out" }, choices, words, masker));
  });
  const days = treatments.flatMap((one, column) => (one.kind === "figures" && one.days ? [column] : []));
  return {
    grid: { ...grid, sheet: name, rows, merges: [], hiddenRows: new Set() },
    days: new Set(days),
    leftOut: treatments.flatMap(({ kind }, column) =>
      kind === "out" && hasText(grid, column, last)
        ? [{ sheet: grid.sheet, column: columnLetters(column), heading: headings[column] ?? "" }]
        : [],
    ),
  };
}

function headingTexts(grid: Grid, { columns, headingRows: [first, last] }: ListReading): readonly string[] {
  const width = grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const mapped = new Map(columns.map(({ column, heading }) => [column, heading]));
  const heads = grid.rows.slice(first - 1, last);
  return Array.from(
    { length: width },
    (_, column) =>
      mapped.get(column) ??
      heads
        .map((row) => cellText(row[column]))
        .join(" ")
        .trim(),
  );
}

function treatmentOf(
  grid: Grid,
  { columns }: ListReading,
  column: number,
  heading: string,
  { vocabulary, keep }: MaskingChoices,
): Treatment {
  if (grid.hiddenColumns?.has(column) === true) return { kind: "out" };
  const field = columns.find((one) => one.column === column && one.use !== "ignored" && one.use !== "unknown")?.field;
  const naming = NAMING.get(field ?? "");
  if (naming !== undefined) return { kind: "masked", as: naming };
  const personal = field ? undefined : PERSONAL.find((one) => one.heading.test(heading))?.kind;
  if (personal !== undefined) return { kind: "masked", as: personal };
  if (keep.some((word) => plainHeading(word) === plainHeading(heading) || word === columnLetters(column)))
    return { kind: "kept" };
  const type = vocabulary.fields.get(field ?? "")?.type;
  if (type === undefined || type === "text" || type === "code") return { kind: "out" };
  return { kind: "figures", days: type === "date" || type === "validity" };
}

/** A cell may name several. */
function noteNames(cell: Cell | undefined, masker: Masker): void {
  if (typeof cell !== "string") return;
  for (const name of cell.split(/[、,，;；/\n]/))
    if (name.trim().length >= 3 && !/^[\d.%\s]+$/.test(name)) masker.mask(name, "enterprise");
}

function headingCell(cell: Cell | undefined, treatment: Treatment | undefined, masker: Masker): Cell {
  return treatment === undefined || treatment.kind === "out" || typeof cell !== "string" ? null : masker.text(cell);
}

/** What a title says of years and units, which the figures below it need; the rest of it may name anyone. */
function titleNotes(row: readonly Cell[]): Cell {
  const found = row.flatMap((cell) =>
    typeof cell === "string"
      ? (cell.match(
          /(?:19|20)\d\d\s*(?:年度?|[-—]\s*(?:19|20)\d\d)?|单位\s*[:：]?\s*[千百十万亿]*元|(?:金额)?单位\s*[:：]/g,
        ) ?? [])
      : [],
  );
  return found.length === 0 ? null : found.join(" ");
}

/** The first and last day that a number under a day's heading may be: 1900 to 2200. */
const DAYS: readonly [number, number] = [1, 109_939];

function maskedCell(
  cell: Cell,
  treatment: Treatment,
  { yearsOnly }: MaskingChoices,
  words: KnownWords,
  masker: Masker,
): Cell {
  if (cell === null) return null;
  switch (treatment.kind) {
    case "out":
      return null;
    case "masked":
      return typeof cell === "string" || typeof cell === "number" ? masker.mask(String(cell), treatment.as) : null;
    case "kept":
      if (typeof cell === "string") return masker.text(cell);
      return typeof cell === "number" && isLongNumber(cell) ? null : cell;
    case "figures":
      if (typeof cell === "number" && isLongNumber(cell)) return null;
      if (typeof cell === "string" && (!words.covers(cell) || masker.text(cell) !== cell)) return null;
      return treatment.days && yearsOnly ? yearOf(cell) : cell;
  }
}

/** A phone, an identity or account number typed as a number: no figure of an enterprise has eleven digits without a point. */
function isLongNumber(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) >= 1e10;
}

function yearOf(cell: Cell): Cell {
  if (typeof cell === "number") {
    const [first, last] = DAYS;
    if (cell < first || cell > last) return cell;
    return String(new Date(Date.UTC(1899, 11, 30) + Math.floor(cell) * 86_400_000).getUTCFullYear());
  }
  if (typeof cell !== "string") return cell;
  return /(?:19|20)\d\d/.exec(cell)?.[0] ?? (/\d/.test(cell) ? null : cell);
}

function hasText(grid: Grid, column: number, from: number): boolean {
  return grid.rows.some((row, at) => at >= from && (row[column] ?? null) !== null);
}

export function maskResult(sheet: ResultSheet, masker: Masker): ResultSheet {
  return {
    ...sheet,
    ...(sheet.titleLines ? { titleLines: sheet.titleLines.map((line) => masker.text(line)) } : {}),
    ...(sheet.notes ? { notes: sheet.notes.map((line) => masker.text(line)) } : {}),
    rows: sheet.rows.map((row) => row.map((cell) => (typeof cell === "string" ? masker.text(cell) : cell))),
  };
}
