/**
 * A formula as Univer's engine can calculate it. People and files see the formula as Excel writes it; the engine is given cells for tables,
 * functions for `A1#` and `@`, and columns of values for array constants with texts, which it would cut at their commas.
 */
import { columnLetters } from "../../words/grid";
import { quoteSheet } from "../book/a1";
import { callsOf, isFunctionName, tokensOf, type Call, type Token } from "../xlsx/formula-tokens";
import { operandEnd, referenceStart } from "../xlsx/formula-names";
import { hugeArray } from "./huge-arrays";
import { referredBy, type FormulaTable, type Referred } from "./structured-reference";

/** Where a formula stands, rows and columns from 0. */
export interface FormulaPlace {
  /** Name of its sheet. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Names of the engine's functions for what it does not know itself; nobody can type them. */
export const SPILLED = "ZJTX.SPILLED.RANGE";
export const ONE_CELL = "ZJTX.ONE.CELL";

const WORTH_A_LOOK = /[[@#{]|-\s*["0]/;
/** A number not written as the engine itself would write it: `1E+250`, `1.50`, `.5`, `007`, or one of many digits. */
const NUMBER_TO_REWRITE =
  /(?<![\p{L}\p{N}_$.\\])(?:\.\d|0\d|\d+\.(?:\d*0)?(?!\d)|\d*\.?\d{17}|\d+(?:\.\d*)?[eE][+-]?\d)/u;
/** `[2]!name`, `[2]Sheet1!A1`: another workbook in brackets, which is no table's column. */
const OTHER_WORKBOOK = /(?:^|[^\w\]])'?\[\d+\][^[\]]*!/;

/** @param formula with its `=`, as typed @param tables all of the workbook */
export function engineFormula(formula: string, place: FormulaPlace, tables: readonly FormulaTable[]): string {
  if (hugeArray(formula) !== null) return "=#NUM!";
  if (
    !WORTH_A_LOOK.test(formula) &&
    !NUMBER_TO_REWRITE.test(formula) &&
    !tables.some(({ name }) => formula.toLowerCase().includes(name.toLowerCase()))
  )
    return formula;
  if (OTHER_WORKBOOK.test(formula)) return formula;
  const tokens = tokensOf(formula.replace(/^=/, ""));
  const calls = callsOf(tokens);
  const texts = tokens.map(({ text }) => text);
  replaceTables(tokens, calls, texts, place, tables);
  for (const call of calls) if (call.name === "{") replaceConstant(tokens, call, texts);
  for (const [index, { kind, text }] of tokens.entries()) {
    if (text === "#") {
      const start = tokens[index - 1]?.text === ")" ? openOf(tokens, calls, index - 1) : referenceStart(tokens, index);
      texts[start] = `${SPILLED}(${texts[start] ?? ""}`;
      texts[index] = ")";
    } else if (text === "@") {
      const end = operandEnd(tokens, calls, index + 1);
      texts[index] = `${ONE_CELL}(`;
      texts[end] = `${texts[end] ?? ""})`;
    } else if (kind === "word") {
      rewriteNumber(tokens, index, texts);
    } else if (kind === "text" && tokens[index - 1]?.text === "-" && isPrefix(tokens, index - 1)) {
      texts[index] = `(${text})`;
    }
  }
  return `=${texts.join("")}`;
}

const EXPONENT = /^(?:\d+\.?\d*|\.\d+)[eE]$/;
const NUMBER = /^(?:\d+\.?\d*|\.\d+)(?:[eE]\d+)?$/;

/**
 * For a function that takes texts the engine holds a number to be a text unless it is written as it would write it itself. Numbers of rows
 * (`1:3`) are none.
 */
function rewriteNumber(tokens: readonly Token[], index: number, texts: string[]): void {
  const [word, sign, power] = tokens.slice(index, index + 3).map(({ text }) => text);
  if (word === undefined || texts[index] !== word || sign === ":" || tokens[index - 1]?.text === ":") return;
  const signed = EXPONENT.test(word) && (sign === "+" || sign === "-") && /^\d+$/.test(power ?? "");
  const value = signed ? Number(`${word}${sign}${power}`) : NUMBER.test(word) ? Number(word) : NaN;
  if (!Number.isFinite(value)) return;
  // The engine takes -0 for a text.
  texts[index] = value === 0 && tokens[index - 1]?.text === "-" && isPrefix(tokens, index - 1) ? "(0)" : String(value);
  if (signed) texts.fill("", index + 1, index + 3);
}

/** Whether a sign stands before its operand rather than between two. */
function isPrefix(tokens: readonly Token[], index: number): boolean {
  const before = tokens.slice(0, index).findLast(({ kind }) => kind !== "blank");
  return before === undefined || (before.kind === "sign" && !/^[)}#%]$/.test(before.text));
}

function openOf(tokens: readonly Token[], calls: readonly Call[], close: number): number {
  const call = calls.find((one) => one.close === close);
  if (call === undefined) return close;
  return call.name === "" || tokens[call.open - 1] === undefined ? call.open : call.open - 1;
}

function replaceTables(
  tokens: readonly Token[],
  calls: readonly Call[],
  texts: string[],
  place: FormulaPlace,
  tables: readonly FormulaTable[],
): void {
  const named = (name: string): FormulaTable | undefined =>
    tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
  const around = tables.find(
    ({ sheet, range }) =>
      sheet === place.sheet &&
      place.row >= range.top &&
      place.row <= range.bottom &&
      place.column >= range.left &&
      place.column <= range.right,
  );
  for (const [index, { kind, text }] of tokens.entries()) {
    const after = tokens[index + 1];
    const afterColon = tokens[index - 1]?.text === ":";
    if (kind === "word" && !isFunctionName(tokens, index) && after?.text !== "!") {
      const table = named(text);
      if (table === undefined) continue;
      const brackets = after?.kind === "bracket" ? after.text : "";
      if (tokens[index - 1]?.text === "!") texts.fill("", index - 2, index);
      texts[index] = cellsOf(referredBy(brackets, table, place.row), table, afterColon);
      if (brackets !== "") texts[index + 1] = "";
    } else if (kind === "bracket" && tokens[index - 1]?.kind !== "word" && after?.kind !== "word") {
      if (isParameter(calls, index, text)) continue;
      texts[index] = around ? cellsOf(referredBy(text, around, place.row), around, afterColon) : "#REF!";
    }
  }
}

/** A parameter of LAMBDA that may be left out looks like a column. */
function isParameter(calls: readonly Call[], index: number, text: string): boolean {
  return (
    !/^\[[@#[]/.test(text) && calls.some((call) => call.name === "LAMBDA" && call.open < index && index < call.close)
  );
}

function cellsOf(referred: Referred, { sheet }: FormulaTable, afterColon: boolean): string {
  if (typeof referred === "string") return referred;
  const { range, thisRow } = referred;
  const row = (at: number): string => `${thisRow ? "" : "$"}${at + 1}`;
  const first = `$${columnLetters(range.left)}${row(range.top)}`;
  const last = `$${columnLetters(range.right)}${row(range.bottom)}`;
  return `${afterColon ? "" : `${quoteSheet(sheet)}!`}${first === last ? first : `${first}:${last}`}`;
}

/** `{"a,b",1;"c",2}` is stacked from its cells; a constant without texts the engine reads rightly. */
function replaceConstant(tokens: readonly Token[], { open, close }: Call, texts: string[]): void {
  const inside = tokens.slice(open + 1, close);
  if (!inside.some(({ kind }) => kind === "text")) return;
  texts[open] = "VSTACK(HSTACK(";
  texts[close] = "))";
  for (const [at, { text }] of inside.entries()) if (text === ";") texts[open + 1 + at] = "),HSTACK(";
}
