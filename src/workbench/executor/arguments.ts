/** What a member accepts as an argument; anything else is Excel's `InvalidArgument`. */
import { refuse } from "./excel-error";
import { isBound } from "./member-table";

function absent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : refuse("InvalidArgument");
}

export function optionalText(value: unknown): string | null {
  return absent(value) ? null : text(value);
}

export function wholeNumber(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) ? value : refuse("InvalidArgument");
}

export function optionalWhole(value: unknown, otherwise: number): number {
  return absent(value) ? otherwise : wholeNumber(value);
}

export function positive(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : refuse("InvalidArgument");
}

export function truth(value: unknown): boolean {
  return typeof value === "boolean" ? value : refuse("InvalidArgument");
}

export function optionalTruth(value: unknown, otherwise: boolean): boolean {
  return absent(value) ? otherwise : truth(value);
}

/** One of Excel's words, in any mix of capitals. */
export function word<W extends string>(value: unknown, words: readonly W[]): W {
  const given = text(value).toLowerCase();
  return words.find((one) => one.toLowerCase() === given) ?? refuse("InvalidArgument");
}

export function optionalWord<W extends string>(value: unknown, words: readonly W[], otherwise: W): W {
  return absent(value) ? otherwise : word(value, words);
}

/** The target of an argument that is an object, if `is` knows it. */
export function objectOf<T>(value: unknown, is: (target: unknown) => target is T): T | null {
  return isBound(value) && is(value.target) ? value.target : null;
}
