/** TIER_TABLE and its sisters on 10,000 rows in one call, as a cell makes it: the goal is 300 ms for the table. */
import { readWorkbook } from "../src/commands/read-workbook";
import { isFailure, type BoundRelease, type Matrix } from "../src/functions/function-record";
import { invokeNow } from "../src/functions/invoke";
import { RECORDS } from "../src/functions/records";
import { measure } from "./interleaved";
import { grouped, printTimings } from "./print-timings";
import { target } from "./targets";

const ROWS = 10_000;
const GOAL_MS = 300;

/** The sample's enterprises over and over, a good part of them with blanks that leave verdicts open. */
async function sampleRows(): Promise<{ readonly headings: Matrix; readonly rows: Matrix }> {
  const { grids } = await readWorkbook("seeds/samples/山东示例企业.xlsx", "企业名单");
  const [heading = [], ...enterprises] = grids[0]?.rows ?? [];
  const width = heading.length;
  const even = enterprises.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
  return { headings: [heading], rows: Array.from({ length: ROWS }, (_, at) => even[at % even.length] ?? []) };
}

export async function benchFunctions(release: BoundRelease, rounds: number): Promise<void> {
  const { headings, rows } = await sampleRows();
  const contenders = ["TIER_TABLE", "TIER", "TIER_ELIGIBLE", "TIER_SCORE"].flatMap((id) => {
    const record = RECORDS.find((one) => one.id === id);
    if (!record) return [];
    const run = (): void => {
      const result = invokeNow(record, release, [headings, rows]);
      if (isFailure(result) || result.length < ROWS) throw new Error(`${id} did not answer every row`);
    };
    return [{ name: `ZJTX.${id}, one call`, rows: ROWS, run }];
  });
  const timings = await measure(contenders, rounds);
  printTimings(`Custom functions, ${grouped(ROWS)} rows by ${headings[0]?.length ?? 0} columns in one call`, timings);
  const table = (ROWS / (timings[0]?.rowsPerSecond ?? 0)) * 1000;
  target(`TIER_TABLE on ${grouped(ROWS)} rows within ${GOAL_MS} ms: ${table.toFixed(0)} ms`, table <= GOAL_MS);
}
