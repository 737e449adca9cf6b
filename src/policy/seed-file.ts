/**
 * One YAML file of seeds/, read into plain data with the line of every value, so that a wrong file can be named with its line.
 * A wrong file never gives half a policy: all problems are gathered and thrown together.
 */
import { isNode, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { nearestId } from "../rules/resolve-expression";

/** Path below seeds/ -> text. */
export type SeedFiles = ReadonlyMap<string, string>;

export interface SeedProblem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly reason: string;
  readonly fix: string;
}

/** Thrown with every problem found in the seeds. */
export class SeedError extends Error {
  constructor(readonly problems: readonly SeedProblem[]) {
    super(problems.map(({ file, line, reason, fix }) => `seeds/${file}:${line}: ${reason}. ${fix}.`).join("\n"));
  }
}

export type SeedPath = readonly (string | number)[];

export interface SeedFile<T> {
  readonly file: string;
  readonly data: T;
  /** The line of a value, or of its nearest parent that stands in the file. */
  readonly line: (path: SeedPath) => number;
}

/** Parses and validates one file; problems go into `problems` and the result is null. */
export function readSeedFile<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  problems: SeedProblem[],
): SeedFile<T> | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const line = (path: SeedPath): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  for (const error of document.errors) {
    problems.push({
      file,
      line: lines.linePos(error.pos[0]).line,
      reason: `not readable as YAML: ${error.message.split("\n")[0] ?? error.code}`,
      fix: "Check the indentation and the quotes around this line",
    });
  }
  if (document.errors.length > 0) return null;
  const raw: unknown = document.toJS();
  const result = schema.safeParse(raw);
  if (!result.success) {
    for (const issue of result.error.issues) problems.push(...describe(issue, file, line));
    return null;
  }
  return { file, data: result.data, line };
}

function describe(issue: z.core.$ZodIssue, file: string, line: (path: SeedPath) => number): SeedProblem[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  const place = path.length === 0 ? "the file" : path.join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      file,
      line: line([...path, key]),
      reason: `unknown key \`${key}\` in ${place}`,
      fix: keyFix(key),
    }));
  }
  // A union reports its branches one by one; the branch that got furthest into the data is the one that was meant.
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const depth = (branch: readonly z.core.$ZodIssue[]): number =>
      Math.max(...branch.map((inner) => inner.path.length));
    const score = (branch: readonly z.core.$ZodIssue[]): number => depth(branch) * 10 - branch.length;
    const meant = [...issue.errors].sort((a, b) => score(b) - score(a))[0] ?? [];
    return meant.flatMap((inner) => describe({ ...inner, path: [...issue.path, ...inner.path] }, file, line));
  }
  const missing = issue.code === "invalid_type" && issue.message.endsWith("undefined");
  return [
    {
      file,
      line: line(path),
      reason: missing
        ? `\`${String(path.at(-1) ?? "")}\` is missing in ${path.slice(0, -1).join(".") || "the file"}`
        : `${place}: ${issue.message}`,
      fix: missing ? missingFix(String(path.at(-1) ?? "")) : "Write it as the schema says (seeds/rule-set.schema.json)",
    },
  ];
}

const KNOWN_KEYS = [
  "conditions",
  "routes",
  "score",
  "groups",
  "items",
  "bands",
  "otherwise",
  "points",
  "at_least",
  "at_most",
  "above",
  "below",
  "floor",
  "floor_above",
  "pass",
  "pass_above",
  "test",
  "review_test",
  "clause",
  "evidence",
  "aspect",
  "kind",
  "purpose",
  "edition",
  "tier",
  "in_force",
  "review_in_force",
  "published",
  "last_checked",
  "document",
  "validity_years",
  "general",
  "examples",
  "first_of",
  "when",
  "better_of",
  "mark",
  "parts",
  "value",
  "definitions",
  "not_covered",
  "notes",
  "synonyms",
  "english",
  "choices",
  "periods",
  "improve",
];

function keyFix(key: string): string {
  const near = nearestId(key, KNOWN_KEYS);
  return near ? `Did you mean \`${near}\`?` : "Remove it, or check its indentation";
}

function missingFix(key: string): string {
  if (key === "clause" || key === "evidence")
    return "Every value needs its clause and its evidence: confirmed, single-source or provisional";
  if (key === "otherwise") return "Say with `otherwise:` how many points a value outside every band earns";
  return `Add \`${key}:\``;
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
        reason: `${what} ${id} stands twice (first at ${first.file}:${first.line})`,
        fix: "Give one of them another id; an id that was released never changes",
      });
    else seen.set(id, { file, line });
  }
}
