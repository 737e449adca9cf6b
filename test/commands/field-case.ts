/** Field cases: real shapes of sheets as files, and beside each what reading it has to give. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { slot, type Vocabulary } from "../../src/language/vocabulary";
import { csvRows } from "../../src/commands/read-csv";
import { readWorkbook } from "../../src/commands/read-workbook";
import type { Cell, Grid } from "../../src/words/grid";
import { rangeOfAddress } from "../../src/words/range-address";
import type { SheetReading } from "../../src/sheet/reading/read-sheet";
import { toldFact } from "../../src/sheet/reading/told-facts";

const FOLDER = join(__dirname, "../cases/field");

const shown = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type Shown = z.infer<typeof shown>;

const caseSchema = z.strictObject({
  /** In test/cases/field/files. */
  file: z.string().optional(),
  /** Instead of a file: sheets by name, each as comma-separated text whose numbers are numbers, as typed into a workbook. */
  book: z.record(z.string(), z.string()).optional(),
  /** Merged ranges and hidden sheets of such a book. */
  merges: z.record(z.string(), z.array(z.string())).default({}),
  hidden: z.array(z.string()).default([]),
  /** What is tried, where a file has more than one case or there is none. */
  name: z.string().optional(),
  as_of: z.string().default("2026-11-21"),
  of: z.enum(["enterprise", "rider", "cluster", "indicator", "district"]).default("enterprise"),
  /** As with `--sheet`. */
  sheet: z.string().optional(),
  /** Field names by name of the enterprise, in the order read: every fact known, none else. A text is compared only where it is listed. */
  rows: z
    .array(
      z.strictObject({ name: z.string(), facts: z.record(z.string(), shown).optional(), at: z.string().optional() }),
    )
    .optional(),
  /** By heading or by the heading's address: `revenue[t-1] 万元 read`, `- unused`. */
  headings: z.record(z.string(), z.string()).default({}),
  /** Pieces of what is said: assumptions, warnings, unreadable cells. */
  says: z.array(z.string()).default([]),
  /** Pieces that must not be said. */
  silent: z.array(z.string()).default([]),
  /** Pieces of the questions asked, every one. */
  doubts: z.array(z.string()).optional(),
  /** Every sheet and row left out: `2022年: piece of the reason`, `第 5 行: piece`. */
  left_out: z.array(z.string()).optional(),
  /** A piece of the message why it can't be read. */
  failure: z.string().optional(),
});
export type FieldCase = z.infer<typeof caseSchema>;

/** Every case, a file of test/cases/field with one or several. */
export function fieldCases(): { readonly title: string; readonly given: FieldCase }[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".yaml"))
    .flatMap((file) => {
      const read: unknown = parse(readFileSync(join(FOLDER, file), "utf8"));
      return z
        .array(caseSchema)
        .parse(Array.isArray(read) ? read : [read])
        .map((given) => ({ title: [basename(file, ".yaml"), given.file ?? "", given.name ?? ""].join(" "), given }));
    });
}

/** The sheets of a case and which of them are hidden, read as the command reads them. */
export async function sheetsOf({ file, book, sheet, ...given }: FieldCase): Promise<{
  readonly grids: readonly Grid[];
  readonly hidden: ReadonlySet<string>;
  readonly notAskedFor: readonly string[];
}> {
  if (book === undefined) {
    const { grids, hiddenSheets: hidden, notAskedFor } = await readWorkbook(join(FOLDER, "files", file ?? ""), sheet);
    return { grids, hidden, notAskedFor };
  }
  const grids = Object.entries(book).map(([name, text]): Grid => {
    const merges = (given.merges[name] ?? []).flatMap((range) => rangeOfAddress(range) ?? []);
    return { sheet: name, rows: csvRows(text.trimEnd()).map((row) => row.map(typed)), merges, hiddenRows: new Set() };
  });
  return {
    grids: sheet === undefined ? grids : grids.filter((grid) => grid.sheet === sheet),
    hidden: new Set(given.hidden),
    notAskedFor: sheet === undefined ? [] : Object.keys(book).filter((name) => name !== sheet),
  };
}

/** A text as Excel keeps it once it is typed into a cell. */
function typed(text: string): Cell {
  if (text === "") return null;
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

/** Every fact known of a row, and the texts asked for. */
export function factsOf(
  reading: SheetReading,
  row: number,
  vocabulary: Vocabulary,
  texts: readonly string[],
): Record<string, Shown> {
  const facts: Record<string, Shown> = {};
  for (const field of vocabulary.fields.values()) {
    if (field.type === "text" || field.type === "code") {
      if (texts.includes(field.id)) facts[field.id] = reading.text(field.id)[row] ?? "";
      continue;
    }
    // Where an enterprise is follows from several cells; what was read of them is told beside the facts.
    if (field.type === "place" && !texts.includes(field.id)) continue;
    for (let back = 0; back < field.periods; back += 1) {
      const key = slot(field.id, back);
      const value = reading.facts.column(key)?.[row] ?? NaN;
      if (!Number.isNaN(value)) facts[key] = toldFact(value, field, vocabulary);
    }
  }
  return facts;
}

const USES = {
  read: "read",
  held: "aside",
  unknown: "unused",
  ignored: "unused",
  duplicate: "aside",
  "other-year": "aside",
} as const;

/** How a heading was read, in the words of a case; null where there is none of this text or address. */
export function columnLine({ columns }: SheetReading, heading: string): string | null {
  const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
  const found = columns.find((one) => one.address === heading || plain(one.heading) === plain(heading));
  if (found === undefined) return null;
  const { field, back, unit, use } = found;
  const key = field === null ? "-" : back < 0 ? `${field}[t+${-back}]` : slot(field, back);
  return [key, field === null ? "" : unit, USES[use]].filter((word) => word !== "").join(" ");
}
