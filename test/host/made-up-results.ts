/** Results as tests write them, and what is there afterwards. */
import type { ResultSheet } from "../../src/words/result-sheet";
import type { Cell } from "../../src/words/grid";
import type { BookFile, BookSheet } from "../../src/xlsx/book-file";

export function results(rows: readonly (readonly Cell[])[], more: Partial<ResultSheet> = {}): ResultSheet {
  return {
    name: "评分_结果",
    titleLines: ["评分结果", "2 家企业"],
    columns: [
      { heading: "企业名称", width: 28 },
      { heading: "状态", width: 14, status: true },
      { heading: "得分", width: 10, format: "0.0" },
    ],
    rows,
    asTable: true,
    frozenColumns: 1,
    statusWords: [
      { word: "✓", tone: "good" },
      { word: "✗", tone: "bad" },
    ],
    notes: ["注：只用于申报准备。"],
    ...more,
  };
}

export const TWO: Cell[][] = [
  ["甲厂", "✓ 达到", 85],
  ["乙厂", "✗ 未达到", NaN],
];

export function sheetOf(file: BookFile, name: string): BookSheet {
  const found = file.sheets.find((one) => one.name === name);
  if (!found) throw new Error(`no sheet ${name} among ${file.sheets.map((one) => one.name).join()}`);
  return found;
}

/** The values, blank rows and columns at the end left out. */
export function valuesOf({ cells }: BookSheet): Cell[][] {
  const rows = Array.from(cells, (row) => {
    const values = Array.from(row ?? [], (cell) => cell?.value ?? null);
    return values.slice(0, values.findLastIndex((value) => value !== null) + 1);
  });
  return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
}

export const WRITTEN: Cell[][] = [
  ["评分结果"],
  ["2 家企业"],
  ["企业名称", "状态", "得分"],
  ["甲厂", "✓ 达到", 85],
  ["乙厂", "✗ 未达到", { error: "#N/A" }],
  [],
  ["注：只用于申报准备。"],
];
