/** Finds fields by what a person types: Chinese, English, other headings, or the initials of the pinyin. */
import type { Field } from "../../language/vocabulary";
import initials from "./pinyin-initials.json";

const INITIALS: ReadonlyMap<string, string> = new Map(Object.entries(initials));

/** The closer the better: 0 is the name's beginning; null does not fit. */
function distance(field: Field, query: string): number | null {
  const name = field.name.zh.toLowerCase();
  const letters = INITIALS.get(field.id) ?? "";
  if (name.startsWith(query)) return 0;
  if (letters.startsWith(query)) return 1;
  if (name.includes(query)) return 2;
  if (field.name.en.toLowerCase().includes(query)) return 3;
  if (field.synonyms.some((synonym) => synonym.toLowerCase().includes(query))) return 4;
  return letters.includes(query) ? 5 : null;
}

/** The fields that fit a query, closest first; all of them, `first` in front, where nothing is typed. */
export function searchFields(fields: readonly Field[], query: string, first: readonly string[]): readonly Field[] {
  const typed = query.trim().toLowerCase().replace(/\s+/g, " ");
  if (typed === "") {
    const front = first.flatMap((id) => fields.filter((field) => field.id === id));
    return [...front, ...fields.filter((field) => !front.includes(field))];
  }
  return fields
    .map((field) => ({ field, rank: distance(field, typed) }))
    .filter((one): one is { field: Field; rank: number } => one.rank !== null)
    .sort((one, other) => one.rank - other.rank)
    .map(({ field }) => field);
}
