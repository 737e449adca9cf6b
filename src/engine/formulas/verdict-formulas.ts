/** Verdicts as words in cells, and how several of them make one: 未达到 where any fails, else 待补 where any is open, else 达到. */
import { choose, FALSE, or, quoted, TRUE } from "./formula-parts";
import type { Ends } from "./test-formulas";
import type { NativeWords } from "./words";

export type VerdictWords = Pick<NativeWords, "met" | "unmet" | "unknown">;

/**
 * The verdict on a question.
 * @param openInSheet null for a condition that is unknown where it is unknown; else a formula that says, for an unknown one, whether a
 *   blank cell that has a column keeps it open - where none does it is taken as holding
 */
export function verdictOf({ sure, possible, plain }: Ends, words: VerdictWords, openInSheet: string | null): string {
  const [met, unmet, unknown] = [quoted(words.met), quoted(words.unmet), quoted(words.unknown)];
  const open = openInSheet === null || openInSheet === TRUE ? unknown : choose(openInSheet, unknown, met);
  if (plain) return choose(plain.blank, open, choose(plain.holds, met, unmet));
  return choose(sure, met, choose(possible, open, unmet));
}

/** The verdict that all of some verdicts make. */
export function allOf(cells: readonly string[], words: VerdictWords): string {
  return choose(
    are(cells, words.unmet),
    quoted(words.unmet),
    choose(are(cells, words.unknown), quoted(words.unknown), quoted(words.met)),
  );
}

/** The verdict that at least `count` of some verdicts make. */
export function anyVerdict(cells: readonly string[], words: VerdictWords, count = 1): string {
  const [met, unmet, unknown] = [quoted(words.met), quoted(words.unmet), quoted(words.unknown)];
  if (count === 1) return choose(are(cells, words.met), met, choose(are(cells, words.unknown), unknown, unmet));
  const counted = (word: string, relation: string): string =>
    cells.map((cell) => `(${cell}${relation}${word})*1`).join("+");
  return choose(`${counted(met, "=")}>=${count}`, met, choose(`${counted(unmet, "<>")}>=${count}`, unknown, unmet));
}

function are(cells: readonly string[], word: string): string {
  return cells.length === 0 ? FALSE : or(...cells.map((cell) => `${cell}=${quoted(word)}`));
}
