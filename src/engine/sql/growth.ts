/** Growth in SQL: exact decimals where the years are known, doubles as in engine/interval for the mean over two years while some are not. */
import type { Quantity, Relation } from "../../language/tree";
import { rounding } from "../exact";
import { add, decimal, multiply, type Rational } from "../rational";
import { compared, factor, plus, times, type AmountEnds } from "./amount";
import { double, NotInSql } from "./dialect";
import type { Layers } from "./layers";
import { and } from "./logic";
import { termsOf, type Sums } from "./sums";

type MeanGrowth = Extract<Quantity, { kind: "mean-growth" }>;
type CompoundGrowth = Extract<Quantity, { kind: "compound-growth" }>;

const ONE = decimal(1);
/** A margin that no two amounts of a table fall within; that of differences is wider. */
const ROUNDING = 1e-12;

export class Growth {
  constructor(
    private readonly sums: Sums,
    private readonly layers: Layers,
  ) {}

  mean(quantity: MeanGrowth, relation: Relation, line: number): string {
    if (relation !== ">=" && relation !== ">") throw new NotInSql("an upper line for growth");
    if (!(Math.abs(line) < 1)) throw new NotInSql("a line of growth of 100 % or more");
    const [now, middle, first, ...more] = quantity.series;
    const margin = rounding(quantity);
    if (!now || !middle || more.length > 0) throw new NotInSql("mean growth over more than two years");
    if (!first) return this.rate(now, middle, relation, add(ONE, decimal(line)), margin > ROUNDING ? margin : 0);
    return this.twoRates([this.amounts(now), this.amounts(middle), this.amounts(first)], relation, line, margin);
  }

  /** (now / before)^(1/years) - 1: now against before × (1 + line)^years. */
  compound({ now, before, years }: CompoundGrowth, relation: Relation, line: number): string {
    if ((relation !== ">=" && relation !== ">") || !(line > -1)) throw new NotInSql("an upper line for growth");
    const yearly = add(ONE, decimal(line));
    let whole = ONE;
    for (let year = 0; year < years; year += 1) whole = multiply(whole, yearly);
    return this.rate(now, before, relation, whole, 0);
  }

  private amounts(quantity: Quantity): AmountEnds {
    const terms = termsOf(quantity);
    if (terms === null) throw new NotInSql(`growth of ${quantity.kind}`);
    return this.sums.named(terms);
  }

  /** now / before against a line; not known from a base that is not surely positive. */
  private rate(
    nowQuantity: Quantity,
    beforeQuantity: Quantity,
    relation: ">=" | ">",
    line: Rational,
    margin: number,
  ): string {
    const { dialect } = this.sums.cells.context;
    const [now, before] = [this.amounts(nowQuantity), this.amounts(beforeQuantity)];
    const below = relation === ">=" ? "<" : "<=";
    const least = compared(now.lo, relation, times(factor(line), before.hi, dialect));
    const most = compared(now.hi, below, times(factor(line), before.lo, dialect));
    const verdict = `CASE WHEN ${least} THEN TRUE WHEN ${most} THEN FALSE END`;
    if (margin === 0) return `CASE WHEN ${before.lo.sql} > 0 THEN ${verdict} END`;
    // While cells are open an end that doubles can't tell from the line stands on it, as in the engine.
    const moved = factor(add(line, decimal(relation === ">=" ? -margin : margin)));
    const open = `CASE WHEN ${compared(now.lo, relation, times(moved, before.hi, dialect))} THEN TRUE WHEN ${compared(now.hi, below, times(moved, before.lo, dialect))} THEN FALSE END`;
    const known = and([now, before].map(isKnown));
    return `CASE WHEN ${before.lo.sql} > 0 THEN CASE WHEN ${known} THEN ${least} ELSE ${open} END END`;
  }

  private twoRates(
    [now, middle, first]: readonly [AmountEnds, AmountEnds, AmountEnds],
    relation: ">=" | ">",
    line: number,
    margin: number,
  ): string {
    const { dialect } = this.sums.cells.context;
    const known = and([now, middle, first].map(isKnown));
    // now / middle + middle / first >= 2 + 2 × line, times both bases.
    const twice = factor(add(decimal(2), multiply(decimal(2), decimal(line))));
    const grown = plus(now.hi, times(twice, middle.hi, dialect), "-");
    const total = plus(times(first.hi, grown, dialect), times(middle.hi, middle.hi, dialect));
    const exact = `CASE WHEN ${middle.hi.sql} > 0 AND ${first.hi.sql} > 0 THEN ${compared(total, relation, factor(0))} END`;
    const { low, high } = this.openEnds(now, middle, first);
    // An end that doubles can't tell from the line stands on it, as in the engine.
    const [upward, below, bound] = relation === ">=" ? [">=", "<", line - margin] : [">", "<=", line + margin];
    const cut = double(String(bound), dialect);
    return `CASE WHEN ${known} THEN ${exact} WHEN ${low} ${upward} ${cut} THEN TRUE WHEN ${high} ${below} ${cut} THEN FALSE END`;
  }

  /** Least and most mean of two rates while cells are open; NULL where there is no such end. See `twoRatesLow`. */
  private openEnds(
    now: AmountEnds,
    middle: AmountEnds,
    first: AmountEnds,
  ): { readonly low: string; readonly high: string } {
    const { dialect } = this.sums.cells.context;
    const d = ({ sql }: { readonly sql: string }): string => double(sql, dialect);
    const zero = double("0", dialect);
    const balance = `CASE WHEN ${now.lo.sql} > 0 THEN SQRT(GREATEST(${d(now.lo)} * ${d(first.hi)}, ${zero})) ELSE ${zero} END`;
    const between = this.layers.define(
      "means",
      "between",
      `CASE WHEN ${first.hi.sql} IS NOT NULL THEN LEAST(GREATEST(${balance}, ${d(middle.lo)}), ${d(middle.hi)}) WHEN ${now.lo.sql} >= 0 THEN ${d(middle.hi)} ELSE ${d(middle.lo)} END`,
    );
    const positive = `${middle.lo.sql} > 0 AND ${first.lo.sql} > 0`;
    // Over an endless year nothing is left of a rate.
    const falls = `COALESCE(${d(now.lo)} / ${between}, ${zero}) + COALESCE(${between} / ${d(first.hi)}, ${zero})`;
    const low = `CASE WHEN ${positive} AND ${now.lo.sql} IS NOT NULL THEN (${falls} - 2) / 2 END`;
    const at = (end: string): string => `${d(now.hi)} / ${end} + ${end} / ${d(first.lo)}`;
    const rises = `GREATEST(${at(d(middle.lo))}, ${at(d(middle.hi))})`;
    const high = `CASE WHEN ${positive} AND ${middle.hi.sql} IS NOT NULL AND ${now.hi.sql} IS NOT NULL THEN (${rises} - 2) / 2 END`;
    return { low: this.layers.define("rates", "low", low), high: this.layers.define("rates", "high", high) };
  }
}

function isKnown({ lo, hi }: AmountEnds): string {
  return lo.sql === hi.sql || lo.sql === `COALESCE(${hi.sql}, 0)` ? `${hi.sql} IS NOT NULL` : `${lo.sql} = ${hi.sql}`;
}
