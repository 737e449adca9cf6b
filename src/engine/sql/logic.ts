/** Yes, no and not known yet in SQL: a nullable BOOLEAN, whose AND, OR and NOT are Kleene's. What is settled already is left out. */
export const TRUE = "TRUE";
export const FALSE = "FALSE";
export const NULL = "NULL";

/** What is left of an expression without its brackets and CASEs. */
function outermost(sql: string): string {
  for (let text = sql; ;) {
    const less = text.replace(/\([^()]*\)/g, "#").replace(/\bCASE\b(?:(?!\b(?:CASE|END)\b).)*\bEND\b/g, "#");
    if (less === text) return text;
    text = less;
  }
}

function bracketed(sql: string): string {
  return / (?:AND|OR) /.test(outermost(sql)) ? `(${sql})` : sql;
}

export function and(parts: readonly string[]): string {
  return joined(parts, "AND", TRUE, FALSE);
}

export function or(parts: readonly string[]): string {
  return joined(parts, "OR", FALSE, TRUE);
}

function joined(parts: readonly string[], word: string, idle: string, final: string): string {
  const own = [...new Set(parts)].filter((part) => part !== idle);
  if (own.includes(final)) return final;
  const [only = idle] = own;
  return own.length < 2 ? only : own.map(bracketed).join(` ${word} `);
}

export function not(sql: string): string {
  if (sql === TRUE) return FALSE;
  if (sql === FALSE) return TRUE;
  return /^\w+$/.test(sql) ? `NOT ${sql}` : `NOT (${sql})`;
}

/** Whether a question is open. */
export function isOpen(sql: string): string {
  if (sql === TRUE || sql === FALSE) return FALSE;
  return sql === NULL ? TRUE : `${inBrackets(sql)} IS NULL`;
}

/** Yes where it surely holds; what is open counts as no. */
export function surely(sql: string): string {
  return `${inBrackets(sql)} IS TRUE`;
}

function inBrackets(sql: string): string {
  return /^\w+$/.test(sql) ? sql : `(${sql})`;
}

/** At least `count` of the parts hold. */
export function atLeast(parts: readonly string[], count: number): string {
  if (count === parts.length) return and(parts);
  if (count === 1) return or(parts);
  const held = parts.map((part) => `CASE WHEN ${part} THEN 1 ELSE 0 END`).join(" + ");
  const barred = parts.map((part) => `CASE WHEN ${not(part)} THEN 1 ELSE 0 END`).join(" + ");
  return `CASE WHEN ${held} >= ${count} THEN TRUE WHEN ${barred} > ${parts.length - count} THEN FALSE END`;
}
