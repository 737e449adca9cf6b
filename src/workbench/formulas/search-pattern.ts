/** SEARCH as Excel looks for a text: any case, `?` for one character, `*` for any, `~` before one that is meant itself. */

/** One character of a pattern; null stands for any. */
type Piece = readonly (string | null)[];

/** @param from where to begin, from 1 @returns the place of the first match, from 1; null where there is none or `from` is out of range */
export function searched(pattern: string, within: string, from: number): number | null {
  const start = Math.trunc(from) - 1;
  if (!(start >= 0) || start > within.length || (start === within.length && within !== "")) return null;
  const [first = [], ...rest] = piecesOf(pattern.toLowerCase());
  const text = within.toLowerCase();
  const begin = placeOf(first, text, start);
  let at = begin === null ? null : begin + first.length;
  // What follows a `*` is found at its first place or, in what is left of the text, at none.
  for (const piece of rest) {
    const found = at === null ? null : placeOf(piece, text, at);
    at = found === null ? null : found + piece.length;
  }
  return begin === null || at === null ? null : begin + 1;
}

function piecesOf(pattern: string): Piece[] {
  const pieces: (string | null)[][] = [[]];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    const next = pattern.charAt(at + 1);
    if (character === "*") pieces.push([]);
    else if (character === "?") pieces.at(-1)?.push(null);
    else if (character === "~" && next !== "" && "*?~".includes(next)) {
      pieces.at(-1)?.push(next);
      at += 1;
    } else pieces.at(-1)?.push(character);
  }
  return pieces;
}

function placeOf(piece: Piece, text: string, from: number): number | null {
  for (let at = from; at + piece.length <= text.length; at++)
    if (piece.every((character, more) => character === null || character === text[at + more])) return at;
  return null;
}
