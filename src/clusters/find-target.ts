/** Finds targets and figures by what a person writes: an id, an indicator's name or synonym with or without its level, a scope, a year. */
import { foldKey } from "../words/plain-text";
import {
  figureName,
  indicatorOf,
  KIND_TEXTS,
  scopeName,
  type FigureKind,
  type Indicator,
  type Level,
  type Scope,
  type Target,
  type Targets,
  targetsOf,
} from "./targets";

const levelWords: readonly (readonly [RegExp, Level])[] = [
  [/^(?:世界级?|worldclass)/, "world"],
  [/^(?:国家级?|national)/, "national"],
  [/^(?:省级(?:及|含)?以上|provincialandabove)/, "provincial-up"],
  [/^(?:市级(?:及|含)?以上|cityandabove)/, "city-up"],
  [/^(?:省级?|provincial)/, "provincial"],
];

const kindWords: readonly (readonly [RegExp, FigureKind])[] = [
  [/新增|新培育|增加|additions|new/, "new"],
  [/存量|总数|累计|现有|在库|有效|stock/, "stock"],
  [/占比|比重|比例|份额|share/, "share"],
  [/相对|高于|高出|relative/, "relative"],
  [/年度|当年|全年|yearly/, "yearly"],
];

/** 省级以上 -> provincial-up; null where the text is no level. */
export function levelOf(text: string): Level | null {
  const key = foldKey(text);
  return levelWords.find(([word]) => word.test(key))?.[1] ?? null;
}

/** 新增 -> new; null where the text is no kind. */
export function kindOf(text: string): FigureKind | null {
  const key = foldKey(text);
  const exact = Object.entries(KIND_TEXTS).find(([kind, { zh, en }]) =>
    [kind, zh, en].some((word) => foldKey(word) === key),
  );
  return (
    kindWords.find(([, kind]) => kind === exact?.[0])?.[1] ?? kindWords.find(([word]) => word.test(key))?.[1] ?? null
  );
}

function answersTo(key: string, { id, name, synonyms }: Scope | Indicator): boolean {
  return [id, name.zh, name.en, ...synonyms].some((word) => foldKey(word) === key);
}

export function scopeOf(text: string, { scopes }: Targets): Scope | null {
  const key = foldKey(text);
  return key === "" ? null : (scopes.find((scope) => answersTo(key, scope)) ?? null);
}

export interface NamedIndicator {
  /** Of one name there may be several: 平均营业收入增速 as a rate and as a gap. */
  readonly indicators: readonly Indicator[];
  /** The level the name itself says, or null. */
  readonly level: Level | null;
}

/** 国家级先进制造业集群 -> the indicator and the level; null where no indicator has such a name. */
export function indicatorNamed(text: string, { indicators }: Targets): NamedIndicator | null {
  const key = foldKey(text);
  if (key === "") return null;
  const whole = indicators.filter((indicator) => answersTo(key, indicator));
  if (whole.length > 0) return { indicators: whole, level: null };
  for (const [word, level] of levelWords) {
    const rest = key.replace(word, "");
    const found = rest === key ? [] : indicators.filter((indicator) => answersTo(rest, indicator));
    if (found.length > 0) return { indicators: found, level };
  }
  return null;
}

export interface TargetQuery {
  /** A target's id, or an indicator's name. */
  readonly indicator: string;
  /** A scope's name; "" for any. */
  readonly scope: string;
  /** The horizon; null for any. */
  readonly year: number | null;
}

export type TargetFound =
  | { readonly kind: "target"; readonly target: Target }
  | { readonly kind: "unknown-indicator" | "unknown-scope" | "none" }
  | { readonly kind: "several"; readonly targets: readonly Target[] };

/** The one target a query means, or why there is none. The same figure printed in two documents counts once. */
export function findTarget(query: TargetQuery, targets: Targets): TargetFound {
  const all = targetsOf(targets);
  const byId = all.find(({ id }) => id === query.indicator.trim());
  if (byId) return { kind: "target", target: byId };
  const named = indicatorNamed(query.indicator, targets);
  if (!named) return { kind: "unknown-indicator" };
  const scope = query.scope.trim() === "" ? null : scopeOf(query.scope, targets);
  if (query.scope.trim() !== "" && !scope) return { kind: "unknown-scope" };
  const ids = named.indicators.map(({ id }) => id);
  const fitting = all.filter(
    (one) =>
      ids.includes(one.indicator) &&
      (named.level === null || one.level === named.level) &&
      (scope === null || one.scope === scope.id) &&
      (query.year === null || one.by === query.year),
  );
  const once = fitting.filter((one, at) => !fitting.slice(0, at).some((before) => sameFigure(before, one)));
  const [only, ...more] = once;
  if (!only) return { kind: "none" };
  return more.length === 0 ? { kind: "target", target: only } : { kind: "several", targets: once };
}

function sameFigure(one: Target, other: Target): boolean {
  const keys = ["indicator", "scope", "level", "kind", "value", "comparator", "by", "from"] as const;
  return keys.every((key) => one[key] === other[key]) && one.part?.zh === other.part?.zh;
}

/** 国家级先进制造业集群（sd-2023-clusters-national，山东全省，2025年） for lists of choices. */
export function choiceText(targets: Targets, target: Target): { zh: string; en: string } {
  const name = figureName(targets, target);
  const { unit } = indicatorOf(targets, target.indicator);
  const value =
    target.value === null ? "" : `${unit === "%" ? Number((target.value * 100).toPrecision(6)) : target.value}${unit}`;
  const kind = KIND_TEXTS[target.kind];
  const scope = scopeName(targets, target.scope);
  return {
    zh: `${target.id}（${name.zh}，${scope.zh}，${kind.zh}${value}，${target.by ?? "未写年份"}）`,
    en: `${target.id} (${name.en}, ${scope.en}, ${kind.en} ${value}, ${target.by ?? "no year"})`,
  };
}
