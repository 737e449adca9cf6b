/** Tables: names and numbers that differ in the whole workbook, headings that are their cells' texts, ranges that don't overlap. */
import { columnName, overlap, rangeOf, type CellRange } from "./cell-range";
import { checkFilterColumns } from "./check-sheet";
import { says, type Findings, type PartFindings } from "./finding";
import { nameFault } from "./name-form";
import type { BookFacts, SheetFacts, TableFacts } from "./sheet-facts";
import { allOf, childOf, childrenOf, numberOf, type XmlElement } from "./xml-tree";

/** Names and numbers of all tables of the workbook. */
export function checkTableNames(book: BookFacts, findings: Findings): void {
  const [names, ids] = [new Map<string, string>(), new Set<number>()];
  for (const { part, element, name } of book.sheets.flatMap(({ tables }) => tables)) {
    const report = findings.of(part);
    const what = nameFault(name);
    if (what)
      report.add(
        "table-name",
        name,
        what,
        says(
          "换一个以字母、汉字或下划线开头，只含字母、数字、点、下划线的名字",
          "choose letters, digits, dots and underscores, a letter or underscore first",
        ),
      );
    const other = names.get(name.toLowerCase());
    if (other !== undefined)
      report.add(
        "table-name-twice",
        name,
        says(`和 ${other} 里的表格同名`, `the table of ${other} is called the same`),
        says("改一个表格名", "rename one"),
      );
    names.set(name.toLowerCase(), part);
    const id = numberOf(element, "id") ?? 0;
    if (ids.has(id) || !(id >= 1))
      report.add(
        "table-id",
        name,
        says(`表格编号 ${id} 重复或不大于 0`, `the table's id ${id} stands twice or is not above 0`),
        says("整个工作簿里每个表格用自己的编号", "give every table of the workbook an id of its own"),
      );
    ids.add(id);
  }
}

/**
 * The tables of one sheet.
 * @param headings texts of the cells in the tables' first rows, null for cells that are no plain text
 */
export function checkTables(
  sheet: SheetFacts,
  headings: ReadonlyMap<string, string | null>,
  book: BookFacts,
  findings: Findings,
): void {
  const done: TableFacts[] = [];
  for (const table of sheet.tables) {
    const report = findings.of(table.part);
    const { range, name } = table;
    if (range === null) {
      const ref = table.element.attributes.ref ?? "";
      report.add(
        "range",
        name,
        says(`“${ref}”不是 Excel 里的区域`, `"${ref}" is no range in Excel`),
        says("写成 A1:C9 的样子", "write it like A1:C9"),
      );
      continue;
    }
    const other = done.find((one) => one.range && overlap(one.range, range));
    if (other)
      report.add(
        "tables-overlap",
        name,
        says(`与表格“${other.name}”重叠`, `it overlaps the table "${other.name}"`),
        says("表格之间不能相交", "let no two tables share a cell"),
      );
    done.push(table);
    checkSize(table, range, report);
    checkColumns(table, range, report);
    if (table.headers) checkHeadings(table, range, headings, report);
    checkTableFilter(table, range, report);
    for (const element of [table.element, ...allOf(table.element, "tableColumn")])
      checkDressings(element, book, report);
  }
}

function checkDressings(element: XmlElement, book: BookFacts, report: PartFindings): void {
  for (const attribute of Object.keys(element.attributes).filter((name) => name.endsWith("DxfId"))) {
    const dressing = numberOf(element, attribute) ?? Number.NaN;
    if (!(dressing >= 0 && dressing < book.dressings))
      report.add(
        "dressing-number",
        `${element.attributes.name ?? ""} ${attribute}`,
        says(
          `${attribute} ${element.attributes[attribute] ?? ""} 超出 dxfs 的 ${book.dressings} 项`,
          `${attribute} ${element.attributes[attribute] ?? ""} of ${book.dressings} in dxfs`,
        ),
        says("改成已有的一项", "name one that is there"),
      );
  }
}

function checkSize({ element, headers, name }: TableFacts, range: CellRange, report: PartFindings): void {
  const totals = numberOf(element, "totalsRowCount") ?? 0;
  const rows = range.bottom - range.top + 1 - totals - (headers ? 1 : 0);
  if (rows < 1)
    report.add(
      "table-without-rows",
      name,
      says("表格除标题和汇总外没有一行", "the table has no row beside headings and totals"),
      says("区域至少再含一行，空的也可以", "let its range hold one more row, be it blank"),
    );
}

const LONGEST_NAME = 255;

function checkColumns({ element, columns, name }: TableFacts, range: CellRange, report: PartFindings): void {
  const width = range.right - range.left + 1;
  const list = childOf(element, "tableColumns");
  if (columns.length !== width || (numberOf(list, "count") ?? columns.length) !== columns.length)
    report.add(
      "table-width",
      name,
      says(
        `区域有 ${width} 列，写了 ${columns.length} 个 tableColumn（count ${list?.attributes.count ?? "没写"}）`,
        `${width} columns in its range, ${columns.length} in tableColumns (count ${list?.attributes.count ?? "none"})`,
      ),
      says("每列写一个 tableColumn，count 相同", "write one tableColumn a column, and count alike"),
    );
  const [names, ids] = [new Set<string>(), new Set<number>()];
  for (const [index, column] of childrenOf(list, "tableColumn").entries()) {
    const text = columns[index] ?? "";
    const id = numberOf(column, "id") ?? 0;
    const fault =
      text === ""
        ? says("列名是空的", "a column has no name")
        : text.length > LONGEST_NAME
          ? says(
              `列名有 ${text.length} 个字符，最多 ${LONGEST_NAME} 个`,
              `a column's name has ${text.length} characters; ${LONGEST_NAME} is the most`,
            )
          : names.has(text.toLowerCase())
            ? says("列名重复（大小写不算不同）", "the column's name stands twice, letter case aside")
            : ids.has(id) || id < 1
              ? says(`列编号 ${id} 重复或不大于 0`, `the column's id ${id} stands twice or is not above 0`)
              : null;
    if (fault)
      report.add(
        "table-column",
        `${name}[${text}]`,
        fault,
        says("每列用自己的名字和编号", "give every column a name and an id of its own"),
      );
    names.add(text.toLowerCase());
    ids.add(id);
  }
}

function checkHeadings(
  { columns, name }: TableFacts,
  range: CellRange,
  headings: ReadonlyMap<string, string | null>,
  report: PartFindings,
): void {
  for (const [index, column] of columns.entries()) {
    const address = `${columnName(range.left + index)}${range.top}`;
    const text = headings.get(address);
    if (text === column) continue;
    report.add(
      "table-heading",
      `${name}[${column}]`,
      typeof text === "string"
        ? says(`标题单元格 ${address} 写的是“${text}”`, `its heading cell ${address} says "${text}"`)
        : says(`标题单元格 ${address} 不是文字`, `its heading cell ${address} is no text`),
      says(
        "标题单元格写成和列名一样的文字，不能是数字、公式或空格",
        "let the cell hold the column's name as text, no number, formula or blank",
      ),
    );
  }
}

function checkTableFilter({ element, headers, name }: TableFacts, range: CellRange, report: PartFindings): void {
  const filter = childOf(element, "autoFilter");
  if (!filter) return;
  const area = rangeOf(filter.attributes.ref ?? "");
  const totals = numberOf(element, "totalsRowCount") ?? 0;
  const fits =
    area !== null &&
    area.top === range.top &&
    area.left === range.left &&
    area.right === range.right &&
    area.bottom === range.bottom - totals;
  if (!headers || !fits)
    report.add(
      "table-filter",
      name,
      headers
        ? says(
            `筛选区域 ${filter.attributes.ref ?? ""} 和表格（除汇总行）不一样`,
            `its filter ${filter.attributes.ref ?? ""} is not the table without its totals`,
          )
        : says("没有标题行却有筛选", "it has a filter and no headings"),
      says(
        "筛选的 ref 写成表格除汇总行的区域；没有标题行就不写",
        "let the filter's ref be the table without totals, or leave it out where there are no headings",
      ),
    );
  checkFilterColumns(filter, range.right - range.left + 1, report);
}
