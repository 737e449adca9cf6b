/** Sheets as test data: a small grid in, what the reader should make of it out. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { columnIndex, type CellRange, type Grid } from "../../../src/words/grid";
import { savedMappingSchema } from "../../../src/sheet/reading/saved-mapping";

const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.strictObject({ error: z.string() })]);
const numberOrBlank = z.union([z.number(), z.literal(Infinity), z.literal(-Infinity), z.null()]);

const caseSchema = z.strictObject({
  name: z.string(),
  as_of: z.string().default("2026-11-21"),
  of: z.enum(["enterprise", "rider", "cluster"]).optional(),
  rows: z.array(z.array(cellSchema)),
  /** A1 ranges. */
  merges: z.array(z.string()).default([]),
  /** As Excel counts them. */
  hidden_rows: z.array(z.number()).default([]),
  hidden_columns: z.array(z.string()).default([]),
  /** Number formats by address. */
  formats: z.record(z.string(), z.string()).optional(),
  mapping: savedMappingSchema.optional(),
  expect: z.strictObject({
    failure: z.string().optional(),
    /** A piece the failure's Chinese message has. */
    says: z.string().optional(),
    headings: z.tuple([z.number(), z.number()]).optional(),
    rows: z.array(z.number()).optional(),
    t: z.number().optional(),
    /** `D4 revenue[t-1] 万元 certain read`, every column. */
    columns: z.array(z.string()).optional(),
    /** By slot; null is a value not known. */
    values: z.record(z.string(), z.array(numberOrBlank)).optional(),
    names: z.array(z.string()).optional(),
    codes: z.array(z.string()).optional(),
    texts: z.record(z.string(), z.array(z.string())).optional(),
    /** Address -> a piece of the reason. Every unreadable cell. */
    unreadable: z.record(z.string(), z.string()).optional(),
    /** `unit-assumed D4`, every assumption. */
    assumptions: z.array(z.string()).optional(),
    /** `duplicate-column D4 E4`, every warning. */
    warnings: z.array(z.string()).optional(),
    /** `unit-suspect D4`, every column that is asked about. */
    doubts: z.array(z.string()).optional(),
    skipped: z.array(z.string()).optional(),
  }),
});
export type SheetCase = z.infer<typeof caseSchema>;

const folder = join(__dirname, "../../cases/sheet");

/** Every case of test/cases/sheet/sheets, with the file it stands in. */
export function sheetCases(): { readonly file: string; readonly cases: readonly SheetCase[] }[] {
  return readdirSync(join(folder, "sheets"))
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => ({
      file,
      cases: z.array(caseSchema).parse(parse(readFileSync(join(folder, "sheets", file), "utf8"))),
    }));
}

/** A table of test/cases/sheet, parsed by the caller's schema. */
export function caseTable<T>(file: string, schema: z.ZodType<T>): T {
  return schema.parse(parse(readFileSync(join(folder, file), "utf8")));
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

/** The grid of a case. */
export function gridOf(given: SheetCase): Grid {
  const { formats } = given;
  return {
    sheet: "企业名单",
    rows: given.rows,
    merges: given.merges.map(range),
    hiddenRows: new Set(given.hidden_rows.map((row) => row - 1)),
    hiddenColumns: new Set(given.hidden_columns.map(columnIndex)),
    ...(formats === undefined
      ? {}
      : {
          numberFormats: given.rows.map((cells, row) =>
            cells.map((_, column) => {
              const found = Object.entries(formats).find(([address]) => {
                const at = place(address);
                return at.row === row && at.column === column;
              });
              return found?.[1] ?? null;
            }),
          ),
        }),
  };
}
