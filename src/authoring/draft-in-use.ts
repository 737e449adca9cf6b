/** The release with a draft in the place of what it was made from, called a draft by name and edition wherever it judges. */
import { draftEdition } from "../policy/editions";
import { editionsOf, type DraftMark, type Policy, type RuleSet, type TierEntry } from "../policy/rule-set";
import type { Text } from "../words/text";
import { placeOfEdition } from "./catalogue";
import type { Draft } from "./draft";
import { fingerprintOf } from "./fingerprint";

function markOf({ sheet, origin, isNew, text }: Draft): DraftMark {
  const from = placeOfEdition(origin.file)?.edition ?? "";
  return { sheet, from, isNew, fingerprint: fingerprintOf(text) };
}

/**
 * The rules by which a workbook is judged that is to be judged by a draft.
 * @param sheet what the sheet with the draft is called, where its own name would not find it
 */
export function policyWithDraft(draft: Draft, sheet: string = draft.sheet): Policy {
  const mark = { ...markOf(draft), sheet };
  const ours = new Map(draft.ruleSets.map((ruleSet) => [ruleSet, marked(ruleSet, mark)]));
  const edition = (one: RuleSet): RuleSet => ours.get(one) ?? one;
  const entries = (tiers: Policy["tiers"]): Policy["tiers"] =>
    new Map(
      [...tiers].map(([id, tier]): [string, TierEntry] => [
        id,
        {
          ...tier,
          editions: tier.editions.map(edition),
          provinces: new Map(
            [...tier.provinces].map(([place, own]) => [place, { ...own, editions: own.editions.map(edition) }]),
          ),
        },
      ]),
    );
  const { policy } = draft;
  return { ...policy, tiers: entries(policy.tiers), clusters: entries(policy.clusters) };
}

function marked(ruleSet: RuleSet, draft: DraftMark): RuleSet {
  return { ...ruleSet, name: named(ruleSet.name), edition: draftEdition(draft.from, draft.fingerprint), draft };
}

function named({ zh, en }: Text): Text {
  return { zh: `${zh}（草案）`, en: `${en} (draft)` };
}

/** The drafted rule sets of a policy. */
export function draftsOf(policy: Policy): readonly RuleSet[] {
  return editionsOf(policy).filter(({ draft }) => draft !== undefined);
}
