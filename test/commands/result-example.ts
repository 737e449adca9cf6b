/** Results to write, a workbook to write them into, and ways to look at what came out. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { PackageParts } from "../../src/xlsx/container/package-parts";
import type { Original } from "../../src/commands/read-workbook";
import { outlineOf } from "../../src/xlsx/workbook-outline";
import type { ResultSheet } from "../../src/words/result-sheet";
import { craftPackage, type CraftedWorkbook } from "./craft-package";

export const RESULTS: ResultSheet = {
  name: "评分_结果",
  titleLines: ["专精特新评分", "按 2026-11-21 施行的标准"],
  columns: [
    { heading: "企业名称", width: 30 },
    { heading: "小巨人", width: 12, status: true },
    { heading: "得分", width: 10, format: "0.0" },
    { heading: "差距", width: 40, wrap: true },
  ],
  rows: [
    ["示例甲（虚构）", "✓ 达到", 85.5, null],
    ["=示例乙（虚构）", "✗ 未达到", 40, "研发费用还差 12.5 万元"],
  ],
  asTable: true,
  frozenColumns: 1,
  statusWords: [
    { word: "✓", tone: "good" },
    { word: "✗", tone: "bad" },
  ],
  notes: ["认定以主管部门的决定为准。"],
};

export const EVERYTHING = join(__dirname, "../cases/files/everything.xlsx");
export const everything = (): Original => ({ kind: "xlsx", bytes: readFileSync(EVERYTHING) });
export const crafted = (workbook: CraftedWorkbook): Original => ({ kind: "xlsx", bytes: craftPackage(workbook) });
export const tabsOf = (bytes: Uint8Array): string[] =>
  outlineOf(PackageParts.open(bytes)).sheets.map((sheet) => sheet.name);

/** The XML of a sheet in a finished file, by its tab's name. */
export function markupOf(bytes: Uint8Array, sheet: string): string {
  const parts = PackageParts.open(bytes);
  const part = outlineOf(parts).sheets.find(({ name }) => name === sheet)?.part ?? "";
  return parts.text(part);
}

export async function rowsOf(bytes: Uint8Array, sheet: string): Promise<unknown[][]> {
  return (await readXlsx(bytes, { sheets: [sheet] })).sheets[0]?.rows ?? [];
}
