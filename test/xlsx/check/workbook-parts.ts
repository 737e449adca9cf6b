/** The good workbook of test/cases/workbooks, part by part, and what becomes of it with a fault planted. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";

const GOOD = "test/cases/workbooks/good";

export type Parts = ReadonlyMap<string, string>;

export const goodParts: Parts = new Map(
  readdirSync(GOOD, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(GOOD.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
);

export function zipped(parts: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const files = [...parts].map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part] as const);
  return zipSync(Object.fromEntries(files), { level: 1 });
}

/** `‹3|<a n="#"/>›` is `<a n="1"/><a n="2"/><a n="3"/>`. */
export function written(text: string): string {
  return text.replace(/‹(\d+)\|([^›]*)›/g, (_, count: string, piece: string) =>
    Array.from({ length: Number(count) }, (__, index) => piece.replaceAll("#", String(index + 1))).join(""),
  );
}
