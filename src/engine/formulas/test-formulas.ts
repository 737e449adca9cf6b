/**
 * A rule's yes/no question as two formulas: it surely holds, it may hold. They differ only while cells are blank, and together they are
 * the product's three answers. They follow engine/rows/test-nodes and engine/interval case by case.
 */
import { slot } from "../../language/vocabulary";
import { compareIntervals, MET, UNKNOWN } from "../rows/test-nodes";
import { fieldsOfTest, type Comparison, type Quantity, type Relation, type Test } from "../../language/tree";
import { and, blank, choose, FALSE, filled, not, or, quoted, TRUE } from "./formula-parts";
import type { HelperColumns } from "./helper-columns";
import { BlankBounds } from "./blank-bounds";
import { LinearFormulas, linearOf, type End, type Linear } from "./linear";
import { NotNative } from "./not-native";
import type { NativeInputs } from "./native-inputs";
import { AS_OF_CELL, YEAR_CELL } from "./native-table";
import { decimalsOf, safeDigits } from "./precision";
import type { NativeWords } from "./words";

export interface Ends {
  /** A formula that is TRUE where the question is answered yes whatever the blanks hold. */
  readonly sure: string;
  /** TRUE where it can still be yes. */
  readonly possible: string;
  /** For a question about one cell: unknown exactly where `blank` is TRUE, else answered by `holds`. */
  readonly plain?: { readonly blank: string; readonly holds: string };
}

/** The right side of a comparison: the cell that holds it, and its value when the copy is made. */
export interface Bound {
  readonly cell: string;
  readonly value: number;
}

/** Makes the cell of a threshold for a comparison. */
export type LineMaker = (left: Quantity, relation: Relation, value: number) => Bound;

/** A comparison that may go wrong for numbers with more digits than a double can tell apart. */
export interface PrecisionLimit {
  readonly digits: number;
  readonly needed: number;
}

/**
 * A mean of growth rates is rounded to this many decimals: beyond the error of a few divisions, within one fen in 1,000 亿元. Two rates that
 * cancel all but exactly (30250.6126, 30250.6127, 30250.6126 grows by 5E-18 a year) are taken as cancelling; the engine tells them apart.
 */
const RATE_DIGITS = 13;

export class TestFormulas {
  private readonly linear: LinearFormulas;
  private readonly bounds: BlankBounds;
  readonly limits: PrecisionLimit[] = [];

  constructor(
    private readonly inputs: NativeInputs,
    private readonly helpers: HelperColumns,
    private readonly words: NativeWords,
    private readonly line: LineMaker,
  ) {
    this.linear = new LinearFormulas(inputs);
    this.bounds = new BlankBounds(inputs);
  }

  test(test: Test): Ends {
    switch (test.kind) {
      case "compare":
        return this.comparison(test);
      case "not": {
        const { sure, possible, plain } = this.test(test.part);
        const ends = { sure: not(possible), possible: not(sure) };
        return plain ? { ...ends, plain: { blank: plain.blank, holds: negated(plain.holds) } } : ends;
      }
      case "not-large": {
        const large = this.helpers.largeCell();
        return { sure: `${large}=${quoted(this.words.no)}`, possible: `${large}<>${quoted(this.words.yes)}` };
      }
      default: {
        const parts = test.parts.map((part) => this.test(part));
        const count = test.kind === "all" ? parts.length : test.kind === "any" ? 1 : test.count;
        return {
          sure: enough(
            parts.map(({ sure }) => sure),
            count,
          ),
          possible: enough(
            parts.map(({ possible }) => possible),
            count,
          ),
        };
      }
    }
  }

  private comparison({ left, relation, right }: Comparison): Ends {
    if (right.kind === "as-of") return this.validity(left, relation);
    if (right.kind !== "constant") throw new NotNative("a comparison of two computed numbers");
    return this.compare(left, relation, this.line(left, relation, right.value));
  }

  compare(left: Quantity, relation: Relation, line: Bound): Ends {
    switch (left.kind) {
      case "field":
        if (left.sinceFounding === true) break;
        return this.cell(slot(left.field, left.back), relation, line);
      case "otherwise": {
        const own = this.inputs.cell(slot(left.field, left.back));
        const given = this.cell(slot(left.field, left.back), relation, line);
        const defined = this.compare(left.definition, relation, line);
        const holds = given.plain?.holds ?? given.sure;
        return {
          sure: choose(filled(own), holds, defined.sure),
          possible: choose(filled(own), holds, defined.possible),
        };
      }
      case "mean-growth":
        return this.meanGrowth(left.series, relation, line);
      case "compound-growth":
        return this.compoundGrowth(left.now, left.before, left.years, relation, line);
      case "age":
        return this.age(left.unit, left.field, relation, line);
      case "ratio": {
        const over = linearOf(left.over);
        const under = linearOf(left.under);
        if (left.under.kind !== "constant" && over && under) return this.ratio(over, under, relation, line);
        break;
      }
      default:
    }
    const linear = linearOf(left);
    if (!linear) throw new NotNative(`a comparison of ${left.kind}`);
    return this.sum(linear, relation, line);
  }

  /** One cell: blank it holds anything between its field's least and most value, or what its parts and wholes leave. */
  private cell(key: string, relation: Relation, line: Bound): Ends {
    const { type } = this.inputs.field(key);
    const free = this.freeCell(key, relation, line);
    const cell = this.inputs.cell(key);
    if (type === "flag") {
      const settled = this.bounds.flag(key, this.words.yes, this.words.no);
      if (settled === null) return free;
      const holds = `${cell}=${quoted(this.words.yes)}`;
      return {
        sure: or(holds, and(blank(cell), settled.yes)),
        possible: or(holds, and(blank(cell), not(settled.no))),
        plain: { blank: this.openCell(key), holds: or(holds, and(blank(cell), settled.yes)) },
      };
    }
    const ends = this.bounds.ends(key, false);
    if (ends === null) return free;
    const test = (text: string, asked = relation): string => `${text}${spelled(asked)}${line.cell}`;
    if (relation === "==")
      return {
        sure: and(ends.finite, test(ends.least), test(ends.most)),
        possible: and(test(ends.least, "<="), or(ends.endless, test(ends.most, ">="))),
      };
    const upward = relation === ">=" || relation === ">";
    return upward
      ? { sure: test(ends.least), possible: or(ends.endless, test(ends.most)) }
      : { sure: and(ends.finite, test(ends.most)), possible: test(ends.least) };
  }

  private freeCell(key: string, relation: Relation, { cell: line, value }: Bound): Ends {
    const { min, max, type } = this.inputs.field(key);
    const cell = this.inputs.cell(key);
    const holds = ((): string => {
      if (type === "flag") {
        if (value !== 1 || relation !== ">=")
          throw new NotNative("a yes/no cell compared with something else than yes");
        return `${cell}=${quoted(this.words.yes)}`;
      }
      if (type !== "choice") return `${cell}${spelled(relation)}${line}`;
      if (relation === "==") return `${cell}=${line}`;
      const words = this.inputs.wordsOf(key);
      return `MATCH(${cell},${words},0)${relation}MATCH(${line},${words},0)`;
    })();
    const atBlank = compareIntervals({ lo: min, hi: max }, relation, { lo: value, hi: value });
    if (atBlank === UNKNOWN) {
      // A word that is not there can't be looked up, so the guard comes first and nothing is looked up behind it.
      const guarded = type === "choice" && relation !== "==";
      return {
        sure: guarded ? choose(blank(cell), FALSE, holds) : and(filled(cell), holds),
        possible: guarded ? choose(blank(cell), TRUE, holds) : or(blank(cell), holds),
        plain: { blank: blank(cell), holds },
      };
    }
    const settled = choose(blank(cell), atBlank === MET ? TRUE : FALSE, holds);
    return { sure: settled, possible: settled, plain: { blank: FALSE, holds: settled } };
  }

  /** A title: the cell holds the last day, or a plain yes or no. */
  private validity(left: Quantity, relation: Relation): Ends {
    if (left.kind !== "field" || relation !== ">=") throw new NotNative("a date compared with the as-of day");
    const cell = this.inputs.cell(slot(left.field, left.back));
    const holds = or(`${cell}=${quoted(this.words.yes)}`, `AND(ISNUMBER(${cell}),${cell}>=${AS_OF_CELL})`);
    return { sure: and(filled(cell), holds), possible: or(blank(cell), holds), plain: { blank: blank(cell), holds } };
  }

  /** ROUND(difference, n) against 0; `size` bounds the numbers in it, `decimals` what it takes to tell every difference. */
  private against(difference: string, relation: Relation, size: number, decimals: number): string {
    const digits = safeDigits(size);
    if (decimals > digits) this.limits.push({ digits, needed: decimals });
    return `ROUND(${difference},${digits})${spelled(relation)}0`;
  }

  private sum(linear: Linear, relation: Relation, { cell: line, value }: Bound): Ends {
    const least = this.linear.end(linear, "least");
    const most = this.linear.end(linear, "most");
    const times = linear.over === 1 ? line : `${linear.over}*${line}`;
    const size = this.linear.size(linear) + linear.over * Math.abs(value);
    const decimals = Math.max(this.linear.decimals(linear), decimalsOf(value));
    const test = (text: string, asked: Relation): string => this.against(`${text}-${times}`, asked, size, decimals);
    if (relation === "==")
      return {
        sure: and(
          least.finite,
          most.finite,
          test(least.text, "=="),
          least.text === most.text ? TRUE : test(most.text, "=="),
        ),
        possible: and(or(most.endless, test(most.text, ">=")), or(least.endless, test(least.text, "<="))),
      };
    const [worst, best] = relation === ">=" || relation === ">" ? [least, most] : [most, least];
    // Where blanks open the better end, the answer is open; else the end itself decides.
    return {
      sure: and(worst.finite, test(worst.text, relation)),
      possible: or(best.endless, test(best.text, relation)),
    };
  }

  /** over / under against a positive line, multiplied out. A denominator that is known to be 0 leaves nothing to compare. */
  private ratio(over: Linear, under: Linear, relation: Relation, { cell: line, value }: Bound): Ends {
    const mayFall = under.terms.some((term) => term.sign < 0 || this.inputs.field(term.slot).min < 0);
    if (mayFall || under.over !== 1 || over.over !== 1 || !(value > 0) || relation === "==")
      throw new NotNative("a ratio whose denominator may be negative, or whose line is 0");
    const [least, most] = [this.linear.end(over, "least"), this.linear.end(over, "most")];
    const [smallest, largest] = [this.linear.end(under, "least"), this.linear.end(under, "most")];
    const size = this.linear.size(over) + value * this.linear.size(under);
    const decimals = Math.max(this.linear.decimals(over), this.linear.decimals(under) + decimalsOf(value));
    const test = (text: string, base: End): string =>
      this.against(`${text}-${line}*${base.text}`, relation, size, decimals);
    // What may still be more than 0 is no denominator of 0.
    const usable = `${largest.text}<>0`;
    if (relation === ">=" || relation === ">")
      return {
        sure: and(largest.finite, usable, least.finite, test(least.text, largest)),
        possible: and(or(largest.endless, usable), or(most.endless, and(`${most.text}>0`, test(most.text, smallest)))),
      };
    if (least.finite !== TRUE) throw new NotNative("an upper line for a ratio that may be negative");
    const nothing = relation === "<" ? `${most.text}=0` : FALSE;
    return {
      sure: and(or(largest.endless, usable), most.finite, or(nothing, test(most.text, smallest))),
      possible: or(largest.endless, and(usable, test(least.text, largest))),
    };
  }

  /** (now / before)^(1/years) - 1 against a line: now against before × (1 + line)^years; from a base of 0 or less it may be anything. */
  private compoundGrowth(now: Quantity, before: Quantity, years: number, relation: Relation, line: Bound): Ends {
    const [a, b] = [linearOf(now), linearOf(before)];
    if (a?.terms.length !== 1 || b?.terms.length !== 1 || !(line.value > 0) || (relation !== ">=" && relation !== ">"))
      throw new NotNative("compound growth of something else than a cell");
    const [endLeast, endMost] = [this.linear.end(a, "least"), this.linear.end(a, "most")];
    const [startLeast, startMost] = [this.linear.end(b, "least"), this.linear.end(b, "most")];
    const size = this.linear.size(a) + this.linear.size(b) * (1 + line.value) ** years;
    const decimals = this.linear.decimals(b) + years * decimalsOf(line.value);
    const test = (end: End, start: End): string =>
      this.against(`${end.text}-${start.text}*(1+${line.cell})^${years}`, relation, size, decimals);
    return {
      sure: and(startMost.finite, `${startLeast.text}>0`, `${endLeast.text}>=0`, test(endLeast, startMost)),
      possible: and(or(`${startLeast.text}<=0`, endMost.endless, and(`${endMost.text}>0`, test(endMost, startLeast)))),
    };
  }

  private meanGrowth(series: readonly Quantity[], relation: Relation, line: Bound): Ends {
    if (relation !== ">=" && relation !== ">") throw new NotNative("an upper line for growth");
    const [last, second, first] = series;
    const rates =
      series.length === 3 && last && second && first
        ? [this.helpers.twoRates(last, second, first)]
        : series.slice(1).flatMap((before, index) => {
            const now = series[index];
            return now ? [this.helpers.rate(now, before)] : [];
          });
    const years = series.length - 1;
    const times = years === 1 ? line.cell : `${years}*${line.cell}`;
    const test = (cells: readonly string[]): string => {
      const [only = ""] = cells;
      const total = cells.length === 1 ? only : `SUM(${cells.join(",")})`;
      return `ROUND(${total}-${times},${RATE_DIGITS})${relation}0`;
    };
    return { sure: test(rates.map(({ low }) => low)), possible: test(rates.map(({ high }) => high)) };
  }

  private age(unit: "days" | "years" | "accounting-years", field: string, relation: Relation, line: Bound): Ends {
    const cell = this.inputs.cell(slot(field));
    const atBlank = compareIntervals({ lo: 0, hi: Infinity }, relation, { lo: line.value, hi: line.value });
    if (atBlank !== UNKNOWN || relation === "==") throw new NotNative("an age compared with nothing");
    const holds = ((): string => {
      if (unit === "days") return `${AS_OF_CELL}-${cell}${relation}${line.cell}`;
      if (unit === "years") {
        // At most so many years: the anniversary has not passed. 29 February falls on 1 March, which DATE makes of it by itself.
        const opposite = { ">=": "<=", "<=": ">=", ">": "<", "<": ">" } as const;
        return `DATE(YEAR(${cell})+${line.cell},MONTH(${cell}),DAY(${cell}))${opposite[relation]}${AS_OF_CELL}`;
      }
      const first = `IF(AND(MONTH(${cell})=1,DAY(${cell})=1),1,0)`;
      return `MAX(0,${YEAR_CELL}-YEAR(${cell})+${first})${relation}${line.cell}`;
    })();
    return { sure: and(filled(cell), holds), possible: or(blank(cell), holds), plain: { blank: blank(cell), holds } };
  }

  /**
   * For a test that is unknown: whether one of the blank cells that keep it open has a column in the sheet. General conditions are taken
   * as holding where none has.
   */
  openInSheet(test: Test): string {
    const present = fieldsOfTest(test).map(({ field, back }) => this.inputs.isSpokenOf(slot(field, back)));
    if (present.every((one) => one)) return TRUE;
    if (!present.includes(true)) return FALSE;
    return this.openParts(test);
  }

  private openParts(test: Test): string {
    switch (test.kind) {
      case "compare":
        return or(this.openCells(test.left), this.openCells(test.right));
      case "not":
        return this.openParts(test.part);
      case "not-large":
        return this.helpers.largeIsOpen();
      default:
        return or(
          ...test.parts.map((part) => {
            const { sure, possible } = this.test(part);
            return and(possible, not(sure), this.openParts(part));
          }),
        );
    }
  }

  private openCells(quantity: Quantity): string {
    switch (quantity.kind) {
      case "constant":
      case "as-of":
        return FALSE;
      case "field": {
        const key = slot(quantity.field, quantity.back);
        return this.inputs.isSpokenOf(key) ? this.openCell(key) : FALSE;
      }
      case "otherwise": {
        const key = slot(quantity.field, quantity.back);
        const cells = cellsOf(quantity.definition).filter((one) => this.inputs.isInSheet(one));
        const began = cells.map((one) => filled(this.inputs.cell(one)));
        const byDefinition = this.openCells(quantity.definition);
        const own = this.inputs.isInSheet(key);
        return and(
          blank(this.inputs.cell(key)),
          choose(own ? or(...began) : cells.length > 0 ? TRUE : FALSE, byDefinition, own ? TRUE : FALSE),
        );
      }
      default:
        return or(
          ...cellsOf(quantity)
            .filter((key) => this.inputs.isSpokenOf(key))
            .map((key) => this.openCell(key)),
        );
    }
  }

  private openCell(key: string): string {
    return this.bounds.open(key, this.words.yes, this.words.no);
  }
}

function cellsOf(quantity: Quantity): readonly string[] {
  return [
    ...new Set(
      fieldsOfTest({
        kind: "compare",
        left: quantity,
        relation: ">=",
        right: { kind: "as-of" },
        dimension: "plain",
      }).map(({ field, back }) => slot(field, back)),
    ),
  ];
}

function enough(parts: readonly string[], count: number): string {
  if (count === parts.length) return and(...parts);
  if (count === 1) return or(...parts);
  return `${parts.map((part) => `(${part})*1`).join("+")}>=${count}`;
}

function spelled(relation: Relation): string {
  return relation === "==" ? "=" : relation;
}

/** A="x" turns into A<>"x"; anything longer is wrapped. */
function negated(holds: string): string {
  const equal = /^([A-Z]+¤)=("[^"]*")$/.exec(holds);
  return equal ? `${equal[1] ?? ""}<>${equal[2] ?? ""}` : not(holds);
}
