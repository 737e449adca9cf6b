/** A sheet of the workbench as one to be written: sizes in the file's units, formulas as files keep them. */
import type { BookConditionalFormat, BookSheet, BookTable } from "../../xlsx/book-file";
import type { ColumnRun, TableColumn, WrittenSheet, WrittenTable } from "../../xlsx/write/written-sheet";
import { filedFormula } from "./formula-names";
import { DEFAULT_COLUMN_POINTS, pointsToCharacters } from "./measures";
import { cellsXml, columnNames, type CellParts } from "./write-cells";

export function writtenSheet(sheet: BookSheet, selected: boolean, cells: CellParts): WrittenSheet {
  return {
    ...sheet,
    selected,
    rows: (styles, texts) => cellsXml(sheet, cells, styles, texts),
    columns: columnsOf(sheet),
    locked: sheet.protected ? "all" : null,
    conditionalFormats: sheet.conditionalFormats.map(filedCondition),
    charts: sheet.charts.map(({ left, top, width, height, ...chart }) => ({
      ...chart,
      place: { left, top, width, height },
    })),
    tables: sheet.tables.map((table) => writtenTable(sheet, table)),
  };
}

function columnsOf({ columnWidths, hiddenColumns }: BookSheet): ColumnRun[] {
  const hidden = new Set(hiddenColumns);
  const places = [...new Set([...hidden, ...Object.keys(columnWidths).map(Number)])].sort((a, b) => a - b);
  return places.map((place) => {
    const own = columnWidths[place];
    const width = pointsToCharacters(own ?? DEFAULT_COLUMN_POINTS);
    return { first: place, last: place, width, usual: own === undefined, hidden: hidden.has(place) };
  });
}

function filedCondition(format: BookConditionalFormat): BookConditionalFormat {
  const { rule } = format;
  if (rule.kind !== "formula") return format;
  return { ...format, rule: { kind: "formula", formula: filedFormula(rule.formula) } };
}

function writtenTable(sheet: BookSheet, table: BookTable): WrittenTable {
  const { range, totals } = table;
  const columns = columnNames(sheet, table).map((name, index): TableColumn => {
    const cell = totals ? sheet.cells[range.bottom]?.[range.left + index] : undefined;
    if (cell?.formula !== undefined) return { name, total: { formula: filedFormula(cell.formula) } };
    return typeof cell?.value === "string" ? { name, total: { label: cell.value } } : { name };
  });
  return { ...table, columns };
}
