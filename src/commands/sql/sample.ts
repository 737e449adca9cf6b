/** The first rows of a table as a grid for the heading recogniser, and the proof that the view reads them as the reader does. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { columnOf, fieldOf, typeOf } from "../../engine/sql/slot-columns";
import { quotedName } from "../../engine/sql/dialect";
import { boundingSlots } from "../../language/relatives";
import { allSlots, cellOfSlot, type Vocabulary } from "../../language/vocabulary";
import type { SheetReading } from "../../sheet/reading/read-sheet";
import type { Cell, Grid } from "../../words/grid";
import { serialOfIso } from "../../words/calendar";
import { WrongInput } from "../kit/wrong-input";
import { rowsOf, type DuckSource } from "./duck";
import type { TableView } from "./table-view";

const SAMPLE = 300;
const NEAR = 1e-6;

/** Keeps the first rows as the table `sample`, and gives them as a grid. */
export async function sampleGrid(duck: DuckDBConnection, source: DuckSource, name: string): Promise<Grid> {
  await duck.run(`CREATE OR REPLACE TEMP TABLE sample AS SELECT * FROM ${source.sql} LIMIT ${SAMPLE}`);
  const columns = source.columns.map((column) =>
    column.type === "day"
      ? `CAST(CAST(${quotedName(column.name, "duckdb")} AS DATE) AS VARCHAR)`
      : quotedName(column.name, "duckdb"),
  );
  const rows = await rowsOf(duck, `SELECT ${columns.join(", ")} FROM sample`);
  const cells = rows.map((row) =>
    row.map((value, at): Cell => (source.columns[at]?.type === "day" ? dayCell(value) : value)),
  );
  return {
    sheet: name,
    rows: [source.columns.map((column) => column.name), ...cells],
    merges: [],
    hiddenRows: new Set(),
  };
}

function dayCell(value: string | number | boolean | null): Cell {
  return typeof value === "string" ? (serialOfIso(value) ?? value) : value;
}

/** A slot's column as a number, as the engine keeps it. */
export function asNumber(key: string, vocabulary: Vocabulary): string {
  const column = columnOf(key);
  if (typeOf(fieldOf(key, vocabulary).type) !== "DATE") return `CAST(${column} AS DOUBLE) AS ${column}`;
  const days = `CAST(${column} - DATE '1899-12-30' AS DOUBLE)`;
  return `CASE ${column} WHEN DATE '9999-12-31' THEN CAST('infinity' AS DOUBLE) WHEN DATE '1900-01-01' THEN CAST('-infinity' AS DOUBLE) ELSE ${days} END AS ${column}`;
}

/** The slots that the table has a column for: those the view reads, and those that wait for somebody to confirm them. */
export function slotsPresent(reading: SheetReading, view: TableView, vocabulary: Vocabulary): ReadonlySet<string> {
  const own = [...slotsRead(reading, vocabulary)].filter((key) => !followsFromWhole(key, view, vocabulary));
  return new Set([...view.slots, ...own]);
}

/** The slots a reading has a column for. */
export function slotsRead(reading: SheetReading, vocabulary: Vocabulary): ReadonlySet<string> {
  return new Set(allSlots(vocabulary, "enterprise").filter((key) => reading.facts.column(key) !== undefined));
}

/** A part without a column is 0 where its whole is: the reader fills it in, in SQL the bounds of its blank say so. */
function followsFromWhole(key: string, { slots }: TableView, vocabulary: Vocabulary): boolean {
  const { field, back } = cellOfSlot(key);
  return !slots.has(key) && boundingSlots(field, back, vocabulary).wholes.some((whole) => slots.has(whole));
}

/**
 * Holds the view against the reader on the sample. Awards dated by their day, several columns of one title and the like are the reader's
 * alone: what the view does not say as well is refused by name, never read otherwise in silence.
 */
export async function requireSameReading(
  duck: DuckDBConnection,
  reading: SheetReading,
  view: TableView,
  { vocabulary, wanted }: { readonly vocabulary: Vocabulary; readonly wanted: ReadonlySet<string> },
): Promise<void> {
  const slots = [...new Set([...slotsRead(reading, vocabulary), ...view.slots])].filter(
    (key) => wanted.has(key) && !followsFromWhole(key, view, vocabulary),
  );
  if (slots.length === 0) return;
  const rows = await rowsOf(
    duck,
    `SELECT ${slots.map((key) => asNumber(key, vocabulary)).join(", ")} FROM (${view.select("sample")})`,
  );
  const wrong = slots.filter((key, at) => {
    const column = reading.facts.column(key);
    // Places are compared by province, which is all that rules ask.
    const scale = key === "place" ? 10_000 : 1;
    return reading.gridRows.some((gridRow, row) => {
      const own = Number(rows[gridRow - 1]?.[at] ?? NaN);
      const value = column?.[row] ?? NaN;
      const [a, b] = [Math.floor(own / scale), Math.floor(value / scale)];
      if (Number.isNaN(own) || Number.isNaN(value)) return Number.isNaN(own) !== Number.isNaN(value);
      return scale > 1 ? a !== b : own !== value && !(Math.abs(own - value) <= NEAR);
    });
  });
  if (wrong.length === 0) return;
  const headings = wrong.map((key) => {
    const at = reading.columns.find(({ field }) => field !== null && key.startsWith(field));
    return at?.heading ?? vocabulary.fields.get(key)?.name.zh ?? key;
  });
  throw new WrongInput({
    zh: `这几列的读法数据库里写不出来：${[...new Set(headings)].join("、")}。请用 --engine rows，或先把它们改成普通的数、日期（2026-11-21）、是/否。`,
    en: `A database can't read these columns as the reader does: ${[...new Set(headings)].join(", ")}. Use --engine rows, or make them plain numbers, days (2026-11-21) or yes/no.`,
  });
}
