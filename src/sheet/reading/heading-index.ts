/** Finds the field a heading means. Only a heading somebody wrote down in the vocabulary counts; what is merely alike is offered, never taken. */
import type { Field, Vocabulary } from "../../policy/vocabulary";
import { headingParts, type HeadingParts } from "./heading-parts";
import { foldKey } from "./plain-text";
import { isForeignCurrency, unitFactor } from "./units";
import type { YearMark } from "./year-marks";

/** `sure`: written so in the vocabulary. `likely`: the same but for a word that adds nothing. `doubtful`: a person should look. */
export type Confidence = "sure" | "likely" | "doubtful";

/** Why a heading that names a field is not mapped to it. */
export type Refused = "derived" | "foreign-currency" | "unit";

export interface HeadingMatch {
  readonly field: Field | null;
  readonly confidence: Confidence;
  readonly year: YearMark | null;
  /** As written: 万元, %. Given for headings without a field too, for a person may still choose one. */
  readonly unit: string | null;
  /** Ids of other fields it could be, most alike first. */
  alternatives(): readonly string[];
  readonly refused: Refused | null;
}

type RowKind = Field["of"];

const order: readonly Confidence[] = ["sure", "likely", "doubtful"];

/** The weaker of two confidences. */
export function weaker(one: Confidence, other: Confidence): Confidence {
  return order.indexOf(one) > order.indexOf(other) ? one : other;
}

const emptyPrefix = /^(?:本?(?:企业|公司|单位)的?|申报|上报|填报|全年|现有|实际|经审计的?)/;
const flagWords = /是否|有无/;
const flagPrefix = /^(?:为|属于|有|拥有|具有|列入|被列入|处于|位于|取得|获得)/;
/** Words at the end that add nothing to a heading of the type. */
const emptySuffix: Readonly<Partial<Record<Field["type"], RegExp>>> = {
  money: /(?:金额|数额|总额|额|数)$/,
  count: /(?:总数量|总数|数量|人数|个数|项数|件数|数)$/,
  text: /(?:名称|情况)$/,
  code: /(?:号码|号)$/,
  choice: /(?:情况|级别|等级|类型)$/,
  flag: /情况$/,
  validity: /(?:情况|时间|日期)$/,
  date: /(?:时间|日期)$/,
};
/** Groups that only gather columns, so that the heading below them speaks for itself. */
const plainGroup =
  /信息|情况|指标|数据|财务|经营|基本|概况|资质|能力|条件|规模|效益|创新|市场|人员|知识产权|称号|荣誉|合规|信用|化$|info|data|financ|basic/;

const commonFields =
  "name credit_code industry founded employees total_assets revenue main_revenue net_profit rd_expense rd_staff ip_class1".split(
    " ",
  );

/** Headings of one vocabulary, folded, with the fields they name. */
export class HeadingIndex {
  private readonly byKey = new Map<string, Field[]>();
  private readonly pairsOfKey: { readonly key: string; readonly field: Field; readonly pairs: ReadonlySet<string> }[] =
    [];
  private readonly seen = new Map<string, HeadingMatch>();

  constructor(vocabulary: Vocabulary, kind: RowKind) {
    const fields = [...vocabulary.fields.values()].filter((field) => field.of === kind);
    for (const field of fields) this.add(field.name.zh, field, true);
    for (const field of fields) {
      for (const heading of [field.name.en, field.id, ...field.synonyms]) this.add(heading, field, false);
    }
    // Once more without the brackets inside a heading, 所在县（市、区） as 所在县, where no other field owns the short form.
    for (const field of fields) {
      for (const heading of [field.name.zh, ...field.synonyms]) {
        const short = heading.replace(/（[^（）]*）/g, "");
        if (short !== heading && !this.byKey.has(foldKey(short))) this.add(short, field, false);
      }
    }
  }

  /** Main headings come first and keep their key for themselves; a key two fields share stays open. */
  private add(heading: string, field: Field, main: boolean): void {
    const key = foldKey(heading);
    if (key === "") return;
    const owners = this.byKey.get(key);
    if (owners === undefined) {
      this.byKey.set(key, [field]);
      this.pairsOfKey.push({ key, field, pairs: pairsOf(key) });
    } else if (!owners.includes(field) && !main && foldKey(owners[0]?.name.zh ?? "") !== key) owners.push(field);
  }

  /** The dozen main headings most sheets have, for saying what would have been recognised. */
  commonHeadings(): string[] {
    const fields = [...new Set([...this.byKey.values()].flat())];
    const common = commonFields.flatMap((id) => fields.find((field) => field.id === id) ?? []);
    return (common.length > 0 ? common : fields).slice(0, commonFields.length).map(({ name }) => name.zh);
  }

  /** What a heading means, given from the top level down: `["营业收入（万元）", "2025年"]`. */
  match(levels: readonly string[]): HeadingMatch {
    const memo = levels.join("\u0000");
    const known = this.seen.get(memo);
    if (known !== undefined) return known;
    const match = this.matchLevels(levels);
    this.seen.set(memo, match);
    return match;
  }

  private matchLevels(levels: readonly string[]): HeadingMatch {
    const parts = levels.map((level) => headingParts(level));
    const yearBelow = parts.map((_, at) => parts.slice(at + 1).some(({ year }) => year !== null));
    for (let skipped = 0; skipped < levels.length; skipped++) {
      if (skipped > 0 && parts.slice(skipped).every(({ stem }) => stem === "")) break;
      const joined = levels
        .slice(skipped)
        .map((level, at) => {
          const part = parts[skipped + at];
          if (part === undefined) return level;
          const unit = part.unit === null ? "" : `(${part.unit})`;
          // A level of its own that only says 人 is a unit, not the end of the word above it.
          if (part.stem === "" && part.year === null && unit !== "") return unit;
          return yearBelow[skipped + at] ? part.stem + unit : level;
        })
        .join("");
      const found = this.matchText(joined);
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
    if (group.some(({ derived }) => derived))
      return { ...this.withMarks(this.unknown("", field), skipped), refused: "derived" };
    let confidence = found.confidence;
    for (const { stem } of group) {
      const owner = this.byKey.get(stem)?.[0];
      if (owner === undefined) confidence = weaker(confidence, plainGroup.test(stem) ? "sure" : "likely");
      else if (owner !== field && owner.type === "text") return { ...this.unknown("", field), refused: "derived" };
      else if (owner !== field && !within && field.partOf !== owner.id) confidence = weaker(confidence, "likely");
    }
    const above = [...skipped].reverse();
    const year =
      found.year ??
      above.find(
        ({ year, stem }) => year !== null && (stem === "" || (year.kind !== "recent" && year.kind !== "before")),
      )?.year ??
      null;
    const unit =
      found.unit ??
      above.find((part) => part.unit !== null && unitFactor(field, part.unit) !== undefined)?.unit ??
      null;
    return { ...found, confidence, year, unit };
  }

  /** A heading in one text, or null where no field is named. */
  private matchText(text: string): HeadingMatch | null {
    const parts = headingParts(text);
    for (const decorated of [false, true]) {
      for (const { key, year, dropsNotes } of parts.readings) {
        const fields = decorated ? this.decorated(key) : this.byKey.get(key);
        const field = fields?.[0];
        if (fields === undefined || field === undefined) continue;
        const others = fields.slice(1).map(({ id }) => id);
        const refused = dropsNotes && parts.derivedNote ? "derived" : unitRefused(field, parts.unit);
        if (refused !== null) return { ...this.withMarks(this.unknown("", field), [parts]), refused };
        const confidence = dropsNotes || others.length > 0 ? "doubtful" : decorated ? "likely" : "sure";
        // 近两年新增股权融资 has its years in the name: another one beside it is only a note.
        const named = /近[一二两三四五\d]年/.test(field.name.zh);
        return {
          field,
          confidence,
          year: named ? null : year,
          unit: parts.unit,
          alternatives: () =>
            confidence === "sure" ? [] : [...new Set([...others, ...this.alike(parts.stem, field)])],
          refused: null,
        };
      }
    }
    return null;
  }

  /** Fields named once words that add nothing are taken off: 企业, 是否, 金额. */
  private decorated(key: string): Field[] | undefined {
    const keys = new Set([key, key.replace(emptyPrefix, "")]);
    for (const candidate of keys) {
      for (const [type, suffix] of Object.entries(emptySuffix)) {
        const owners = this.byKey.get(candidate.replace(suffix, ""))?.filter((field) => field.type === type);
        if (owners !== undefined && owners.length > 0) return owners;
      }
      const bare = this.byKey.get(candidate);
      if (bare !== undefined) return bare;
      if (!flagWords.test(candidate)) continue;
      const asked = candidate.replace(flagWords, "");
      for (const question of [asked, asked.replace(flagPrefix, "")]) {
        const owners = this.byKey.get(question)?.filter(({ type }) => type === "flag" || type === "validity");
        if (owners !== undefined && owners.length > 0) return owners;
      }
    }
    return undefined;
  }

  private unknown(stem: string, meant: Field | null): HeadingMatch {
    return {
      field: null,
      confidence: "doubtful",
      year: null,
      unit: null,
      alternatives: () => (meant === null ? this.alike(stem, null) : [meant.id]),
      refused: null,
    };
  }

  /** Up to three fields with headings like the text, by the share of neighbouring letter pairs they have in common. */
  private alike(stem: string, except: Field | null): string[] {
    if (stem.length < 2 || stem.length > 60) return [];
    const pairs = pairsOf(stem);
    const best = new Map<string, number>();
    for (const { field, pairs: others } of this.pairsOfKey) {
      if (field === except) continue;
      let common = 0;
      for (const pair of pairs) if (others.has(pair)) common += 1;
      const score = (2 * common) / (pairs.size + others.size);
      if (score >= 0.5 && score > (best.get(field.id) ?? 0)) best.set(field.id, score);
    }
    return [...best.entries()]
      .sort((one, other) => other[1] - one[1])
      .slice(0, 3)
      .map(([id]) => id);
  }
}

const indexes = new WeakMap<Vocabulary, Map<RowKind, HeadingIndex>>();

/** The headings of one kind of row. They are folded once for a vocabulary, not once for a sheet. */
export function headingIndexOf(vocabulary: Vocabulary, kind: RowKind): HeadingIndex {
  const known = indexes.get(vocabulary) ?? new Map<RowKind, HeadingIndex>();
  indexes.set(vocabulary, known);
  const index = known.get(kind) ?? new HeadingIndex(vocabulary, kind);
  known.set(kind, index);
  return index;
}

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2));
  return pairs;
}

/** A unit that contradicts the field means that the heading speaks of something else: 研发费用（%） is a ratio. */
function unitRefused(field: Field, unit: string | null): Refused | null {
  const measured = ["money", "count", "share", "years", "rank", "points", "number"].includes(field.type);
  if (unit === null || !measured || unitFactor(field, unit) !== undefined) return null;
  return isForeignCurrency(unit) ? "foreign-currency" : "unit";
}
