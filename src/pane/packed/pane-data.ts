/** What the build writes for the pane: pinyin initials of the fields and the small sample sheets. */
import { pinyin } from "pinyin-pro";
import type { Vocabulary } from "../../language/vocabulary";
import { cleanSheet, sampleEnterprises } from "../../commands/samples/clean-sheet";
import { clusterSheets } from "../../commands/samples/cluster-sheets";
import { seededRandom } from "../../commands/samples/seeded-random";
import type { Cell } from "../../words/grid";

/** Field id -> the initials of its Chinese name: 营业收入 -> yysr. Latin letters and digits stay. */
export function pinyinInitials({ fields }: Vocabulary): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...fields.values()].map(({ id, name }) => [
      id,
      pinyin(name.zh, { pattern: "first", toneType: "none", type: "array" })
        .join("")
        .toLowerCase()
        .replace(/[^a-z0-9]/g, ""),
    ]),
  );
}

const SAMPLE_ENTERPRISES = 30;
/** The seed of the sample workbook: the pane's sample shows enterprises of the same list. */
const SEED = 20_260_401;

/** Headings and 30 made-up enterprises, dates written as 2026-05-01. */
export function sampleRows(): readonly (readonly Cell[])[] {
  const sheet = cleanSheet(sampleEnterprises(seededRandom(SEED)).slice(0, SAMPLE_ENTERPRISES));
  return (sheet.rows ?? []).map((row) =>
    row.map((cell): Cell => {
      if (cell instanceof Date) return cell.toISOString().slice(0, 10);
      return typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean" ? cell : null;
    }),
  );
}

/** The sheet of indicators of the cluster sample. A month becomes its last day: Excel makes a date of a month typed into a cell. */
export function indicatorRows(): readonly (readonly Cell[])[] {
  const indicators = clusterSheets(seededRandom(SEED)).find(({ name }) => name === "目标与实际");
  const day: Readonly<Record<string, string>> = { "2025-04": "2025-04-30", "2025-06": "2025-06-30" };
  return (indicators?.rows ?? []).map((row) =>
    row.map((cell): Cell => {
      if (typeof cell === "string") return day[cell] ?? cell;
      return typeof cell === "number" || typeof cell === "boolean" ? cell : null;
    }),
  );
}
