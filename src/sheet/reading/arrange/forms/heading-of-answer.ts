/** Puts together the heading an answer would have in a list, and what it names. */
import type { HeadingIndex, HeadingMatch } from "../../heading-index";
import type { Field } from "../../../../language/vocabulary";
import { headingParts } from "../../heading-parts";
import { isMeasured } from "../list-outline";
import { inYear, yearLevel } from "./year-level";

/** What stands around a label and says something of its answer. */
export interface AroundLabel {
  /** Headline of the part of the form, where it says something of the answers (see `tellingHeadline`). */
  readonly section?: string | null;
  /** A text left of the label that holds for several. */
  readonly group?: string | null;
  /** Of the row's own unit column, or said once for amounts. */
  readonly unit?: { readonly text: string; readonly amountsOnly: boolean } | null;
  /** Year over the answer's column: how it is written and how a heading would say it. */
  readonly year?: { readonly shown: string; readonly level: string } | null;
  /** The year of the whole form. */
  readonly formYear?: number | null;
}

export interface AnswerHeading {
  /** As in the sheet, from the group down. */
  readonly levels: readonly string[];
  readonly match: HeadingMatch;
}

/** A headline that makes other things of what stands below it, or says its year. */
const tellingSection = /预计|预测|计划|目标|预算|集团|合并|母公司/;

/** The headline where it names a year or makes other things of what stands below it; null for any other. */
export function tellingHeadline(text: string): string | null {
  return tellingSection.test(text) || headingParts(text).year !== null ? text : null;
}

/** 本年（万元） in a form of 2024 is 2024年（万元）. */
function levelInYear(level: string, formYear: number | null): string {
  if (formYear === null) return level;
  const { year, unit } = headingParts(level);
  const mark = year === null ? null : inYear(year, formYear);
  return mark === null || mark === year ? level : yearLevel(mark, level) + (unit === null ? "" : `（${unit}）`);
}

function withoutField(match: HeadingMatch, meant: Field): HeadingMatch {
  return { ...match, field: null, confidence: "doubtful", refused: "unit", alternatives: () => [meant.id] };
}

/** The heading of the answer to `label`, read by the same index as the headings of lists. */
export function headingOfAnswer(index: HeadingIndex, label: string, around: AroundLabel): AnswerHeading {
  const text = label.replace(/[:：]\s*$/, "");
  const { group, unit, year } = around;
  const above = around.section ? [around.section] : [];
  const below = (field: HeadingMatch): string[] => {
    const levels: string[] = [];
    if (unit && field.unit === null && (!unit.amountsOnly || field.field?.type === "money")) levels.push(unit.text);
    const formYear = around.formYear ?? null;
    if (year) levels.push(levelInYear(year.level, formYear));
    else {
      const mark = inYear(field.year, formYear);
      if (mark !== null && mark !== field.year && (field.field?.periods ?? 1) > 1) levels.push(yearLevel(mark, ""));
    }
    return levels;
  };
  const read = (levels: readonly string[]): HeadingMatch => {
    const bare = index.match(levels);
    // 高新技术企业 | 家 | 3600 counts enterprises and is nobody's title.
    if (unit && !unit.amountsOnly && bare.field !== null && !isMeasured(bare.field))
      return withoutField(bare, bare.field);
    const more = below(bare);
    return more.length === 0 ? bare : index.match([...levels, ...more]);
  };
  const own = read([...above, text]);
  const inGroup = group ? read([...above, group, text]) : own;
  const shown = (withGroup: boolean): string[] => [
    ...(withGroup && group ? [group] : []),
    text,
    ...(unit && !unit.amountsOnly ? [unit.text] : []),
    ...(year ? [year.shown] : []),
  ];
  // The group decides only where the label alone names nothing, or where it makes another thing of it.
  const byGroup = inGroup.refused !== null || own.field === null;
  return { levels: shown(byGroup), match: byGroup ? inGroup : own };
}
