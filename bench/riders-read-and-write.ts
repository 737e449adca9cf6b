/**
 * `riders-read-and-write.ts IN.csv|IN.xlsx RESULT.xlsx OUT.xlsx`: how long it takes just to read the input and to write the cells of the
 * result's first sheet with the library, row by row in both directions: a million rows fit no other way. The result's cells are fetched
 * off the clock. Prints seconds.
 */
import { readFileSync } from "node:fs";
import { parseCsv } from "hucre/csv";
import { streamXlsxRows, writeXlsxStream, type CellValue } from "hucre/xlsx";
import { streamToFile } from "./stream-to-file";

const RESULTS = "评分_骑手补贴";

const [input = "", result = "", out = ""] = process.argv.slice(2);
const results: CellValue[][] = [];
for await (const { values } of streamXlsxRows(readFileSync(result), { sheet: RESULTS })) results.push(values);

const begun = performance.now();
let read = 0;
if (input.endsWith(".csv")) read = parseCsv(readFileSync(input, "utf8")).length;
else for await (const { values } of streamXlsxRows(readFileSync(input))) if (values.length > 0) read += 1;
await streamToFile(writeXlsxStream(results, { name: RESULTS }), out);
if (read < 2) throw new Error("the input held no rows");
console.log(((performance.now() - begun) / 1000).toFixed(3));
