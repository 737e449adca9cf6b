/** Fields that are a part of another: where the whole is 0 the part is 0, and a part is never larger than the whole. */
import { slot, type Field, type Vocabulary } from "../../language/vocabulary";

export interface FilledParts {
  readonly part: Field;
  readonly whole: Field;
  /** How many values were filled in, over all years. */
  readonly count: number;
}

function partsOf(vocabulary: Vocabulary): { readonly part: Field; readonly whole: Field }[] {
  return [...vocabulary.fields.values()].flatMap((part) => {
    const whole = part.partOf === null ? undefined : vocabulary.fields.get(part.partOf);
    return whole === undefined ? [] : [{ part, whole }];
  });
}

/**
 * Writes 0 into amounts and counts that are not known where their whole is 0, adding a column where the sheet has none for the part.
 * A yes/no that follows from another is left to the engine, which bounds all parts.
 * `columns` gets the new columns, those it held stay as they are; the passes repeat for parts of parts.
 */
export function fillPartsOfZero(vocabulary: Vocabulary, columns: Map<string, Float64Array>): FilledParts[] {
  const pairs = partsOf(vocabulary);
  const counts = new Map<string, FilledParts>();
  for (let changed = true; changed;) {
    changed = false;
    for (const { part, whole } of pairs) {
      if (part.type === "flag") continue;
      for (let back = 0; back < Math.min(part.periods, whole.periods); back++) {
        const key = slot(part.id, back);
        const wholes = columns.get(slot(whole.id, back));
        const given = columns.get(key);
        if (wholes === undefined) continue;
        let count = 0;
        let filled = given;
        for (let at = 0; at < wholes.length; at++) {
          if (wholes[at] !== 0 || !Number.isNaN(given?.[at] ?? NaN)) continue;
          if (filled === given) filled = given?.slice() ?? new Float64Array(wholes.length).fill(NaN);
          if (filled !== undefined) filled[at] = 0;
          count += 1;
        }
        if (filled === undefined || count === 0) continue;
        changed = true;
        columns.set(key, filled);
        counts.set(part.id, { part, whole, count: count + (counts.get(part.id)?.count ?? 0) });
      }
    }
  }
  return [...counts.values()];
}

/** Pairs of slots in which some rows hold more in the part than in the whole, with those rows (counted from 0). */
export function partsAboveWholes(
  vocabulary: Vocabulary,
  columns: ReadonlyMap<string, Float64Array>,
): { readonly part: string; readonly whole: string; readonly rows: readonly number[] }[] {
  return partsOf(vocabulary).flatMap(({ part, whole }) => {
    const found = [];
    for (let back = 0; back < Math.min(part.periods, whole.periods); back++) {
      const [partSlot, wholeSlot] = [slot(part.id, back), slot(whole.id, back)];
      const [parts, wholes] = [columns.get(partSlot), columns.get(wholeSlot)];
      if (parts === undefined || wholes === undefined) continue;
      const rows: number[] = [];
      parts.forEach((value, at) => {
        const most = wholes[at] ?? NaN;
        // A hair above is rounding in the sheet: 3,333.33 against a sum of 3,333.3299.
        if (value > most + Math.abs(most) * 1e-6) rows.push(at);
      });
      if (rows.length > 0) found.push({ part: partSlot, whole: wholeSlot, rows });
    }
    return found;
  });
}
