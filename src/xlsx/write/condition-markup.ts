/** Conditional formats -> the XML of a sheet. */
import { address } from "../../words/grid";
import { rangeAddress } from "../../words/range-address";
import type { BookConditionalFormat } from "../book-file";
import { escapeAttribute, escapeText } from "../xml/markup";
import { colourXml, type StyleBook } from "./style-book";

/** The first that fits wins. */
export function conditionsXml(formats: readonly BookConditionalFormat[], styles: StyleBook): string {
  const rules = new Map<string, string>();
  for (const [index, format] of formats.entries()) {
    const ranges = format.ranges.map(rangeAddress).join(" ");
    rules.set(ranges, (rules.get(ranges) ?? "") + ruleXml(format, index + 1, styles));
  }
  const blocks = [...rules].map(
    ([ranges, inside]) => `<conditionalFormatting sqref="${ranges}">${inside}</conditionalFormatting>`,
  );
  return blocks.join("");
}

function ruleXml(format: BookConditionalFormat, rank: number, styles: StyleBook): string {
  const { rule } = format;
  const stop = format.stopIfTrue === true ? ` stopIfTrue="1"` : "";
  if (rule.kind === "data-bar") {
    const bar = `<dataBar><cfvo type="min"/><cfvo type="max"/>${colourXml("color", rule.color)}</dataBar>`;
    return `<cfRule type="dataBar" priority="${rank}"${stop}>${bar}</cfRule>`;
  }
  const looks = ` dxfId="${styles.condition(format)}" priority="${rank}"${stop}`;
  if (rule.kind === "formula") {
    return `<cfRule type="expression"${looks}><formula>${escapeText(rule.formula)}</formula></cfRule>`;
  }
  const [first] = format.ranges;
  const cell = address(first?.top ?? 0, first?.left ?? 0);
  const word = `"${rule.text.replaceAll('"', '""')}"`;
  const begins = rule.operator === "begins-with";
  const formula = begins ? `LEFT(${cell},LEN(${word}))=${word}` : `NOT(ISERROR(SEARCH(${word},${cell})))`;
  return (
    `<cfRule type="${begins ? "beginsWith" : "containsText"}"${looks} operator="${begins ? "beginsWith" : "containsText"}" ` +
    `text="${escapeAttribute(rule.text)}"><formula>${escapeText(formula)}</formula></cfRule>`
  );
}
