/** Forms of one enterprise each, and tables with enterprises across, put in order as one list. */
import type { Field } from "../../../../language/vocabulary";
import { addressIn, address, type Grid } from "../../../../words/grid";
import { foldKey } from "../../../../words/plain-text";
import type { Assumption, Warning } from "../../messages";
import type { LeftOut, ReadingFailure } from "../../read-sheet";
import { nameField } from "../list-outline";
import type { Arranged, ArrangeKnown } from "../arrangement";
import { CellRoles } from "./cell-roles";
import type { FormSheet } from "./form-answers";
import type { Area } from "./form-areas";
import { firmsOfForm, isExample, type FormFirm } from "./form-firms";
import { formList } from "./form-list";
import { formTexts } from "./form-messages";
import { formOrNot, type FormOrNot } from "./form-or-list";

/** The sheets of a workbook that are forms, with what they were read to. */
export interface FormsFound {
  readonly sheets: readonly Grid[];
  readonly result: Arranged | ReadingFailure;
}

interface ReadForm {
  readonly grid: Grid;
  readonly form: FormSheet;
}

function sheetAddress(one: Grid, grid: Grid, { row, column }: Area): string {
  return grid === one
    ? address(row, column)
    : addressIn(
        {
          ...one,
          placement: { cell: () => ({ sheet: grid.sheet, row, column }), row: () => ({ sheet: grid.sheet, row }) },
        },
        0,
        0,
      );
}

/** The enterprises of all forms; forms of one name are one enterprise, and a form without a name is of the only one there is. */
function gather(forms: readonly ReadForm[], identity: Field): readonly FormFirm[] {
  const firms: FormFirm[] = forms.flatMap(({ grid, form }) => firmsOfForm(grid, form, identity, forms.length > 1));
  const named = new Map<string, FormFirm>();
  const nameless: FormFirm[] = [];
  const kept: FormFirm[] = [];
  for (const firm of firms) {
    const key = foldKey(firm.name);
    const same = named.get(key);
    if (firm.name === "" || firm.nameFrom === "sheet") nameless.push(firm);
    else if (same === undefined) {
      named.set(key, firm);
      kept.push(firm);
    } else same.answers.push(...firm.answers);
  }
  const [only] = kept;
  for (const firm of nameless) {
    // 基本信息 names the enterprise and 财务 beside it does not.
    if (kept.length === 1 && only !== undefined && !sharesLabels(only, firm)) only.answers.push(...firm.answers);
    else kept.push(firm);
  }
  return kept.sort((one, other) => firms.indexOf(one) - firms.indexOf(other));
}

/** Asks what the other asks: another copy of the same form. */
function sharesLabels(one: FormFirm, other: FormFirm): boolean {
  const asked = new Set(one.answers.map(({ answer }) => foldKey(answer.levels.join(""))));
  const same = other.answers.filter(({ answer }) => asked.has(foldKey(answer.levels.join(""))));
  return same.length * 2 >= Math.min(one.answers.length, other.answers.length);
}

function fail(grid: Grid, reason: ReadingFailure["reason"], message: ReadingFailure["message"]): ReadingFailure {
  return { kind: "failure", sheet: grid.sheet, reason, message };
}

function labelsOf(form: FormSheet): readonly string[] {
  return [...new Set(form.answers.filter(({ match }) => match.field !== null).map(({ label }) => label.text))];
}

/** Why none of the forms can be read. */
function failureOf(read: ReadonlyMap<Grid, FormOrNot>): ReadingFailure | null {
  for (const [grid, { kind, form }] of read) {
    if (kind === "unclear") return fail(grid, "no-heading", formTexts.unclearForm(grid.sheet, labelsOf(form)));
  }
  for (const [grid, { kind, form }] of read) {
    return kind === "blank"
      ? fail(grid, "no-rows", formTexts.onlyBlank(grid.sheet, labelsOf(form).length))
      : fail(grid, "no-rows", formTexts.onlyExample(grid.sheet));
  }
  return null;
}

function notesOf(
  firms: readonly FormFirm[],
  forms: readonly ReadForm[],
  list: ReturnType<typeof formList>,
): Pick<Arranged, "assumptions" | "warnings"> {
  const first = firms[0]?.grid;
  const assumptions: Assumption[] = [];
  const warnings: Warning[] = [];
  if (first === undefined) return { assumptions, warnings };
  const where = ({ grid, row, named }: FormFirm): string =>
    named === null ? `${grid.sheet}!${row + 1}:${row + 1}` : `${grid.sheet}!${address(named.row, named.column)}`;
  const said = firms.map((firm) => (firm.name === "" ? where(firm) : `${firm.name}（${where(firm)}）`));
  const across = forms.length === 1 && forms[0]?.form.firms.length !== 0;
  const [cell] = firms.flatMap(({ grid, named }) => (named === null ? [] : [sheetAddress(first, grid, named)]));
  assumptions.push({
    id: across ? "firms-across" : "form",
    message: across ? formTexts.across(said) : formTexts.form(said),
    ...(cell === undefined ? {} : { cell }),
  });
  for (const firm of firms) {
    const { nameFrom, name, grid, named } = firm;
    if (nameFrom === "nowhere") warnings.push({ id: "form-without-name", message: formTexts.noName(where(firm)) });
    else if (nameFrom !== "label") {
      const at = named === null ? {} : { cell: sheetAddress(first, grid, named) };
      assumptions.push({ id: "form-name", message: formTexts.nameFrom(name, grid.sheet, nameFrom), ...at });
    }
  }
  for (const { firm, unit } of list.converted) {
    assumptions.push({ id: "form-unit", message: formTexts.converted(firm.name, unit) });
  }
  for (const { grid, form } of forms) {
    for (const { label, candidates } of form.ambiguous) {
      const cells = candidates.map((area) => sheetAddress(first, grid, area));
      warnings.push({ id: "form-ambiguous", message: formTexts.ambiguous(label.text, cells), cells });
    }
  }
  for (const { label, cells } of list.contradictions) {
    warnings.push({ id: "form-contradiction", message: formTexts.contradiction(label, cells), cells });
  }
  return { assumptions, warnings };
}

/** What says that the figures are of a part of a year, in the first of the forms that has such a cell. */
function partOf(forms: readonly ReadForm[]): Pick<Arranged, "part"> {
  const [first] = forms;
  for (const { grid, form } of forms) {
    if (first === undefined || form.withinYear === null) continue;
    return { part: { text: form.withinYear.text, place: sheetAddress(first.grid, grid, form.withinYear) } };
  }
  return {};
}

/** The forms among the sheets as one list; null where none of them is a form. */
export function arrangeForms(grids: readonly Grid[], known: ArrangeKnown): FormsFound | null {
  const identity = known.vocabulary.fields.get(nameField(known.of) ?? "");
  if (identity === undefined) return null;
  const read = new Map<Grid, FormOrNot>();
  const roles = new CellRoles(known.index);
  for (const grid of grids) {
    const found = formOrNot(grid, roles, known.index, identity.id);
    if (found !== null) read.set(grid, found);
  }
  if (read.size === 0) return null;
  const sheets = [...read.keys()];
  const filled = [...read].flatMap(([grid, { kind, form }]): ReadForm[] => (kind === "form" ? [{ grid, form }] : []));
  const all = gather(filled, identity);
  const examples = new Set(all.filter(isExample));
  const firms = all.filter((firm) => !examples.has(firm));
  if (firms.length === 0) {
    const failure = failureOf(read);
    return failure === null ? null : { sheets, result: failure };
  }
  const used = new Set(firms.flatMap(({ grid, answers }) => [grid, ...answers.map((answer) => answer.grid)]));
  const forms = filled.filter(({ grid }) => used.has(grid));
  const [first] = forms;
  const titles = first === undefined ? [] : first.form.titles.map((area) => ({ grid: first.grid, area }));
  const list = formList(firms, titles, identity, known.index);
  const leftOut: LeftOut[] = [];
  for (const [grid, { kind, form }] of read) {
    if (kind === "blank") leftOut.push({ sheet: grid.sheet, reason: formTexts.blankForm });
    else if (kind === "unclear")
      leftOut.push({ sheet: grid.sheet, reason: formTexts.unclearForm(grid.sheet, labelsOf(form)) });
    else if (!used.has(grid)) leftOut.push({ sheet: grid.sheet, reason: formTexts.exampleForm });
    else {
      for (const { first: from, last } of form.innerLists) {
        leftOut.push({ sheet: grid.sheet, rows: `${from + 1}–${last + 1}`, reason: formTexts.innerList });
      }
    }
  }
  return {
    sheets,
    result: {
      kind: "arranged",
      grid: list.grid,
      headings: list.headings,
      sheets: [...new Set(firms.flatMap(({ grid, answers }) => [grid, ...answers.map((one) => one.grid)]))].map(
        ({ sheet }) => sheet,
      ),
      headingRows: [list.headings.first, list.headings.last],
      ...notesOf(firms, forms, list),
      ...partOf(forms),
      leftOut,
    },
  };
}
