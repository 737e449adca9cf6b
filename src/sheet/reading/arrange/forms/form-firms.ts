/** The enterprises a workbook's forms are of: one a form, or one a column, with the name each goes by. */
import type { Field } from "../../../../language/vocabulary";
import { cellText, isBlank, type Grid } from "../../../../words/grid";
import { foldKey } from "../../../../words/plain-text";
import type { Answer, FormSheet } from "./form-answers";
import type { Area } from "./form-areas";
import { endsLikeFirm, isPlaceholderName } from "./form-words";

/** One answer of an enterprise and the sheet it stands on. */
export interface FirmAnswer {
  readonly grid: Grid;
  readonly answer: Answer;
}

export interface FormFirm {
  /** The sheet it is said to stand on. */
  readonly grid: Grid;
  /** The row of its name, or of the first label where no cell names it; counts from 0. */
  readonly row: number;
  /** "" where nobody says. */
  readonly name: string;
  /** The cell that names it; null where the sheet's name does, or nothing. */
  readonly named: Area | null;
  readonly nameFrom: "label" | "filled-in-by" | "title" | "sheet" | "nowhere";
  readonly answers: FirmAnswer[];
}

/** Seals and the like printed behind a name. */
const seal = /\s*[(（](?:盖章|公章|加盖公章|签章|印章|章)[)）]\s*$/;
const numbered = /^(?:sheet|table|表|表格|工作表|页|form)?[\s_-]*\d*$/i;
/** What forms and their sheets are called, as against enterprises. */
const formWords =
  /表$|表[(（单]|申请|申报|自评|评价|基本|信息|情况|模板|样表|财务|指标|数据|统计|汇总|附件|说明|填报|填写|封面|sheet/i;

function nameAnswers(form: FormSheet, identity: string, mainHeading: string): readonly Answer[] {
  const main = foldKey(mainHeading);
  const weight = ({ label, levels }: Answer): number => {
    const key = foldKey(levels[levels.length - 1] ?? label.text);
    return key === main ? 0 : key === "名称" || key === "单位" ? 2 : 1;
  };
  return form.answers
    .filter(({ match, value, firm }) => match.field?.id === identity && firm === null && !isBlank(value))
    .sort((one, other) => weight(one) - weight(other) || one.label.row - other.label.row);
}

function nameInTitle(form: FormSheet): { readonly text: string; readonly at: Area } | null {
  for (const at of form.titles) {
    const text = /^(.{2,40}?(?:公司|集团|合作社|厂))(?!法|类)/.exec(at.text.trim())?.[1];
    if (text !== undefined && !/^(?:集团|公司)$/.test(text)) return { text, at };
  }
  return null;
}

/** The sheet's name where it may be an enterprise's: short ones only where there are several sheets of the form to tell apart. */
function nameOfSheet(grid: Grid, several: boolean): string {
  const name = grid.sheet.trim();
  if (numbered.test(name)) return "";
  return endsLikeFirm(name) || (several && !formWords.test(name)) ? name : "";
}

function oneFirm(grid: Grid, form: FormSheet, identity: Field, several: boolean): FormFirm {
  const answers = form.answers
    .filter(({ match, firm }) => match.field?.id !== identity.id && firm === null)
    .map((answer) => ({ grid, answer }));
  const firstRow = form.answers[0]?.label.row ?? 0;
  const [named] = nameAnswers(form, identity.id, identity.name.zh);
  const stands = (name: string, at: Area | null, nameFrom: FormFirm["nameFrom"]): FormFirm => ({
    grid,
    row: at?.row ?? firstRow,
    name: name.replace(seal, "").trim(),
    named: at,
    nameFrom,
    answers,
  });
  if (named !== undefined) return stands(cellText(named.value), named.at, "label");
  const { filledInBy } = form;
  if (filledInBy !== null) return stands(filledInBy.text, filledInBy.at, "filled-in-by");
  const title = nameInTitle(form);
  if (title !== null) return stands(title.text, title.at, "title");
  const sheet = nameOfSheet(grid, several);
  return sheet === "" ? stands("", null, "nowhere") : stands(sheet, null, "sheet");
}

/** The enterprises of one sheet; columns under the same name are one. */
export function firmsOfForm(grid: Grid, form: FormSheet, identity: Field, several: boolean): readonly FormFirm[] {
  if (form.firms.length === 0) return [oneFirm(grid, form, identity, several)];
  const firms = new Map<string, FormFirm>();
  for (const at of form.firms) {
    const key = foldKey(at.text);
    if (firms.has(key)) continue;
    firms.set(key, {
      grid,
      row: at.row,
      name: at.text.replace(seal, "").trim(),
      named: at,
      nameFrom: "label",
      answers: [],
    });
  }
  for (const answer of form.answers) {
    if (answer.firm === null || answer.match.field?.id === identity.id) continue;
    firms.get(foldKey(answer.firm.text))?.answers.push({ grid, answer });
  }
  return [...firms.values()];
}

/** A form somebody filled in as an example, for ××公司. */
export function isExample({ name, grid }: FormFirm): boolean {
  return (
    isPlaceholderName(name) || /样表|示例|样例|范例|模板|填写说明|填报说明|example|template|sample/i.test(grid.sheet)
  );
}
