/** A vocabulary small enough to read in one go, so that the reader's tests do not hang on the words of a release. */
import type { Field, FieldType, Vocabulary } from "../../../src/language/vocabulary";

const units: Partial<Record<FieldType, string>> = { money: "万元", years: "年", rank: "名", points: "分" };

function field(id: string, zh: string, type: FieldType, more: Partial<Field> = {}): [string, Field] {
  const open = type === "date" || type === "validity";
  const choices = more.choices?.length ?? 0;
  return [
    id,
    {
      id,
      name: { zh, en: id.replaceAll("_", " ") },
      type,
      unit: units[type] ?? "",
      periods: 1,
      ofJudgementYear: false,
      min: open ? -Infinity : type === "rank" ? 1 : 0,
      max: type === "share" || type === "flag" ? 1 : type === "choice" ? choices - 1 : Infinity,
      synonyms: [],
      looserHeadings: { likely: [], doubtful: [] },
      choices: [],
      otherwise: null,
      amountsFirst: false,
      partOf: null,
      blankMeansNone: false,
      improve: null,
      pace: "soon",
      validYears: type === "validity" ? 3 : null,
      judgement: false,
      of: "enterprise",
      ...more,
    },
  ];
}

const choice = (zh: string, en: string, ...synonyms: string[]): Field["choices"][number] => ({
  name: { zh, en },
  synonyms,
});

export const smallVocabulary: Vocabulary = {
  fields: new Map([
    field("name", "企业名称", "text", { synonyms: ["单位名称", "公司名称", "Company", "Company name"] }),
    field("credit_code", "统一社会信用代码", "code", { synonyms: ["信用代码"] }),
    field("region", "所在市", "text"),
    field("county", "所在县（市、区）", "text"),
    field("industry", "行业代码", "industry", {
      synonyms: ["所属行业", "行业门类", "行业大类", "行业中类", "行业小类"],
    }),
    field("founded", "成立日期", "date", { synonyms: ["成立时间"] }),
    field("product", "主导产品", "text"),
    field("employees", "从业人员", "count", { unit: "人", synonyms: ["职工人数", "Employees"] }),
    field("total_assets", "资产总额", "money", { periods: 4, synonyms: ["总资产"] }),
    field("total_liabilities", "负债总额", "money", { periods: 4 }),
    field("debt_ratio", "资产负债率", "share", { max: Infinity }),
    field("revenue", "营业收入", "money", {
      periods: 4,
      synonyms: ["营收", "销售收入", "Revenue", "Operating revenue"],
    }),
    field("main_revenue", "主营业务收入", "money", { periods: 4, partOf: "revenue" }),
    field("main_share", "主营业务收入占比", "share"),
    field("net_profit", "净利润", "money", { periods: 3, min: -Infinity }),
    field("rd_expense", "研发费用", "money", { periods: 3, synonyms: ["研发投入", "R&D expense"] }),
    field("rd_staff", "研发人员", "count", { unit: "人", partOf: "employees" }),
    field("new_equity_2y", "近两年新增股权融资", "money"),
    field("niche_years", "从事细分市场年限", "years"),
    field("niche_share_cn", "国内市场占有率", "share", { synonyms: ["主导产品国内市场占有率"] }),
    field("niche_rank_cn", "国内排名", "rank", { synonyms: ["国内市场占有率排名"] }),
    field("niche_rank_province", "省内排名", "rank"),
    field("ip_class1", "Ⅰ类知识产权", "count", { unit: "项" }),
    field("ip_class2", "Ⅱ类知识产权", "count", { unit: "项" }),
    field("national_award_rank", "近三年国家级科技奖励排名", "rank", { min: 0, blankMeansNone: true }),
    field("incident_3y", "近三年重大违法或事故", "flag"),
    field("rd_institution", "研发机构级别", "choice", {
      choices: [
        choice("无", "none", "未建立", "没有"),
        choice("自建", "own"),
        choice("市级以下", "below municipal"),
        choice("市级", "municipal"),
        choice("省级", "provincial", "省部级"),
        choice("国家级", "national"),
      ],
    }),
    field("digital_level", "数字化水平", "choice", {
      choices: [
        choice("一级", "level 1", "1", "1级"),
        choice("二级", "level 2", "2", "2级"),
        choice("三级", "level 3", "3", "3级"),
      ],
    }),
    field("strategic_industry", "属于战略性新兴产业", "flag"),
    field("high_tech_until", "高新技术企业证书有效期至", "validity", { synonyms: ["高新技术企业"] }),
    field("development_score", "专精特新发展评价得分", "points", { periods: 2, max: 100, ofJudgementYear: true }),
    field("valuation_usd", "企业估值", "number", { unit: "亿美元" }),
    field("cluster_output", "集群产值", "money", { unit: "亿元", periods: 4, of: "cluster" }),
    field("cluster", "集群名称", "text", { of: "cluster" }),
  ]),
  provinces: [],
  sizeIndustries: [
    { id: "agriculture", name: { zh: "农、林、牧、渔业", en: "Agriculture" }, codes: ["A"], measures: [] },
    { id: "industry", name: { zh: "工业", en: "Industry" }, codes: ["B", "C", "D"], measures: [] },
    { id: "wholesale", name: { zh: "批发业", en: "Wholesale" }, codes: ["51"], measures: [] },
    { id: "retail", name: { zh: "零售业", en: "Retail" }, codes: ["52"], measures: [] },
    { id: "real-estate", name: { zh: "房地产开发经营", en: "Real-estate development" }, codes: ["7010"], measures: [] },
    { id: "property", name: { zh: "物业管理", en: "Property management" }, codes: ["702"], measures: [] },
    { id: "other", name: { zh: "其他未列明行业", en: "Other" }, codes: ["M", "703", "85"], measures: [] },
  ],
  industryNames: [
    { code: "A", section: "A", zh: "农、林、牧、渔业" },
    { code: "01", section: "A", zh: "农业" },
    { code: "C", section: "C", zh: "制造业" },
    { code: "35", section: "C", zh: "专用设备制造业" },
    { code: "36", section: "C", zh: "汽车制造业" },
    { code: "F", section: "F", zh: "批发和零售业" },
    { code: "51", section: "F", zh: "批发业" },
    { code: "52", section: "F", zh: "零售业" },
    { code: "J", section: "J", zh: "金融业" },
    { code: "66", section: "J", zh: "货币金融服务" },
    { code: "K", section: "K", zh: "房地产业" },
    { code: "70", section: "K", zh: "房地产业" },
    { code: "M", section: "M", zh: "科学研究和技术服务业" },
    { code: "73", section: "M", zh: "研究和试验发展" },
    { code: "Q", section: "Q", zh: "卫生和社会工作" },
    { code: "84", section: "Q", zh: "卫生" },
    { code: "85", section: "Q", zh: "社会工作" },
  ],
  words: {
    yes: ["是", "有", "√", "✓", "Y", "yes", "TRUE", "1", "具备"],
    no: ["否", "无", "没有", "×", "N", "no", "FALSE", "0", "未获奖"],
    blank: ["—", "-", "/", "不适用", "无数据", "待补", "N/A"],
    subtotal: ["合计", "小计", "总计", "平均", "Total"],
  },
};
