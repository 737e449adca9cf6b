/**
 * Finds the unit somebody wrote: in the brackets of a heading, at its end, or in a cell above the table that says it once for all.
 * A unit is either read or seen without being understood; the second is for a person to settle, never for a default.
 */
import { isForeignCurrency, moneyFactor } from "./money-units";
import { plainText } from "../../words/plain-text";
import { simplify } from "../../words/traditional";
import { isUnit } from "./units";

/** What people write before a unit: 单位：, 金额单位为, 人民币：, in. */
const label =
  /^(?:币种[:为]?人民币[,;、/]?)?(?:(?:金额|货币|计量|计算|数据|数值|数量|收入|表内|本表)?单位(?:均?为|均?是|均?以|[:=])?|金额(?:为|以|[:=])?|数据(?:为|以|[:=])|币种[:为]?|以|按|units?[:=]?(?:in)?|amounts?(?:are)?(?:in)?[:=]?|expressedin|in(?=[\d(]|rmb|cny|yuan|¥|thousand|million|billion|us|\$))/;
const ending = /(?:\/年|每年|计(?:算|量|价|列)?|为单位|填报|填列|[,;、/]?币种[:为]?人民币|[,;、]?下同)$/;

/** The unit a text in brackets names, as written but for its label, or null: 万元, 人民币:元, 单位为元, 金额：千元, RMB mn, %, 人. */
export function bracketUnit(piece: string): string | null {
  const bare = piece.replace(/[()]/g, "");
  const text = bare.replace(label, "").replace(ending, "");
  return [text, bare].find(isUnit) ?? null;
}

/** Words that only a unit of money has. */
const moneyWord = /元|圆|块钱|[十拾百千万亿]块|货币|币种|rmb|cny|yuan|usd|eur|hkd|jpy|[¥$€£]/;
const unitLabel = /^(?:金额|货币|计量|计算|数据|数值|数量)?单位(?:[:=]|均?为|均?是)|^币种|^units?[:=]|^inrmb/;

/** True for a text in brackets that speaks of a unit without naming one known here: 单位：拾块, 万圆整, 记账本位币元. */
export function isUnclearUnit(piece: string): boolean {
  if (bracketUnit(piece) !== null || piece.length > 16) return false;
  if (unitLabel.test(piece)) return !/^(?:金额|货币|计量|计算|数据|数值|数量)?单位:?$|^币种[:为]?人民币$/.test(piece);
  return moneyWord.test(piece) && !/人民币$|元(?:以上|以下|及以上|以内)|单元|多元|元件|元素|公元|币种$/.test(piece);
}

const chineseScales = "(?:万亿|千亿|百亿|十亿|千万|仟万|百万|佰万|十万|拾万|亿|万|千|仟|百|佰)?";
const yuanAtEnd = `(?:人民币)?${chineseScales}(?:元|圆)(?:人民币)?`;
const englishScales =
  "(?:'?000s?|1,?000|10,?000|100,?000|1,?000,?000|10k|k|thousands?|10thousand|ten-?thousand|hundred-?million|100million|10million|mn|mln|mm|m|millions?|bn|billions?)";
const rmbAtEnd = `(?:in)?(?:rmb|cny|yuan|¥)(?:in)?${englishScales}?|(?:in)?${englishScales}(?:of)?(?:rmb|cny|yuan|¥)`;
const foreignAtEnd = `${chineseScales}(?:美元|港元|港币|欧元|日元|英镑|新?台币|韩元|澳元|加元|新加坡元)|(?:in)?(?:usd|us\\$|hkd|hk\\$|eur|jpy|gbp)${englishScales}?`;
const separator = "[-_:,/|·]?";
const atEnd = new RegExp(
  `(?:${separator}(?:(?:金额|计量|货币)?单位(?:为|[:])?)?(${foreignAtEnd}|${yuanAtEnd}|${rmbAtEnd}|%|‰)|[-_:,/|·](人次|人|项|年|件|个|家|名|位|分|户|万人|万|亿))$`,
);

/** A unit at the end of a heading (lower case, no blanks) without brackets, and the heading before it: 营业收入_万元, total assets, RMB 10,000. */
export function trailingUnit(heading: string): { readonly body: string; readonly unit: string } | null {
  const match = atEnd.exec(heading);
  const unit = match?.[1] ?? match?.[2];
  return match === null || unit === undefined || match.index === 0
    ? null
    : { body: heading.slice(0, match.index), unit };
}

/** The unit of money a cell above the table gives for the whole of it. */
export interface SheetUnit {
  /** As written. */
  readonly text: string;
  /** `unclear`: it speaks of a unit that is not known here. */
  readonly kind: "yuan" | "foreign" | "unclear";
}

/** 填报单位, 编制单位 … name an organisation. */
const organisation =
  /(?:填报|填表|编制|编报|制表|申报|申请|上报|报送|报告|推荐|主管|所属|牵头|责任|负责|审核|复核|核算|盖章|工作|企业|公司|各|建设|承办|主办|协办|参加|成员|调查|统计|会计|受理|评审|服务|培育|汇总|组织|主送|抄送|抬头|户名|法人)$/;
const saidByLabel = /([\u4e00-\u9fff]{0,4}?)(单位|币种|\bunits?|\bcurrency)\s*(均?为|均?是|[:=])?\s*(\S[^;。)]{0,40})/g;
const saidInWords = new RegExp(
  `(?:金额|数据|数值|以下|表中|单位|指标|款项)[^,。;:]{0,8}?(?:均为|均以|均按|为|以|按|:)\\s*(${yuanAtEnd})(?![\\u4e00-\\u9fff])|(?:以|按)\\s*(${yuanAtEnd})(?:计|为单位|填报|填列|列示)`,
);
const saidInEnglish = new RegExp(
  `(?:(?:amounts?|figures|expressed|presented|stated|all)(?:\\s+are)?\\s+)?\\bin\\s+((?:${englishScales}\\s*(?:of\\s*)?)?(?:rmb|cny|yuan|renminbi)\\s*${englishScales}?)(?![a-z])`,
);

/** The first unit of money among the units listed: 万元、人, 元/万元. */
function moneyAmong(value: string): SheetUnit | null {
  for (const candidate of [value, ...value.split(/[、,/(和及]/)]) {
    const text = candidate.replace(/[)]/g, "").replace(/币种[:为]?人民币.*$/, "");
    if (isForeignCurrency(text)) return { text, kind: "foreign" };
    if (moneyFactor(text) !== undefined) return { text, kind: "yuan" };
  }
  return null;
}

const currencyAlone = /^(?:人民币|rmb|cny|renminbi)$/;

function byLabel(text: string): SheetUnit | null {
  let unclear: SheetUnit | null = null;
  for (const match of text.matchAll(saidByLabel)) {
    const [, before = "", word = "", link, rest = ""] = match;
    const [value = "", next = ""] = rest.split(/\s+/);
    const found = moneyAmong(value + next) ?? moneyAmong(value);
    // 企业单位元 is nothing anybody writes; 填报单位：元气公司 is an organisation.
    if (found !== null && !(organisation.test(before) && link === undefined)) return found;
    if (link === undefined || organisation.test(before) || currencyAlone.test(value)) continue;
    const aboutMoney = word === "币种" || word === "currency" || /金额|货币/.test(before);
    const like = value.length <= 8 && moneyWord.test(value) && !/公司|厂|院|局|中心/.test(value);
    if (aboutMoney || like) unclear ??= { text: value, kind: "unclear" };
  }
  return unclear;
}

/** The unit of money a cell above the table says for all amounts, or null where it says none. 填报单位：甲 is no unit. */
export function sheetUnit(cell: string): SheetUnit | null {
  const text = simplify(plainText(cell))
    .toLowerCase()
    .replace(/[：]/g, ":")
    .replace(/[【〔[]/g, "(")
    .replace(/[】〕\]]/g, ")");
  const labelled = byLabel(text);
  if (labelled !== null && labelled.kind !== "unclear") return labelled;
  for (const [, piece = ""] of text.matchAll(/\(([^()]{1,30})\)?/g)) {
    const bare = piece.replace(/\s+/g, "");
    for (const part of [bare, ...bare.split(/[,;、]/)]) {
      const unit = bracketUnit(part);
      const money = unit === null ? null : moneyAmong(unit);
      if (money !== null) return money;
    }
  }
  const words = saidInWords.exec(text);
  const written = words?.[1] ?? words?.[2] ?? saidInEnglish.exec(text)?.[1];
  if (written !== undefined && moneyFactor(written) !== undefined) return { text: written, kind: "yuan" };
  const whole = text.replace(/\s+/g, "");
  if (moneyWord.test(whole) && whole.length <= 20) {
    const unit = bracketUnit(whole);
    const money = unit === null ? null : moneyAmong(unit);
    if (money !== null) return money;
  }
  return labelled;
}
