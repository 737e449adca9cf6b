/** What every result says of itself: that it prepares and the authority decides, and which of its rules are only a draft. */
import type { RuleSet } from "../../policy/rule-set";
import type { Text } from "../../words/text";

/** Said on every result: the product prepares, the authority decides. */
export const DISCLAIMER: Text = {
  zh: "本结果只用于申报准备，认定以主管部门的决定为准。",
  en: "These results help to prepare an application. The authority's decision stands.",
};

/** Said wherever a draft judged: of what, where it stands and which one it is. Null where none did. */
export function draftNotice(ruleSets: readonly Pick<RuleSet, "name" | "draft">[]): Text | null {
  // A nation's draft judges under the points of several provinces: one draft all the same.
  const drafts = new Map(
    ruleSets.flatMap(({ name, draft }) => (draft === undefined ? [] : [[draft.fingerprint, { name, draft }]])),
  );
  if (drafts.size === 0) return null;
  const texts = [...drafts.values()].map(({ name, draft: { sheet, from, isNew, fingerprint } }): Text => ({
    zh: `“${name.zh}”用的是工作表“${sheet}”里的草案（${isNew ? `新起草的 ${from} 版` : `改自 ${from} 版`}，指纹 ${fingerprint}），不是施行中的标准。`,
    en: `${name.en} is judged by the draft on the sheet "${sheet}" (${isNew ? `a new edition ${from}` : `made from edition ${from}`}, fingerprint ${fingerprint}), not by rules in force.`,
  }));
  return { zh: texts.map(({ zh }) => zh).join(""), en: texts.map(({ en }) => en).join(" ") };
}

/** The notice on a result. @param draft which of its rules are a draft, see `draftNotice` */
export function resultNotice(draft: Text | null): Text {
  if (draft === null) return DISCLAIMER;
  return { zh: `${draft.zh}${DISCLAIMER.zh}`, en: `${draft.en} ${DISCLAIMER.en}` };
}
