/**
 * The targets as one JSON text, so that a page can carry them without the YAML reader and the checks of the loader. The build writes the
 * text from seeds it has just validated; only such a text is ever unpacked.
 */
import type { Targets } from "./targets";

export function packTargets(targets: Targets): string {
  return JSON.stringify(targets);
}

function isTargets(value: unknown): value is Targets {
  if (typeof value !== "object" || value === null) return false;
  return ["scopes", "indicators", "documents", "sets", "differences"].every((key) =>
    Array.isArray(Reflect.get(value, key)),
  );
}

/** Back from the text that `packTargets` wrote in the same build; anything else is a TypeError. */
export function unpackTargets(text: string): Targets {
  const targets: unknown = JSON.parse(text);
  if (!isTargets(targets)) throw new TypeError("this is not a text that packTargets wrote");
  return targets;
}
