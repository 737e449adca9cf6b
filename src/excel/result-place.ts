/** What decides whether a result can take the place of an earlier one, whatever spreadsheet it stands in. */
import type { Text } from "../words/text";
import type { CellRange } from "../words/grid";
import { rangeAddress } from "../words/range-address";
import type { ResultSheet } from "../words/result-sheet";
import { ExcelTrouble } from "./host";
import { layoutOf, noteRange, tableRange, titleRange, type Layout, type WrittenBefore } from "./result-layout";

const MOST_ROWS = 1_048_576;

/** @throws ExcelTrouble of kind "too-large" */
export function throwIfTooLong({ name, titleLines, rows, notes }: ResultSheet): void {
  const needed = (titleLines?.length ?? 0) + 1 + rows.length + (notes?.length ? notes.length + 1 : 0);
  if (needed <= MOST_ROWS) return;
  throw new ExcelTrouble("too-large", {
    zh: `“${name}”有 ${needed.toLocaleString("en")} 行，一张工作表最多放 ${MOST_ROWS.toLocaleString("en")} 行。请先选中一部分企业，分几次评分。`,
    en: `"${name}" would have ${needed.toLocaleString("en")} rows; a sheet holds ${MOST_ROWS.toLocaleString("en")}. Please select some of the enterprises and score in several goes.`,
  });
}

/** An earlier result as it lies today. */
export interface EarlierResult {
  readonly before: WrittenBefore;
  readonly layout: Layout;
  /** Of the table as it is, which the user may have made wider. */
  readonly columns: number;
}

/** The address of what keeps the result from lying there, as far as can be told without looking at cells; null where nothing does. */
export function obstacle(result: ResultSheet, { before: kept, layout: before, columns }: EarlierResult): string | null {
  const after = layoutOf(result, before);
  const widened = columns > before.headings.length;
  const beside = { ...tableRange(before), left: before.column + before.headings.length };
  // The user's own columns in our table can stay where they are only where ours stay as many.
  if (widened && after.headings.length !== before.headings.length)
    return rangeAddress({ ...beside, right: before.column + columns - 1 });
  if (after.row - after.titles.length < 0) return rangeAddress(tableRange(before));
  const asTable = result.asTable && result.columns.length > 0;
  return asTable === (kept.table !== null) ? null : rangeAddress(tableRange(before));
}

/** The cells that the new result takes and the old one did not. */
export function mustBeBlank(
  before: Layout,
  after: Layout,
  columns: number,
  ownLines: readonly CellRange[],
): CellRange[] {
  const old = tableRange(before);
  const next = tableRange(after);
  const ranges: CellRange[] = [];
  if (next.right > old.right) ranges.push({ ...next, left: old.right + 1 });
  const right = Math.max(next.right, old.left + columns - 1);
  if (next.bottom > old.bottom && right > old.left)
    ranges.push({ top: old.bottom + 1, bottom: next.bottom, left: old.left + 1, right });
  // Title lines and notes lie in the first column, and so may ours of before.
  const titles = titleRange(after);
  const last = noteRange(after)?.bottom ?? next.bottom;
  const column = { left: old.left, right: old.left };
  if (titles) ranges.push(...without({ ...column, top: titles.top, bottom: titles.bottom }, ownLines));
  if (last > old.bottom) ranges.push(...without({ ...column, top: old.bottom + 1, bottom: last }, ownLines));
  return ranges;
}

/** The parts of one column's range that no range of `others` covers. */
function without(range: CellRange, others: readonly CellRange[]): CellRange[] {
  let parts = [range];
  for (const other of others)
    parts = parts.flatMap((part) => {
      if (other.top > part.bottom || other.bottom < part.top) return [part];
      const above = { ...part, bottom: other.top - 1 };
      const below = { ...part, top: other.bottom + 1 };
      return [above, below].filter(({ top, bottom }) => top <= bottom);
    });
  return parts;
}

/** Said of a result that went to a new sheet. */
export function inTheWay(sheet: string, where: string, instead: string): Text {
  return {
    zh: `“${sheet}”的 ${where} 有您自己的内容，为了不覆盖它，这次的结果写到了“${instead}”。`,
    en: `${where} on "${sheet}" holds something of yours. To leave it alone, these results are on "${instead}".`,
  };
}
