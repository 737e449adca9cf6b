/** Where the blank cells stand that could decide something: kept by slot while rows are scored, told as blocks of one sheet. */
import type { SheetReading } from "../../../sheet/reading/read-sheet";
import type { CellRange } from "../../../words/grid";
import { rangeOfAddress } from "../../../words/range-address";

/** Blocks that a person goes through one by one; they are kept in the workbook too. */
const MOST_BLOCKS = 50;

/** Cells of one sheet. */
export interface CellBlocks {
  /** Null for the first sheet read. */
  readonly sheet: string | null;
  /** From the top down. */
  readonly blocks: readonly CellRange[];
  readonly cells: number;
}

export class MissingCells {
  private readonly rows = new Map<string, number[]>();

  /** @param row counted from 0 among the reading's rows, from the first on */
  add(row: number, slots: Iterable<string>): void {
    for (const slot of slots) {
      const known = this.rows.get(slot);
      if (known === undefined) this.rows.set(slot, [row]);
      else known.push(row);
    }
  }

  /** The cells of a slot on the sheet that has the first of them; null where no sheet has such a column. */
  blocksOf(slot: string, reading: Pick<SheetReading, "cellOf">): CellBlocks | null {
    let sheet: string | null | undefined;
    const blocks: CellRange[] = [];
    let cells = 0;
    for (const row of this.rows.get(slot) ?? []) {
      const place = placeOf(reading.cellOf(row, slot));
      if (place === null) continue;
      sheet ??= place.sheet;
      if (place.sheet !== sheet) continue;
      const last = blocks.at(-1);
      const joins = last?.left === place.range.left && last.bottom + 1 === place.range.top;
      if (!joins && blocks.length === MOST_BLOCKS) break;
      if (joins) blocks[blocks.length - 1] = { ...last, bottom: place.range.bottom };
      else blocks.push(place.range);
      cells += 1;
    }
    return blocks.length === 0 ? null : { sheet: sheet ?? null, blocks, cells };
  }
}

/** `M9`, or `'青岛'!M9`. */
function placeOf(cell: string | null): { readonly sheet: string | null; readonly range: CellRange } | null {
  const [, quoted, address] = /^(?:'((?:[^']|'')+)'!)?([A-Z]+\d+)$/.exec(cell ?? "") ?? [];
  const range = address === undefined ? null : rangeOfAddress(address);
  return range === null ? null : { sheet: quoted?.replaceAll("''", "'") ?? null, range };
}
