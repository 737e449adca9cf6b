/** Small things done to the workbook at the user's wish: show a place, filter a table, add a sheet of plain cells. */
import type { Cell, CellRange } from "../words/grid";
import { uniqueSheetName } from "../xlsx/accepted-names";
import { BlockWriter } from "./block-writer";
import { toExcelValue } from "./cell-values";
import type { Connection } from "./connection";
import type { OwnWriting } from "./own-writing";
import { rangeAt } from "./places";
import type { Doing } from "./trouble";

const SHOWING: Doing = { zh: "打开要看的位置", en: "going to the place" };

export async function show(connection: Connection, sheet: string, range?: CellRange): Promise<void> {
  await connection.run(SHOWING, ({ step }) =>
    step(({ workbook }) => {
      const shown = workbook.worksheets.getItem(sheet);
      shown.activate();
      if (range) rangeAt(shown, range).select();
    }),
  );
}

/** Shows only rows whose column holds one of `values`; null shows all again. */
export async function filter(
  connection: Connection,
  table: string,
  column: string,
  values: readonly string[] | null,
): Promise<void> {
  const doing: Doing = { zh: `筛选“${table}”`, en: `filtering "${table}"` };
  await connection.run(doing, ({ step }) =>
    step(({ workbook }) => {
      const filtered = workbook.tables.getItem(table);
      if (values === null) filtered.clearFilters();
      else filtered.columns.getItem(column).filter.applyValuesFilter([...values]);
    }),
  );
}

/** Adds a sheet at the end, fills it and brings it into view; gives its id. On an error it is removed again. */
export async function addSheet(
  connection: Connection,
  writing: OwnWriting,
  name: string,
  rows: readonly (readonly Cell[])[],
): Promise<string> {
  const doing: Doing = { zh: `添加工作表“${name}”`, en: `adding the sheet "${name}"` };
  return writing.during(() =>
    connection.run(doing, async (steps) => {
      const { step } = steps;
      const present = await step(({ workbook: { worksheets } }) => worksheets.load("items/name"));
      const taken = new Set(present.items.map((sheet) => sheet.name.toLowerCase()));
      const added = await step(({ workbook: { worksheets } }) => {
        const sheet = worksheets.add(uniqueSheetName(name, taken));
        sheet.load("id");
        return sheet;
      });
      const { id } = added;
      try {
        const writer = new BlockWriter(steps);
        const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
        for (const [index, row] of rows.entries())
          await writer.add(
            id,
            index,
            0,
            Array.from({ length: width }, (_, column) => toExcelValue(row[column])),
          );
        await writer.flush();
        await step(({ workbook }) => workbook.worksheets.getItem(id).activate());
      } catch (error) {
        await step(({ workbook }) => workbook.worksheets.getItem(id).delete()).catch(() => undefined);
        throw error;
      }
      return id;
    }),
  );
}

/** Every formula, not only those whose cells have changed. */
export async function recalculate(connection: Connection): Promise<void> {
  const doing: Doing = { zh: "重新计算公式", en: "working out the formulas anew" };
  await connection.run(doing, async ({ step }) => {
    await step(({ workbook }) => workbook.application.calculate("Full"));
  });
}
