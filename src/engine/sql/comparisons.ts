/**
 * A number against a line, as a nullable BOOLEAN. Ratios and growth are multiplied out, so that decimals stay exact; dates fold to
 * comparisons with constant days. They follow engine/rows and engine/interval case by case.
 */
import { isPartOf } from "../../language/relatives";
import type { Comparison, Quantity, Relation } from "../../language/tree";
import { slot } from "../../language/vocabulary";
import { compareIntervals, MET, UNKNOWN } from "../rows/test-nodes";
import { decimal, multiply } from "../rational";
import { ageVerdict } from "./ages";
import { compared, factor, intervalVerdict, times, type AmountEnds } from "./amount";
import type { Cells } from "./cells";
import { day, NotInSql } from "./dialect";
import { Growth } from "./growth";
import type { Layers } from "./layers";
import { columnOf, fieldOf } from "./slot-columns";
import { Sums, termsOf } from "./sums";

export class Comparisons {
  private readonly sums: Sums;
  private readonly growth: Growth;

  constructor(
    readonly cells: Cells,
    layers: Layers,
  ) {
    this.sums = new Sums(cells, layers);
    this.growth = new Growth(this.sums, layers);
  }

  compare({ left, relation, right }: Comparison): string {
    if (right.kind === "as-of") return this.validity(left, relation);
    if (right.kind !== "constant") throw new NotInSql("a comparison of two computed numbers");
    return this.against(left, relation, right.value);
  }

  against(left: Quantity, relation: Relation, line: number): string {
    switch (left.kind) {
      case "field":
        return left.sinceFounding === true
          ? this.sum(left, relation, line, 1)
          : this.cell(slot(left.field, left.back), relation, line);
      case "sum":
      case "difference":
        return this.sum(left, relation, line, 1);
      case "otherwise": {
        const key = slot(left.field, left.back);
        const { min, max } = fieldOf(key, this.cells.context.vocabulary);
        this.requireWithin({ lo: min, hi: max }, relation, line);
        if (this.cells.isBounded(key)) throw new NotInSql("a field with a definition that is a part or a whole");
        const defined = this.against(left.definition, relation, line);
        if (!this.cells.context.present.has(key)) return defined;
        return `COALESCE(${compared({ sql: columnOf(key), whole: 9, scale: 15 }, relation, factor(line))}, ${defined})`;
      }
      case "ratio":
        return left.under.kind === "constant"
          ? this.sum(left.over, relation, line, left.under.value)
          : this.ratio(left, relation, line);
      case "mean-growth":
        return this.growth.mean(left, relation, line);
      case "compound-growth":
        return this.growth.compound(left, relation, line);
      case "age":
        return ageVerdict(columnOf(slot(left.field)), left.unit, relation, line, this.cells.context);
      default:
        throw new NotInSql(`a comparison of ${left.kind}`);
    }
  }

  /** Bounds that hold while a number is open say nothing new where the line lies between them. */
  private requireWithin(ends: { readonly lo: number; readonly hi: number }, relation: Relation, line: number): void {
    if (compareIntervals(ends, relation, { lo: line, hi: line }) !== UNKNOWN)
      throw new NotInSql("a line beyond what the number can be");
  }

  private cell(key: string, relation: Relation, line: number): string {
    const { type, min, max } = fieldOf(key, this.cells.context.vocabulary);
    if (type === "flag") {
      if (relation !== ">=" || line !== 1) throw new NotInSql("a yes/no cell compared with something else than yes");
      return this.cells.flag(key);
    }
    if (type === "date" || type === "validity") throw new NotInSql("a day compared with a number");
    if (this.cells.isBounded(key)) return intervalVerdict(this.cells.ends(key), relation, factor(line));
    const holds = `${columnOf(key)} ${relation === "==" ? "=" : relation} ${factor(line).sql}`;
    const atBlank = compareIntervals({ lo: min, hi: max }, relation, { lo: line, hi: line });
    if (atBlank === UNKNOWN) return holds;
    return `COALESCE(${holds}, ${atBlank === MET ? "TRUE" : "FALSE"})`;
  }

  /** A title: the cell holds the last day. */
  private validity(left: Quantity, relation: Relation): string {
    if (left.kind !== "field" || relation !== ">=") throw new NotInSql("a date compared with the as-of day");
    const { vocabulary, asOf } = this.cells.context;
    const key = slot(left.field, left.back);
    if (!/^(?:date|validity)$/.exec(fieldOf(key, vocabulary).type)) throw new NotInSql("the as-of day beside no date");
    return `${columnOf(key)} >= ${day(asOf)}`;
  }

  private sum(quantity: Quantity, relation: Relation, line: number, over: number): string {
    const terms = termsOf(quantity);
    if (terms === null || !(over > 0)) throw new NotInSql(`a comparison of ${quantity.kind}`);
    const bound = factor(multiply(decimal(line), decimal(over)));
    return intervalVerdict(this.sums.ends(terms), relation, bound);
  }

  /** over / under against a positive line. A denominator that is known to be 0 leaves nothing to compare. */
  private ratio({ over, under }: Extract<Quantity, { kind: "ratio" }>, relation: Relation, line: number): string {
    const [a, b] = [termsOf(over), termsOf(under)];
    const { vocabulary, dialect } = this.cells.context;
    if (a === null || b === null) throw new NotInSql("a ratio of computed numbers");
    const mayFall = b.some(({ sign, slot: key }) => sign < 0 || fieldOf(key, vocabulary).min < 0);
    if (mayFall || !(line > 0) || relation === "==")
      throw new NotInSql("a ratio whose denominator may be negative, or whose line is 0");
    if (isPartOf(over, under, vocabulary)) this.requireWithin({ lo: -Infinity, hi: 1 }, relation, line);
    const o: AmountEnds = this.sums.ends(a);
    const u: AmountEnds = this.sums.ends(b);
    const [most, least] = [times(factor(line), u.hi, dialect), times(factor(line), u.lo, dialect)];
    const nothing = `${u.hi.sql} = 0`;
    if (relation === ">=" || relation === ">") {
      const below = relation === ">=" ? "<" : "<=";
      const barred = [nothing, `${o.hi.sql} <= 0`, compared(o.hi, below, least)].join(" OR ");
      return `CASE WHEN ${barred} THEN FALSE WHEN ${compared(o.lo, relation, most)} THEN TRUE END`;
    }
    if (a.some(({ sign, slot: key }) => sign < 0 || fieldOf(key, vocabulary).min < 0))
      throw new NotInSql("an upper line for a ratio that may be negative");
    const within = relation === "<" ? `${o.hi.sql} = 0 OR ${compared(o.hi, "<", least)}` : compared(o.hi, "<=", least);
    const beyond = compared(o.lo, relation === "<" ? ">=" : ">", most);
    return `CASE WHEN ${nothing} THEN FALSE WHEN ${within} THEN TRUE WHEN ${beyond} THEN FALSE END`;
  }
}
