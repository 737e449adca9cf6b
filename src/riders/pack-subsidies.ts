/**
 * What is known of riders' subsidies as one JSON text, so that a page can carry it without the YAML reader and the checks of the loader.
 * The build writes the text from seeds it has just validated; only such a text is ever unpacked.
 */
import type { Province } from "../language/places";
import type { Bases } from "./bases";
import type { Subsidies } from "./load-subsidies";

/** The places are the vocabulary's and travel with it. */
type Packed = Omit<Subsidies, "bases"> & { readonly bases: Omit<Bases, "provinces"> };

export function packSubsidies({ bases: { provinces: _, ...bases }, ...subsidies }: Subsidies): string {
  const packed: Packed = { ...subsidies, bases };
  return JSON.stringify(packed);
}

function isPacked(value: unknown): value is Packed {
  if (typeof value !== "object" || value === null) return false;
  const inner = (key: string, list: string): boolean => {
    const part: unknown = Reflect.get(value, key);
    return typeof part === "object" && part !== null && Array.isArray(Reflect.get(part, list));
  };
  return inner("bases", "areas") && Array.isArray(Reflect.get(value, "schemes")) && inner("injuryFees", "kinds");
}

/**
 * Back from the text that `packSubsidies` wrote in the same build; anything else is a TypeError.
 * @param vocabulary the one of the same build
 */
export function unpackSubsidies(text: string, { provinces }: { readonly provinces: readonly Province[] }): Subsidies {
  const packed: unknown = JSON.parse(text);
  if (!isPacked(packed)) throw new TypeError("this is not a text that packSubsidies wrote");
  return { ...packed, bases: { ...packed.bases, provinces } };
}
