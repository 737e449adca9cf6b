/** Cells that offer a list of words -> the XML of a sheet. Other words may be typed all the same. */
import { rangeAddress } from "../../words/range-address";
import { escapeText } from "../xml/markup";
import type { WordChoices } from "./written-sheet";

/** Excel takes a list of no more characters. */
const LONGEST_LIST = 255;

export function choicesXml(lists: readonly WordChoices[]): string {
  const offered = lists.flatMap(({ range, words }) => {
    const list = `"${words.join(",")}"`;
    if (list.length > LONGEST_LIST || words.some((word) => /[,"]/.test(word))) return [];
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${rangeAddress(range)}">` +
        `<formula1>${escapeText(list)}</formula1></dataValidation>`,
    ];
  });
  return offered.length === 0 ? "" : `<dataValidations count="${offered.length}">${offered.join("")}</dataValidations>`;
}
