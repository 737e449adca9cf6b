/** Decides which of what stands beside a label is its answer. */
import { isUnit } from "../../units";
import { isMeasured } from "../list-outline";
import type { AnswersSoFar } from "./answers-so-far";
import type { CellRoles } from "./cell-roles";
import type { Area } from "./form-areas";
import { isFilledInBy } from "./form-words";
import type { AroundLabel } from "./heading-of-answer";
import { inlineAnswers } from "./inline-answers";
import { isNumeric, type Pair } from "./label-pairs";

/** How a heading would write the year in a cell. */
export function yearOver(text: string, roles: CellRoles): NonNullable<AroundLabel["year"]> {
  const role = roles.of(text);
  return { shown: text, level: role.kind === "year" ? role.level : text };
}

/** Reads the labels and answers that stand in one cell. */
export function readInline(area: Area, roles: CellRoles, so: AnswersSoFar): void {
  for (const { label, value } of inlineAnswers(area.text, roles, isFilledInBy)) {
    const { kind } = roles.of(label);
    if (kind === "year" || kind === "period") continue;
    if (isFilledInBy(label) && kind !== "label") {
      if (value !== "" && !isUnit(value)) so.filledInBy ??= { text: value, at: area };
    } else so.put(area, label, {}, area, value === "" ? null : value);
  }
  so.note(area);
}

/** 2023年：9000；2024年：10000 in the cells of the answers; false where they are written otherwise. */
function readYearsInside({ label, answers }: Pair, around: AroundLabel, roles: CellRoles, so: AnswersSoFar): boolean {
  const found = answers.map(({ area }) => ({
    area,
    years: inlineAnswers(area.text, roles).filter((one) => roles.of(one.label).kind === "year"),
  }));
  if (found.some(({ years }) => years.length === 0)) return false;
  for (const { area, years } of found) {
    for (const { label: year, value } of years) {
      so.put(label, label.text, { ...around, year: yearOver(year, roles) }, area, value === "" ? null : value);
    }
  }
  return true;
}

/** Reads a label with what stands beside it. Where two answers are possible none is taken. */
export function readPair(pair: Pair, roles: CellRoles, so: AnswersSoFar): void {
  const { label, group, answers, unit } = pair;
  const role = roles.of(label.cell);
  if (role.kind === "period" || inlineAnswers(label.text, roles, isFilledInBy).length > 0) return;
  const around: AroundLabel = {
    group: group?.text ?? null,
    ...(unit === null ? {} : { unit: { text: unit.text, amountsOnly: false } }),
  };
  const [first, second] = answers;
  if (first === undefined) {
    so.put(label, label.text, around, label, null);
    return;
  }
  if (answers.every(({ year }) => year !== null)) {
    for (const { year, area } of answers) {
      so.put(
        label,
        label.text,
        { ...around, year: year === null ? null : yearOver(year.text, roles) },
        area,
        area.cell,
      );
    }
    return;
  }
  if (isFilledInBy(label.text) && role.kind !== "label" && !isUnit(first.area.text)) {
    so.filledInBy ??= { text: first.area.text, at: first.area };
    return;
  }
  if (readYearsInside(pair, around, roles, so)) return;
  if (second !== undefined && role.kind === "label" && isMeasured(role.match.field)) {
    const numbers = answers.filter(({ area }) => isNumeric(area));
    // 研发费用 | 总额（万元） | 620: the text between belongs to the label.
    if (!isNumeric(first.area) && numbers.length === 1) {
      so.put(first.area, first.area.text, { ...around, group: label.text }, second.area, second.area.cell);
      return;
    }
    if (numbers.length > 1) {
      so.ambiguous.push({ label, candidates: answers.map(({ area }) => area) });
      return;
    }
  }
  so.put(label, label.text, around, first.area, first.area.cell);
}
