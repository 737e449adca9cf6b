/** `npm run check:workbooks`: whether Excel opens workbooks without offering a repair. */
import { extname } from "node:path";
import type { Text, Language } from "../words/text";
import { checkPackage } from "../xlsx/check/check-package";
import type { Finding } from "../xlsx/check/finding";
import { runCommand, type Call, type Command } from "./kit/command";
import type { Terminal } from "./kit/terminal";
import { bytesOf } from "./read-workbook";
import { schemaFindings } from "./workbook-schemas";

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

async function check({ given, language, terminal }: Call, writeOwn: () => Promise<readonly string[]>): Promise<0 | 3> {
  const files = given.words;
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
}

const CHECK_WORKBOOKS: Omit<Command<0 | 3>, "run"> = {
  name: "check:workbooks",
  input: { zh: "[工作簿.xlsx …]", en: "[book.xlsx …]" },
  anyFiles: true,
  about: {
    zh: "检查 Excel 能不能不经修复就打开这些工作簿：合不合 SpreadsheetML 模式，有没有模式管不到而 Excel 要修的地方。不写文件时，把本程序写得出的各种工作簿各写一份来查。",
    en: "Tells whether Excel opens workbooks without a repair: by the schemas of SpreadsheetML, and what Excel repairs beyond them. Without a file it writes one workbook of every kind this program writes and checks those.",
  },
  options: [{ options: [] }],
  examples: [
    {
      about: { zh: "查两个文件", en: "two files" },
      words: { zh: "甲.xlsx 乙.xlsx", en: "one.xlsx two.xlsx" },
    },
  ],
  exitCodes: [
    { code: 0, about: { zh: "都不用修复", en: "nothing to repair" } },
    { code: 3, about: { zh: "有要修复的，逐条列出", en: "something to repair, each listed" } },
  ],
};

/**
 * Runs the command and gives its exit code. A bug throws.
 * @param writeOwn writes one workbook of every kind and gives their paths
 */
export async function checkWorkbooksCommand(
  argv: readonly string[],
  terminal: Terminal,
  writeOwn: () => Promise<readonly string[]>,
): Promise<0 | 2 | 3> {
  return await runCommand({ ...CHECK_WORKBOOKS, run: (call) => check(call, writeOwn) }, argv, terminal);
}
