import type { Sheet } from "../book/sheet";
import { refuse } from "./excel-error";
import type { ClassTable } from "./member-table";

/** Passwords and what stays allowed under protection are not kept: a protected sheet takes no change from an add-in at all. */
export const worksheetProtectionTable: ClassTable<Sheet> = {
  name: "WorksheetProtection",
  scalars: { protected: { get: (sheet) => sheet.extras.get("protected") } },
  methods: {
    protect: (sheet) => {
      if (sheet.extras.get("protected")) refuse("InvalidOperation", "The sheet is protected already.");
      sheet.extras.set("protected", true);
    },
    unprotect: (sheet) => {
      sheet.extras.set("protected", false);
    },
  },
};
