/** Finds the field a heading means. Only a heading somebody wrote down in the vocabulary counts; what is merely alike is offered, never taken. */
import type { Field, Vocabulary } from "../../language/vocabulary";
import { compareConfidence, weaker, type Confidence } from "./confidence";
import { HeadingKeys, type Owner } from "./heading-keys";
import { isUsualForCounts, noteMeaning, type NoteMeaning } from "./heading-notes";
import { headingParts, type HeadingParts } from "./heading-parts";
import { looseOwners } from "./loose-headings";
import { isForeignCurrency } from "./money-units";
import { foldKey } from "../../words/plain-text";
import { headingSegments } from "./heading-segments";
import { unitFactor } from "./units";
import type { YearMark } from "./year-marks";

/** Why a heading that names a field is not mapped to it. */
export type Refused = "derived" | "foreign-currency" | "unit";

export interface HeadingMatch {
  readonly field: Field | null;
  readonly confidence: Confidence;
  /** How well the words name the field: 0 for its main heading, more for its synonyms in their order, most for looser words. */
  readonly rank: number;
  readonly year: YearMark | null;
  /** As written: 万元, %. Given for headings without a field too, for a person may still choose one. */
  readonly unit: string | null;
  /** A unit of money somebody wrote that is not known here, or null. */
  readonly unclearUnit: string | null;
  /** Notes in brackets nobody here can tell the meaning of. */
  readonly unknownNotes: readonly string[];
  /** Ids of other fields it could be, most alike first. */
  alternatives(): readonly string[];
  readonly refused: Refused | null;
}

/** Groups that only gather columns, so that the heading below them speaks for itself. */
const plainGroup =
  /信息|情况|指标|数据|财务|经营|基本|概况|资质|能力|条件|规模|效益|创新|市场|人员|知识产权|称号|荣誉|合规|信用|化$|info|data|financ|basic/;
const commonFields =
  "name credit_code industry founded employees total_assets revenue main_revenue net_profit rd_expense rd_staff ip_class1".split(
    " ",
  );
const looseRank = 1_000;
const notesRank = 2_000;
const untouchedByNotes: ReadonlySet<Field["type"]> = new Set(["code", "date", "industry"]);
const measured: ReadonlySet<Field["type"]> = new Set(["money", "count", "share", "years", "rank", "points", "number"]);

/** Headings of one vocabulary, with the fields they name. */
export class HeadingIndex {
  private readonly keys: HeadingKeys;
  private readonly seen = new Map<string, HeadingMatch>();

  constructor(vocabulary: Vocabulary, kind: Field["of"]) {
    this.keys = new HeadingKeys(vocabulary, kind);
  }

  /** The dozen main headings most sheets have, for saying what would have been recognised. */
  commonHeadings(): string[] {
    const { fields } = this.keys;
    const common = commonFields.flatMap((id) => fields.find((field) => field.id === id) ?? []);
    return (common.length > 0 ? common : fields).slice(0, commonFields.length).map(({ name }) => name.zh);
  }

  /** What a heading means, given from the top level down: `["营业收入（万元）", "2025年"]`. */
  match(levels: readonly string[]): HeadingMatch {
    const memo = levels.join("\u0000");
    const known = this.seen.get(memo);
    if (known !== undefined) return known;
    const match = this.firstOf(levels);
    this.seen.set(memo, match);
    return match;
  }

  /** As written; or else with the pieces of a single heading, `营业收入-2025年报-万元`, as levels of it. */
  private firstOf(levels: readonly string[]): HeadingMatch {
    const match = this.matchLevels(levels);
    if (match.field !== null || match.refused !== null) return match;
    const segments = levels.flatMap(headingSegments);
    if (segments.length === levels.length) return match;
    const apart = this.matchLevels(segments);
    return apart.field !== null || apart.refused !== null ? apart : match;
  }

  private matchLevels(levels: readonly string[]): HeadingMatch {
    const parts = levels.map((level) => headingParts(level));
    const yearBelow = parts.map((_, at) => parts.slice(at + 1).some(({ year }) => year !== null));
    const joined = (from: number, noteBelow: boolean): string =>
      levels
        .slice(from)
        .map((level, at) => {
          const part = parts[from + at];
          if (part === undefined) return level;
          const unit = part.unit === null ? "" : `(${part.unit})`;
          // A level of its own that only says 人 is a unit, not the end of the word above it.
          if (at > 0 && part.stem === "" && part.year === null && unit !== "") return unit;
          if (noteBelow && at > 0 && part.stem !== "" && noteMeaning(part.stem) !== "unknown") {
            return `(${part.stem})${unit}${part.year === null ? "" : level}`;
          }
          return yearBelow[from + at] ? part.stem + unit : level;
        })
        .join("");
    for (let skipped = 0; skipped < levels.length; skipped++) {
      if (skipped > 0 && parts.slice(skipped).every(({ stem }) => stem === "")) break;
      const plain = this.matchText(joined(skipped, false));
      const found =
        plain?.confidence !== "sure" && skipped + 1 < levels.length
          ? surerOf(plain, this.matchText(joined(skipped, true)))
          : plain;
      if (found === null) continue;
      const group = parts.slice(0, skipped).filter(({ stem }) => stem !== "");
      return this.underGroup(found, parts.slice(0, skipped), group, parts[skipped]?.within ?? false);
    }
    return this.withMarks(this.unknown(parts.map(({ stem }) => stem).join(""), null), parts);
  }

  /** Year and unit as the lowest level says them, for a heading that no field was found for. */
  private withMarks(unknown: HeadingMatch, parts: readonly HeadingParts[]): HeadingMatch {
    const upwards = [...parts].reverse();
    return {
      ...unknown,
      year: upwards.find(({ year }) => year !== null)?.year ?? null,
      unit: upwards.find(({ unit }) => unit !== null)?.unit ?? null,
    };
  }

  /** A heading that matched below a group: the group may give year and unit, or make it another thing. */
  private underGroup(
    found: HeadingMatch,
    skipped: readonly HeadingParts[],
    group: readonly HeadingParts[],
    within: boolean,
  ): HeadingMatch {
    const { field } = found;
    if (field === null || skipped.length === 0) return found;
    const above = [...skipped].reverse();
    const year =
      found.year ??
      above.find(
        ({ year, stem }) => year !== null && (stem === "" || (year.kind !== "recent" && year.kind !== "before")),
      )?.year ??
      null;
    if (group.some(({ stem, derived }) => derived && this.meaningOf(stem, field, year) !== "same")) {
      return { ...this.withMarks(this.unknown("", field), skipped), refused: "derived" };
    }
    let confidence = found.confidence;
    for (const { stem } of group) {
      const owner = this.keys.of(stem)?.[0]?.field;
      if (owner === undefined) confidence = weaker(confidence, plainGroup.test(stem) ? "sure" : "likely");
      else if (owner !== field && owner.type === "text") return { ...this.unknown("", field), refused: "derived" };
      else if (owner !== field && !within && field.partOf !== owner.id) confidence = weaker(confidence, "likely");
    }
    const unit =
      found.unit ??
      above.find((part) => part.unit !== null && unitFactor(field, part.unit) !== undefined)?.unit ??
      null;
    const unclearUnit =
      unit === null && field.type === "money"
        ? (found.unclearUnit ?? above.find((part) => part.unclearUnit !== null)?.unclearUnit ?? null)
        : null;
    return { ...found, confidence: unclearUnit === null ? confidence : "doubtful", year, unit, unclearUnit };
  }

  /** What a note does to a field: another word for it does nothing, the stock of a count is usual, a sum needs its year. */
  private meaningOf(note: string, field: Field, year: YearMark | null): NoteMeaning {
    const key = foldKey(note);
    if (this.keys.of(key)?.some((owner) => owner.field === field)) return "none";
    if (isUsualForCounts(key)) {
      if (field.type === "count" || field.type === "number") return "same";
      if (!key.startsWith("累计") || year?.kind === "recent" || year?.kind === "span") return "changed";
      return year === null ? "unknown" : "same";
    }
    return noteMeaning(note);
  }

  /** A heading in one text, or null where no field is named. A looser reading with no note left over goes before a close one with some. */
  private matchText(text: string): HeadingMatch | null {
    const parts = headingParts(text);
    const close = this.matchReadings(parts, (key) => this.keys.of(key), false);
    if (close?.field === null || close?.unknownNotes.length === 0) return close;
    const loose = this.matchReadings(parts, (key, wholeYear) => looseOwners(this.keys, key, wholeYear), true);
    if (close === null) return loose;
    return loose?.field == null || loose.unknownNotes.length > 0 ? close : loose;
  }

  private matchReadings(
    parts: HeadingParts,
    ownersOf: (key: string, wholeYear: boolean) => readonly Owner[] | undefined,
    loose: boolean,
  ): HeadingMatch | null {
    for (const { key, year, unit, notes } of parts.readings) {
      const owners = ownersOf(key, year?.kind === "year");
      const owner = owners?.[0];
      if (owners === undefined || owner === undefined) continue;
      const { field } = owner;
      // 单位（万元） and 单位：元 speak of a unit, not of an organisation.
      if (owner.confidence !== "sure" && unit !== null && field.type === "text") continue;
      const meanings = notes.map((note) => this.meaningOf(note, field, year));
      const derived = meanings.includes("changed") || year?.kind === "forecast";
      const refused = derived ? "derived" : unitRefused(field, unit);
      if (refused !== null) return { ...this.withMarks(this.unknown("", field), [parts]), refused };
      return this.found(owners, owner, parts, { loose, meanings, notes, year, unit });
    }
    return null;
  }

  private found(
    owners: readonly Owner[],
    { field, rank, confidence: owned }: Owner,
    parts: HeadingParts,
    reading: {
      readonly loose: boolean;
      readonly meanings: readonly NoteMeaning[];
      readonly notes: readonly string[];
      readonly year: YearMark | null;
      readonly unit: string | null;
    },
  ): HeadingMatch {
    const { loose, meanings, notes, unit } = reading;
    const others = owners.slice(1).map((other) => other.field.id);
    const unclearUnit = unit === null && field.type === "money" ? parts.unclearUnit : null;
    const unknownNotes = notes.filter((note, at) => meanings[at] === "unknown" && note !== unclearUnit);
    let confidence = weaker(owned, loose || meanings.some((meaning) => meaning !== "none") ? "likely" : "sure");
    // 成立日期（营业执照）, 行业（2012版）: a note changes no date and no industry.
    const notesMatter = unknownNotes.length > 0 && !untouchedByNotes.has(field.type);
    if (notesMatter || unclearUnit !== null || others.length > 0) confidence = "doubtful";
    // 近两年新增股权融资 has its years in the name: another one beside it is only a note.
    const named = /近[一二两三四五\d]年/.test(field.name.zh);
    return {
      field,
      confidence,
      rank: rank + (loose ? looseRank : 0) + (meanings.some((meaning) => meaning !== "none") ? notesRank : 0),
      year: named ? null : reading.year,
      unit,
      unclearUnit,
      unknownNotes,
      alternatives: () =>
        confidence === "sure" ? [] : [...new Set([...others, ...this.keys.alike(parts.stem, field)])],
      refused: null,
    };
  }

  private unknown(stem: string, meant: Field | null): HeadingMatch {
    return {
      field: null,
      confidence: "doubtful",
      rank: Infinity,
      year: null,
      unit: null,
      unclearUnit: null,
      unknownNotes: [],
      alternatives: () => (meant === null ? this.keys.alike(stem, null) : [meant.id]),
      refused: null,
    };
  }
}

const indexes = new WeakMap<Vocabulary, Map<Field["of"], HeadingIndex>>();

/** The headings of one kind of row. They are folded once for a vocabulary, not once for a sheet. */
export function headingIndexOf(vocabulary: Vocabulary, kind: Field["of"]): HeadingIndex {
  const known = indexes.get(vocabulary) ?? new Map<Field["of"], HeadingIndex>();
  indexes.set(vocabulary, known);
  const index = known.get(kind) ?? new HeadingIndex(vocabulary, kind);
  known.set(kind, index);
  return index;
}

function surerOf(one: HeadingMatch | null, other: HeadingMatch | null): HeadingMatch | null {
  if (one === null || other === null) return one ?? other;
  return compareConfidence(one.confidence, other.confidence) > 0 ? other : one;
}

/** A unit that contradicts the field means that the heading speaks of something else: 研发费用（%） is a ratio. */
function unitRefused(field: Field, unit: string | null): Refused | null {
  if (unit === null || !measured.has(field.type) || unitFactor(field, unit) !== undefined) return null;
  return isForeignCurrency(unit) ? "foreign-currency" : "unit";
}
