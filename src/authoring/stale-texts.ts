/** Texts that still name the number that a draft has changed: 营业收入5000万元以上 over a line of 6000. */
import type { DraftReading, DraftTrouble } from "./read-draft";

export function staleTexts({ edits }: DraftReading): readonly DraftTrouble[] {
  const rewritten = new Set(edits.filter(({ column }) => column === "zh").map(({ row }) => row));
  return edits.flatMap(({ row, column, cell, entry }): DraftTrouble[] => {
    if (column !== "value" || entry.as !== "value" || rewritten.has(row)) return [];
    const was = String(row.cells.get("value")?.shown ?? "");
    const text = String(row.cells.get("zh")?.shown ?? "");
    if (!namesNumber(text, was)) return [];
    return [
      {
        cell,
        text: {
          zh: `值从${was}改成了${String(entry.value)}，“内容”里还写着${was}。请一起改。`,
          en: `The value went from ${was} to ${String(entry.value)}; its text still says ${was}. Change both.`,
        },
      },
    ];
  });
}

/** The number by itself, not as a part of a longer one. */
function namesNumber(text: string, number: string): boolean {
  if (number === "") return false;
  const plain = text.replace(/(?<=\d),(?=\d{3})/g, "");
  for (let at = plain.indexOf(number); at >= 0; at = plain.indexOf(number, at + 1)) {
    const [before = "", after = ""] = [plain[at - 1], plain[at + number.length]];
    if (!/[\d.]/.test(before) && !/[\d]/.test(after)) return true;
  }
  return false;
}
