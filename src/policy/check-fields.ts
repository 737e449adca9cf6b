/** Checks on the fields of a vocabulary taken together: ids, headings, definitions, wholes and choices. */
import { dimensionOf, spokenDimension } from "../language/dimensions";
import { ExpressionError, parseSyntax, type Syntax } from "../language/grammar";
import { nearestId } from "../words/nearest-id";
import { parseQuantity } from "../language/resolve-expression";
import { reportDuplicates, type SeedProblem } from "./seed-file";
import { expressionProblem } from "./seed-report";
import type { Field, FieldType, Vocabulary } from "../language/vocabulary";

export interface PlacedField {
  readonly field: Field;
  readonly file: string;
  /** The line of the field, or of a key of it. */
  readonly line: (...keys: (string | number)[]) => number;
}

export function checkFields(places: readonly PlacedField[], vocabulary: Vocabulary): readonly SeedProblem[] {
  const problems: SeedProblem[] = [];
  reportDuplicates(
    places.map(({ field, file, line }) => ({ id: field.id, file, line: line("id") })),
    "field",
    problems,
  );
  // Of a field that stands twice the first one counts.
  const first = places.filter(({ field }) => vocabulary.fields.get(field.id) === field);
  const circular = circularDefinitions(vocabulary);
  for (const place of first) {
    checkChoices(place, problems);
    checkLimits(place, problems);
    checkPartOf(place, vocabulary, problems);
    checkDefinition(place, circular, vocabulary, problems);
  }
  checkHeadings(first, problems);
  return problems;
}

function checkChoices({ field, file, line }: PlacedField, problems: SeedProblem[]): void {
  const { id, type, choices } = field;
  if (type === "choice" && choices.length < 2)
    problems.push({ file, line: line("type"), reason: `choice ${id} has no choices`, fix: "List them, lowest first" });
  if (type !== "choice" && choices.length > 0)
    problems.push({
      file,
      line: line("choices"),
      reason: `${id} has choices and is of type ${type}`,
      fix: "Write `type: choice`, or remove them",
    });
}

function checkLimits({ field, file, line }: PlacedField, problems: SeedProblem[]): void {
  if (field.type === "choice" || field.min <= field.max) return;
  problems.push({
    file,
    line: line("min"),
    reason: `${field.id} has its least value ${field.min} above its largest ${field.max}`,
    fix: "Correct `min` or `max`",
  });
}

function checkPartOf({ field, file, line }: PlacedField, vocabulary: Vocabulary, problems: SeedProblem[]): void {
  const { id, partOf, type } = field;
  if (partOf === null) return;
  const add = (reason: string, fix: string): void => {
    problems.push({ file, line: line("part_of"), reason, fix });
  };
  const whole = vocabulary.fields.get(partOf);
  if (whole === undefined || partOf === id) {
    const near = nearestId(
      partOf,
      [...vocabulary.fields.keys()].filter((other) => other !== id),
    );
    const reason = partOf === id ? `${id} is part of itself` : `${id} is part of ${partOf}, which is no field`;
    add(reason, near ? `Did you mean ${near}?` : "Correct `part_of`, or add the field");
    return;
  }
  if (leadsBack(id, vocabulary)) add(`${id} is part of itself by way of ${partOf}`, "Correct `part_of` of one of them");
  if (whole.type !== type || !WITH_PARTS.has(type))
    add(
      `${id} is of type ${type} and part of ${partOf}, of type ${whole.type}`,
      "Only amounts, counts, shares, numbers and yes/no fields have parts, of their own type",
    );
  for (const { id: defined, otherwise } of [field, whole])
    if (otherwise !== null)
      add(
        `${defined} has a definition, and a part or a whole`,
        "A blank is either worked out or bounded: remove `otherwise` or `part_of`",
      );
}

const WITH_PARTS: ReadonlySet<FieldType> = new Set(["money", "count", "share", "number", "flag"]);

/** Whether the chain of a field's wholes comes back to it. */
function leadsBack(id: string, { fields }: Vocabulary): boolean {
  const seen = new Set<string>();
  for (let whole = fields.get(id)?.partOf; whole && !seen.has(whole); whole = fields.get(whole)?.partOf) {
    if (whole === id) return true;
    seen.add(whole);
  }
  return false;
}

function checkDefinition(
  { field, file, line }: PlacedField,
  circular: ReadonlySet<string>,
  vocabulary: Vocabulary,
  problems: SeedProblem[],
): void {
  const { id, otherwise } = field;
  if (otherwise === null) return;
  const add = (reason: string, fix: string): void => {
    problems.push({ file, line: line("otherwise"), reason: `\`otherwise\` of ${id}: ${reason}`, fix });
  };
  if (circular.has(id)) {
    add("the definition leads back to the field itself", "Define it by fields that do not need it");
    return;
  }
  try {
    const { dimension } = parseQuantity(otherwise, vocabulary);
    const own = dimensionOf(field);
    if (own !== dimension)
      add(
        `it gives ${spokenDimension(dimension)}, the field is ${own === null ? "a text" : spokenDimension(own)}`,
        "Define it by what it measures",
      );
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const { reason, fix } = expressionProblem(error);
    add(reason.en, fix.en);
  }
}

/** Fields whose definition needs, at the end, the field itself; reading such a definition would never end. */
function circularDefinitions(vocabulary: Vocabulary): ReadonlySet<string> {
  const needs = new Map([...vocabulary.fields.values()].map((field) => [field.id, namesIn(field.otherwise)]));
  const leadsBack = (start: string): boolean => {
    const seen = new Set<string>();
    const open = [...(needs.get(start) ?? [])];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === start) return true;
      if (!seen.has(id)) open.push(...(needs.get(id) ?? []));
      seen.add(id);
    }
    return false;
  };
  const circular = new Set([...needs.keys()].filter(leadsBack));
  // A field that only needs a circular one can't be read either.
  for (let grown = true; grown;) {
    grown = false;
    for (const [id, names] of needs)
      if (!circular.has(id) && names.some((name) => circular.has(name))) {
        circular.add(id);
        grown = true;
      }
  }
  return circular;
}

function namesIn(expression: string | null): readonly string[] {
  const visit = (syntax: Syntax): readonly string[] => {
    switch (syntax.kind) {
      case "name":
        return [syntax.name];
      case "call":
        return syntax.args.flatMap(visit);
      case "binary":
        return [...visit(syntax.left), ...visit(syntax.right)];
      case "not":
        return visit(syntax.part);
      default:
        return [];
    }
  };
  try {
    return expression === null ? [] : visit(parseSyntax(expression));
  } catch (error) {
    if (error instanceof ExpressionError) return [];
    throw error;
  }
}

/** A heading that names two fields would be mapped by chance. */
function checkHeadings(places: readonly PlacedField[], problems: SeedProblem[]): void {
  const owners = new Map<string, Field>();
  for (const { file, line, field } of places) {
    const headings = [
      { heading: field.name.zh, at: line("zh") },
      { heading: field.name.en, at: line("en") },
      ...field.synonyms.map((heading) => ({ heading, at: line("synonyms") })),
      ...field.looserHeadings.likely.map((heading) => ({ heading, at: line("likely") })),
      ...field.looserHeadings.doubtful.map((heading) => ({ heading, at: line("doubtful") })),
    ];
    for (const { heading, at } of headings) {
      const key = `${field.of}/${heading.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "")}`;
      const owner = owners.get(key);
      if (owner && owner !== field)
        problems.push({
          file,
          line: at,
          reason: `the heading "${heading}" of ${field.id} already belongs to ${owner.id}`,
          fix: "Leave it with one field only",
        });
      else owners.set(key, field);
    }
  }
}
