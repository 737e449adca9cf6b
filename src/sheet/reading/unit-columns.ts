/** Units that stand in a column of their own: 营业收入 | 单位, row by row 万元 or 千元. */
import { cellText, isBlank, type Grid } from "../../words/grid";
import { foldKey } from "../../words/plain-text";
import { doubtReasons } from "./doubt-messages";
import { doubtful } from "./doubts";
import type { Mapping } from "./map-columns";
import { moneyFactor, moneyUnitName } from "./money-units";

const heading = /(?:^|\/)(?:(?:金额|计量|货币|数据)?单位(?:名称)?|units?|currencyunit)$/;

/** A column of units of money, with the different ones it holds. */
interface UnitColumn {
  readonly column: number;
  readonly cell: string;
  readonly units: readonly string[];
}

/** The columns of units among those no field was found for. */
export function unitColumns(grid: Grid, rows: readonly number[], columns: readonly Mapping[]): UnitColumn[] {
  return columns.flatMap(({ column, address, use, heading: text }) => {
    if (use !== "unknown" || !heading.test(foldKey(text))) return [];
    const texts = rows.map((row) => grid.rows[row]?.[column]).filter((cell) => !isBlank(cell));
    const units = new Set(texts.map((cell) => moneyUnitName(cellText(cell)) ?? cellText(cell)));
    const known = [...units].filter((unit) => moneyFactor(unit) !== undefined);
    return known.length === 0 ? [] : [{ column, cell: address, units: known }];
  });
}

/** A column of amounts without a unit, in doubt where the next column, or the only one of units, says another than the usual. */
export function doubtedBeside(mapping: Mapping, found: readonly UnitColumn[]): Mapping {
  if (mapping.unitFrom !== "assumed") return mapping;
  const [only] = found;
  const beside = found.find(({ column }) => column === mapping.column + 1) ?? (found.length === 1 ? only : undefined);
  if (beside === undefined || beside.units.every((unit) => unit === mapping.unit)) return mapping;
  return doubtful(mapping, doubtReasons.unitInColumn(mapping.unit, beside.units, beside.cell));
}
