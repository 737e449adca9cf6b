/**
 * `zero_base: later-years`: what a text says of mean growth over two years whose base is 0. Where the first year is 0 the last two years
 * count; where the second is 0 there are no points. Of a negative base it says nothing, and growth from one is not known.
 */
import type { Quantity, Test } from "../language/tree";
import type { Band, PointRange, Scoring } from "./rule-set";

type MeanGrowth = Extract<Quantity, { kind: "mean-growth" }>;

/** Bands of growth as cases, best first; null where the value is no mean of two yearly rates. */
export function fromZero(value: Quantity, bands: readonly Band[], otherwise: PointRange): Scoring | null {
  if (value.kind !== "mean-growth") return null;
  const [now, second, first, ...more] = value.series;
  if (!now || !second || !first || more.length > 0) return null;
  const later: MeanGrowth = { kind: "mean-growth", series: [now, second] };
  return {
    kind: "first-of",
    cases: bands.map(({ relation, cut, points }) => {
      const reaches = (growth: Quantity): Test => ({
        kind: "compare",
        left: growth,
        relation,
        right: { kind: "constant", value: cut },
        dimension: "share",
      });
      const either: Test = {
        kind: "any",
        parts: [
          { kind: "all", parts: [not(isZero(first)), reaches(value)] },
          { kind: "all", parts: [isZero(first), reaches(later)] },
        ],
      };
      return { when: { kind: "all", parts: [not(isZero(second)), either] }, points };
    }),
    otherwise,
  };
}

function isZero(base: Quantity): Test {
  return { kind: "compare", left: base, relation: "==", right: { kind: "constant", value: 0 }, dimension: "money" };
}

function not(part: Test): Test {
  return { kind: "not", part };
}
