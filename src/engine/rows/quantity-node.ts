import type { Openings } from "./openings";

/** A number of a row, in a tree bound to columns. See `bindQuantity`. */
export interface QuantityNode {
  lo: number;
  hi: number;
  evaluate(row: number): void;
  /** Adds the slots that are blank in the row last evaluated and keep this number from being known. */
  missing(into: Openings): void;
  /** True where any cell it reads is known in the row last evaluated. */
  anyKnown(): boolean;
}
