/** What is asked about a column whose meaning is not certain: why it is doubtful, what it would be taken for, how to answer. */
import { unitInEnglish } from "../../words/figures";
import type { Text } from "../../words/text";
import { shortened } from "../../words/plain-text";

/**
 * How the reading shown with a question stands: `likely` is the better guess, so that whoever confirms it unlooked at is rarely wrong;
 * of an `uncertain` one the opposite is as likely; against an `unlikely` one something speaks.
 */
export type Standing = "likely" | "uncertain" | "unlikely";

/** Why a person has to say what a column is before its cells count. */
export interface DoubtReason {
  /** What is doubtful: `heading`, `year`, `share`, `unit-suspect` … */
  readonly id: string;
  /** Half a sentence that goes on after the heading and its cell. */
  readonly why: Text;
  readonly standing: Standing;
  /** Units the column may be in, the likeliest first ("" is a plain fraction); empty where the question is of something else. */
  readonly units: readonly string[];
}

const reason = (
  id: string,
  standing: Standing,
  zh: string,
  en: string,
  units: readonly string[] = [],
): DoubtReason => ({ id, why: { zh, en }, standing, units });

export const doubtReasons = {
  heading: reason(
    "heading",
    "likely",
    "这个词有时说的是这一项，有时不是",
    "has a heading that sometimes means this item and sometimes another",
  ),
  headingNote: (notes: readonly string[]): DoubtReason =>
    reason(
      "heading-note",
      "uncertain",
      `注明了“${notes.join("”“")}”，不知道算不算同一项`,
      `carries the note "${notes.join('", "')}", which may make another item of it`,
    ),
  unitUnclear: (unit: string): DoubtReason =>
    reason(
      "unit-unclear",
      "unlikely",
      `写的单位“${unit}”认不出来`,
      `names the unit "${unit}", which is not known here`,
    ),
  unitLikeOthers: (unit: string, likely: string): DoubtReason =>
    reason(
      "unit-suspect",
      "unlikely",
      `和旁边的金额一样没写单位，那里不像是${unit}`,
      `names no unit like the amounts beside it, which do not look like ${unitInEnglish(unit)}`,
      [likely, unit],
    ),
  year: reason("year", "uncertain", "说的是哪一年没有把握", "does not make clear which year it is of"),
  unitBelow: (unit: string, said: string, place: string): DoubtReason =>
    reason(
      "unit-below",
      "unlikely",
      `没写单位，而说明（${place}）写着“${said}”`,
      `names no unit, and a note (${place}) says ${unitInEnglish(said)}`,
      [said, unit],
    ),
  unitInColumn: (unit: string, said: readonly string[], place: string): DoubtReason => {
    const [only, ...others] = said;
    const named = said.slice(0, 3);
    return reason(
      "unit-in-column",
      "unlikely",
      `没写单位，而 ${place} 那一列写着“${named.join("”“")}”${others.length > 0 ? "，各行不一样，请先换算成一个单位" : ""}`,
      `names no unit, and the column of ${place} says ${named.map(unitInEnglish).join(", ")}${others.length > 0 ? ": convert the rows to one unit first" : ""}`,
      only === undefined || others.length > 0 ? [] : [only, unit],
    );
  },
  partOfYear: (part: string, place: string): DoubtReason =>
    reason(
      "part-of-year",
      "unlikely",
      `没写是哪一年，而 ${place} 写着“${part}”，像是不满一年的数`,
      `names no year, and ${place} says ${part}: the figures seem to be of a part of a year`,
    ),
  unconfirmed: reason("unconfirmed", "likely", "在对应关系文件里还没有确认", "is not confirmed in the mapping yet"),
  fractionUnderPercent: reason(
    "fraction-under-percent",
    "uncertain",
    "标了（%），但数都不超过 1，不知道 0.5 是 50% 还是 0.5%",
    "says (%), yet no number exceeds 1: 0.5 may be 50% or 0.5%",
    ["", "%"],
  ),
  shareAboveOne: reason(
    "share-above-one",
    "uncertain",
    "没写百分号，而数大多超过 1，不知道 1.5 是 150% 还是 1.5%",
    "has no percent sign, yet most numbers exceed 1: 1.5 may be 150% or 1.5%",
    ["%", ""],
  ),
  unitSuspect: (unit: string, likely: string, because: Text): DoubtReason =>
    reason(
      "unit-suspect",
      "unlikely",
      `按${unit}算的话，${because.zh}，单位像是${likely}`,
      `would be in ${unitInEnglish(unit)}, but ${because.en}; the unit looks like ${unitInEnglish(likely)}`,
      [likely, unit],
    ),
};

/** The whole question about a column. `meaning` is what it would be taken for: “营业收入”2025年，万元. */
export function question(heading: string, cell: string, reasons: readonly DoubtReason[], meaning: Text): Text {
  const why = (which: keyof Text): string => reasons.map((one) => one.why[which]).join(which === "zh" ? "；" : "; ");
  return {
    zh: `“${shortened(heading)}”（${cell}）${why("zh")}。眼下认作${meaning.zh}，确认之前按待补数据处理。请在对应关系里确认这一列，或改成对的项目、年份和单位。`,
    en: `${shortened(heading)} (${cell}) ${why("en")}. It would be read as ${meaning.en}, and counts as not known until you confirm. Confirm the column in the mapping, or give it the right field, year and unit.`,
  };
}

/** What a column would be taken for, in words. */
export function meaningText(name: Text, years: readonly number[], unit: string): Text {
  const none = years.length === 0;
  return {
    zh: `“${name.zh}”${[none ? "" : `${years.join("、")}年`, unit].filter((part) => part !== "").join("，")}`,
    en: [name.en, none ? "" : `of ${years.join(", ")}`, unit === "" ? "" : `in ${unitInEnglish(unit)}`]
      .filter((part) => part !== "")
      .join(" "),
  };
}
