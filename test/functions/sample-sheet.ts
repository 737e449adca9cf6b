/** The sample workbook's list of enterprises, and a way to call a function as a cell would. */
import { loadKnowledge } from "../../src/commands/read-seeds";
import { readWorkbook } from "../../src/commands/read-workbook";
import type { FunctionRecord, FunctionResult, Matrix } from "../../src/functions/function-record";
import { invokeNow } from "../../src/functions/invoke";
import { RECORDS } from "../../src/functions/records";
import type { Grid } from "../../src/words/grid";

export const release = loadKnowledge();

export function recordOf(id: string): FunctionRecord {
  const record = RECORDS.find((one) => one.id === id);
  if (!record) throw new Error(`no function ${id}`);
  return record;
}

export function call(id: string, ...values: readonly unknown[]): FunctionResult {
  return invokeNow(recordOf(id), release, values);
}

/** The clean sheet, all rows of one width as Excel gives them. */
export async function sampleSheet(): Promise<{ grid: Grid; headings: Matrix; rows: Matrix }> {
  const { grids } = await readWorkbook("seeds/samples/山东示例企业.xlsx", "企业名单");
  const [grid] = grids;
  if (!grid) throw new Error("the sample has no 企业名单");
  const width = Math.max(...grid.rows.map((row) => row.length));
  const even = grid.rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
  return { grid, headings: even.slice(0, 1), rows: even.slice(1) };
}
