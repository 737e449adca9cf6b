/** Small things done to the workbook at the user's wish: show a place, filter a table, add a sheet of plain cells. */
import { trouble, type Doing } from "../../excel/trouble";
import type { Cell, CellRange } from "../../words/grid";
import { uniqueSheetName } from "../../xlsx/accepted-names";
import { readCells, ROWS_A_CALL, writeCells } from "./cells";
import { idOf, type WpsConnection } from "./connection";
import { putAway } from "./put-away";
import { XL } from "./objects";
import { rangeAt, rangeFrom } from "./ranges";
import { showAllRows, tablesOf, type PlacedTable } from "./tables";

const SHOWING: Doing = { zh: "打开要看的位置", en: "going to the place" };

export function show(connection: WpsConnection, key: string, range?: CellRange): Promise<void> {
  return connection.run(SHOWING, () => {
    const sheet = connection.sheet(key, SHOWING);
    sheet.Activate();
    if (range) rangeAt(sheet, range).Select();
  });
}

/** Shows only rows whose column holds one of `values`; null shows all again. */
export function filter(
  connection: WpsConnection,
  name: string,
  column: string,
  values: readonly string[] | null,
): Promise<void> {
  const doing: Doing = { zh: `筛选“${name}”`, en: `filtering "${name}"` };
  return connection.change(doing, () =>
    connection.still(() => {
      const found = tablesOf(connection).find(({ table }) => table.Name === name);
      const field = found === undefined ? 0 : headingsOf(found).indexOf(column) + 1;
      if (found === undefined || field === 0)
        throw trouble("sheet-gone", doing, {
          zh: "要筛选的表格已经不在了，可能刚被删除或改了表头。请重新评分。",
          en: "the table is no longer there, or its headings were changed. Please score again.",
        });
      if (values === null) showAllRows(found.table);
      else found.table.Range.AutoFilter(field, [...values], XL.filterValues);
    }),
  );
}

function headingsOf({ sheet, table }: PlacedTable): readonly Cell[] {
  const block = rangeFrom(table.Range);
  return readCells(sheet, { ...block, bottom: block.top }).flat();
}

/** Adds a sheet at the end, fills it and brings it into view; gives its id. On an error it is removed again. */
export function addSheet(connection: WpsConnection, name: string, rows: readonly (readonly Cell[])[]): Promise<string> {
  const doing: Doing = { zh: `添加工作表“${name}”`, en: `adding the sheet "${name}"` };
  return connection.change(doing, () =>
    connection.still(() => {
      const taken = new Set(connection.sheets.map((sheet) => sheet.Name.toLowerCase()));
      const { inView } = connection;
      const sheet = connection.addSheet(uniqueSheetName(name, taken), doing);
      try {
        const id = idOf(sheet);
        const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
        for (let top = 0; top < rows.length; top += ROWS_A_CALL)
          writeCells(sheet, { top, left: 0 }, rows.slice(top, top + ROWS_A_CALL), width);
        sheet.Activate();
        return id;
      } catch (error) {
        putAway(sheet, inView);
        throw error;
      }
    }),
  );
}

/** Every formula, not only those whose cells have changed. */
export function recalculate(connection: WpsConnection): Promise<void> {
  return connection.run({ zh: "重新计算公式", en: "working out the formulas anew" }, () =>
    connection.application.CalculateFull(),
  );
}
