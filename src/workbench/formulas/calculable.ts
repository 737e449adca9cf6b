/**
 * Whether Univer's engine can calculate a formula at all. What it can't keeps the value that its file gave it: Excel will work it out, and
 * an error that only we came to must never reach a file.
 */
import type { Text } from "../../words/text";
import { hasNumerals } from "./excel-corrections";
import { hugeArray } from "./huge-arrays";
import { callsOf, isCellReference, isFunctionName, tokensOf, type Token } from "../xlsx/formula-tokens";

export interface Known {
  /** Whether the engine has a function of that name (upper case), or the workbook a name that may stand for one. */
  readonly hasFunction: (name: string) => boolean;
  /** Names of tables, lower case. */
  readonly tables: ReadonlySet<string>;
}

/** @param formula as typed, with `=` @returns what the engine lacks, null where it lacks nothing */
export function lackingFor(formula: string, { hasFunction, tables }: Known): Text | null {
  const huge = hugeArray(formula);
  if (huge !== null) return huge;
  const tokens = tokensOf(formula.replace(/^=/, ""));
  const calls = callsOf(tokens);
  for (const [index, { kind, text }] of tokens.entries()) {
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    if (isFunctionName(tokens, index)) {
      const name = text.toUpperCase();
      // A name that LET binds to a LAMBDA is no function to the engine either.
      if (!hasFunction(name)) return { zh: `函数 ${name}`, en: `the function ${name}` };
    }
    if (kind === "sheet" && /[[\]]/.test(text)) return OTHER_BOOKS;
    if (kind === "bracket") {
      if (after?.kind === "word" || after?.text === "!") return OTHER_BOOKS;
      if (before?.kind === "word" && !isFunctionName(tokens, index - 1) && !tables.has(before.text.toLowerCase()))
        return { zh: `表格 ${before.text}`, en: `the table ${before.text}` };
    }
    if (text === "!" && (tokens[index - 2]?.text === ":" || (before?.kind === "sheet" && before.text.includes(":")))) {
      const first = tokens[index - 3];
      if (before?.kind === "sheet" ? before.text.includes(":") : first !== undefined && !isCellReference(first.text))
        return { zh: "跨多张工作表的引用", en: "references through several sheets" };
    }
    if (kind === "blank" && isReferenceWord(before) && isReferenceWord(after))
      return { zh: "用空格求交集", en: "the intersection operator" };
  }
  for (const { name, open, close } of calls)
    if (name === "TEXT" && tokens.slice(open, close).some(({ kind, text }) => kind === "text" && hasNumerals(text)))
      return { zh: "TEXT 的中文数字格式 [DBNum]", en: "Chinese numerals ([DBNum]) in TEXT" };
  const within = calls.filter(({ name }) => name === "LET");
  for (const { name, open, close } of calls)
    if (
      name === "" &&
      tokens[open - 1]?.text === ")" &&
      within.some((outer) => outer.open < open && close < outer.close)
    )
      return { zh: "LET 里直接调用的 LAMBDA", en: "a LAMBDA called inside LET" };
  const joined = calls.some((call) => call.name === "" && call.arguments.length > 1);
  return joined ? { zh: "用逗号合并的引用", en: "the union operator" } : null;
}

const OTHER_BOOKS: Text = { zh: "对其他工作簿的引用", en: "references to other workbooks" };

function isReferenceWord(token: Token | undefined): boolean {
  return token?.kind === "word" && isCellReference(token.text);
}
