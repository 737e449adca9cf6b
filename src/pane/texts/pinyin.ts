/**
 * The first letters of Chinese characters in pinyin, for looking things up as people type them: 山东 is found by `sd`. The order in which
 * the system sorts Chinese tells them, so that no table of characters has to be loaded.
 */

/** The first characters of each letter in that order. No syllable begins with i, u or v. */
const FIRSTS: readonly (readonly [letter: string, first: string])[] = [
  ["a", "阿"],
  ["b", "八"],
  ["c", "嚓"],
  ["d", "哒"],
  ["e", "婀"],
  ["f", "发"],
  ["g", "旮"],
  ["h", "哈"],
  ["j", "讥"],
  ["k", "咔"],
  ["l", "垃"],
  ["m", "妈"],
  ["n", "拿"],
  ["o", "噢"],
  ["p", "趴"],
  ["q", "七"],
  ["r", "然"],
  ["s", "仨"],
  ["t", "他"],
  ["w", "挖"],
  ["x", "夕"],
  ["y", "丫"],
  ["z", "匝"],
];

/** Characters that are read in two ways, each with both letters: the order knows one of them. */
const TWO_READINGS: ReadonlyMap<string, string> = new Map(
  "重cz 厦sx 长cz 行hx 乐ly 曾cz 单ds 解jx 朝cz 会hk 调dt 传cz 藏cz 盛cs 降jx 铅qy 泌bm 耙bp 泊bp 匙cs 幢cz 弹dt 翟dz 囤dt 镐gh 咀jz 埔bp 茄jq 刹cs 伺cs 栅sz 粘nz 辗nz"
    .split(" ")
    .map((entry) => [entry.charAt(0), entry.slice(1)]),
);

const collator = new Intl.Collator("zh-CN-u-co-pinyin");
const known = new Map<string, string>();

/** The letters a character may begin with; "" for anything but Chinese. */
function lettersOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return "";
  const found = known.get(character);
  if (found !== undefined) return found;
  const letter = FIRSTS.findLast(([, first]) => collator.compare(first, character) <= 0)?.[0] ?? "";
  const letters = TWO_READINGS.get(character) ?? letter;
  known.set(character, letters);
  return letters;
}

/** Whether characters of a text that stand side by side begin with these letters; a letter or digit stands for itself. */
function hasInitials(text: string, letters: string): boolean {
  if (!/^[a-z0-9]+$/.test(letters)) return false;
  const each = Array.from(text.toLowerCase()).filter((character) => /[a-z0-9]|\p{Script=Han}/u.test(character));
  const begins = each.map((character) => lettersOf(character) || character);
  return begins.some((_, at) =>
    Array.from(letters).every((letter, next) => begins[at + next]?.includes(letter) === true),
  );
}

/** Whether every word of a query stands in a text, as it is or as initials of the pinyin. */
export function fitsQuery(text: string, query: string): boolean {
  const lower = text.toLowerCase();
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => lower.includes(word) || hasInitials(text, word));
}
