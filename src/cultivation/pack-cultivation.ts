/**
 * What cultivation knows as one JSON text, so that a page can carry it without the YAML reader and the checks of the loader. The build
 * writes the text from seeds it has just validated; only such a text is ever unpacked.
 */
import type { Cultivation } from "./cultivation";

export function packCultivation(cultivation: Cultivation): string {
  return JSON.stringify(cultivation);
}

function isCultivation(value: unknown): value is Cultivation {
  if (typeof value !== "object" || value === null) return false;
  return ["measures", "titles", "benchmarks", "printed", "rewards"].every((key) =>
    Array.isArray(Reflect.get(value, key)),
  );
}

/** Back from the text that `packCultivation` wrote in the same build; anything else is a TypeError. */
export function unpackCultivation(text: string): Cultivation {
  const cultivation: unknown = JSON.parse(text);
  if (!isCultivation(cultivation)) throw new TypeError("this is not a text that packCultivation wrote");
  return cultivation;
}
