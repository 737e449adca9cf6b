/** The same made-up enterprises as lists really arrive: merged titles, two heading rows, mixed units, words where numbers belong. */
import type { WriteSheet } from "hucre/xlsx";
import { columnLetters } from "../../words/grid";
import { headingCells } from "./clean-sheet";
import type { SampleCell, SampleEnterprise } from "./sample-enterprise";

type Cells = NonNullable<WriteSheet["cells"]>;

/** A column under its group; `group` is merged over its columns, a column without one is merged over both heading rows. */
interface MessyColumn {
  readonly group?: string;
  readonly heading: string;
  readonly width: number;
  readonly cell: (enterprise: SampleEnterprise, index: number) => SampleCell;
}

const COLUMNS: readonly MessyColumn[] = [
  { heading: "序号", width: 6, cell: (_, index) => index + 1 },
  { heading: "企业名称", width: 38, cell: messyName },
  { heading: "统一社会信用代码", width: 24, cell: ({ credit_code }) => credit_code },
  { heading: "所在市", width: 9, cell: ({ region }) => region },
  { heading: "成立时间", width: 13, cell: ({ founded }, index) => messyDate(founded, index) },
  { group: "营业收入", heading: "2025年", width: 20, cell: ({ revenue }, index) => yuan(revenue, index) },
  { group: "营业收入", heading: "2024年", width: 20, cell: ({ revenue_1 }, index) => yuan(revenue_1, index + 1) },
  { group: "营业收入", heading: "2023年", width: 20, cell: ({ revenue_2 }, index) => yuan(revenue_2, index + 2) },
  {
    group: "研发费用（万元）",
    heading: "2025年",
    width: 14,
    cell: ({ rd_expense }, index) => research(rd_expense, index),
  },
  { group: "研发费用（万元）", heading: "2024年", width: 14, cell: ({ rd_expense_1 }) => rd_expense_1 },
  {
    group: "资产负债情况",
    heading: "2025年资产总额",
    width: 20,
    cell: ({ total_assets }, index) => yuan(total_assets, index + 3),
  },
  {
    group: "资产负债情况",
    heading: "2025年负债总额",
    width: 20,
    cell: ({ total_liabilities }, index) => yuan(total_liabilities, index + 4),
  },
  { heading: "主营业务收入占比", width: 12, cell: mainShare },
  {
    heading: "从业人员（人）",
    width: 12,
    cell: ({ employees }, index) => (index % 9 === 5 ? `${String(employees)}人` : employees),
  },
  {
    heading: "从事细分市场年限",
    width: 12,
    cell: ({ niche_years }, index) => (index % 8 === 2 ? `${String(niche_years)}年` : niche_years),
  },
  {
    heading: "国内市场占有率（%）",
    width: 12,
    cell: ({ niche_share_cn }, index) => (index % 10 === 7 ? "—" : niche_share_cn),
  },
  { group: "知识产权（项）", heading: "Ⅰ类知识产权", width: 12, cell: ({ ip_class1 }) => ip_class1 },
  {
    group: "知识产权（项）",
    heading: "实际应用并产生效益的Ⅰ类知识产权",
    width: 18,
    cell: ({ ip_class1_used }) => ip_class1_used,
  },
  { group: "知识产权（项）", heading: "Ⅱ类知识产权", width: 12, cell: ({ ip_class2 }) => ip_class2 },
  {
    heading: "高新技术企业证书有效期至",
    width: 16,
    cell: ({ high_tech_until }, index) => messyTitle(high_tech_until, index),
  },
  {
    heading: "研发机构级别",
    width: 12,
    cell: ({ rd_institution }, index) => (index % 12 === 9 ? "不适用" : rd_institution),
  },
  {
    heading: "是否属于战略性新兴产业",
    width: 14,
    cell: ({ strategic_industry }, index) => messyFlag(strategic_industry, index),
  },
  {
    heading: "市场占有率位居前列",
    width: 12,
    cell: ({ niche_position_front }, index) => messyFlag(niche_position_front, index + 2),
  },
  {
    heading: "专精特新发展评价得分",
    width: 12,
    cell: ({ development_score }, index) => (index === 23 ? "#N/A" : development_score),
  },
  {
    heading: "创新型中小企业有效期至",
    width: 16,
    cell: ({ title_innovative_until }, index) => messyTitle(title_innovative_until, index + 1),
  },
  { heading: "备注", width: 24, cell: (_, index) => (index === 5 ? "+补充材料已交" : index === 9 ? "-" : null) },
];

const FIRST_DATA_ROW = 4;
const REVENUE = 5;
/** Enterprises whose rows are hidden, as after a filter. */
const HIDDEN = new Set([7, 8, 30]);
/** This enterprise comes a second time further down, its code typed in another way. */
const DUPLICATE = { of: 3, after: 40 };

/** @param enterprises about 55 of them; a duplicate, subtotals and a total are added */
export function messySheet(enterprises: readonly SampleEnterprise[]): WriteSheet {
  const rows: SampleCell[][] = [
    ["2026年度优质中小企业摸底表（样例，企业均为虚构）"],
    ["填报单位：示例市工业和信息化局（虚构）", ...Array<null>(COLUMNS.length - 2).fill(null), "单位：元"],
    COLUMNS.map(({ group, heading }, index) =>
      group === undefined || COLUMNS[index - 1]?.group !== group ? (group ?? heading) : null,
    ),
    COLUMNS.map(({ group, heading }) => (group === undefined ? null : heading)),
  ];
  const cells: Cells = new Map([...headingCells(2, COLUMNS.length), ...headingCells(3, COLUMNS.length)]);
  cells.set("0,0", { style: { font: { bold: true, size: 16 }, alignment: { horizontal: "center" } } });
  const rowDefs = new Map<number, { height?: number; hidden?: boolean }>([[0, { height: 30 }]]);
  const sums: number[] = [];
  const last = columnLetters(REVENUE);

  const add = (enterprise: SampleEnterprise, index: number): void => {
    if (HIDDEN.has(index)) rowDefs.set(rows.length, { hidden: true });
    if (index % 4 === 1) cells.set(`${rows.length},12`, { style: { numFmt: "0.0%" } });
    // Written by a program that does not compute: a formula without a result.
    if (index === 33) cells.set(`${rows.length},12`, { formula: `1-0.08` });
    rows.push(COLUMNS.map(({ cell }) => cell(enterprise, index)));
  };
  let groupStart = rows.length;
  for (const [index, enterprise] of enterprises.entries()) {
    add(enterprise, index);
    const first = enterprises[DUPLICATE.of];
    if (index === DUPLICATE.after && first) {
      add(
        {
          ...first,
          credit_code: String(first.credit_code)
            .toLowerCase()
            .replace(/^(.{6})(.{6})/, "$1 $2 "),
        },
        DUPLICATE.of,
      );
    }
    if (index === 20) rows.push([]);
    if ((index + 1) % 14 !== 0) continue;
    sums.push(rows.length);
    cells.set(`${rows.length},${REVENUE}`, {
      formula: `SUBTOTAL(9,${last}${groupStart + 1}:${last}${rows.length})`,
      formulaResult: sumOf(rows.slice(groupStart)),
    });
    rows.push([null, "小计"]);
    groupStart = rows.length;
  }
  cells.set(`${rows.length},${REVENUE}`, {
    formula: sums.map((row) => `${last}${row + 1}`).join("+"),
    formulaResult: sumOf(rows.slice(FIRST_DATA_ROW)),
  });
  rows.push(["合计"]);
  return {
    name: "杂乱企业名单",
    rows,
    cells,
    rowDefs,
    merges: merges(),
    columns: COLUMNS.map(({ width }) => ({ width })),
  };
}

function merges(): NonNullable<WriteSheet["merges"]> {
  const found = [
    { startRow: 0, startCol: 0, endRow: 0, endCol: COLUMNS.length - 1 },
    { startRow: 1, startCol: 0, endRow: 1, endCol: 3 },
  ];
  for (const [index, { group }] of COLUMNS.entries()) {
    if (group === undefined) found.push({ startRow: 2, startCol: index, endRow: 3, endCol: index });
    else if (COLUMNS[index - 1]?.group !== group) {
      const width = COLUMNS.filter((column) => column.group === group).length;
      found.push({ startRow: 2, startCol: index, endRow: 2, endCol: index + width - 1 });
    }
  }
  return found;
}

/** What SUBTOTAL and + would show: real numbers only, as Excel adds them. */
function sumOf(rows: readonly SampleCell[][]): number {
  return rows.reduce((sum, row) => sum + (typeof row[REVENUE] === "number" ? row[REVENUE] : 0), 0);
}

function messyName({ name }: SampleEnterprise, index: number): SampleCell {
  const text = String(name);
  if (index === 11) return `=${text}`;
  if (index === 17) return `\u3000${text} `;
  if (index === 26) return text.replace("有限公司", "\n有限公司");
  return text;
}

/** The sheet says 单位：元 in its title row; some cells say otherwise themselves. */
function yuan(value: SampleCell, index: number): SampleCell {
  if (typeof value !== "number") return value;
  const amount = Math.round(value * 10_000);
  switch (index % 7) {
    case 1:
      return `${amount.toString().replace(/\B(?=(\d{3})+$)/g, ",")}.00`;
    case 2:
      return amount.toString().replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 4:
      return `${value}万元`;
    case 6:
      return ` ${amount} `;
    default:
      return amount;
  }
}

function research(value: SampleCell, index: number): SampleCell {
  if (index === 12) return "#DIV/0!";
  if (index === 14) return "约500";
  if (index % 13 === 6) return "—";
  return index % 17 === 8 ? "待补" : value;
}

function mainShare({ revenue, main_revenue }: SampleEnterprise, index: number): SampleCell {
  if (typeof revenue !== "number" || typeof main_revenue !== "number") return null;
  const share = Number((main_revenue / revenue).toFixed(4));
  return index % 4 === 2 ? `${(share * 100).toFixed(1)}%` : index % 4 === 3 ? `${(share * 100).toFixed(2)}％` : share;
}

function messyDate(value: SampleCell, index: number): SampleCell {
  if (!(value instanceof Date)) return value;
  const [year, month, day] = [value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate()];
  switch (index % 7) {
    case 0:
      return value;
    case 1:
      return Number(`${year}.${month === 10 ? 9 : month}`);
    case 2:
      return `${year}.${month}.${day}`;
    case 3:
      return `${year}年${month}月`;
    case 4:
      // The serial number, after someone set the column to General.
      return value.getTime() / 86_400_000 + 25_569;
    case 5:
      return `${year}/${month}/${day}`;
    default:
      return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  }
}

/** Titles: the day they run out, or a plain word for held and not held. */
function messyTitle(value: SampleCell, index: number): SampleCell {
  if (!(value instanceof Date)) return index % 3 === 0 ? "×" : index % 3 === 1 ? "无" : "否";
  return index % 3 === 1
    ? "√"
    : index % 3 === 2
      ? `${value.getUTCFullYear()}.${value.getUTCMonth() + 1}.${value.getUTCDate()}`
      : value;
}

const YES = ["是", "√", "有", "Y", "属于"];
const NO = ["否", "×", "无", "N", "不属于"];

function messyFlag(value: SampleCell, index: number): SampleCell {
  if (index % 19 === 16) return "/";
  const words = value === "是" ? YES : NO;
  return words[index % words.length] ?? value;
}
