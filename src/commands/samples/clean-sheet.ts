/** The clean list of the sample workbook: one heading row, one enterprise a row, units in the headings. */
import type { WriteSheet } from "hucre/xlsx";
import { columnLetters } from "../../words/grid";
import {
  sampleEnterprise,
  type Aim,
  type Rung,
  type SampleCell,
  type SampleEnterprise,
  type SampleKey,
} from "./sample-enterprise";
import type { Random } from "./seeded-random";

const COLUMNS: readonly {
  readonly key: SampleKey;
  readonly heading: string;
  readonly width: number;
  readonly format?: string;
}[] = [
  { key: "name", heading: "企业名称", width: 36 },
  { key: "credit_code", heading: "统一社会信用代码", width: 22 },
  { key: "region", heading: "所在市", width: 10 },
  { key: "county", heading: "所在县（市、区）", width: 16 },
  { key: "industry", heading: "行业代码", width: 10 },
  { key: "founded", heading: "成立日期", width: 13, format: "yyyy-mm-dd" },
  { key: "product", heading: "主导产品", width: 18 },
  { key: "cluster", heading: "所属产业集群", width: 24 },
  { key: "employees", heading: "2025年从业人员（人）", width: 14, format: "#,##0" },
  { key: "rd_staff", heading: "2025年研发人员（人）", width: 14, format: "#,##0" },
  { key: "total_assets", heading: "2025年资产总额（万元）", width: 16, format: "#,##0.00" },
  { key: "total_liabilities", heading: "2025年负债总额（万元）", width: 16, format: "#,##0.00" },
  { key: "revenue", heading: "2025年营业收入（万元）", width: 16, format: "#,##0.00" },
  { key: "revenue_1", heading: "2024年营业收入（万元）", width: 16, format: "#,##0.00" },
  { key: "revenue_2", heading: "2023年营业收入（万元）", width: 16, format: "#,##0.00" },
  { key: "main_revenue", heading: "2025年主营业务收入（万元）", width: 18, format: "#,##0.00" },
  { key: "main_revenue_1", heading: "2024年主营业务收入（万元）", width: 18, format: "#,##0.00" },
  { key: "main_revenue_2", heading: "2023年主营业务收入（万元）", width: 18, format: "#,##0.00" },
  { key: "rd_expense", heading: "2025年研发费用（万元）", width: 16, format: "#,##0.00" },
  { key: "rd_expense_1", heading: "2024年研发费用（万元）", width: 16, format: "#,##0.00" },
  { key: "new_equity_2y", heading: "近两年新增股权融资（万元）", width: 18, format: "#,##0" },
  { key: "new_equity_3y", heading: "近三年新增股权融资（万元）", width: 18, format: "#,##0" },
  { key: "niche_years", heading: "从事细分市场年限（年）", width: 14 },
  { key: "niche_share_cn", heading: "国内市场占有率（%）", width: 14, format: "0.0" },
  { key: "niche_rank_cn", heading: "国内排名", width: 10 },
  { key: "niche_rank_world", heading: "全球排名", width: 10 },
  { key: "niche_rank_province", heading: "省内排名", width: 10 },
  { key: "niche_position_front", heading: "市场占有率位居前列", width: 12 },
  { key: "ip_class1", heading: "Ⅰ类知识产权（项）", width: 12 },
  { key: "ip_class1_high_value", heading: "Ⅰ类高价值知识产权（项）", width: 14 },
  { key: "ip_class1_used", heading: "实际应用并产生效益的Ⅰ类知识产权（项）", width: 20 },
  { key: "ip_class2", heading: "Ⅱ类知识产权（项）", width: 12 },
  { key: "high_tech_until", heading: "高新技术企业证书有效期至", width: 16, format: "yyyy-mm-dd" },
  { key: "national_title", heading: "国家技术创新示范或知识产权优势/示范企业", width: 20 },
  { key: "national_award_rank", heading: "近三年国家级科技奖励排名", width: 14 },
  { key: "provincial_award_rank", heading: "近三年省部级科技奖励排名", width: 14 },
  { key: "rd_institution", heading: "研发机构级别", width: 12 },
  { key: "strategic_industry", heading: "属于战略性新兴产业", width: 12 },
  { key: "key_link", heading: "处于产业链关键环节", width: 12 },
  { key: "core_field", heading: "主导产品属于重点领域", width: 12 },
  { key: "development_score", heading: "专精特新发展评价得分", width: 12, format: "0.0" },
  { key: "title_innovative_until", heading: "创新型中小企业有效期至", width: 15, format: "yyyy-mm-dd" },
  { key: "title_specialized_until", heading: "专精特新中小企业有效期至", width: 15, format: "yyyy-mm-dd" },
  { key: "title_little_giant_until", heading: "小巨人有效期至", width: 15, format: "yyyy-mm-dd" },
  { key: "title_champion_province_until", heading: "省级单项冠军有效期至", width: 15, format: "yyyy-mm-dd" },
  { key: "abnormal_list", heading: "列入经营异常名录", width: 12 },
  { key: "incident_3y", heading: "近三年重大违法或事故", width: 12 },
  { key: "energy_advanced", heading: "产品能耗达到限额标准先进值", width: 14 },
  { key: "tech_advanced", heading: "生产技术或工艺国际先进", width: 14 },
  { key: "product_leading", heading: "关键性能指标国际领先", width: 14 },
  { key: "intl_leading", heading: "国际业务收入行业领先", width: 14 },
  { key: "brand_strategy", heading: "实施品牌战略", width: 14 },
  { key: "rd_leading", heading: "研发机构高水平且研发强度行业领先", width: 18 },
  { key: "ip_leading", heading: "专利数量行业领先", width: 14 },
  { key: "standards_joined", heading: "参与制定标准", width: 14 },
  { key: "results_used", heading: "成果转化应用并产生效益", width: 14 },
  { key: "performance_leading", heading: "收入或利润行业领先", width: 14 },
];

/** How many enterprises aim at what; together 300. */
const PLAN: readonly { readonly rung: Rung; readonly aim: Aim; readonly count: number }[] = [
  { rung: 0, aim: "reach", count: 40 },
  { rung: 1, aim: "reach", count: 55 },
  { rung: 1, aim: "miss", count: 20 },
  { rung: 1, aim: "unknown", count: 15 },
  { rung: 2, aim: "reach", count: 50 },
  { rung: 2, aim: "miss", count: 20 },
  { rung: 2, aim: "unknown", count: 15 },
  { rung: 3, aim: "reach", count: 25 },
  { rung: 3, aim: "miss", count: 15 },
  { rung: 3, aim: "unknown", count: 10 },
  { rung: 4, aim: "reach", count: 10 },
  { rung: 4, aim: "miss", count: 5 },
  { rung: 4, aim: "unknown", count: 5 },
  { rung: 5, aim: "reach", count: 5 },
  { rung: 5, aim: "miss", count: 5 },
  { rung: 5, aim: "unknown", count: 5 },
];

export function sampleEnterprises(random: Random): SampleEnterprise[] {
  const aims = PLAN.flatMap(({ rung, aim, count }) => Array.from({ length: count }, () => ({ rung, aim })));
  // Fisher–Yates, so that the rungs are mixed as in a real list.
  for (let last = aims.length - 1; last > 0; last--) {
    const other = random.whole(0, last);
    const [left, right] = [aims[last], aims[other]];
    if (left && right) [aims[last], aims[other]] = [right, left];
  }
  return aims.map(({ rung, aim }, index) => sampleEnterprise(index + 1, rung, aim, random));
}

export function cleanSheet(enterprises: readonly SampleEnterprise[]): WriteSheet {
  const rows: SampleCell[][] = [COLUMNS.map(({ heading }) => heading)];
  for (const enterprise of enterprises) rows.push(COLUMNS.map(({ key }) => enterprise[key]));
  return {
    name: "企业名单",
    rows,
    columns: COLUMNS.map(({ width, format }) => (format ? { width, numFmt: format } : { width })),
    cells: headingCells(0, COLUMNS.length),
    rowDefs: new Map([[0, { height: 48 }]]),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:${LAST_COLUMN}${rows.length}` },
  };
}

const LAST_COLUMN = columnLetters(COLUMNS.length - 1);

/** Formats for a heading row, from the first column on. */
export function headingCells(row: number, columns: number): NonNullable<WriteSheet["cells"]> {
  const style = {
    font: { bold: true, color: { rgb: "FFFFFF" } },
    fill: { type: "pattern" as const, pattern: "solid" as const, fgColor: { rgb: "1F4E79" } },
    alignment: { horizontal: "center" as const, vertical: "center" as const, wrapText: true },
  };
  return new Map(Array.from({ length: columns }, (_, column) => [`${row},${column}`, { style }]));
}
