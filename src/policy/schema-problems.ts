/** What is wrong with the form of a seed file, said for the person who wrote it: which key, what stands there, what to write instead. */
import { z } from "zod";
import { nearestId } from "../words/nearest-id";
import { valueAt, type Path } from "./value-at";

export interface SchemaProblem {
  readonly path: Path;
  readonly reason: string;
  readonly fix: string;
}

interface PlacedIssue {
  readonly issue: z.core.$ZodIssue;
  readonly path: Path;
}

/** One problem a mistake: a misspelt key is not reported once more as missing. */
export function schemaProblems(
  issues: readonly z.core.$ZodIssue[],
  raw: unknown,
  schema: z.ZodType,
): readonly SchemaProblem[] {
  const placed = issues.flatMap((issue) => unfold({ issue, path: stepsOf(issue) }));
  const missing = placed.filter(({ issue, path }) => issue.code !== "unrecognized_keys" && isMissing(raw, path));
  const meant = new Set<PlacedIssue>();
  const unknown = placed.flatMap(({ issue, path }): SchemaProblem[] => {
    if (issue.code !== "unrecognized_keys") return [];
    return issue.keys.map((key) => {
      const lacking = missing.filter((other) => isChild(other.path, path) && !meant.has(other));
      const near = nearestId(
        key,
        lacking.map(({ path: at }) => String(at.at(-1))),
      );
      const misspelt = lacking.find(({ path: at }) => at.at(-1) === near);
      if (misspelt) meant.add(misspelt);
      return {
        path: [...path, key],
        reason: `unknown key \`${key}\`${within([...path, key], raw)}`,
        fix: keyFix(near ?? nearestId(key, freeKeys(schema, valueAt(raw, path)))),
      };
    });
  });
  const others = placed.filter((one) => one.issue.code !== "unrecognized_keys" && !meant.has(one));
  return [...unknown, ...others.map((one) => describe(one, raw))];
}

function stepsOf(issue: z.core.$ZodIssue): Path {
  return issue.path.filter((step) => typeof step !== "symbol");
}

/** A union reports all its branches; the one whose keys fit best is the one that was meant. */
function unfold({ issue, path }: PlacedIssue): readonly PlacedIssue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [{ issue, path }];
  const depth = (branch: readonly z.core.$ZodIssue[]): number => Math.max(...branch.map((inner) => inner.path.length));
  const misfit = (branch: readonly z.core.$ZodIssue[]): number =>
    branch.reduce((sum, inner) => {
      if (inner.code === "unrecognized_keys" && inner.path.length === 0) return sum + inner.keys.length;
      return sum + Number(inner.path.length === 1 && inner.code !== "invalid_union");
    }, 0);
  const [meant = []] = [...issue.errors].sort((a, b) => misfit(a) - misfit(b) || depth(b) - depth(a));
  return meant.flatMap((inner) => unfold({ issue: inner, path: [...path, ...stepsOf(inner)] }));
}

function describe({ issue, path }: PlacedIssue, raw: unknown): SchemaProblem {
  const name = nameOf(path);
  const place = within(path, raw);
  if (path.length > 0 && isMissing(raw, path))
    return { path, reason: missingReason(path, raw), fix: missingFix(String(path.at(-1) ?? "")) };
  const found = `${name}${place} is ${shown(valueAt(raw, path))}`;
  switch (issue.code) {
    case "invalid_type":
      return {
        path,
        reason: `${found}, ${kindOf(issue.expected)} is needed`,
        fix: typeFix(issue.expected, valueAt(raw, path)),
      };
    case "invalid_value": {
      const words = issue.values.map(String);
      const near = nearestId(String(valueAt(raw, path)), words);
      return { path, reason: found, fix: `${near ? `Did you mean ${near}? ` : ""}Write one of ${words.join(", ")}` };
    }
    case "too_small":
      if (issue.origin === "number")
        return { path, reason: found, fix: `Write a number ${issue.inclusive ? "from" : "above"} ${issue.minimum}` };
      return {
        path,
        reason: `${name}${place} is empty`,
        fix: issue.message.startsWith("Too small")
          ? "Fill it in, or remove it where it may be left out"
          : capitalise(issue.message),
      };
    case "too_big":
      return { path, reason: found, fix: `Write a number up to ${issue.maximum}` };
    case "invalid_format":
    case "custom":
      return { path, reason: found, fix: capitalise(issue.message) };
    default:
      return { path, reason: `${found}: ${issue.message}`, fix: "Write it as seeds/rule-set.schema.json says" };
  }
}

function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return "the file";
  if (typeof last === "string") return `\`${last}\``;
  const list = path.at(-2);
  return list === undefined ? `item ${last + 1}` : `item ${last + 1} of \`${list}\``;
}

function missingReason(path: Path, raw: unknown): string {
  const owner = ownerOf(path, raw);
  return owner === null ? `${nameOf(path)} is missing${within(path, raw)}` : `${owner} has no ${nameOf(path)}`;
}

/** The id of the nearest thing around a key that has one. */
function ownerOf(path: Path, raw: unknown): string | null {
  for (let length = path.length - 1; length > 0; length -= 1) {
    const parent = valueAt(raw, path.slice(0, length));
    if (isRecord(parent) && typeof parent.id === "string" && path[length] !== "id") return parent.id;
  }
  return null;
}

/** " of niche-years", else " in document", or nothing at the top of the file. */
function within(path: Path, raw: unknown): string {
  const owner = ownerOf(path, raw);
  if (owner !== null) return ` of ${owner}`;
  const keys = path.slice(0, -1).filter((step) => typeof step === "string");
  return keys.length === 0 ? "" : ` in ${keys.join(".")}`;
}

function shown(value: unknown): string {
  if (value === null) return "blank";
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "string":
      return `"${value}"`;
    case "number":
      return `the number ${value}`;
    case "boolean":
      return String(value);
    default:
      return "a group of keys";
  }
}

function kindOf(expected: string): string {
  switch (expected) {
    case "string":
      return "a text";
    case "array":
    case "tuple":
      return "a list";
    case "object":
    case "record":
      return "a group of keys";
    case "int":
      return "a whole number";
    default:
      return `a ${expected}`;
  }
}

function typeFix(expected: string, value: unknown): string {
  if (expected === "string" && (typeof value === "number" || typeof value === "boolean"))
    return `Put it in quotes, as in "${String(value)}"`;
  if ((expected === "number" || expected === "int") && typeof value === "string")
    return "Write a number without quotes";
  if (expected === "array") return "Write one entry a line, each beginning with -";
  if (expected === "object" || expected === "record") return "Check the indentation of the lines below it";
  return value === null ? "Fill it in, or remove it where it may be left out" : `Write ${kindOf(expected)}`;
}

function missingFix(key: string): string {
  if (key === "clause" || key === "evidence")
    return "Every value needs its clause and its evidence: confirmed, single-source or provisional";
  if (key === "examples") return "A rule set carries at least one example";
  return `Add \`${key}:\``;
}

function keyFix(near: string | null): string {
  return near === null ? "Remove it, or check its indentation" : `Did you mean \`${near}\`?`;
}

/** The keys of a file's form that do not stand in the same place already. */
function freeKeys(schema: z.ZodType, beside: unknown): readonly string[] {
  const keys = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (isRecord(node))
      for (const [key, value] of Object.entries(node)) {
        if (key === "properties" && isRecord(value)) for (const name of Object.keys(value)) keys.add(name);
        visit(value);
      }
  };
  visit(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }));
  return [...keys].filter((key) => !(isRecord(beside) && key in beside));
}

function isMissing(raw: unknown, path: Path): boolean {
  return valueAt(raw, path) === undefined;
}

function isChild(path: Path, parent: Path): boolean {
  return path.length === parent.length + 1 && parent.every((step, index) => path[index] === step);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
