/**
 * `npm run metadata`: functions.json, functions-zh-CN.json and help/ into a folder, to look at; the pages get theirs from the build.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runCommand, type Call, type Command } from "../../commands/kit/command";
import type { FlagOption, ValueOption } from "../../commands/kit/option";
import type { Terminal } from "../../commands/kit/terminal";
import { metadataFiles, RecordsWrong, RELEASED } from "../../functions/metadata-files";
import { RECORDS } from "../../functions/records";
import { signatureOf } from "../../functions/signatures";
import { ORIGIN, originGiven } from "./origin-option";
import { ROOT } from "./project-root";

const FOLDER: ValueOption = {
  kind: "value",
  name: "out",
  value: { zh: "文件夹", en: "FOLDER" },
  about: { zh: "写到哪个文件夹，不写是 dist/functions", en: "the folder to write to; dist/functions if left out" },
};
const RELEASE: FlagOption = {
  kind: "flag",
  name: "release",
  about: {
    zh: "把现有函数记为已发布：以后只能加，不能改",
    en: "notes the functions as released, which from then on may only be added to",
  },
};

function write({ given, terminal }: Call): Promise<0 | 1> {
  const folder = given.value(FOLDER) ?? join(ROOT, "dist/functions");
  try {
    for (const [path, content] of metadataFiles(originGiven(given))) {
      const whole = join(folder, path);
      mkdirSync(dirname(whole), { recursive: true });
      writeFileSync(whole, content);
    }
  } catch (error) {
    if (!(error instanceof RecordsWrong)) throw error;
    terminal.complain(error.message);
    return Promise.resolve(1);
  }
  if (given.has(RELEASE)) writeFileSync(RELEASED, `${JSON.stringify(RECORDS.map(signatureOf), null, 2)}\n`);
  terminal.print(folder);
  return Promise.resolve(0);
}

const METADATA: Command<0 | 1> = {
  name: "metadata",
  input: null,
  about: {
    zh: "写出告诉 Excel 有哪些函数的文件和说明页，供查看；页面里的由 npm run build 生成。",
    en: "Writes the files that tell Excel of the functions, and their help pages, to look at; npm run build makes those of the pages.",
  },
  options: [{ options: [ORIGIN, FOLDER, RELEASE] }],
  examples: [{ about: { zh: "加了函数以后", en: "after adding a function" }, words: { zh: "", en: "" } }],
  exitCodes: [
    {
      code: 1,
      about: {
        zh: "函数的记录前后不一致，逐条列出；或程序出错",
        en: "records contradict one another, each listed; or a bug",
      },
    },
  ],
  run: write,
};

/** Runs the command and gives its exit code. A bug throws. */
export async function metadataCommand(argv: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  return await runCommand(METADATA, argv, terminal);
}
