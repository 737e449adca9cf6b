/**
 * `tsx src/functions/write-metadata.ts [--base-url URL] [--out DIR]` writes functions.json, functions-zh-CN.json and help/ into
 * dist/functions. `--release` also notes the functions as released, which from then on may only be added to.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { CODES } from "./codes";
import { helpPages } from "./help-pages";
import { lintRecords, writtenId } from "./lint-records";
import { metadataOf } from "./metadata";
import { NAMESPACE, RECORDS } from "./records";
import { readReleased } from "./released";
import { signatureOf } from "./signatures";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const RELEASED = fileURLToPath(new URL("./released.json", import.meta.url));
const OUT = fileURLToPath(new URL("../../dist/functions", import.meta.url));

const { values } = parseArgs({
  options: {
    "base-url": { type: "string", default: "https://localhost:3000" },
    out: { type: "string", default: OUT },
    release: { type: "boolean", default: false },
  },
});

const released = readReleased(readFileSync(RELEASED, "utf8"));
const written = readdirSync(HERE)
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) => writtenId(readFileSync(join(HERE, file), "utf8")) ?? []);
const problems = lintRecords({ records: RECORDS, associated: CODES.map(({ id }) => id), written, released });
if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  process.exit(1);
}

function write(path: string, content: string): void {
  const whole = join(values.out, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, content);
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
write("functions.json", json(metadataOf(RECORDS, "en", values["base-url"])));
write("functions-zh-CN.json", json(metadataOf(RECORDS, "zh", values["base-url"])));
for (const [path, content] of helpPages(RECORDS, NAMESPACE)) write(join("help", path), content);
if (values.release) writeFileSync(RELEASED, json(RECORDS.map(signatureOf)));
console.log(values.out);
