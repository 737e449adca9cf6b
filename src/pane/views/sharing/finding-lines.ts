/** What a check found as lines: one a row and a cell, each a way to its place; a finding without any is a line by itself. */
import type { CellFinding, Finding } from "../../../sharing/check/findings";
import { address, type CellPlace } from "../../../words/grid";

export interface FindingLine {
  readonly key: string;
  readonly finding: Finding;
  /** The row of the list, as Excel counts it; null for a finding about none. */
  readonly row: number | null;
  /** Where it stands; null where it is gone, or stands on several sheets. */
  readonly place: CellPlace | null;
  /** What a cell says and should; null for a whole row. */
  readonly cell: CellFinding | null;
}

export function findingLines(findings: readonly Finding[]): readonly FindingLine[] {
  return findings.flatMap((finding) => {
    const { kind, message, rows, rowsOn, details } = finding;
    const own = `${kind} ${message.en}`;
    const cells = details.map((cell): FindingLine => {
      const { sheet, row, column } = cell.cell;
      return { key: `${own} ${sheet} ${address(row, column)}`, finding, row: cell.row, place: cell.cell, cell };
    });
    const told = new Set(details.map(({ row }) => row));
    const others = rows
      .filter((row) => !told.has(row))
      .map((row): FindingLine => ({
        key: `${own} ${row}`,
        finding,
        row,
        place: rowsOn === null ? null : { sheet: rowsOn, row: row - 1, column: 0 },
        cell: null,
      }));
    const lines = [...cells, ...others];
    return lines.length > 0 ? lines : [{ key: own, finding, row: null, place: null, cell: null }];
  });
}
