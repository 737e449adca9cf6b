/** What a finished run tells the page, as plain data. */
import { z } from "zod";
import type { Purpose } from "../../../policy/rule-set";
import type { Assumption, UnreadableCell, Warning } from "../../../sheet/reading/messages";
import type { SheetRow } from "../../../sheet/reading/sheet-row";
import type { Text } from "../../../words/text";
import type { CellBlocks } from "./missing-cells";
import type { Cut } from "./reading-view";

/** One bar of the ladder, highest rung first. */
export interface LadderBar {
  /** Tier id; "none" for those that meet no rung, "open" for those of whom it can't be told yet. */
  readonly tier: string;
  readonly name: Text;
  readonly count: number;
  /** What the results table says in its column of highest rungs. */
  readonly values: readonly string[];
}

export interface EasyStep {
  readonly row: SheetRow;
  readonly name: string;
  readonly next: Text;
  /** The smallest change in words, in the language of the results. */
  readonly change: string;
}

/** Everything the pane says of a finished run. */
export interface ScoreSummary {
  /** The first of the sheets read, and all of them. */
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly enterprises: number;
  /** The row of the first of them. */
  readonly first: SheetRow;
  readonly t: number;
  /** The last heading row, as Excel counts it. */
  readonly headingRow: number;
  /** The columns that were read, 0-based; null where the list was put together from several places. */
  readonly columns: readonly number[] | null;
  readonly asOf: string;
  readonly purpose: Purpose;
  readonly editions: readonly { readonly tier: string; readonly edition: string; readonly name: Text }[];
  readonly bars: readonly LadderBar[];
  /** The heading of the results table's column that names rows. */
  readonly rowColumn: string;
  /** The heading of the results table's column that the bars count. */
  readonly barColumn: string;
  /** Slots that could decide the next rung of most enterprises, at most five. */
  readonly missing: readonly { readonly name: Text; readonly enterprises: number; readonly at: CellBlocks | null }[];
  /** General conditions without a column, taken as holding. */
  readonly assumed: readonly { readonly text: Text; readonly tier: Text; readonly enterprises: number }[];
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly Warning[];
  readonly unreadable: Cut<UnreadableCell>;
  readonly easiest: readonly EasyStep[];
  /** Which of the rules are a draft; null where none is. */
  readonly draft: Text | null;
}

const text = z.object({ zh: z.string(), en: z.string() });
const sheetRow = z.union([z.int(), z.string()]);
const block = z.object({ top: z.int(), left: z.int(), bottom: z.int(), right: z.int() });
const cellBlocks = z.object({ sheet: z.string().nullable(), blocks: z.array(block), cells: z.int() });
const counted = z.object({ name: text, enterprises: z.int(), at: cellBlocks.nullable() });

/** The same where it comes back from what a workbook keeps, which anybody may have edited. */
export const summarySchema: z.ZodType<ScoreSummary> = z.object({
  sheet: z.string(),
  sheets: z.array(z.string()),
  enterprises: z.int(),
  first: sheetRow,
  t: z.int(),
  headingRow: z.int(),
  columns: z.array(z.int()).nullable(),
  asOf: z.iso.date(),
  purpose: z.enum(["new", "review"]),
  editions: z.array(z.object({ tier: z.string(), edition: z.string(), name: text })),
  bars: z.array(z.object({ tier: z.string(), name: text, count: z.int(), values: z.array(z.string()) })),
  rowColumn: z.string(),
  barColumn: z.string(),
  missing: z.array(counted),
  assumed: z.array(z.object({ text, tier: text, enterprises: z.int() })),
  assumptions: z.array(z.object({ id: z.string(), message: text, cell: z.string().exactOptional() })),
  warnings: z.array(z.object({ id: z.string(), message: text, cells: z.array(z.string()).exactOptional() })),
  unreadable: z.object({
    items: z.array(z.object({ cell: z.string(), text: z.string(), reason: text })),
    count: z.int(),
  }),
  easiest: z.array(z.object({ row: sheetRow, name: z.string(), next: text, change: z.string() })),
  // Workbooks of earlier versions know no drafts.
  draft: text.nullable().default(null),
});
