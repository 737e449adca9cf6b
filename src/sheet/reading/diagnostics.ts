/** Looks at the numbers of a sheet as a whole: units that cannot be right, parts above wholes, ratios that contradict each other. */
import type { Vocabulary } from "../../language/vocabulary";
import { ratios } from "./column-middles";
import type { DoubtReason } from "./doubt-messages";
import type { Grid } from "../../words/grid";
import { mappedCell } from "./map-columns";
import type { Warning } from "./messages";
import { partsAboveWholes } from "./parts-of-wholes";
import type { ReadSlot } from "./read-slot";
import { checkUnits } from "./unit-check";
import { warnings as warn } from "./warning-messages";

/** Rows whose debt ratio and whose liabilities over assets are more than 2 percentage points apart. */
function contradictoryDebt(columns: ReadonlyMap<string, ReadSlot>): number[] {
  const [ratio, debts, assets] = ["debt_ratio", "total_liabilities", "total_assets"].map(
    (key) => columns.get(key)?.values,
  );
  if (ratio === undefined || debts === undefined || assets === undefined) return [];
  const computed = ratios(debts, assets);
  return [...ratio.keys()].filter((at) => Math.abs((ratio[at] ?? NaN) - (computed[at] ?? NaN)) > 0.02);
}

export interface Diagnosis {
  readonly warnings: readonly Warning[];
  /** By the address of the heading: columns to be confirmed before their numbers count. Each has its warning too. */
  readonly doubts: ReadonlyMap<string, DoubtReason>;
}

/**
 * What the numbers of a sheet show of its columns. `columns` are the columns read, by slot; `rows` the 0-based rows of their values in the
 * grid.
 * Unit checks go by the middle of all rows, so that a single odd enterprise raises none.
 */
export function diagnose(
  grid: Grid,
  vocabulary: Vocabulary,
  columns: ReadonlyMap<string, ReadSlot>,
  rows: readonly number[],
): Diagnosis {
  const units = checkUnits(vocabulary, columns);
  const found = [...units.warnings];
  const numbers = new Map([...columns].map(([key, { values }]) => [key, values]));
  for (const { part, whole, rows: at } of partsAboveWholes(vocabulary, numbers)) {
    const [partColumn, wholeColumn] = [columns.get(part), columns.get(whole)];
    if (partColumn === undefined || wholeColumn === undefined) continue;
    const cells = at.map((index) => mappedCell(grid, partColumn.mapping, rows[index] ?? 0));
    const headings = [partColumn.mapping.heading, wholeColumn.mapping.heading] as const;
    const yesNo = vocabulary.fields.get(part)?.type === "flag";
    const message = yesNo ? warn.yesBesideNo(...headings, cells) : warn.partAboveWhole(...headings, cells);
    found.push({ id: "part-above-whole", message, cells });
  }
  const debt = columns.get("debt_ratio");
  const contradictory = contradictoryDebt(columns);
  if (debt !== undefined && contradictory.length > 0) {
    const cells = contradictory.map((index) => mappedCell(grid, debt.mapping, rows[index] ?? 0));
    found.push({ id: "debt-ratio-differs", message: warn.debtRatio(cells), cells });
  }
  return { warnings: found, doubts: units.doubts };
}
