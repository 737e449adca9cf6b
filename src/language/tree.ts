/**
 * The one tree that every backend reads: the explaining row path, the columnar path and, later, native Excel formulas and SQL.
 * It is plain JSON data: no functions in it, so rules stay data from the YAML file to the last backend.
 */

export type Relation = ">=" | "<=" | ">" | "<" | "==";

/** What a number measures; comparing across kinds is refused when a rule is loaded. */
export type Dimension = "money" | "share" | "plain" | "days" | "flag" | "choice" | "validity";

/** A number computed from fields. Money is in 万元, shares are fractions, dates are Excel serial days. */
export type Quantity =
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "as-of" }
  /** With `sinceFounding` a blank of a year before the enterprise was founded is 0: there was nothing yet. */
  | { readonly kind: "field"; readonly field: string; readonly back: number; readonly sinceFounding?: true }
  /** The field if its cell is known, else the definition. */
  | { readonly kind: "otherwise"; readonly field: string; readonly back: number; readonly definition: Quantity }
  | { readonly kind: "sum"; readonly parts: readonly Quantity[] }
  | { readonly kind: "difference"; readonly left: Quantity; readonly right: Quantity }
  | { readonly kind: "product"; readonly left: Quantity; readonly right: Quantity }
  /** Undefined where the denominator is 0: no comparison with it holds. */
  | { readonly kind: "ratio"; readonly over: Quantity; readonly under: Quantity }
  /** Arithmetic mean of the yearly growth rates of a series, newest first; not known, whatever the cells, where a base is not positive. */
  | { readonly kind: "mean-growth"; readonly series: readonly Quantity[] }
  /** (now / before)^(1/years) - 1; not known where `before` is not positive, undefined where only `now` is negative. */
  | { readonly kind: "compound-growth"; readonly now: Quantity; readonly before: Quantity; readonly years: number }
  /** Age of a date field on the as-of date, in days, in years (anniversary exact), or in full accounting years up to the end of t. */
  | { readonly kind: "age"; readonly unit: "days" | "years" | "accounting-years"; readonly field: string };

export interface Comparison {
  readonly kind: "compare";
  readonly left: Quantity;
  readonly relation: Relation;
  readonly right: Quantity;
  readonly dimension: Dimension;
}

/** A yes/no question, answered met, unmet or unknown. */
export type Test =
  | Comparison
  | { readonly kind: "all"; readonly parts: readonly Test[] }
  | { readonly kind: "any"; readonly parts: readonly Test[] }
  | { readonly kind: "at-least"; readonly count: number; readonly parts: readonly Test[] }
  | { readonly kind: "not"; readonly part: Test }
  /** Not a large enterprise by the size-class standard, from industry, employees, revenue and total assets. */
  | { readonly kind: "not-large" };

/** The parts of a quantity, for walks over the tree. */
export function quantityParts(quantity: Quantity): readonly Quantity[] {
  switch (quantity.kind) {
    case "constant":
    case "as-of":
    case "field":
    case "age":
      return [];
    case "otherwise":
      return [quantity.definition];
    case "sum":
      return quantity.parts;
    case "difference":
    case "product":
      return [quantity.left, quantity.right];
    case "ratio":
      return [quantity.over, quantity.under];
    case "mean-growth":
      return quantity.series;
    case "compound-growth":
      return [quantity.now, quantity.before];
  }
}

/** The comparisons of a test from left to right: the order in which outcomes list their checks. */
export function comparisonsOf(test: Test): readonly Comparison[] {
  switch (test.kind) {
    case "compare":
      return [test];
    case "not":
      return comparisonsOf(test.part);
    case "not-large":
      return [];
    default:
      return test.parts.flatMap(comparisonsOf);
  }
}

/** True where doubles hold the quantity without rounding, so that a comparison needs no second look. */
export function isExactInDoubles(quantity: Quantity): boolean {
  return (
    quantity.kind === "constant" || quantity.kind === "as-of" || quantity.kind === "field" || quantity.kind === "age"
  );
}

/** Every (field, back) a quantity reads, definitions included. */
export function fieldsOfQuantity(
  quantity: Quantity,
  into: { field: string; back: number }[] = [],
): { field: string; back: number }[] {
  if (quantity.kind === "field" || quantity.kind === "otherwise")
    into.push({ field: quantity.field, back: quantity.back });
  if (quantity.kind === "field" && quantity.sinceFounding === true) into.push({ field: FOUNDED, back: 0 });
  if (quantity.kind === "age") into.push({ field: quantity.field, back: 0 });
  for (const part of quantityParts(quantity)) fieldsOfQuantity(part, into);
  return into;
}

/** The day an enterprise was founded. */
export const FOUNDED = "founded";

/** The fields the size-class test reads. */
export const SIZE_FIELDS = ["industry", "employees", "revenue", "total_assets"] as const;

/** Every (field, back) a test reads. */
export function fieldsOfTest(test: Test): { field: string; back: number }[] {
  switch (test.kind) {
    case "compare":
      return [...fieldsOfQuantity(test.left), ...fieldsOfQuantity(test.right)];
    case "not":
      return fieldsOfTest(test.part);
    case "not-large":
      return SIZE_FIELDS.map((field) => ({ field, back: 0 }));
    default:
      return test.parts.flatMap(fieldsOfTest);
  }
}
