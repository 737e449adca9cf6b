/** `--draft`: a list is judged by a draft of rules, and only where somebody says so. */
import { basename, resolve } from "node:path";
import { draftsOf, policyWithDraft } from "../authoring/draft-in-use";
import { allEditionsOn } from "../policy/editions";
import type { Purpose } from "../policy/rule-set";
import type { ValueOption } from "./kit/option";
import type { Say } from "./kit/terminal";
import { WrongInput } from "./kit/wrong-input";
import { loadRelease, type Release } from "./read-seeds";
import { openDraft } from "./rules/open-draft";

export const DRAFT: ValueOption = {
  kind: "value",
  name: "draft",
  value: { zh: "草案.xlsx", en: "draft.xlsx" },
  about: {
    zh: "草案所在的层级按这个工作簿里的规则草案评（也可以就是名单自己的工作簿）；每张结果表都写明是草案",
    en: "judges a tier by the draft of its rules in this workbook, which may be the list's own; every result says so",
  },
};

/**
 * The release, with a draft in it where one is asked for.
 * @throws WrongInput where the workbook has no draft, where it is faulty, and where it judges nobody on that day
 */
export async function releaseFor(
  draft: string | undefined,
  input: string,
  { asOf, purpose }: { readonly asOf: string; readonly purpose: Purpose },
  say: Say,
): Promise<Release> {
  const release = loadRelease();
  if (draft === undefined) return release;
  const read = await openDraft(draft, say);
  // Of another workbook, its name stands before the sheet's, as in Excel's references.
  const sheet = resolve(draft) === resolve(input) ? read.sheet : `[${basename(draft)}]${read.sheet}`;
  const policy = policyWithDraft(read, sheet);
  const drafts = draftsOf(policy);
  const inForce = allEditionsOn(policy, asOf, purpose);
  if (drafts.some((one) => inForce.includes(one))) return { ...release, policy };
  const [first] = drafts;
  const { from, until } = (purpose === "review" ? first?.reviewInForce : first?.inForce) ?? { from: "", until: null };
  throw new WrongInput({
    zh: `“${first?.name.zh ?? ""}”从 ${from} 用到 ${until ?? "以后"}，${asOf} 这一天用不上这份草案。请换一个 --as-of 日期，或去掉 --draft。`,
    en: `${first?.name.en ?? ""} stands from ${from} to ${until ?? "further notice"} and judges nobody on ${asOf}. Please choose another --as-of date, or leave out --draft.`,
  });
}
