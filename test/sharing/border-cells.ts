/** Puts a row exactly on a line of its rules, or a hair off: the cells of a comparison are chosen so that its two sides are equal. */
import type { Random } from "../../src/commands/samples/seeded-random";
import { conditionsOf, type Requirements, type Scoring } from "../../src/policy/rule-set";
import { slot } from "../../src/language/vocabulary";
import { asSheetNumber } from "../../src/engine/facts";
import { comparisonsOf, type Quantity } from "../../src/language/tree";

/** A computed number and a line it is compared with. */
export interface Border {
  readonly left: Quantity;
  readonly cut: number;
}

/** The lines of a rule set that computed numbers are compared with. */
export function bordersOf({ general, conditions, routes, score }: Requirements): readonly Border[] {
  const tests = conditionsOf([...general, ...conditions, ...routes]).map(({ test }) => test);
  const banded: Border[] = [];
  const scoring = (one: Scoring): void => {
    if (one.kind === "bands") banded.push(...one.bands.map(({ cut }) => ({ left: one.value, cut })));
    else if (one.kind === "first-of") tests.push(...one.cases.map(({ when }) => when));
    else if (one.kind === "better-of") one.options.forEach(scoring);
    else if (one.kind === "parts") one.items.forEach((item) => scoring(item.scoring));
    else if (one.fallback) scoring(one.fallback);
  };
  for (const group of score?.groups ?? []) for (const item of group.items) scoring(item.scoring);
  const compared = tests
    .flatMap(comparisonsOf)
    .flatMap(({ left, right }) => (right.kind === "constant" ? [{ left, cut: right.value }] : []));
  return [...compared, ...banded].filter(({ left }) => left.kind !== "field" && left.kind !== "age");
}

/** Sets the cells of a border. What it can't hit it leaves as it is. */
export function hit({ left, cut }: Border, row: Map<string, number>, random: Random): void {
  const hair = random.pick([0, 0, 0, 0, 0.0001, -0.0001, 0.000001, -0.000001]);
  const amount = (): number => random.between(900, 60_000, random.pick([0, 2, 4]));
  const set = (quantity: Quantity, value: number): void => {
    if (quantity.kind === "field") row.set(slot(quantity.field, quantity.back), Math.max(0, asSheetNumber(value)));
    else if (quantity.kind === "sum") {
      // All but the last are shares of the whole; the last one makes it up.
      let rest = value;
      quantity.parts.forEach((part, index) => {
        const last = index === quantity.parts.length - 1;
        const own = last ? asSheetNumber(rest) : Number((value * random.between(0.1, 0.4)).toFixed(4));
        rest = asSheetNumber(rest - own);
        set(part, own);
      });
    } else if (quantity.kind === "difference") {
      const minus = random.between(10, 900, 4);
      set(quantity.right, minus);
      set(quantity.left, asSheetNumber(value + minus));
    }
  };
  switch (left.kind) {
    case "otherwise":
      row.set(slot(left.field, left.back), NaN);
      hit({ left: left.definition, cut }, row, random);
      return;
    case "ratio": {
      const under = left.under.kind === "constant" ? left.under.value : amount();
      set(left.under, under);
      set(left.over, asSheetNumber(under * cut) + hair);
      return;
    }
    case "sum":
    case "difference":
      set(left, cut + hair);
      return;
    case "compound-growth": {
      const before = amount();
      set(left.before, before);
      set(left.now, asSheetNumber(before * asSheetNumber((1 + cut) ** left.years)) + hair);
      return;
    }
    case "mean-growth": {
      const years = left.series.length - 1;
      const swing = years > 1 ? random.pick([0, 0.01, 0.02, -0.01]) : 0;
      let value = random.whole(9, 600) * 100;
      [...left.series].reverse().forEach((quantity, index) => {
        if (index > 0)
          value = asSheetNumber(value * asSheetNumber(1 + cut + (index === 1 ? swing : index === 2 ? -swing : 0)));
        set(quantity, index === years ? value + hair : value);
      });
      return;
    }
    default:
  }
}
