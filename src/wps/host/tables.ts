/** Tables of the workbook: WPS has them by sheet alone. */
import type { WpsConnection } from "./connection";
import type { WpsSheet, WpsTable } from "./objects";

export interface PlacedTable {
  readonly sheet: WpsSheet;
  readonly table: WpsTable;
}

export function tablesOf(connection: WpsConnection): readonly PlacedTable[] {
  return connection.sheets.flatMap((sheet) => {
    const { ListObjects } = sheet;
    return Array.from({ length: ListObjects.Count }, (_, index) => ({ sheet, table: ListObjects.Item(index + 1) }));
  });
}

/** All rows of a table again. */
export function showAllRows({ AutoFilter }: WpsTable): void {
  if (AutoFilter?.FilterMode === true) AutoFilter.ShowAllData();
}
