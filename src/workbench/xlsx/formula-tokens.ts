/** A formula cut into its pieces, and what surrounds each: enough to rename functions and to move references. */

export interface Token {
  /** `word`: a reference, a name, a number or a function's name; `text`: a string in quotes; `sheet`: a quoted sheet name. */
  readonly kind: "word" | "text" | "sheet" | "bracket" | "error" | "blank" | "sign";
  readonly text: string;
}

const PIECE =
  /("(?:[^"]|"")*"?)|('(?:[^']|'')*'?)|(\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\])|(#(?:REF!|N\/A|VALUE!|NAME\?|NUM!|DIV\/0!|NULL!|SPILL!|CALC!|GETTING_DATA))|([$\p{L}\p{N}_.\\][$\p{L}\p{N}_.\\?]*)|(\s+)|(.)/gsu;

const KINDS = ["text", "sheet", "bracket", "error", "word", "blank", "sign"] as const;

/** @param formula without its `=` */
export function tokensOf(formula: string): Token[] {
  return [...formula.matchAll(PIECE)].map((match) => {
    const group = match.slice(1).findIndex((piece: string | undefined) => piece !== undefined);
    return { kind: KINDS[group] ?? "sign", text: match[0] };
  });
}

/** A call or a pair of brackets: tokens from `open` to `close`, both the brackets' own. */
export interface Call {
  /** The function's name in upper case as written; "" for plain brackets. */
  readonly name: string;
  readonly open: number;
  readonly close: number;
  /** First and last token (exclusive) of each argument. */
  readonly arguments: readonly (readonly [number, number])[];
}

/** Every call, inner ones before outer ones. Brackets that are never closed end with the formula. */
export function callsOf(tokens: readonly Token[]): Call[] {
  const calls: Call[] = [];
  const open: { name: string; open: number; starts: number[] }[] = [];
  const close = (at: number): void => {
    const frame = open.pop();
    if (!frame) return;
    const ends = [...frame.starts.slice(1).map((start) => start - 1), at];
    const spans = frame.starts.map((start, index): [number, number] => [start, ends[index] ?? at]);
    calls.push({ name: frame.name, open: frame.open, close: at, arguments: spans });
  };
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "sign") continue;
    const before = tokens[index - 1];
    if (token.text === "(") {
      open.push({ name: before?.kind === "word" ? before.text.toUpperCase() : "", open: index, starts: [index + 1] });
    } else if (token.text === "{") open.push({ name: "{", open: index, starts: [index + 1] });
    else if (token.text === ")" || token.text === "}") close(index);
    else if (token.text === ",") open.at(-1)?.starts.push(index + 1);
  }
  while (open.length > 0) close(tokens.length);
  return calls;
}

const CELL = /^\$?[A-Za-z]{1,3}\$?\d{1,7}$/;

export function isCellReference(text: string): boolean {
  return CELL.test(text);
}

export function isFunctionName(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.kind === "word" && tokens[index + 1]?.text === "(";
}
