/** A DuckDB of this process: it lives in memory, spills nothing onto the disk and says its errors as those of a file. */
import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from "@duckdb/node-api";
import { quoted } from "../../engine/sql/dialect";
import type { Text } from "../../words/text";
import { WrongInput } from "../kit/wrong-input";
import { notFound, UnreadableFile } from "../unreadable-file";
import type { TableColumn } from "./table-view";
import type { SourceType } from "./cell-sql";

const MEMORY = "1GB";

export async function openDuck(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: String(availableParallelism()),
    memory_limit: MEMORY,
    temp_directory: "",
  });
  return await instance.connect();
}

/** A table on disk, as DuckDB reads it. */
export interface DuckSource {
  /** What stands behind FROM. */
  readonly sql: string;
  readonly columns: readonly TableColumn[];
}

/** Whether DuckDB reads such files by itself. */
export function isTableFile(path: string): boolean {
  return /\.(?:parquet|csv|tsv)$/i.test(path);
}

/** @throws UnreadableFile where a file is missing, damaged, of another kind or with a heading twice */
export async function openSource(duck: DuckDBConnection, paths: readonly string[]): Promise<DuckSource> {
  for (const path of paths) {
    if (/[*?[]/.test(path)) continue;
    const found = await stat(path).catch(() => null);
    if (found === null) throw notFound(path);
  }
  const list = `[${paths.map(quoted).join(", ")}]`;
  const [first = ""] = paths;
  const csv = !/\.parquet$/i.test(first);
  const sql = csv
    ? `read_csv(${list}, all_varchar = true, header = true, union_by_name = false)`
    : `read_parquet(${list})`;
  try {
    const names = csv
      ? await firstRow(duck, `SELECT * FROM read_csv(${quoted(first)}, all_varchar = true, header = false) LIMIT 1`)
      : await column(duck, `SELECT name FROM parquet_schema(${quoted(first)}) WHERE num_children IS NULL`);
    requireDistinct(names, first);
    const described = await duck.runAndReadAll(`DESCRIBE SELECT * FROM ${sql}`);
    const columns = described.getRows().map(([name, type]) => ({ name: String(name), type: sourceType(String(type)) }));
    return { sql, columns };
  } catch (error) {
    throw readable(error, first);
  }
}

async function firstRow(duck: DuckDBConnection, sql: string): Promise<readonly string[]> {
  const [row = []] = (await duck.runAndReadAll(sql)).getRows();
  return row.map((value) => (value === null ? "" : String(value)));
}

async function column(duck: DuckDBConnection, sql: string): Promise<readonly string[]> {
  return (await duck.runAndReadAll(sql)).getRows().map(([value]) => String(value));
}

function requireDistinct(names: readonly string[], path: string): void {
  const twice = names.filter((name, at) => name !== "" && names.indexOf(name) !== at);
  if (twice.length === 0) return;
  const list = [...new Set(twice)];
  throw new WrongInput({
    zh: `“${path}”里有重名的列：${list.join("、")}。分不清该用哪一列，请改名或删去一列。`,
    en: `"${path}" has columns of the same name: ${list.join(", ")}. Rename or remove one, since nobody can tell which counts.`,
  });
}

function sourceType(type: string): SourceType {
  if (/^(?:DATE|TIMESTAMP)/.test(type)) return "day";
  if (type === "BOOLEAN") return "truth";
  return /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT|INTEGER|UINTEGER|DECIMAL|DOUBLE|FLOAT)/.test(type) ? "number" : "text";
}

/** What DuckDB says of a file, for the person who named it; anything else is a bug. */
export function readable(error: unknown, path: string): unknown {
  if (error instanceof WrongInput || error instanceof UnreadableFile) return error;
  const message = messageOf(error);
  const said = (zh: string, en: string): UnreadableFile =>
    new UnreadableFile("broken", { zh: `“${path}”${zh}`, en: `"${path}" ${en}` }, { cause: error });
  if (/No files found/i.test(message)) return notFound(path);
  if (/magic bytes|too small to be a Parquet|not a parquet|Invalid thrift|Snappy|footer/i.test(message))
    return said("不是完整的 Parquet 文件。请重新导出一份。", "is no whole Parquet file. Please export it again.");
  if (/unicode|utf-?8|encoding/i.test(message))
    return said("不是 UTF-8 编码。请另存为 UTF-8 的 CSV 再试。", "is not in UTF-8. Please save it as a CSV in UTF-8.");
  if (/CSV|sniff|line/i.test(message))
    return said(`读不下去：${firstLine(message)}`, `can't be read: ${firstLine(message)}`);
  return error;
}

/** Its text; DuckDB's errors may be of another realm than this one's `Error`. */
export function messageOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("message" in error)) return "";
  return typeof error.message === "string" ? error.message : "";
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? message;
}

/** Rows of a query as plain values: decimals and whole numbers as numbers, days as DuckDB writes them. */
export async function rowsOf(
  duck: DuckDBConnection,
  sql: string,
): Promise<readonly (readonly (string | number | boolean | null)[])[]> {
  return (await duck.runAndReadAll(sql)).getRows().map((row) => row.map(plain));
}

export function plain(value: DuckDBValue): string | number | boolean | null {
  if (value === null || typeof value === "boolean" || typeof value === "string" || typeof value === "number")
    return value;
  const text = String(value);
  return typeof value === "bigint" || /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

export function tooMuch(
  found: readonly { readonly what: string; readonly rows: number; readonly example: string }[],
): WrongInput {
  const lines = (which: keyof Text): string =>
    found
      .map(
        ({ what, rows, example }) =>
          `  ${what}${which === "zh" ? `：${rows} 行` : `: ${rows} rows`}${example === "" ? "" : which === "zh" ? `，例如“${example}”` : `, such as "${example}"`}`,
      )
      .join("\n");
  return new WrongInput({
    zh: `没有评：表里有下面这些问题，改好再来（一行也没有写出）。\n${lines("zh")}`,
    en: `Nothing was scored: please mend these first (nothing was written).\n${lines("en")}`,
  });
}
