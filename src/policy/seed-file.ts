/**
 * One YAML file of seeds/, read into plain data with the line of every value, so that a wrong file can be named with its line.
 * A wrong file never gives half a policy: all problems are gathered and thrown together.
 */
import { isAlias, isMap, isNode, isScalar, isSeq, type Document } from "yaml";
import type { z } from "zod";
import { saidIn, type Said } from "../words/text";
import { readYaml } from "./read-yaml";
import { schemaProblems } from "./schema-problems";
import type { Path } from "./value-at";

/** Path below seeds/ -> text. */
export type SeedFiles = ReadonlyMap<string, string>;

export interface SeedProblem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly reason: Said;
  readonly fix: Said;
}

/** Thrown with every problem found in the seeds. */
export class SeedError extends Error {
  constructor(readonly problems: readonly SeedProblem[]) {
    super(
      problems
        .map(
          ({ file, line, reason, fix }) =>
            `seeds/${file}:${line}: ${sentence(saidIn(reason, "en"))} ${sentence(saidIn(fix, "en"))}`,
        )
        .join("\n"),
    );
  }
}

function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

export type SeedPath = Path;

export interface SeedFile<T> {
  readonly file: string;
  readonly data: T;
  /** The line of a key or list item, or of its nearest parent that stands in the file. */
  readonly line: (path: SeedPath) => number;
}

/** Parses and validates one file; problems go into `problems` and the result is null. */
export function readSeedFile<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  problems: SeedProblem[],
): SeedFile<T> | null {
  const reading = readYaml(text);
  if ("fault" in reading) {
    problems.push({ file, ...reading.fault });
    return null;
  }
  const { data: raw, document, lineAt } = reading;
  const line = (path: SeedPath): number => lineAt(placeOf(document, path));
  const result = schema.safeParse(raw);
  if (result.success) return { file, data: result.data, line };
  for (const { path, reason, fix } of schemaProblems(result.error.issues, raw, schema))
    problems.push({ file, line: line(path), reason, fix });
  return null;
}

/** A file that every release has; a missing one is a problem too. */
export function readRequired<T>(
  files: SeedFiles,
  file: string,
  schema: z.ZodType<T>,
  problems: SeedProblem[],
): SeedFile<T> | null {
  const text = files.get(file);
  if (text !== undefined) return readSeedFile(file, text, schema, problems);
  problems.push({ file, line: 1, reason: "the file is missing", fix: "Restore it from the release" });
  return null;
}

/** The offset of a key or list item, or of the last step towards it that stands in the file. */
function placeOf(document: Document, path: SeedPath): number {
  let node: unknown = document.contents;
  let offset = isNode(node) && node.range ? node.range[0] : 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    let place: unknown;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      place = pair?.key;
      node = pair?.value;
    } else if (isSeq(node) && typeof step === "number") {
      place = node.items[step];
      node = place;
    } else break;
    if (!isNode(place) || !place.range) break;
    offset = place.range[0];
  }
  return offset;
}

/** Adds a problem that is not there yet: the same file is read for new applications and for reviews. */
export function addProblem(problem: SeedProblem, problems: SeedProblem[]): void {
  const { file, line } = problem;
  const reason = saidIn(problem.reason, "en");
  if (!problems.some((known) => known.file === file && known.line === line && saidIn(known.reason, "en") === reason))
    problems.push(problem);
}

/** Keeps the first of every id and reports the others. */
export function reportDuplicates(
  ids: readonly { readonly id: string; readonly file: string; readonly line: number }[],
  what: string,
  problems: SeedProblem[],
): void {
  const seen = new Map<string, { file: string; line: number }>();
  for (const { id, file, line } of ids) {
    const first = seen.get(id);
    if (first)
      problems.push({
        file,
        line,
        reason: {
          zh: `编号 ${id} 出现了两次，先在 seeds/${first.file}:${first.line}`,
          en: `${what} ${id} stands twice, first at seeds/${first.file}:${first.line}`,
        },
        fix: {
          zh: "给新的一条另写一个编号；发布过的编号不改",
          en: "Give the newer one another id; an id that was released never changes",
        },
      });
    else seen.set(id, { file, line });
  }
}
