/**
 * Tells rows apart that have one number: forms on several sheets, enterprises side by side. A key is the row's number and which of the rows
 * of that number it is, in the order read.
 */
import type { Cell } from "../../words/grid";

export type RowKey = `${number}#${number}`;

/** The keys of rows in the order read. */
export function rowKeys(rows: readonly number[]): readonly RowKey[] {
  const counts = new Map<number, number>();
  return rows.map((row): RowKey => {
    const nth = counts.get(row) ?? 0;
    counts.set(row, nth + 1);
    return `${row}#${nth}`;
  });
}

export function rowOfKey(key: RowKey): number {
  return Number.parseInt(key, 10);
}

/** The row number in the first cell of a line of results, `4` or `'乙'!4`; null for a line without one. */
export function shownNumber(cell: Cell | undefined): number | null {
  if (typeof cell === "number") return cell;
  const number = typeof cell === "string" ? /!(\d+)$/.exec(cell)?.[1] : undefined;
  return number === undefined ? null : Number(number);
}

/**
 * Which row each shown line is of, by number and print; null for one too many. Of several rows of one number a line is the one it still
 * equals, so that a line taken out does not make its neighbours look edited.
 */
export function claimedKeys(
  shown: readonly { readonly row: number; readonly print: string }[],
  recorded: ReadonlyMap<RowKey, string>,
): readonly (RowKey | null)[] {
  const open = new Map<number, RowKey[]>();
  for (const key of recorded.keys()) {
    const row = rowOfKey(key);
    const keys = open.get(row);
    if (keys === undefined) open.set(row, [key]);
    else keys.push(key);
  }
  const shared = new Set([...open].filter(([, keys]) => keys.length > 1).map(([row]) => row));
  const take = (row: number, fits: (key: RowKey) => boolean): RowKey | null => {
    const keys = open.get(row) ?? [];
    const at = keys.findIndex(fits);
    return at < 0 ? null : (keys.splice(at, 1)[0] ?? null);
  };
  const equal = shown.map(({ row, print }) =>
    shared.has(row) ? take(row, (key) => recorded.get(key) === print) : null,
  );
  return shown.map(({ row }, at) => equal[at] ?? take(row, () => true));
}
