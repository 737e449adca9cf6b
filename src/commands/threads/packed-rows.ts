/** Rows of results that wait to be written: packed, a stretch at a time, so that a million of them take the memory of a few thousand. */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import type { Cell } from "../../words/grid";
import type { RowStore } from "../../sheet/results/score-tables";

/** Some rows, packed. */
export const packedSchema = z.object({
  rows: z.int(),
  bytes: z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array),
});

export type Packed = z.infer<typeof packedSchema>;

/** This program packed them: only the outline is looked at. */
const rowsSchema = z.custom<Cell[][]>((value) => Array.isArray(value));

/** Rows pushed one by one that become one piece. */
const STRETCH = 2_000;

/** @throws RangeError on a number that JSON has no word for: no cell of a result is one */
export function packed(rows: readonly (readonly Cell[])[]): Packed {
  for (const row of rows)
    for (const cell of row)
      if (typeof cell === "number" && !Number.isFinite(cell)) throw new RangeError(`a result can't be ${cell}`);
  // Half of what it could be packed to, at a fifth of the time.
  const bytes = deflateRawSync(JSON.stringify(rows), { level: 1 });
  return { rows: rows.length, bytes: Uint8Array.from(bytes) };
}

function unpacked({ rows, bytes }: Packed): readonly (readonly Cell[])[] {
  return rows === 0 ? [] : rowsSchema.parse(JSON.parse(inflateRawSync(bytes).toString("utf8")));
}

export class PackedRows implements RowStore {
  private readonly pieces: Packed[] = [];
  private loose: Cell[][] = [];
  private packedRows = 0;

  get length(): number {
    return this.packedRows + this.loose.length;
  }

  push(row: Cell[]): void {
    this.loose.push(row);
    if (this.loose.length >= STRETCH) this.pack();
  }

  /** Adds rows that somebody else has packed. */
  add(piece: Packed): void {
    this.pack();
    this.keep(piece);
  }

  private pack(): void {
    if (this.loose.length === 0) return;
    const piece = packed(this.loose);
    this.loose = [];
    this.keep(piece);
  }

  private keep(piece: Packed): void {
    this.pieces.push(piece);
    this.packedRows += piece.rows;
  }

  *[Symbol.iterator](): Generator<readonly Cell[], void> {
    for (const piece of this.pieces) yield* unpacked(piece);
    yield* this.loose;
  }
}
