/** A quantity seen some years back: every field in it moves with it. */
import type { Quantity } from "./tree";

/** The quantity as it stood `back` years earlier. */
export function shift(quantity: Quantity, back: number): Quantity {
  if (back === 0) return quantity;
  const move = (part: Quantity): Quantity => shift(part, back);
  switch (quantity.kind) {
    case "constant":
    case "as-of":
    case "age":
      return quantity;
    case "field":
      return { ...quantity, back: quantity.back + back };
    case "otherwise":
      return { ...quantity, back: quantity.back + back, definition: move(quantity.definition) };
    case "sum":
      return { ...quantity, parts: quantity.parts.map(move) };
    case "difference":
    case "product":
      return { ...quantity, left: move(quantity.left), right: move(quantity.right) };
    case "ratio":
      return { ...quantity, over: move(quantity.over), under: move(quantity.under) };
    case "mean-growth":
      return { ...quantity, series: quantity.series.map(move) };
    case "compound-growth":
      return { ...quantity, now: move(quantity.now), before: move(quantity.before) };
  }
}
