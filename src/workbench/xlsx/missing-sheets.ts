/**
 * Formulas that name sheets which the workbook does not have, or other workbooks, whose list is not kept. Named as they are, Excel takes
 * the whole formula out and says that it repaired the file. So a missing sheet stands as `#REF!`, the way Excel writes it, and a cell
 * that looked into another workbook keeps its value alone.
 */
import type { BookCell, BookFile, BookSheet } from "../../xlsx/book-file";
import { tokensOf, type Token } from "./formula-tokens";

/** The book with such references replaced; sheets without any are the same objects. */
export function withoutMissingSheets(book: BookFile): BookFile {
  const sheets = new Set(book.sheets.map(({ name }) => name.toLowerCase()));
  const mended = (formula: string): string => mendedFormula(formula, sheets);
  return {
    ...book,
    sheets: book.sheets.map((sheet) => mendedSheet(sheet, mended)),
    names: book.names.map((name) => ({ ...name, formula: mended(name.formula) })),
  };
}

function mendedSheet(sheet: BookSheet, mended: (formula: string) => string): BookSheet {
  const cells = sheet.cells.map((line) => (line?.some(isOdd) === true ? line.map(mendedCell) : line));
  const changed = cells.some((line, row) => line !== sheet.cells[row]);
  const charts = sheet.charts.map((chart) => ({
    ...chart,
    series: chart.series.map((one) => ({ ...one, categories: mended(one.categories), values: mended(one.values) })),
  }));
  const conditionalFormats = sheet.conditionalFormats.map((format) =>
    format.rule.kind === "formula"
      ? { ...format, rule: { ...format.rule, formula: mended(format.rule.formula) } }
      : format,
  );
  return { ...sheet, ...(changed && { cells }), charts, conditionalFormats };

  function isOdd(cell: BookCell | undefined): boolean {
    return cell?.formula?.includes("!") === true && mended(cell.formula) !== cell.formula;
  }

  function mendedCell(cell: BookCell | undefined): BookCell | undefined {
    if (cell?.formula === undefined) return cell;
    if (!namesOtherBook(cell.formula)) return { ...cell, formula: mended(cell.formula) };
    const { value, style } = cell;
    return style === undefined ? { value } : { value, style };
  }
}

/** Whether it looks into another workbook, as in `[1]Sheet1!A1` or `'[1]Sheet 1'!A1`. */
function namesOtherBook(formula: string): boolean {
  const tokens = tokensOf(formula);
  return tokens.some(
    ({ text }, mark) => text === "!" && namesOf(tokens.slice(sheetStart(tokens, mark), mark)) === null,
  );
}

/** @param sheets names in lower case */
export function mendedFormula(formula: string, sheets: ReadonlySet<string>): string {
  if (!formula.includes("!")) return formula;
  const tokens = tokensOf(formula);
  const texts = tokens.map(({ text }) => text);
  for (const [index, { text }] of tokens.entries()) {
    if (text !== "!") continue;
    const start = sheetStart(tokens, index);
    const named = namesOf(tokens.slice(start, index));
    if (named?.every((name) => sheets.has(name.toLowerCase())) === true) continue;
    const end = referenceEnd(tokens, index + 1);
    texts.fill("", start, end);
    texts[start] = "#REF!";
  }
  return texts.join("");
}

/** The first piece of the sheets' names before an exclamation mark: `Sheet1`, `Sheet1:Sheet3` or `[1]Sheet1`. */
function sheetStart(tokens: readonly Token[], mark: number): number {
  let start = mark - 1;
  const three =
    tokens[start - 1]?.text === ":" && tokens[start - 2]?.kind === "word" && tokens[start - 3]?.text !== "!";
  if (tokens[start]?.kind === "word" && three) start -= 2;
  if (tokens[start - 1]?.kind === "bracket") start -= 1;
  return Math.max(start, 0);
}

/** Null where another workbook is named. */
function namesOf(tokens: readonly Token[]): readonly string[] | null {
  if (tokens.some(({ kind, text }) => kind === "bracket" || (kind === "sheet" && text.includes("[")))) return null;
  return tokens
    .filter(({ kind }) => kind === "word" || kind === "sheet")
    .flatMap(({ kind, text }) => {
      const plain = kind === "sheet" ? text.slice(1, -1).replaceAll("''", "'") : text;
      return plain.split(":");
    });
}

/** The place after what stands behind the exclamation mark: a cell, a block or a name. */
function referenceEnd(tokens: readonly Token[], first: number): number {
  const block =
    tokens[first + 1]?.text === ":" && tokens[first + 2]?.kind === "word" && tokens[first + 3]?.text !== "!";
  return first + (block ? 3 : 1);
}
