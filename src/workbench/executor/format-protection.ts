import type { Blocks } from "./areas-target";
import type { ClassTable } from "./member-table";

/** Every cell is locked, as in a new workbook of Excel's: a protected sheet here takes no change from an add-in at all. */
export const formatProtectionTable: ClassTable<Blocks> = {
  name: "FormatProtection",
  scalars: { locked: { get: () => true } },
};
