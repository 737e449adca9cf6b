/** What may be done to a list before it is masked, so that less of it can be linked to anyone: another order, rounded amounts. */
import type { Vocabulary } from "../../language/vocabulary";
import type { Cell, Grid } from "../../words/grid";
import type { SheetReading } from "../../sheet/reading/read-sheet";

type ListReading = Pick<SheetReading, "columns" | "gridRows">;

/** Amounts of money to so many significant digits. What is worked out afterwards is worked out from these. */
export function withRoundAmounts(grid: Grid, reading: ListReading, digits: number, { fields }: Vocabulary): Grid {
  const amounts = new Set(
    reading.columns.flatMap(({ column, field }) => (fields.get(field ?? "")?.type === "money" ? [column] : [])),
  );
  const firms = new Set(reading.gridRows);
  const rows = grid.rows.map((row, at) =>
    firms.has(at) ? row.map((cell, column) => (amounts.has(column) ? rounded(cell, digits) : cell)) : row,
  );
  return { ...grid, rows };
}

function rounded(cell: Cell, digits: number): Cell {
  if (typeof cell === "number") return Number(cell.toPrecision(digits));
  if (typeof cell !== "string") return cell;
  return cell.replace(/\d[\d,，]*(?:\.\d+)?/g, (number) =>
    String(Number(Number(number.replace(/[,，]/g, "")).toPrecision(digits))),
  );
}

/**
 * The enterprises in another order. A list in which cells are merged over rows stays as it is: its rows belong together.
 * @param random from 0 (included) to 1 (excluded), what nobody can foretell
 */
export function inAnotherOrder(grid: Grid, { gridRows }: ListReading, random: () => number): Grid {
  const firms = gridRows.filter((row) => !grid.hiddenRows.has(row));
  if (grid.merges.some(({ top, bottom }) => firms.some((row) => row >= top && row <= bottom))) return grid;
  const order = [...firms];
  for (let left = order.length - 1; left > 0; left--) {
    const other = Math.floor(random() * (left + 1));
    [order[left], order[other]] = [order[other] ?? 0, order[left] ?? 0];
  }
  const from = new Map(firms.map((row, index) => [row, order[index] ?? row]));
  const moved = <T>(rows: readonly T[]): T[] => rows.map((row, at) => rows[from.get(at) ?? at] ?? row);
  const { numberFormats } = grid;
  const formats = numberFormats && grid.rows.map((_, at) => numberFormats[at] ?? []);
  return { ...grid, rows: moved(grid.rows), ...(formats ? { numberFormats: moved(formats) } : {}) };
}
