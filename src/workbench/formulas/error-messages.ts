/** What our functions said about their errors, by cell: Univer shows an error's code and forgets the rest, as cells do. */
import type { Text } from "../../words/text";

/** A cell of an open workbook, counted from 0. */
export interface CellPlace {
  readonly unit: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

function keyOf({ unit, sheet, row, column }: CellPlace): string {
  return `${unit}\u0000${sheet}\u0000${row}\u0000${column}`;
}

export class ErrorMessages {
  private readonly messages = new Map<string, Text>();
  /** Formula's cell -> the cells its last answer left messages on. */
  private readonly left = new Map<string, readonly string[]>();

  /** Notes what a formula's answer says, instead of what it said before. Offsets count from the formula's own cell. */
  note(
    formula: CellPlace,
    said: readonly { readonly down: number; readonly across: number; readonly message: Text }[],
  ): void {
    const own = keyOf(formula);
    for (const key of this.left.get(own) ?? []) this.messages.delete(key);
    const keys = said.map(({ down, across, message }) => {
      const key = keyOf({ ...formula, row: formula.row + down, column: formula.column + across });
      this.messages.set(key, message);
      return key;
    });
    if (keys.length > 0) this.left.set(own, keys);
    else this.left.delete(own);
  }

  /** What was said of a cell; worth showing only while it shows an error. */
  at(place: CellPlace): Text | null {
    return this.messages.get(keyOf(place)) ?? null;
  }
}
