/** Which enterprise each row of a workbook is about, where lists put together from years, topics and forms have several rows of one. */
import { placeIn } from "../words/grid";
import type { SheetReading } from "../sheet/reading/read-sheet";
import { placeOfSheetRow, type SheetRow } from "../sheet/reading/sheet-row";

/** In place of a row: enterprises that stand side by side share their row's number, which then names none of them. */
const SEVERAL = -1;

type Rows = Map<number, number>;

export class EnterpriseRows {
  private readonly bySheet = new Map<string, Rows>();
  /** Of sheets that speak of one enterprise only, as forms do. */
  private readonly onlyOn = new Map<string, number>();

  constructor(private readonly reading: SheetReading) {
    reading.rowNumbers.forEach((number, row) => enter(this.rowsOf(reading.sheetOf(row)), number, row));
    if (reading.grid.placement === undefined) return;
    const others = this.placesOfCells();
    for (const [sheet, rows] of others) {
      const own = this.rowsOf(sheet);
      for (const [number, row] of rows) if (!own.has(number)) own.set(number, row);
      const [only = SEVERAL, ...more] = new Set(own.values());
      if (more.length === 0) this.onlyOn.set(sheet, only);
    }
  }

  private rowsOf(sheet: string): Rows {
    const rows = this.bySheet.get(sheet) ?? new Map<number, number>();
    this.bySheet.set(sheet, rows);
    return rows;
  }

  /** Where the cells of the enterprises stand that are not in the row the enterprise is said to stand in. */
  private placesOfCells(): ReadonlyMap<string, Rows> {
    const { grid, gridRows, columns } = this.reading;
    const found = new Map<string, Rows>();
    for (const [row, at] of gridRows.entries()) {
      for (const { column } of columns) {
        const place = placeIn(grid, at, column);
        if (place === null) continue;
        const rows = found.get(place.sheet) ?? new Map<number, number>();
        found.set(place.sheet, rows);
        enter(rows, place.row + 1, row);
      }
    }
    return found;
  }

  /** The enterprise, counted from 0 among the reading's rows; null where none stands there or several do. */
  at(sheetRow: SheetRow): number | null {
    const place = placeOfSheetRow(sheetRow);
    if (place === null) return null;
    const sheet = place.sheet ?? this.reading.sheet;
    const row = this.bySheet.get(sheet)?.get(place.row) ?? this.onlyOn.get(sheet) ?? SEVERAL;
    return row === SEVERAL ? null : row;
  }
}

function enter(rows: Rows, number: number, row: number): void {
  const known = rows.get(number);
  rows.set(number, known === undefined || known === row ? row : SEVERAL);
}
