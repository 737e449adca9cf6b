/** A page as tests write it. */
import type { PageSheet } from "../../src/sheet/results/page-sheet";
import type { ResultSheet } from "../../src/words/result-sheet";
import type { BookFile, BookSheet } from "../../src/xlsx/book-file";

export const PAGE: PageSheet = {
  name: "评分_成长方案_甲厂",
  columns: 12,
  rows: [
    { role: "title", cells: ["甲厂优质企业成长方案"], spans: [12] },
    { role: "heading", cells: ["一、企业概况与现状"], spans: [12] },
    { role: "text", cells: ["现".repeat(80)], spans: [12] },
    { role: "table-head", cells: ["诊断方面", "本企业", "目标层级的线"], spans: [6, 3, 3] },
    { role: "table-row", cells: ["创新能力", 0.5, 1], spans: [6, 3, 3] },
    { role: "table-row", cells: ["=1+1", "", 1], spans: [6, 3, 3] },
    { role: "text", cells: [], spans: [] },
    { role: "text", cells: [], spans: [] },
    { role: "note", cells: ["说明"], spans: [12] },
  ],
  breaks: [0],
  charts: [
    {
      kind: "column",
      title: "七个方面",
      rows: [4, 5],
      categories: 0,
      series: [
        { name: "本企业", column: 6 },
        { name: "目标层级的线", column: 9 },
      ],
      place: [6, 7],
    },
  ],
};

export const TABLE: ResultSheet = {
  name: "评分_成长方案汇总",
  columns: [{ heading: "行号", width: 6 }],
  rows: [[2]],
  asTable: true,
};

export function sheetOf(file: BookFile, name: string): BookSheet {
  const found = file.sheets.find((one) => one.name === name);
  if (!found) throw new Error(`no sheet ${name} among ${file.sheets.map((one) => one.name).join()}`);
  return found;
}

export function names(file: BookFile): string[] {
  return file.sheets.map(({ name }) => name);
}
