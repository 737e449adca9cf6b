/**
 * From the form of an expression to the tree of meanings: fields looked up in the vocabulary, units brought to 万元 and fractions,
 * functions such as `each` and `sum` written out, and comparisons checked for sense (money is compared with money, shares with shares).
 */
import type { Field, Vocabulary } from "./vocabulary";
import { dimensionOf, dimensionText, spokenDimension } from "./dimensions";
import { shift } from "./earlier-years";
import { ExpressionError, parseSyntax, type Syntax } from "./grammar";
import { nearestId } from "../words/nearest-id";
import type { Text } from "../words/text";
import { constantOf } from "./number-with-unit";
import { sinceFounding } from "./since-founding";
import { FOUNDED, quantityParts, SIZE_FIELDS, type Dimension, type Quantity, type Relation, type Test } from "./tree";

interface Measured {
  readonly quantity: Quantity;
  readonly dimension: Dimension;
  /** Set by `each(X, n)`: a comparison with it must hold for every one of these. */
  readonly every: readonly Quantity[] | null;
  /** The choice field a word in quotes is looked up in. */
  readonly choices: Field | null;
}

/** Every function with the arguments it takes. */
const FUNCTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ["since_founding", ["X"]],
  ["each", ["X", "2"]],
  ["sum", ["X", "2"]],
  ["mean", ["X", "2"]],
  ["growth", ["X"]],
  ["mean_growth", ["X", "2"]],
  ["cagr", ["X", "2"]],
  ["valid", ["X"]],
  ["within", ["X", "3"]],
  ["age_days", ["X"]],
  ["age_years", ["X"]],
  ["accounting_years", ["X"]],
  ["not_large", []],
]);

/** Years a sheet can carry: t, t-1, t-2 and t-3. */
const MOST_PERIODS = 4;

const RELATIONS: readonly Relation[] = [">=", "<=", ">", "<", "=="];

/** Reads a yes/no expression. Throws ExpressionError with place, reason and likely fix. */
export function parseTest(text: string, vocabulary: Vocabulary): Test {
  return new Resolver(vocabulary).test(parseSyntax(text));
}

/** Reads an expression that gives a number, with what it measures. Throws ExpressionError. */
export function parseQuantity(text: string, vocabulary: Vocabulary): { quantity: Quantity; dimension: Dimension } {
  const { quantity, dimension, every } = new Resolver(vocabulary).measured(parseSyntax(text));
  if (every !== null)
    throw new ExpressionError({ zh: "each(…) 给出几个数", en: "each(…) gives several numbers" }, 0, {
      zh: "要和一个数比，如 each(X, 2) >= 3%",
      en: "compare it, as in each(X, 2) >= 3%",
    });
  return { quantity, dimension };
}

class Resolver {
  constructor(private readonly vocabulary: Vocabulary) {}

  test(syntax: Syntax): Test {
    if (syntax.kind === "not") return { kind: "not", part: this.test(syntax.part) };
    if (syntax.kind === "binary") {
      if (syntax.operator === "and" || syntax.operator === "or") {
        const kind = syntax.operator === "and" ? "all" : "any";
        const parts = [this.test(syntax.left), this.test(syntax.right)];
        return { kind, parts: parts.flatMap((part) => (part.kind === kind ? part.parts : [part])) };
      }
      const relation = RELATIONS.find((known) => known === syntax.operator);
      if (relation) return this.comparison(syntax, relation);
    }
    if (syntax.kind === "call") this.checkCall(syntax);
    if (syntax.kind === "call" && syntax.name === "not_large") {
      for (const field of SIZE_FIELDS) this.lookUp(field, syntax.at);
      return { kind: "not-large" };
    }
    if (syntax.kind === "call" && syntax.name === "valid") {
      const field = this.fieldArgument(syntax, 0);
      if (field.type !== "validity")
        throw this.wrong(
          syntax,
          { zh: `${field.id} 不是有效期`, en: `${field.id} is no validity date` },
          { zh: "valid(…) 里写有效期栏目", en: "give valid(…) a field of type validity" },
        );
      const left: Quantity = { kind: "field", field: field.id, back: 0 };
      return { kind: "compare", left, relation: ">=", right: { kind: "as-of" }, dimension: "validity" };
    }
    if (syntax.kind === "call" && syntax.name === "within") {
      const rank = this.measuredArgument(syntax, 0);
      const last = this.measuredArgument(syntax, 1);
      if (rank.dimension !== "plain" || last.dimension !== "plain")
        throw this.wrong(
          syntax,
          { zh: "within(…) 里要写名次和一个数", en: "within(…) takes a rank and a number" },
          { zh: "写成 within(名次栏目, 3) 这样", en: "write it as in within(rank_field, 3)" },
        );
      const compare = (relation: Relation, right: Quantity): Test => ({
        kind: "compare",
        left: rank.quantity,
        relation,
        right,
        dimension: "plain",
      });
      return { kind: "all", parts: [compare(">=", { kind: "constant", value: 1 }), compare("<=", last.quantity)] };
    }
    const measured = this.measured(syntax);
    if (measured.dimension !== "flag")
      throw this.wrong(
        syntax,
        {
          zh: `这里要的是“是”或“否”，写的是${dimensionText(measured.dimension)}`,
          en: `${spokenDimension(measured.dimension)} stands where a yes or no is needed`,
        },
        { zh: "和一个数比，如 revenue >= 1500万", en: "compare it, as in revenue >= 1500万" },
      );
    return {
      kind: "compare",
      left: measured.quantity,
      relation: ">=",
      right: { kind: "constant", value: 1 },
      dimension: "flag",
    };
  }

  private comparison(syntax: Extract<Syntax, { kind: "binary" }>, relation: Relation): Test {
    const left = this.measured(syntax.left);
    const right = this.compared(syntax.right, left);
    if (right.every !== null)
      throw this.wrong(
        syntax.right,
        { zh: "each(…) 写在了右边", en: "each(…) stands on the right" },
        { zh: "each(…) 要写在比较的左边", en: "write each(…) on the left of the comparison" },
      );
    const sides = new Set([left.dimension, right.dimension]);
    if (sides.size > 1) {
      const fix = !sides.has("plain")
        ? { zh: "同类的才能比", en: "compare like with like" }
        : sides.has("money")
          ? { zh: "金额要带单位，如 1500万", en: "give the amount a unit, as in 1500万" }
          : sides.has("share")
            ? { zh: "占比写成百分数，如 3%", en: "write the share as a percentage, as in 3%" }
            : { zh: "同类的才能比", en: "compare like with like" };
      throw this.wrong(
        syntax,
        {
          zh: `${dimensionText(left.dimension)}和${dimensionText(right.dimension)}不能比`,
          en: `${spokenDimension(left.dimension)} is compared with ${spokenDimension(right.dimension)}`,
        },
        fix,
      );
    }
    const holds = (quantity: Quantity): Test => ({
      kind: "compare",
      left: quantity,
      relation,
      right: right.quantity,
      dimension: left.dimension,
    });
    return left.every === null ? holds(left.quantity) : { kind: "all", parts: left.every.map(holds) };
  }

  /** The right side of a comparison; a word in quotes is a rung of the left side's choices. */
  private compared(syntax: Syntax, left: Measured): Measured {
    if (syntax.kind !== "word") return this.measured(syntax);
    const { choices } = left;
    if (choices === null)
      throw this.wrong(
        syntax,
        {
          zh: `'${syntax.value}' 比的不是选项栏目`,
          en: `'${syntax.value}' is compared with something that is no choice`,
        },
        {
          zh: "单引号里的词只和选项栏目比，写在右边",
          en: "words in quotes are for fields of type choice, on the right of the comparison",
        },
      );
    const index = choices.choices.findIndex((choice) => choice.name.zh === syntax.value);
    if (index < 0) {
      const known = choices.choices.map((choice) => choice.name.zh).join("、");
      throw this.wrong(
        syntax,
        { zh: `${choices.id} 没有 '${syntax.value}' 这个选项`, en: `${choices.id} has no choice '${syntax.value}'` },
        { zh: `选项有${known}`, en: `its choices are ${known}` },
      );
    }
    return { quantity: { kind: "constant", value: index }, dimension: "choice", every: null, choices: null };
  }

  measured(syntax: Syntax): Measured {
    switch (syntax.kind) {
      case "number": {
        const { value, dimension } = constantOf(syntax);
        return plainMeasured({ kind: "constant", value }, dimension);
      }
      case "name":
        return this.field(syntax);
      case "call":
        return this.call(syntax);
      case "binary":
        return this.arithmetic(syntax);
      case "word":
      case "not":
        throw this.wrong(
          syntax,
          { zh: "这里要写一个数", en: "a number is needed here" },
          { zh: "写栏目、数或函数", en: "use a field, a number or a function" },
        );
    }
  }

  private field(syntax: Extract<Syntax, { kind: "name" }>): Measured {
    const field = this.lookUp(syntax.name, syntax.at);
    const dimension = dimensionOf(field);
    if (dimension === null)
      throw this.wrong(
        syntax,
        { zh: `${field.id} 是文字`, en: `${field.id} is a text` },
        {
          zh: "只有数、日期、选项和是否栏目可以判断",
          en: "only numbers, dates, choices and yes/no fields can be tested",
        },
      );
    if (syntax.back >= field.periods) throw this.tooFarBack(field, syntax.back, syntax.at);
    const { back } = syntax;
    const own: Quantity = { kind: "field", field: field.id, back };
    const quantity: Quantity =
      field.otherwise === null
        ? own
        : {
            kind: "otherwise",
            field: field.id,
            back,
            definition: shift(parseQuantity(field.otherwise, this.vocabulary).quantity, back),
          };
    return { quantity, dimension, every: null, choices: field.type === "choice" ? field : null };
  }

  private arithmetic(syntax: Extract<Syntax, { kind: "binary" }>): Measured {
    const left = this.single(syntax.left);
    const right = this.single(syntax.right);
    const { operator } = syntax;
    if (operator === "+" || operator === "-") {
      if (left.dimension !== right.dimension)
        throw this.wrong(
          syntax,
          {
            zh: `${dimensionText(left.dimension)} ${operator} ${dimensionText(right.dimension)} 没有意义`,
            en: `${spokenDimension(left.dimension)} ${operator} ${spokenDimension(right.dimension)} makes no sense`,
          },
          { zh: "同类的才能加减", en: operator === "+" ? "add like to like" : "subtract like from like" },
        );
      const quantity: Quantity =
        operator === "+"
          ? { kind: "sum", parts: [left.quantity, right.quantity] }
          : { kind: "difference", left: left.quantity, right: right.quantity };
      return plainMeasured(quantity, left.dimension);
    }
    if (operator === "/") {
      const quantity: Quantity = { kind: "ratio", over: left.quantity, under: right.quantity };
      const bare = right.quantity.kind === "constant" && right.dimension === "plain";
      return plainMeasured(quantity, bare ? left.dimension : left.dimension === right.dimension ? "share" : "plain");
    }
    if (operator === "*") {
      const quantity: Quantity = { kind: "product", left: left.quantity, right: right.quantity };
      const scale = (side: Measured): boolean => side.dimension === "share" || side.quantity.kind === "constant";
      return plainMeasured(quantity, scale(right) ? left.dimension : scale(left) ? right.dimension : "plain");
    }
    throw this.wrong(
      syntax,
      { zh: `${operator} 的结果是“是”或“否”，这里要一个数`, en: `${operator} gives a yes or no, a number is needed` },
      { zh: "把比较移到算式外面", en: "take the comparison out of the arithmetic" },
    );
  }

  /** A name that is no function, or one with too few or too many arguments. */
  private checkCall(syntax: Extract<Syntax, { kind: "call" }>): void {
    const wanted = FUNCTIONS.get(syntax.name);
    if (!wanted) {
      const near = nearestId(syntax.name, [...FUNCTIONS.keys()]);
      const fix = {
        zh: near ? `是不是 ${near}？` : `函数有 ${[...FUNCTIONS.keys()].join("、")}`,
        en: near ? `did you mean ${near}?` : `the functions are ${[...FUNCTIONS.keys()].join(", ")}`,
      };
      throw this.wrong(syntax, { zh: `没有 ${syntax.name} 这个函数`, en: `there is no function ${syntax.name}` }, fix);
    }
    if (syntax.args.length === wanted.length) return;
    throw this.wrong(
      syntax,
      {
        zh: `${syntax.name}(…) 要${wanted.length}个参数，写了${syntax.args.length}个`,
        en: `${syntax.name}(…) takes ${counted(wanted.length)}, ${syntax.args.length} ${syntax.args.length === 1 ? "is" : "are"} given`,
      },
      {
        zh: `写成 ${syntax.name}(${wanted.join(", ")}) 这样`,
        en: `write it as in ${syntax.name}(${wanted.join(", ")})`,
      },
    );
  }

  private call(syntax: Extract<Syntax, { kind: "call" }>): Measured {
    this.checkCall(syntax);
    const series = (count: number): { all: readonly Quantity[]; dimension: Dimension } => {
      const { quantity, dimension } = this.measuredArgument(syntax, 0);
      return { all: Array.from({ length: count }, (_, back) => this.earlier(quantity, back, syntax)), dimension };
    };
    switch (syntax.name) {
      case "since_founding": {
        const { quantity, dimension } = this.measuredArgument(syntax, 0);
        const counted = sinceFounding(quantity);
        if (counted === null)
          throw this.wrong(
            syntax,
            {
              zh: "since_founding(…) 里只能写栏目和它们的和、差",
              en: "since_founding(…) takes fields, their sums and differences",
            },
            {
              zh: "写在里面，如 sum(since_founding(revenue), 3)",
              en: "write it inside, as in sum(since_founding(revenue), 3)",
            },
          );
        this.lookUp(FOUNDED, syntax.at);
        return plainMeasured(counted, dimension);
      }
      case "each": {
        const { all, dimension } = series(this.years(syntax));
        return { ...plainMeasured(first(all), dimension), every: all };
      }
      case "sum": {
        const { all, dimension } = series(this.years(syntax));
        return plainMeasured({ kind: "sum", parts: all }, dimension);
      }
      case "mean": {
        const count = this.years(syntax);
        const { all, dimension } = series(count);
        const total: Quantity = { kind: "sum", parts: all };
        return plainMeasured({ kind: "ratio", over: total, under: { kind: "constant", value: count } }, dimension);
      }
      case "growth":
        return plainMeasured({ kind: "mean-growth", series: series(2).all }, "share");
      case "mean_growth":
        return plainMeasured({ kind: "mean-growth", series: series(this.years(syntax) + 1).all }, "share");
      case "cagr": {
        const years = this.years(syntax);
        const { all } = series(years + 1);
        return plainMeasured(
          { kind: "compound-growth", now: first(all), before: first(all.slice(-1)), years },
          "share",
        );
      }
      case "age_days":
      case "age_years":
      case "accounting_years": {
        const field = this.fieldArgument(syntax, 0);
        if (field.type !== "date")
          throw this.wrong(
            syntax,
            { zh: `${field.id} 不是日期`, en: `${field.id} is no date` },
            { zh: `${syntax.name}(…) 里写日期栏目`, en: `give ${syntax.name}(…) a field of type date` },
          );
        const unit = syntax.name === "age_days" ? "days" : syntax.name === "age_years" ? "years" : "accounting-years";
        return plainMeasured({ kind: "age", unit, field: field.id }, "plain");
      }
      default:
        throw this.wrong(
          syntax,
          {
            zh: `${syntax.name}(…) 的结果是“是”或“否”，这里要一个数`,
            en: `${syntax.name}(…) gives a yes or no, a number is needed`,
          },
          { zh: "用 and、or 连接，不再拿去比", en: "join it with and or or; it is not compared" },
        );
    }
  }

  private single(syntax: Syntax): Measured {
    const measured = this.measured(syntax);
    if (measured.every !== null)
      throw this.wrong(
        syntax,
        { zh: "each(…) 用在了算式里", en: "each(…) is used in arithmetic" },
        { zh: "把算式写进去：each(a / b, 2)", en: "put the arithmetic inside: each(a / b, 2)" },
      );
    return measured;
  }

  private measuredArgument(syntax: Extract<Syntax, { kind: "call" }>, index: number): Measured {
    const argument = syntax.args[index];
    // `checkCall` has counted them.
    if (!argument) throw new Error(`${syntax.name}(…) lacks argument ${index + 1}`);
    return this.single(argument);
  }

  private fieldArgument(syntax: Extract<Syntax, { kind: "call" }>, index: number): Field {
    const argument = syntax.args[index];
    if (argument?.kind !== "name" || argument.back > 0)
      throw this.wrong(
        syntax,
        { zh: `${syntax.name}(…) 里要写栏目`, en: `${syntax.name}(…) takes a field` },
        { zh: "写栏目的 id，不带年份", en: "write the field's id, without a year" },
      );
    return this.lookUp(argument.name, argument.at);
  }

  private years(syntax: Extract<Syntax, { kind: "call" }>): number {
    const argument = syntax.args[1];
    const count = argument?.kind === "number" && argument.unit === "" ? Number(argument.text) : NaN;
    if (!Number.isInteger(count) || count < 1 || count > MOST_PERIODS)
      throw this.wrong(
        syntax,
        {
          zh: `${syntax.name}(…) 要写 1 到 ${MOST_PERIODS} 的年数`,
          en: `${syntax.name}(…) needs a number of years from 1 to ${MOST_PERIODS}`,
        },
        { zh: `写成 ${syntax.name}(X, 2) 这样`, en: `write it as in ${syntax.name}(X, 2)` },
      );
    return count;
  }

  /** The same quantity some years back; the vocabulary must have the years. */
  private earlier(quantity: Quantity, back: number, syntax: Syntax): Quantity {
    const moved = shift(quantity, back);
    const visit = (part: Quantity): void => {
      if (part.kind === "field" || part.kind === "otherwise") {
        // A definition goes back no further than the field it defines.
        const field = this.lookUp(part.field, syntax.at);
        if (part.back >= field.periods) throw this.tooFarBack(field, part.back, syntax.at);
        return;
      }
      for (const inner of quantityParts(part)) visit(inner);
    };
    visit(moved);
    return moved;
  }

  private lookUp(id: string, at: number): Field {
    const field = this.vocabulary.fields.get(id);
    if (field) return field;
    const near = nearestId(id, [...this.vocabulary.fields.keys()]);
    throw new ExpressionError({ zh: `没有 ${id} 这个栏目`, en: `unknown field ${id}` }, at, {
      zh: near ? `是不是 ${near}？` : "先加进 seeds/vocabulary",
      en: near ? `did you mean ${near}?` : "add it to seeds/vocabulary",
    });
  }

  private tooFarBack(field: Field, back: number, at: number): ExpressionError {
    const fix =
      back < MOST_PERIODS
        ? {
            zh: `在 seeds/vocabulary 里调大它的 \`periods\`（现在是 ${field.periods}）`,
            en: `raise its \`periods\` (now ${field.periods}) in seeds/vocabulary`,
          }
        : { zh: `最早只到 t-${MOST_PERIODS - 1}`, en: `no field goes further back than t-${MOST_PERIODS - 1}` };
    return new ExpressionError(
      { zh: `${field.id} 没有 t-${back} 那一年`, en: `${field.id} has no year t-${back}` },
      at,
      fix,
    );
  }

  private wrong(syntax: Syntax, message: Text, fix: Text): ExpressionError {
    return new ExpressionError(message, syntax.at, fix);
  }
}

function counted(args: number): string {
  return args === 1 ? "1 argument" : `${args === 0 ? "no" : args} arguments`;
}

function plainMeasured(quantity: Quantity, dimension: Dimension): Measured {
  return { quantity, dimension, every: null, choices: null };
}

function first(list: readonly Quantity[]): Quantity {
  const [head] = list;
  if (!head) throw new Error("a series has at least one year");
  return head;
}
