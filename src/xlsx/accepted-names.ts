/** Names that Excel accepts: of sheets, of tables and of their columns. */

const LONGEST = 31;

/**
 * The text as a name that Excel accepts for a sheet: no `[ ] : * ? / \`, no apostrophe at either end, 31 characters at most, and not
 * History, which Excel keeps for itself.
 */
export function safeSheetName(text: string): string {
  const cleaned = text.replace(/[[\]:*?/\\\p{Cc}]/gu, "_").trim();
  const name = cut(cleaned, LONGEST)
    .replace(/^'+|'+$/g, "")
    .trim();
  if (name.toLowerCase() === "history") return `${name}_`;
  return name === "" ? "Sheet1" : name;
}

/** A safe name that differs from every name taken, without regard to case, and is then taken itself. */
export function uniqueSheetName(text: string, taken: Set<string>): string {
  const base = safeSheetName(text);
  let name = base;
  for (let n = 2; taken.has(name.toLowerCase()); n++) {
    const ending = ` (${n})`;
    name = cut(base, LONGEST - ending.length) + ending;
  }
  taken.add(name.toLowerCase());
  return name;
}

/** A table's name: letters, digits, `_` and `.`, no reference such as A1 or R1C1 and no truth value, unlike every name taken. */
export function uniqueTableName(text: string, taken: Set<string>): string {
  const cleaned = text.replace(/[^\p{L}\p{N}_.]/gu, "_").slice(0, 200);
  const base =
    /^[\p{L}_]/u.test(cleaned) && !/^([a-z]{1,3}\d+|r\d*c\d*|[rc]|true|false)$/i.test(cleaned)
      ? cleaned
      : `_${cleaned}`;
  let name = base;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base}_${n}`;
  taken.add(name.toLowerCase());
  return name;
}

/** At most `length` UTF-16 units, without splitting a character in two. */
export function cut(text: string, length: number): string {
  let result = "";
  for (const character of text) {
    if (result.length + character.length > length) break;
    result += character;
  }
  return result;
}

const LONGEST_HEADING = 255;

/** A table's headings must all differ, without regard to case; none may be empty or longer than 255 characters. */
export function distinctHeadings(headings: readonly string[]): string[] {
  const taken = new Set<string>();
  return headings.map((heading, index) => {
    const base = heading.trim() === "" ? `列${index + 1}` : cut(heading, LONGEST_HEADING);
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${cut(base, LONGEST_HEADING - `_${n}`.length)}_${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
