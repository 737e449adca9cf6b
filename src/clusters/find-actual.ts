/** Finds the published figure a person means by an indicator, a scope and a time. */
import { lastDay } from "../policy/editions";
import { indicatorNamed, scopeOf } from "./find-target";
import { actualsOf, type Actual, type Targets } from "./targets";

export interface ActualQuery {
  /** A published figure's id, or an indicator's name. */
  readonly indicator: string;
  /** A scope's name; "" for any. */
  readonly scope: string;
  /** A year, month or day in ISO form (2025, 2025-04, 2025-04-30); null for the newest. */
  readonly at: string | null;
}

export type ActualFound =
  | { readonly kind: "actual"; readonly actual: Actual }
  | { readonly kind: "unknown-indicator" | "unknown-scope" }
  /** Nothing is published of this scope and time; `others` are the figures of the indicator that are. */
  | { readonly kind: "none"; readonly others: readonly Actual[] }
  /** Figures that count different things. */
  | { readonly kind: "several"; readonly actuals: readonly Actual[] }
  /** Documents that print different figures of one thing and time. */
  | { readonly kind: "conflict"; readonly actuals: readonly Actual[] };

/** The one published figure a query means, or why there is none. Of one thing at several times it is the newest within what is asked. */
export function findActual(query: ActualQuery, targets: Targets): ActualFound {
  const all = actualsOf(targets);
  const byId = all.find(({ id }) => id === query.indicator.trim());
  if (byId) return { kind: "actual", actual: byId };
  const named = indicatorNamed(query.indicator, targets);
  if (!named) return { kind: "unknown-indicator" };
  const scope = query.scope.trim() === "" ? null : scopeOf(query.scope, targets);
  if (query.scope.trim() !== "" && !scope) return { kind: "unknown-scope" };
  const ids = named.indicators.map(({ id }) => id);
  const own = all.filter((one) => ids.includes(one.indicator) && (named.level === null || one.level === named.level));
  const fitting = own.filter(
    ({ scope: of, at }) => (scope === null || of === scope.id) && (query.at === null || isOf(at, query.at)),
  );
  const [first] = fitting;
  if (!first) return { kind: "none", others: own };
  if (fitting.some((one) => !sameThing(one, first))) return { kind: "several", actuals: fitting };
  const newest = fitting.reduce((latest, { at }) => (lastDay(at) > latest ? lastDay(at) : latest), "");
  const latest = fitting.filter(({ at }) => lastDay(at) === newest);
  const [only = first] = latest;
  return latest.some(({ value, comparator }) => value !== only.value || comparator !== only.comparator)
    ? { kind: "conflict", actuals: latest }
    : { kind: "actual", actual: only };
}

/**
 * Whether a figure of `at` answers for what is asked: it lies within it, or a day of its month or the last day of its year is asked. A
 * figure of a whole year says nothing of a day in between.
 */
function isOf(at: string, asked: string): boolean {
  return at.startsWith(asked) || (at.length > 4 && asked.startsWith(at)) || lastDay(at) === asked;
}

function sameThing(one: Actual, other: Actual): boolean {
  const keys = ["indicator", "scope", "level", "kind", "from"] as const;
  const texts = ["part", "against", "standard"] as const;
  return keys.every((key) => one[key] === other[key]) && texts.every((key) => one[key]?.zh === other[key]?.zh);
}
