/** A quantity in which the years before the enterprise was founded count as 0. */
import type { Quantity } from "./tree";

/** The quantity with every field of it counted so; null where it is more than a sum or a difference of fields. */
export function sinceFounding(quantity: Quantity): Quantity | null {
  switch (quantity.kind) {
    case "field":
      return { ...quantity, sinceFounding: true };
    case "sum": {
      const parts = quantity.parts.map(sinceFounding).filter((part) => part !== null);
      return parts.length === quantity.parts.length ? { kind: "sum", parts } : null;
    }
    case "difference": {
      const [left, right] = [sinceFounding(quantity.left), sinceFounding(quantity.right)];
      return left && right ? { kind: "difference", left, right } : null;
    }
    default:
      return null;
  }
}
