/**
 * The rules read a second time, plainly: verdict and points of a row in which nothing a rule needs is blank. It shares the tree's types
 * with the engine and nothing else, so that what both say is not one mistake made once.
 */
import type { Requirements, Condition, ConditionNode, Line, Scoring } from "../../src/policy/rule-set";
import type { SizeIndustry } from "../../src/language/vocabulary";
import type { Quantity, Relation, Test } from "../../src/language/tree";

export interface Sight {
  /** Slot -> number; NaN or absent is blank, which only a definition or a mark's bands may stand in for. */
  readonly cells: ReadonlyMap<string, number>;
  readonly asOf: number;
  readonly t: number;
  readonly industries: readonly SizeIndustry[];
}

export interface Span {
  readonly low: number;
  readonly high: number;
}

export interface Opinion {
  /** 0 unmet, 1 left to an expert's marks or told by nothing (growth from a base of 0 or less), 2 met. */
  readonly verdict: number;
  readonly points: Span | null;
}

/** Two sides so close that doubles can't be trusted: the row is passed over. */
export class TooNear extends Error {}

export function opinionOn({ conditions, routes, score }: Requirements, sight: Sight): Opinion {
  let verdict = 2;
  for (const node of conditions) if (!isBesides(node)) verdict = Math.min(verdict, holds(node, sight));
  if (score === null) return { verdict, points: null };
  let [low, high, passed] = [0, 0, 2];
  for (const group of score.groups) {
    const items = group.items.map(({ scoring }) => pointsOf(scoring, sight));
    const cap = group.cap ?? Infinity;
    const span = { low: Math.min(total(items, "low"), cap), high: Math.min(total(items, "high"), cap) };
    if (group.floor !== null) passed = Math.min(passed, reached(span, group.floor));
    low += span.low;
    high += span.high;
  }
  const points = { low: tidy(low), high: tidy(high) };
  passed = Math.min(passed, reached(points, score.pass));
  passed = Math.max(passed, ...routes.map(({ test }) => answer(test, sight)));
  return { verdict: Math.min(verdict, passed), points };
}

const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;

function total(spans: readonly Span[], end: "low" | "high"): number {
  return tidy(spans.reduce((sum, span) => sum + span[end], 0));
}

function reached({ low, high }: Span, { relation, points }: Line): number {
  const reaches = (value: number): boolean => (relation === ">" ? value > points : value >= points);
  return Number(reaches(low)) + Number(reaches(high));
}

/** Titles and general conditions are asked of eligibility only. */
function isBesides(node: ConditionNode): boolean {
  if (node.node !== "condition") return node.parts.every(isBesides);
  return node.kind === "general" || node.kind === "prerequisite";
}

/** 0 no, 1 not told, 2 yes. */
function holds(node: ConditionNode, sight: Sight): number {
  if (node.node === "condition") return answer(node.test, sight);
  const asked = node.node === "all" ? node.parts.filter((part) => !isBesides(part)) : node.parts;
  const count = node.node === "all" ? asked.length : node.count;
  return counted(
    asked.map((part) => holds(part, sight)),
    count,
  );
}

/** Whether at least so many are yes. */
function counted(answers: readonly number[], count: number): number {
  const surely = answers.filter((one) => one === 2).length >= count;
  return surely ? 2 : Number(answers.filter((one) => one > 0).length >= count);
}

function answer(test: Condition["test"], sight: Sight): number {
  const of = (parts: readonly Test[], count: number): number =>
    counted(
      parts.map((part) => answer(part, sight)),
      count,
    );
  switch (test.kind) {
    case "compare":
      return compared(numberOf(test.left, sight), test.relation, numberOf(test.right, sight), isPlain(test.left));
    case "all":
      return of(test.parts, test.parts.length);
    case "any":
      return of(test.parts, 1);
    case "at-least":
      return of(test.parts, test.count);
    case "not":
      return 2 - answer(test.part, sight);
    case "not-large": {
      const industry = sight.industries[sight.cells.get("industry") ?? NaN];
      const large = industry?.measures.every((one) => (sight.cells.get(one.field) ?? NaN) >= one.large) ?? false;
      return large ? 0 : 2;
    }
  }
}

function isPlain({ kind }: Quantity): boolean {
  return kind === "field" || kind === "age";
}

function compared(left: Found, relation: Relation, right: Found, plain: boolean): number {
  if (left === "anything" || right === "anything") return 1;
  if (left === null || right === null) return 0;
  if (!plain && Math.abs(left - right) <= 1e-5 * Math.max(1, Math.abs(left), Math.abs(right))) throw new TooNear();
  return 2 * Number(isSo(left, relation, right));
}

function isSo(left: number, relation: Relation, right: number): boolean {
  switch (relation) {
    case ">=":
      return left >= right;
    case ">":
      return left > right;
    case "<=":
      return left <= right;
    case "<":
      return left < right;
    case "==":
      return left === right;
  }
}

function cell({ cells }: Sight, field: string, back: number): number {
  return cells.get(back === 0 ? field : `${field}[t-${back}]`) ?? NaN;
}

/** A number; null where there is none, as there is nothing to divide by; "anything" for growth from a base of 0 or less. */
type Found = number | null | "anything";

function numberOf(quantity: Quantity, sight: Sight): Found {
  const of = (part: Quantity): Found => numberOf(part, sight);
  const two = (a: Quantity, b: Quantity, combine: (x: number, y: number) => Found): Found => {
    const [x, y] = [of(a), of(b)];
    if (x === null || y === null) return null;
    return x === "anything" || y === "anything" ? "anything" : combine(x, y);
  };
  switch (quantity.kind) {
    case "constant":
      return quantity.value;
    case "as-of":
      return sight.asOf;
    case "field": {
      const value = cell(sight, quantity.field, quantity.back);
      const existed =
        new Date((cell(sight, "founded", 0) - 25_569) * 86_400_000).getUTCFullYear() <= sight.t - quantity.back;
      return quantity.sinceFounding === true && Number.isNaN(value) && !existed ? 0 : value;
    }
    case "otherwise": {
      const own = cell(sight, quantity.field, quantity.back);
      return Number.isNaN(own) ? of(quantity.definition) : own;
    }
    case "sum":
      return quantity.parts.reduce<Found>((sum, part) => {
        const value = of(part);
        if (sum === null || value === null) return null;
        return sum === "anything" || value === "anything" ? "anything" : sum + value;
      }, 0);
    case "difference":
      return two(quantity.left, quantity.right, (x, y) => x - y);
    case "product":
      return two(quantity.left, quantity.right, (x, y) => x * y);
    case "ratio":
      return two(quantity.over, quantity.under, (x, y) => (y === 0 ? null : x / y));
    case "compound-growth":
      return two(quantity.now, quantity.before, (x, y) =>
        y <= 0 ? "anything" : x < 0 ? null : Math.exp(Math.log(x / y) / quantity.years) - 1,
      );
    case "mean-growth": {
      const values = quantity.series.map(of);
      let sum = 0;
      for (const [year, before] of values.slice(1).entries()) {
        const now = values[year] ?? null;
        if (before === null || now === null) return null;
        if (before === "anything" || now === "anything" || before <= 0) return "anything";
        sum += (now - before) / before;
      }
      return sum / (values.length - 1);
    }
    case "age":
      return ageOf(quantity.unit, cell(sight, quantity.field, 0), sight);
  }
}

function ageOf(unit: "days" | "years" | "accounting-years", founded: number, { asOf, t }: Sight): number {
  if (unit === "days") return asOf - founded;
  const dayOf = (serial: number): Date => new Date((serial - 25_569) * 86_400_000);
  const [born, today] = [dayOf(founded), dayOf(asOf)];
  if (unit === "accounting-years") {
    const whole = born.getUTCMonth() === 0 && born.getUTCDate() === 1 ? 1 : 0;
    return Math.max(0, t - born.getUTCFullYear() + whole);
  }
  const years = today.getUTCFullYear() - born.getUTCFullYear();
  const birthday = new Date(Date.UTC(today.getUTCFullYear(), born.getUTCMonth(), born.getUTCDate()));
  return birthday > today ? years - 1 : years;
}

function pointsOf(scoring: Scoring, sight: Sight): Span {
  switch (scoring.kind) {
    case "bands": {
      const value = numberOf(scoring.value, sight);
      const plain = isPlain(scoring.value);
      return firstOf(
        scoring.bands.map(({ relation, cut, points }) => ({ holds: compared(value, relation, cut, plain), points })),
        scoring.otherwise,
      );
    }
    case "first-of":
      return firstOf(
        scoring.cases.map(({ when, points }) => ({ holds: answer(when, sight), points })),
        scoring.otherwise,
      );
    case "better-of": {
      const options = scoring.options.map((option) => pointsOf(option, sight));
      return {
        low: Math.max(...options.map(({ low }) => low)),
        high: Math.max(...options.map(({ high }) => high)),
      };
    }
    case "parts": {
      const parts = scoring.items.map((item) => pointsOf(item.scoring, sight));
      return { low: Math.min(total(parts, "low"), scoring.max), high: Math.min(total(parts, "high"), scoring.max) };
    }
    case "mark": {
      const mark = cell(sight, scoring.field, 0);
      if (!Number.isNaN(mark)) {
        const kept = Math.min(Math.max(mark, 0), scoring.max);
        return { low: kept, high: kept };
      }
      return scoring.fallback === null ? { low: 0, high: scoring.max } : pointsOf(scoring.fallback, sight);
    }
  }
}

/** The points of the first step that holds, and of those before it that may. */
function firstOf(steps: readonly { readonly holds: number; readonly points: Span }[], otherwise: Span): Span {
  const certain = steps.findIndex(({ holds: one }) => one === 2);
  const reached = certain < 0 ? steps : steps.slice(0, certain + 1);
  const possible = reached.filter(({ holds: one }) => one > 0).map(({ points }) => points);
  if (certain < 0) possible.push(otherwise);
  return { low: Math.min(...possible.map(({ low }) => low)), high: Math.max(...possible.map(({ high }) => high)) };
}
