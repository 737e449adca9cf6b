/**
 * `tsx src/functions/write-metadata.ts [--base-url URL] [--out DIR]` writes functions.json, functions-zh-CN.json and help/ into
 * dist/functions, to look at; the pages get theirs from the build. `--release` also notes the functions as released, which from then on
 * may only be added to.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { metadataFiles, RecordsWrong, RELEASED } from "./metadata-files";
import { RECORDS } from "./records";
import { signatureOf } from "./signatures";

const OUT = fileURLToPath(new URL("../../dist/functions", import.meta.url));

const { values } = parseArgs({
  options: {
    "base-url": { type: "string", default: "https://localhost:3000" },
    out: { type: "string", default: OUT },
    release: { type: "boolean", default: false },
  },
});

try {
  for (const [path, content] of metadataFiles(values["base-url"])) {
    const whole = join(values.out, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, content);
  }
  if (values.release) writeFileSync(RELEASED, `${JSON.stringify(RECORDS.map(signatureOf), null, 2)}\n`);
  console.log(values.out);
} catch (error) {
  if (!(error instanceof RecordsWrong)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
