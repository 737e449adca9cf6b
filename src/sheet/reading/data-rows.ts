/** Tells the rows of enterprises from totals, repeated headings, notes and rows that were only prepared. */
import type { Vocabulary } from "../../language/vocabulary";
import { isColumnNumbers } from "./column-numbers";
import { creditCodeFault, plainCreditCode } from "./credit-code";
import { cellText, isBlank, type Cell, type Grid } from "../../words/grid";
import { isMeasured } from "./arrange/list-outline";
import { describesColumns } from "./described-columns";
import { groupRows } from "./group-rows";
import type { HeadingRows } from "./heading-rows";
import type { Mapping } from "./map-columns";
import { foldKey, plainText } from "../../words/plain-text";

export type SkipReason =
  "subtotal" | "heading" | "column-numbers" | "described-columns" | "note" | "serial-only" | "example";

export interface SkippedRow {
  /** 0-based. */
  readonly row: number;
  readonly why: SkipReason;
}

export interface DataRows {
  /** 0-based sheet rows, one an enterprise. */
  readonly rows: readonly number[];
  /** Rows with something in them that are no enterprise; blank rows are not listed. */
  readonly skipped: readonly SkippedRow[];
}

/** A total stands in the first columns, left of or in the name. */
export const columnsOfTotals = 4;
export const longestTotal = 20;
const noteStart =
  /^(?:注|备注|说明|填表|填报|制表|审核|复核|单位负责人|负责人|联系|数据来源|资料来源|以上|此表|本表|note|source)/;
const exampleMark = /^(?:示例|样例|例|填写示例|填写样例|示例行|example)$/;

class RowSorter {
  private readonly totals: ReadonlySet<string>;
  /** Texts without any of these cannot be totals; most rows are passed by this alone. */
  private readonly totalHint: RegExp;
  readonly read: readonly Mapping[];
  private readonly nameColumn: number | undefined;
  private readonly codeColumn: number | undefined;
  private readonly firstColumns: readonly number[];
  private readonly figureColumns: readonly number[];
  private readonly headingTexts: ReadonlyMap<number, ReadonlySet<string>>;

  constructor(
    private readonly grid: Grid,
    headings: HeadingRows,
    mappings: readonly Mapping[],
    vocabulary: Vocabulary,
  ) {
    this.totals = new Set(vocabulary.words.subtotal.map(foldKey));
    this.read = mappings.filter(({ use }) => use === "read");
    this.nameColumn = this.read.find(({ field }) => field === "name")?.column;
    this.codeColumn = this.read.find(({ field }) => field === "credit_code")?.column;
    const lastOfTotals = Math.max(columnsOfTotals - 1, this.nameColumn ?? 0);
    const texts = new Set(["text", "code"]);
    this.firstColumns = [
      ...Array.from({ length: lastOfTotals + 1 }, (_, column) => column),
      ...this.read
        .filter(
          ({ field, column }) => column > lastOfTotals && texts.has(vocabulary.fields.get(field ?? "")?.type ?? ""),
        )
        .slice(0, 2)
        .map(({ column }) => column),
    ];
    this.figureColumns = this.read
      .filter(({ field }) => isMeasured(vocabulary.fields.get(field ?? "") ?? null))
      .map(({ column }) => column);
    this.headingTexts = new Map(
      headings.columns.map(({ column, levels }) => [column, new Set(levels.map((level) => level.trim()))]),
    );
    const spaced = vocabulary.words.subtotal.map((word) =>
      Array.from(word, (letter) => letter.replace(/\W/u, "\\$&")).join("\\s*"),
    );
    this.totalHint = new RegExp([...spaced, "计", "平\\s*均"].join("|"), "i");
  }

  /** What a row between the headings and the first enterprise says of the columns; null where it is none of these. */
  aboveEnterprises(row: number, columnCount: number): SkipReason | null {
    const cells = this.grid.rows[row] ?? [];
    if (isColumnNumbers(cells, columnCount)) return "column-numbers";
    return describesColumns(cells, this.nameColumn, this.figureColumns) ? "described-columns" : null;
  }

  private cell(row: number, column: number): Cell {
    return this.grid.rows[row]?.[column] ?? null;
  }

  /** null for an enterprise, "blank" for nothing at all. */
  sort(row: number): SkipReason | "blank" | null {
    const cells = this.grid.rows[row] ?? [];
    // More than two need no counting.
    let filled = 0;
    for (let at = 0; at < cells.length && filled < 3; at++) if (!isBlank(cells[at])) filled += 1;
    if (filled === 0) return "blank";
    if (this.isTotal(row)) return "subtotal";
    if (this.repeatsHeading(cells)) return "heading";
    const first = plainText(cellText(cells.find((cell) => !isBlank(cell))));
    if (filled <= 2 && noteStart.test(foldKey(first)) && /[:：.。、,，0-9]/.test(first)) return "note";
    if (first.length <= 8 && exampleMark.test(foldKey(first)) && !this.hasValidCode(row)) return "example";
    if (this.read.some(({ column }) => !isBlank(this.cell(row, column)))) {
      return filled === 1 && this.spansSheet(row) ? "note" : null;
    }
    return /^\d+$/.test(first) ? "serial-only" : "note";
  }

  /** One text merged across the row, such as 济南市（120家）, heads the rows below it. */
  private spansSheet(row: number): boolean {
    return this.grid.merges.some(({ top, bottom, left, right }) => top <= row && row <= bottom && right - left >= 2);
  }

  hasValidCode(row: number): boolean {
    if (this.codeColumn === undefined) return false;
    return creditCodeFault(plainCreditCode(cellText(this.cell(row, this.codeColumn)))) === null;
  }

  private isTotal(row: number): boolean {
    for (const column of this.firstColumns) {
      const cell = this.cell(row, column);
      if (typeof cell !== "string" || cell.length === 0 || cell.length > longestTotal) continue;
      if (this.totalHint.test(cell) && this.isTotalText(cell)) return !this.hasValidCode(row);
    }
    return false;
  }

  /** 合计, 小 计, 合计（300家）, 济南市小计; not 合计科技有限公司. */
  private isTotalText(text: string): boolean {
    const key = foldKey(text);
    if (this.totals.has(key)) return true;
    const bare = foldKey(plainText(text).replace(/\([^()]*\)/g, "")).replace(/\d+[家户个]?$/, "");
    if (this.totals.has(bare)) return true;
    return /(?:合计|小计|总计|平均)$/.test(bare) && bare.length <= 10;
  }

  private repeatsHeading(cells: readonly Cell[]): boolean {
    let same = 0;
    let other = 0;
    for (const [column, texts] of this.headingTexts) {
      const cell = cells[column];
      if (cell === undefined || isBlank(cell)) continue;
      if (typeof cell === "string" && texts.has(cell.trim())) same += 1;
      else other += 1;
      if (other > same + 1) return false;
    }
    return same > other;
  }
}

/** Sorts every row below the headings. */
export function findDataRows(
  grid: Grid,
  headings: HeadingRows,
  mappings: readonly Mapping[],
  vocabulary: Vocabulary,
): DataRows {
  const sorter = new RowSorter(grid, headings, mappings, vocabulary);
  const rows: number[] = [];
  const skipped: SkippedRow[] = [];
  for (let row = headings.last + 1; row < grid.rows.length; row++) {
    const why = (rows.length === 0 ? sorter.aboveEnterprises(row, headings.columns.length) : null) ?? sorter.sort(row);
    if (why === null) rows.push(row);
    else if (why !== "blank") skipped.push({ row, why });
  }
  const groups = groupRows(grid, rows, sorter.read, vocabulary, (row) => sorter.hasValidCode(row));
  if (groups.size === 0 || groups.size === rows.length) return { rows, skipped };
  return {
    rows: rows.filter((row) => !groups.has(row)),
    skipped: [...skipped, ...[...groups].map((row) => ({ row, why: "subtotal" as const }))].sort(
      (one, other) => one.row - other.row,
    ),
  };
}

/** Every row below the headings, for a list that is known to hold nothing else. */
export function rowsBelow(grid: Grid, heading: number): readonly number[] {
  return Array.from({ length: Math.max(0, grid.rows.length - heading - 1) }, (_, at) => heading + 1 + at);
}
