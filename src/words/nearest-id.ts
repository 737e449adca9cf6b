/** What a misspelt id was likely meant to be. */
import { closest, distance } from "fastest-levenshtein";

/** The known id closest to a misspelt one: an edit in short ids, up to three in long ones. */
export function nearestId(id: string, known: readonly string[]): string | null {
  if (known.length === 0) return null;
  const best = closest(id, [...known]);
  const allowed = id.length <= 3 ? 1 : id.length <= 5 ? 2 : 3;
  return distance(id, best) <= allowed ? best : null;
}
