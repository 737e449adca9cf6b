/**
 * Where a comparison turns true when one field of the last year moves and everything else stays.
 * As a function of one field every quantity of the rules is a fraction of two straight lines, (a·x + b) / (c·x + d), so the border
 * has a closed form. It is found in doubles, brought to the field's grain, and settled by evaluating the comparison itself, which is exact.
 */
import type { Field } from "../../language/vocabulary";
import type { ComparisonNode } from "./test-nodes";
import { MET, UNMET } from "./test-nodes";
import type { Quantity, Relation } from "../../language/tree";

/** (a·x + b) / (c·x + d). */
interface LinearFraction {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** One field's cell that can be read and tried out. */
export interface Trial {
  readonly field: Field;
  read(field: string, back: number): number;
  write(value: number): void;
}

/** The smallest step in which a field moves: one yuan, one person, one patent, a hundredth of a per cent. */
export function grainOf(field: Field): number {
  switch (field.type) {
    case "money":
    case "share":
      return 1e-4;
    case "points":
    case "number":
      return 1e-2;
    default:
      return 1;
  }
}

/** The multiple of the grain nearest to a value. Dividing a whole number of steps gives the double that the decimal prints as. */
export function onGrain(value: number, grain: number): number {
  if (grain >= 1) return Math.round(value / grain) * grain;
  const perUnit = Math.round(1 / grain);
  return Math.round(value * perUnit) / perUnit;
}

/**
 * The value closest to the present one, in the direction the field may move, at which the comparison holds (`want` true) or fails.
 * Null where there is none, or where the comparison has the wished answer already.
 */
export function boundary(node: ComparisonNode, want: boolean, trial: Trial): number | null {
  const { field } = trial;
  if (field.improve === null) return null;
  const now = trial.read(field.id, 0);
  if (!Number.isFinite(now)) return null;
  // What counts is that the comparison no longer stands in the way: unknown, for other blanks, is enough.
  const opposite = want ? UNMET : MET;
  node.evaluate(0);
  if (node.verdict !== opposite) return null;
  const { left, right, relation } = node.comparison;
  const grain = grainOf(field);
  const sign = field.improve === "up" ? 1 : -1;
  // A ratio over nothing has no border: it may hold as soon as there is something.
  const undefinedNow = Number.isNaN(node.left.lo) || Number.isNaN(node.right.lo);
  const root = crossing(left, right, relation, trial);
  const steps = root !== null && sign * (root - now) >= -grain ? countable(root / grain) : null;
  const probe: Probe = { node, trial, now, sign, opposite };
  let found: number | null = null;
  const next = onGrain(now + sign * grain, grain);
  if (undefinedNow && opens(probe, next)) found = next;
  else if (steps !== null) {
    // The root is right to rounding: the border lies at it or a step or two beside it.
    let step = steps;
    const last = steps + 2 * sign;
    while (step !== last && !opens(probe, onGrain(step * grain, grain))) step += sign;
    const first = steps - 2 * sign;
    if (step === steps) while (step !== first && opens(probe, onGrain((step - sign) * grain, grain))) step -= sign;
    const candidate = onGrain(step * grain, grain);
    if (opens(probe, candidate)) found = candidate;
  }
  trial.write(now);
  return found;
}

/** A number of steps to which one can be added and told apart; no field reaches further, and counting on from there would never end. */
function countable(steps: number): number | null {
  return Math.abs(steps) < Number.MAX_SAFE_INTEGER - 2 ? Math.round(steps) : null;
}

interface Probe {
  readonly node: ComparisonNode;
  readonly trial: Trial;
  readonly now: number;
  readonly sign: number;
  readonly opposite: number;
}

/** Whether the comparison stops failing at a value that the field can reach. */
function opens({ node, trial, now, sign, opposite }: Probe, candidate: number): boolean {
  const { min, max } = trial.field;
  if (sign * (candidate - now) <= 0 || candidate < min || candidate > max) return false;
  trial.write(candidate);
  node.evaluate(0);
  return node.verdict !== opposite;
}

/** The x at which the two sides are equal. */
function crossing(left: Quantity, right: Quantity, relation: Relation, trial: Trial): number | null {
  if (left.kind === "compound-growth") {
    const ratio = linear({ kind: "ratio", over: left.now, under: left.before }, trial);
    const line = linear(right, trial);
    if (ratio === null || line === null || !isConstant(line)) return null;
    return solve(ratio, Math.pow(1 + line.b / line.d, left.years));
  }
  const a = linear(left, trial);
  const b = linear(right, trial);
  if (a === null || b === null) return null;
  if (b.a === 0 && b.c === 0) return solve(a, b.b / b.d);
  return a.a === 0 && a.c === 0 && relation !== "==" ? solve(b, a.b / a.d) : null;
}

function solve({ a, b, c, d }: LinearFraction, line: number): number | null {
  const slope = a - line * c;
  return slope === 0 ? null : (line * d - b) / slope;
}

const constant = (value: number): LinearFraction => ({ a: 0, b: value, c: 0, d: 1 });

function linear(quantity: Quantity, trial: Trial): LinearFraction | null {
  switch (quantity.kind) {
    case "constant":
      return constant(quantity.value);
    case "field":
      return cell(quantity.field, quantity.back, trial) ?? (quantity.sinceFounding === true ? constant(0) : null);
    case "otherwise":
      return Number.isNaN(trial.read(quantity.field, quantity.back))
        ? linear(quantity.definition, trial)
        : cell(quantity.field, quantity.back, trial);
    case "sum":
      return quantity.parts.reduce<LinearFraction | null>(
        (total, part) => combine(total, linear(part, trial), add),
        constant(0),
      );
    case "difference":
      return combine(linear(quantity.left, trial), linear(quantity.right, trial), (p, q) =>
        add(p, { ...q, a: -q.a, b: -q.b }),
      );
    case "product":
      return combine(linear(quantity.left, trial), linear(quantity.right, trial), (p, q) =>
        isConstant(p) ? scale(q, p.b / p.d) : isConstant(q) ? scale(p, q.b / q.d) : null,
      );
    case "ratio":
      return combine(linear(quantity.over, trial), linear(quantity.under, trial), divide);
    case "mean-growth":
      return meanGrowth(quantity.series, trial);
    case "as-of":
    case "age":
    case "compound-growth":
      return null;
  }
}

function cell(field: string, back: number, trial: Trial): LinearFraction | null {
  if (field === trial.field.id && back === 0) return { a: 1, b: 0, c: 0, d: 1 };
  const value = trial.read(field, back);
  return Number.isFinite(value) ? constant(value) : null;
}

function meanGrowth(series: readonly Quantity[], trial: Trial): LinearFraction | null {
  let total: LinearFraction | null = constant(0);
  for (let year = 0; year + 1 < series.length; year += 1) {
    const now = series[year];
    const before = series[year + 1];
    if (!now || !before) return null;
    const rate = combine(linear(now, trial), linear(before, trial), divide);
    total = combine(total, rate, (p, q) => add(p, add(q, constant(-1)) ?? q));
  }
  return total === null ? null : scale(total, 1 / (series.length - 1));
}

function combine(
  p: LinearFraction | null,
  q: LinearFraction | null,
  operation: (p: LinearFraction, q: LinearFraction) => LinearFraction | null,
): LinearFraction | null {
  return p === null || q === null ? null : operation(p, q);
}

function isConstant({ a, c }: LinearFraction): boolean {
  return a === 0 && c === 0;
}

function scale({ a, b, c, d }: LinearFraction, factor: number): LinearFraction {
  return { a: a * factor, b: b * factor, c, d };
}

/** A sum stays a linear fraction where one side is constant, or both have the same denominator. */
function add(p: LinearFraction, q: LinearFraction): LinearFraction | null {
  if (isConstant(q)) {
    const value = q.b / q.d;
    return { a: p.a + value * p.c, b: p.b + value * p.d, c: p.c, d: p.d };
  }
  if (isConstant(p)) return add(q, p);
  if (p.c === 0 && q.c === 0) return { a: p.a / p.d + q.a / q.d, b: p.b / p.d + q.b / q.d, c: 0, d: 1 };
  return p.c === q.c && p.d === q.d ? { a: p.a + q.a, b: p.b + q.b, c: p.c, d: p.d } : null;
}

/** (p.a x + p.b)/(p.c x + p.d) over (q.a x + q.b)/(q.c x + q.d), where the product of lines stays a line. */
function divide(p: LinearFraction, q: LinearFraction): LinearFraction | null {
  if (p.c === 0 && q.c === 0) return { a: p.a / p.d, b: p.b / p.d, c: q.a / q.d, d: q.b / q.d };
  if (isConstant(q)) return q.b === 0 ? null : scale(p, q.d / q.b);
  return isConstant(p) ? scale({ a: q.c, b: q.d, c: q.a, d: q.b }, p.b / p.d) : null;
}
