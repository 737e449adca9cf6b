import type { Mapping } from "./map-columns";

/** A column that was read, with its numbers. */
export interface ReadSlot {
  readonly mapping: Mapping;
  readonly values: Float64Array;
  /** What is certain also while the column waits to be confirmed; nothing if left out. */
  readonly whenHeld?: Float64Array;
  /** The column a data row's value comes from (counted from 0), where it may be another. */
  readonly mappingOf?: (row: number) => Mapping;
}
