/** What was read of a row, in words anybody can check against the sheet. */
import { placesOf } from "../../language/places";
import { slot, type Field, type Vocabulary } from "../../language/vocabulary";
import { isoOfSerial } from "../../words/calendar";
import type { SheetReading } from "./read-sheet";

export type ToldFact = string | number | boolean;

/**
 * A number among the facts as it is told: money in 万元, shares as fractions, dates as ISO dates, a title as its last day or true and false,
 * choices by their words, industries by their ids.
 */
export function toldFact(value: number, field: Field, vocabulary: Vocabulary): ToldFact {
  switch (field.type) {
    case "date":
      return isoOfSerial(value);
    case "validity":
      return Number.isFinite(value) ? isoOfSerial(value) : value > 0;
    case "flag":
      return value === 1;
    case "choice":
      return field.choices[value]?.name.zh ?? value;
    case "industry":
      return vocabulary.sizeIndustries[value]?.id ?? value;
    case "place":
      return placesOf(vocabulary).text(value).zh;
    default:
      return value;
  }
}

/** Everything known of a row (0-based), by slot, texts too; blanks and what was not read are left out. */
export function toldFacts(reading: SheetReading, row: number, vocabulary: Vocabulary): Record<string, ToldFact> {
  const told: Record<string, ToldFact> = {};
  const fields = new Set(
    reading.columns.flatMap(({ field, use }) => (use === "read" && field !== null ? [field] : [])),
  );
  for (const field of vocabulary.fields.values()) {
    if (field.type === "text" || field.type === "code") {
      const text = fields.has(field.id) ? (reading.text(field.id)[row] ?? "") : "";
      if (text !== "") told[field.id] = text;
      continue;
    }
    // A place that other cells told is said beside the facts (`placeOf`).
    if (field.type === "place" && !fields.has(field.id)) continue;
    for (let back = 0; back < field.periods; back += 1) {
      const key = slot(field.id, back);
      const value = reading.facts.column(key)?.[row] ?? NaN;
      if (!Number.isNaN(value)) told[key] = toldFact(value, field, vocabulary);
    }
  }
  return told;
}
