/**
 * Exact decimals in SQL, with the digits each expression can have. Spark's rule is the strictest: a product of (p1, s1) and (p2, s2) has
 * p1 + p2 + 1 digits, a sum one more than the wider of the two, and past 38 digits it cuts decimals off. What would lose one is refused by
 * name instead.
 */
import type { Relation } from "../../language/tree";
import { decimal, type Rational } from "../rational";
import { NotInSql, type Dialect } from "./dialect";

/** A number in SQL: digits before and after the point. */
export interface Amount {
  readonly sql: string;
  readonly whole: number;
  readonly scale: number;
}

/** An amount one end of which may be endless, where the SQL is NULL. */
export interface AmountEnds {
  /** NULL is minus infinity. */
  readonly lo: Amount;
  /** NULL is infinity. */
  readonly hi: Amount;
}

const MOST_DIGITS = 38;

/** A factor, exact, as a rule has it. */
export function factor(value: number | Rational): Amount {
  const { n, d } = typeof value === "number" ? decimal(value) : value;
  const places = d.toString().length - 1;
  if (d !== 10n ** BigInt(places)) throw new NotInSql("a factor that is no decimal");
  const digits = (n < 0n ? -n : n).toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const decimals = digits.slice(digits.length - places).replace(/0+$/, "");
  const text = decimals === "" ? whole : `${whole}.${decimals}`;
  return { sql: n < 0n ? `-${text}` : text, whole: whole === "0" ? 0 : whole.length, scale: decimals.length };
}

function checked(amount: Amount, what: string): Amount {
  if (amount.whole + amount.scale > MOST_DIGITS)
    throw new NotInSql(
      `${what} of ${amount.whole + amount.scale} digits, more than the ${MOST_DIGITS} a database keeps`,
    );
  return amount;
}

export function plus(a: Amount, b: Amount, sign: "+" | "-" = "+"): Amount {
  const right = sign === "-" && / [+-] /.test(b.sql) ? `(${b.sql})` : b.sql;
  return checked(
    { sql: `${a.sql} ${sign} ${right}`, whole: Math.max(a.whole, b.whole) + 1, scale: Math.max(a.scale, b.scale) },
    "a sum",
  );
}

/** A product. DuckDB keeps that of two short decimals in 18 digits and stops where it overflows, so one of them is widened first. */
export function times(a: Amount, b: Amount, dialect: Dialect): Amount {
  const overflows = dialect === "duckdb" && figures(a) + figures(b) > 18;
  const left = overflows ? `CAST(${a.sql} AS DECIMAL(38,${a.scale}))` : inBrackets(a.sql);
  return checked(
    { sql: `${left} * ${inBrackets(b.sql)}`, whole: a.whole + b.whole + 1, scale: a.scale + b.scale },
    "a product",
  );
}

/** Digits that count: the zeros before a factor don't. */
function figures({ sql, whole, scale }: Amount): number {
  return /^[\d.]+$/.test(sql) ? sql.replace(".", "").replace(/^0+/, "").length : whole + scale;
}

function inBrackets(sql: string): string {
  return / [+-] /.test(sql.replace(/\([^()]*\)/g, "")) ? `(${sql})` : sql;
}

/** A comparison, for which both sides are brought to the same scale. */
export function compared(a: Amount, relation: Relation, b: Amount): string {
  checked({ sql: "", whole: Math.max(a.whole, b.whole), scale: Math.max(a.scale, b.scale) }, "a comparison");
  return `${a.sql} ${relation === "==" ? "=" : relation} ${b.sql}`;
}

const OPPOSITE = { ">=": "<", ">": "<=", "<=": ">", "<": ">=" } as const;

/** The verdict on an amount between two ends against a line, by the rule of intervals: met at every value, unmet at none. */
export function intervalVerdict({ lo, hi }: AmountEnds, relation: Relation, line: Amount): string {
  const plain =
    lo.sql === hi.sql || (lo.sql === `COALESCE(${hi.sql}, 0)` && /^0*[1-9]/.test(line.sql.replace(".", "")));
  // A blank that may be anything from 0 on leaves a line above 0 open, as NULL does.
  if (plain) return compared(hi, relation, line);
  if (relation === "==")
    return `CASE WHEN ${compared(lo, "==", line)} AND ${compared(hi, "==", line)} THEN TRUE WHEN ${compared(hi, "<", line)} OR ${compared(lo, ">", line)} THEN FALSE END`;
  const upward = relation === ">=" || relation === ">";
  const [worst, best] = upward ? [lo, hi] : [hi, lo];
  return `CASE WHEN ${compared(worst, relation, line)} THEN TRUE WHEN ${compared(best, OPPOSITE[relation], line)} THEN FALSE END`;
}
