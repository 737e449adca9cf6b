/** The figures of a firm that decide something, as they stand in its row, and what a path of changes would have one type there. */
import type { Diagnosis } from "../../../cultivation/diagnosis";
import type { PlanPath } from "../../../cultivation/plan-paths";
import { slot as slotOf, type Field, type Vocabulary } from "../../../language/vocabulary";
import type { Text } from "../../../words/text";
import { isoOfSerial } from "../../../words/calendar";
import { slotText } from "../../../engine/rows/explain";
import { cellText, type Cell } from "../../../words/grid";
import type { Mapping } from "../../../sheet/reading/map-columns";
import type { SheetReading } from "../../../sheet/reading/read-sheet";
import type { Figure } from "./run-answers";

const YES_NO: readonly Text[] = [
  { zh: "是", en: "yes" },
  { zh: "否", en: "no" },
];

/** More figures than this make no form that anybody fills in. */
const MOST = 40;

/** Figures of the paths first, then of what fails, then of what is missing; each once. */
export function figuresOf(
  { plan, gaps, missing }: Diagnosis,
  reading: SheetReading,
  cells: readonly Cell[],
  vocabulary: Vocabulary,
): readonly Figure[] {
  const paths = [...(plan?.paths ?? []), ...(plan?.slow ?? [])];
  const slots = new Set([
    ...paths.flatMap(({ steps }) => steps.map(({ field }) => field)),
    ...gaps.filter(({ status }) => status === "unmet").flatMap((gap) => gap.slots),
    ...missing.map(({ slot }) => slot),
    ...gaps.flatMap((gap) => gap.slots),
  ]);
  return [...slots].slice(0, MOST).flatMap((slot): Figure[] => {
    const field = fieldOf(slot, vocabulary);
    if (!field) return [];
    const mapping = mappingOf(slot, reading);
    const cell = mapping ? (cells[mapping.column] ?? null) : null;
    return [
      {
        slot,
        name: slotText(slot, vocabulary, reading.t),
        unit: mapping ? mapping.unit : field.unit,
        words: wordsOf(field),
        text: cellText(cell),
      },
    ];
  });
}

/** What a path would have one type: whatever only follows is left out, it follows by itself. */
export function trialOf(path: PlanPath, reading: SheetReading, vocabulary: Vocabulary): [string, string][] {
  return path.steps.flatMap(({ field: id, to }): [string, string][] => {
    const field = vocabulary.fields.get(id);
    return field ? [[id, typedText(to, field, mappingOf(id, reading)?.factor ?? 1)]] : [];
  });
}

export function wordsOf(field: Field): readonly Text[] {
  if (field.type === "flag") return YES_NO;
  return field.type === "choice" ? field.choices.map(({ name }) => name) : [];
}

/** A value as one would type it into its column. */
export function typedText(value: number, field: Field, factor: number): string {
  switch (field.type) {
    case "flag":
      return value > 0 ? "是" : "否";
    case "validity":
      return Number.isFinite(value) ? isoOfSerial(value) : value > 0 ? "是" : "否";
    case "choice":
      return field.choices[value]?.name.zh ?? "";
    case "date":
      return isoOfSerial(value);
    default:
      return String(Number((value / factor).toPrecision(12)));
  }
}

function mappingOf(slot: string, reading: SheetReading): Mapping | undefined {
  return reading.columns.find(
    ({ use, field, back }) => use === "read" && field !== null && slotOf(field, back) === slot,
  );
}

function fieldOf(slot: string, vocabulary: Vocabulary): Field | undefined {
  return vocabulary.fields.get(/^\w+/.exec(slot)?.[0] ?? "");
}
