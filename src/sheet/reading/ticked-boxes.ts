/** Boxes to tick in one cell: ☑是 ☐否, □国家级 ■省级, 是（√）否（ ）. */

const ticked = "☑☒■√✓✔●◉◼▣⊠✅þ";
const open = "□☐○◯◻▢¨";
const box = new RegExp(`[${ticked}${open}]`, "gu");
const isTicked = new RegExp(`[${ticked}]`, "u");
const isOpen = new RegExp(`[${open}]`, "u");
/** Brackets around a tick or around nothing are boxes too. */
const inBrackets = /[([（【〔]\s*([√✓✔vV×Xx]?)\s*[)\]）】〕]/gu;
const around = /^[\s、，,;；/|：:]+|[\s、，,;；/|：:_]+$/gu;

function withBoxes(text: string): string {
  const brackets = [...text.matchAll(inBrackets)];
  const any = brackets.some(([, sign = ""]) => sign !== "") || brackets.length > 1;
  return any ? text.replace(inBrackets, (_, sign: string) => (/^[√✓✔vV]$/u.test(sign) ? "☑" : "☐")) : text;
}

/**
 * The options ticked; null for a text without boxes, or one where it is not clear what belongs to a box.
 * An empty list says that nothing was ticked.
 */
export function tickedOptions(cell: string): readonly string[] | null {
  const text = withBoxes(cell).trim();
  const boxes = [...text.matchAll(box)];
  const [first] = boxes;
  if (first === undefined || text.length > 300 || !/[\p{L}\p{N}]/u.test(text)) return null;
  // A tick alone is an answer in itself; beside a word it is one of a choice only where another box or word stands by.
  if (!boxes.some(([sign]) => isOpen.test(sign)) && boxes.length === 1) return tickedWord(text);
  const leads = first.index === 0;
  if (!leads && (boxes.at(-1)?.index ?? 0) + 1 !== text.length) return null;
  return boxes.flatMap(([sign], at) => {
    const from = leads ? (boxes[at]?.index ?? 0) + sign.length : at === 0 ? 0 : (boxes[at - 1]?.index ?? 0) + 1;
    const to = leads ? (boxes[at + 1]?.index ?? text.length) : (boxes[at]?.index ?? 0);
    const option = text.slice(from, to).replace(around, "");
    return isTicked.test(sign) && option !== "" ? [option] : [];
  });
}

/** √是 否 and 是√ 否: the word the only tick is written to. */
function tickedWord(text: string): readonly string[] | null {
  const words = text.split(/[\s、/]+/u).filter((word) => word !== "");
  const chosen = words.find((word) => isTicked.test(word));
  const option = chosen?.replace(box, "") ?? "";
  return words.length > 1 && option !== "" ? [option] : null;
}
