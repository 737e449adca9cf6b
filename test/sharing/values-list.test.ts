/** The list of formulas that values have replaced: it reads back as it was written, and a check against it finds what was changed. */
import type { Cell, Grid } from "../../src/words/grid";
import { checkBook } from "../../src/sharing/check/check-book";
import {
  OthersPrint,
  readValuesList,
  valuesListSheet,
  valuesPrint,
  type ValuesList,
} from "../../src/sharing/formulas/values-list";
import { theRelease } from "../release";
import { asGrid, ruleSets, VERSION, withCell } from "./scored-book";

const ROWS: readonly (readonly Cell[])[] = [
  ["企业", "基数", "补贴", "层级", "分"],
  ["甲", 4433, 443.3, "小巨人", 85],
  ["乙", 4000, { error: "#N/A" }, "创新型", null],
  [null, "合计", null],
];
const SHEET: Grid = { sheet: "名单", rows: ROWS, merges: [], hiddenRows: new Set() };
const SPILL = { top: 1, left: 3, bottom: 2, right: 4 };
const AMOUNT = { top: 1, left: 2, bottom: 1, right: 2 };

function others(rows: readonly (readonly Cell[])[]): string {
  const print = new OthersPrint([SPILL, AMOUNT]);
  for (const [row, cells] of rows.entries()) print.add(row, 0, cells);
  return print.finish();
}

function list(): ValuesList {
  const spilled = ROWS.slice(1, 3).map((row) => [row[3] ?? null, row[4] ?? null]);
  return {
    head: { version: VERSION, language: "zh", checked: "2026-11-21", others: { 名单: others(ROWS) } },
    formulas: [
      { sheet: "名单", range: AMOUNT, formula: "=ZJTX.SUBSIDY(B2,20%,50%)", print: valuesPrint([[443.3]]) },
      { sheet: "名单", range: SPILL, formula: "=ZJTX.TIER_TABLE(A1:B1,A2:B3)", print: valuesPrint(spilled) },
    ],
  };
}

const listGrid = (): Grid => asGrid(valuesListSheet(list(), ruleSets()));

async function kinds(...grids: readonly Grid[]): Promise<readonly string[]> {
  const book = {
    names: grids.map(({ sheet }) => sheet),
    sheet: (name: string) => Promise.resolve(grids.find(({ sheet }) => sheet === name) ?? null),
  };
  const { policy, vocabulary } = theRelease();
  return (await checkBook(book, { policy, vocabulary, version: VERSION })).map(({ kind }) => kind);
}

test("the sheet reads back as the list it was made of", () => {
  expect(readValuesList(listGrid())).toEqual({ kind: "read", list: list(), sealHolds: true });
  expect(readValuesList(null)).toEqual({ kind: "none" });
});

test("the sheet names the editions with their documents for formulas that give no date", () => {
  const lines = valuesListSheet(list(), ruleSets()).titleLines?.join("\n") ?? "";
  for (const { name, edition, document } of ruleSets()) {
    expect(lines).toContain(`${name.zh} ${edition}`);
    expect(lines).toContain(document.title.zh);
  }
});

test.each([
  ["nothing is changed", SHEET, []],
  ["blank columns and rows are added around", { ...SHEET, rows: [...ROWS.map((row) => [...row, null]), []] }, []],
  ["a value is changed that was a formula", withCell(SHEET, 1, 2, 500), ["values-edited"]],
  ["a cell of what was spilled is cleared", withCell(SHEET, 2, 3, null), ["values-edited"]],
  ["a figure is changed that the formulas read", withCell(SHEET, 1, 1, 5000), ["values-inputs-changed"]],
  ["a row is put in above", { ...SHEET, rows: [[], ...ROWS] }, ["values-edited", "values-inputs-changed"]],
  ["the sheet is renamed", { ...SHEET, sheet: "别的" }, ["values-sheet-missing"]],
] as const)("where %s, the check says so", async (_, sheet, expected) => {
  expect(await kinds(sheet, listGrid())).toEqual(expected);
});

test("a list edited by hand, shortened or of a later program is told apart", async () => {
  const grid = listGrid();
  const formula = grid.rows.findIndex(([first]) => first === "名单");
  expect(await kinds(SHEET, withCell(grid, formula, 2, "=ZJTX.SUBSIDY(B2,30%,50%)"))).toEqual(["values-list-edited"]);
  const head = grid.rows.findIndex(([first]) => typeof first === "string" && first.startsWith("zjtx "));
  expect(await kinds(SHEET, withCell(grid, head, 0, "zjtx {"))).toEqual(["values-list-broken"]);
  const later = 'zjtx {"format":2,"version":"9.0.0"}';
  expect(await kinds(SHEET, withCell(grid, head, 0, later))).toEqual(["newer-form"]);
});

test("a workbook without any list or provenance can't be checked, and says so", async () => {
  expect(await kinds(SHEET)).toEqual(["no-provenance"]);
});
