/** Lists nobody wants to be on, in several columns (严重违法失信 beside 失信被执行人): on one of them is on the list. */
import type { Field } from "../../language/vocabulary";
import type { ReadSlot } from "./read-slot";

/** True for a yes or no that counts against an enterprise. */
export function isAdverse({ type, improve }: Pick<Field, "type" | "improve">): boolean {
  return type === "flag" && improve === "down";
}

/** Two columns as one: yes where either says yes, no where one says no and none yes. */
export function eitherColumn(one: ReadSlot, other: ReadSlot): ReadSlot {
  const fromOther = (at: number): boolean => {
    const [first, second] = [one.values[at] ?? NaN, other.values[at] ?? NaN];
    return Number.isNaN(first) || second > first;
  };
  return {
    mapping: one.mapping,
    values: one.values.map((value, at) => (fromOther(at) ? (other.values[at] ?? NaN) : value)),
    mappingOf: (at) => (fromOther(at) ? other : one).mappingOf?.(at) ?? (fromOther(at) ? other : one).mapping,
  };
}
