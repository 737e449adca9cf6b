/** Tells a list by what stands below its headings: names below that of the names, where a form has other labels. */
import { cellText, isBlank, type Grid } from "../../../../words/grid";
import type { HeadingIndex } from "../../heading-index";
import { findHeadingRows, type ColumnHeading } from "../../heading-rows";
import { topCell } from "../../heading-cells";
import { foldKey } from "../../../../words/plain-text";
import { isUnit } from "../../units";
import type { CellRoles } from "./cell-roles";
import { inlineAnswers } from "./inline-answers";

/** So many rows of data show what a sheet is. */
const mostRows = 50;

/** True where the rows above ask who the enterprise is, or several things of it, so that the headings below them are part of its form. */
function isAskedAbove(grid: Grid, roles: CellRoles, before: number, identity: string): boolean {
  let asked = 0;
  for (const row of grid.rows.slice(0, before)) {
    for (const cell of row) {
      const inline = inlineAnswers(cellText(cell), roles).filter(({ value }) => !isUnit(value));
      const fields = [cell, ...inline.map(({ label }) => label)].flatMap((text) => {
        const role = roles.of(text);
        return role.kind === "label" ? (role.match.field ?? []) : [];
      });
      if (fields.some(({ id }) => id === identity)) return true;
      asked += fields.length;
    }
  }
  return asked > 1;
}

/**
 * True where headings stand in one row, and no label below those that identify an enterprise.
 * @param identity the field a name belongs to
 */
export function isList(grid: Grid, roles: CellRoles, index: HeadingIndex, identity: string): boolean {
  const headings = findHeadingRows(grid, index);
  if (headings === null || headings.recognised < 2) return false;
  const rows = grid.rows.slice(headings.first, headings.last + 1);
  if (rows.some((row) => row.some((cell) => topCell(cell).kind === "value"))) return false;
  if (headings.columns.some(({ levels }) => asksTwice(levels, index, identity))) return false;
  const known = headings.columns.filter(({ match }) => match.field !== null);
  const identities = known.filter(({ match }) => match.field?.id === identity || match.field?.id === "credit_code");
  const named = identities.some(({ match }) => match.field?.id === identity);
  if (!named && isAskedAbove(grid, roles, headings.first, identity)) return false;
  return noLabelsBelow(grid, roles, headings.last, identities.length > 0 ? identities : known);
}

/** A name and another thing asked one above the other: two rows of a form that sound like heading rows together. */
function asksTwice(levels: readonly string[], index: HeadingIndex, identity: string): boolean {
  if (levels.length < 2) return false;
  const fields = new Set(levels.flatMap((level) => index.match([level]).field?.id ?? []));
  return fields.has(identity) && fields.size > 1;
}

function noLabelsBelow(grid: Grid, roles: CellRoles, last: number, columns: readonly ColumnHeading[]): boolean {
  let others = 0;
  let looked = 0;
  for (let at = last + 1; at < grid.rows.length && looked < mostRows; at++) {
    const row = grid.rows[at] ?? [];
    let filled = 0;
    for (const cell of row) if (!isBlank(cell)) filled += 1;
    if (filled < 2) continue;
    looked += 1;
    for (const { column, levels } of columns) {
      const cell = row[column] ?? null;
      if (isBlank(cell)) continue;
      // A heading that stands once more is the list's own, on its next page.
      const again = typeof cell === "string" && levels.some((level) => foldKey(level) === foldKey(cell));
      if (again) continue;
      if (roles.of(cell).kind === "label") return false;
      others += 1;
    }
  }
  return others > 0;
}
