/** A sheet's conditional formats -> plain data, first in rank first. */
import type { BookConditionalFormat } from "../../xlsx/book-file";
import type { CellRange } from "../../words/grid";
import { rangeOf } from "./cell-range";
import { colourOf, type Theme } from "./colours";
import { typedFormula } from "./formula-names";
import type { LostContents } from "./lost-content";
import type { Dress } from "./read-styles";
import { childOf, childrenOf, flag, type XmlNode } from "../../xlsx/xml/tree";

export function readConditions(
  sheet: XmlNode,
  dresses: readonly Dress[],
  theme: Theme,
  lost: LostContents,
): BookConditionalFormat[] {
  const found: { readonly rank: number; readonly format: BookConditionalFormat }[] = [];
  for (const block of childrenOf(sheet, "conditionalFormatting")) {
    const ranges = (block.attributes.sqref ?? "").split(/\s+/).flatMap((text): CellRange[] => {
      const range = rangeOf(text);
      return range ? [range] : [];
    });
    for (const node of childrenOf(block, "cfRule")) {
      const rule = ruleOf(node, theme);
      if (!rule || ranges.length === 0) {
        lost.add("otherConditions");
        continue;
      }
      const dress = node.attributes.dxfId === undefined ? {} : (dresses[Number(node.attributes.dxfId)] ?? {});
      const stop = flag(node, "stopIfTrue") ? { stopIfTrue: true } : {};
      found.push({ rank: Number(node.attributes.priority ?? 0), format: { ranges, rule, ...dress, ...stop } });
    }
  }
  return found.sort((left, right) => left.rank - right.rank).map(({ format }) => format);
}

function ruleOf(node: XmlNode, theme: Theme): BookConditionalFormat["rule"] | null {
  const { type, text } = node.attributes;
  if (type === "containsText" && text !== undefined) return { kind: "text", operator: "contains", text };
  if (type === "beginsWith" && text !== undefined) return { kind: "text", operator: "begins-with", text };
  if (type === "expression") {
    const formula = childOf(node, "formula")?.text ?? "";
    return formula === "" ? null : { kind: "formula", formula: typedFormula(formula) };
  }
  if (type === "dataBar") {
    const color = colourOf(childOf(childOf(node, "dataBar"), "color"), theme);
    return color === undefined ? null : { kind: "data-bar", color };
  }
  return null;
}
