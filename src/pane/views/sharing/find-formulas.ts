/** Looks for the product's formulas all over the workbook, without holding up the page. */
import type { Control, ExcelHost } from "../../../excel/host";
import { REAL_PACE, Slices } from "../../../excel/pace";
import type { SheetFormulas } from "../../../excel/sharing-host";
import { shortNames, type ShortName } from "../../../sharing/formulas/short-names";
import { mayMatter, ValuesPlanner } from "../../../sharing/formulas/values-plan";
import { FUNCTION_NAMES, NAMED_FUNCTIONS } from "./own-functions";

export interface FoundFormulas {
  readonly sheets: readonly SheetFormulas[];
  readonly planner: ValuesPlanner;
  readonly shortNames: readonly ShortName[];
}

/** @throws ExcelTrouble */
export async function findFormulas(host: ExcelHost, control: Control): Promise<FoundFormulas> {
  const { names, tables } = await host.sharing.names();
  const short = shortNames(NAMED_FUNCTIONS, names, tables);
  const defined = new Set(short.flatMap(({ name, state }) => (state === "ours" ? [name] : [])));
  const sheets = await host.sharing.formulas((formula) => mayMatter(formula, FUNCTION_NAMES), control);
  const planner = new ValuesPlanner(FUNCTION_NAMES, defined);
  const slices = new Slices(REAL_PACE);
  for (const { cells } of sheets)
    for (const cell of cells) {
      planner.add(cell);
      await slices.breathe();
    }
  return { sheets, planner, shortNames: short };
}
