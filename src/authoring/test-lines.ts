/**
 * The lines a test draws, as they stand in its text: `revenue >= 5000万` draws one, at ≥ 5000 万元. A line can be moved without touching
 * anything else of the test.
 */
import { ExpressionError, parseSyntax, type Syntax } from "../language/grammar";
import type { Relation } from "../language/tree";

type Unit = Extract<Syntax, { kind: "number" }>["unit"];

/** A stretch of a text. */
interface Span {
  readonly from: number;
  readonly to: number;
}

export interface TestLine {
  /** Null where the line is a count of ranks: `within(rank, 3)`. */
  readonly relation: { readonly sign: Relation; readonly span: Span } | null;
  /** As written, without separators. */
  readonly number: string;
  readonly unit: Unit;
  /** Of the number with its unit. */
  readonly span: Span;
  /** What is measured, as it stands in the text; for a rank the field. */
  readonly measured: string;
  /** The field, where nothing but one field is measured. */
  readonly field: string | null;
}

const RELATIONS: readonly Relation[] = [">=", "<=", "==", ">", "<"];

/** In the order of the text; none for a text that is no expression. */
export function linesOfTest(text: string): readonly TestLine[] {
  try {
    return linesIn(parseSyntax(text), text);
  } catch (error) {
    if (error instanceof ExpressionError) return [];
    throw error;
  }
}

function linesIn(syntax: Syntax, text: string): readonly TestLine[] {
  switch (syntax.kind) {
    case "not":
      return linesIn(syntax.part, text);
    case "call": {
      const [rank, most] = syntax.args;
      if (syntax.name !== "within" || rank?.kind !== "name" || most?.kind !== "number") return [];
      return [{ relation: null, ...numberAt(most, text), measured: rank.name, field: rank.name }];
    }
    case "binary": {
      const sign = RELATIONS.find((one) => one === syntax.operator);
      if (sign === undefined) return [...linesIn(syntax.left, text), ...linesIn(syntax.right, text)];
      if (syntax.right.kind !== "number") return [];
      const span = { from: syntax.at, to: syntax.at + sign.length };
      // The words and, or and brackets before it belong to what is around the comparison.
      const measured = text.slice(startOf(syntax.left), syntax.at).trim();
      const field = syntax.left.kind === "name" ? syntax.left.name : null;
      return [{ relation: { sign, span }, ...numberAt(syntax.right, text), measured, field }];
    }
    default:
      return [];
  }
}

function numberAt(
  { at, text: number, unit }: Extract<Syntax, { kind: "number" }>,
  text: string,
): Pick<TestLine, "number" | "unit" | "span"> {
  const stands = /^[\d,.]+(?:%|亿元?|万元?|元)?/.exec(text.slice(at))?.[0] ?? "";
  return { number, unit, span: { from: at, to: at + stands.length } };
}

function startOf(syntax: Syntax): number {
  return syntax.kind === "binary" ? Math.min(startOf(syntax.left), syntax.at) : syntax.at;
}

/** A line that is to stand elsewhere; what is left out stays. */
export interface MovedLine {
  readonly index: number;
  readonly relation?: Relation;
  readonly number?: string;
}

/** The text with its lines moved. */
export function moveLines(text: string, moved: readonly MovedLine[]): string {
  const lines = linesOfTest(text);
  const changes = moved.flatMap(({ index, relation, number }) => {
    const line = lines[index];
    if (line === undefined) throw new RangeError(`the test "${text}" draws no line ${index}`);
    return [
      ...(relation === undefined || line.relation === null ? [] : [{ ...line.relation.span, text: relation }]),
      ...(number === undefined
        ? []
        : [{ ...line.span, text: number + text.slice(line.span.from, line.span.to).replace(/^[\d,.]+/, "") }]),
    ];
  });
  return changes
    .sort((a, b) => b.from - a.from)
    .reduce((result, { from, to, text: instead }) => result.slice(0, from) + instead + result.slice(to), text);
}

/** A number with its unit, as bands write their cuts: `5%`, `100万`, `3`; null for anything else. */
export function amountOf(text: string): { readonly number: string; readonly unit: Unit } | null {
  try {
    const syntax = parseSyntax(text);
    return syntax.kind === "number" ? { number: syntax.text, unit: syntax.unit } : null;
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}
