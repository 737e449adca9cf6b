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
  const bounds: readonly ((measure: Measure) => number)[] = [
    ({ small }) => small,
    ({ medium }) => medium,
    ({ large }) => large,
  ];
  for (let index = bounds.length; index > 0; index -= 1) {
    const bound = bounds[index - 1];
    if (bound && industry.measures.every((measure) => value(measure.field) >= bound(measure))) return index;
  }
  return 0;
}

/** The least and the most class while measures, or the industry itself, are open. Larger measures never make a smaller class. */
export function possibleSizes(
  industries: readonly SizeIndustry[],
  measure: (field: Measure["field"]) => { readonly lo: number; readonly hi: number },
): { readonly least: number; readonly most: number } {
  let least = LARGE;
  let most = 0;
  for (const industry of industries) {
    least = Math.min(
      least,
      sizeClass(industry, (field) => measure(field).lo),
    );
    most = Math.max(
      most,
      sizeClass(industry, (field) => measure(field).hi),
    );
  }
  return { least, most };
}
