/** Sheets as they come through both engines: DuckDB gives the same verdicts as row by row, or says why it gives none. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { scoreCommand } from "../../src/commands/score-command";

const FOLDER = "test/cases/field/files";
const LISTS = readdirSync(FOLDER).filter((file) => file.endsWith(".csv"));
const rowsSchema = z.object({ rows: z.array(z.record(z.string(), z.unknown())) });
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "duckdb-field-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Scored {
  readonly code: number;
  readonly said: string;
  /** Rows of the JSON without their row numbers and what told the place: a database knows neither. */
  readonly rows: readonly unknown[];
}

async function scored(file: string, engine: "rows" | "duckdb"): Promise<Scored> {
  const json = join(folder, `${engine}.json`);
  const lines: string[] = [];
  const terminal = {
    print: (line: string) => void lines.push(line),
    complain: (line: string) => void lines.push(line),
  };
  const out = join(folder, engine === "rows" ? "rows.xlsx" : "duckdb.csv");
  const code = await scoreCommand([join(FOLDER, file), "--engine", engine, "--out", out, "--json", json], terminal);
  const rows = existsSync(json) ? rowsSchema.parse(JSON.parse(readFileSync(json, "utf8"))).rows : [];
  return {
    code,
    said: lines.join("\n"),
    rows: rows.map((row) => ({ ...row, row: null, place: placeOf(row.place) })),
  };
}

/** The province, which is all that rules ask. */
function placeOf(place: unknown): number | null {
  const { data } = z.object({ code: z.number() }).safeParse(place);
  return data === undefined ? null : Math.floor(data.code / 10_000);
}

test.each(LISTS)("%s", async (file) => {
  const [rows, duck] = [await scored(file, "rows"), await scored(file, "duckdb")];
  if (duck.code === 0) expect(duck.rows).toEqual(rows.rows);
  else {
    expect(duck.code).toBe(2);
    expect(duck.said).not.toMatch(/Error|undefined/);
    expect(readdirSync(folder).filter((name) => name.startsWith("duckdb"))).toEqual([]);
  }
});
