/** Rows between the headings and the first enterprise that say what the figures of their columns are: 口径 | 合并 | 母公司, 来源 | 年报 | 年报. */
import { cellText, isBlank, type Cell } from "../../words/grid";
import { foldKey } from "../../words/plain-text";

/** What such a row calls itself, where an enterprise would have its name. */
const description =
  /^(?:(?:统计|报表|数据|财务|合并|指标)?口径|合并范围|报表类型|会计准则|(?:货币|金额|计量)?单位|币种|(?:数据|资料|取数|指标)?来源|出处|取数(?:规则|说明|方式)|(?:数据|字段|指标|填报|填写|取值)?(?:类型|格式|说明|要求|规则|含义|解释|定义|示例)|备注|(?:是否)?(?:必填|选填|公开)|(?:统计|报告)?(?:期间|时点|周期|频率|期)|审计(?:情况|状态|意见)|保留(?:小数|位数)|basis|scope|source|currency|units?|type|format|required|notes?|period|audited)$/;

/**
 * True where the name of the row is such a word and no figure stands in any column of figures.
 * @param figures the columns read as numbers, 0-based
 */
export function describesColumns(
  cells: readonly Cell[],
  name: number | undefined,
  figures: readonly number[],
): boolean {
  if (name === undefined || !description.test(foldKey(cellText(cells[name] ?? null)).replace(/[:：]$/, "")))
    return false;
  const filled = figures.map((column) => cells[column] ?? null).filter((cell) => !isBlank(cell));
  return filled.length > 0 && filled.every((cell) => typeof cell === "string" && !/\d/.test(cell));
}
