/**
 * Where a statement stands in a document, in English: annex 2, item 3 for 附件2第3项. Headings stand in quotation marks as the document has
 * them and numbers of documents as they are, so that the place is found in the Chinese text; what is not known here stands as it is.
 */
import { grouped } from "./figures";
import type { Text } from "./text";

const DIGITS = "一二三四五六七八九";
const NUMERAL = "[一二三四五六七八九十]+";

/** 十五 -> 15. */
function numberOf(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  const [tens, ones] = numeral.includes("十") ? numeral.split("十") : ["0", numeral];
  const digit = (text: string | undefined, none: number): number =>
    text === undefined || text === "" ? none : DIGITS.indexOf(text) + 1;
  return (tens === "0" ? 0 : digit(tens, 1) * 10) + digit(ones, 0);
}

type Part = readonly [pattern: RegExp, say: (...numbers: string[]) => string];

const counted = (before: string, word: string, after: string): Part => [
  new RegExp(`^${before}(${NUMERAL}|\\d+)${after}`),
  (number = "") => `${word} ${numberOf(number)}`,
];

const plain = (zh: string, en: string): Part => [new RegExp(`^${zh}`), () => en];

/** Longer ones before what they begin with. */
const PARTS: readonly Part[] = [
  plain(
    "参保地下限×20%×50%；就业地下限，近6个月3个月达到且当月达到",
    "floor where insured × 20% × 50%; floor where working, reached in 3 of the last 6 months and in the month itself",
  ),
  plain(
    "养老和医疗保险不低于50%，骑士队长、荣誉骑士100%",
    "pension and medical at least 50%; 100% for the two highest levels of riders",
  ),
  plain("，?单位和个人部分都由企业承担", "both shares borne by the company"),
  plain("页面未注明日期，约", "undated page, about "),
  plain("历次组织推荐通知的申报条件", "conditions in the notices of recommendation of all years"),
  plain("全国各省份实行", "in all provinces"),
  plain("湖北、广东", "Hubei, Guangdong"),
  plain("组织推荐通知", "notices of recommendation"),
  plain("灵活就业人员缴费比例", "rate of flexible workers"),
  plain("专精特新中小企业评价指标", "indicators of specialised SMEs"),
  plain("山东省独角兽企业评审标准", "standard of review for unicorns (Shandong)"),
  plain("山东省组织推荐国家级单项冠军的要求", "Shandong's demands on recommending national champions"),
  plain("重点“小巨人”企业，分三年", "key Little Giants, over three years"),
  plain("研发投入", "R&D spending"),
  plain("科技人员", "technical staff"),
  plain("科技成果", "results of research"),
  [/^首批(\d+)个省份/, (count = "") => `the first ${count} provinces`],
  [/^扩大到(\d+)个省份/, (count = "") => `extended to ${count} provinces`],
  [/^约(\d+)元/, (yuan = "") => `about ${grouped(Number(yuan), 2)} yuan`],
  [/^(\d{4})年(\d+)月(\d+)日起/, (y = "", m = "", d = "") => `since ${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`],
  [/^(\d{4})—(\d{4})年/, (from = "", until = "") => `${from} to ${until}`],
  [/^((?:\d{4}、)+\d{4})年/, (years = "") => years.replaceAll("、", ", ")],
  [/^（(\p{Script=Han}+〔\d{4}〕\d+号)）/u, (number = "") => `(${number})`],
  [
    new RegExp(`^（(${NUMERAL})）(\\p{Script=Han}{5,})$`, "u"),
    (number = "", heading = "") => `(${numberOf(number)}) “${heading}”`,
  ],
  [new RegExp(`^第(\\d+)至(\\d+)项`), (a = "", b = "") => `items ${a} to ${b}`],
  [/^，?(\p{Script=Han}*，?\p{Script=Han}*一流\p{Script=Han}+)$/u, (heading = "") => `“${heading}”`],
  counted("附件", "annex", ""),
  counted("第", "article", "条"),
  counted("第", "item", "项"),
  counted("第", "part", "部分"),
  counted("第", "point", "点"),
  counted("第", "paragraph", "段"),
  counted("第", "page", "版"),
  [new RegExp(`^第（(${NUMERAL})）项`), (number = "") => `item (${numberOf(number)})`],
  [new RegExp(`^第(${NUMERAL})至(${NUMERAL})条`), (a = "", b = "") => `articles ${numberOf(a)} to ${numberOf(b)}`],
  [new RegExp(`^（(${NUMERAL})）(\\d+)`), (a = "", b = "") => `(${numberOf(a)}) ${b}`],
  [new RegExp(`^（(${NUMERAL})）`), (number = "") => `(${numberOf(number)})`],
  [new RegExp(`^(${NUMERAL})、`), (number = "") => `section ${numberOf(number)}`],
  [/^（(\d{4})年版）/, (year = "") => `(edition ${year})`],
  [/^沿用(\d{4})年/, (year = "") => `as in ${year}:`],
  [/^(\d{4})年度?/, (year = "") => year],
  [/^（到(\d{4})年）/, (year = "") => `(to ${year})`],
  plain("（条号未核到）", "(article not verified)"),
  plain("（条号未逐条核到）", "(articles not verified one by one)"),
  plain("（项号未核到）", "(item not verified)"),
  plain("（认定程序，条号未核到）", "(procedure, article not verified)"),
  plain("（没有看到(?:这一段)?原文）", "(original not seen)"),
  plain("没有核对过", "not verified"),
  plain("条号未核到", "article not verified"),
  plain("转述，原文未见", "reported, original not seen"),
  plain("转述，条号未见", "reported, article not seen"),
  plain("，?未查到数值", ", value not found"),
  plain("未查到", "not found"),
  plain("，?未见全文", ", whole text not seen"),
  plain("报道首段|首段", "first paragraph"),
  plain("末段", "last paragraph"),
  plain("正文", "main text"),
  plain("评价指标说明", "notes on the indicators"),
  plain("指标说明", "notes on the indicator"),
  plain("评价指标", "indicators"),
  plain("创新能力指标", "innovation indicators"),
  plain("精细化指标", "refinement indicator"),
  plain("特色化指标", "distinctiveness indicator"),
  plain("专业化指标", "specialisation indicator"),
  plain("产业链配套指标", "supply-chain indicator"),
  plain("主导产品所属领域指标", "indicator of the leading product's field"),
  plain("评审标准定量指标", "quantitative indicators of the review"),
  plain("指标", "indicator"),
  plain("瞪羚企业认定条件", "conditions for gazelles"),
  plain("认定条件", "conditions for certification"),
  plain("公告条件", "conditions for the announcement"),
  plain("直接确认条件", "conditions for direct confirmation"),
  plain("推荐通知申报条件", "conditions in the notices of recommendation"),
  plain("推荐通知", "notices of recommendation"),
  plain("申报条件", "conditions for applying"),
  plain("认定标准", "standard"),
  plain("认定口径", "practice of certification"),
  plain("工作指引", "working guide"),
  plain("目标", "targets"),
  plain("重点任务", "key tasks"),
  plain("保障措施", "safeguards"),
  plain("总体要求", "general demands"),
  plain("主要目标", "main targets"),
  plain("附表说明", "notes on the table"),
  plain("附表", "table"),
  plain("本省认定通知", "the province's own notice"),
  plain("各省标准只管本省企业", "a province's standard holds for its own firms"),
  plain("产业地图区域布局", "layout of the map"),
  plain("区域布局", "layout"),
  plain("网上填报时间|填报时间", "time of filing"),
  plain("规模实力一段", "paragraph on size and strength"),
  plain("规模", "size"),
  plain("优质企业", "quality enterprises"),
  plain("主导产业", "lead industry"),
  plain("地域条件", "territory"),
  plain("基本要求", "basic demands"),
  plain("数字化", "digitalisation"),
  plain("绿色", "green development"),
  plain("治理", "governance"),
  plain("成长", "growth"),
  plain("开放", "openness"),
  plain("协作", "cooperation"),
  plain("创新", "innovation"),
  plain("评分", "scoring"),
  plain("要求", "demands"),
  plain("上下限", "floor and ceiling"),
  plain("下限", "floor"),
  plain("等省级通知", "and other provincial notices"),
  plain("每人每月平均缴纳", "average paid a person and month"),
  plain("职工医保月缴费额", "monthly payment of employees' medical insurance"),
  plain("基准费额", "base fees"),
  [/^([“][^”]*[”])一?([行节]?)/, (heading = "", end = "") => heading + ({ 行: " row", 节: " section" }[end] ?? "")],
  [/^[\p{Script=Han}]+〔\d{4}〕\d+号/u, (...all) => all.at(-1) ?? ""],
  [/^[；;]\s*/, () => ";"],
  [/^[，,：:、及]\s*/, () => ""],
  [/^[\d.%×\s]+/, (...all) => (all.at(-1) ?? "").trim()],
];

function english(clause: string): string {
  const said: string[] = [];
  for (let rest = clause; rest !== "";) {
    const found = PARTS.map(([pattern, say]) => ({ match: pattern.exec(rest), say })).find(
      ({ match }) => match !== null,
    );
    if (found?.match == null) return clause;
    const [whole, ...groups] = found.match;
    if (whole === "") return clause;
    said.push(found.say(...(groups.length > 0 ? groups : [whole])));
    rest = rest.slice(whole.length);
  }
  return said
    .filter((part) => part !== "")
    .join(", ")
    .replace(/, ;, /g, "; ")
    .replace(/, (?=[(,])/g, " ")
    .replace(/:, /g, ": ")
    .replace(/ , /g, ", ");
}

const known = new Map<string, Text>();

/** The clause as the document counts it, and in English. */
export function clauseText(clause: string): Text {
  const found = known.get(clause);
  if (found !== undefined) return found;
  const text = { zh: clause, en: english(clause) };
  known.set(clause, text);
  return text;
}
