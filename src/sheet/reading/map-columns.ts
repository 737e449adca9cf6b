/** Decides for every column which field, year and unit it holds, how sure that is, and what a person should know about it. */
import type { Field, Vocabulary } from "../../policy/vocabulary";
import { weaker, type Confidence } from "./confidence";
import { doubtReasons, type DoubtReason } from "./doubt-messages";
import { addressIn, type Grid } from "./grid";
import type { ColumnHeading, HeadingRows } from "./heading-rows";
import { assumptions as assumed, warnings as warn, type Assumption, type Warning } from "./messages";
import { foldKey } from "./plain-text";
import { headingText, savedChoices } from "./saved-choices";
import type { SavedColumn, SavedMapping } from "./saved-mapping";
import type { TitleNotes } from "./title-notes";
import { defaultUnit, unitFactor, unitName } from "./units";
import { yearsBack, type YearCompany, type YearMark } from "./year-marks";

/** What is done with a column. Only `read` ones give values; `held` ones wait for somebody to confirm them, see `Doubt`. */
export type ColumnUse = "read" | "held" | "unknown" | "ignored" | "duplicate" | "other-year";

export interface Mapping {
  /** 0-based. */
  readonly column: number;
  /** The lowest cell of the heading. */
  readonly address: string;
  /** As in the sheet, from the group down: `营业收入（万元） / 2025年`. */
  readonly heading: string;
  /** A field id, or null where nothing was recognised or the column is left out. */
  readonly field: string | null;
  /** Years before t. */
  readonly back: number;
  /** The unit of the column's numbers; "" where it has none. */
  readonly unit: string;
  readonly unitFrom: "heading" | "sheet" | "saved" | "values" | "assumed" | "none";
  /** A number of the column times this is in the inside unit (万元, fraction). */
  readonly factor: number;
  readonly confidence: Confidence;
  /** Why it is doubtful; empty where it is not. */
  readonly doubts: readonly DoubtReason[];
  /** A saved mapping names the column, so that nothing about it is doubtful any more. */
  readonly answered: boolean;
  /** Ids of fields it could be instead, most alike first. */
  readonly alternatives: readonly string[];
  readonly use: ColumnUse;
}

export interface MappedColumns {
  readonly t: number;
  readonly columns: readonly Mapping[];
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly Warning[];
}

/** Columns every sheet has and no rule asks for; nobody needs to be told that they are not used. */
const everydayHeadings =
  /^(?:序号|编号|行号|备注|说明|no|sn|联系人|联系电话|电话|手机|手机号|联系方式|邮箱|地址|详细地址|注册地址|法定代表人|法人代表|法人|id)$/;

interface Candidate {
  readonly heading: ColumnHeading;
  readonly text: string;
  readonly saved: SavedColumn | undefined;
  readonly field: Field | null;
  /** null too where the saved mapping gives the year. */
  readonly mark: YearMark | null;
}

function candidatesOf(
  rows: HeadingRows,
  vocabulary: Vocabulary,
  saved: SavedMapping | undefined,
  warnings: Warning[],
): Candidate[] {
  const choices = saved === undefined ? null : savedChoices(saved, rows.columns);
  for (const { heading, column } of choices?.lost ?? []) {
    warnings.push({ id: "saved-column-lost", message: warn.savedColumnLost(heading, column) });
  }
  return rows.columns.map((heading) => {
    const choice = choices?.ofColumn.get(heading.column);
    const text = headingText(heading.levels);
    let field = heading.match.field;
    if (choice?.field === null) field = null;
    else if (choice?.field !== undefined) {
      const chosen = vocabulary.fields.get(choice.field);
      if (chosen !== undefined) field = chosen;
      else {
        const message = warn.savedFieldUnknown(text, choice.field);
        warnings.push({ id: "saved-field-unknown", message, cells: [heading.address] });
      }
    }
    return { heading, text, saved: choice, field, mark: choice?.back === undefined ? heading.match.year : null };
  });
}

/** The newest whole year the headings name, no later than the year expected, with the cell that names it. */
function newestYear(candidates: readonly Candidate[], expected: number): { year: number; cell: string } | null {
  const years = candidates.flatMap(({ field, mark, heading }) =>
    field !== null && mark?.kind === "year" && mark.year - (mark.opening ? 1 : 0) <= expected
      ? [{ year: mark.year - (mark.opening ? 1 : 0), cell: heading.address, yearly: field.periods > 1 }]
      : [],
  );
  // A field asked for one year only may well be older than the accounts; the accounts decide.
  const deciding = years.some(({ yearly }) => yearly) ? years.filter(({ yearly }) => yearly) : years;
  return deciding.reduce<{ year: number; cell: string } | null>(
    (newest, one) => (newest === null || one.year > newest.year ? one : newest),
    null,
  );
}

/** A heading that means the last complete year without naming it: no year word, 上年度, 近一年 or (t). */
function meansLatest(mark: YearMark | null): boolean {
  return (
    mark === null ||
    mark.kind === "last" ||
    (mark.kind === "recent" && mark.n === 1) ||
    (mark.kind === "back" && mark.back === 0)
  );
}

/**
 * The last complete year the sheet knows. Where a field stands once under the newest year named and once without a year, the one without
 * is the year after it: nobody keeps one year twice.
 */
function latestYear(candidates: readonly Candidate[], newest: number, expected: number): number {
  const dated = new Set<Field>();
  const undated = new Set<Field>();
  for (const { field, mark } of candidates) {
    if (field === null || field.periods < 2) continue;
    if (mark?.kind === "year" && !mark.opening && mark.year === newest) dated.add(field);
    else if (meansLatest(mark)) undated.add(field);
  }
  return newest < expected && [...dated].some((field) => undated.has(field)) ? newest + 1 : newest;
}

interface Unit {
  readonly unit: string;
  readonly from: Mapping["unitFrom"];
  readonly factor: number;
}

function unitOf(candidate: Candidate, field: Field, title: TitleNotes, warnings: Warning[]): Unit {
  const { saved, heading, text } = candidate;
  if (saved?.unit !== undefined) {
    const factor = saved.unit === "" && field.type === "share" ? 1 : unitFactor(field, saved.unit);
    if (factor !== undefined) return { unit: unitName(field, saved.unit), from: "saved", factor };
    const message = warn.savedUnitUnknown(text, saved.unit);
    warnings.push({ id: "saved-unit-unknown", message, cells: [heading.address] });
  }
  const written = heading.match.unit;
  const factor = written === null ? undefined : unitFactor(field, written);
  if (written !== null && factor !== undefined) {
    return { unit: unitName(field, written), from: "heading", factor };
  }
  if (field.type !== "money") return { unit: field.unit, from: "none", factor: 1 };
  const titleFactor = title.unit === null ? undefined : unitFactor(field, title.unit.text);
  if (title.unit !== null && titleFactor !== undefined) {
    return { unit: unitName(field, title.unit.text), from: "sheet", factor: titleFactor };
  }
  const unit = defaultUnit(field);
  return { unit, from: "assumed", factor: unitFactor(field, unit) ?? 1 };
}

function refusedWarning({ heading, text }: Candidate, vocabulary: Vocabulary): Warning | null {
  const { refused } = heading.match;
  if (refused === null) return null;
  const meant = vocabulary.fields.get(heading.match.alternatives()[0] ?? "")?.name.zh ?? "";
  const cells = [heading.address];
  if (refused === "derived") return { id: "derived-heading", message: warn.derivedHeading(text, meant), cells };
  if (refused === "unit") return { id: "unit-of-heading", message: warn.unitOfHeading(text, meant), cells };
  return { id: "foreign-currency", message: warn.foreignCurrency(text), cells };
}

/** True where a person's choice for the column stands as it was made. */
function isAnswered({ saved }: Candidate, field: Field, unit: Unit): boolean {
  return (
    saved !== undefined &&
    saved.confirmed !== false &&
    (saved.field === undefined || saved.field === field.id) &&
    (saved.unit === undefined || unit.from === "saved")
  );
}

/** What in the heading is doubtful. */
function headingDoubt({ match }: ColumnHeading): DoubtReason {
  if (match.unclearUnit !== null) return doubtReasons.unitUnclear(match.unclearUnit);
  return match.unknownNotes.length > 0 ? doubtReasons.headingNote(match.unknownNotes) : doubtReasons.heading;
}

/** Why a column of a known field has to be confirmed by a person. */
function doubtsAbout({ saved, heading }: Candidate, ofHeading: Confidence, ofYear: Confidence): DoubtReason[] {
  return [
    ...(ofHeading === "doubtful" ? [headingDoubt(heading)] : []),
    ...(ofYear === "doubtful" ? [doubtReasons.year] : []),
    ...(saved?.confirmed === false ? [doubtReasons.unconfirmed] : []),
  ];
}

/** Which years stand beside each other for a field, see `YearCompany`. */
function companies(candidates: readonly Candidate[], t: number): (field: Field) => YearCompany {
  const marks = new Map<Field, (YearMark | null)[]>();
  for (const { field, mark } of candidates) {
    if (field !== null) marks.set(field, [...(marks.get(field) ?? []), mark]);
  }
  const stands = (kind: YearMark["kind"]): boolean => [...marks.values()].flat().some((mark) => mark?.kind === kind);
  const [hasThis, hasLast] = [stands("this"), stands("last")];
  return (field) => {
    const own = marks.get(field) ?? [];
    const recentOne = own.some((mark) => (mark?.kind === "recent" || mark?.kind === "before") && mark.n === 1);
    const latest = own.some((mark) => meansLatest(mark) || (mark?.kind === "year" && mark.year === t));
    return { hasThis, hasLast, hasLatest: latest, hasRecentOne: recentOne };
  };
}

/**
 * Maps the columns under the heading rows. `expectedYear` is the last complete fiscal year by the as-of date; where the headings' newest
 * year is older, that year is t.
 */
export function mapColumns(
  grid: Grid,
  rows: HeadingRows,
  title: TitleNotes,
  vocabulary: Vocabulary,
  expectedYear: number,
  saved: SavedMapping | undefined,
): MappedColumns {
  const assumptions: Assumption[] = [];
  const warnings: Warning[] = [];
  const candidates = candidatesOf(rows, vocabulary, saved, warnings);
  const newest = newestYear(candidates, expectedYear);
  const t = newest === null ? expectedYear : latestYear(candidates, newest.year, expectedYear);
  if (newest !== null && t < expectedYear) {
    assumptions.push({ id: "older-year", message: assumed.olderYear(t, expectedYear), cell: newest.cell });
  }
  const companyOf = companies(candidates, t);
  const owner = new Map<string, string>();
  const unmapped: { text: string; cell: string }[] = [];

  const columns = candidates.map((candidate): Mapping => {
    const { heading, text, saved: choice, field, mark } = candidate;
    const { column, address: at, match } = heading;
    const whole = { back: 0, unit: "", unitFrom: "none", factor: 1 } as const;
    const bare = { column, address: at, heading: text, ...whole, doubts: [], answered: choice !== undefined };
    if (field === null) {
      const ignored = choice?.field === null;
      const refusal = ignored ? null : refusedWarning(candidate, vocabulary);
      if (refusal !== null) warnings.push(refusal);
      else if (!ignored && text !== "" && !everydayHeadings.test(foldKey(text))) unmapped.push({ text, cell: at });
      const alternatives = match.alternatives();
      return {
        ...bare,
        field: null,
        confidence: ignored ? "sure" : "doubtful",
        alternatives,
        use: ignored ? "ignored" : "unknown",
      };
    }
    const year =
      choice?.back !== undefined
        ? { back: choice.back, confidence: "sure" as const }
        : newest !== null && t > newest.year && field.periods > 1 && meansLatest(mark)
          ? { back: 0, confidence: "likely" as const }
          : yearsBack(mark, t, companyOf(field));
    if (year === null) {
      warnings.push({ id: "not-whole-year", message: warn.notWholeYear(text), cells: [at] });
      return { ...bare, field: null, confidence: "doubtful", alternatives: [field.id], use: "unknown" };
    }
    const unit = unitOf(candidate, field, title, warnings);
    const chosen = choice?.field === field.id;
    const answered = isAnswered(candidate, field, unit);
    const doubts = answered ? [] : doubtsAbout(candidate, chosen ? "sure" : match.confidence, year.confidence);
    const confidence = answered
      ? "sure"
      : doubts.length > 0
        ? "doubtful"
        : weaker(chosen ? "sure" : match.confidence, year.confidence);
    const mapped = {
      ...bare,
      field: field.id,
      back: year.back,
      unit: unit.unit,
      unitFrom: unit.from,
      factor: unit.factor,
      confidence,
      doubts,
      answered,
      alternatives: match.alternatives().filter((id) => id !== field.id),
    };
    if (year.back < 0) {
      warnings.push({ id: "unfinished-year", message: warn.unfinishedYear(text, t - year.back), cells: [at] });
      return { ...mapped, use: "other-year" };
    }
    if (year.back >= field.periods) {
      warnings.push({ id: "year-not-needed", message: warn.yearNotNeeded(text, t - year.back), cells: [at] });
      return { ...mapped, use: "other-year" };
    }
    const slotKey = `${field.id} ${year.back}`;
    const first = owner.get(slotKey);
    if (first !== undefined) {
      warnings.push({ id: "duplicate-column", message: warn.duplicateColumn(text, at, first), cells: [first, at] });
      return { ...mapped, use: "duplicate" };
    }
    owner.set(slotKey, at);
    if (!answered && year.confidence !== "sure") {
      assumptions.push({ id: "relative-year", message: assumed.relativeYear(text, t - year.back), cell: at });
    }
    if (unit.from === "assumed") {
      assumptions.push({ id: "unit-assumed", message: assumed.unitAssumed(text, unit.unit), cell: at });
    }
    if (grid.hiddenColumns?.has(column) === true) {
      warnings.push({ id: "hidden-column", message: warn.hiddenColumn(text, at), cells: [at] });
    }
    return { ...mapped, use: "read" };
  });
  if (unmapped.length > 0) {
    warnings.push({
      id: "unmapped",
      message: warn.unmapped(unmapped.map(({ text }) => text)),
      cells: unmapped.map(({ cell }) => cell),
    });
  }
  if (newest === null && title.year !== null && title.year !== t && title.yearAddress !== null) {
    warnings.push({
      id: "title-year",
      message: warn.titleYear(title.yearAddress, title.year, t),
      cells: [title.yearAddress],
    });
  }
  return { t, columns, assumptions, warnings };
}

/** The address of a data cell of a mapping, given its 0-based row in the grid. */
export function mappedCell(grid: Grid, mapping: Mapping, row: number): string {
  return addressIn(grid, row, mapping.column);
}
