/** Numbers as rules write them: `3%`, `100万`, `4亿`, `0.5`. */
import { ExpressionError, parseSyntax, type Syntax } from "./grammar";
import type { Dimension } from "./tree";

/** Reads a number with its unit, such as `3%` or `100万`, brought to fractions and 万元. */
export function parseConstant(text: string): { value: number; dimension: Dimension } {
  const syntax = parseSyntax(text);
  if (syntax.kind !== "number")
    throw new ExpressionError({ zh: `“${text}”不是数`, en: `"${text}" is no number` }, 0, {
      zh: "写 5%、100万、3 这样的数",
      en: "write a number such as 5%, 100万 or 3",
    });
  return constantOf(syntax);
}

/** Decimal shifts go through text, so that 5.5% is the double nearest to 0.055 and not 5.5 / 100's neighbour. */
function shifted(decimal: string, power: number): number {
  return Number(`${decimal}e${power}`);
}

export function constantOf(syntax: Extract<Syntax, { kind: "number" }>): { value: number; dimension: Dimension } {
  switch (syntax.unit) {
    case "%":
      return { value: shifted(syntax.text, -2), dimension: "share" };
    case "元":
      return { value: shifted(syntax.text, -4), dimension: "money" };
    case "万":
      return { value: Number(syntax.text), dimension: "money" };
    case "亿":
      return { value: shifted(syntax.text, 4), dimension: "money" };
    case "":
      return { value: Number(syntax.text), dimension: "plain" };
  }
}
