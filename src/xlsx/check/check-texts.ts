/** The texts that the cells of a workbook share. */
import { LONGEST_TEXT } from "./check-cells";
import { says, type Findings } from "./finding";
import type { PackageUnderCheck } from "./package-under-check";
import { itemText, numberOf, readXml } from "./xml-tree";

/** The texts in order, after a look at each. */
export function checkedTexts(workbook: string, opened: PackageUnderCheck, findings: Findings): readonly string[] {
  const texts: string[] = [];
  const [link] = opened.links(workbook, "sharedStrings");
  const xml = link && opened.parts.get(link.target.toLowerCase())?.text;
  if (link === undefined || xml === undefined || xml === null) return texts;
  const report = findings.of(link.target);
  const root = readXml(xml, {
    taken: (element, parent) => {
      if (element.name !== "si" || parent !== "sst") return false;
      const text = itemText(element);
      if (text.length > LONGEST_TEXT)
        report.add(
          "long-text",
          `si[${texts.length}]`,
          says(
            `文字有 ${text.length} 个字符，最多 ${LONGEST_TEXT} 个`,
            `a text of ${text.length} characters; ${LONGEST_TEXT} is the most`,
          ),
          says("缩短它", "shorten it"),
        );
      texts.push(text);
      return true;
    },
  });
  const said = numberOf(root, "uniqueCount");
  if (said !== undefined && said !== texts.length)
    report.add(
      "text-count",
      "sst",
      says(`uniqueCount 写 ${said}，实有 ${texts.length} 条`, `uniqueCount says ${said} of ${texts.length}`),
      says("按实有的写，或不写", "write how many there are, or leave it out"),
    );
  return texts;
}
