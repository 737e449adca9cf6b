/** The sheets of the workbook, what is selected, and what a sheet looks like beside its cells. */
import type { Doing } from "../../excel/trouble";
import type { SheetInfo, SheetShape, WorkbookView } from "../../excel/host";
import type { CellRange } from "../../words/grid";
import { idOf, type WpsConnection } from "./connection";
import { isRange, XL, type WpsSheet } from "./objects";
import { alikeParts, filledRange, halves, isCell, rangeAt, rangeFrom, truth } from "./ranges";

const LOOKING: Doing = { zh: "查看工作簿", en: "looking at the workbook" };

export const reading = (name: string): Doing => ({ zh: `读取“${name}”`, en: `reading "${name}"` });
export const OPENING: Doing = { zh: "读取工作表", en: "reading the sheet" };

export function infoOf(sheet: WpsSheet): SheetInfo {
  return {
    id: idOf(sheet),
    name: sheet.Name,
    visible: sheet.Visible === XL.visible,
    protected: sheet.ProtectContents,
    used: filledRange(sheet),
  };
}

export function look(connection: WpsConnection): Promise<WorkbookView> {
  return connection.run(LOOKING, () => {
    const { inView } = connection;
    return {
      sheets: connection.sheets.map(infoOf),
      active: inView === null ? "" : idOf(inView),
      selection: selectionOf(connection),
    };
  });
}

/** Null where a picture or several blocks are selected, or cells of another workbook. */
function selectionOf({ application, sheets }: WpsConnection): WorkbookView["selection"] {
  const { Selection } = application;
  if (!isRange(Selection) || Selection.Areas.Count !== 1) return null;
  const sheet = idOf(Selection.Worksheet);
  return sheets.some((one) => idOf(one) === sheet) ? { sheet, range: rangeFrom(Selection) } : null;
}

export function shape(connection: WpsConnection, key: string): Promise<SheetShape> {
  return connection.run(OPENING, () => {
    const sheet = connection.sheet(key, OPENING);
    const info = infoOf(sheet);
    const { used } = info;
    if (used === null) return { info, merges: [], hiddenRows: [], hiddenColumns: [] };
    const firstColumn = { ...used, right: used.left };
    const firstRow = { ...used, bottom: used.top };
    return {
      info,
      merges: mergesIn(sheet, used),
      hiddenRows: alikeParts(sheet, firstColumn, (cells) => truth(cells.EntireRow.Hidden)).flatMap(
        ({ range, value }) => (value ? numbers(range.top, range.bottom) : []),
      ),
      hiddenColumns: alikeParts(sheet, firstRow, (cells) => truth(cells.EntireColumn.Hidden)).flatMap(
        ({ range, value }) => (value ? numbers(range.left, range.right) : []),
      ),
    };
  });
}

const numbers = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** Merged blocks that touch a range: parts without any are told by one answer. */
export function mergesIn(sheet: WpsSheet, range: CellRange): readonly CellRange[] {
  const found = new Map<string, CellRange>();
  const waiting = [range];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const cells = rangeAt(sheet, part);
    if (cells.MergeCells === false) continue;
    // A part merged as a whole may be several merged blocks.
    const merge =
      isCell(part) || cells.MergeCells === true ? rangeFrom(rangeAt(sheet, cornerOf(part)).MergeArea) : null;
    if (merge !== null) found.set(`${merge.top},${merge.left}`, merge);
    if (merge === null || !covers(merge, part))
      waiting.push(...halves(part, part.bottom - part.top < part.right - part.left));
  }
  return [...found.values()].sort((one, other) => one.top - other.top || one.left - other.left);
}

const cornerOf = ({ top, left }: CellRange): CellRange => ({ top, left, bottom: top, right: left });

const covers = (outer: CellRange, inner: CellRange): boolean =>
  outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right;
