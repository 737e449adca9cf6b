/** The cells of a sheet's part as plain data. Written for sheets of a million cells: the reader stops to breathe. */
import type { BookCell } from "../../xlsx/book-file";
import type { PackageParts } from "../../xlsx/container/package-parts";
import { WorkbookTooLarge } from "../../xlsx/faults";
import { refuseRepeatedRows } from "../../xlsx/read/plausible-rows";
import { SheetReader, type SheetCell } from "../../xlsx/read/sheet-rows";
import { sharedStrings } from "../../xlsx/read/string-item";
import { XmlScanner } from "../../xlsx/xml/scan";
import { unescapeCharacters, type XmlNode } from "../../xlsx/xml/tree";
import { rangeOf } from "./cell-range";
import { typedFormula } from "./formula-names";
import type { LostContents } from "./lost-content";
import { movedFormula } from "./shared-formula";

export interface CellSources {
  /** Null where the workbook has no list of texts. */
  readonly strings: readonly string[] | null;
  /** How many cell formats the file has. */
  readonly styles: number;
  /** Number of a cell format in the file -> index into the book's styles. */
  readonly style: (format: number) => number | undefined;
  /** Whether a number under this format is a day to be moved, in workbooks that count from 1904. */
  readonly movedDay: (format: number) => boolean;
  /** Bytes of the file, packed. */
  readonly fileSize: number;
  readonly lost: LostContents;
  /** Lets the page do its other work; called every few hundred cells. */
  readonly breathe: () => Promise<void> | undefined;
}

export interface ReadCells {
  readonly cells: (BookCell | undefined)[][];
  readonly hiddenRows: number[];
  /** In points, as the file has them. */
  readonly rowHeights: Map<number, number>;
  readonly width: number;
  /** Everything of the sheet but its cells. */
  readonly rest: XmlNode;
}

const MOST_CELLS = 5_000_000;
const DAYS_1900_TO_1904 = 1462;
const ROWS_A_BREATH = 50;

/** @throws BrokenWorkbook @throws WorkbookTooLarge */
export async function readCells(scanner: XmlScanner, sources: CellSources): Promise<ReadCells> {
  const cells: (BookCell | undefined)[][] = [];
  const hiddenRows: number[] = [];
  const rowHeights = new Map<number, number>();
  const formulas = new SharedFormulas();
  let count = 0;
  let width = 0;
  let filled = 0;
  const reading = new SheetReader(scanner, sources.strings, sources.styles).read();
  let step = reading.next();
  for (; step.done !== true; step = reading.next()) {
    const { row, hidden, height, grouped, cells: found } = step.value;
    if (hidden) hiddenRows.push(row);
    if (height !== undefined) rowHeights.set(row, height);
    if (grouped) sources.lost.add("grouping");
    const line: (BookCell | undefined)[] = [];
    for (const one of found) {
      const cell = bookCell(one, row, sources, formulas);
      if (cell) line[one.column] = cell;
    }
    if (line.length > 0) {
      cells[row] = line;
      filled += 1;
      refuseRepeatedRows(scanner.part, filled, sources.fileSize);
    }
    width = Math.max(width, line.length);
    count += line.length;
    if (count > MOST_CELLS)
      throw new WorkbookTooLarge(scanner.part, {
        zh: `到第 ${row + 1} 行为止已有 ${count} 格（${width} 列），最多能打开 ${MOST_CELLS} 格`,
        en: `up to row ${row + 1} there are ${count} cells (${width} columns), ${MOST_CELLS} are the most that is opened`,
      });
    if (row % ROWS_A_BREATH === 0) await sources.breathe();
  }
  formulas.fill(cells);
  return { cells, hiddenRows, rowHeights, width, rest: step.value };
}

function bookCell(
  { column, style: format, value: stored, formula, rich }: SheetCell,
  row: number,
  sources: CellSources,
  formulas: SharedFormulas,
): BookCell | undefined {
  const style = sources.style(format);
  if (rich) sources.lost.add("richText");
  const moved = typeof stored === "number" && sources.movedDay(format);
  const value = moved ? stored + DAYS_1900_TO_1904 : stored;
  const cell: BookCell = style === undefined ? { value } : { value, style };
  if (formula === null) return value === null && style === undefined ? undefined : cell;
  const { type, shared, ref, text } = formula;
  if (type === "dataTable") {
    sources.lost.add("dataTables");
    return cell;
  }
  if (type === "shared" && shared !== undefined) {
    formulas.add(shared, row, column, text);
    return cell;
  }
  if (text === "") return cell;
  const spill = type === "array" && ref !== undefined ? rangeOf(ref) : null;
  const several = spill && (spill.bottom > spill.top || spill.right > spill.left);
  return { ...cell, formula: typedFormula(unescapeCharacters(text)), ...(several ? { spill } : {}) };
}

interface Base {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** Formulas that a file writes once for many cells, which may stand before the one that has the text. */
class SharedFormulas {
  /** The first base of each number, for the cells before it. */
  private readonly first = new Map<string, Base>();
  private readonly latest = new Map<string, Base>();
  private readonly users: {
    readonly shared: string;
    readonly row: number;
    readonly column: number;
    readonly base: Base | undefined;
  }[] = [];

  add(shared: string, row: number, column: number, text: string): void {
    if (text !== "") {
      const base = { row, column, formula: text };
      if (!this.first.has(shared)) this.first.set(shared, base);
      this.latest.set(shared, base);
    }
    this.users.push({ shared, row, column, base: this.latest.get(shared) });
  }

  /** Gives each cell the formula as it reads there. */
  fill(cells: (BookCell | undefined)[][]): void {
    for (const { shared, row, column, base = this.first.get(shared) } of this.users) {
      const line = cells[row];
      const cell = line?.[column];
      if (!base || !line || !cell) continue;
      const formula = typedFormula(movedFormula(base.formula, row - base.row, column - base.column));
      line[column] = { ...cell, formula };
    }
  }
}

/** All texts that cells share, in the order they are numbered. @throws BrokenWorkbook @throws WorkbookTooLarge */
export async function readSharedStrings(
  parts: PackageParts,
  part: string,
  { lost, breathe }: Pick<CellSources, "lost" | "breathe">,
): Promise<readonly string[]> {
  const reading = sharedStrings(new XmlScanner(parts.pieces(part), part));
  for (;;) {
    const { done, value } = reading.next();
    if (done !== true) {
      await breathe();
      continue;
    }
    if (value.rich) lost.add("richText");
    return value.texts;
  }
}
