/** Conditional formats and data validations. */
import { rangesOf } from "./cell-range";
import { checkFormula } from "./check-formulas";
import { badRange } from "./check-sheet";
import { says, type PartFindings } from "./finding";
import type { BookFacts } from "./sheet-facts";
import { allOf, childOf, childrenOf, numberOf, type XmlElement } from "./xml-tree";

/** How many formulas a rule needs; two where its operator is between or notBetween. */
const FORMULAS: ReadonlyMap<string, number> = new Map([
  ["cellIs", 1],
  ["expression", 1],
  ["containsText", 1],
  ["notContainsText", 1],
  ["beginsWith", 1],
  ["endsWith", 1],
]);
const ICONS = /^(\d)/;

export function checkConditions(root: XmlElement, book: BookFacts, report: PartFindings): void {
  for (const block of childrenOf(root, "conditionalFormatting")) {
    const sqref = block.attributes.sqref ?? "";
    const place = `conditionalFormatting ${sqref}`;
    if (rangesOf(sqref) === null) badRange(place, sqref, report);
    for (const rule of childrenOf(block, "cfRule")) {
      checkDressing(rule, place, book, report);
      checkRuleParts(rule, place, report);
      for (const { text } of childrenOf(rule, "formula")) checkFormula(text, place, book, report);
    }
  }
}

function checkDressing(rule: XmlElement, place: string, book: BookFacts, report: PartFindings): void {
  const dressing = numberOf(rule, "dxfId");
  if (dressing !== undefined && !(dressing >= 0 && dressing < book.dressings))
    report.add(
      "dressing-number",
      place,
      says(`dxfId ${dressing} 超出 dxfs 的 ${book.dressings} 项`, `dxfId ${dressing} of ${book.dressings} in dxfs`),
      says("编号从 0 起，改成已有的一项或补上", "numbers begin at 0: name one that is there or add it"),
    );
  if (!((numberOf(rule, "priority") ?? 0) >= 1))
    report.add(
      "rule-priority",
      place,
      says("优先级要从 1 起", "priorities begin at 1"),
      says("写上 priority", "write priority"),
    );
}

function checkRuleParts(rule: XmlElement, place: string, report: PartFindings): void {
  const { type = "", operator = "", text } = rule.attributes;
  const between = type === "cellIs" && (operator === "between" || operator === "notBetween");
  const needed = between ? 2 : (FORMULAS.get(type) ?? 0);
  const there = childrenOf(rule, "formula").length;
  if (there < needed)
    report.add(
      "rule-formula",
      place,
      says(
        `规则 ${type} 要 ${needed} 个公式，只有 ${there} 个`,
        `the rule ${type} needs ${needed} formulas and has ${there}`,
      ),
      says("补上公式", "add the formula"),
    );
  if (type === "cellIs" && operator === "")
    report.add(
      "rule-operator",
      place,
      says("规则 cellIs 没有写 operator", "the rule cellIs has no operator"),
      says("写上 operator", "write the operator"),
    );
  if (/Text$|With$/.test(type) && text === undefined)
    report.add(
      "rule-text",
      place,
      says(`规则 ${type} 没有写 text`, `the rule ${type} has no text`),
      says("写上 text", "write the text"),
    );
  const thresholds = (name: string): number => childrenOf(childOf(rule, name), "cfvo").length;
  const scale = childOf(rule, "colorScale");
  const icons = childOf(rule, "iconSet");
  const wrong =
    (scale && thresholds("colorScale") !== childrenOf(scale, "color").length) === true ||
    (childOf(rule, "dataBar") !== undefined && thresholds("dataBar") !== 2) ||
    (icons !== undefined &&
      thresholds("iconSet") !== Number(ICONS.exec(icons.attributes.iconSet ?? "3TrafficLights1")?.[1]));
  if (wrong)
    report.add(
      "rule-thresholds",
      place,
      says(`${type} 的临界值（cfvo）个数不对`, `${type} has the wrong number of thresholds (cfvo)`),
      says(
        "色阶每种颜色一个，数据条两个，图标集每个图标一个",
        "one a colour in scales, two in bars, one an icon in icon sets",
      ),
    );
}

/** Longest texts of a validation, by attribute. */
const TEXTS = [
  ["promptTitle", 32],
  ["errorTitle", 32],
  ["prompt", 255],
  ["error", 255],
] as const;
const LONGEST_LIST = 255;
const MOST_VALIDATIONS = 65_534;

export function checkValidations(root: XmlElement, book: BookFacts, report: PartFindings): void {
  const list = childOf(root, "dataValidations");
  const all = childrenOf(list, "dataValidation");
  if (all.length > MOST_VALIDATIONS || (numberOf(list, "count") ?? all.length) !== all.length)
    report.add(
      "validation-count",
      "dataValidations",
      says(
        `数据有效性写明 ${list?.attributes.count ?? all.length} 项，实有 ${all.length} 项（最多 ${MOST_VALIDATIONS}）`,
        `it says ${list?.attributes.count ?? all.length} validations of ${all.length} (${MOST_VALIDATIONS} at most)`,
      ),
      says("按实有的写", "write how many there are"),
    );
  for (const validation of all) {
    const { sqref = "", type = "none" } = validation.attributes;
    const place = `dataValidation ${sqref}`;
    if (rangesOf(sqref) === null) badRange(place, sqref, report);
    for (const [name, most] of TEXTS) {
      const { length } = validation.attributes[name] ?? "";
      if (length > most)
        report.add(
          "long-validation-text",
          place,
          says(`${name} 有 ${length} 个字符，最多 ${most} 个`, `${name} has ${length} characters; ${most} is the most`),
          says("缩短它", "shorten it"),
        );
    }
    const first = childOf(validation, "formula1")?.text ?? "";
    const literal = /^"(.*)"$/s.exec(first)?.[1]?.replaceAll('""', '"');
    if (literal !== undefined && literal.length > LONGEST_LIST)
      report.add(
        "long-list",
        place,
        says(
          `下拉清单有 ${literal.length} 个字符，最多 ${LONGEST_LIST} 个`,
          `a list of ${literal.length} characters; ${LONGEST_LIST} is the most`,
        ),
        says("把清单写在单元格里，再引用那个区域", "write the list into cells and refer to them"),
      );
    else if (type !== "none" && first === "")
      report.add(
        "validation-without-formula",
        place,
        says(`类型 ${type} 没有写 formula1`, `type ${type} has no formula1`),
        says("补上 formula1", "add formula1"),
      );
    // A list in quotes may be longer than the texts of other formulas.
    if (literal === undefined || type !== "list")
      for (const name of ["formula1", "formula2"])
        for (const { text } of allOf(validation, name)) if (text !== "") checkFormula(text, place, book, report);
  }
}
