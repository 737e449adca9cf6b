/** Where the parts of a result sheet lie: title lines, heading, rows, a blank line, notes. All from one cell, that of the first heading. */
import { z } from "zod";
import type { CellRange } from "../words/grid";
import { distinctHeadings } from "../xlsx/accepted-names";
import type { ResultSheet } from "../words/result-sheet";

export interface Layout {
  /** Of the first heading, 0-based. */
  readonly row: number;
  readonly column: number;
  readonly headings: readonly string[];
  /** Rows of the table's body; a table has at least one, be it blank. */
  readonly rows: number;
  readonly titles: readonly string[];
  readonly notes: readonly string[];
}

export function layoutOf(result: ResultSheet, at?: { readonly row: number; readonly column: number }): Layout {
  const titles = result.titleLines ?? [];
  return {
    row: at?.row ?? titles.length,
    column: at?.column ?? 0,
    headings: distinctHeadings(result.columns.map(({ heading }) => heading)),
    rows: Math.max(1, result.rows.length),
    titles,
    notes: result.notes ?? [],
  };
}

/** Heading and body. */
export function tableRange({ row, column, headings, rows }: Layout): CellRange {
  return { top: row, left: column, bottom: row + rows, right: column + Math.max(1, headings.length) - 1 };
}

/** Null where there are no title lines. */
export function titleRange({ row, column, titles }: Layout): CellRange | null {
  if (titles.length === 0) return null;
  return { top: row - titles.length, left: column, bottom: row - 1, right: column };
}

export function noteRange({ row, column, rows, notes }: Layout): CellRange | null {
  if (notes.length === 0) return null;
  const top = row + rows + 2;
  return { top, left: column, bottom: top + notes.length - 1, right: column };
}

/** A result that was written before, as kept in the workbook. */
export interface WrittenBefore extends Layout {
  readonly sheet: string;
  readonly table: string | null;
  readonly charts: readonly string[];
  /** The run that wrote it. */
  readonly run: string;
}

const written = z.object({
  sheet: z.string(),
  table: z.string().nullable(),
  row: z.int().nonnegative(),
  column: z.int().nonnegative(),
  headings: z.array(z.string()),
  rows: z.int().positive(),
  titles: z.array(z.string()),
  notes: z.array(z.string()),
  charts: z.array(z.string()),
  run: z.string().default(""),
});

/** The setting that keeps them, by the name the result was written under. */
export const RESULTS_KEY = "results";

/** What the setting says; entries that make no sense are taken as not there, which leads to a new sheet and harms nothing. */
export function parseWritten(setting: unknown): Map<string, WrittenBefore> {
  const found = new Map<string, WrittenBefore>();
  const entries = z.record(z.string(), z.unknown()).safeParse(setting);
  for (const [name, entry] of Object.entries(entries.data ?? {})) {
    const one = written.safeParse(entry);
    if (one.success) found.set(name, one.data);
  }
  return found;
}
