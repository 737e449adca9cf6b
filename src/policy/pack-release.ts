/**
 * The release's vocabulary and rules as one JSON text, so that a page can carry them without the YAML reader and the checks of the loader.
 * The build writes the text from seeds it has just validated; only such a text is ever unpacked.
 */
import type { Policy } from "./rule-set";
import type { Vocabulary } from "../language/vocabulary";

/** Everything the product knows, validated. */
export interface Release {
  readonly vocabulary: Vocabulary;
  readonly policy: Policy;
}

/**
 * How a value is written: plain texts and numbers as they are, everything else as a list that begins with its kind. Objects of one shape
 * share their keys, and what occurs more than once (a condition of two editions, a review like its new application) is written once.
 */
const LIST = 0;
const SHARED = 1;
const MAP = 2;
/** JSON has no infinities. */
const NUMBER = 3;
const FIRST_SHAPE = 4;

/** Shorter values cost less than pointing at them. */
const WORTH_SHARING = 16;

class Packer {
  private readonly shapes = new Map<string, number>();
  private readonly shared: unknown[] = [];
  private readonly places = new Map<string, number>();
  private readonly counts = new Map<string, number>();
  private readonly keys = new Map<object, string>();

  pack(value: unknown): string {
    this.count(value);
    const packed = this.write(value);
    return JSON.stringify([[...this.shapes.keys()].map((shape) => shape.split(",")), this.shared, packed]);
  }

  /** Two values of one key are alike. */
  private keyOf(value: unknown): string {
    if (typeof value !== "object" || value === null)
      return typeof value === "number" ? String(value) : JSON.stringify(value);
    const known = this.keys.get(value);
    if (known !== undefined) return known;
    const parts = partsOf(value);
    const key = `${parts.kind}[${parts.values.map((part) => this.keyOf(part)).join()}]`;
    this.keys.set(value, key);
    return key;
  }

  private count(value: unknown): void {
    const key = this.keyOf(value);
    const before = this.counts.get(key) ?? 0;
    this.counts.set(key, before + 1);
    // What is inside a value met before has been counted with it.
    if (typeof value === "object" && value !== null && before === 0)
      partsOf(value).values.forEach((part) => this.count(part));
  }

  private write(value: unknown): unknown {
    const key = this.keyOf(value);
    if (key.length < WORTH_SHARING || (this.counts.get(key) ?? 0) < 2) return this.writeOnce(value);
    let place = this.places.get(key);
    if (place === undefined) {
      const packed = this.writeOnce(value);
      place = this.shared.push(packed) - 1;
      this.places.set(key, place);
    }
    return [SHARED, place];
  }

  private writeOnce(value: unknown): unknown {
    if (typeof value === "number" && !Number.isFinite(value)) return [NUMBER, String(value)];
    if (typeof value !== "object" || value === null) return value;
    const { kind, values } = partsOf(value);
    const packed = values.map((part) => this.write(part));
    if (kind === "list") return [LIST, ...packed];
    return kind === "map" ? [MAP, ...packed] : [this.shapeOf(kind), ...packed];
  }

  private shapeOf(keys: string): number {
    const shape = this.shapes.get(keys) ?? this.shapes.size + FIRST_SHAPE;
    this.shapes.set(keys, shape);
    return shape;
  }
}

/** A list, a map (keys and values in turn) or an object, whose kind is its keys. */
function partsOf(value: object): { readonly kind: string; readonly values: readonly unknown[] } {
  if (Array.isArray(value)) return { kind: "list", values: value };
  if (value instanceof Map) {
    const entries: readonly (readonly unknown[])[] = [...value];
    return { kind: "map", values: entries.flat() };
  }
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  const filled = entries.filter(([, part]) => part !== undefined);
  return { kind: `,${filled.map(([key]) => key).join()}`, values: filled.map(([, part]) => part) };
}

class Unpacker {
  private readonly made = new Map<number, unknown>();

  constructor(
    private readonly shapes: readonly (readonly string[])[],
    private readonly shared: readonly unknown[],
  ) {}

  read(packed: unknown): unknown {
    if (!isList(packed)) return packed;
    const [kind, ...rest] = packed;
    if (kind === SHARED) return this.readShared(Number(rest[0]));
    if (kind === NUMBER) return Number(rest[0]);
    const values = rest.map((part) => this.read(part));
    if (kind === LIST) return values;
    if (kind === MAP) return new Map(pairs(values));
    const keys = this.shapes[Number(kind) - FIRST_SHAPE] ?? [];
    return Object.fromEntries(keys.slice(1).map((key, at) => [key, values[at]]));
  }

  private readShared(place: number): unknown {
    if (!this.made.has(place)) this.made.set(place, this.read(this.shared[place]));
    return this.made.get(place);
  }
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isShapes(value: unknown): value is readonly (readonly string[])[] {
  return isList(value) && value.every((keys) => isList(keys) && keys.every((key) => typeof key === "string"));
}

function pairs(values: readonly unknown[]): [unknown, unknown][] {
  return Array.from({ length: values.length / 2 }, (_, at) => [values[2 * at], values[2 * at + 1]]);
}

/** The release as one JSON text. The examples inside the rule sets are left out: they prove the rules at build time and nobody asks for them later. */
export function packRelease({ vocabulary, policy }: Release): string {
  const bare = (entries: Policy["tiers"]): Policy["tiers"] =>
    new Map(
      [...entries].map(([id, tier]) => [
        id,
        { ...tier, editions: tier.editions.map((edition) => ({ ...edition, examples: [] })) },
      ]),
    );
  const { tiers, clusters } = policy;
  return new Packer().pack({ vocabulary, policy: { ...policy, tiers: bare(tiers), clusters: bare(clusters) } });
}

function isRelease(value: unknown): value is Release {
  if (typeof value !== "object" || value === null || !("vocabulary" in value) || !("policy" in value)) return false;
  const { vocabulary, policy } = value;
  const maps = (one: unknown, key: string): boolean =>
    typeof one === "object" && one !== null && Reflect.get(one, key) instanceof Map;
  return maps(vocabulary, "fields") && maps(policy, "tiers") && maps(policy, "clusters");
}

/** The release back from the text that `packRelease` wrote in the same build; anything else is a TypeError. */
export function unpackRelease(text: string): Release {
  const packed: unknown = JSON.parse(text);
  const [shapes, shared, value] = isList(packed) ? packed : [];
  const release = isShapes(shapes) && isList(shared) ? new Unpacker(shapes, shared).read(value) : null;
  if (!isRelease(release)) throw new TypeError("this is not a release that packRelease wrote");
  return release;
}
