/** A list of made-up enterprises in several provinces: nearly the same figures, so that what differs is whose rules judge them. */
import type { WriteSheet } from "hucre/xlsx";
import { columnLetters } from "../../words/grid";
import { headingCells } from "./clean-sheet";
import { madeUpCreditCode } from "./made-up-code";

export const PROVINCE_NOTES = [
  "这里的企业全部是虚构的，名称里都带“（虚构）”；信用代码的校验位是对的，主体标识码以 XN 开头，查不到任何单位。",
  "几家企业的数据几乎一样，差别在所在地：国家标准对谁都一样，省级单项冠军按各省自己的条件看。山东看省内排名第一，广东看三年平均收入和发明专利，浙江看从事细分市场满6年（新产品、山区海岛县另有规定）。",
  "安徽的条件没有查到，说不准；一家没有所在地，一家只写了“鼓楼区”（好几个省都有），也说不准，要补上或者问清楚。有一家没有写省市，从信用代码看出在青岛。",
  "打分：npm run score -- seeds/samples/各省示例企业.xlsx --as-of 2026-11-28",
];

const HEADINGS: readonly (readonly [heading: string, width: number])[] = [
  ["企业名称", 30],
  ["统一社会信用代码", 22],
  ["所在省", 10],
  ["所在市", 10],
  ["所在县（市、区）", 14],
  ["从事细分市场年限（年）", 12],
  ["国内排名", 10],
  ["全球排名", 10],
  ["省内排名", 10],
  ["2025年营业收入（万元）", 14],
  ["2024年营业收入（万元）", 14],
  ["2023年营业收入（万元）", 14],
  ["2025年研发费用（万元）", 14],
  ["授权发明专利数（项）", 12],
  ["属于新产品", 10],
  ["在浙江山区海岛县", 12],
  ["属于浙江单项冠军营业收入豁免情形", 16],
  ["研发机构高水平且研发强度行业领先", 16],
  ["产品能耗达到限额标准先进值", 14],
  ["小巨人有效期至", 14],
];

interface Firm {
  /** The first four digits of its code's place; null for no code. */
  readonly code: string | null;
  readonly place: readonly [province: string | null, city: string | null, county: string | null];
  readonly years?: number;
  readonly rankInProvince?: number;
  readonly revenue?: number;
}

const FIRMS: readonly Firm[] = [
  { code: "3701", place: ["山东省", "济南市", "历下区"] },
  { code: "3702", place: [null, null, null], rankInProvince: 1 },
  { code: "4401", place: ["广东省", "广州市", "黄埔区"] },
  { code: "4403", place: ["广东省", "深圳市", "南山区"], revenue: 39_000 },
  { code: "3301", place: ["浙江省", "杭州市", "余杭区"] },
  { code: "3302", place: ["浙江省", "宁波市", "北仑区"], years: 6 },
  { code: "3401", place: ["安徽省", "合肥市", "蜀山区"] },
  { code: "3402", place: ["安徽省", "芜湖市", "鸠江区"], rankInProvince: 1 },
  { code: null, place: [null, null, null] },
  { code: null, place: [null, null, "鼓楼区"], rankInProvince: 1 },
];

export function provincesSheet(): WriteSheet {
  const rows = FIRMS.map(({ code, place, years = 5, rankInProvince = 2, revenue = 45_000 }, index) => [
    `示例${String(index + 1).padStart(2, "0")}号精密部件有限公司（虚构）`,
    code === null ? null : madeUpCreditCode(code, 900 + index),
    ...place,
    years,
    3,
    8,
    rankInProvince,
    revenue,
    revenue,
    revenue,
    1_500,
    3,
    "否",
    "否",
    "否",
    "否",
    "是",
    "无",
  ]);
  return {
    name: "企业名单",
    rows: [HEADINGS.map(([heading]) => heading), ...rows],
    columns: HEADINGS.map(([, width]) => ({ width })),
    cells: headingCells(0, HEADINGS.length),
    rowDefs: new Map([[0, { height: 48 }]]),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:${columnLetters(HEADINGS.length - 1)}${rows.length + 1}` },
  };
}
