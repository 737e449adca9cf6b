/**
 * Calls of the product's functions inside formulas, in every shape in which workbooks carry them: `ZJTX.TIER(`, `_xldudf_ZJTX_TIER(`
 * (Excel before it has read the add-in's manifest, OfficeDev/office-js issue 3558), `[2]!_xldudf_ZJTX_TIER(` (after another add-in took the
 * name over, issue 2568), and the short names of a workbook.
 */

export interface OwnCall {
  /** The function's name, without the namespace. */
  readonly name: string;
  /** `plain`: as it is typed; `unresolved`: as Excel keeps it while it does not know the function; `short`: a name of the workbook. */
  readonly shape: "plain" | "unresolved" | "short";
  /** Where the call begins in the formula, and where its arguments' bracket stands. */
  readonly start: number;
  readonly bracket: number;
}

const NAMESPACE = "ZJTX";

/** Texts in quotes and columns of tables, in which nothing is a call. */
const SKIPPED = /"(?:[^"]|"")*"?|(?<=[\p{L}\p{N}_])\[(?:[^[\]]|\[[^[\]]*\])*\]/uy;
/** A name before a bracket, with what may stand before it: `@`, a linked workbook, a prefix of the file format. */
const CALL = /(@?)((?:'(?:[^']|'')*'|\[[^\]]*\])!)?((?:_xlfn\.|_xlws\.)*)(_?xldudf_)?([\p{L}_][\p{L}\p{N}_.]*)\s*\(/uy;
/** Anything else that must not be cut in two. */
const WORD = /'(?:[^']|'')*'!?|[$\p{L}\p{N}_.\\?]+/uy;

/**
 * The calls of a formula in the order they stand.
 * @param names the functions' names, upper case, without the namespace
 * @param shortNames whether the names alone count too
 */
export function ownCalls(formula: string, names: ReadonlySet<string>, shortNames = false): readonly OwnCall[] {
  const found: OwnCall[] = [];
  for (let at = 0; at < formula.length;) {
    const skipped = matchAt(SKIPPED, formula, at);
    if (skipped) {
      at += skipped[0].length;
      continue;
    }
    const call = matchAt(CALL, formula, at);
    if (call) {
      const own = ownCall(call, at, names, shortNames);
      if (own) found.push(own);
      at += call[0].length;
      continue;
    }
    at += matchAt(WORD, formula, at)?.[0].length ?? 1;
  }
  return found;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function ownCall(
  match: RegExpExecArray,
  start: number,
  names: ReadonlySet<string>,
  shortNames: boolean,
): OwnCall | null {
  const [whole, , link, prefix, unresolved, word = ""] = match;
  const upper = word.toUpperCase();
  const bracket = start + whole.length - 1;
  const spaced = unresolved === undefined ? `${NAMESPACE}.` : `${NAMESPACE}_`;
  const name = upper.startsWith(spaced) ? upper.slice(spaced.length) : null;
  if (name !== null && names.has(name)) {
    const plain = unresolved === undefined && link === undefined && prefix === "";
    return { name, shape: plain ? "plain" : "unresolved", start, bracket };
  }
  const alone = unresolved === undefined && link === undefined && prefix === "";
  return shortNames && alone && names.has(upper) ? { name: upper, shape: "short", start, bracket } : null;
}

/** The formula as it has to be typed for Excel to find the functions. Arguments stay untouched. */
export function repairedFormula(formula: string, names: ReadonlySet<string>): string {
  let result = "";
  let from = 0;
  for (const { name, shape, start, bracket } of ownCalls(formula, names)) {
    // An `@` before an unresolved name was put there by Excel, which did not know that the function may spill.
    const keep = shape === "plain" && formula.charAt(start) === "@" ? "@" : "";
    result += `${formula.slice(from, start)}${keep}${NAMESPACE}.${name}`;
    from = bracket;
  }
  return result + formula.slice(from);
}

/** Whether a call is all there is to a formula: `=ZJTX.TIER(A1:B1,A2:B9)`, not `=IF(ZJTX.TIER(…)="",1,2)`. */
export function isWholeFormula(formula: string, call: OwnCall): boolean {
  if (formula.slice(0, call.start).replace(/^=/, "").trim() !== "") return false;
  let depth = 0;
  for (let at = call.bracket; at < formula.length;) {
    const skipped = matchAt(SKIPPED, formula, at) ?? matchAt(WORD, formula, at);
    if (skipped) {
      at += skipped[0].length;
      continue;
    }
    const sign = formula.charAt(at);
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    at += 1;
    if (depth === 0) return formula.slice(at).trim() === "";
  }
  return false;
}
