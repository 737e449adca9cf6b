/**
 * The words of the trade: which fields an analyst's sheet can carry, in what unit, under which headings.
 * The data is `seeds/vocabulary/*.yaml`; these are the shapes the rest of the house reads. Nothing here touches a file.
 */

import type { Text } from "../words/text";
import type { Province } from "./places";

/** What ranks are counted in; beside the name of a rank it says nothing more. */
export const RANK_UNIT = "名";

/**
 * What a cell of the field holds, and how it is kept inside:
 * money in 万元; shares as fractions; dates as Excel serial days; flags as 0 or 1; a choice as the index of its word, lowest first;
 * `validity` is a date up to which a title holds, where a plain yes is kept as +Infinity and a plain no as -Infinity;
 * `place` is the six-digit code of a province, city or district (see `Places`);
 * `industry` is the index of the size-class industry of a GB/T 4754 code (see `SizeClasses`); text and code are no numbers.
 */
export type FieldType =
  | "text"
  | "code"
  | "industry"
  | "place"
  | "date"
  | "validity"
  | "flag"
  | "choice"
  | "money"
  | "count"
  | "share"
  | "years"
  | "rank"
  | "points"
  | "number";

export interface Field {
  readonly id: string;
  /** The main heading. */
  readonly name: Text;
  readonly type: FieldType;
  /** The unit as printed to a person: 万元, 人, 项, 年, 分 … Empty where the number has none. */
  readonly unit: string;
  /** How many years the field may carry: 4 means t, t-1, t-2 and t-3. */
  readonly periods: number;
  /** True where its newest year is that of the judgement itself, not the last fiscal year: an authority's score of this year. */
  readonly ofJudgementYear: boolean;
  /** The smallest and largest values that make sense; an unknown cell could hold anything between. */
  readonly min: number;
  readonly max: number;
  /** Other headings, Chinese and English, the closest first. */
  readonly synonyms: readonly string[];
  /** Headings that usually mean the field, which is then said, and ones that may mean it, which is asked. */
  readonly looserHeadings: { readonly likely: readonly string[]; readonly doubtful: readonly string[] };
  /** For a choice: its words from lowest to highest, each with its synonyms. */
  readonly choices: readonly { readonly name: Text; readonly synonyms: readonly string[] }[];
  /** An expression that gives the value where the field's own cell is blank, such as `total_liabilities / total_assets`. */
  readonly otherwise: string | null;
  /** True where `otherwise` goes before the field's own cell: a ratio somebody rounded says less than the amounts it came from. */
  readonly amountsFirst: boolean;
  /** The field this one is a part of: it can't be larger, and where the whole is 0 the part is 0. */
  readonly partOf: string | null;
  /** True where a blank cell of a column that exists is defined to mean "none", that is 0 (ranks of awards). */
  readonly blankMeansNone: boolean;
  /** Which way a growth plan may move the value of the last year; null where a plan can't move it at all. */
  readonly improve: "up" | "down" | null;
  /** `slow` values are set apart in a plan: titles, years, recognitions by an authority. */
  readonly pace: "soon" | "slow";
  /** For a title: how many years it holds from its award where nothing else is written; null where no rule says so, and for other fields. */
  readonly validYears: number | null;
  /** A person's yes or no that is never computed. */
  readonly judgement: boolean;
  /** Which kind of row the field belongs to. */
  readonly of: "enterprise" | "rider" | "cluster" | "indicator" | "district";
}

/** One industry of the size-class standard, with the GB/T 4754-2017 codes it covers. */
export interface SizeIndustry {
  readonly id: string;
  readonly name: Text;
  /** Section letters and numeric prefixes; the longest prefix that fits decides. */
  readonly codes: readonly string[];
  /** Every measure must reach the bound of a class. Lower bounds, in persons or 万元. */
  readonly measures: readonly {
    readonly field: "employees" | "revenue" | "total_assets";
    readonly large: number;
    readonly medium: number;
    readonly small: number;
  }[];
}

/** A section or division of GB/T 4754-2017: `C` 制造业, `35` 专用设备制造业. */
export interface IndustryName {
  readonly code: string;
  readonly section: string;
  readonly zh: string;
}

export interface Vocabulary {
  readonly fields: ReadonlyMap<string, Field>;
  readonly sizeIndustries: readonly SizeIndustry[];
  readonly industryNames: readonly IndustryName[];
  /** Every province with its cities; see `placesOf`. */
  readonly provinces: readonly Province[];
  /** Words for yes, no, "does not apply" and "nothing here", as sheets write them. */
  readonly words: {
    readonly yes: readonly string[];
    readonly no: readonly string[];
    readonly blank: readonly string[];
    readonly subtotal: readonly string[];
  };
}

/** The key of one column of numbers: `revenue` is last year's, `revenue[t-1]` the year before. */
export function slot(field: string, back = 0): string {
  return back === 0 ? field : `${field}[t-${back}]`;
}

/** Every slot that fields can carry, year by year; those of one kind of row where it is given. */
export function allSlots({ fields }: Vocabulary, of?: Field["of"]): readonly string[] {
  return [...fields.values()].flatMap((field) =>
    of === undefined || field.of === of ? Array.from({ length: field.periods }, (_, back) => slot(field.id, back)) : [],
  );
}

/** A year of a field in words: 2025年, or 当年 and 上年 for what belongs to the year of judgement. `t` is the last fiscal year. */
export function yearText({ ofJudgementYear }: Field, back: number, t: number): Text {
  if (!ofJudgementYear) return { zh: `${t - back}年`, en: String(t - back) };
  if (back === 0) return { zh: "当年", en: "of the year" };
  if (back === 1) return { zh: "上年", en: "of the year before" };
  return back > 0
    ? { zh: `${back}年前`, en: `${back} years before` }
    : { zh: `${-back}年后`, en: `${-back} years later` };
}

/** The field and year that a key made by `slot` is of. */
export function cellOfSlot(key: string): { readonly field: string; readonly back: number } {
  const [, field = key, back = "0"] = /^(.*)\[t-(\d+)\]$/.exec(key) ?? [];
  return { field, back: Number(back) };
}
