/** The examples inside a rule set: values written as a person writes them (1500万, 80%, 省级, yes, 2027-12-31), kept as the engine keeps them. */
import { serialOfIso } from "../words/calendar";
import { dimensionOf } from "../language/dimensions";
import { ExpressionError } from "../language/grammar";
import { nearestId } from "../words/nearest-id";
import { parseConstant } from "../language/number-with-unit";
import type { PlaceCode } from "../language/places";
import type { RuleIds } from "./rule-ids";
import type { Example } from "./rule-set";
import type { RawExample } from "./rule-set-schema";
import type { SeedPath } from "./seed-file";
import { cellOfSlot, type Field, type Vocabulary } from "../language/vocabulary";

type Report = (key: string, reason: string, fix: string) => void;

/** Kept values by slot; what can't be kept is reported by its key in `given`. */
export function exampleOf(raw: RawExample, place: PlaceCode | null, vocabulary: Vocabulary, report: Report): Example {
  const given: Record<string, number | null> = {};
  for (const [key, value] of Object.entries(raw.given)) {
    const { field: id, back } = cellOfSlot(key);
    const field = vocabulary.fields.get(id);
    if (!field) {
      report(key, `unknown field ${id}`, fieldFix(id, vocabulary));
      continue;
    }
    if (back >= field.periods) {
      report(key, `${id} has no year t-${back}`, `Raise its \`periods\` (now ${field.periods}) in seeds/vocabulary`);
      continue;
    }
    // A blank rank of awards is defined to mean none, as the sheet reader has it.
    const kept = value === null ? (field.blankMeansNone ? 0 : null) : keptValue(field, value, vocabulary);
    if (kept === undefined) report(key, `${key} can't be ${shown(value)}`, writing(field, vocabulary));
    else if (kept !== null && (kept < field.min || kept > field.max))
      report(
        key,
        `${key} can't be ${shown(value)}, which is ${kept < field.min ? "below" : "above"} its range`,
        rangeFix(field),
      );
    else given[key] = kept;
  }
  return { name: raw.name, place, asOf: raw.as_of, purpose: raw.purpose, given, expect: raw.expect };
}

/** Whether everything an example expects has an id that exists. */
export function checkExpected(
  { expect }: RawExample,
  ids: RuleIds,
  vocabulary: Vocabulary,
  say: (path: SeedPath, reason: string, fix: string) => void,
): void {
  const check = (id: string, known: ReadonlySet<string>, what: string, path: SeedPath): void => {
    if (known.has(id)) return;
    const near = nearestId(id, [...known]);
    const list = [...known].join(", ");
    say(
      path,
      `there is no ${what} ${id}`,
      near ? `Did you mean ${near}?` : `Write one of ${list === "" ? "none" : list}`,
    );
  };
  const score = ids.score === null ? [] : [ids.score];
  expect.unmet?.forEach((id, index) =>
    check(id, new Set([...ids.conditions, ...score]), "condition", ["unmet", index]),
  );
  for (const id of Object.keys(expect.groups ?? {})) check(id, ids.scoreGroups, "group", ["groups", id]);
  if (expect.route !== undefined && expect.route !== null)
    check(expect.route, new Set([...ids.routes, ...score]), "route", ["route"]);
  expect.missing?.forEach((key, index) => {
    const { field: id } = cellOfSlot(key);
    if (!vocabulary.fields.has(id)) say(["missing", index], `unknown field ${id}`, fieldFix(id, vocabulary));
  });
}

function fieldFix(id: string, vocabulary: Vocabulary): string {
  const near = nearestId(id, [...vocabulary.fields.keys()]);
  return near ? `Did you mean ${near}?` : "Add it to seeds/vocabulary";
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
      return typeof value === "number" ? value : typeof value === "string" ? amountOf(field, value) : undefined;
  }
}

/** A number with a unit that fits the field: no money in a share, no percentage in a count. */
function amountOf(field: Field, text: string): number | undefined {
  const negative = text.startsWith("-");
  try {
    const { value, dimension } = parseConstant(negative ? text.slice(1) : text);
    if (dimension !== "plain" && dimension !== dimensionOf(field)) return undefined;
    return negative ? -value : value;
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

function shown(value: number | string | boolean | null): string {
  return typeof value === "string" ? `"${value}"` : String(value);
}

/** How a value of the field is written. */
function writing(field: Field, vocabulary: Vocabulary): string {
  switch (field.type) {
    case "flag":
      return "Write yes or no";
    case "validity":
      return 'Write its last day in quotes, as in "2027-12-31", or yes or no';
    case "date":
      return 'Write a day in quotes, as in "2020-05-01"';
    case "choice":
      return `Its choices are ${field.choices.map(({ name }) => name.zh).join("、")}`;
    case "industry":
      return `Write one of ${vocabulary.sizeIndustries.map(({ name }) => name.zh).join("、")}`;
    case "text":
    case "code":
      return "Leave it out: no rule reads a text";
    case "money":
      return "Write an amount with its unit, as in 1500万";
    case "share":
      return "Write a share as a percentage, as in 80%";
    default:
      return "Write a number without a unit";
  }
}

function rangeFix({ min, max }: Field): string {
  const ends = [...(min === -Infinity ? [] : [`from ${min}`]), ...(max === Infinity ? [] : [`up to ${max}`])];
  return `The vocabulary allows ${ends.join(" ")}`;
}
