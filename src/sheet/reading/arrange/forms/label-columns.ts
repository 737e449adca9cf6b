/** Which columns of a form hold its labels: there a text nobody knows is a label too, not the answer to the one before it. */
import type { CellRoles, Role } from "./cell-roles";
import type { FormAreas } from "./form-areas";

export function isLabelRole({ kind }: Role): boolean {
  return kind === "label" || kind === "everyday" || kind === "period";
}

/** Columns where labels known here are at least two, and a third of all texts. */
export function labelColumns(areas: FormAreas, roles: CellRoles): ReadonlySet<number> {
  const labels = new Map<number, number>();
  const texts = new Map<number, number>();
  for (let row = 0; row < areas.rowCount; row++) {
    const filled = areas.row(row);
    for (const area of filled) {
      const role = roles.of(area.cell);
      if (typeof area.cell !== "string" || filled.length < 2) continue;
      texts.set(area.column, (texts.get(area.column) ?? 0) + 1);
      if (isLabelRole(role)) labels.set(area.column, (labels.get(area.column) ?? 0) + 1);
    }
  }
  return new Set(
    [...labels]
      .filter(([column, count]) => count >= 2 && count * 3 >= (texts.get(column) ?? 0))
      .map(([column]) => column),
  );
}
