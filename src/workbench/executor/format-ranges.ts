/** The blocks that conditional formats cover, and what is left of them when cells are taken out. */
import type { CellRange } from "../../words/grid";
import { intersect } from "../book/a1";
import type { LiveFormat } from "../book/sheet-extras";

/** What is left of `range` without `hole`: up to four blocks. */
export function without(range: CellRange, hole: CellRange): CellRange[] {
  const cut = intersect(range, hole);
  if (cut === null) return [range];
  const left: CellRange[] = [];
  if (cut.top > range.top) left.push({ ...range, bottom: cut.top - 1 });
  if (cut.bottom < range.bottom) left.push({ ...range, top: cut.bottom + 1 });
  const middle = { ...range, top: cut.top, bottom: cut.bottom };
  if (cut.left > range.left) left.push({ ...middle, right: cut.left - 1 });
  if (cut.right < range.right) left.push({ ...middle, left: cut.right + 1 });
  return left;
}

/** The formats with `holes` taken out of what they cover; those that cover nothing any more are gone. */
export function formatsWithout(formats: readonly LiveFormat[], holes: readonly CellRange[]): readonly LiveFormat[] {
  return formats.flatMap((format) => {
    let { ranges } = format;
    for (const hole of holes) ranges = ranges.flatMap((range) => without(range, hole));
    return ranges.length === 0 ? [] : [{ ...format, ranges }];
  });
}
