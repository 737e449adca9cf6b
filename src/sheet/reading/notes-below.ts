/** Units that a note below the table names: 注：研发费用单位为元. */
import { addressIn, type Grid } from "../../words/grid";
import { plainText } from "../../words/plain-text";
import type { SkippedRow } from "./data-rows";
import { doubtful } from "./doubts";
import { doubtReasons } from "./doubt-messages";
import type { Mapping } from "./map-columns";
import { sheetUnit } from "./written-units";

export interface UnitBelow {
  /** As written. */
  readonly unit: string;
  readonly place: string;
  /** The whole note. */
  readonly text: string;
}

const namesUnit = /单位|以.*(?:元|圆)(?:计|为)|\bunits?\b|\bin\s+(?:rmb|cny|yuan)/i;

/** The units of money named in rows that are no data. */
export function unitsBelow(grid: Grid, skipped: readonly SkippedRow[]): UnitBelow[] {
  const found: UnitBelow[] = [];
  for (const { row, why } of skipped) {
    if (why === "subtotal") continue;
    for (const [column, cell] of (grid.rows[row] ?? []).entries()) {
      if (typeof cell !== "string" || cell.length > 200 || !namesUnit.test(cell)) continue;
      const said = sheetUnit(cell.replace(/^.*?(?=(?:金额|货币|计量)?单位)/, ""));
      if (said?.kind === "yuan") found.push({ unit: said.text, place: addressIn(grid, row, column), text: cell });
    }
  }
  return found;
}

/** A column whose unit nobody wrote beside it, in doubt where a note below names another: its own by name, or that of all. */
export function doubtedBelow(mapping: Mapping, notes: readonly UnitBelow[], headings: readonly string[]): Mapping {
  if (mapping.unitFrom !== "assumed") return mapping;
  const isNamed = (text: string, heading: string): boolean =>
    heading !== "" && plainText(text).includes(plainText(heading));
  for (const { unit, place, text } of notes) {
    const ofSome = headings.some((heading) => isNamed(text, heading));
    if (ofSome && !isNamed(text, mapping.heading)) continue;
    if (unit !== mapping.unit) return doubtful(mapping, doubtReasons.unitBelow(mapping.unit, unit, place));
  }
  return mapping;
}
