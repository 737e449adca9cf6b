/** Labels with their answers below them, also over several rows: one row of answers is the form's, years down are years of it, more are a list of its own. */
import { isMeasured } from "../list-outline";
import type { CellRoles } from "./cell-roles";
import type { Area, FormAreas } from "./form-areas";
import { headWord } from "./form-words";
import { inlineAnswers } from "./inline-answers";
import { isLabelRole } from "./label-columns";

export interface AnswerBelow {
  readonly label: Area;
  readonly year: Area | null;
  readonly area: Area;
}

export type LabelsAbove =
  | { readonly kind: "answers"; readonly answers: readonly AnswerBelow[]; readonly last: number }
  /** A list inside the form: several rows below one row of headings. */
  | { readonly kind: "list"; readonly last: number; readonly labels: readonly Area[] };

/** Words that stand where a number would are no longer: 待补充, 不适用, 1.2亿元. */
const longestNoNumber = 8;

/**
 * Reads the row as labels over answers; null where it is none.
 * @param goesOn the rows before were labels over answers, so that a label alone may be one too
 */
export function readLabelsAbove(
  areas: FormAreas,
  roles: CellRoles,
  labelColumns: ReadonlySet<number>,
  row: number,
  goesOn: boolean,
): LabelsAbove | null {
  const labels = areas.row(row);
  const known = labels.filter(({ cell }) => isLabelRole(roles.of(cell)));
  const alone = labels.length === 1 && (areas.width === 1 || goesOn);
  // A third of the labels at most is unknown: half of a row of labels beside answers is.
  if ((labels.length < 2 && !alone) || known.length === 0 || known.length * 3 < labels.length * 2) return null;
  if (labels.some(({ cell, text }) => roles.of(cell).kind === "value" || /[:：]\s*\S/.test(text))) return null;
  const lowest = Math.max(...labels.map(({ bottom }) => bottom));
  const rows: number[] = [];
  for (let below = lowest + 1; below < areas.rowCount; below++) {
    if (!isAnswerRow(areas, roles, labels, below)) break;
    rows.push(below);
  }
  const [first] = rows;
  const last = rows[rows.length - 1];
  if (first === undefined || last === undefined) return null;
  const [corner] = labels;
  const years = rows.flatMap((at) => {
    const [area] = areas.row(at);
    const role = area === undefined ? null : roles.of(area.cell);
    // 2000 below 从业人员 is an answer, below 年度 a year.
    return role?.kind === "year" && (!role.bare || (corner !== undefined && !isField(corner, roles))) ? [area] : [];
  });
  if (corner !== undefined && years.length === rows.length) {
    const answers = rows.flatMap((at) =>
      labels
        .slice(1)
        .map((label): AnswerBelow => ({ label, year: areas.row(at)[0] ?? null, area: areas.at(at, label.column) })),
    );
    return { kind: "answers", answers, last };
  }
  if (rows.length > 1) return { kind: "list", last, labels };
  // One row below labels that stand beside answers elsewhere is the next row of the form.
  if (labels.every(({ column }) => labelColumns.has(column)) && labels.length < known.length) return null;
  return {
    kind: "answers",
    answers: labels
      .filter(({ text }) => headWord(text) !== "serial")
      .map((label) => ({ label, year: null, area: areas.at(first, label.column) })),
    last,
  };
}

function isField({ cell }: Area, roles: CellRoles): boolean {
  const role = roles.of(cell);
  return role.kind === "label" && role.match.field !== null;
}

/** No label stands in the row, and most of the labels above have something below them. */
function isAnswerRow(areas: FormAreas, roles: CellRoles, labels: readonly Area[], row: number): boolean {
  const filled = areas.row(row);
  if (filled.length === 0) return false;
  const columns = new Map(labels.map((label) => [label.column, label]));
  let under = 0;
  for (const [at, { column, cell, text }] of filled.entries()) {
    const role = roles.of(cell);
    // Years stand first where they run down; a row of them heads a table.
    if (isLabelRole(role) || (role.kind === "year" && at > 0 && !role.bare) || headWord(text) === "label") return false;
    // A line with a label of its own, such as 企业名称：甲公司, answers nobody above it.
    if (inlineAnswers(text, roles).length > 0) return false;
    const label = columns.get(column);
    if (label === undefined) continue;
    const asked = roles.of(label.cell);
    if (
      asked.kind === "label" &&
      isMeasured(asked.match.field) &&
      role.kind === "text" &&
      text.length > longestNoNumber
    ) {
      return false;
    }
    under += 1;
  }
  return under * 2 >= labels.length && (under >= 2 || labels.length === 1);
}
