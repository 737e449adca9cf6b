/**
 * Enterprise size by 国统字〔2017〕213号 and 工信部联企业〔2011〕300号: an enterprise is of the highest class whose lower bounds it reaches in
 * every measure of its industry; whoever misses one drops a class. One measure below the small bound makes a micro enterprise.
 */
import type { SizeIndustry } from "../language/vocabulary";
import type { Text } from "../words/text";

/** The classes from smallest to largest; a class is its index. */
export const SIZE_CLASSES: readonly Text[] = [
  { zh: "微型", en: "micro" },
  { zh: "小型", en: "small" },
  { zh: "中型", en: "medium" },
  { zh: "大型", en: "large" },
];

export const LARGE = 3;

type Measure = SizeIndustry["measures"][number];

/** The class of an enterprise whose measures are all known: persons, revenue and total assets in 万元. */
export function sizeClass(industry: SizeIndustry, value: (field: Measure["field"]) => number): number {
  let size = LARGE;
  for (const measure of industry.measures) {
    const own = value(measure.field);
    size = Math.min(size, own >= measure.large ? 3 : own >= measure.medium ? 2 : own >= measure.small ? 1 : 0);
  }
  return size;
}

/** The least and the most class while measures, or the industry itself, are open. Larger measures never make a smaller class. */
export function possibleSizes(
  industries: readonly SizeIndustry[],
  measure: (field: Measure["field"]) => { readonly lo: number; readonly hi: number },
): { readonly least: number; readonly most: number } {
  const low = (field: Measure["field"]): number => measure(field).lo;
  const high = (field: Measure["field"]): number => measure(field).hi;
  let least = LARGE;
  let most = 0;
  for (const industry of industries) {
    if (least > 0) least = Math.min(least, sizeClass(industry, low));
    if (most < LARGE) most = Math.max(most, sizeClass(industry, high));
    if (least === 0 && most === LARGE) break;
  }
  return { least, most };
}
