/** What the cells under a heading such as 单位, which may be an organisation or a unit of measure, look like. */
import { cellText, isBlank, type Grid } from "../../words/grid";
import { plainText } from "../../words/plain-text";
import { isUnit } from "./units";

const sampled = 40;
const organisation =
  /(?:公司|集团|厂|企业|合作社|研究院|研究所|设计院|事务所|中心|银行|支行|信用社|医院|学校|大学|学院|商行|经营部|工作室|店|社|站|场|矿|队|部|局|处)(?:\([^()]*\))?$|有限|股份|^[a-z].*\b(?:ltd|inc|co|corp|llc|gmbh)\b/i;

/** `names` where most cells look like organisations, `units` where most are units of measure, `other` for the rest and for blanks. */
export function nameValues(grid: Grid, firstRow: number, column: number): "names" | "units" | "other" {
  let filled = 0;
  let names = 0;
  let units = 0;
  for (let row = firstRow; row < grid.rows.length && filled < sampled; row++) {
    const cell = grid.rows[row]?.[column];
    if (isBlank(cell)) continue;
    const text = plainText(cellText(cell));
    filled += 1;
    if (isUnit(text)) units += 1;
    else if (organisation.test(text)) names += 1;
  }
  if (filled === 0) return "other";
  return names * 2 > filled ? "names" : units * 2 > filled ? "units" : "other";
}
