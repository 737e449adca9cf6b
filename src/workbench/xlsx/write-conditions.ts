/** Conditional formats -> the XML of a sheet. */
import { escapeAttribute, escapeText } from "../../xlsx/xml/markup";
import { address } from "../../words/grid";
import type { BookConditionalFormat } from "../book-file";
import { rangeAddress } from "../../sheet/reading/range-address";
import { filedFormula } from "./formula-names";
import { colourXml, type StylesPart } from "./write-styles";

export function conditionsXml(formats: readonly BookConditionalFormat[], styles: StylesPart): string {
  return formats
    .map((format, index) => {
      const ranges = format.ranges.map(rangeAddress).join(" ");
      return `<conditionalFormatting sqref="${ranges}">${ruleXml(format, index + 1, styles)}</conditionalFormatting>`;
    })
    .join("");
}

function ruleXml(format: BookConditionalFormat, rank: number, styles: StylesPart): string {
  const { rule } = format;
  const stop = format.stopIfTrue === true ? ` stopIfTrue="1"` : "";
  if (rule.kind === "data-bar") {
    const bar = `<dataBar><cfvo type="min"/><cfvo type="max"/>${colourXml("color", rule.color)}</dataBar>`;
    return `<cfRule type="dataBar" priority="${rank}"${stop}>${bar}</cfRule>`;
  }
  const looks = ` dxfId="${styles.dress(format)}" priority="${rank}"${stop}`;
  if (rule.kind === "formula") {
    return `<cfRule type="expression"${looks}><formula>${escapeText(filedFormula(rule.formula))}</formula></cfRule>`;
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
