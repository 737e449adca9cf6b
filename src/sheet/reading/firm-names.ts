/** What names of enterprises look like, and what stands in their place without being one: places, groups, counts of firms. */
import { plainText } from "./plain-text";

const firmEnding =
  /(?:公司|集团|企业|厂|合作社|农场|林场|矿|研究院|研究所|设计院|事务所|中心|工作室|商行|商店|经营部|门市部|超市|酒店|医院|学校|大学|学院|银行|股份|有限合伙|company|ltd\.?|inc\.?|corp\.?|llc|gmbh|limited|s\.a\.)(?:\([^()]*\))?[\d#]*$/i;

/** True for 甲公司, 乙集团（山东）, Alpha Ltd; not for 甲 or 甲一精密, which may be short names. */
export function isFirmName(text: string): boolean {
  return firmEnding.test(plainText(text));
}

const placeEnding =
  /^(?:[\u4e00-\u9fff]{1,10}(?:省|市|区|县|州|盟|旗|镇|乡|街道|街道办|办事处|园区|园|片区|基地|组|类|行业|产业|制造业|业)|全省|全市|全区|全县|全国|市直|省直|区直|市本级|本级|其他|其它)$/;

/** True for a place, a park, an industry or a class and nothing else: 甲市, 高新区, 经济开发区, 装备制造业, 其他. */
export function isPlaceOrClass(text: string): boolean {
  const plain = plainText(text).replace(/\s+/g, "");
  return placeEnding.test(plain) && !isFirmName(plain);
}

const count = "(?:共计?|合计|计|总计|小计)?[:]?(?:\\d+|[一二两三四五六七八九十百]+)";
/** Behind the name of a group: （2家）, （共 12 户企业）, (3个); bare, digits only: 甲市2家, 甲市：共2家. */
const countInBrackets = new RegExp(`\\(${count}(?:家|户|个)?(?:企业|单位|公司)?\\)$`);
const countOfFirms = new RegExp(
  `(?:\\(${count}(?:家|户|个)(?:企业|单位|公司)?\\)|(?:共计?|合计|计|总计|小计|[:])?\\d+(?:家|户)(?:企业|单位|公司)?)$`,
);

/** True for the name of a group with the number of its firms: 甲市（2家）, 乙区 共3户企业. */
export function isCountOfFirms(text: string): boolean {
  return countOfFirms.test(plainText(text).replace(/\s+/g, ""));
}

/** The name without the number of firms behind it, for 甲市（2）. */
export function withoutCount(text: string): string {
  return plainText(text).replace(/\s+/g, "").replace(countInBrackets, "");
}
