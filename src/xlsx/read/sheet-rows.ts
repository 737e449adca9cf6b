/**
 * A sheet's part, read row by row: the cells with their values, and the rest of the sheet as a tree at the end. Every reader of sheets
 * stands on this, so that all of them refuse the same damage: a reference to a text that is not there, a cell in two places, a number that
 * is none. Such a sheet is not the one that was saved, and what could still be made of it would be scored as if it were.
 */
import { BrokenWorkbook } from "../faults";
import type { XmlScanner } from "../xml/scan";
import { elementAt, unescapeCharacters, type XmlNode } from "../xml/tree";
import { cellAt, LAST_COLUMN, LAST_ROW, referenceOf } from "./cell-reference";
import { refuseLongText, stringItem, textOf } from "./string-item";

export type CellValue = number | string | boolean | { readonly error: string } | null;

/** As the file writes it, without `=`. */
export interface CellFormula {
  readonly text: string;
  /** `shared`, `array`, `dataTable` or "". */
  readonly type: string;
  /** Number of the shared formula. */
  readonly shared: string | undefined;
  readonly ref: string | undefined;
}

export interface SheetCell {
  /** From 0. */
  readonly column: number;
  /** Number of the cell format, 0 where the cell names none. */
  readonly style: number;
  readonly value: CellValue;
  readonly formula: CellFormula | null;
  /** Whether parts of its own text have looks of their own. */
  readonly rich: boolean;
}

export interface SheetRow {
  /** From 0. */
  readonly row: number;
  readonly hidden: boolean;
  /** In points. */
  readonly height: number | undefined;
  readonly grouped: boolean;
  readonly cells: readonly SheetCell[];
}

const PLAIN_NUMBER_START = /^-?\d(?![xXoObB])/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

export class SheetReader {
  /** A bit a row, to find one that stands twice. */
  private readonly seen = new Uint8Array(LAST_ROW);
  private row = -1;

  /**
   * @param strings the texts that cells share; null where the workbook has no list of them
   * @param styles how many cell formats the workbook has; 0 where nobody knows
   */
  constructor(
    private readonly scanner: XmlScanner,
    private readonly strings: readonly string[] | null,
    private readonly styles: number,
  ) {}

  /** Gives the rows in the order of the file and then everything but the cells. @throws BrokenWorkbook @throws WorkbookTooLarge */
  *read(): Generator<SheetRow, XmlNode> {
    const { scanner } = this;
    scanner.next();
    const { name } = scanner;
    if (name !== "worksheet") throw scanner.broken("不是工作表", "it is no sheet of cells");
    const attributes = scanner.allAttributes();
    const children: XmlNode[] = [];
    let cells = 0;
    if (scanner.kind === "open")
      for (let kind = scanner.next(); kind !== "close"; kind = scanner.next()) {
        if (kind === "text") continue;
        if (scanner.name === "sheetData") {
          cells += 1;
          if (cells > 1) throw scanner.broken("有两份单元格数据", "it holds its cells twice");
          yield* this.rows();
        } else children.push(elementAt(scanner));
      }
    scanner.next();
    return { name, attributes, children, text: "" };
  }

  private *rows(): Generator<SheetRow, void> {
    const { scanner } = this;
    if (scanner.kind !== "open") return;
    for (let kind = scanner.next(); kind !== "close"; kind = scanner.next()) {
      if (kind === "text") this.refuseLooseText();
      else if (scanner.name === "row") yield this.rowAt();
      else scanner.skip();
    }
  }

  private rowAt(): SheetRow {
    const { scanner } = this;
    const number = scanner.attribute("r");
    this.row = number === undefined ? this.row + 1 : Number(number) - 1;
    const { row } = this;
    if (!Number.isInteger(row) || row < 0 || row >= LAST_ROW)
      throw scanner.broken(`没有第 ${number ?? row + 1} 行这样的行`, `there is no row ${number ?? row + 1}`);
    if (this.seen[row] === 1) throw scanner.broken(`第 ${row + 1} 行写了两次`, `row ${row + 1} stands twice`);
    this.seen[row] = 1;
    const height = scanner.attribute("ht");
    const frame = {
      row,
      hidden: isTrue(scanner.attribute("hidden")),
      height: height === undefined ? undefined : Number(height),
      grouped: scanner.attribute("outlineLevel") !== undefined,
    };
    const cells: SheetCell[] = [];
    let last = -1;
    let furthest = -1;
    if (scanner.kind === "open")
      for (let kind = scanner.next(); kind !== "close"; kind = scanner.next()) {
        if (kind === "text") this.refuseLooseText();
        else if (scanner.name === "c") {
          const cell = this.cellAt(last);
          if (cell.column <= furthest && cells.some(({ column }) => column === cell.column))
            throw this.broken(cell.column, "这一格写了两次", "the cell stands twice");
          last = cell.column;
          furthest = Math.max(furthest, last);
          cells.push(cell);
        } else scanner.skip();
      }
    return { ...frame, cells };
  }

  private cellAt(last: number): SheetCell {
    const { scanner } = this;
    const column = this.columnAt(last);
    const type = scanner.attribute("t") ?? "n";
    const style = Number(scanner.attribute("s") ?? 0);
    if (!Number.isInteger(style) || style < 0 || (this.styles > 0 && style >= this.styles))
      throw this.broken(column, "引用了没有的格式", "it refers to a format that is not there");
    let stored: string | null = null;
    let own: { readonly text: string; readonly rich: boolean } | null = null;
    let formula: CellFormula | null = null;
    if (scanner.kind === "open")
      for (let kind = scanner.next(); kind !== "close"; kind = scanner.next()) {
        if (kind === "text") this.refuseLooseText();
        else if (scanner.name === "v") stored = textOf(scanner);
        else if (scanner.name === "is") own = stringItem(scanner);
        else if (scanner.name === "f") formula = this.formulaAt();
        else scanner.skip();
      }
    const value = own === null ? this.valueOf(type, stored, column, formula !== null) : own.text;
    if (typeof value === "string" && value.length > 1000) refuseLongText(this.place(column), value);
    return { column, style, value, formula, rich: own?.rich ?? false };
  }

  private columnAt(last: number): number {
    const reference = this.scanner.attribute("r");
    if (reference === undefined) {
      if (last + 1 >= LAST_COLUMN)
        throw this.scanner.broken(
          `第 ${this.row + 1} 行超过了 ${LAST_COLUMN} 列`,
          `row ${this.row + 1} has more than ${LAST_COLUMN} columns`,
        );
      return last + 1;
    }
    const place = cellAt(reference);
    if (place?.row !== this.row)
      throw this.scanner.broken(
        `第 ${this.row + 1} 行里有一格写的是 ${reference}`,
        `row ${this.row + 1} holds a cell that says it is ${reference}`,
      );
    return place.column;
  }

  private formulaAt(): CellFormula {
    const { scanner } = this;
    const type = scanner.attribute("t") ?? "";
    const shared = scanner.attribute("si");
    const ref = scanner.attribute("ref");
    return { type, shared, ref, text: textOf(scanner) };
  }

  private valueOf(type: string, stored: string | null, column: number, calculated: boolean): CellValue {
    if (stored === null) return null;
    if (type === "n" && PLAIN_NUMBER_START.test(stored)) {
      // What begins like a number and is one to JavaScript is one; everything else is looked at closely.
      const number = Number(stored);
      if (Number.isFinite(number)) return number;
    }
    const text = stored.trim();
    // A formula whose result was never kept.
    if (text === "" && calculated && type !== "str") return null;
    switch (type) {
      case "s":
        return this.sharedText(text, column);
      case "b":
        if (text === "1" || text === "true") return true;
        if (text === "0" || text === "false") return false;
        break;
      case "e":
        if (text !== "") return { error: text };
        break;
      case "n":
        if (text === "") return null;
        if (NUMBER.test(text)) {
          const number = Number(text);
          return Number.isFinite(number) ? number : { error: "#NUM!" };
        }
        break;
      case "d":
        return serialOf(text) ?? stored;
      case "str":
      case "inlineStr":
        return unescapeCharacters(stored);
    }
    throw this.broken(
      column,
      `内容“${text.slice(0, 20)}”和它的类型“${type}”对不上`,
      `"${text.slice(0, 20)}" is no value of its type "${type}"`,
    );
  }

  private sharedText(text: string, column: number): string {
    if (this.strings === null)
      throw this.broken(
        column,
        "文字存在共享文字表里，而表不在文件里",
        "its text stands in a list of shared texts that is missing",
      );
    const shared = /^\d+$/.test(text) ? this.strings[Number(text)] : undefined;
    if (shared === undefined)
      throw this.broken(
        column,
        `引用了共享文字表里没有的“${text.slice(0, 20)}”（表里有 ${this.strings.length} 条）`,
        `it refers to text "${text.slice(0, 20)}" of ${this.strings.length} shared ones`,
      );
    return shared;
  }

  private refuseLooseText(): void {
    if (this.scanner.value().trim() !== "")
      throw this.scanner.broken(
        `第 ${this.row + 1} 行一带有散落的文字`,
        `there is loose text about row ${this.row + 1}`,
      );
  }

  private place(column: number): string {
    return `${this.scanner.part} ${referenceOf(this.row, column)}`;
  }

  private broken(column: number, zh: string, en: string): BrokenWorkbook {
    return new BrokenWorkbook(this.place(column), { zh, en });
  }
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** A date in words of ISO 8601, which some programs write -> Excel's count of days. */
function serialOf(text: string): number | null {
  const time = Date.parse(
    /[zZ]|[+-]\d\d:\d\d$/.test(text) ? text : `${text.includes("T") ? text : `${text}T00:00:00`}Z`,
  );
  return Number.isNaN(time) ? null : (time - Date.UTC(1899, 11, 30)) / 86_400_000;
}
