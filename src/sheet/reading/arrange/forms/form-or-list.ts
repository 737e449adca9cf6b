/** Tells a form from a list. A list is never taken for a form: below the heading of its names stand names, below that of a form other labels. */
import type { Grid } from "../../../../words/grid";
import type { HeadingIndex } from "../../heading-index";
import { hasIndicatorRows } from "../tidy-columns";
import { isMeasured } from "../list-outline";
import type { CellRoles } from "./cell-roles";
import type { Answer, FormSheet } from "./form-answers";
import { FormAreas, usedRows, type Area } from "./form-areas";
import { readForm } from "./form-reader";
import { labelColumns } from "./label-columns";
import { isList } from "./list-or-not";

export type FormOrNot =
  | { readonly kind: "form"; readonly form: FormSheet }
  /** Labels, and not one answer. */
  | { readonly kind: "blank"; readonly form: FormSheet }
  /** Labels beside answers, but too few are known to say whose they are. */
  | { readonly kind: "unclear"; readonly form: FormSheet };

/** No form is longer; longer sheets are not looked through. */
const mostRows = 1_500;
const lookedAtFirst = { rows: 60, columns: 40 };
const fewestAnswers = 3;
/** Where nobody is named, so many figures of an enterprise have to be there. */
const fewestFigures = 2;
const fewestBlankLabels = 4;
const widestForm = 12;

function labelledRows(areas: FormAreas, roles: CellRoles): number {
  let count = 0;
  for (let row = 0; row < Math.min(areas.rowCount, lookedAtFirst.rows); row++) {
    const filled = areas.row(row).slice(0, lookedAtFirst.columns);
    if (filled.some(({ cell, text }) => roles.of(cell).kind === "label" || /[:：]\s*\S/.test(text))) count += 1;
  }
  return count;
}

function recognised(answers: readonly Answer[]): readonly Answer[] {
  return answers.filter(({ match }) => match.field !== null);
}

/** Texts of labels; several answers of one label over years count once. */
function texts(answers: readonly Answer[]): number {
  return new Set(answers.map(({ label, match }) => `${label.text} ${match.field?.id ?? ""}`)).size;
}

/** True where hardly any label stands twice: titles in a column of a list do. */
function mostlyOnce(answers: readonly Answer[]): boolean {
  const places = new Set(answers.map(({ label, match }) => `${label.row} ${label.column} ${match.field?.id ?? ""}`))
    .size;
  return texts(answers) >= 0.5 * places;
}

/** There is room for an answer beside or below the label; in a dictionary of words there is none. */
function isOpen(label: Area, areas: FormAreas): boolean {
  const right = areas.rightOf(label);
  const inBlank = (area: Area): boolean => area.text === "";
  if (right !== null && inBlank(right)) return true;
  return areas.width === 1 || (label.bottom + 1 < areas.rowCount && inBlank(areas.at(label.bottom + 1, label.column)));
}

/** A list under the heading of names is one of enterprises, unless the form names its own beside a label: then it is of customers or the like. */
function holdsListOfFirms({ innerLists, answers, filledInBy }: FormSheet, roles: CellRoles, identity: string): boolean {
  const ofFirms = innerLists.some(({ labels }) =>
    labels.some(({ cell }) => {
      const role = roles.of(cell);
      return role.kind === "label" && role.match.field?.id === identity;
    }),
  );
  const own = answers.some(
    ({ match, label, at, value }) => match.field?.id === identity && value !== null && label.row === at.row,
  );
  return ofFirms && !own && filledInBy === null;
}

/**
 * Reads the sheet as a form where it is one; null for a list, and for a sheet that is neither.
 * @param roles of the whole workbook, since its forms share their labels
 * @param identity the field a name belongs to
 */
export function formOrNot(grid: Grid, roles: CellRoles, index: HeadingIndex, identity: string): FormOrNot | null {
  const rowCount = usedRows(grid);
  if (rowCount < 2 || rowCount > mostRows) return null;
  if (isList(grid, roles, index, identity) || hasIndicatorRows(grid, index, identity)) return null;
  const areas = new FormAreas(grid, rowCount);
  if (labelledRows(areas, roles) < 2) return null;
  const form = readForm(areas, roles, index, identity);
  const known = recognised(form.answers);
  const answered = known.filter(({ value }) => value !== null);
  const rows = (of: readonly Answer[]): number => new Set(of.map(({ label }) => label.row)).size;
  const named =
    form.firms.length > 0 || form.filledInBy !== null || known.some(({ match }) => match.field?.id === identity);
  const fewestRows = named ? 2 : fewestAnswers;
  if (!mostlyOnce(known) || holdsListOfFirms(form, roles, identity)) return null;
  const figures = answered.filter(({ match }) => isMeasured(match.field));
  const enough = texts(answered) >= fewestAnswers && rows(answered) >= fewestRows;
  if (enough && (named || texts(figures) >= fewestFigures)) return { kind: "form", form };
  if (answered.length === 0 && texts(known) >= fewestBlankLabels && rows(known) >= fewestRows) {
    const open = known.filter(({ label }) => isOpen(label, areas));
    return open.length * 3 >= known.length ? { kind: "blank", form } : null;
  }
  const [name] = known.filter(({ match }) => match.field?.id === identity);
  const inline = known.filter(({ label, at, value }) => label === at && value !== null);
  const amongLabels = name !== undefined && (labelColumns(areas, roles).has(name.label.column) || rows(inline) > 1);
  return amongLabels && texts(answered) >= 2 && areas.width <= widestForm ? { kind: "unclear", form } : null;
}
