/**
 * `npm run check:workbooks [-- a.xlsx …] [--lang zh|en]`: whether Excel opens workbooks without offering a repair.
 * Exit codes: 0 nothing to repair, 3 something is (said on stdout), 2 a file or an argument could not be read, 1 a bug.
 */
import { extname } from "node:path";
import { parseArgs } from "node:util";
import type { Text } from "../policy/vocabulary";
import { checkPackage } from "../xlsx/check/check-package";
import type { Finding } from "../xlsx/check/finding";
import type { Language } from "../sheet/results/score-tables";
import { languageOf } from "./language-argument";
import { bytesOf } from "./read-workbook";
import type { Terminal } from "./score-command";
import { systemErrorCode } from "./system-error";
import { UnreadableFile } from "./unreadable-file";
import { schemaFindings } from "./workbook-schemas";

const USAGE: Text = {
  zh: "用法：npm run check:workbooks [-- 工作簿.xlsx …] [--lang zh|en]\n检查 Excel 能不能不经修复就打开这些工作簿：合不合 SpreadsheetML 模式，有没有模式管不到而 Excel 要修的地方。不写文件时，把本程序写得出的各种工作簿各写一份来查。要修的退出码 3，没有是 0，文件读不了 2。",
  en: "Usage: npm run check:workbooks [-- book.xlsx …] [--lang zh|en]\nTells whether Excel opens workbooks without a repair: by the schemas of SpreadsheetML, and what Excel repairs beyond them. Without a file it writes one workbook of every kind this program writes and checks those. Exit code 3 where something is to be repaired, 0 where nothing is, 2 for a file that can't be read.",
};

interface CheckedFile {
  readonly path: string;
  readonly findings: readonly Finding[];
}

/** Checks files, all in one go: the schemas are read once. @throws UnreadableFile for a file that is not there or can't be opened */
export async function checkWorkbooks(paths: readonly string[]): Promise<readonly CheckedFile[]> {
  const checks = [];
  for (const path of paths) {
    const check = checkPackage(await bytesOf(path), extname(path).slice(1).toLowerCase());
    checks.push({ path, ...check });
  }
  const bySchema = await schemaFindings(checks.flatMap(({ documents }) => documents));
  let done = 0;
  return checks.map(({ path, findings, documents }) => {
    const own = bySchema.slice(done, done + documents.length).flat();
    done += documents.length;
    return { path, findings: [...findings, ...own] };
  });
}

/** A finding as one line: file, part, place, what is wrong and what to do. */
function lineOf(path: string, { part, place, what, fix }: Finding, language: Language): string {
  const where = [path, part, place].filter((word) => word !== "").join(" › ");
  return language === "zh" ? `${where}：${what.zh}。${fix.zh}。` : `${where}: ${what.en}. ${sentence(fix.en)}.`;
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function filesOf(argv: readonly string[]): readonly string[] | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { lang: { type: "string" } },
    });
    return values.lang === undefined || values.lang === "zh" || values.lang === "en" ? positionals : null;
  } catch (error) {
    if (systemErrorCode(error).startsWith("ERR_PARSE_ARGS")) return null;
    throw error;
  }
}

/**
 * Runs the command and gives its exit code. A bug throws.
 * @param writeOwn writes one workbook of every kind and gives their paths
 */
export async function checkWorkbooksCommand(
  argv: readonly string[],
  terminal: Terminal,
  writeOwn: () => Promise<readonly string[]>,
): Promise<0 | 2 | 3> {
  const language = languageOf(argv);
  if (argv.includes("--help") || argv.includes("-h")) {
    terminal.print(USAGE[language]);
    return 0;
  }
  const files = filesOf(argv);
  if (files === null) {
    terminal.complain(USAGE[language]);
    return 2;
  }
  try {
    const checked = await checkWorkbooks(files.length > 0 ? files : await writeOwn());
    const wrong = checked.filter(({ findings }) => findings.length > 0);
    for (const { path, findings } of wrong)
      for (const finding of findings) terminal.print(lineOf(path, finding, language));
    const summary: Text =
      wrong.length === 0
        ? {
            zh: `查了${checked.length}个工作簿，Excel 打开都不用修复。`,
            en: `Workbooks checked: ${checked.length}. Excel opens them without a repair.`,
          }
        : {
            zh: `查了${checked.length}个工作簿，${wrong.length}个打开时 Excel 要修复，见上。`,
            en: `Workbooks checked: ${checked.length}. Excel would repair ${wrong.length} of them, as listed above.`,
          };
    terminal.print(summary[language]);
    return wrong.length === 0 ? 0 : 3;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    terminal.complain(error.text[language]);
    return 2;
  }
}
