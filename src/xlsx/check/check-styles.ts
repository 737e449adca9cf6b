/** The formats part: every number that one list names in another is there. */
import { says, type PartFindings } from "./finding";
import { numberFormatFault } from "./number-format";
import { allOf, childOf, childrenOf, numberOf, type XmlElement } from "./xml-tree";

/** Formats above this number are the workbook's own. */
const FIRST_OWN_FORMAT = 164;
const MOST_CELL_FORMATS = 65_490;
const LONGEST_FONT_NAME = 31;
const LARGEST_FONT = 409;

export function checkStyles(root: XmlElement, report: PartFindings): void {
  const formats = checkNumberFormats(root, report);
  checkFonts(root, report);
  const count = (list: string): number => childOf(root, list)?.children.length ?? 0;
  for (const list of ["fonts", "fills", "borders", "cellXfs"])
    if (count(list) === 0)
      report.add(
        "empty-list",
        list,
        says(`${list} 里一项也没有`, `${list} has no entry`),
        says("至少写默认的一项", "write the default at least"),
      );
  const lists: readonly (readonly [string, string, number])[] = [
    ["fontId", "fonts", count("fonts")],
    ["fillId", "fills", count("fills")],
    ["borderId", "borders", count("borders")],
  ];
  for (const name of ["cellStyleXfs", "cellXfs"])
    for (const [index, xf] of childrenOf(childOf(root, name), "xf").entries()) {
      const place = `${name}[${index}]`;
      for (const [attribute, list, size] of lists) beyond(xf, attribute, list, size, place, report);
      if (name === "cellXfs") beyond(xf, "xfId", "cellStyleXfs", count("cellStyleXfs"), place, report);
      const format = numberOf(xf, "numFmtId") ?? 0;
      if (format >= FIRST_OWN_FORMAT && !formats.has(format))
        report.add(
          "number-format-number",
          place,
          says(`用到没有定义的数字格式 ${format}`, `number format ${format} is not defined`),
          says("在 numFmts 里定义它", "define it in numFmts"),
        );
      const alignment = childOf(xf, "alignment");
      const turned = numberOf(alignment, "textRotation") ?? 0;
      if ((turned > 180 && turned !== 255) || (numberOf(alignment, "indent") ?? 0) > 250)
        report.add(
          "alignment",
          place,
          says("文字角度或缩进超出范围", "text rotation or indent out of range"),
          says("角度 0–180 或 255，缩进 0–250", "rotate 0 to 180 or 255, indent 0 to 250"),
        );
    }
  if (count("cellXfs") > MOST_CELL_FORMATS)
    report.add(
      "many-formats",
      "cellXfs",
      says(
        `有 ${count("cellXfs")} 种单元格格式，最多 ${MOST_CELL_FORMATS} 种`,
        `${count("cellXfs")} cell formats; ${MOST_CELL_FORMATS} is the most`,
      ),
      says("合并相同的格式", "put equal formats together"),
    );
  checkCellStyles(root, count("cellStyleXfs"), report);
}

function beyond(
  xf: XmlElement,
  attribute: string,
  list: string,
  size: number,
  place: string,
  report: PartFindings,
): void {
  const index = numberOf(xf, attribute);
  if (index === undefined || (index >= 0 && index < size)) return;
  report.add(
    "style-number",
    `${place} ${attribute}`,
    says(`${attribute} ${index} 超出 ${list} 的 ${size} 项`, `${attribute} ${index} of ${size} in ${list}`),
    says("编号从 0 起，改成已有的一项或补上", "numbers begin at 0: name one that is there or add it"),
  );
}

function checkNumberFormats(root: XmlElement, report: PartFindings): ReadonlySet<number> {
  const ids = new Set<number>();
  for (const format of [...childrenOf(childOf(root, "numFmts"), "numFmt"), ...allOf(childOf(root, "dxfs"), "numFmt")]) {
    const id = numberOf(format, "numFmtId") ?? 0;
    const code = format.attributes.formatCode ?? "";
    const what = numberFormatFault(code);
    if (what) report.add("number-format", `numFmt ${id}`, what, says("改写这个格式", "write the format anew"));
  }
  for (const format of childrenOf(childOf(root, "numFmts"), "numFmt")) {
    const id = numberOf(format, "numFmtId") ?? 0;
    if (ids.has(id))
      report.add(
        "number-format-twice",
        `numFmt ${id}`,
        says("数字格式的编号重复", "the number stands twice"),
        says("每种格式用自己的编号", "give every format a number of its own"),
      );
    ids.add(id);
  }
  return ids;
}

function checkFonts(root: XmlElement, report: PartFindings): void {
  for (const [index, font] of [
    ...childrenOf(childOf(root, "fonts"), "font"),
    ...allOf(childOf(root, "dxfs"), "font"),
  ].entries()) {
    const name = childOf(font, "name")?.attributes.val ?? "";
    const size = childOf(font, "sz")?.attributes.val;
    if (name.length > LONGEST_FONT_NAME || (size !== undefined && !(Number(size) >= 1 && Number(size) <= LARGEST_FONT)))
      report.add(
        "font",
        `font[${index}]`,
        says(
          `字体名太长（最多 ${LONGEST_FONT_NAME} 个字符），或字号不在 1–${LARGEST_FONT} 磅之间`,
          `a font name above ${LONGEST_FONT_NAME} characters, or a size out of 1 to ${LARGEST_FONT} points`,
        ),
        says("改正字体", "correct the font"),
      );
  }
}

function checkCellStyles(root: XmlElement, size: number, report: PartFindings): void {
  const names = new Set<string>();
  for (const style of childrenOf(childOf(root, "cellStyles"), "cellStyle")) {
    const name = style.attributes.name ?? "";
    const index = numberOf(style, "xfId") ?? 0;
    if (!(index < size))
      report.add(
        "style-number",
        `cellStyle ${name}`,
        says(`xfId ${index} 超出 cellStyleXfs 的 ${size} 项`, `xfId ${index} of ${size} in cellStyleXfs`),
        says("改成已有的一项", "name one that is there"),
      );
    if (name !== "" && names.has(name.toLowerCase()))
      report.add(
        "style-twice",
        `cellStyle ${name}`,
        says("样式名重复", "the style's name stands twice"),
        says("改一个名字", "rename one"),
      );
    names.add(name.toLowerCase());
  }
}
