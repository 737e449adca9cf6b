/** Results longer than a sheet. */
import type { Cell } from "../../words/grid";
import type { LongSheet, Rows } from "../../words/result-sheet";

/** Rows of a sheet of Excel. */
export const MOST_ROWS = 1_048_576;

/**
 * The sheet itself where it fits, else as many as it takes: the same title with its place (2/3), the same headings, and the rows that
 * come next. A chart stays on the first. They have one name; whoever writes them tells names apart.
 * @param most rows that a sheet holds
 */
export function continuedSheets(sheet: LongSheet, most: number = MOST_ROWS): readonly LongSheet[] {
  const { titleLines = [], notes = [], rows, charts, ...rest } = sheet;
  const around = titleLines.length + 1 + (notes.length === 0 ? 0 : notes.length + 1);
  if (rows.length + around <= most) return [sheet];
  const room = Math.max(most - around, 1);
  const count = Math.ceil(rows.length / room);
  return Array.from({ length: count }, (_, at): LongSheet => {
    const [title = sheet.name, ...others] = titleLines;
    return {
      ...rest,
      titleLines: titleLines.length === 0 ? [] : [`${title} (${at + 1}/${count})`, ...others],
      rows: stretchOf(rows, at * room, (at + 1) * room),
      notes,
      ...(charts === undefined || at > 0 ? {} : { charts }),
    };
  });
}

/** The rows from one up to another. */
function stretchOf(rows: Rows, from: number, to: number): Rows {
  return {
    length: Math.min(to, rows.length) - from,
    *[Symbol.iterator](): Generator<readonly Cell[], void> {
      let at = 0;
      for (const row of rows) {
        if (at >= to) return;
        if (at >= from) yield row;
        at += 1;
      }
    },
  };
}
