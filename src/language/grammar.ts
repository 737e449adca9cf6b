/**
 * The words of a rule's expression: `rd_expense / revenue >= 3%`, `each(rd_expense, 2) >= 100万`.
 * This file knows only the form; what a name means is decided in `resolve-expression`.
 */
import P from "parsimmon";
import type { Text } from "../words/text";

export type Syntax =
  | {
      readonly kind: "number";
      readonly text: string;
      readonly unit: "" | "%" | "元" | "万" | "亿";
      readonly at: number;
    }
  | { readonly kind: "word"; readonly value: string; readonly at: number }
  | { readonly kind: "name"; readonly name: string; readonly back: number; readonly at: number }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Syntax[]; readonly at: number }
  | {
      readonly kind: "binary";
      readonly operator: string;
      readonly left: Syntax;
      readonly right: Syntax;
      readonly at: number;
    }
  | { readonly kind: "not"; readonly part: Syntax; readonly at: number };

/** Thrown for text that is no expression, and for one that makes no sense; `at` is the 0-based place in the text. */
export class ExpressionError extends Error {
  constructor(
    readonly reason: Text,
    readonly at: number,
    readonly fix: Text,
  ) {
    super(reason.en);
  }
}

/** What follows a name: arguments, a year back, or nothing. */
interface Tail {
  readonly args: readonly Syntax[] | null;
  readonly back: number;
}

const token = <T>(parser: P.Parser<T>): P.Parser<T> => parser.skip(P.optWhitespace);
const symbol = (text: string): P.Parser<string> => token(P.string(text)).desc(`"${text}"`);
const keyword = (text: string): P.Parser<string> =>
  token(P.regexp(new RegExp(`${text}(?![A-Za-z0-9_])`))).desc(`"${text}"`);
const oneOf = (pattern: RegExp, description: string): P.Parser<string> => token(P.regexp(pattern)).desc(description);

/** Operators of one level, taken from the left: a - b - c is (a - b) - c. */
function leftToRight(operand: P.Parser<Syntax>, operator: P.Parser<string>): P.Parser<Syntax> {
  return P.seqMap(operand, P.seq(P.index, operator, operand).many(), (first, rest) =>
    rest.reduce<Syntax>(
      (left, [at, op, right]) => ({ kind: "binary", operator: op.trim(), left, right, at: at.offset }),
      first,
    ),
  );
}

const language = P.createLanguage<{
  expression: Syntax;
  or: Syntax;
  and: Syntax;
  not: Syntax;
  comparison: Syntax;
  additive: Syntax;
  multiplicative: Syntax;
  atom: Syntax;
  number: Syntax;
  word: Syntax;
  nameOrCall: Syntax;
}>({
  expression: (r) => P.optWhitespace.then(r.or).skip(P.eof.desc("the end")),
  or: (r) => leftToRight(r.and, keyword("or")),
  and: (r) => leftToRight(r.not, keyword("and")),
  not: (r) =>
    P.alt(
      P.seqMap(P.index, keyword("not"), r.not, (at, _word, part): Syntax => ({ kind: "not", part, at: at.offset })),
      r.comparison,
    ),
  comparison: (r) =>
    P.seqMap(
      r.additive,
      P.seq(P.index, oneOf(/>=|<=|==|>|</, "a comparison"), r.additive).atMost(1),
      (left, tail): Syntax => {
        const [first] = tail;
        return first === undefined
          ? left
          : { kind: "binary", operator: first[1], left, right: first[2], at: first[0].offset };
      },
    ),
  additive: (r) => leftToRight(r.multiplicative, oneOf(/[+-]/, "+ or -")),
  multiplicative: (r) => leftToRight(r.atom, oneOf(/[*/]/, "* or /")),
  atom: (r) => P.alt(r.number, r.word, symbol("(").then(r.or).skip(symbol(")")), r.nameOrCall),
  number: () =>
    token(
      P.seqMap(
        P.index,
        P.regexp(/(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/),
        P.regexp(/%|亿元?|万元?|元|/),
        (at, text, unit): Syntax => {
          const short = unit === "亿元" ? "亿" : unit === "万元" ? "万" : unit;
          return {
            kind: "number",
            text: text.replaceAll(",", ""),
            unit: short === "%" || short === "元" || short === "万" || short === "亿" ? short : "",
            at: at.offset,
          };
        },
      ),
    ).desc("a number such as 3, 3% or 100万"),
  word: () =>
    token(
      P.seqMap(P.index, P.regexp(/'([^']*)'/, 1), (at, value): Syntax => ({ kind: "word", value, at: at.offset })),
    ).desc("a word in quotes such as '省级'"),
  nameOrCall: (r) =>
    P.seqMap(
      P.index,
      P.regexp(/(?!(?:and|or|not)\b)[a-z][a-z0-9_]*/),
      P.alt<Tail>(
        symbol("(")
          .then(P.sepBy(r.or, symbol(",")))
          .skip(symbol(")"))
          .map((args) => ({ args, back: 0 })),
        token(P.regexp(/\[t-(\d+)\]/, 1))
          .desc("a year such as [t-1]")
          .map((back) => ({ args: null, back: Number(back) })),
        P.optWhitespace.map(() => ({ args: null, back: 0 })),
      ),
      (at, name, tail): Syntax =>
        tail.args === null
          ? { kind: "name", name, back: tail.back, at: at.offset }
          : { kind: "call", name, args: tail.args, at: at.offset },
    ).desc("a field or a function"),
});

/** What people write by habit, and how it is written here. Tried on the text from the place that can't be read. */
const HABITS: readonly { readonly start: RegExp; readonly reason: Text; readonly fix: Text }[] = [
  {
    start: /^=(?!=)/,
    reason: { zh: "单个 = 不是比较", en: "a single = compares nothing" },
    fix: { zh: "写 ==；原文是“以上”的写 >=", en: "write ==, or >= where the text says 以上" },
  },
  {
    start: /^[≥≤＞＜＝≠]/,
    reason: { zh: "读不懂 {start}", en: "{start} can't be read" },
    fix: { zh: "比较用 >= <= > < ==", en: "comparisons are >= <= > < ==" },
  },
  {
    start: /^[（），；％＋－＊／【】［］]/,
    reason: { zh: "{start} 是全角符号", en: "{start} is a full-width sign" },
    fix: { zh: "用英文输入法打", en: "type it with the keyboard set to English" },
  },
  {
    start: /^(&&?|\|\|?|!)/,
    reason: { zh: "读不懂 {start}", en: "{start} can't be read" },
    fix: { zh: "用 and、or、not 连接", en: "join with and, or, not" },
  },
  {
    start: /^["“”‘’]/,
    reason: { zh: "{start} 不是词的引号", en: "{start} is no quote of a word" },
    fix: { zh: "词写在直的单引号里，如 '省级'", en: "words stand in straight single quotes, as in '省级'" },
  },
  {
    start: /^'/,
    reason: { zh: "单引号没有配对", en: "the quote ' is not closed" },
    fix: { zh: "词写在直的单引号里，如 '省级'", en: "words stand in straight single quotes, as in '省级'" },
  },
  {
    start: /^-/,
    reason: { zh: "数不能以 - 开头", en: "a number can't begin with -" },
    fix: { zh: "写成差，如 0% - 5%", en: "write the difference, as in 0% - 5%" },
  },
  {
    start: /^(%|[万亿]元?|元)/,
    reason: { zh: "{start} 和它的数隔开了", en: "{start} stands apart from its number" },
    fix: { zh: "连着写，如 100万", en: "write them without a space, as in 100万" },
  },
  {
    start: /^(>=|<=|==|>|<)/,
    reason: { zh: "有第二个比较", en: "a second comparison" },
    fix: { zh: "两个比较用 and 连接", en: "join two comparisons with and" },
  },
  {
    start: /^\[[^\]]*\]?/,
    reason: { zh: "{start} 不能写在这里", en: "{start} can't stand here" },
    fix: { zh: "年份写 [t-1]、[t-2]、[t-3]，紧跟栏目", en: "years are [t-1], [t-2] and [t-3], right behind the field" },
  },
  {
    start: /^[A-Z]\w*/,
    reason: { zh: "{start} 不是小写", en: "{start} is not in small letters" },
    fix: {
      zh: "栏目、函数和 and、or、not 都用小写",
      en: "fields, functions and the words and, or, not are in small letters",
    },
  },
];

/** Characters of an expression; the longest of the seeds has about a hundred. */
const LONGEST = 2000;
/** Brackets and `not` inside one another. */
const DEEPEST = 50;

/**
 * Refuses what would run the parser, and everything that walks its tree, out of stack: such an expression is never meant.
 * @throws ExpressionError
 */
function checkMeasure(text: string): void {
  if (text.length > LONGEST)
    throw new ExpressionError(
      {
        zh: `判断式有 ${text.length} 个字，最多 ${LONGEST} 个`,
        en: `the expression has ${text.length} characters, ${LONGEST} are the most`,
      },
      LONGEST,
      { zh: "拆成几个条件", en: "split it into several conditions" },
    );
  let depth = 0;
  let deepest = 0;
  for (const { 0: piece, index } of text.matchAll(/'[^']*'|\(|\)|(?<![A-Za-z0-9_])not(?![A-Za-z0-9_])/g)) {
    if (piece === ")") depth -= 1;
    // A `not` ends somewhere before the next bracket closes; counting all of them keeps this simple and is far from any real rule.
    else if (!piece.startsWith("'")) depth += 1;
    deepest = Math.max(deepest, depth);
    if (deepest > DEEPEST)
      throw new ExpressionError(
        { zh: `括号和 not 套了 ${DEEPEST} 层以上`, en: `brackets and nots are nested deeper than ${DEEPEST}` },
        index,
        { zh: "拆成几个条件", en: "split it into several conditions" },
      );
  }
}

/** Reads the form of an expression. Throws ExpressionError with the place and what was expected there. */
export function parseSyntax(text: string): Syntax {
  checkMeasure(text);
  const result = language.expression.parse(text);
  if (result.status) return result.value;
  throw misread(text, result.index.offset, result.expected);
}

function misread(text: string, at: number, expected: readonly string[]): ExpressionError {
  const rest = text.slice(at);
  const before = text.slice(0, at);
  const choices = [...new Set(expected)].sort();
  const wanted: Text = {
    zh: `这里要写 ${choices.join(" 或 ")}`,
    en: `expected ${[choices.slice(0, -1).join(", "), ...choices.slice(-1)].filter(Boolean).join(" or ")}`,
  };
  if (text.trim() === "")
    return new ExpressionError({ zh: "判断式是空的", en: "the expression is empty" }, at, {
      zh: "写一个判断，如 revenue >= 1500万",
      en: "write a test, as in revenue >= 1500万",
    });
  if (rest === "")
    return new ExpressionError(
      { zh: `判断式没写完：“${text}”`, en: `the expression ends too early: "${text}"` },
      at,
      wanted,
    );
  const unit = /^[^\s\d()[\]+\-*/<>=',.&|!（），；％≥≤＞＜＝]+/.exec(rest);
  if (/\d$/.test(before) && unit)
    return new ExpressionError({ zh: `没有“${unit[0]}”这个单位`, en: `unknown unit ${unit[0]}` }, at, {
      zh: "单位有元、万、亿、%，个数不写单位",
      en: "units are 元, 万, 亿 and %, or none for a plain number",
    });
  for (const { start, reason, fix } of HABITS) {
    const found = start.exec(rest);
    if (found) {
      const named = (text: string): string => text.replace("{start}", found[0]);
      return new ExpressionError({ zh: named(reason.zh), en: named(reason.en) }, at, fix);
    }
  }
  return new ExpressionError({ zh: `读不懂“${rest}”`, en: `cannot read "${rest}"` }, at, wanted);
}
