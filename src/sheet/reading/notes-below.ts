/** Units that a note below the table or a remark names: 注：研发费用单位为元. */
import { addressIn, type Grid } from "../../words/grid";
import { plainText } from "../../words/plain-text";
import { doubtful } from "./doubts";
import { doubtReasons } from "./doubt-messages";
import type { Mapping } from "./map-columns";
import { remarkCells, type Remarked } from "./remark-years";
import { sheetUnit } from "./written-units";

export interface UnitBelow {
  /** As written. */
  readonly unit: string;
  readonly place: string;
  /** The whole note. */
  readonly text: string;
}

const namesUnit = /单位|以.*(?:元|圆)(?:计|为)|\bunits?\b|\bin\s+(?:rmb|cny|yuan)/i;

/** The units of money named in rows that are no data, and in remarks beside the enterprises. */
export function unitsInNotes(grid: Grid, remarked: Remarked): UnitBelow[] {
  return remarkCells(grid, remarked).flatMap(({ row, column, text }) => {
    if (text.length > 200 || !namesUnit.test(text)) return [];
    const said = sheetUnit(text.replace(/^.*?(?=(?:金额|货币|计量)?单位)/, ""));
    return said?.kind === "yuan" ? [{ unit: said.text, place: addressIn(grid, row, column), text }] : [];
  });
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
