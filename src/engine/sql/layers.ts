/**
 * The layers of a query, one a CTE: what a layer defines reads only the layers above it. The same expression is defined once, whoever
 * asks for it.
 */
import { fence, type Dialect } from "./dialect";

const SECTIONS = [
  "cells",
  "sums",
  "means",
  "rates",
  "sizes",
  "questions",
  "cases",
  "conditions",
  "score_groups",
  "totals",
  "verdicts",
] as const;
export type Section = (typeof SECTIONS)[number];

interface Column {
  readonly name: string;
  readonly sql: string;
  readonly comment: string;
}

export class Layers {
  private readonly columns = new Map<Section, Column[]>();
  private readonly names = new Map<string, string>();
  private readonly taken = new Set<string>();

  constructor(private readonly dialect: Dialect) {}

  /** The name of an expression in a layer, defined here where it is new. */
  define(section: Section, wanted: string, sql: string, comment = ""): string {
    // What carries a comment is somebody's own column.
    const key = `${section} ${comment === "" ? "" : wanted} ${sql}`;
    const known = this.names.get(key);
    if (known !== undefined) return known;
    let name = wanted;
    for (let more = 2; this.taken.has(name); more += 1) name = `${wanted}_${more}`;
    this.taken.add(name);
    this.names.set(key, name);
    const list = this.columns.get(section) ?? [];
    list.push({ name, sql, comment });
    this.columns.set(section, list);
    return name;
  }

  /** A question by a short name where it is long; short ones stand where they are asked. */
  question(sql: string, section: "questions" | "cases" = "questions"): string {
    if (sql.length <= LONG) return sql;
    const count = this.columns.get(section)?.length ?? 0;
    return this.define(section, `${section === "questions" ? "q" : "case"}${count + 1}`, sql);
  }

  /** `WITH …` over a table, and the name of the last layer. */
  with(table: string): { readonly text: string; readonly last: string } {
    let last = table;
    const parts: string[] = [];
    for (const section of SECTIONS) {
      const columns = this.columns.get(section) ?? [];
      if (columns.length === 0) continue;
      parts.push(`${section} AS (\n  SELECT *,\n${listed(columns)}\n  FROM ${last}${fence(this.dialect)}\n)`);
      last = section;
    }
    return { text: parts.length === 0 ? "" : `WITH ${parts.join(",\n")}\n`, last };
  }
}

const LONG = 36;

/** Columns of a SELECT, one a line, each with its comment behind it. */
export function listed(columns: readonly Column[]): string {
  return columns
    .map(({ name, sql, comment }, at) => {
      const line = sql === name ? name : `${sql} AS ${name}`;
      const comma = at === columns.length - 1 ? "" : ",";
      return `    ${line}${comma}${comment === "" ? "" : ` -- ${comment.replace(/\s+/g, " ")}`}`;
    })
    .join("\n");
}
