/**
 * What a formula says in a file, as far as Excel refuses it when opening: pairs of brackets, quotes, lengths, the sheets it names.
 * Names and functions that don't exist are no fault of that kind; Excel shows `#NAME?` for them.
 */
import { says } from "./finding";
import type { Text } from "../../words/text";

export interface FormulaReading {
  readonly faults: readonly Text[];
  /** Sheets of this workbook that it names. */
  readonly sheets: readonly string[];
  /** Numbers of other workbooks that it names, as in `[1]Sheet1!A1`. */
  readonly books: readonly number[];
}

const LONGEST = 8192;
const LONGEST_TEXT = 255;
const DEEPEST = 64;
const MOST_ARGUMENTS = 255;

const ERROR =
  /^#(?:REF!|NULL!|DIV\/0!|VALUE!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|EXTERNAL!|PYTHON!)/;
const SHEET_WORD = /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u;
const WORD = /^[\p{L}\p{M}\p{N}_.\\?$]+/u;
const CELL_WORD = /^(?:[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*|[Rr]\d+|[Cc]\d+)$/;

export function readFormula(formula: string): FormulaReading {
  return new Reading(formula).whole();
}

interface Open {
  readonly close: ")" | "}";
  readonly call: boolean;
  separators: number;
}

class Reading {
  private readonly faults: Text[] = [];
  private readonly sheets: string[] = [];
  private readonly books: number[] = [];
  private readonly open: Open[] = [];
  private at = 0;
  /** The piece before, to know calls from brackets and spills from errors. */
  private before = "";

  constructor(private readonly text: string) {}

  whole(): FormulaReading {
    const { text } = this;
    if (text.trim() === "") this.fault("公式是空的", "the formula is empty");
    if (text.startsWith("=")) this.fault("文件里的公式不带开头的等号", "a formula in a file begins without =");
    if (text.length > LONGEST)
      this.fault(
        `公式有 ${text.length} 个字符，最多 ${LONGEST} 个`,
        `the formula has ${text.length} characters; ${LONGEST} is the most`,
      );
    while (this.at < text.length && this.faults.length === 0) this.piece();
    if (this.faults.length === 0 && this.open.length > 0) this.fault("括号没有配对", "a bracket is not closed");
    return { faults: this.faults, sheets: this.sheets, books: this.books };
  }

  private fault(zh: string, en: string): void {
    this.faults.push(says(zh, en));
  }

  private piece(): void {
    const rest = this.text.slice(this.at, this.at + 300);
    const [first = ""] = rest;
    const error = ERROR.exec(rest)?.[0];
    const word = WORD.exec(rest)?.[0];
    if (first === '"') this.quotedText();
    else if (first === "'") this.quotedSheet();
    else if (first === "[") this.bracket();
    else if (error !== undefined) this.step(error);
    else if (word !== undefined) this.word();
    else if (first === "(" || first === "{") this.opening(first);
    else if (first === ")" || first === "}") this.closing(first);
    else if (first === "," || first === ";") this.separator(first);
    else if (first === "@" || first === "#")
      this.fault(
        `“${first}”在文件里要写成函数（${first === "@" ? "_xlfn.SINGLE" : "_xlfn.ANCHORARRAY"}）`,
        `"${first}" stands in files as a function (${first === "@" ? "_xlfn.SINGLE" : "_xlfn.ANCHORARRAY"})`,
      );
    else if (/[\s+\-*/^&=<>%:!]/.test(first)) this.step(first);
    else this.fault(`“${first}”不能出现在公式里`, `"${first}" can't stand in a formula`);
  }

  private step(piece: string): void {
    this.at += piece.length;
    if (piece.trim() !== "") this.before = piece;
  }

  private quotedText(): void {
    const end = this.endOfQuote('"');
    if (end === null) return this.fault("双引号没有配对", "a double quote is not closed");
    const inside = this.text.slice(this.at + 1, end - 1).replaceAll('""', '"');
    if (inside.length > LONGEST_TEXT)
      this.fault(
        `公式里的文字有 ${inside.length} 个字符，一段最多 ${LONGEST_TEXT} 个`,
        `a text in the formula has ${inside.length} characters; ${LONGEST_TEXT} is the most for one`,
      );
    this.at = end;
    this.before = '"';
  }

  private quotedSheet(): void {
    const end = this.endOfQuote("'");
    if (end === null) return this.fault("单引号没有配对", "a single quote is not closed");
    if (this.text[end] !== "!")
      return this.fault("单引号里的表名后面缺少 !", "a sheet's name in single quotes is not followed by !");
    this.sheetName(this.text.slice(this.at + 1, end - 1).replaceAll("''", "'"));
    this.at = end + 1;
    this.before = "!";
  }

  /** The place after the closing quote; doubled quotes stand for one. */
  private endOfQuote(quote: string): number | null {
    for (let at = this.at + 1; at < this.text.length; at += 1) {
      if (this.text[at] !== quote) continue;
      if (this.text[at + 1] !== quote) return at + 1;
      at += 1;
    }
    return null;
  }

  private sheetName(written: string): void {
    const [, book, names = written] = /^\[(\d+)\](.*)$/s.exec(written) ?? [];
    if (book !== undefined) this.books.push(Number(book));
    else if (written.includes("["))
      this.fault(
        `“${written}”里的工作簿要写成编号，如 [1]`,
        `the workbook in "${written}" stands in files as a number such as [1]`,
      );
    else this.sheets.push(...names.split(":"));
  }

  /** A table's columns, or the number of another workbook before a sheet's name. */
  private bracket(): void {
    let depth = 0;
    const start = this.at;
    for (; this.at < this.text.length; this.at += 1) {
      const character = this.text[this.at];
      if (character === "'") this.at += 1;
      else if (character === "[") depth += 1;
      else if (character === "]") depth -= 1;
      if (depth === 0) break;
    }
    if (depth > 0) return this.fault("方括号没有配对", "a square bracket is not closed");
    this.at += 1;
    const inside = this.text.slice(start + 1, this.at - 1);
    if (/^\d+$/.test(inside) && !/[\p{L}\p{N}_]$/u.test(this.before)) {
      const sheet = WORD.exec(this.text.slice(this.at))?.[0] ?? "";
      this.books.push(Number(inside));
      this.at += sheet.length;
    } else if (inside.startsWith("@"))
      this.fault(
        "“[@列]”在文件里要写成 表名[[#This Row],[列]]",
        `"[@column]" stands in files as Table[[#This Row],[column]]`,
      );
    this.before = "]";
  }

  private word(): void {
    const word = WORD.exec(this.text.slice(this.at, this.at + LONGEST_TEXT * 2))?.[0] ?? "";
    this.at += word.length;
    // `Sheet1!A1:Sheet1!B2` names no sheets from A1 on.
    const cell = this.before === "!" || CELL_WORD.test(word) || word.includes("$");
    this.before = word;
    const range = /^:([\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*)!/u.exec(this.text.slice(this.at, this.at + 100))?.[1];
    if (this.text[this.at] !== "!" && (range === undefined || cell)) return;
    const many = range !== undefined && !cell;
    const names = many ? [word, range] : [word];
    if (many) this.at += range.length + 1;
    this.at += 1;
    this.before = "!";
    for (const name of names)
      if (!SHEET_WORD.test(name) || CELL_WORD.test(name))
        this.fault(`表名“${name}”要放进单引号`, `the sheet's name "${name}" has to stand in single quotes`);
    this.sheets.push(...names);
  }

  private opening(bracket: "(" | "{"): void {
    const call = bracket === "(" && /[\p{L}\p{N}_.]$/u.test(this.before);
    this.open.push({ close: bracket === "(" ? ")" : "}", call, separators: 0 });
    if (this.open.filter((one) => one.call).length > DEEPEST)
      this.fault(`函数嵌套超过 ${DEEPEST} 层`, `functions are nested deeper than ${DEEPEST}`);
    this.step(bracket);
  }

  private closing(bracket: ")" | "}"): void {
    const open = this.open.pop();
    if (open?.close !== bracket) this.fault("括号没有配对", "brackets are not in pairs");
    this.step(bracket);
  }

  private separator(sign: "," | ";"): void {
    const open = this.open.at(-1);
    if (sign === ";" && open?.close !== "}")
      this.fault("文件里的参数用逗号分隔，不用分号", "arguments are separated by commas in files, never by semicolons");
    if (open) open.separators += 1;
    if (open?.call === true && open.separators >= MOST_ARGUMENTS)
      this.fault(`一个函数的参数超过 ${MOST_ARGUMENTS} 个`, `a function has more than ${MOST_ARGUMENTS} arguments`);
    this.step(sign);
  }
}
