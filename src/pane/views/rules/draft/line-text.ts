/** The value of a draft's line in words: 5,000万元, 3%. */
import { figureText } from "../../../../words/figures";
import type { Text } from "../../../../words/text";

/** @param value as the draft's sheet shows it: of 3% the 3 */
export function lineText(value: number, unit: string): Text {
  return figureText(unit === "%" ? value / 100 : value, unit);
}
