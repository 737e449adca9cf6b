/**
 * Formulas as people type them and as files keep them. In a file
 * - newer functions carry `_xlfn.` (see future-functions), and names bound by LET and LAMBDA `_xlpm.`; a parameter that may be left out,
 *   typed as `[x]`, is declared as `_xlop.x` and then used as `_xlpm.x`;
 * - `A1#` is `_xlfn.ANCHORARRAY(A1)` and `@A1:A9` is `_xlfn.SINGLE(A1:A9)`;
 * - a function of an add-in is `_xldudf_`, its namespace and its name with an underscore for the dot: `=ZJTX.TIER(…)` is kept as
 *   `_xldudf_ZJTX_TIER(…)`. (Excel's own choice, not documented; files saved by Excel with add-in functions show it.)
 */
import { ARRAY_FUNCTIONS, BLOCK_ARGUMENTS, FILE_NAMES } from "./future-functions";
import { callsOf, isCellReference, isFunctionName, tokensOf, type Call, type Token } from "./formula-tokens";

const NAMESPACE = "ZJTX";
const OWN_IN_FILE = new RegExp(`^_xldudf_${NAMESPACE}_`, "i");
const OWN_TYPED = new RegExp(`^${NAMESPACE}\\.`, "i");

/** @param formula as in a file, without `=` @returns with `=`, as typed */
export function typedFormula(formula: string): string {
  if (!formula.includes("_xl")) return `=${formula}`;
  const tokens = tokensOf(formula);
  const texts = tokens.map((token) => (token.kind === "word" ? typedWord(token.text) : token.text));
  for (const call of callsOf(tokens)) {
    if (call.name === "_XLFN.ANCHORARRAY") unwrap(texts, call, "", "#");
    else if (call.name === "_XLFN.SINGLE") unwrap(texts, call, "@", "");
  }
  return `=${texts.join("")}`;
}

function unwrap(texts: string[], call: Call, before: string, after: string): void {
  texts[call.open - 1] = "";
  texts[call.open] = before;
  texts[call.close] = after;
}

function typedWord(word: string): string {
  return word
    .replace(/^_xlfn\.(?:_xlws\.)?/i, "")
    .replace(/^_xlpm\./i, "")
    .replace(/^_xlop\.(.+)$/i, "[$1]")
    .replace(OWN_IN_FILE, `${NAMESPACE}.`);
}

/** @param formula as typed, with `=` @returns as in a file, without `=` */
export function filedFormula(formula: string): string {
  const tokens = tokensOf(formula.replace(/^=/, ""));
  const calls = callsOf(tokens);
  const texts = tokens.map((token, index) => (isFunctionName(tokens, index) ? filedName(token.text) : token.text));
  for (const call of calls) if (call.name === "LET" || call.name === "LAMBDA") markBoundNames(tokens, texts, call);
  for (const [index, token] of tokens.entries()) {
    if (token.text === "#") {
      const start = referenceStart(tokens, index);
      texts[start] = `_xlfn.ANCHORARRAY(${texts[start] ?? ""}`;
      texts[index] = ")";
    } else if (token.text === "@") {
      const end = operandEnd(tokens, calls, index + 1);
      texts[index] = "_xlfn.SINGLE(";
      texts[end] = `${texts[end] ?? ""})`;
    } else if (token.kind === "bracket" && token.text.startsWith("[@")) texts[index] = thisRow(token.text);
  }
  return texts.join("");
}

function filedName(name: string): string {
  if (OWN_TYPED.test(name)) return `_xldudf_${name.toUpperCase().replace(".", "_")}`;
  return FILE_NAMES.get(name.toUpperCase()) ?? name;
}

/** `[@列]` is typed; the file says `[[#This Row],[列]]`. */
function thisRow(text: string): string {
  const column = text.slice(2, -1).trim();
  if (column === "") return "[#This Row]";
  return `[[#This Row],${column.startsWith("[") ? column : `[${column}]`}]`;
}

function markBoundNames(tokens: readonly Token[], texts: string[], call: Call): void {
  const last = call.arguments.length - 1;
  const names = new Set<string>();
  for (const [place, [start, end]] of call.arguments.entries()) {
    if (place === last || (call.name === "LET" && place % 2 === 1)) continue;
    const words = tokens.slice(start, end).filter(({ kind }) => kind !== "blank");
    const [word] = words;
    if (words.length !== 1 || word === undefined) continue;
    const optional =
      call.name === "LAMBDA" && word.kind === "bracket" ? /^\[([^[\]@#]+)\]$/.exec(word.text)?.[1] : undefined;
    if (word.kind === "word") names.add(word.text.toLowerCase());
    else if (optional !== undefined) {
      names.add(optional.toLowerCase());
      texts[tokens.indexOf(word)] = `_xlop.${optional}`;
    }
  }
  for (let index = call.open + 1; index < call.close; index++) {
    const token = tokens[index];
    const text = texts[index] ?? "";
    if (token?.kind === "word" && names.has(token.text.toLowerCase()) && !text.startsWith("_xlpm.")) {
      texts[index] = `_xlpm.${token.text}`;
    }
  }
}

/** Where the reference that ends before `end` begins: its sheet belongs to it. */
export function referenceStart(tokens: readonly Token[], end: number): number {
  return tokens[end - 2]?.text === "!" ? end - 3 : end - 1;
}

/** The last token of what stands after an `@`: a call, or a reference with its sheet and both corners. */
export function operandEnd(tokens: readonly Token[], calls: readonly Call[], start: number): number {
  let end = start;
  for (let index = start; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.text === "(") return calls.find(({ open }) => open === index)?.close ?? tokens.length - 1;
    const belongs = token?.kind === "word" || token?.kind === "sheet" || token?.kind === "bracket";
    if (!belongs && token?.text !== "!" && token?.text !== ":") break;
    end = index;
  }
  return end;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Whether the formula has to be kept as a dynamic array formula. An ordinary formula in a file works the way Excel did before dynamic
 * arrays: where a block or an array meets a place for one value, Excel would show an `@` and take one cell of it.
 * @param formula as typed
 * @param lambdas names of the workbook that stand for a LAMBDA, upper case
 */
export function mayGiveArray(formula: string, lambdas: ReadonlySet<string> = NONE): boolean {
  if (!/[:{#@(_]|[A-Za-z]{4}|[^\p{ASCII}]/u.test(formula)) return false;
  const tokens = tokensOf(formula.replace(/^=/, ""));
  const calls = callsOf(tokens);
  for (const { name } of calls) {
    if (ARRAY_FUNCTIONS.has(name) || OWN_TYPED.test(name) || lambdas.has(name)) return true;
  }
  return tokens.some((_, index) => isBlock(tokens, index) && !isTakenWhole(tokens, calls, index));
}

function isBlock(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.text === "{" || token?.text === "#") return true;
  if (token?.text === ":") return true;
  if (token?.kind === "bracket") return !/^\[(@|\[#This Row\])/i.test(token.text);
  if (token?.kind !== "word" || isFunctionName(tokens, index) || tokens[index + 1]?.text === "!") return false;
  if (tokens[index + 1]?.kind === "bracket") return false;
  return !isCellReference(token.text) && !/^[$\d.]/.test(token.text) && !/^(true|false)$/i.test(token.text);
}

/** Whether the block is, alone, an argument for which the function takes all its cells. */
function isTakenWhole(tokens: readonly Token[], calls: readonly Call[], index: number): boolean {
  const around = calls.find(({ open, close }) => open < index && index < close);
  if (!around) return false;
  if (around.name === "{") return true;
  const place = around.arguments.findIndex(([start, end]) => start <= index && index < end);
  const [start = 0, end = 0] = around.arguments[place] ?? [];
  const alone = tokens
    .slice(start, end)
    .every(({ kind, text }) => kind !== "sign" || text === ":" || text === "!" || text === "#");
  return alone && BLOCK_ARGUMENTS.get(around.name)?.(place) === true;
}
