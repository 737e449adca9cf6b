/** Which unit the numbers of a column are in, and who says so. */
import type { Field } from "../../language/vocabulary";
import type { Assumption } from "./messages";
import { assumptions as assumed } from "./assumption-messages";
import type { ColumnHeading } from "./heading-rows";
import type { TitleNotes } from "./title-notes";
import { defaultUnit, unitFactor, unitName } from "./units";

export type UnitFrom = "heading" | "sheet" | "saved" | "values" | "source" | "assumed" | "none";

export interface ColumnUnit {
  /** "" where the column has none. */
  readonly unit: string;
  readonly from: UnitFrom;
  /** Whether the heading, a title or the source names it. */
  readonly written: boolean;
  /** A number of the column times this is in the inside unit. */
  readonly factor: number;
  /** A unit that was written and is not known here, so that the one given is a guess. */
  readonly unclear: string | null;
}

/** Where a sheet's figures come from, if its headings give that away, and the unit its amounts are in by the source's own description. */
export interface FigureSource {
  readonly name: string;
  readonly unit: string;
}

const sources: readonly { readonly source: FigureSource; readonly marks: RegExp; readonly least: number }[] = [
  {
    source: { name: "tushare", unit: "元" },
    marks: /^(?:ts_code|ann_date|f_ann_date|end_date|n_income|n_income_attr_p|total_revenue|rd_exp|total_liab)$/,
    least: 2,
  },
  { source: { name: "CSMAR", unit: "元" }, marks: /^(?:stkcd|accper|typrep|shortname|[abcd]\d{9})\b/i, least: 2 },
  { source: { name: "akshare", unit: "元" }, marks: /^(营业总?收入|净利润)-(?:\1|同比增长|季度环比增长)$/, least: 2 },
  {
    source: { name: "东方财富", unit: "元" },
    marks:
      /^(?:secucode|security_code|security_name_abbr|report_date|total_operate_income|operate_income|netprofit|parent_netprofit)$/i,
    least: 2,
  },
];

/** The source whose column names a sheet has, or null. */
export function figureSource(headings: readonly string[]): FigureSource | null {
  const found = sources.find(({ marks, least }) => headings.filter((text) => marks.test(text.trim())).length >= least);
  return found?.source ?? null;
}

/** The unit of a column that no person has set: the heading's, the title's, its source's, or the usual one. */
export function columnUnit(
  field: Field,
  { match }: ColumnHeading,
  title: TitleNotes["unit"],
  source: FigureSource | null,
): ColumnUnit {
  const factor = match.unit === null ? undefined : unitFactor(field, match.unit);
  if (match.unit !== null && factor !== undefined) {
    return { unit: unitName(field, match.unit), from: "heading", written: true, factor, unclear: null };
  }
  if (field.type !== "money") {
    return { unit: field.unit, from: "none", written: false, factor: 1, unclear: null };
  }
  const known = title === null || match.unclearUnit !== null ? undefined : unitFactor(field, title.text);
  if (title !== null && known !== undefined) {
    return { unit: unitName(field, title.text), from: "sheet", written: true, factor: known, unclear: null };
  }
  const unclear = match.unclearUnit ?? (title === null ? null : title.text);
  const bySource = source !== null && unclear === null;
  const unit = bySource ? source.unit : defaultUnit(field);
  return {
    unit,
    from: bySource ? "source" : "assumed",
    written: bySource || unclear !== null,
    factor: unitFactor(field, unit) ?? 1,
    unclear,
  };
}

/** What is said of a unit nobody wrote down. */
export function unitAssumption(
  heading: string,
  cell: string,
  { unit, from }: Pick<ColumnUnit, "unit" | "from">,
  source: FigureSource | null,
): Assumption | null {
  if (from === "assumed") return { id: "unit-assumed", message: assumed.unitAssumed(heading, unit), cell };
  if (from !== "source" || source === null) return null;
  return { id: "unit-by-source", message: assumed.unitBySource(heading, unit, source.name), cell };
}
