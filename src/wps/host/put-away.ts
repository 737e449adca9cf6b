/** Takes away sheets that a step has made and could not finish. */
import { XL, type WpsSheet } from "./objects";

/** Twice: what WPS refused once it mostly takes the next time. */
export function tried(step: () => void): boolean {
  for (let tries = 0; tries < 2; tries++) {
    try {
      step();
      return true;
    } catch {
      // Tried again.
    }
  }
  return false;
}

/** A sheet that only a program can bring back into view is not deleted by WPS. */
export function remove(sheet: WpsSheet): void {
  if (sheet.Visible === XL.veryHidden) sheet.Visible = XL.hidden;
  sheet.Delete();
}

/** Removes a sheet that failed, and brings back what was in view before it. */
export function putAway(sheet: WpsSheet, inView: WpsSheet | null): void {
  tried(() => remove(sheet));
  tried(() => inView?.Activate());
}
