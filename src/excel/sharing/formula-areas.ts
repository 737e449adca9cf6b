/** Where a workbook's formulas are, cheaply: blocks that hold all of them, and as little else as can be. */
import type { Steps } from "../connection";
import { RANGE_NUMBERS, rangeAt, rangeFrom } from "../places";
import { codeOf } from "../trouble";
import { fewerBlocks, type SheetRange } from "./sheet-ranges";

export interface FormulaSheet {
  readonly id: string;
  readonly name: string;
  readonly protected: boolean;
  readonly areas: readonly SheetRange[];
}

/** The sheets of the workbook, in the order of their tabs. @param only ids of those that are meant; all where left out */
export async function formulaAreas(steps: Steps, only?: readonly string[]): Promise<readonly FormulaSheet[]> {
  const { items } = await steps.step(({ workbook: { worksheets } }) => worksheets.load("items/id"));
  const ids = items.map(({ id }) => id).filter((id) => only?.includes(id) ?? true);
  const asked = await steps.step(({ workbook }) =>
    ids.map((id) => {
      const sheet = workbook.worksheets.getItemOrNullObject(id);
      sheet.load("id,name");
      const { protection } = sheet;
      protection.load("protected");
      const used = sheet.getUsedRangeOrNullObject(true);
      used.untrack();
      used.load(RANGE_NUMBERS);
      return { sheet, protection, used };
    }),
  );
  const there = asked.filter(({ sheet }) => !sheet.isNullObject);
  const filled = there.flatMap(({ sheet, used }) =>
    used.isNullObject ? [] : [{ sheet: sheet.id, range: rangeFrom(used) }],
  );
  const areas = await specialCells(steps, filled);
  return there.map(({ sheet: { id, name }, protection }) => ({
    id,
    name,
    protected: protection.protected,
    areas: areas.get(id) ?? [],
  }));
}

/** By the sheet's id. Where Excel refuses, as it may on protected sheets, all cells in use count. */
async function specialCells(
  steps: Steps,
  sheets: readonly SheetRange[],
): Promise<ReadonlyMap<string, readonly SheetRange[]>> {
  const [only] = sheets;
  if (only === undefined) return new Map();
  try {
    const asked = await steps.step(({ workbook }) =>
      sheets.map(({ sheet, range }) => {
        const cells = rangeAt(workbook.worksheets.getItem(sheet), range);
        const special = cells.getSpecialCellsOrNullObject("Formulas");
        special.untrack();
        special.load("areaCount");
        special.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
        return { sheet, special, list: special.areas };
      }),
    );
    return new Map(
      asked.map(({ sheet, special, list }) => {
        const areas = special.isNullObject ? [] : list.items.map(rangeFrom);
        return [sheet, fewerBlocks(areas.map((range) => ({ sheet, range })))];
      }),
    );
  } catch (error) {
    if (codeOf(error) === "") throw error;
    if (sheets.length === 1) return new Map([[only.sheet, [only]]]);
  }
  const found = new Map<string, readonly SheetRange[]>();
  for (const one of sheets) for (const [sheet, areas] of await specialCells(steps, [one])) found.set(sheet, areas);
  return found;
}
