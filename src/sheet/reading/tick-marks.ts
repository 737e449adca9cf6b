/** Yes and no ticked in a list of both: ☑是 ☐否, □是 ■否, (√)是 ( )否, 是☑ 否☐. */

const ticked = "☑✓✔√■●◉☒✅";
const open = "□☐○◯×✗✘";
const marks = new RegExp(`[${ticked}${open}]`, "g");

/** One way of writing a mark: brackets around it belong to it, and empty brackets are an open box. */
function plainMarks(word: string): string {
  return word
    .replace(/[([]([√✓✔■●☑vx])[)\]]/g, "☑")
    .replace(/[([]([□○×])?[)\]]/g, "☐")
    .replace(/[/、,;|]/g, "");
}

/**
 * 1 or 0 where exactly one of yes and no is ticked, NaN where both stand there and none is, null where the text is no such list.
 * `word` has no blanks; `meaning` says what a word is by itself.
 */
export function tickedWord(word: string, meaning: (word: string) => number | null): number | null {
  const text = plainMarks(word);
  const found = [...text.matchAll(marks)];
  if (found.length === 0 || text.length > 24) return null;
  const before = found[0]?.index === 0;
  const chosen = new Set<number>();
  const offered = new Set<number>();
  for (const [at, { 0: mark, index }] of found.entries()) {
    const from = before ? index + 1 : at === 0 ? 0 : (found[at - 1]?.index ?? 0) + 1;
    const to = before ? (found[at + 1]?.index ?? text.length) : index;
    const value = meaning(text.slice(from, to));
    if (value !== 1 && value !== 0) return null;
    offered.add(value);
    // A cross beside 否 alone says no as well.
    if (ticked.includes(mark) || (found.length === 1 && value === 0 && "×✗✘".includes(mark))) chosen.add(value);
  }
  const [only] = chosen;
  if (chosen.size === 1 && only !== undefined) return only;
  return chosen.size === 0 && offered.size === 2 ? NaN : null;
}
