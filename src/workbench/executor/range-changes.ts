/** What changes cells as a whole: clearing, copying, merging, inserting, deleting, selecting. */
import type { CellRange } from "../../words/grid";
import { intersect } from "../book/a1";
import type { CellPatch } from "../book/cell-data";
import { addMerges, mergesOf, setMerges, touchesMerge } from "../book/sheet-layout";
import { deleteCells, insertCells } from "../book/sheet-shifts";
import { optionalTruth, optionalWord, word } from "./arguments";
import { copyCells } from "./copy-cells";
import { refuse } from "./excel-error";
import { formatsWithout } from "./format-ranges";
import type { ClassTable } from "./member-table";
import { refuseIfProtected } from "./protected";
import { rangeArgument } from "./range-geometry";
import { RangeTarget } from "./range-target";

const CLEARED = ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks", "ResetContents"] as const;
const CONTENTS: CellPatch = { v: null, t: null, f: null, si: null, p: null };

/** Empties cells, their formats or both. */
export function clearCells(target: RangeTarget, applyTo: unknown): void {
  const { sheet } = target;
  const what = optionalWord(applyTo, CLEARED, "All");
  refuseIfProtected(sheet);
  if (what.endsWith("Hyperlinks")) return;
  if (what === "All" || what === "Formats") {
    sheet.extras.set("formats", formatsWithout(sheet.extras.get("formats"), [target.range]));
    setMerges(
      sheet,
      mergesOf(sheet).filter((merge) => intersect(merge, target.range) === null),
    );
  }
  const inside = intersect(target.range, sheet.used(false) ?? { top: 0, left: 0, bottom: 0, right: 0 });
  if (inside === null) return;
  const patch = what === "All" ? null : what === "Formats" ? { s: null } : CONTENTS;
  const line = Array.from({ length: inside.right - inside.left + 1 }, () => patch);
  sheet.write(
    inside.top,
    inside.left,
    Array.from({ length: inside.bottom - inside.top + 1 }, () => line),
  );
}

/** Whether any cell but the first holds something. */
function holdsMore(sheet: RangeTarget["sheet"], block: CellRange): boolean {
  for (let row = block.top; row <= block.bottom; row++)
    for (let column = block.left; column <= block.right; column++) {
      if (row === block.top && column === block.left) continue;
      const data = sheet.told.getCellRaw(row, column);
      if (!data) continue;
      const { v, f, si, p } = data;
      if ([v, f, si, p].some((part) => part !== undefined && part !== null)) return true;
    }
  return false;
}

function merge({ sheet, range }: RangeTarget, across: boolean): void {
  refuseIfProtected(sheet);
  if (sheet.extras.get("tables").some((table) => intersect(table.range, range) !== null))
    refuse("InvalidOperation", "Cells of a table can't be merged.");
  const blocks: CellRange[] = [];
  if (across) for (let row = range.top; row <= range.bottom; row++) blocks.push({ ...range, top: row, bottom: row });
  else blocks.push(range);
  for (const block of blocks) {
    // Only what stands in the first cell stays. Where nothing else does nothing is written: every write has Univer look for formulas anew.
    if (!holdsMore(sheet, block)) continue;
    const lines: (CellPatch | undefined)[][] = [];
    for (let row = block.top; row <= block.bottom; row++) {
      const line: (CellPatch | undefined)[] = [];
      for (let column = block.left; column <= block.right; column++)
        line.push(row === block.top && column === block.left ? undefined : CONTENTS);
      lines.push(line);
    }
    sheet.write(block.top, block.left, lines);
  }
  const added = blocks.filter((block) => block.top !== block.bottom || block.left !== block.right);
  if (!touchesMerge(sheet, range)) {
    addMerges(sheet, added);
    return;
  }
  const kept = mergesOf(sheet).filter((one) => intersect(one, range) === null);
  setMerges(sheet, [...kept, ...added]);
}

export const rangeChanges: NonNullable<ClassTable<RangeTarget>["methods"]> = {
  calculate: (_target, _args, { book }) => {
    book.link.recalculate();
  },
  clear: (target, [applyTo]) => {
    clearCells(target, applyTo);
  },
  copyFrom: (target, [source, copyType, skipBlanks, transpose], scope) => {
    refuseIfProtected(target.sheet);
    const what = optionalWord(copyType, ["All", "Formulas", "Values", "Formats", "Link"], "All");
    if (what === "Link") refuse("NotImplemented", "The workbench does not copy links: Range.copyFrom with Link.");
    const from = rangeArgument(source, target, scope);
    copyCells(scope.book, from, target, {
      what,
      skipBlanks: optionalTruth(skipBlanks, false),
      transpose: optionalTruth(transpose, false),
    });
  },
  delete: async (target, [shift]) => {
    refuseIfProtected(target.sheet);
    await deleteCells(target.sheet, target.range, word(shift, ["Up", "Left"]) === "Up" ? "up" : "left");
  },
  insert: async (target, [shift], { make }) => {
    refuseIfProtected(target.sheet);
    const { sheet, range } = target;
    await insertCells(sheet, range, word(shift, ["Down", "Right"]) === "Down" ? "down" : "right");
    return make.range(new RangeTarget(sheet, range));
  },
  merge: (target, [across]) => {
    merge(target, optionalTruth(across, false));
  },
  moveTo: (target, [destination], scope) => {
    refuseIfProtected(target.sheet);
    const to = rangeArgument(destination, target, scope);
    refuseIfProtected(to.sheet);
    copyCells(scope.book, target, to, { what: "All", skipBlanks: false, transpose: false });
    const { top, left } = to.range;
    const landed = { top, left, bottom: top + target.rowCount - 1, right: left + target.columnCount - 1 };
    if (to.sheet === target.sheet && intersect(landed, target.range) !== null)
      refuse("NotImplemented", "The workbench does not move a block onto itself.");
    clearCells(target, "All");
  },
  select: async ({ sheet, range }, _, { view }) => {
    await view.select(sheet, range);
  },
  unmerge: ({ sheet, range }) => {
    refuseIfProtected(sheet);
    setMerges(
      sheet,
      mergesOf(sheet).filter((one) => intersect(one, range) === null),
    );
  },
};
