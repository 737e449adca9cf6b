/** Answers that stand in one cell with their label: 企业名称：甲一公司, several of them too, and years before amounts: 2024年：10000；2025年：12000. */
import type { CellRoles } from "./cell-roles";

export interface InlineAnswer {
  readonly label: string;
  /** "" where the line was left empty. */
  readonly value: string;
}

const labelled = /(?:^|[\s；;，,。、|｜（(])([^\s:：；;，,。|｜]{1,60})\s*[:：]/gu;
/** Lines to write on, and what is printed around them. */
const emptyLine = /^[_\s/—–-]*$/;

function isLabel(text: string, roles: CellRoles): boolean {
  const { kind } = roles.of(text);
  return kind === "label" || kind === "everyday" || kind === "period" || kind === "year";
}

function trimmed(value: string): string {
  const text = value.replace(/[\s；;，,。|｜(（]+$/u, "").replace(/^[\s_]+|[_\s]+$/gu, "");
  return emptyLine.test(text) ? "" : text;
}

/**
 * The labels of a text that are followed by a colon, with what stands between each and the next. Empty for a text that does not begin
 * with a label known here, and for a label alone (企业名称：), whose answer stands in another cell.
 */
export function inlineAnswers(text: string, roles: CellRoles, known?: (label: string) => boolean): InlineAnswer[] {
  if (!/[:：]/.test(text) || text.length > 500) return [];
  const found = [...text.matchAll(labelled)].flatMap((match) => {
    const label = match[1] ?? "";
    const start = match.index + match[0].indexOf(label);
    return isLabel(label, roles) || known?.(label) === true
      ? [{ label, start, end: match.index + match[0].length }]
      : [];
  });
  const [first] = found;
  if (first === undefined || !/^[\s（(]*(?:\d{1,2}[.、)])?[\s]*$/.test(text.slice(0, first.start))) return [];
  const answers = found.map(({ label, end }, at) => ({
    label,
    value: trimmed(text.slice(end, found[at + 1]?.start ?? text.length)),
  }));
  return answers.length === 1 && answers[0]?.value === "" ? [] : answers;
}
