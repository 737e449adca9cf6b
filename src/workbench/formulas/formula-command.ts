/** `npm run formula`: one formula on a workbook without a page. Prints the value, or a spilled table as tab-separated lines. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { FUniver } from "@univerjs/core/facade";
import { z } from "zod";
import { loadKnowledge } from "../../commands/read-seeds";
import { runCommand, type Call, type Command } from "../../commands/kit/command";
import type { ValueOption } from "../../commands/kit/option";
import type { Terminal } from "../../commands/kit/terminal";
import { WrongInput } from "../../commands/kit/wrong-input";
import { systemErrorCode } from "../../commands/system-error";
import { isFolder, noAccess, notFound } from "../../commands/unreadable-file";
import { NAMESPACE, RECORDS } from "../../functions/records";
import type { Text } from "../../words/text";
import type { Book } from "../book/book";
import { isErrorText } from "../book/cell-data";
import { formulaTables } from "../book/formula-tables";
import { createHeadlessUniver } from "../book/headless-univer";
import { bookFromFile } from "../book/load-book";
import type { BookFile } from "../../xlsx/book-file";
import { tokensOf } from "../xlsx/formula-tokens";
import { emptySheet, openFile } from "../xlsx/open-file";
import { engineFormula } from "./engine-formula";
import { nodeEngine } from "./node-engine";
import { RulesInUse } from "../../functions/rules-in-use";
import { registerFunctions, type RegisteredFunctions } from "./register-functions";

const BOOK: ValueOption = {
  kind: "value",
  name: "book",
  value: { zh: "文件", en: "FILE" },
  about: {
    zh: "公式里引用的工作簿（.xlsx、.xlsm 或 .csv 等）；不给就是一张空表 Sheet1",
    en: "the workbook that the formula refers to (.xlsx, .xlsm, .csv and others); without it, an empty sheet Sheet1",
  },
};

/** The formula is worked out as if it stood in the last cell of a sheet, where it can't refer to itself by chance. */
const PLACE = { row: 1_048_575, column: 16_383 };
const LONGEST_MS = 600_000;
const MOST_MESSAGES = 10;

/** The formula as given, with its equals sign. @throws WrongInput where there is none */
function formulaOf(given: string): string {
  const text = given.trim();
  if (text.replace(/^=/, "") === "")
    throw new WrongInput({
      zh: "公式是空的。请用单引号把整个公式括起来，例如 '=ZJTX.SUBSIDY(4433,20%,50%)'。",
      en: "The formula is empty. Put it whole in single quotes, such as '=ZJTX.SUBSIDY(4433,20%,50%)'.",
    });
  return text.startsWith("=") ? text : `=${text}`;
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") throw notFound(path);
    if (code === "EISDIR") throw isFolder(path);
    if (code === "EACCES" || code === "EPERM") throw noAccess(path);
    throw error;
  }
}

async function bookFileOf(path: string | undefined): Promise<BookFile> {
  if (path === undefined) return { sheets: [emptySheet("Sheet1")], active: 0, names: [], styles: [], settings: {} };
  return (await openFile(basename(path), await bytesOf(path))).book;
}

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
type Value = z.infer<typeof value>;
const executed = z.record(
  z.string(),
  z.record(
    z.string(),
    z.record(z.string(), z.record(z.string(), z.array(z.object({ value: z.union([value, z.array(z.array(value))]) })))),
  ),
);

/** The rows of the answer; a single value is a row of one. */
async function evaluate(univerAPI: FUniver, book: Book, formula: string): Promise<readonly (readonly Value[])[]> {
  const { row, column } = PLACE;
  const unit = book.link.unitId;
  const sheet = book.active.id;
  const place = { sheet: book.active.name, row, column };
  const asked = {
    [unit]: { [sheet]: { [row]: { [column]: [engineFormula(formula, place, formulaTables(book.sheets))] } } },
  };
  const results = executed.parse(await univerAPI.getFormula().executeFormulas(asked, LONGEST_MS));
  const answer = results[unit]?.[sheet]?.[String(row)]?.[String(column)]?.[0]?.value ?? null;
  return Array.isArray(answer) ? answer : [[answer]];
}

/** Univer gives nothing at all for a formula it can't take apart. */
function isWellFormed(univerAPI: FUniver, formula: string): boolean {
  return typeof univerAPI.getFormula().lexerTreeBuilder.treeBuilder(formula) === "object";
}

function shown(one: Value): string {
  if (one === null) return "";
  if (typeof one === "boolean") return one ? "TRUE" : "FALSE";
  return String(one).replace(/[\t\r\n]+/g, " ");
}

/** Univer answers for a sheet that is not there as for a wrong value; a person is better told which. */
function requireSheets(formula: string, file: BookFile, path: string | undefined): void {
  const known = new Set(file.sheets.map(({ name }) => name.toLowerCase()));
  const tokens = tokensOf(formula.replace(/^=/, ""));
  for (const [index, { kind, text }] of tokens.entries()) {
    if (tokens[index + 1]?.text !== "!" || (kind !== "word" && kind !== "sheet")) continue;
    const name = kind === "sheet" ? text.slice(1, -1).replaceAll("''", "'") : text;
    if (known.has(name.toLowerCase())) continue;
    const { zh, en } = path === undefined ? NO_BOOK : sheetList(file, basename(path));
    throw new WrongInput({ zh: `没有工作表“${name}”。${zh}`, en: `There is no sheet "${name}". ${en}` });
  }
}

const NO_BOOK: Text = {
  zh: "要引用工作簿里的表，请用 --book 指明文件。",
  en: "To refer to a workbook's sheets, name its file with --book.",
};

function sheetList(file: BookFile, name: string): Text {
  const names = file.sheets.map((sheet) => sheet.name);
  return {
    zh: `“${name}”里的工作表有：${names.join("、")}。`,
    en: `The sheets of "${name}" are: ${names.join(", ")}.`,
  };
}

const PLAIN_ERRORS: Readonly<Record<string, Text>> = {
  "#VALUE!": {
    zh: "公式里有个参数的类型不对，例如该是数字的地方是文字。请检查参数和它们引用的单元格。",
    en: "An argument is of the wrong kind, such as text where a number belongs; check the arguments and the cells they refer to.",
  },
  "#DIV/0!": {
    zh: "公式里除以了 0 或空白，请检查除数。",
    en: "The formula divides by 0 or by a blank; check the divisor.",
  },
  "#NUM!": {
    zh: "算出的数超出了范围，或者参数的数值不合适，请检查参数。",
    en: "The number is out of range, or an argument's value does not fit; check the arguments.",
  },
  "#N/A": {
    zh: "没有找到要查的值，或者用到的单元格本身是 #N/A。",
    en: "The value looked for was not found, or a cell that is used is #N/A itself.",
  },
  "#NAME?": {
    zh: "公式里有不认识的函数名或名称，请检查拼写。",
    en: "The formula holds a function or name that is not known; check its spelling.",
  },
  "#REF!": {
    zh: "公式引用的工作表或单元格不存在，请检查表名和地址。",
    en: "The formula refers to a sheet or cells that are not there; check the sheet's name and the address.",
  },
};

function complain(
  table: readonly (readonly Value[])[],
  { messages }: RegisteredFunctions,
  book: Book,
  language: keyof Text,
  terminal: Terminal,
): void {
  const alone = table.length === 1 && table[0]?.length === 1;
  const lines = table.flatMap((row, down) =>
    row.flatMap((one, across) => {
      if (typeof one !== "string" || !isErrorText(one)) return [];
      const place = {
        unit: book.link.unitId,
        sheet: book.active.id,
        row: PLACE.row + down,
        column: PLACE.column + across,
      };
      const message = (messages.at(place) ?? PLAIN_ERRORS[one])?.[language];
      if (message === undefined) return [];
      return [alone ? message : language === "zh" ? `第${down + 1}行：${message}` : `Row ${down + 1}: ${message}`];
    }),
  );
  for (const line of lines.slice(0, MOST_MESSAGES)) terminal.complain(line);
  const rest = lines.length - MOST_MESSAGES;
  if (rest > 0)
    terminal.complain(language === "zh" ? `还有 ${rest} 处错误没有列出。` : `${rest} more errors are not listed.`);
}

async function run({ given, input, language, terminal }: Call): Promise<0 | 2> {
  const formula = formulaOf(input);
  const path = given.value(BOOK);
  const file = await bookFileOf(path);
  requireSheets(formula, file, path);
  const univerAPI = createHeadlessUniver();
  try {
    const book = bookFromFile(univerAPI, file);
    const functions = registerFunctions(univerAPI, new RulesInUse(loadKnowledge()), nodeEngine());
    if (!isWellFormed(univerAPI, formula)) {
      throw new WrongInput({
        zh: `公式“${formula}”写得不完整，请检查括号、引号和逗号。`,
        en: `The formula ${formula} is not complete; check its brackets, quotes and commas.`,
      });
    }
    // Formulas that came without a value, spilled ones among them, are worked out before anything refers to them.
    await book.link.calculation.settle();
    const table = await evaluate(univerAPI, book, formula);
    for (const row of table) terminal.print(row.map(shown).join("\t"));
    complain(table, functions, book, language, terminal);
    const [first] = table;
    const only = table.length === 1 && first?.length === 1 ? first[0] : null;
    return typeof only === "string" && isErrorText(only) ? 2 : 0;
  } finally {
    univerAPI.dispose();
  }
}

const FORMULA: Command<0 | 2> = {
  name: "formula",
  input: { zh: "'=公式'", en: "'=FORMULA'" },
  about: {
    zh: `算一个公式，不用打开 Excel。结果是表格时，一行一行列出，列之间用制表符隔开。\n公式要用单引号整个括起来；不带表名的地址指打开时看到的那张表。Excel 的函数和 ${NAMESPACE}. 开头的函数都能用：\n  ${RECORDS.map(({ name }) => name).join("、")}`,
    en: `Works out one formula without Excel. A table is printed row by row, columns parted by tabs.\nPut the whole formula in single quotes; an address without a sheet is on the sheet in view. Excel's functions work, and those of ${NAMESPACE}.:\n  ${RECORDS.map(({ name }) => name).join(", ")}`,
  },
  options: [{ options: [BOOK] }],
  examples: [
    {
      about: { zh: "不引用单元格的公式", en: "a formula without cells" },
      words: { zh: "'=ZJTX.SUBSIDY(4433,20%,50%)'", en: "'=ZJTX.SUBSIDY(4433,20%,50%)'" },
    },
    {
      about: { zh: "引用工作簿里的一行", en: "a row of a workbook" },
      words: {
        zh: "'=ZJTX.TIER_ELIGIBLE(企业名单!A1:BE1,企业名单!A2:BE2)' --book 企业名单.xlsx",
        en: "'=ZJTX.TIER_ELIGIBLE(Sheet1!A1:K1,Sheet1!A2:K2)' --book book.xlsx",
      },
    },
  ],
  exitCodes: [
    { code: 0, about: { zh: "算出了值或表格", en: "a value or a table" } },
    {
      code: 2,
      about: {
        zh: "结果是 Excel 错误，或参数、文件不对，原因写在错误输出里",
        en: "an Excel error, or a wrong argument or file, with the reason on stderr",
      },
    },
  ],
  oneInput: (more) => ({
    zh: `只能算一个公式，公式后面还有“${more}”。请用单引号把整个公式括起来。`,
    en: `There is "${more}" behind the formula. Put the whole formula in single quotes.`,
  }),
  run,
};

/** Runs the command and gives its exit code: 0 a value or a table, 2 an Excel error, a wrong argument or file. A bug throws. */
export async function formulaCommand(argv: readonly string[], terminal: Terminal): Promise<0 | 2> {
  return await runCommand(FORMULA, argv, terminal);
}
