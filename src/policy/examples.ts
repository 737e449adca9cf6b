/** The examples inside a rule set: values written as a person writes them (1500万, 80%, 省级, yes, 2027-12-31), kept as the engine keeps them. */
import { serialOfIso } from "../rules/calendar";
import { ExpressionError } from "../rules/grammar";
import { nearestId, parseConstant } from "../rules/resolve-expression";
import type { Example } from "./rule-set";
import type { RawExample } from "./rule-set-schema";
import type { Field, Vocabulary } from "./vocabulary";

type Report = (key: string, reason: string, fix: string) => void;

export function exampleOf(raw: RawExample, vocabulary: Vocabulary, report: Report): Example {
  const given: Record<string, number | null> = {};
  for (const [key, value] of Object.entries(raw.given)) {
    const id = key.replace(/\[t-\d\]$/, "");
    const field = vocabulary.fields.get(id);
    if (!field) {
      const near = nearestId(id, [...vocabulary.fields.keys()]);
      report(key, `unknown field ${id}`, near ? `Did you mean ${near}?` : "Add it to seeds/vocabulary");
      continue;
    }
    const kept = value === null ? null : keptValue(field, value, vocabulary);
    if (kept === undefined) report(key, `${id} can't be ${String(value)}`, `Write a value of type ${field.type}`);
    else given[key] = kept;
  }
  return { name: raw.name, asOf: raw.as_of, purpose: raw.purpose, given, expect: raw.expect };
}

const YES = new Set(["yes", "true", "是"]);
const NO = new Set(["no", "false", "否"]);

/** The value as kept inside, or undefined where it is none of the field's. */
function keptValue(field: Field, value: number | string | boolean, vocabulary: Vocabulary): number | undefined {
  const word = String(value);
  switch (field.type) {
    case "flag":
      return YES.has(word) ? 1 : NO.has(word) ? 0 : undefined;
    case "validity":
      return YES.has(word) ? Infinity : NO.has(word) ? -Infinity : (serialOfIso(word) ?? undefined);
    case "date":
      return serialOfIso(word) ?? undefined;
    case "choice": {
      const index = field.choices.findIndex(({ name }) => name.zh === word);
      return index < 0 ? undefined : index;
    }
    case "industry": {
      const index = vocabulary.sizeIndustries.findIndex(({ id, name }) => id === word || name.zh === word);
      return index < 0 ? undefined : index;
    }
    case "text":
    case "code":
      return undefined;
    default:
      return typeof value === "number" ? value : constant(word);
  }
}

function constant(text: string): number | undefined {
  const negative = text.startsWith("-");
  try {
    const { value } = parseConstant(negative ? text.slice(1) : text);
    return negative ? -value : value;
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}
