import { z } from "zod";
import { refusals } from "../../../src/sheet/reading/cell-messages";
import { isRefusal, readNumberText, whyNoNumber } from "../../../src/sheet/reading/number-text";
import { caseTable } from "./sheet-case";

const cases = caseTable(
  "numbers.yaml",
  z.array(z.tuple([z.string(), z.union([z.number(), z.string()])]).rest(z.string())),
);

const kinds = new Map<unknown, string>(Object.entries(refusals).map(([name, refusal]) => [refusal, name]));

test.each(cases)("The text %j reads as %s.", (text, expected, unit = "") => {
  const result = readNumberText(text);
  if (typeof expected === "number") expect(result).toEqual({ value: expected, unit });
  else if (isRefusal(result)) expect(kinds.get(result)).toBe(expected);
  // A number with an unknown word behind it: the column's type decides, this room only keeps the word.
  else expect([unit, kinds.get(whyNoNumber(text))]).toEqual(["unit", "approximate"]);
});
