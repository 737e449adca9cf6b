/** `npm run check`: whether a scored workbook still says what its input and the rules say. */
import { checkBook } from "../sharing/check/check-book";
import type { Finding } from "../sharing/check/findings";
import type { Grid } from "../words/grid";
import { runCommand, type Call, type Command } from "./kit/command";
import type { Terminal } from "./kit/terminal";
import { programVersion } from "./program-version";
import { loadRelease, type Release } from "./read-seeds";
import { readWorkbook } from "./read-workbook";
import { UnreadableFile } from "./unreadable-file";

/** Single cells that are listed. */
const MOST_DETAILS = 20;

/** Null where the workbook has no such sheet. */
async function sheetOf(path: string, name: string): Promise<Grid | null> {
  try {
    return (await readWorkbook(path, name)).grids[0] ?? null;
  } catch (error) {
    if (error instanceof UnreadableFile && error.code === "no-such-sheet") return null;
    throw error;
  }
}

/** Checks a workbook. @throws UnreadableFile where the file is no workbook, or a sheet that is looked at is damaged */
export async function checkFile(path: string, { policy, vocabulary }: Release): Promise<readonly Finding[]> {
  const { sheetNames } = await readWorkbook(path);
  return await checkBook(
    { names: sheetNames, sheet: (name) => sheetOf(path, name) },
    { policy, vocabulary, version: programVersion() },
  );
}

async function check({ input, language, terminal }: Call): Promise<0 | 3> {
  const findings = await checkFile(input, loadRelease());
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
}

const CHECK: Command<0 | 3> = {
  name: "check",
  input: { zh: "评过分的工作簿.xlsx", en: "scored.xlsx" },
  about: {
    zh: "核对一个评过分的工作簿：输入改没改、结果有没有手工改过、标准换没换。只看不改。",
    en: "Tells whether input, results or rules changed since a workbook was scored. Only looks.",
  },
  options: [{ options: [] }],
  examples: [
    {
      about: { zh: "核对别人发来的结果", en: "a result that somebody sent" },
      words: { zh: "企业名单_评分.xlsx", en: "list_评分.xlsx" },
    },
  ],
  exitCodes: [{ code: 3, about: { zh: "有差异", en: "something differs" } }],
  run: check,
};

/** Runs the command and gives its exit code: 0 nothing differs, 3 something does, 2 the file can't be read. A bug throws. */
export async function checkCommand(argv: readonly string[], terminal: Terminal): Promise<0 | 2 | 3> {
  return await runCommand(CHECK, argv, terminal);
}
