import type { ClassTable } from "./member-table";
import type { RangeTarget } from "./range-target";

/** Every cell is locked, as in a new workbook of Excel's: a protected sheet here takes no change from an add-in at all. */
export const formatProtectionTable: ClassTable<RangeTarget> = {
  name: "FormatProtection",
  scalars: { locked: { get: () => true } },
};
