/**
 * The release's vocabulary and rules as one JSON text, so that a page can carry them without the YAML reader and the checks of the loader.
 * The build writes the text from seeds it has just validated; only such a text is ever unpacked.
 */
import type { Policy } from "./rule-set";
import type { Vocabulary } from "./vocabulary";

/** Everything the product knows, validated. */
export interface Release {
  readonly vocabulary: Vocabulary;
  readonly policy: Policy;
}

/** JSON has neither maps nor infinities: each is written as an object with one key of its own. */
function pack(_key: string, value: unknown): unknown {
  if (value instanceof Map) return { $map: [...value] };
  if (typeof value === "number" && !Number.isFinite(value)) return { $number: String(value) };
  return value;
}

function unpack(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("$map" in value && Array.isArray(value.$map)) return new Map(value.$map);
  if ("$number" in value) return Number(value.$number);
  return value;
}

/** The release as JSON. The examples inside the rule sets are left out: they prove the rules at build time and nobody asks for them later. */
export function packRelease({ vocabulary, policy }: Release): string {
  const tiers = new Map(
    [...policy.tiers].map(([id, tier]) => [
      id,
      { ...tier, editions: tier.editions.map((edition) => ({ ...edition, examples: [] })) },
    ]),
  );
  return JSON.stringify({ vocabulary, policy: { ...policy, tiers } }, pack);
}

function isRelease(value: unknown): value is Release {
  if (typeof value !== "object" || value === null || !("vocabulary" in value) || !("policy" in value)) return false;
  const { vocabulary, policy } = value;
  const maps = (one: unknown, key: string): boolean =>
    typeof one === "object" && one !== null && Reflect.get(one, key) instanceof Map;
  return maps(vocabulary, "fields") && maps(policy, "tiers");
}

/** The release back from the text that `packRelease` wrote in the same build; anything else is a TypeError. */
export function unpackRelease(text: string): Release {
  const release: unknown = JSON.parse(text, unpack);
  if (!isRelease(release)) throw new TypeError("this is not a release that packRelease wrote");
  return release;
}
