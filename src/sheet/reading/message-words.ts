/** How messages are put: Chinese first, as one would tell a colleague, English complete. */
import type { Text } from "../../words/text";

export const say = (zh: string, en: string): Text => ({ zh, en });

/** `D5、D9 等 12 处`: the first few addresses and how many there are. */
export function some(cells: readonly string[], shown = 5): Text {
  const first = cells.slice(0, shown);
  return cells.length > shown
    ? say(`${first.join("、")} 等 ${cells.length} 处`, `${first.join(", ")} and ${cells.length - shown} more`)
    : say(first.join("、"), first.join(", "));
}
