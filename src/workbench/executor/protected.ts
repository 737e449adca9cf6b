/** Sheets under protection take no changes from an add-in. */
import type { Sheet } from "../book/sheet";
import { refuse } from "./excel-error";

export function refuseIfProtected(sheet: Sheet): void {
  if (sheet.extras.get("protected"))
    refuse("AccessDenied", "The sheet is protected: unprotect it to make this change.");
}
