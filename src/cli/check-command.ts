/**
 * `npm run check -- SCORED.xlsx [--lang zh|en]`: whether a scored workbook still says what its input and the rules say.
 * Exit codes: 0 nothing differs, 3 something differs (said on stdout), 2 the file or an argument could not be read, 1 a bug.
 */
import { parseArgs } from "node:util";
import { SeedError } from "../policy/seed-file";
import type { Text } from "../policy/vocabulary";
import { checkBook } from "../share/check/check-book";
import type { Finding } from "../share/check/findings";
import type { Grid } from "../sheet/reading/grid";
import { programVersion } from "./program-version";
import { loadRelease, type Release } from "./read-seeds";
import { readWorkbook } from "./read-workbook";
import type { Terminal } from "./score-command";
import { systemErrorCode } from "./system-error";
import { UnreadableFile } from "./unreadable-file";
import { languageOf } from "./language-argument";

const USAGE: Text = {
  zh: "用法：npm run check -- 评过分的工作簿.xlsx [--lang zh|en]\n核对输入改没改、结果有没有手工改过、标准换没换。没有差异时退出码 0，有差异 3，文件读不了 2。",
  en: "Usage: npm run check -- scored.xlsx [--lang zh|en]\nTells whether input, results or rules changed since it was scored. Exit code 0 where nothing differs, 3 where something does, 2 for a file that can't be read.",
};

/** Single cells that are listed. */
const MOST_DETAILS = 20;

/** The file named by the arguments; null where they are wrong. */
function fileOf(argv: readonly string[]): string | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { lang: { type: "string" } },
    });
    const [path, ...more] = positionals;
    const known = values.lang === undefined || values.lang === "zh" || values.lang === "en";
    return path !== undefined && more.length === 0 && known ? path : null;
  } catch (error) {
    if (systemErrorCode(error).startsWith("ERR_PARSE_ARGS")) return null;
    throw error;
  }
}

/** The sheet of one of some names; null where the workbook has none. */
async function sheetOf(path: string, names: readonly string[]): Promise<Grid | null> {
  for (const name of names) {
    try {
      const [grid] = (await readWorkbook(path, name)).grids;
      if (grid) return grid;
    } catch (error) {
      // The file itself has been read before: what is missing is the sheet.
      if (!(error instanceof UnreadableFile)) throw error;
    }
  }
  return null;
}

/** Checks a workbook. @throws UnreadableFile where the file is no workbook */
export async function checkFile(path: string, { policy, vocabulary }: Release): Promise<readonly Finding[]> {
  await readWorkbook(path);
  return await checkBook((names) => sheetOf(path, names), { policy, vocabulary, version: programVersion() });
}

/** Runs the command and gives its exit code. A bug throws. */
export async function checkCommand(argv: readonly string[], terminal: Terminal): Promise<0 | 2 | 3> {
  const language = languageOf(argv);
  if (argv.includes("--help") || argv.includes("-h")) {
    terminal.print(USAGE[language]);
    return 0;
  }
  const path = fileOf(argv);
  if (path === null) {
    terminal.complain(USAGE[language]);
    return 2;
  }
  try {
    const findings = await checkFile(path, loadRelease());
    for (const { message, details } of findings) {
      terminal.print(message[language]);
      for (const { row, heading, shown, expected } of details.slice(0, MOST_DETAILS)) {
        const name = heading.replace(/\s+/g, " ");
        terminal.print(
          language === "zh"
            ? `  第${row}行“${name}”：表里是“${shown}”，重算是“${expected}”`
            : `  row ${row}, ${name}: "${shown}" is there, "${expected}" is what scoring gives`,
        );
      }
    }
    const wrong = findings.some(({ weight }) => weight === "wrong");
    if (!wrong)
      terminal.print(
        language === "zh"
          ? "核对完毕：输入、结果和标准都和评分时一致。"
          : "Checked: input, results and rules are as they were when it was scored.",
      );
    return wrong ? 3 : 0;
  } catch (error) {
    if (error instanceof SeedError) terminal.complain(error.message);
    else if (error instanceof UnreadableFile) terminal.complain(error.text[language]);
    else throw error;
    return 2;
  }
}
