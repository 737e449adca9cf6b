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

/** A number for a message: thousands separated, two decimals at most, small ones by their first two figures. */
export function spoken(value: number): string {
  if (value !== 0 && Math.abs(value) < 0.01) return String(Number(value.toPrecision(2)));
  const [whole = "", decimals] = String(Math.round(value * 100) / 100).split(".");
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? separated : `${separated}.${decimals}`;
}
