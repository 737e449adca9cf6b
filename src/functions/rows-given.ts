/**
 * The headings and rows of a formula, read by the same reader as a sheet: units, years, text numbers, yes and no in all spellings.
 * A formula knows no number formats, so whether plain numbers of a share column are fractions or percentages is settled as for a sheet
 * without percent formats: by the heading's （%） and by all rows of the call together. Giving the whole column in one call is safest.
 */
import type { SavedMapping } from "../sheet/reading/saved-mapping";
import { isBlank, type Cell, type Grid } from "../words/grid";
import { HeadingIndex } from "../sheet/reading/heading-index";
import { findHeadingRows, readHeadingRows } from "../sheet/reading/heading-rows";
import { readSheet, type SheetReading } from "../sheet/reading/read-sheet";
import type { SkipReason } from "../sheet/reading/data-rows";
import type { PlaceCode } from "../language/places";
import type { Field, Vocabulary } from "../language/vocabulary";
import type { Text } from "../words/text";
import {
  notKnown,
  valueFailure,
  type BoundRelease,
  type FunctionFailure,
  type Matrix,
  type ResultCell,
} from "./function-record";

/** What each row of the call is: an enterprise, given by its row among the facts, or the answer that stands in for one. */
export type RowGiven = { readonly fact: number } | { readonly fact: null; readonly answer: ResultCell };

export interface RowsGiven {
  /** null where no row is an enterprise. */
  readonly reading: SheetReading | null;
  readonly rows: readonly RowGiven[];
}

export interface RowsAsked {
  /** Enterprises if left out. */
  readonly kind?: Kind;
  /** The place of rows that tell none themselves. */
  readonly place?: PlaceCode | null;
}

const MOST_HEADING_ROWS = 5;

type Kind = Field["of"];

/** What a row is called in messages; kinds without a word of their own are a row of the list. */
const KINDS: Readonly<Partial<Record<Kind, Text>>> = {
  enterprise: { zh: "一家企业", en: "an enterprise" },
  rider: { zh: "一名骑手", en: "a rider" },
  cluster: { zh: "一个集群", en: "a cluster" },
};
const ANY_KIND: Text = { zh: "名单里的一行", en: "a row of the list" };

function skippedAs(why: SkipReason, kind: Kind): FunctionFailure {
  const { zh, en } = KINDS[kind] ?? ANY_KIND;
  switch (why) {
    case "subtotal":
      return notKnown(`这一行像是合计、小计，不是${zh}。`, `This row looks like a total, not ${en}.`);
    case "heading":
      return notKnown(`这一行重复了表头，不是${zh}。`, `This row repeats the headings; it is not ${en}.`);
    case "column-numbers":
      return notKnown(`这一行是列号，不是${zh}。`, `This row numbers the columns; it is not ${en}.`);
    case "described-columns":
      return notKnown(
        `这一行说的是各列的口径、来源一类，不是${zh}。`,
        `This row says what the columns hold; it is not ${en}.`,
      );
    case "note":
      return notKnown(`这一行像是说明文字，不是${zh}。`, `This row looks like a note, not ${en}.`);
    case "serial-only":
      return notKnown(
        "这一行只有序号，还没有填数据。",
        "This row holds only a serial number; its data are still to come.",
      );
    case "example":
      return notKnown(`这一行是填写示例，不是${zh}。`, `This row is an example, not ${en}.`);
  }
}

const indexes = new WeakMap<Vocabulary, Map<Kind, HeadingIndex>>();

function indexOf(vocabulary: Vocabulary, kind: Kind): HeadingIndex {
  const known = indexes.get(vocabulary) ?? new Map<Kind, HeadingIndex>();
  indexes.set(vocabulary, known);
  const index = known.get(kind) ?? new HeadingIndex(vocabulary, kind);
  known.set(kind, index);
  return index;
}

/** A heading is never 0: desktop Excel gives 0 for the empty cells beside and below group headings. */
function headingCells(headings: Matrix): Cell[][] {
  return headings.map((row) => row.map((cell) => (cell === 0 ? null : cell)));
}

function width(matrix: Matrix): number {
  return matrix.reduce((most, row) => Math.max(most, row.length), 0);
}

/** The error that stands for a whole argument, such as a reference to a sheet that is not there. */
function wholeError(argument: Matrix): string | null {
  const cell = argument.length === 1 && argument[0]?.length === 1 ? argument[0][0] : null;
  return typeof cell === "object" && cell !== null ? cell.error : null;
}

/** Where the headings stand within the first argument, 1-based; titles above them are left to the reader. Null: nothing recognised. */
function headingRowsOf(grid: Grid, index: HeadingIndex): readonly [number, number] | null {
  const height = grid.rows.length;
  const found = findHeadingRows(grid, index);
  if (found?.last === height - 1) return [found.first + 1, height];
  return readHeadingRows(grid, index, 0, height - 1).recognised > 0 ? [1, height] : null;
}

function gridOf(rows: Matrix): Grid {
  return { sheet: "", rows, merges: [], hiddenRows: new Set() };
}

/** Reads the rows of a call as of a day (ISO). A wrong call is a failure; a row that is no enterprise (or rider) has its answer already. */
export function readRows(
  headings: Matrix,
  rows: Matrix,
  day: string,
  { vocabulary }: BoundRelease,
  { kind = "enterprise", place = null }: RowsAsked = {},
): RowsGiven | FunctionFailure {
  const broken = [headings, rows].flatMap((argument) => wholeError(argument) ?? [])[0];
  if (broken !== undefined) {
    return valueFailure(
      `表头或数据这个参数本身是错误值 ${broken}。请检查引用的工作表名和区域。`,
      `The headings or the rows are themselves the error ${broken}. Check the sheet's name and the range.`,
    );
  }
  if (headings.length > MOST_HEADING_ROWS) {
    return valueFailure(
      `第一个参数有 ${headings.length} 行，像是把数据也选进去了。第一个参数只选表头，数据行放第二个参数。`,
      `The first argument has ${headings.length} rows: data seem to be among them. It takes the heading rows alone, the data go into the second.`,
    );
  }
  if (width(headings) !== width(rows)) {
    return valueFailure(
      `表头有 ${width(headings)} 列，数据有 ${width(rows)} 列，对不上。两个参数请选同样的列，例如 A1:K1 和 A2:K31。`,
      `The headings have ${width(headings)} columns, the rows ${width(rows)}. Choose the same columns for both, such as A1:K1 and A2:K31.`,
    );
  }
  const titles = headingCells(headings);
  const index = indexOf(vocabulary, kind);
  const headingRows = headingRowsOf(gridOf(titles), index);
  if (headingRows === null) {
    const common = index.commonHeadings();
    return valueFailure(
      `第一个参数里没有认识的表头。请选表头那一行，写成：${common.join("、")} 这样的字样。`,
      `No known headings in the first argument. Choose the heading row, with headings such as ${common.join(", ")}.`,
    );
  }
  const [first, last] = headingRows;
  const mapping: SavedMapping = { version: 1, headingRows: [first, last], columns: [] };
  const reading = readSheet(gridOf([...titles, ...rows]), vocabulary, { asOf: day, mapping, of: kind, place });
  if (reading.kind === "failure") {
    const answer = (row: readonly Cell[]): RowGiven => ({
      fact: null,
      answer: row.every(isBlank) ? "" : skippedAs("note", kind),
    });
    return { reading: null, rows: rows.map(answer) };
  }
  const given: RowGiven[] = rows.map(() => ({ fact: null, answer: "" }));
  for (const { row, why } of reading.skipped) {
    if (row > last) given[row - 1 - last] = { fact: null, answer: skippedAs(why, kind) };
  }
  reading.rowNumbers.forEach((row, fact) => (given[row - 1 - last] = { fact }));
  return { reading, rows: given };
}

/** The one enterprise of a call about a single row, or its answer. */
export function onlyRow({ reading, rows }: RowsGiven): { reading: SheetReading; fact: number } | ResultCell {
  const [row, ...more] = rows;
  if (more.length > 0 || row === undefined) {
    return valueFailure(
      `第二个参数选了 ${rows.length} 行，这里一次只看一家企业，请只选一行。`,
      `The second argument has ${rows.length} rows; this function takes one enterprise, choose one row.`,
    );
  }
  if (row.fact === null) return row.answer;
  return reading === null ? "" : { reading, fact: row.fact };
}
