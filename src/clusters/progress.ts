/**
 * A figure against a target: whether the two may be set against each other at all, how far it has come, and what is still needed.
 * Completion across kinds, scopes, levels or standards is refused with the reason: 18,071 of 2,500 is no completion.
 */
import { figureText, percentText, spoken } from "../words/figures";
import { lastDay } from "../policy/editions";
import type { Text } from "../words/text";
import { known, refused, unknown, valueOf, type Answer } from "./answer";
import {
  figureName,
  indicatorOf,
  KIND_TEXTS,
  LEVEL_TEXTS,
  scopeName,
  type Actual,
  type FigureKind,
  type Level,
  type Target,
  type Targets,
} from "./targets";

/** What a figure counts. Null where the sheet does not say; that leaves the comparison open, never allowed. */
export interface Measured {
  readonly indicator: string;
  readonly scope: string | null;
  /** Null where it has none; "unsaid" where the sheet does not say. */
  readonly level: Level | "unsaid" | null;
  readonly kind: FigureKind | null;
  readonly standard: Text | null;
  readonly against: Text | null;
  /** The first year of additions. */
  readonly from: number | null;
  /** The last day it can be of, ISO: 2025-04 is 2025-04-30. */
  readonly on: string | null;
  /** The id of the published figure it is, if it is one. */
  readonly id: string | null;
}

/** What a published figure counts. */
export function measured(actual: Actual): Measured {
  const { indicator, scope, level, kind, standard, against, from, at, id } = actual;
  return { indicator, scope, level, kind, standard, against, from, on: lastDay(at), id };
}

export type Comparable =
  | { readonly kind: "comparable" }
  | { readonly kind: "open"; readonly missing: readonly Text[] }
  | { readonly kind: "refused"; readonly reasons: readonly Text[] };

const SCOPE: Text = { zh: "范围", en: "scope" };
const KIND: Text = { zh: "口径", en: "kind" };
const LEVEL: Text = { zh: "级别", en: "level" };
const FROM: Text = { zh: "起算年", en: "first year" };

function differs(what: Text, target: Text, own: Text): Text {
  return {
    zh: `${what.zh}不同：目标是${target.zh}，这个数是${own.zh}`,
    en: `different ${what.en}: the target is ${target.en}, the figure is ${own.en}`,
  };
}

const NO_LEVEL: Text = { zh: "不分级别", en: "no level" };

function levelText(level: Level | null): Text {
  return level === null ? NO_LEVEL : LEVEL_TEXTS[level];
}

/** Whether a figure may be set against a target, every reason where it may not, and why the documents differ where that is known. */
export function comparable(target: Target, own: Measured, targets: Targets): Comparable {
  const reasons: Text[] = [];
  const missing: Text[] = [];
  if (own.indicator !== target.indicator)
    reasons.push(
      differs(
        { zh: "指标", en: "indicators" },
        indicatorOf(targets, target.indicator).name,
        indicatorOf(targets, own.indicator).name,
      ),
    );
  if (own.level === "unsaid") {
    if (target.level !== null) missing.push(LEVEL);
  } else if (own.level !== target.level)
    reasons.push(differs({ zh: "级别", en: "levels" }, levelText(target.level), levelText(own.level)));
  if (own.kind === null) missing.push(KIND);
  else if (own.kind !== target.kind)
    reasons.push(differs({ zh: "口径", en: "kinds" }, KIND_TEXTS[target.kind], KIND_TEXTS[own.kind]));
  if (own.scope === null) missing.push(SCOPE);
  else if (own.scope !== target.scope)
    reasons.push(
      differs({ zh: "范围", en: "scopes" }, scopeName(targets, target.scope), scopeName(targets, own.scope)),
    );
  if (target.standard && own.standard && target.standard.zh !== own.standard.zh)
    reasons.push(differs({ zh: "认定标准", en: "standards" }, target.standard, own.standard));
  if (target.against && own.against && target.against.zh !== own.against.zh)
    reasons.push(differs({ zh: "比较的基准", en: "bases" }, target.against, own.against));
  if (target.kind === "new" && own.kind === "new") {
    if (own.from === null) missing.push(FROM);
    else if (own.from !== target.from)
      reasons.push({
        zh: `起算年不同：目标从${target.from}年起，这个数从${own.from}年起`,
        en: `different first years: the target counts from ${target.from}, the figure from ${own.from}`,
      });
  }
  if (reasons.length > 0) {
    const told = targets.differences.find(
      ({ same, entries }) => !same && own.id !== null && entries.includes(own.id) && entries.includes(target.id),
    );
    return { kind: "refused", reasons: told ? [...reasons, told.text] : reasons };
  }
  return missing.length > 0 ? { kind: "open", missing } : { kind: "comparable" };
}

/** Several reasons as one. */
export function joined(reasons: readonly Text[]): Text {
  const once = reasons.filter(({ zh }, at) => reasons.findIndex((other) => other.zh === zh) === at);
  return {
    zh: once.map(({ zh }) => zh.replace(/。$/, "")).join("；"),
    en: once.map(({ en }) => en.replace(/\.$/, "")).join("; "),
  };
}

/**
 * Completion 完成率, as a fraction: actual ÷ target; for a stock from a base, (actual − base) ÷ (target − base). `actual` and `base` in the
 * unit of the indicator. Null as base: none is used. A limit (at most) and a target without a number have no completion.
 */
export function completion(target: Target, actual: number, base: number | null): Answer {
  const { value, kind, comparator } = target;
  if (value === null) return refused("原文没有写数，没有完成率", "The text gives no number, so there is no completion");
  if (Number.isNaN(actual)) return unknown([{ zh: "实际值", en: "actual" }]);
  if (actual < 0 && kind !== "relative")
    return refused("实际值是负数，请核对", "The actual is negative, please check it");
  if (kind === "share" && actual > 1)
    return refused("占比超过100%，请核对：百分数写成 45% 或 0.45", "The share is over 100 %: write 45% or 0.45");
  if (comparator === "at-most")
    return refused(
      "这是上限，只看有没有超过，没有完成率",
      "This is a limit: it is kept or not, there is no completion",
    );
  if (base === null)
    return value === 0
      ? refused("目标是0，没有完成率", "The target is 0, so there is no completion")
      : known(actual / value);
  if (Number.isNaN(base)) return unknown([{ zh: "基期值", en: "base" }]);
  if (kind === "new")
    return refused("新增目标本来就从0算起，不用基期值，请把基期值去掉", "Additions start from 0: leave out the base");
  if (base < 0 && kind !== "relative") return refused("基期值是负数，请核对", "The base is negative, please check it");
  if (base === value)
    return refused("基期值等于目标，没有完成率", "The base equals the target, so there is no completion");
  return known((actual - base) / (value - base));
}

/** The end of the year, as the last day of it counts. Days of a date as fractions of a year: (day of year) ÷ (days of that year). */
function yearsAt(asOf: string): number {
  const [year = 0, month = 1, day = 1] = asOf.split("-").map(Number);
  const start = Date.UTC(year, 0, 1);
  const days = (Date.UTC(year, month - 1, day) - start) / 86_400_000 + 1;
  const length = (Date.UTC(year + 1, 0, 1) - start) / 86_400_000;
  return year + days / length;
}

/**
 * Elapsed share of the period, a fraction from 0 to 1: from the first day of year `from` to the last day of year `by`, as of a day (ISO).
 * The last day of `by` gives 1.
 */
export function elapsedShare(from: number, by: number, asOf: string): Answer {
  if (by < from) return refused("目标年早于起算年", "The target year lies before the first year");
  return known(Math.min(1, Math.max(0, (yearsAt(asOf) - from) / (by - from + 1))));
}

/** Years left until the last day of year `by`, as of a day (ISO); 0 where it is past. */
export function yearsLeft(by: number, asOf: string): number {
  return Math.max(0, by + 1 - yearsAt(asOf));
}

/** The amount needed a year, in the indicator's unit: (target − actual) ÷ years left. 0 where it is reached; refused where the year is past. */
export function paceNeeded(target: number, actual: number, left: number): Answer {
  if (Number.isNaN(actual)) return unknown([{ zh: "实际值", en: "actual" }]);
  if (actual >= target) return known(0);
  if (left <= 0) return refused("目标年已过", "The target year is past");
  return known((target - actual) / left);
}

/** The yearly growth needed, a fraction: (target ÷ actual)^(1 ÷ years left) − 1. From a figure that is not positive there is none. */
export function growthNeeded(target: number, actual: number, left: number): Answer {
  if (Number.isNaN(actual)) return unknown([{ zh: "实际值", en: "actual" }]);
  if (actual >= target) return known(0);
  if (left <= 0) return refused("目标年已过", "The target year is past");
  if (actual <= 0) return refused("实际值不是正数，算不出增速", "The actual is not positive: there is no growth rate");
  return known((target / actual) ** (1 / left) - 1);
}

/**
 * `on-track` and `behind` compare completion with the share of the period that had passed when the figure was taken. `past`: the year is
 * over and it was not reached; `due`: the year is over, but the figure is older than its end, so nobody can tell yet.
 */
export type Standing = "reached" | "on-track" | "behind" | "past" | "due" | "exceeded" | "open" | "refused";

export const STANDING_TEXTS: Readonly<Record<Standing, Text>> = {
  reached: { zh: "✓ 已达到", en: "✓ reached" },
  "on-track": { zh: "▲ 进度正常", en: "▲ on track" },
  behind: { zh: "▼ 落后于进度", en: "▼ behind" },
  past: { zh: "✗ 到期未达到", en: "✗ due and not reached" },
  due: { zh: "? 已到期，待补年末数", en: "? due, year-end figure missing" },
  exceeded: { zh: "✗ 超过上限", en: "✗ above the limit" },
  open: { zh: "? 待补数据", en: "? not known yet" },
  refused: { zh: "⊘ 不能比", en: "⊘ not comparable" },
};

export interface Progress {
  readonly target: Target;
  readonly standing: Standing;
  readonly actual: number | null;
  readonly base: number | null;
  readonly completion: Answer;
  /** Of the period, a fraction; unknown where its first or last year is not. */
  readonly elapsed: Answer;
  /** Completion less elapsed share 进度差, a fraction; 0 and above is on track. */
  readonly ahead: Answer;
  /** In the indicator's unit, a year. */
  readonly pace: Answer;
  /** A fraction, a year. */
  readonly growth: Answer;
  /** Years left until the horizon, null where it has none. */
  readonly left: number | null;
  /** Why there is no answer, or what to know about it; empty texts where there is nothing to say. */
  readonly remark: Text;
}

export interface ProgressOptions {
  /** The day of judgement, ISO. */
  readonly asOf: string;
  /** In the unit of the indicator; NaN is a blank cell, null no base at all. */
  readonly base: number | null;
  /** The first year of the period; the target's own where it has one. Null leaves the elapsed share unknown. */
  readonly from: number | null;
}

const NONE: Text = { zh: "", en: "" };

function yearOf(document: string, targets: Targets): number | null {
  const date = targets.documents.find(({ id }) => id === document)?.date;
  return date === undefined ? null : Number(date.slice(0, 4));
}

/** The year a target's period begins in: its own first year, the base year given, or else the year of its document. */
export function firstYear(target: Target, given: number | null, targets: Targets): number | null {
  return target.from ?? given ?? yearOf(target.document, targets);
}

/** The standing of a figure against its target. `actual` in the indicator's unit, NaN for a blank. */
export function progress(
  target: Target,
  actual: number,
  own: Measured,
  targets: Targets,
  options: ProgressOptions,
): Progress {
  const { asOf, base } = options;
  const nothing = unknown([{ zh: "实际值", en: "actual" }]);
  const shared = {
    target,
    actual: Number.isNaN(actual) ? null : actual,
    base: base === null || Number.isNaN(base) ? null : base,
    left: target.by === null ? null : yearsLeft(target.by, asOf),
  };
  const empty = { elapsed: nothing, ahead: nothing, pace: nothing, growth: nothing };
  const may = comparable(target, own, targets);
  if (may.kind === "refused") {
    const reason = joined(may.reasons);
    return { ...shared, ...empty, standing: "refused", completion: { kind: "refused", reason }, remark: reason };
  }
  if (may.kind === "open") {
    const answer = unknown(may.missing, may.missing.length);
    const names = joined(may.missing);
    const remark = {
      zh: `缺${names.zh.replaceAll("；", "、")}，说不准能不能和这个目标比`,
      en: `missing: ${names.en.replaceAll(";", ",")}; it can't be told whether it may be compared`,
    };
    return { ...shared, ...empty, standing: "open", completion: answer, remark };
  }
  const done = completion(target, actual, base);
  const { value, by, comparator } = target;
  if (comparator === "at-most" && value !== null && !Number.isNaN(actual)) {
    const standing = actual > value ? "exceeded" : "reached";
    return { ...shared, ...empty, standing, completion: done, remark: NONE };
  }
  const from = firstYear(target, options.from, targets);
  const elapsed: Answer =
    by === null || from === null
      ? unknown([by === null ? { zh: "目标年", en: "target year" } : { zh: "起算年", en: "first year" }])
      : elapsedShare(from, by, own.on !== null && own.on < asOf ? own.on : asOf);
  if (done.kind !== "known" || value === null) {
    const refusal = done.kind === "refused";
    return {
      ...shared,
      ...empty,
      elapsed,
      standing: refusal ? "refused" : "open",
      completion: done,
      remark: done.kind === "refused" ? done.reason : done.kind === "unknown" ? missingText(done.missing) : NONE,
    };
  }
  const share = valueOf(elapsed);
  const ahead = share === null ? elapsed : known(done.value - share);
  const left = shared.left ?? 0;
  const reached = comparator === "above" ? actual > value : actual >= value;
  const past = by !== null && left <= 0;
  const older = past && own.on !== null && own.on < lastDay(String(by));
  const short = shortText(value - actual, indicatorOf(targets, target.indicator).unit);
  const remark: Text =
    older && !reached
      ? {
          zh: `目标年${by}已过，这个数是${own.on}的，还差${short.zh}；到底达到没有，要看${by}年末的数`,
          en: `the target year ${by} is past and the figure is of ${own.on}, ${short.en} short; only the figure at the end of ${by} can tell`,
        }
      : past && !reached
        ? {
            zh: `目标年${by}已过，差${short.zh}`,
            en: `the target year ${by} is past, ${short.en} short`,
          }
        : comparator === "about"
          ? { zh: "原文是“左右”，按写出的数算", en: 'the text says "about"; the number printed is used' }
          : NONE;
  const gapAhead = valueOf(ahead);
  return {
    ...shared,
    standing: reached
      ? "reached"
      : older
        ? "due"
        : past
          ? "past"
          : gapAhead === null
            ? "open"
            : gapAhead >= 0
              ? "on-track"
              : "behind",
    completion: done,
    elapsed,
    ahead,
    pace: by === null && !reached ? unknown([{ zh: "目标年", en: "target year" }]) : paceNeeded(value, actual, left),
    growth:
      by === null && !reached ? unknown([{ zh: "目标年", en: "target year" }]) : growthNeeded(value, actual, left),
    remark,
  };
}

/** What is short, in the indicator's unit; a share's in percentage points. */
function shortText(gap: number, unit: string): Text {
  if (unit !== "%") return figureText(gap, unit);
  const points = spoken(gap * 100);
  return { zh: `${points}个百分点`, en: `${points} percentage points` };
}

function missingText(missing: readonly Text[]): Text {
  const names = joined(missing);
  return { zh: `缺${names.zh.replaceAll("；", "、")}`, en: `missing: ${names.en.replaceAll(";", ",")}` };
}

/** What a completion is counted from: 从基期1,480个算起; null where it is counted from 0. */
export function baseText({ base, target }: Pick<Progress, "base" | "target">, targets: Targets): Text | null {
  if (base === null) return null;
  const shown = figureText(base, indicatorOf(targets, target.indicator).unit);
  return { zh: `从基期${shown.zh}算起`, en: `counted from ${shown.en} in the base year` };
}

/** 国家级先进制造业集群: 6 of 8, as one line. */
export function progressLine(one: Progress, targets: Targets): Text {
  const name = figureName(targets, one.target);
  const done = valueOf(one.completion);
  const { unit } = indicatorOf(targets, one.target.indicator);
  const [own = "?", wanted = "?"] = [one.actual, one.target.value].map((value) =>
    value === null ? "?" : unit === "%" ? figureText(value, unit).zh : spoken(value),
  );
  const figures = `${own}/${wanted}`;
  const share = done === null ? "" : ` = ${percentText(done)}`;
  const from = done === null ? null : baseText(one, targets);
  return {
    zh: `${name.zh} ${figures}${share}${from === null ? "" : `（${from.zh}）`}`,
    en: `${name.en} ${figures}${share}${from === null ? "" : ` (${from.en})`}`,
  };
}
