/**
 * The cells of a scoring that was followed by another, as a text for the workbook's settings: with them it can be scored once more after
 * the workbook was closed in between. A list too long to be kept whole is kept as what was changed in it by then.
 */
import { z } from "zod";
import type { Cell, Grid } from "../../../words/grid";
import { compactText, fullText } from "./compact-text";

/** Signs in the workbook's settings, of which Excel keeps 2 MB in all. */
const MOST_KEPT = 300_000;
/** Cells that are worth packing: more of them don't fit. */
const MOST_CELLS = 250_000;

const cell = z.union([z.string(), z.number(), z.boolean(), z.null(), z.object({ error: z.string() })]);
const range = z.object({ top: z.int(), left: z.int(), bottom: z.int(), right: z.int() });
const sheetSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("whole"),
    rows: z.array(z.array(cell)),
    merges: z.array(range),
    hiddenRows: z.array(z.int()),
    hiddenColumns: z.array(z.int()),
    numberFormats: z.array(z.array(z.string().nullable())),
  }),
  /** Against the sheet as it was scored afterwards. */
  z.object({ kind: z.literal("changes"), height: z.int(), cells: z.array(z.tuple([z.int(), z.int(), cell])) }),
]);
const keptSchema = z.object({ version: z.literal(1), sheets: z.array(sheetSchema) });
type KeptSheet = z.infer<typeof sheetSchema>;

/** Null where they are too many. @param later the same sheets as they were scored afterwards */
export function keptCells(earlier: readonly Grid[], later: readonly Grid[]): string | null {
  const cells = earlier.reduce((sum, { rows }) => sum + rows.reduce((all, row) => all + row.length, 0), 0);
  const whole = cells > MOST_CELLS ? null : packed(earlier.map(wholeSheet));
  if (whole !== null || earlier.length !== later.length) return whole;
  const changes = earlier.map((grid, at) => changesOf(grid, later[at] ?? grid));
  const count = changes.reduce((sum, sheet) => sum + sheet.cells.length, 0);
  return count > MOST_CELLS ? null : packed(changes);
}

function packed(sheets: readonly KeptSheet[]): string | null {
  const text = compactText(JSON.stringify({ version: 1, sheets }));
  return text.length > MOST_KEPT ? null : text;
}

function wholeSheet({ rows, merges, hiddenRows, hiddenColumns = new Set(), numberFormats = [] }: Grid): KeptSheet {
  return {
    kind: "whole",
    rows: rows.map((row) => [...row]),
    merges: [...merges],
    hiddenRows: [...hiddenRows],
    hiddenColumns: [...hiddenColumns],
    numberFormats: numberFormats.map((row) => [...row]),
  };
}

function changesOf({ rows }: Grid, later: Grid): Extract<KeptSheet, { kind: "changes" }> {
  const cells = rows.flatMap((row, at) => {
    const after = later.rows[at] ?? [];
    return Array.from({ length: Math.max(row.length, after.length) }, (_, column) => column).flatMap(
      (column): [number, number, Cell][] => {
        const is = row[column] ?? null;
        return same(is, after[column] ?? null) ? [] : [[at, column, is]];
      },
    );
  });
  return { kind: "changes", height: rows.length, cells };
}

function same(one: Cell, other: Cell): boolean {
  if (one === null || other === null || typeof one !== "object" || typeof other !== "object") return one === other;
  return one.error === other.error;
}

/** The sheets as they were, given those of now; null where what was kept is damaged or of other sheets. */
export function cellsAgain(kept: string, now: readonly Grid[]): readonly Grid[] | null {
  const read = keptSchema.safeParse(jsonOf(fullText(kept)));
  if (!read.success || read.data.sheets.length !== now.length) return null;
  const { sheets } = read.data;
  return now.map((grid, at) => {
    const sheet = sheets[at];
    return sheet === undefined ? grid : again(sheet, grid);
  });
}

function again(sheet: KeptSheet, now: Grid): Grid {
  if (sheet.kind === "whole") {
    const { rows, merges, hiddenRows, hiddenColumns, numberFormats } = sheet;
    const hidden = { hiddenRows: new Set(hiddenRows), hiddenColumns: new Set(hiddenColumns) };
    return { sheet: now.sheet, rows, merges, ...hidden, numberFormats };
  }
  const rows = Array.from({ length: sheet.height }, (_, at) => now.rows[at] ?? []);
  for (const [at, column, value] of sheet.cells) {
    const row = Array.from(rows[at] ?? []);
    while (row.length <= column) row.push(null);
    row[column] = value;
    rows[at] = row;
  }
  return { ...now, rows };
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
