/** The rows and cells of a sheet, read one row at a time. */
import { cellAt, columnName, columnNumber, holds, LAST_COLUMN, LAST_ROW, type CellRange } from "./cell-range";
import { CellFormulas } from "./check-formulas";
import { says, type PartFindings } from "./finding";
import type { Rule } from "./rules";
import type { BookFacts, SheetFacts } from "./sheet-facts";
import { childOf, itemText, numberOf, unescaped, type XmlElement } from "./xml-tree";

export const LONGEST_TEXT = 32_767;
/** In points; Excel draws no row higher. */
const HIGHEST_ROW = 409.5;
const ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"]);
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const DATE = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?Z?)?$/;

export class SheetCells {
  /** Texts of the cells that tables want for their headings, by address; null for a cell that is no text. */
  readonly headings = new Map<string, string | null>();
  private readonly formulas: CellFormulas;
  private readonly wanted: readonly CellRange[];
  private row = 0;

  /** @param texts the texts that the workbook's cells share */
  constructor(
    sheet: SheetFacts,
    private readonly book: BookFacts,
    private readonly texts: readonly string[],
    private readonly report: PartFindings,
  ) {
    this.formulas = new CellFormulas(sheet, book, report);
    this.wanted = sheet.tables.flatMap(({ range, headers }) =>
      range && headers ? [{ ...range, bottom: range.top }] : [],
    );
  }

  /** Takes the next row of the sheet. */
  see(element: XmlElement): void {
    const written = numberOf(element, "r");
    const row = written ?? this.row + 1;
    if (!(row >= 1 && row <= LAST_ROW))
      this.report.add(
        "row-number",
        `<row r="${element.attributes.r ?? ""}">`,
        says(`行号超出 1–${LAST_ROW}`, `no row of Excel's: 1 to ${LAST_ROW}`),
        says("多出的行写到另一张表", "write the rows beyond to another sheet"),
      );
    else if (row <= this.row)
      this.report.add(
        "row-order",
        `<row r="${row}">`,
        says(
          `第${row}行写在第${this.row}行之后（行要从小到大，各写一次）`,
          `row ${row} stands behind row ${this.row}; rows go upwards, each once`,
        ),
        says("按行号排好，重复的行合成一行", "sort the rows and put doubled ones together"),
      );
    if (row >= 1) this.row = Math.max(row, this.row);
    this.rowLooks(element, row);
    let column = 0;
    for (const cell of element.children) if (cell.name === "c") column = this.cell(cell, row, column);
  }

  /** To be called after the last row. */
  finish(): void {
    this.formulas.finish();
  }

  private rowLooks(element: XmlElement, row: number): void {
    const place = `<row r="${row}">`;
    const format = numberOf(element, "s");
    if (format !== undefined && !(format < this.book.cellFormats)) this.formatBeyond(place, format);
    if (Number(element.attributes.ht ?? 0) > HIGHEST_ROW)
      this.report.add(
        "row-height",
        place,
        says(
          `行高 ${element.attributes.ht ?? ""} 磅，最高 ${HIGHEST_ROW} 磅`,
          `a height of ${element.attributes.ht ?? ""} points; ${HIGHEST_ROW} is the most`,
        ),
        says("行高写到 409.5 以内", "write at most 409.5"),
      );
    if ((numberOf(element, "outlineLevel") ?? 0) > 7)
      this.report.add(
        "outline-level",
        place,
        says("分级超过 7 层", "more than 7 outline levels"),
        says("最多写 7", "write 7 at most"),
      );
  }

  private formatBeyond(place: string, format: number): void {
    this.report.add(
      "format-number",
      place,
      says(
        `格式编号 ${format} 超出 cellXfs 的 ${this.book.cellFormats} 项`,
        `format ${format} of ${this.book.cellFormats} in cellXfs`,
      ),
      says("编号从 0 起，改成已有的一项或补上格式", "numbers begin at 0: name one that is there or add it"),
    );
  }

  private cell(cell: XmlElement, row: number, before: number): number {
    const address = cell.attributes.r ?? `${columnName(before + 1)}${row}`;
    const column = this.place(address, row, before);
    const format = numberOf(cell, "s");
    if (format !== undefined && !(format >= 0 && format < this.book.cellFormats)) this.formatBeyond(address, format);
    this.metadata(cell, address);
    const f = childOf(cell, "f");
    if (f) this.formulas.see(f, row, column, address);
    const text = this.content(cell, address);
    if (this.wanted.some((range) => holds(range, row, column))) this.headings.set(address, f ? null : text);
    return column;
  }

  private place(address: string, row: number, before: number): number {
    const place = cellAt(address);
    if (place === null) {
      const letters = /^([A-Z]+)\d+$/.exec(address)?.[1];
      const beyond = letters !== undefined && columnNumber(letters) > LAST_COLUMN;
      this.report.add(
        "cell-address",
        address,
        beyond
          ? says(`列超过 XFD（第 ${LAST_COLUMN} 列）`, `a column beyond XFD, the ${LAST_COLUMN}th`)
          : says(`“${address}”不是 Excel 的单元格地址`, `"${address}" is no address of a cell in Excel`),
        says(
          "地址写成 B3 的样子，列到 XFD、行到 1048576 为止",
          "write addresses like B3, up to column XFD and row 1048576",
        ),
      );
      return before + 1;
    }
    if (place.row !== row)
      this.report.add(
        "cell-in-another-row",
        address,
        says(`写在第${row}行里`, `it stands in row ${row}`),
        says("放进它自己的行", "put it into its own row"),
      );
    else if (place.column <= before)
      this.report.add(
        "cell-order",
        address,
        says(
          `写在 ${columnName(before)}${row} 之后（单元格要从左到右，各写一次）`,
          `it stands behind ${columnName(before)}${row}; cells go from left to right, each once`,
        ),
        says("按列排好，重复的单元格只写一次", "sort the cells and write each once"),
      );
    return Math.max(place.column, before);
  }

  private metadata(cell: XmlElement, address: string): void {
    const [cm = 0, vm = 0] = [numberOf(cell, "cm"), numberOf(cell, "vm")];
    if (cm > this.book.cellMetadata || vm > this.book.valueMetadata)
      this.report.add(
        "cell-metadata",
        address,
        says("cm 或 vm 在 metadata.xml 里没有对应项", "metadata.xml has no entry for its cm or vm"),
        says(
          "写出 metadata.xml 的这一项，并由工作簿引用它",
          "write that entry and link metadata.xml from the workbook",
        ),
      );
  }

  /** The cell's text; null where it holds something else or nothing. */
  private content(cell: XmlElement, address: string): string | null {
    const type = cell.attributes.t ?? "n";
    const v = childOf(cell, "v");
    const value = v?.text ?? "";
    const wrong = (zh: string, en: string, rule: Rule = "cell-value"): null => {
      this.report.add(
        rule,
        address,
        says(zh, en),
        says("值按单元格类型来写", "write the value as the cell's type asks"),
      );
      return null;
    };
    switch (type) {
      case "s": {
        if (v === undefined) return null;
        const index = /^\d+$/.test(value.trim()) ? Number(value) : Number.NaN;
        const text = this.texts[index];
        if (text === undefined)
          return wrong(
            `共享文字编号 ${value} 超出范围（共有 ${this.texts.length} 条，从 0 起）`,
            `shared text ${value} of ${this.texts.length}, counted from 0`,
            "text-number",
          );
        return text;
      }
      case "inlineStr":
      case "str": {
        const text = type === "str" ? unescaped(value) : itemText(childOf(cell, "is"));
        if (text.length > LONGEST_TEXT)
          wrong(
            `文字有 ${text.length} 个字符，最多 ${LONGEST_TEXT} 个`,
            `a text of ${text.length} characters; ${LONGEST_TEXT} is the most`,
            "long-text",
          );
        return text;
      }
      case "b":
        return v === undefined || /^(0|1|true|false)$/.test(value.trim())
          ? null
          : wrong(`“${value}”不是 0 或 1`, `"${value}" is neither 0 nor 1`);
      case "e":
        return v === undefined || ERRORS.has(value.trim())
          ? null
          : wrong(`“${value}”不是文件里有的错误值`, `"${value}" is no error that files have a word for`);
      case "d":
        return v === undefined || DATE.test(value.trim()) ? null : wrong(`“${value}”不是日期`, `"${value}" is no date`);
      case "n":
        // Formulas that were never computed often have an empty value, which Excel fills in.
        return value.trim() === "" || (NUMBER.test(value.trim()) && Number.isFinite(Number(value)))
          ? null
          : wrong(`“${value}”不是数字`, `"${value}" is no number`);
      default:
        // The schema says so already.
        return null;
    }
  }
}
