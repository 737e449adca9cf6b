/** Exchanges formulas and values in cells, all or nothing: what was there is put back when a part fails or the work is cancelled. */
import type { Control } from "../../excel/host";
import type { CellChange, CellContent } from "../../excel/sharing-host";
import { throwIfCancelled, trouble, type Doing } from "../../excel/trouble";
import type { CellRange } from "../../words/grid";
import { rangeAddress } from "../../words/range-address";
import { ROWS_A_CALL, writeCells } from "./cells";
import type { WpsConnection } from "./connection";
import type { WpsSheet } from "./objects";
import { alikeParts, columnsOf, rangeAt, rowsOf, truth } from "./ranges";

const CHANGING: Doing = { zh: "更换公式和数值", en: "exchanging formulas and values" };

interface PlacedChange extends CellChange {
  readonly on: WpsSheet;
}

/** The changes must not overlap; values are written before formulas. */
export function changeCells(
  connection: WpsConnection,
  changes: readonly CellChange[],
  { signal, progress }: Control,
): Promise<void> {
  return connection.change(CHANGING, async () => {
    throwIfCancelled(signal);
    const placed = changes.map((change) => ({ ...change, on: connection.sheet(change.sheet, CHANGING) }));
    refuseLocked(placed);
    const total = placed.reduce((sum, { to, range }) => sum + weight(to, range), 0);
    const inOrder = [...placed].sort(
      (one, other) => Number(one.to.kind === "formula") - Number(other.to.kind === "formula"),
    );
    const begun: PlacedChange[] = [];
    let done = 0;
    try {
      for (const change of inOrder) {
        begun.push(change);
        connection.still(() => put(change.on, change.range, change.to));
        done += weight(change.to, change.range);
        progress?.(done, total);
        await connection.breathe(signal);
      }
    } catch (error) {
      putBack(connection, begun, error);
      throw error;
    }
  });
}

const weight = (content: CellContent, range: CellRange): number =>
  content.kind === "formula" ? 1 : rowsOf(range) * columnsOf(range);

/** Looks before anything is touched. */
function refuseLocked(changes: readonly PlacedChange[]): void {
  for (const { on, range } of changes) {
    if (!on.ProtectContents) continue;
    const locked = alikeParts(on, range, (cells) => truth(cells.Locked)).find(({ value }) => value);
    if (locked === undefined) continue;
    const where = rangeAddress(locked.range);
    throw trouble("protected", CHANGING, {
      zh: `“${on.Name}”受保护，${where} 改不了。请在“审阅”里撤销这张表的保护，再试一次。`,
      en: `"${on.Name}" is protected, so ${where} can't be changed. Please unprotect that sheet on the Review tab and try again.`,
    });
  }
}

/** A formula goes into the first cell and may spill over the others, which must be empty. */
function put(sheet: WpsSheet, range: CellRange, content: CellContent): void {
  const { top, left } = range;
  if (content.kind === "values") {
    rangeAt(sheet, range).ClearContents();
    for (let first = 0; first < content.rows.length; first += ROWS_A_CALL)
      writeCells(sheet, { top: top + first, left }, content.rows.slice(first, first + ROWS_A_CALL), columnsOf(range));
    return;
  }
  rangeAt(sheet, range).ClearContents();
  const cell = rangeAt(sheet, { top, left, bottom: top, right: left });
  if ("Formula2" in cell) cell.Formula2 = content.formula;
  else cell.Formula = content.formula;
}

function putBack(connection: WpsConnection, changes: readonly PlacedChange[], reason: unknown): void {
  const left = new Set<string>();
  connection.still(() => {
    for (const { on, range, back } of [...changes].reverse()) {
      try {
        put(on, range, back);
      } catch {
        left.add(on.Name);
      }
    }
  });
  if (left.size === 0) return;
  const listed = [...left];
  throw trouble(
    "unexpected",
    CHANGING,
    {
      zh: `${listed.map((name) => `“${name}”`).join("、")}里有些单元格已经改了，没能恢复。请马上按“撤销”（Ctrl+Z），或不保存就关闭工作簿。`,
      en: `some cells of ${listed.map((name) => `"${name}"`).join(", ")} were changed and could not be put back. Please press Undo (Ctrl+Z) now, or close the workbook without saving.`,
    },
    reason,
  );
}
