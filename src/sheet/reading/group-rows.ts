/**
 * Rows that stand for a group of the rows below them, or above: 甲市（2家）, a Chinese ordinal among Arabic ones, a place alone in front
 * of its enterprises, a row whose numbers are the sums of its neighbours'. They are totals, no enterprises, whatever they are called.
 */
import type { Vocabulary } from "../../language/vocabulary";
import { cellText, isBlank, type Cell, type Grid } from "../../words/grid";
import type { Mapping } from "./map-columns";
import { isRefusal, readNumberText } from "./number-text";
import { plainText } from "../../words/plain-text";

/** 甲市（2家）, 乙市：3户, 丙县 共12家企业. */
const counted = /^(?=.{2,24}$)\D{1,14}[(（:：\s]*(?:共|计|合计|企业)?\s*\d{1,5}\s*[家户个](?:企业|公司)?\s*[)）]?$/;
const inBrackets = /[(（:：]/;
/** 一, （二）, 三、, 十二. */
const chineseOrdinal = /^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?$/;
/** 一、甲市, （二）乙市. */
const startsWithOrdinal = /^(?:[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．])\S/;
/** Texts without this are no names of groups; nearly all are passed by it alone. */
const mayBeGroup = /[\d０-９]\s*[家户个]|^[（(\s]*[一二三四五六七八九十]/;
const arabicOrdinal = /^\d{1,6}$/;

/** Columns whose sums are looked at. */
const mostSummed = 4;
/** Figures that have to agree, of two columns or more together, before a row of its own name is called a sum; each tenfold of rows takes one more. */
const figuresNamed = 4;
const figuresNameless = 2.5;

/** Zeros at a number's end that count as figures. More of them come with the unit: 60,000,000 in yuan says no more than 6,000 in 万元. */
const zerosCounted = 1e3;

/** The unit of the last figure of a number that says something: 1 for 120, 0.01 for 5.25, 10,000 for 60,000,000. */
function lastFigure(value: number): number {
  if (Number.isInteger(value)) {
    let unit = 1;
    while (value % (unit * 10 * zerosCounted) === 0) unit *= 10;
    return unit;
  }
  for (const unit of [0.1, 0.01, 0.001]) if (Math.abs(value / unit - Math.round(value / unit)) < 1e-6) return unit;
  return 0.0001;
}

/** The same but for rounding: addends with decimals may make up half a last figure each, but hardly all in one direction. */
function isAlike(sum: number, value: number, added: number): boolean {
  const off = Math.abs(sum - value);
  if (off < 1e-9 * value) return true;
  const figure = lastFigure(value);
  return figure < 1 && off <= figure * Math.sqrt(added) * 0.5;
}

function numberIn(cell: Cell | undefined): number {
  if (typeof cell === "number") return cell;
  if (typeof cell !== "string" || cell === "") return NaN;
  const number = readNumberText(cell);
  return isRefusal(number) || number.unit === "%" ? NaN : number.value;
}

/** The columns that name the rows and those whose numbers add up. */
interface Columns {
  readonly name: number | undefined;
  /** Left of the name. */
  readonly before: readonly number[];
  readonly summed: readonly number[];
}

class GroupRows {
  readonly found = new Set<number>();
  private readonly values: readonly Float64Array[];

  constructor(
    private readonly grid: Grid,
    /** 0-based rows that may be enterprises. */
    private readonly rows: readonly number[],
    private readonly columns: Columns,
    private readonly isEnterprise: (row: number) => boolean,
  ) {
    this.values = columns.summed.map((column) => Float64Array.from(rows, (row) => numberIn(grid.rows[row]?.[column])));
  }

  private mark(at: number): void {
    const row = this.rows[at] ?? -1;
    if (!this.isEnterprise(row)) this.found.add(row);
  }

  /** By what they are called: 甲市（2家）, 一、甲市 where the other names have no ordinal. */
  byName(): void {
    const { name } = this.columns;
    if (name === undefined) return;
    const withOrdinal: number[] = [];
    for (const [at, row] of this.rows.entries()) {
      const cell = this.grid.rows[row]?.[name];
      if (typeof cell !== "string" || !mayBeGroup.test(cell)) continue;
      const text = plainText(cell);
      if (counted.test(text) && (inBrackets.test(text) || !text.includes("个"))) this.mark(at);
      else if (startsWithOrdinal.test(text)) withOrdinal.push(at);
    }
    if (withOrdinal.length * 2 < this.rows.length) for (const at of withOrdinal) this.mark(at);
  }

  /** By their number: 一 where most others have 1, 2, 3. */
  byOrdinal(): void {
    for (const column of this.columns.before) {
      const chinese: number[] = [];
      let arabic = 0;
      this.rows.forEach((row, at) => {
        const cell = this.grid.rows[row]?.[column];
        if (typeof cell === "number") arabic += 1;
        else if (typeof cell === "string" && arabicOrdinal.test(cell.trim())) arabic += 1;
        else if (typeof cell === "string" && chineseOrdinal.test(cell.trim())) chinese.push(at);
      });
      if (chinese.length > 0 && arabic > chinese.length) for (const at of chinese) this.mark(at);
    }
  }

  private isBlank(row: number, column: number): boolean {
    return isBlank(this.grid.rows[row]?.[column]);
  }

  /** A place alone in front of its enterprises: no name, and the text before it only where there is none. */
  byPlace(): void {
    const { name } = this.columns;
    if (name === undefined) return;
    const nameless = new Set<number>();
    for (const [at, row] of this.rows.entries()) if (this.isBlank(row, name)) nameless.add(at);
    if (nameless.size === 0 || nameless.size === this.rows.length) return;
    for (const column of this.columns.before) {
      const heads = [...nameless].every((at) => /\D/.test(cellText(this.grid.rows[this.rows[at] ?? -1]?.[column])));
      if (!heads) continue;
      if (this.rows.every((row, at) => nameless.has(at) || this.isBlank(row, column))) {
        for (const at of nameless) this.mark(at);
      }
    }
  }

  /** By their numbers: each the sum of the rows next to it, to so many figures that it can't be chance. */
  bySums(): void {
    if (this.values.length === 0) return;
    const last = this.rows.length - 1;
    for (let at = last; at >= 0; at--) if (this.isSum(at, 1)) this.mark(at);
    for (let at = 0; at <= last; at++) if (this.isSum(at, -1)) this.mark(at);
  }

  private isSum(at: number, step: 1 | -1): boolean {
    // One column first: nearly every row is passed by its second neighbour.
    const first = this.values.find((column) => (column[at] ?? NaN) > 0);
    const value = first?.[at] ?? NaN;
    if (first === undefined || this.found.has(this.rows[at] ?? -1)) return false;
    let sum = 0;
    let added = 0;
    for (let other = at + step; other >= 0 && other < this.rows.length; other += step) {
      if (this.found.size > 0 && this.found.has(this.rows[other] ?? -1)) continue;
      const next = first[other] ?? NaN;
      if (!Number.isNaN(next)) sum += next;
      added += 1;
      if (sum > value * 1.001) return false;
      if (added > 1 && isAlike(sum, value, added) && this.isSumOfAll(at, other, step, added)) return true;
    }
    return false;
  }

  /** Whether every number of the row is the sum of those up to `last`, and says enough to be no chance. */
  private isSumOfAll(at: number, last: number, step: 1 | -1, added: number): boolean {
    const row = this.rows[at] ?? -1;
    let figures = 0;
    let columns = 0;
    for (const column of this.values) {
      const value = column[at] ?? NaN;
      if (!(value > 0)) continue;
      let sum = 0;
      let parts = 0;
      for (let other = at + step; other !== last + step; other += step) {
        const next = this.found.has(this.rows[other] ?? -1) ? NaN : (column[other] ?? NaN);
        if (Number.isNaN(next)) continue;
        sum += next;
        if (next > 0) parts += 1;
      }
      if (!isAlike(sum, value, added)) return false;
      // The same number as one neighbour's is no sum.
      if (parts < 2) continue;
      figures += Math.log10(value / lastFigure(value));
      columns += 1;
    }
    const { name } = this.columns;
    const named = name === undefined || !this.isBlank(row, name);
    if (named && columns < 2) return false;
    return figures >= (named ? figuresNamed + Math.log10(this.rows.length) : figuresNameless);
  }
}

/**
 * The rows (0-based) among `rows` that are groups of others.
 * @param isEnterprise true for a row that is one whatever its name and numbers, by its credit code
 */
export function groupRows(
  grid: Grid,
  rows: readonly number[],
  read: readonly Mapping[],
  vocabulary: Vocabulary,
  isEnterprise: (row: number) => boolean,
): ReadonlySet<number> {
  const typeOf = ({ field }: Mapping): string | undefined => vocabulary.fields.get(field ?? "")?.type;
  const name = read.find(({ field }) => field === "name" || field === "cluster_name")?.column;
  const columns: Columns = {
    name,
    before: Array.from({ length: name ?? 0 }, (_, column) => column),
    summed: read
      .filter((mapping) => typeOf(mapping) === "money" || typeOf(mapping) === "count")
      .slice(0, mostSummed)
      .map(({ column }) => column),
  };
  const groups = new GroupRows(grid, rows, columns, isEnterprise);
  groups.byName();
  groups.byOrdinal();
  groups.byPlace();
  groups.bySums();
  return groups.found;
}
