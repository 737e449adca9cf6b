/** The year a form says it is of: beside a label such as 统计年度, or alone above its first answers. */
import type { CellRoles } from "./cell-roles";
import type { Area, FormAreas } from "./form-areas";
import { isWithinYear, wholeYear } from "./form-notes";
import { partOfTitle } from "../../title-notes";
import { inlineAnswers } from "./inline-answers";
import { isLabelRole } from "./label-columns";

export interface FormYear {
  readonly year: number | null;
  /** The cell that says its figures are of a part of a year: a date before the end of one, a quarter, months. */
  readonly withinYear: Area | null;
}

const statement =
  /负债表|利润表|损益表|收益表|现金流量表|权益变动表|balance\s*sheet|(?:income|cash\s*flow|profit\s*and\s*loss)\s*statement/i;

/** What a cell says of the period; `asked` where a label asks for it. */
interface Said {
  readonly text: string;
  readonly at: Area;
  readonly asked: boolean;
}

function saidBy(
  area: Area,
  left: Area | undefined,
  next: Area | undefined,
  above: boolean,
  roles: CellRoles,
): Said | null {
  if (roles.of(area.cell).kind === "period")
    return next === undefined ? null : { text: next.text, at: next, asked: true };
  if (typeof area.cell !== "string") return null;
  const inline = inlineAnswers(area.text, roles);
  const period = inline.find(({ label }) => roles.of(label).kind === "period");
  if (period !== undefined) return { text: period.value, at: area, asked: true };
  const afterLabel = left !== undefined && isLabelRole(roles.of(left.cell));
  if (inline.length > 0 || !above || afterLabel) return null;
  return { text: area.text.replace(/^[(（]|[)）]$/g, ""), at: area, asked: false };
}

/** @param isHead whether heads of a table begin in a row; the years of heads are those of their columns */
export function formYear(areas: FormAreas, roles: CellRoles, isHead: (row: number) => boolean): FormYear {
  const said: Said[] = [];
  let above = true;
  for (let row = 0; row < areas.rowCount; row++) {
    if (isHead(row)) above = false;
    const filled = areas.row(row);
    for (const [at, area] of filled.entries()) {
      const one = saidBy(area, filled[at - 1], filled[at + 1], above, roles);
      if (one !== null) said.push(one);
    }
  }
  const year = said.map(({ text }) => wholeYear(text)).find((one) => one !== null) ?? null;
  // Above a statement a date is the one it closes on; above any other form it may be the day of the paper.
  const dated = said.some(({ text }) => statement.test(text));
  const isPart = ({ text, asked }: Said): boolean => (asked || dated ? isWithinYear(text) : partOfTitle(text) !== null);
  const within = said.find(isPart)?.at ?? null;
  return { year, withinYear: year === null ? within : null };
}
