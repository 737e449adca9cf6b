/** Enters formulas of ours again where Excel does not know them any more (#NAME?). Locked cells stay as they are, and are named. */
import type { Control, ExcelHost } from "../../../excel/host";
import type { CellChange } from "../../../excel/sharing-host";
import { findFormulas } from "./find-formulas";
import type { Outcome } from "./sharing-state";

type Repaired = Extract<Outcome, { kind: "repaired" }>;

export async function repairFormulas(host: ExcelHost, control: Control): Promise<Repaired> {
  const { planner } = await findFormulas(host, control);
  const lost = planner.formulas.filter(({ state }) => state === "unknown");
  const locked = lost.filter(({ cell }) => cell.locked === true);
  const changes = lost.flatMap(({ cell, repair }): CellChange[] => {
    if (repair === null || cell.locked === true) return [];
    const { sheet, row, column, formula } = cell;
    const range = { top: row, bottom: row, left: column, right: column };
    return [{ sheet, range, to: { kind: "formula", formula: repair }, back: { kind: "formula", formula } }];
  });
  await host.sharing.change(changes, control);
  // Whether it has helped shows only once Excel has computed them.
  const again = changes.length === 0 ? planner : (await findFormulas(host, control)).planner;
  return {
    kind: "repaired",
    places: changes.length,
    still: again.formulas.filter(({ state, cell }) => state === "unknown" && cell.locked !== true).length,
    locked: [...new Set(locked.map(({ cell }) => cell.sheet))],
  };
}
