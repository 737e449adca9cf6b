/** The rules by which a workbook is judged that says it is to be judged by a draft of them: what the draft's sheet says at this moment. */
import { z } from "zod";
import { draftsOf, policyWithDraft } from "../../../authoring/draft-in-use";
import { readDraftSheet } from "../../../authoring/draft";
import { originIn } from "../../../authoring/draft-sheet";
import { allEditionsOn } from "../../../policy/editions";
import { packRelease } from "../../../policy/pack-release";
import type { Policy, Purpose } from "../../../policy/rule-set";
import type { Language, Text } from "../../../words/text";
import { Refused } from "../refused";
import { task, type Desk } from "../task";
import { draftSource } from "./drafts";
import type { JudgingDraft } from "./judging-question";
import { judgingDraft } from "./judging-question";

/** More cells than anyone mends before looking again. */
const MOST_CELLS = 5;

/**
 * The release's rules with the draft in them.
 * @throws Refused where the sheet holds no draft of that edition, or a faulty one, with its cells
 */
export async function policyOfDraft({ sheet, formulas, file }: JudgingDraft, desk: Desk): Promise<Policy> {
  const [grid] = desk.grids([sheet]);
  if (grid === undefined) throw new TypeError("a sheet that is not held is refused before");
  const origin = originIn(grid)?.origin ?? null;
  if (origin?.file !== file) throw new Refused(otherDraft(grid.sheet, file));
  const draft = readDraftSheet(grid, origin, new Set(formulas), await draftSource(desk.known));
  if (!("troubles" in draft)) return policyWithDraft(draft);
  const { troubles } = draft;
  const cells = (language: Language): string =>
    troubles
      .slice(0, MOST_CELLS)
      .map(({ cell, text }) => `${cell} ${text[language]}`)
      .join(language === "zh" ? "" : " ");
  throw new Refused({
    zh: `这个工作簿按“${grid.sheet}”里的草案评，草案有${troubles.length}处还不能用，没有改按正式的标准评。${cells("zh")}`,
    en: `This workbook is judged by the draft on "${grid.sheet}", of which ${troubles.length} cells can't be used yet; it was not judged by the rules in force instead. ${cells("en")}`,
  });
}

function otherDraft(sheet: string, file: string): Text {
  return {
    zh: `这个工作簿按“${sheet}”里的草案评，可那张表上已经不是 ${file} 的草案了。请在“规则”里重新选用，或停用草案。`,
    en: `This workbook is judged by the draft on "${sheet}", but that sheet no longer holds the draft of ${file}. Choose again in the view Rules, or stop using it.`,
  };
}

/** @throws Refused where the draft judges nobody on the day */
export function requireInForce(policy: Policy, asOf: string, purpose: Purpose): void {
  const drafts = draftsOf(policy);
  const inForce = allEditionsOn(policy, asOf, purpose);
  if (drafts.some((one) => inForce.includes(one))) return;
  const [first] = drafts;
  throw new Refused({
    zh: `这个工作簿按“${first?.name.zh ?? ""}”评，可它在 ${asOf} 这一天不施行，没有改按正式的标准评。请换一个基准日，或在“规则”里停用草案。`,
    en: `This workbook is judged by ${first?.name.en ?? ""}, which judges nobody on ${asOf}; it was not judged by the rules in force instead. Choose another date, or stop using the draft in the view Rules.`,
  });
}

export interface JudgingRules {
  /** The release with the draft in it, for formulas. */
  readonly packed: string;
  readonly fingerprint: string;
}

/** For formulas, which can't read a draft. */
export const judging = task(z.object({ draft: judgingDraft }), async ({ draft }, desk): Promise<JudgingRules> => {
  const policy = await policyOfDraft(draft, desk);
  const { vocabulary } = desk.known;
  return { packed: packRelease({ vocabulary, policy }), fingerprint: draftsOf(policy)[0]?.draft?.fingerprint ?? "" };
});
