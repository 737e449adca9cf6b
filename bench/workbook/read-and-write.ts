/**
 * `read-and-write.ts IN.xlsx RESULT.xlsx OUT.xlsx`: how long it takes just to read the input and to write the result's cells with the
 * library. The result's cells are fetched off the clock. Prints seconds.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { readXlsx, writeXlsx } from "hucre/xlsx";

const [input = "", result = "", out = ""] = process.argv.slice(2);
const { sheets } = await readXlsx(readFileSync(result));
const begun = performance.now();
await readXlsx(readFileSync(input));
writeFileSync(out, await writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows })) }));
console.log(((performance.now() - begun) / 1000).toFixed(3));
