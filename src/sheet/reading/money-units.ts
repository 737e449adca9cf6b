/** Units of yuan in every spelling a sheet has for them, and what one of them is in 万元. */
import { plainText } from "../../words/plain-text";

/** 万元 per scale word, where the word stands beside 元, yuan or RMB. */
const scales: ReadonlyMap<string, number> = new Map([
  ["", 0.0001],
  ["百", 0.01],
  ["hundred", 0.01],
  ["千", 0.1],
  ["thousand", 0.1],
  ["thousands", 0.1],
  ["k", 0.1],
  ["000", 0.1],
  ["000s", 0.1],
  ["1000", 0.1],
  ["1k", 0.1],
  ["万", 1],
  ["wan", 1],
  ["10k", 1],
  ["10000", 1],
  ["10thousand", 1],
  ["tenthousand", 1],
  ["tenthousands", 1],
  ["0000", 1],
  ["十万", 10],
  ["100thousand", 10],
  ["100000", 10],
  ["hundredthousand", 10],
  ["百万", 100],
  ["million", 100],
  ["millions", 100],
  ["mn", 100],
  ["mln", 100],
  ["mm", 100],
  ["m", 100],
  ["1million", 100],
  ["1000000", 100],
  ["000000", 100],
  ["千万", 1_000],
  ["10million", 1_000],
  ["10mn", 1_000],
  ["tenmillion", 1_000],
  ["亿", 10_000],
  ["yi", 10_000],
  ["100million", 10_000],
  ["100mn", 10_000],
  ["100m", 10_000],
  ["hundredmillion", 10_000],
  ["十亿", 100_000],
  ["billion", 100_000],
  ["billions", 100_000],
  ["bn", 100_000],
  ["b", 100_000],
  ["百亿", 1_000_000],
  ["千亿", 10_000_000],
  ["万亿", 100_000_000],
  ["trillion", 100_000_000],
  ["tn", 100_000_000],
]);

/** Scale words that are units of money even without 元: people write 1.2亿 and (RMB left out) million. */
const bareMoney = new Set(
  "万 百万 千万 亿 十亿 百亿 千亿 万亿 thousand million millions mn mln billion billions bn".split(" "),
);

/** Words of the yuan; what is left of a unit without them is its scale. 人民币 alone is a currency and no unit. */
const currency = /人民币|renminbi|rmb|cny|¥|元|圆|yuan/g;
const yuanAlone = /rmb|cny|¥|元|圆|yuan/;

const foreignScale = "(?:十|百|千|万|亿|百万|千万|十亿|百亿|万亿|k|m|mm|mn|mln|bn|000|millions?|billions?|thousands?)?";
const foreignNames =
  "美元|美金|usd|us\\$|\\$|dollars?|港元|港币|港圆|hkd|hk\\$|欧元|eur|euros?|€|日元|日圆|jpy|英镑|gbp|£|新?台币|twd|nt\\$|韩元|韩币|krw|新加坡元|新元|sgd|澳元|aud|加元|cad|瑞士法郎|瑞郎|chf|卢布|rub|越南盾|vnd|澳门元|澳门币|mop|外币|原币";
const foreign = new RegExp(`^(?:in)?${foreignScale}(?:of)?(?:${foreignNames})(?:in)?${foreignScale}$`);

/** A unit as one word of lower case: no blanks, commas and colons, the scale in everyday characters (仟 as 千). */
function unitWord(unit: string): string {
  return plainText(unit)
    .toLowerCase()
    .replace(/[\s,.'’:_()-]/g, "")
    .replace(/[仟]/g, "千")
    .replace(/[佰]/g, "百")
    .replace(/[拾]/g, "十");
}

/** True for a currency other than the yuan, which nothing here converts. */
export function isForeignCurrency(unit: string): boolean {
  return foreign.test(unitWord(unit));
}

/** 万元 per unit of money (元 0.0001, 亿元 10,000), or undefined where the text is no unit of yuan. */
export function moneyFactor(unit: string): number | undefined {
  const word = unitWord(unit);
  if (word === "" || word.length > 30 || foreign.test(word)) return undefined;
  if (!yuanAlone.test(word)) return bareMoney.has(word) ? scales.get(word) : scaleBesideCurrency(word);
  const scale = word.replace(currency, "").replace(/^in/, "").replace(/of$/, "");
  return scales.get(scale);
}

/** 万人民币, 人民币万: the currency without 元 needs its scale. */
function scaleBesideCurrency(word: string): number | undefined {
  const scale = word.replace("人民币", "");
  return scale !== word && scale !== "" ? scales.get(scale) : undefined;
}

/** Units of money by their size in 万元, in the words the product says them. */
const names: ReadonlyMap<number, string> = new Map([
  [0.0001, "元"],
  [0.01, "百元"],
  [0.1, "千元"],
  [1, "万元"],
  [10, "十万元"],
  [100, "百万元"],
  [1_000, "千万元"],
  [10_000, "亿元"],
]);

/** The product's word for a unit of yuan: RMB million is said as 百万元. undefined for what is no such unit, or one nobody names. */
export function moneyUnitName(written: string): string | undefined {
  return names.get(moneyFactor(written) ?? NaN);
}
