/** What the reader makes of a table's first rows: its columns, and the promise that each row is an enterprise. */
import type { Vocabulary } from "../../language/vocabulary";
import { readBook } from "../../sheet/reading/read-book";
import type { ReadOptions, SheetReading } from "../../sheet/reading/read-sheet";
import type { Grid } from "../../words/grid";
import { WrongInput } from "../kit/wrong-input";

const ROWS_NAMED = 8;

/** @throws WrongInput where the rows are no list of enterprises, one a row below one row of headings */
export function readSample(grid: Grid, vocabulary: Vocabulary, options: ReadOptions): SheetReading {
  const reading = readBook([grid], vocabulary, options);
  if (reading.kind === "failure") throw new WrongInput(reading.message);
  if (reading.grid.placement !== undefined)
    throw new WrongInput({
      zh: "这张表不是一行一家企业（例如一家企业分年写了几行），要先合成一行。请用 --engine rows，或先整理成一行一家。",
      en: "This table does not hold one enterprise a row (one may have a row a year), so rows would have to be joined. Use --engine rows, or bring it to one row an enterprise.",
    });
  if (reading.headingRows[1] !== 1)
    throw new WrongInput({
      zh: "表头不在第一行（上面还有别的行）。请去掉上面的行，或用 --engine rows。",
      en: "The headings are not in the first row. Please take the rows above away, or use --engine rows.",
    });
  const read = new Set(reading.gridRows);
  const others = grid.rows.map((_, row) => row).filter((row) => row > 0 && !read.has(row));
  if (others.length === 0) return reading;
  const rows = others.slice(0, ROWS_NAMED).map((row) => row + 1);
  const more = others.length > rows.length;
  throw new WrongInput({
    zh: `这些行不是企业（合计、分组、说明或空行）：第 ${rows.join("、")} 行${more ? "等" : ""}。请去掉，或用 --engine rows。`,
    en: `These rows are no enterprises (sums, heads of groups, notes or blank): ${rows.join(", ")}${more ? " and more" : ""}. Please take them away, or use --engine rows.`,
  });
}
