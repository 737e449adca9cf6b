/** Which fields are a part of which, through parts of parts. */
import type { Quantity } from "./tree";
import { slot, type Field, type Vocabulary } from "./vocabulary";

/** The fields a field is a part of, and those that are a part of it, however many steps away. */
export interface Relatives {
  readonly wholes: readonly Field[];
  readonly parts: readonly Field[];
}

const known = new WeakMap<Vocabulary, ReadonlyMap<string, Relatives>>();

const NONE: Relatives = { wholes: [], parts: [] };

/** A field's wholes, the nearest first, and its parts. The loader makes sure that no chain of wholes leads back to where it began. */
export function relativesOf(id: string, vocabulary: Vocabulary): Relatives {
  let all = known.get(vocabulary);
  if (!all) {
    all = findRelatives(vocabulary);
    known.set(vocabulary, all);
  }
  return all.get(id) ?? NONE;
}

function findRelatives({ fields }: Vocabulary): ReadonlyMap<string, Relatives> {
  const found = new Map<string, { wholes: Field[]; parts: Field[] }>();
  const of = (id: string): { wholes: Field[]; parts: Field[] } => {
    const relatives = found.get(id) ?? { wholes: [], parts: [] };
    found.set(id, relatives);
    return relatives;
  };
  for (const part of fields.values())
    for (let whole = wholeOf(part, fields); whole !== undefined; whole = wholeOf(whole, fields)) {
      of(part.id).wholes.push(whole);
      of(whole.id).parts.push(part);
    }
  return found;
}

function wholeOf({ partOf }: Field, fields: ReadonlyMap<string, Field>): Field | undefined {
  return partOf === null ? undefined : fields.get(partOf);
}

/** The slots that bound one slot: the same year of its wholes and of its parts. */
export interface BoundingSlots {
  readonly wholes: readonly string[];
  readonly parts: readonly string[];
}

export function boundingSlots(field: string, back: number, vocabulary: Vocabulary): BoundingSlots {
  const { wholes, parts } = relativesOf(field, vocabulary);
  const ofYear = (fields: readonly Field[]): readonly string[] =>
    fields.filter(({ periods }) => back < periods).map(({ id }) => slot(id, back));
  return { wholes: ofYear(wholes), parts: ofYear(parts) };
}

/** Whether one number is a part of another whatever the cells hold: a field of its whole, or a sum of parts of the sum of their wholes. */
export function isPartOf(part: Quantity, whole: Quantity, vocabulary: Vocabulary): boolean {
  if (part.kind === "sum" && whole.kind === "sum") {
    const wholes = whole.parts;
    return (
      part.parts.length === wholes.length &&
      part.parts.every((one, index) => {
        const other = wholes[index];
        return other !== undefined && isPartOf(one, other, vocabulary);
      })
    );
  }
  return (
    part.kind === "field" &&
    whole.kind === "field" &&
    part.back === whole.back &&
    relativesOf(part.field, vocabulary).wholes.some(({ id }) => id === whole.field)
  );
}
