import type { Nullable } from "@univerjs/core";

/** Univer's enums are numbers in its files and ours alike; as numbers they can be compared with what the documentation says. */
export function codeOf(value: Nullable<number>): number {
  return value ?? 0;
}
