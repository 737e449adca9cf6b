/**
 * Rows that head or sum up a group of enterprises without saying so: numbered 一 among 1, 2, 3, a place where the name is blank, amounts
 * that are the sums of the rows below or above. They are no enterprises.
 */
import type { Mapping } from "./map-columns";
import type { Field } from "../../policy/vocabulary";
import { isFirmName, isPlaceOrClass, withoutCount } from "./firm-names";
import { cellText, isBlank, type Cell, type Grid } from "./grid";
import { plainText } from "./plain-text";
import { findSums, type AmountColumn } from "./sum-rows";

/** What is known of the sheet's columns. */
export interface GroupColumns {
  readonly name: number | undefined;
  /** The first columns, in which places stand. */
  readonly first: readonly number[];
  /** Those of them that nothing is read from, in which serial numbers stand. */
  readonly serials: readonly number[];
  /** Columns read as amounts and counts, whose groups add up. */
  readonly amounts: readonly { readonly mapping: Mapping; readonly field: Field }[];
  /** Whether a row carries a credit code whose check digit fits: then it is an enterprise whatever else it looks like. */
  hasCode(row: number): boolean;
}

const chineseOrdinal =
  /^\(?(?:第)?[一二三四五六七八九十]{1,3}(?:部分|组)?[)、.,]*$|^[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+[、.]*$|^(?:i{1,3}|iv|vi{0,3}|ix|x)[、.]?$/i;
const arabicOrdinal = /^\(?\d{1,6}(?:\.\d{1,4})*[)、.]*$/;
const numberedName = /^\(?[一二三四五六七八九十]{1,3}[)、.][^\d]/;

class GroupSearch {
  /** Names merged down over several rows, by row. */
  private readonly mergedNames = new Set<number>();

  constructor(
    private readonly grid: Grid,
    private readonly rows: readonly number[],
    private readonly columns: GroupColumns,
  ) {
    for (const { top, bottom, left, right } of grid.merges) {
      if (columns.name === undefined || left > columns.name || right < columns.name) continue;
      for (let row = top + 1; row <= bottom; row++) this.mergedNames.add(row);
    }
  }

  private cell(row: number, column: number): Cell {
    return this.grid.rows[row]?.[column] ?? null;
  }

  private name(row: number): string {
    const { name } = this.columns;
    return name === undefined ? "" : plainText(cellText(this.cell(row, name)));
  }

  private hasAmounts(row: number): boolean {
    return this.columns.amounts.some(({ mapping }) => !isBlank(this.cell(row, mapping.column)));
  }

  /** Rows numbered 一, 二 in a column that numbers the others 1, 2; rows numbered 1 above others numbered 1.1, 1.2. */
  private byOrdinals(column: number): number[] {
    const texts = this.rows.map((row) => plainText(cellText(this.cell(row, column))));
    const arabic = texts.map((text) => arabicOrdinal.test(text));
    const chinese = texts.filter((text) => chineseOrdinal.test(text)).length;
    const numbered = arabic.filter(Boolean).length;
    if (numbered === 0 || chinese > numbered) return [];
    return this.rows.filter((_, at) => {
      const [text = "", next = ""] = [texts[at], texts[at + 1]];
      if (chineseOrdinal.test(text)) return arabic[at + 1] === true || chineseOrdinal.test(next);
      return arabic[at] === true && /^\d+(?:\.\d+)*$/.test(text) && next === `${text}.1`;
    });
  }

  /** Names that are numbered 一、 among names that are not. */
  private byNumberedNames(): number[] {
    const numbered = this.rows.filter((row) => numberedName.test(this.name(row)));
    return numbered.length * 2 < this.rows.length ? numbered.filter((row) => !isFirmName(this.name(row))) : [];
  }

  /** Amounts beside a place where the name is blank, above rows that have names and no place. */
  private byBlankNames(): number[] {
    const { name, first } = this.columns;
    if (name === undefined) return [];
    return this.rows.filter((row, at) => {
      const next = this.rows[at + 1];
      if (next === undefined || this.name(row) !== "" || this.mergedNames.has(row) || !this.hasAmounts(row))
        return false;
      const place = first.find(
        (column) => column !== name && typeof this.cell(row, column) === "string" && !isBlank(this.cell(row, column)),
      );
      return place !== undefined && this.name(next) !== "" && isBlank(this.cell(next, place));
    });
  }

  /** Names that are those of places among names of firms. */
  private byPlaces(): number[] {
    const names = this.rows.map((row) => this.name(row));
    const firms = names.filter((name) => isFirmName(name)).length;
    if (firms * 2 < names.length) return [];
    return this.rows.filter((_, at) => isPlaceOrClass(names[at] ?? ""));
  }

  find(): ReadonlySet<number> {
    const { name, serials, amounts } = this.columns;
    const found = new Set<number>();
    const add = (rows: readonly number[]): void => {
      for (const row of rows) if (!this.columns.hasCode(row)) found.add(row);
    };
    for (const column of serials) add(this.byOrdinals(column));
    if (name !== undefined) add([...this.byNumberedNames(), ...this.byBlankNames(), ...this.byPlaces()]);
    const left = this.rows.filter((row) => !found.has(row));
    const suspects = new Map<number, "place" | "any">();
    for (const row of left) {
      const text = this.name(row);
      if (isFirmName(text) || this.mergedNames.has(row) || this.columns.hasCode(row)) continue;
      const isPlace = name !== undefined && (text === "" || isPlaceOrClass(withoutCount(text)));
      suspects.set(row, isPlace ? "place" : "any");
    }
    const columns = amounts.map(({ mapping, field }): AmountColumn => ({
      column: mapping.column,
      factor: mapping.factor,
      field,
    }));
    for (const row of findSums(this.grid, left, columns, suspects)) found.add(row);
    return found;
  }
}

/** Of `rows` (0-based, in order) those that are groups. */
export function findGroupRows(grid: Grid, rows: readonly number[], columns: GroupColumns): ReadonlySet<number> {
  return rows.length < 2 ? new Set() : new GroupSearch(grid, rows, columns).find();
}
