/** Cases of forms as data: sheets by name, and the facts, places and words reading them has to give. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { columnIndex, type CellRange, type Grid } from "../../../../src/words/grid";

const folder = join(__dirname, "../../../cases/sheet/forms");

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const rows = z.array(z.array(cell));

const caseSchema = z.strictObject({
  name: z.string(),
  as_of: z.string().default("2026-11-21"),
  /** One sheet, called 表单. */
  rows: rows.optional(),
  sheets: z.record(z.string(), rows).optional(),
  /** Merged ranges of the one sheet, or of the sheet named before the colon's first part: `A1:B1`. */
  merges: z.array(z.string()).default([]),
  /** Number formats by address, of every sheet. */
  formats: z.record(z.string(), z.string()).default({}),
  expect: z.strictObject({
    rows: z
      .array(
        z.strictObject({ name: z.string(), at: z.string().optional(), facts: z.record(z.string(), cell).optional() }),
      )
      .optional(),
    /** Where values come from: `revenue[t-1]: C7`, for the first enterprise or `name revenue`. */
    cells: z.record(z.string(), z.string()).default({}),
    says: z.array(z.string()).default([]),
    silent: z.array(z.string()).default([]),
    left_out: z.array(z.string()).optional(),
    failure: z.string().optional(),
  }),
});
export type FormCase = z.infer<typeof caseSchema>;

export function formCases(): { readonly title: string; readonly given: FormCase }[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) =>
      z
        .array(caseSchema)
        .parse(parse(readFileSync(join(folder, file), "utf8")))
        .map((given) => ({ title: given.name, given })),
    );
}

function place(address: string): { row: number; column: number } {
  const match = /^([A-Z]+)(\d+)$/.exec(address);
  if (match === null) throw new Error(`no address: ${address}`);
  return { row: Number(match[2]) - 1, column: columnIndex(match[1] ?? "") };
}

function range(text: string): CellRange {
  const [from = "", to = from] = text.split(":");
  const [start, end] = [place(from), place(to)];
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}

export function gridsOf(given: FormCase): Grid[] {
  const sheets = given.sheets ?? { 表单: given.rows ?? [] };
  return Object.entries(sheets).map(([sheet, cells]) => {
    const formats = cells.map((row) => row.map((): string | null => null));
    for (const [address, format] of Object.entries(given.formats)) {
      const at = place(address);
      const row = formats[at.row];
      if (row !== undefined) row[at.column] = format;
    }
    return {
      sheet,
      rows: cells,
      merges: given.merges.map(range),
      hiddenRows: new Set<number>(),
      ...(Object.keys(given.formats).length === 0 ? {} : { numberFormats: formats }),
    };
  });
}
