/** All classes of Office.js that the workbench has, and how their objects are made. */
import { applicationTable } from "./application";
import { axisTables } from "./chart-axes";
import { chartsTable, chartTable } from "./charts";
import { seriesTables } from "./chart-series";
import { legendTable, titleTable } from "./chart-texts";
import { conditionalTables } from "./conditional-formats";
import { freezePanesTable } from "./freeze-panes";
import type { Makers } from "./makers";
import { bind, membersOf } from "./member-table";
import { namesTable, nameTables } from "./names";
import { noteTables } from "./notes";
import { pageTables } from "./page-layout";
import { rangeTable } from "./range";
import { areasTable, rangeCollectionTable } from "./range-blocks";
import { borderTables } from "./range-borders";
import { formatTables } from "./range-format";
import { rangeViewTable } from "./range-properties";
import { settingTables } from "./settings";
import { tableTables, tableTable } from "./table";
import { columnTables } from "./table-columns";
import { tablesTable } from "./tables";
import { workbookTable } from "./workbook";
import { documentPropertiesTable, workbookProtectionTable } from "./workbook-parts";
import { worksheetTable } from "./worksheet";
import { worksheetProtectionTable } from "./worksheet-protection";
import { worksheetsTable } from "./worksheets";

export const makers: Makers = {
  worksheets: (book) => bind(worksheetsTable, book),
  worksheet: (target) => bind(worksheetTable, target),
  range: (target) => bind(rangeTable, target),
  areas: (target) => bind(areasTable, target),
  tables: (target) => bind(tablesTable, target),
  table: (target) => bind(tableTable, target),
  names: (target) => bind(namesTable, target),
  charts: (target) => bind(chartsTable, target),
  view: (target) => bind(rangeViewTable, target),
};

const tables = [
  applicationTable,
  workbookTable,
  documentPropertiesTable,
  workbookProtectionTable,
  worksheetsTable,
  worksheetTable,
  worksheetProtectionTable,
  ...pageTables,
  freezePanesTable,
  rangeTable,
  areasTable,
  rangeCollectionTable,
  rangeViewTable,
  ...formatTables,
  ...borderTables,
  ...conditionalTables,
  tablesTable,
  ...tableTables,
  ...columnTables,
  ...nameTables,
  ...noteTables,
  ...settingTables,
  chartsTable,
  chartTable,
  titleTable,
  legendTable,
  ...axisTables,
  ...seriesTables,
];

/** Every member the workbench answers, as `Class.member`, in order. */
export function supportedMembers(): readonly string[] {
  return [...new Set(tables.flatMap((table) => membersOf(table)))].sort();
}
