/**
 * What is known of riders' subsidies as one JSON text, so that a page can carry it without the YAML reader and the checks of the loader.
 * The build writes the text from seeds it has just validated; only such a text is ever unpacked.
 */
import type { Subsidies } from "./load-subsidies";

export function packSubsidies(subsidies: Subsidies): string {
  return JSON.stringify(subsidies);
}

function isSubsidies(value: unknown): value is Subsidies {
  if (typeof value !== "object" || value === null) return false;
  const inner = (key: string, list: string): boolean => {
    const part: unknown = Reflect.get(value, key);
    return typeof part === "object" && part !== null && Array.isArray(Reflect.get(part, list));
  };
  return inner("bases", "places") && Array.isArray(Reflect.get(value, "schemes")) && inner("injuryFees", "kinds");
}

/** Back from the text that `packSubsidies` wrote in the same build; anything else is a TypeError. */
export function unpackSubsidies(text: string): Subsidies {
  const subsidies: unknown = JSON.parse(text);
  if (!isSubsidies(subsidies)) throw new TypeError("this is not a text that packSubsidies wrote");
  return subsidies;
}
