/**
 * The table of border cases of a published draft: each line that asks one field, just below, at and just above it, with the verdicts the
 * rules give. What the program says proves nothing about the program, so the table says that it is to be checked by hand.
 */
import { FactColumns } from "../engine/facts";
import { grainOf } from "../engine/rows/boundaries";
import { Scorer } from "../engine/rows/evaluate";
import { comparisonsOf, type Comparison } from "../language/tree";
import type { Field, Vocabulary } from "../language/vocabulary";
import { firstDay } from "../policy/editions";
import { conditionsOf, type Condition, type RuleSet, type ScoreItem, type Scoring } from "../policy/rule-set";
import { isoOfSerial, serialOfIso } from "../words/calendar";

/** A value of a field: as the engine keeps it, and as a table writes it. */
interface Tried {
  readonly kept: number;
  readonly written: string;
}

export function borderTable(ruleSet: RuleSet, place: string | null, vocabulary: Vocabulary): string {
  const day = firstDay(ruleSet.inForce.from);
  const asOf = serialOfIso(day) ?? 0;
  const { conditions, routes, score } = ruleSet.forPurpose.new;
  const judge = (cells: Readonly<Record<string, number | null>>): ReturnType<Scorer["evaluate"]> =>
    new Scorer(ruleSet.forPurpose.new, FactColumns.fromRecord(cells), vocabulary, {
      asOf,
      t: Number(day.slice(0, 4)) - 1,
    }).evaluate(0);
  const lines = [
    `# ${ruleSet.name.zh}，${ruleSet.edition}，草案的边界表：程序按草案算出，待手工按文件逐条核对。`,
    "# Border cases of a draft, worked out by the program: to be checked by hand against the document, line by line.",
    `tier: ${ruleSet.tier}`,
    `edition: "${ruleSet.edition}"`,
    ...(place === null ? [] : [`place: ${place}`]),
    `as_of: "${day}"`,
    "checks:",
  ];
  const verdictOf = (id: string, field: string, { kept }: Tried): string => {
    const outcome = judge({ [field]: kept });
    return [...outcome.conditions, ...outcome.routes].find((one) => one.condition.id === id)?.verdict ?? "unknown";
  };
  for (const condition of [...conditionsOf(conditions), ...routes]) {
    const borders = bordersOf(condition, asOf, vocabulary);
    if (borders.length === 0) {
      lines.push(`  # ${condition.id}: 几个栏目合起来算，请手工补 / several fields together, to be added by hand`);
      continue;
    }
    lines.push(`  - condition: ${condition.id}`, "    cases:");
    for (const { field, tried } of borders)
      for (const one of tried)
        lines.push(`      - { with: { ${field}: ${one.written} }, is: ${verdictOf(condition.id, field, one)} }`);
    const blank = judge({});
    const open = [...blank.conditions, ...blank.routes].find((one) => one.condition.id === condition.id)?.verdict;
    lines.push(`      - { with: {}, is: ${open ?? "unknown"} }`);
  }
  for (const item of (score?.groups ?? []).flatMap(({ items }) => items))
    lines.push(...itemLines(item, judge, vocabulary));
  return `${lines.join("\n")}\n`;
}

function itemLines(
  { id, scoring }: ScoreItem,
  judge: (cells: Readonly<Record<string, number | null>>) => ReturnType<Scorer["evaluate"]>,
  vocabulary: Vocabulary,
): readonly string[] {
  const borders = bandsOf(scoring, vocabulary);
  if (borders === null) return [`  # ${id}: 请手工补 / to be added by hand`];
  const { field, tried } = borders;
  const cases = tried.map(({ kept, written }) => {
    const found = judge({ [field]: kept }).items.find(({ item }) => item.id === id);
    const points = found === undefined ? 0 : found.lo === found.hi ? found.lo : `[${found.lo}, ${found.hi}]`;
    return `      - { with: { ${field}: ${written} }, points: ${points} }`;
  });
  return [`  - item: ${id}`, "    cases:", ...cases];
}

function bordersOf(
  { test }: Condition,
  asOf: number,
  vocabulary: Vocabulary,
): readonly { readonly field: string; readonly tried: readonly Tried[] }[] {
  const comparisons = comparisonsOf(test);
  const borders = comparisons.flatMap((comparison) => {
    const field = fieldOf(comparison, vocabulary);
    return field === null ? [] : [{ field: field.id, tried: triedAt(comparison, field, asOf) }];
  });
  return borders.length < comparisons.length ? [] : borders;
}

/** The field a comparison asks, where it asks that of the last year alone. */
function fieldOf({ left }: Comparison, vocabulary: Vocabulary): Field | null {
  if ((left.kind !== "field" && left.kind !== "otherwise") || left.back !== 0) return null;
  return vocabulary.fields.get(left.field) ?? null;
}

function triedAt({ right }: Comparison, field: Field, asOf: number): readonly Tried[] {
  if (field.type === "flag") return [0, 1].map((kept) => ({ kept, written: kept === 1 ? "yes" : "no" }));
  if (field.type === "validity" || field.type === "date") {
    if (right.kind !== "as-of") return [];
    return [-1, 0, 1].map((step) => ({ kept: asOf + step, written: `"${isoOfSerial(asOf + step)}"` }));
  }
  return right.kind === "constant" ? around(right.value, field) : [];
}

function around(line: number, field: Field): readonly Tried[] {
  const grain = grainOf(field);
  if (field.type === "choice") return field.choices.map(({ name }, kept) => ({ kept, written: name.zh }));
  return [line - grain, line, line + grain]
    .filter((value) => value >= field.min && value <= field.max)
    .map((value) => {
      // Through text: 0.9 - 0.0001 is no neighbour of the double that 89.99% reads as.
      const decimal = Number(value.toFixed(6));
      return { kept: decimal, written: writtenAs(decimal, field) };
    });
}

function writtenAs(value: number, { type }: Field): string {
  if (type === "money") return `${value}万`;
  return type === "share" ? `${Number((value * 100).toFixed(4))}%` : String(value);
}

function bandsOf(
  scoring: Scoring,
  vocabulary: Vocabulary,
): { readonly field: string; readonly tried: readonly Tried[] } | null {
  if (scoring.kind === "mark") return scoring.fallback === null ? null : bandsOf(scoring.fallback, vocabulary);
  if (scoring.kind !== "bands") return null;
  const { value, bands } = scoring;
  if ((value.kind !== "field" && value.kind !== "otherwise") || value.back !== 0) return null;
  const field = vocabulary.fields.get(value.field);
  return field === undefined ? null : { field: field.id, tried: bands.flatMap(({ cut }) => around(cut, field)) };
}
