/** Checks the values that stand where formulas were against the list of formulas: were they changed, or the cells beside them? */
import type { Cell, CellRange, Grid } from "../../words/grid";
import { rangeAddress } from "../../words/range-address";
import { OthersPrint, VALUES_SHEET, valuesPrint, readValuesList, type ValuesList } from "../formulas/values-list";
import type { CheckedBook } from "./scored-lists";
import { finding, type Finding } from "./findings";

/** Null where the workbook holds no such list. */
export async function checkValues(book: CheckedBook, version: string): Promise<readonly Finding[] | null> {
  const read = readValuesList(await firstOf(book, [VALUES_SHEET.zh, VALUES_SHEET.en]));
  switch (read.kind) {
    case "none":
      return null;
    case "broken":
      return [finding("values-list-broken")];
    case "newer":
      return [finding("newer-form", { detail: { zh: read.version, en: read.version } })];
    case "read": {
      const { list, sealHolds } = read;
      const found = sealHolds ? [] : [finding("values-list-edited")];
      if (list.head.version !== version)
        found.push(finding("values-older", { detail: { zh: list.head.version, en: list.head.version } }));
      for (const [sheet, formulas] of bySheet(list)) {
        const grid = await book.sheet(sheet);
        const detail = { zh: sheet, en: sheet };
        if (grid === null) {
          found.push(finding("values-sheet-missing", { detail }));
          continue;
        }
        const changed = formulas.filter(({ range, print }) => valuesPrint(cellsOf(grid, range)) !== print);
        if (changed.length > 0) found.push(finding("values-edited", { detail: placesOf(sheet, changed) }));
        const ranges = formulas.map(({ range }) => range);
        if (othersOf(grid, ranges) !== list.head.others[sheet])
          found.push(finding("values-inputs-changed", { detail }));
      }
      return found;
    }
  }
}

async function firstOf(book: CheckedBook, names: readonly string[]): Promise<Grid | null> {
  for (const name of names) {
    const grid = await book.sheet(name);
    if (grid !== null) return grid;
  }
  return null;
}

type Formulas = ValuesList["formulas"];

function bySheet({ formulas }: ValuesList): ReadonlyMap<string, Formulas> {
  const sheets = new Map<string, Formulas[number][]>();
  for (const one of formulas) {
    const own = sheets.get(one.sheet) ?? [];
    own.push(one);
    sheets.set(one.sheet, own);
  }
  return sheets;
}

export function cellsOf(grid: Grid, { top, left, bottom, right }: CellRange): readonly (readonly Cell[])[] {
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => grid.rows[top + row]?.[left + column] ?? null),
  );
}

function othersOf(grid: Grid, replaced: readonly CellRange[]): string {
  const print = new OthersPrint(replaced);
  for (const [row, cells] of grid.rows.entries()) print.add(row, 0, cells);
  return print.finish();
}

const MOST_PLACES = 12;

function placesOf(sheet: string, formulas: Formulas): { readonly zh: string; readonly en: string } {
  const some = formulas.slice(0, MOST_PLACES).map(({ range }) => rangeAddress(range));
  const more = formulas.length > some.length;
  return {
    zh: `“${sheet}”的 ${some.join("、")}${more ? `等${formulas.length}处` : ""}`,
    en: `${some.join(", ")}${more ? ` … (${formulas.length} places)` : ""} on "${sheet}"`,
  };
}
