/**
 * `npx tsx bench/native.ts [rows]`: the native copy of 30,000 enterprises, every rule set in force: seconds from a finished reading to
 * the bytes of the file, and how large it is.
 */
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadRelease } from "../src/commands/read-seeds";
import { editionsOn } from "../src/policy/editions";
import { nativeSheets } from "../src/sharing/copy/native-sheets";
import { nativeScore } from "../src/engine/formulas/native-score";
import { NODE_CODEC } from "../src/commands/node-codec";
import { writeCopy } from "../src/sharing/copy/write-copy";
import { AS_OF, borderRows, LAST_YEAR } from "../test/sharing/border-rows";
import { grouped } from "./print-timings";
import { target } from "./targets";

const count = Number(process.argv[2] ?? 30_000);
const { policy, vocabulary } = loadRelease();
const ruleSets = editionsOn(policy, AS_OF, "new");
const facts = borderRows(
  ruleSets.map((ruleSet) => ruleSet.forPurpose.new),
  vocabulary,
  { rows: count, seed: 1, blank: 0.1, absent: 0 },
);
const rows = Array.from({ length: count }, (_, index) => index);
const reading = {
  facts,
  t: LAST_YEAR,
  rowNumbers: rows.map((row) => row + 2),
  names: rows.map((row) => `示例企业${row + 1}有限公司`),
  creditCodes: rows.map(() => "91370100MA3C000000"),
};
const cpuBefore = process.cpuUsage();
const start = performance.now();
const score = nativeScore(reading, {
  vocabulary,
  language: "zh",
  purpose: "new",
  assumeGeneral: true,
  asOf: AS_OF,
  ruleSets,
  rungs: policy.rungs,
});
const bytes = writeCopy({ sheets: nativeSheets(score, "zh") }, NODE_CODEC);
const seconds = (performance.now() - start) / 1000;
const cpu = process.cpuUsage(cpuBefore).user / 1e6;
const megabytes = bytes.length / 2 ** 20;
const path = join(tmpdir(), "zjtx-native.xlsx");
writeFileSync(path, bytes);
const formulas = score.columns.filter(({ content }) => content.kind === "formula").length;
console.log(
  `native copy of ${grouped(count)} enterprises, ${ruleSets.length} rule sets, ${formulas} columns of formulas, ${score.columns.length - formulas} of values -> ${path}`,
);
console.log(
  `  ${cpu.toFixed(1)} s of processor time, peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
);
target(`under 60 s: ${seconds.toFixed(1)} s`, seconds < 60);
target(`under 60 MB: ${megabytes.toFixed(1)} MB`, megabytes < 60);
