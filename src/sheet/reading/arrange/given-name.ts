/** The enterprise a sheet is of that has no column of names: as its title, its tab or its file calls it. */
import { placeIn, type CellPlace, type Grid } from "../../../words/grid";
import { plainText } from "../../../words/plain-text";
import type { Piece } from "./pieced-grid";

export interface GivenName {
  readonly text: string;
  /** A column that holds the name in every row. */
  piece(heading: string): Piece;
}

const labelled = /(?:企业|公司|单位)(?:名称|全称)?[:：]\s*([^:：\s]{2,40})/;
const enterprise =
  /^[（(]?([\u4e00-\u9fff（）()A-Za-z0-9·&]{2,40}?(?:有限责任公司|股份有限公司|有限公司|集团|公司|厂|合作社|研究院|研究所|股份))(?!制|化|人)/;
/** What a tab or a file says besides a name. */
const general =
  /sheet\d*|工作表\d*|20\d\d|年度?|单企业|企业|公司|分年|财务|主要|指标|数据|摘要|报表|报告期?|明细|情况|经营|业绩|利润表|资产负债表|现金流量表|汇总|一览|同花顺|东方财富|东财|万得|wind|choice|akshare|tushare|csmar|[a-z]?\d+|[\s_\-—–.()（）、至]|表$/gi;

function ofText(text: string): string | null {
  const plain = plainText(text);
  return labelled.exec(plain)?.[1] ?? enterprise.exec(plain)?.[1] ?? null;
}

/** A tab such as 华昌机械 names its enterprise, 财务数据 and Sheet1 name none. */
function ofTab(sheet: string): string | null {
  const named = ofText(sheet);
  if (named !== null) return named;
  const rest = plainText(sheet).replace(general, "");
  return /^[\u4e00-\u9fff]{2,}$/.test(rest) && plainText(sheet).includes(rest) ? rest : null;
}

function foundName(grid: Grid, rows: number): { readonly text: string; readonly place: CellPlace | null } | null {
  for (let row = 0; row < rows; row++) {
    for (const [column, cell] of (grid.rows[row] ?? []).entries()) {
      const text = typeof cell === "string" ? ofText(cell) : null;
      if (text !== null) return { text, place: placeIn(grid, row, column) };
      const below = grid.rows[row]?.[column + 1];
      const isLabel = typeof cell === "string" && /^(?:企业|公司|单位)(?:名称|全称)[:：]?$/.test(plainText(cell));
      if (isLabel && typeof below === "string" && below.trim() !== "") {
        return { text: plainText(below), place: placeIn(grid, row, column + 1) };
      }
    }
  }
  const text = ofTab(grid.sheet);
  return text === null ? null : { text, place: null };
}

/** From the `rows` above the headings, else from the tab; null where neither names an enterprise. */
export function givenName(grid: Grid, rows: number, count: number): GivenName | null {
  const found = foundName(grid, rows);
  if (found === null) return null;
  const { text, place } = found;
  const named: Grid = {
    sheet: grid.sheet,
    rows: [[text]],
    merges: [],
    hiddenRows: new Set(),
    placement: { cell: () => place, row: () => ({ sheet: grid.sheet, row: place?.row ?? 0 }) },
  };
  return {
    text,
    piece: (heading) => ({
      levels: [{ text: heading, place }],
      picks: { grids: [named], rows: new Int32Array(count) },
      columns: [0],
    }),
  };
}
