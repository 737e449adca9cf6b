/** Formulas that work out a value for each of so many cells that no machine holds them: refused by name before anything is calculated. */
import { callsOf, tokensOf, type Call, type Token } from "../xlsx/formula-tokens";
import type { Text } from "../../words/text";

/** Values that a formula may work out at a time; a sheet of the workbench is opened with no more cells. */
const MOST_VALUES = 5_000_000;
const [SHEET_ROWS, SHEET_COLUMNS] = [1_048_576, 16_384];
/** Functions that take a block as it is and give one value. */
const GIVE_ONE_VALUE = new Set(
  "AVERAGE AVERAGEIF AVERAGEIFS COLUMNS COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS INDEX MATCH MAX MIN OFFSET ROWS SUBTOTAL SUM SUMIF SUMIFS VLOOKUP HLOOKUP XLOOKUP".split(
    " ",
  ),
);
/** Functions whose first arguments say how many rows and columns they give. */
const MADE_TO_SIZE: ReadonlyMap<string, number> = new Map([
  ["SEQUENCE", 0],
  ["RANDARRAY", 0],
  ["MAKEARRAY", 0],
  ["EXPAND", 1],
]);
const WORTH_A_LOOK = /:|SEQUENCE|RANDARRAY|MAKEARRAY|EXPAND/i;

/** @param formula as typed @returns what it asks for, with the figure; null where it can be worked out */
export function hugeArray(formula: string): Text | null {
  if (!WORTH_A_LOOK.test(formula)) return null;
  const tokens = tokensOf(formula.replace(/^=/, ""));
  const calls = callsOf(tokens);
  for (const [index, { text }] of tokens.entries()) {
    if (text !== ":") continue;
    const cells = cellsOf(tokens[index - 1], tokens[index + 1]);
    const around = calls.find(({ open, close }) => open < index && index < close);
    if (cells > MOST_VALUES && !takesWhole(around, index)) return asked(cells);
  }
  for (const call of calls) {
    const first = MADE_TO_SIZE.get(call.name);
    const size = first === undefined ? 0 : sizeOf(call, first, tokens);
    if (size > MOST_VALUES) return asked(size);
  }
  return null;
}

function asked(values: number): Text {
  return {
    zh: `一次算 ${values} 个值（最多 ${MOST_VALUES} 个）`,
    en: `working out ${values} values at once (${MOST_VALUES} at most)`,
  };
}

/** Whether a reference is all of an argument, but for its sheet, of a function that gives one value. */
function takesWhole(around: Call | undefined, colon: number): boolean {
  if (around === undefined) return false;
  const { name, arguments: given } = around;
  const span = given.find(([from, to]) => from <= colon && colon < to);
  return GIVE_ONE_VALUE.has(name) && span?.[1] === colon + 2;
}

/** Cells of `A1:B2`, and of whole rows and columns where there are so many that they are most of a sheet; 0 for what is none. */
function cellsOf(first: Token | undefined, last: Token | undefined): number {
  const [from, to] = [first, last].map((token) => /^\$?([A-Z]{0,3})\$?(\d{0,7})$/i.exec(token?.text ?? ""));
  if (!from || !to) return 0;
  const [left = "", top = ""] = from.slice(1);
  const [right = "", bottom = ""] = to.slice(1);
  const columns = left === "" ? SHEET_COLUMNS : Math.abs(numberOf(right) - numberOf(left)) + 1;
  const rows = top === "" ? SHEET_ROWS : Math.abs(Number(bottom) - Number(top)) + 1;
  const whole = left === "" || top === "";
  // Whole rows and columns end with the cells in use, unless they are the sheet.
  if (whole && columns * rows < (SHEET_ROWS * SHEET_COLUMNS) / 4) return 0;
  return columns * rows;
}

function numberOf(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function sizeOf(call: Call, first: number, tokens: readonly Token[]): number {
  const [rows = 1, columns = 1] = call.arguments.slice(first, first + 2).map(([from, to]) => {
    const number = Number(
      tokens
        .slice(from, to)
        .map(({ text }) => text)
        .join(""),
    );
    return Number.isFinite(number) && number > 1 ? number : 1;
  });
  return rows * columns;
}
