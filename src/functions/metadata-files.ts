/** The files that tell Excel of the functions: their metadata in both languages, and their help pages. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CODES } from "./codes";
import { helpPages } from "./help-pages";
import { lintRecords, writtenId } from "./lint-records";
import { metadataOf } from "./metadata";
import { NAMESPACE, RECORDS } from "./records";
import { readReleased } from "./released";

const HERE = fileURLToPath(new URL(".", import.meta.url));
/** The functions of the last release, which may only be added to. */
export const RELEASED = join(HERE, "released.json");

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The functions' records contradict their code, one another, or what was released. The message has a line a problem. */
export class RecordsWrong extends Error {
  override readonly name = "RecordsWrong";
}

/**
 * Path -> content, with forward slashes.
 * @param baseUrl where the pages will be, without a slash at the end: the help addresses are absolute.
 * @throws RecordsWrong
 */
export function metadataFiles(baseUrl: string): ReadonlyMap<string, string> {
  const released = readReleased(readFileSync(RELEASED, "utf8"));
  const written = readdirSync(HERE)
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => writtenId(readFileSync(join(HERE, file), "utf8")) ?? []);
  const problems = lintRecords({ records: RECORDS, associated: CODES.map(({ id }) => id), written, released });
  if (problems.length > 0) throw new RecordsWrong(problems.join("\n"));
  return new Map([
    ["functions.json", json(metadataOf(RECORDS, "en", baseUrl))],
    ["functions-zh-CN.json", json(metadataOf(RECORDS, "zh", baseUrl))],
    ...[...helpPages(RECORDS, NAMESPACE)].map(([path, content]) => [`help/${path}`, content] as const),
  ]);
}
