/** The formulas of a sheet's cells: their text, shared ones and their bases, arrays and what they cover. */
import { holds, overlaps, rangeOf, type CellRange } from "./cell-range";
import { says, type PartFindings } from "./finding";
import { readFormula } from "./formula-text";
import type { BookFacts, SheetFacts } from "./sheet-facts";
import { numberOf, type XmlElement } from "./xml-tree";

/** Says what is wrong with a formula's text, wherever it stands. */
export function checkFormula(formula: string, place: string, book: BookFacts, report: PartFindings): void {
  const { faults, sheets, books } = readFormula(formula);
  for (const what of faults) report.add("formula-text", place, what, says("请改写这个公式", "write the formula anew"));
  const known = new Set(book.sheets.map(({ name }) => name.toLowerCase()));
  for (const name of new Set(sheets))
    if (!known.has(name.toLowerCase()))
      report.add(
        "formula-of-no-sheet",
        place,
        says(`公式用到不存在的工作表“${name}”`, `the formula names the sheet "${name}", which is not there`),
        says("改成现有的表名，或写 #REF!", "name a sheet that is there, or write #REF!"),
      );
  for (const number of new Set(books))
    if (number > book.otherBooks)
      report.add(
        "formula-of-no-book",
        place,
        says(
          `公式用到外部工作簿 [${number}]，而工作簿只登记了 ${book.otherBooks} 个`,
          `the formula names another workbook [${number}] of ${book.otherBooks} listed`,
        ),
        says("登记这个外部工作簿，或改成值", "list that workbook or write the value"),
      );
}

interface Block {
  readonly address: string;
  readonly range: CellRange;
}

export class CellFormulas {
  private readonly shared = new Map<number, CellRange | null>();
  private readonly followers: {
    readonly address: string;
    readonly row: number;
    readonly column: number;
    readonly si: number;
  }[] = [];
  private readonly arrays: Block[] = [];
  private readonly cells = new Set<string>();
  /** Arrays that reach further down. */
  private reaching: readonly Block[] = [];

  constructor(
    private readonly sheet: SheetFacts,
    private readonly book: BookFacts,
    private readonly report: PartFindings,
  ) {}

  see(f: XmlElement, row: number, column: number, address: string): void {
    const type = f.attributes.t ?? "normal";
    const si = numberOf(f, "si");
    this.insideAnother(row, column, address);
    if (this.book.chain) this.cells.add(`${this.sheet.sheetId}!${address}`);
    if (type === "shared" && f.attributes.ref === undefined && si !== undefined) {
      const base = this.shared.get(si);
      if (!base || !holds(base, row, column)) this.followers.push({ address, row, column, si });
      return;
    }
    const range = f.attributes.ref === undefined ? null : rangeOf(f.attributes.ref);
    if (type !== "dataTable") checkFormula(f.text, address, this.book, this.report);
    if (type === "normal") return;
    if (range === null || !holds(range, row, column)) {
      this.report.add(
        "formula-range",
        address,
        says(
          `公式的范围 ${f.attributes.ref ?? "（没有写）"} 不含这个单元格`,
          `the formula's range ${f.attributes.ref ?? "(none)"} does not hold the cell`,
        ),
        says("ref 写成公式覆盖的区域，从这个单元格起", "write as ref the block that it covers, from this cell on"),
      );
      return;
    }
    if (type === "array") {
      this.arrays.push({ address, range });
      this.reaching = [...this.reaching.filter((block) => block.range.bottom >= row), { address, range }];
    }
    if (type !== "shared" || si === undefined) return;
    if (this.shared.has(si))
      this.report.add(
        "shared-formula-twice",
        address,
        says(`共享公式 ${si} 有两个基准`, `shared formula ${si} has two bases`),
        says("每个共享公式用自己的编号", "give every shared formula a number of its own"),
      );
    this.shared.set(si, range);
  }

  private insideAnother(row: number, column: number, address: string): void {
    const other = this.reaching.find(({ range }) => holds(range, row, column));
    if (other)
      this.report.add(
        "formula-in-array",
        address,
        says(
          `落在 ${other.address} 的数组公式范围里，自己又有公式`,
          `it lies in the array of ${other.address} and has a formula itself`,
        ),
        says("数组范围里的其他单元格只写值", "let the other cells of an array hold values alone"),
      );
  }

  finish(): void {
    for (const { address, row, column, si } of this.followers) {
      const range = this.shared.get(si);
      if (range && holds(range, row, column)) continue;
      this.report.add(
        "shared-formula-without-base",
        address,
        range === undefined
          ? says(`共享公式 ${si} 没有基准`, `shared formula ${si} has no base`)
          : says(`不在共享公式 ${si} 的范围里`, `it lies outside the range of shared formula ${si}`),
        says("在范围的第一个单元格写出公式文字和 ref", "write text and ref at the first cell of the range"),
      );
    }
    for (const [one, other] of overlaps(this.arrays))
      this.report.add(
        "arrays-overlap",
        one.address,
        says(`与 ${other.address} 的数组公式重叠`, `its array overlaps that of ${other.address}`),
        says("数组公式的范围不能相交", "let no two arrays share a cell"),
      );
    this.checkChain();
  }

  /** The list of computations may leave formulas out, but not name cells without one. */
  private checkChain(): void {
    const { chain } = this.book;
    if (chain === null) return;
    const prefix = `${this.sheet.sheetId}!`;
    for (const cell of chain)
      if (cell.startsWith(prefix) && !this.cells.has(cell))
        this.report.add(
          "calc-chain",
          cell.slice(prefix.length),
          says("calcChain.xml 列出了它，这里却没有公式", "calcChain.xml lists it, but it holds no formula"),
          says("删去 calcChain.xml（Excel 会重建）", "leave calcChain.xml out; Excel builds it anew"),
        );
  }
}
