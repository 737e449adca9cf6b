/** The workbook part: its sheets, views and names. */
import { checkFormula } from "./check-formulas";
import { rangeOf } from "./cell-range";
import { says, type PartFindings } from "./finding";
import { nameFault } from "./name-form";
import type { BookFacts } from "./sheet-facts";
import { childOf, childrenOf, numberOf, unescaped, type XmlElement } from "./xml-tree";

export function checkWorkbook(root: XmlElement, book: BookFacts, report: PartFindings): void {
  checkSheets(book, report);
  checkViews(root, book, report);
  checkNames(root, book, report);
}

const LONGEST_SHEET = 31;
const HIGHEST_SHEET_ID = 65_534;

function checkSheets({ sheets }: BookFacts, report: PartFindings): void {
  const [names, parts, ids] = [new Map<string, string>(), new Map<string, string>(), new Set<number>()];
  for (const { name, sheetId, part } of sheets) {
    const twin = parts.get(part.toLowerCase());
    if (twin !== undefined && part !== "")
      report.add(
        "sheet-part-twice",
        name,
        says(`和工作表“${twin}”是同一个部件 ${part}`, `it is the same part ${part} as the sheet "${twin}"`),
        says("每张表用自己的部件", "give every sheet a part of its own"),
      );
    parts.set(part.toLowerCase(), name);
    const what = sheetNameFault(name);
    if (what)
      report.add(
        "sheet-name",
        name,
        what,
        says(
          "换一个不超过 31 个字符、不含 \\ / ? * [ ] : 的表名",
          "choose a name of up to 31 characters without \\ / ? * [ ] :",
        ),
      );
    const same = names.get(name.toLowerCase());
    if (same !== undefined)
      report.add(
        "sheet-name-twice",
        name,
        says(`和表名“${same}”重复（大小写不算不同）`, `it is the same as "${same}", letter case aside`),
        says("改一个表名", "rename one"),
      );
    names.set(name.toLowerCase(), name);
    if (ids.has(sheetId) || !(sheetId >= 1 && sheetId <= HIGHEST_SHEET_ID))
      report.add(
        "sheet-id",
        name,
        says(
          `sheetId ${sheetId} 重复或超出 1–${HIGHEST_SHEET_ID}`,
          `sheetId ${sheetId} stands twice or is not in 1 to ${HIGHEST_SHEET_ID}`,
        ),
        says("每张表用自己的编号", "give every sheet a number of its own"),
      );
    ids.add(sheetId);
  }
  if (sheets.every(({ hidden }) => hidden))
    report.add(
      "no-visible-sheet",
      "sheets",
      says("没有一张可见的工作表", "no sheet is visible"),
      says("至少让一张表可见", "let one be visible"),
    );
}

function sheetNameFault(name: string): ReturnType<typeof says> | null {
  if (name === "") return says("表名是空的", "the name is empty");
  if (name.length > LONGEST_SHEET)
    return says(
      `表名有 ${name.length} 个字符，最多 ${LONGEST_SHEET} 个`,
      `the name has ${name.length} characters; ${LONGEST_SHEET} is the most`,
    );
  const odd = /[\\/?*[\]:\p{Cc}]/u.exec(name)?.[0];
  if (odd !== undefined) return says(`表名里不能有“${odd}”`, `a sheet's name can't hold "${odd}"`);
  if (name.startsWith("'") || name.endsWith("'"))
    return says("表名不能以单引号开头或结尾", "a sheet's name can't begin or end with '");
  if (name.toLowerCase() === "history")
    return says("History 是 Excel 留作它用的表名", "Excel keeps the name History for itself");
  return null;
}

function checkViews(root: XmlElement, { sheets }: BookFacts, report: PartFindings): void {
  for (const view of childrenOf(childOf(root, "bookViews"), "workbookView"))
    for (const name of ["activeTab", "firstSheet"]) {
      const index = numberOf(view, name) ?? 0;
      const sheet = sheets[index];
      const hidden = sheet?.hidden === true && name === "activeTab" && sheets.some((one) => !one.hidden);
      if (sheet && !hidden) continue;
      report.add(
        "active-tab",
        name,
        sheet
          ? says(`打开时停在隐藏的工作表“${sheet.name}”`, `the workbook opens on "${sheet.name}", which is hidden`)
          : says(
              `${name} 是 ${index}，只有 ${sheets.length} 张表（从 0 起）`,
              `${name} is ${index} of ${sheets.length} sheets, counted from 0`,
            ),
        says("指向一张可见的表", "name a visible sheet"),
      );
    }
}

/** Excel's own names that belong to one sheet. */
const OF_A_SHEET = new Set(["print_area", "print_titles", "_filterdatabase", "criteria", "extract", "sheet_title"]);
const OWN = new Set([
  ...OF_A_SHEET,
  "consolidate_area",
  "database",
  "auto_open",
  "auto_close",
  "auto_activate",
  "auto_deactivate",
  "recorder",
  "data_form",
]);

function checkNames(root: XmlElement, book: BookFacts, report: PartFindings): void {
  const tables = new Map(
    book.sheets.flatMap(({ tables: all }) => all.map(({ name }) => [name.toLowerCase(), name] as const)),
  );
  const seen = new Set<string>();
  for (const element of childrenOf(childOf(root, "definedNames"), "definedName")) {
    const name = unescaped(element.attributes.name ?? "");
    const scope = numberOf(element, "localSheetId");
    const own = /^_xlnm\.(.*)$/i.exec(name)?.[1]?.toLowerCase();
    const what = own === undefined ? nameFault(name) : null;
    if (what)
      report.add(
        "name",
        name,
        what,
        says(
          "换一个以字母、汉字或下划线开头，只含字母、数字、点、下划线的名字",
          "choose letters, digits, dots and underscores, a letter or underscore first",
        ),
      );
    if (scope !== undefined && !(scope >= 0 && scope < book.sheets.length))
      report.add(
        "name-of-no-sheet",
        name,
        says(
          `localSheetId ${scope} 没有对应的表（共 ${book.sheets.length} 张，从 0 起）`,
          `localSheetId ${scope} of ${book.sheets.length} sheets, counted from 0`,
        ),
        says("改成表的位置，或删去这个名称", "name a sheet's place or take the name out"),
      );
    if (own !== undefined) checkOwn(name, own, scope, element.text, book, report);
    const key = `${scope ?? ""} ${name.toLowerCase()}`;
    if (seen.has(key) || (scope === undefined && tables.has(name.toLowerCase())))
      report.add(
        "name-twice",
        name,
        says("同一范围内有两个这样的名称或表格", "two names or tables of one scope are called so"),
        says("改一个名字", "rename one"),
      );
    seen.add(key);
    checkFormula(element.text, name, book, report);
  }
}

function checkOwn(
  name: string,
  own: string,
  scope: number | undefined,
  formula: string,
  book: BookFacts,
  report: PartFindings,
): void {
  if (!OWN.has(own))
    report.add(
      "own-name",
      name,
      says("Excel 没有这个内部名称", "Excel has no such name of its own"),
      says("删去它，或去掉 _xlnm. 前缀", "take it out or leave _xlnm. away"),
    );
  else if (OF_A_SHEET.has(own) && scope === undefined)
    report.add(
      "own-name",
      name,
      says("这个名称要属于一张表（localSheetId）", "the name has to belong to a sheet (localSheetId)"),
      says("写上 localSheetId", "write localSheetId"),
    );
  const titles = own === "print_titles";
  if (
    scope === undefined ||
    formula.includes("#REF!") ||
    !(titles || own === "print_area" || own === "_filterdatabase")
  )
    return;
  const sheet = book.sheets[scope]?.name.toLowerCase();
  const areas = areasOf(formula) ?? [];
  if (areas.some((area) => area.sheet.toLowerCase() !== sheet || (titles && !ROWS_OR_COLUMNS.test(area.range))))
    report.add(
      "own-name-area",
      name,
      says(`“${formula}”不是这张表上的区域`, `"${formula}" is no area of that sheet`),
      titles
        ? says("写成 表名!$1:$2 或 表名!$A:$B", "write Sheet!$1:$2 or Sheet!$A:$B")
        : says("写成 表名!$A$1:$C$9", "write Sheet!$A$1:$C$9"),
    );
}

const ROWS_OR_COLUMNS = /^(\$[A-Z]+:\$[A-Z]+|\$\d+:\$\d+)$/;

interface Area {
  readonly sheet: string;
  readonly range: string;
}

/** The areas of a list such as `'表 1'!$A$1:$C$9,'表 1'!$A:$B`; null for a formula that is more than that. */
function areasOf(formula: string): readonly Area[] | null {
  const areas: Area[] = [];
  const pattern = /\s*(?:'((?:[^']|'')+)'|([^'!,()]+))!(\$?[A-Z]*\$?\d*(?::\$?[A-Z]*\$?\d*)?)\s*(?:,|$)/y;
  while (pattern.lastIndex < formula.length) {
    const found = pattern.exec(formula);
    if (!found) return null;
    const [, quoted, plain = "", range = ""] = found;
    if (rangeOf(range.replaceAll("$", "")) === null) return null;
    areas.push({ sheet: quoted?.replaceAll("''", "'") ?? plain, range });
  }
  return areas;
}
