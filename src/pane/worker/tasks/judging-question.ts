/** How a question says that a draft of rules is to judge. */
import { z } from "zod";
import type { Policy, Purpose } from "../../../policy/rule-set";
import type { Desk } from "../task";

export const judgingDraft = z.object({
  /** The draft's sheet, which was sent. */
  sheet: z.string(),
  /** A1 addresses of its cells that hold formulas. */
  formulas: z.array(z.string()),
  /** The edition it is a draft of, below seeds/: the sheet may hold another one since. */
  file: z.string(),
});
export type JudgingDraft = z.infer<typeof judgingDraft>;

/**
 * The rules that judge: the release's, or those with the draft in them. What reads drafts is loaded where one is to be read.
 * @throws Refused where the draft can't judge, never silently giving the edition's rules
 */
export async function judgingPolicy(
  draft: JudgingDraft | null,
  { asOf, purpose }: { readonly asOf: string; readonly purpose: Purpose },
  desk: Desk,
): Promise<Policy> {
  if (draft === null) return desk.known.policy;
  const { policyOfDraft, requireInForce } = await import("./judging-draft");
  const policy = await policyOfDraft(draft, desk);
  requireInForce(policy, asOf, purpose);
  return policy;
}
