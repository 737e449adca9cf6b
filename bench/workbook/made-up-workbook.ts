/** A workbook of many enterprises for measuring. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readXlsx, writeXlsx, type CellValue } from "hucre/xlsx";

const SAMPLE = fileURLToPath(new URL("../../seeds/samples/山东示例企业.xlsx", import.meta.url));

/** The clean sample's enterprises again and again, their amounts varied, in the first columns. */
export async function makeWorkbook(path: string, count: number, columns: number): Promise<void> {
  const { sheets } = await readXlsx(readFileSync(SAMPLE), { sheets: ["企业名单"] });
  const [heading = [], ...enterprises] = sheets[0]?.rows ?? [];
  const rows: CellValue[][] = [heading.slice(0, columns)];
  for (let index = 0; index < count; index += 1) {
    const enterprise = enterprises[index % enterprises.length] ?? [];
    rows.push(enterprise.slice(0, columns).map((cell, column) => varied(cell, column, index)));
  }
  writeFileSync(path, await writeXlsx({ sheets: [{ name: "企业名单", rows }] }));
}

/** Amounts with decimals move by up to 6 %; whole numbers, shares and words stay. */
function varied(cell: CellValue, column: number, index: number): CellValue {
  if (typeof cell !== "number" || Number.isInteger(cell) || cell < 10) return cell;
  return Math.round(cell * (1 + ((index * 7 + column) % 13) / 200) * 100) / 100;
}
