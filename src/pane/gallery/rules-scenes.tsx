/** The rules in every state: the tree, the search, editions, two of them compared, an edition written down. */
import type { ReactNode } from "react";
import { NAMESPACE, RECORDS } from "../../functions/records";
import type { RuleSet } from "../../policy/rule-set";
import type { EditionAddress } from "../app/view-choice";
import { ComparePage } from "../views/rules/compare-page";
import { FunctionList } from "../views/rules/function-list";
import { RuleSetPage } from "../views/rules/rule-set-page";
import { NOTHING_WRITTEN, type RulesState } from "../views/rules/rules-model";
import { NO_DRAFT } from "../views/rules/draft/draft-state";
import { NO_DRAFT_ACTIONS, NO_LIST_ACTIONS } from "./draft-scenes";
import { RulesPage } from "../views/rules/rules-view";
import type { Scene, SceneProps } from "./scenes";

const nothing = (): void => undefined;

const GIANT = { tier: "little-giant", edition: "2026-04-01", place: null };

function rules(
  { release }: SceneProps,
  more: { readonly search?: string; readonly start?: EditionAddress; readonly state?: RulesState },
): ReactNode {
  return (
    <RulesPage
      release={release}
      asOf={release.policy.checked}
      purpose="new"
      state={NOTHING_WRITTEN}
      draft={NO_DRAFT}
      drafts={NO_DRAFT_ACTIONS}
      list={null}
      ofList={NO_LIST_ACTIONS}
      inUse={null}
      onUse={nothing}
      onWrite={nothing}
      onCancel={nothing}
      onDismiss={nothing}
      {...more}
    />
  );
}

function edition({ release }: SceneProps, tier: string, which: number): RuleSet | undefined {
  return release.policy.tiers.get(tier)?.editions.at(which);
}

function page(props: SceneProps, tier: string, which = -1): ReactNode {
  const one = edition(props, tier, which);
  return one === undefined ? null : <RuleSetPage edition={one} vocabulary={props.release.vocabulary} purpose="new" />;
}

export const RULES_SCENES: readonly Scene[] = [
  {
    id: "rules",
    show: (props) => rules(props, {}),
  },
  { id: "rules-found", show: (props) => rules(props, { search: "研发 3%" }) },
  { id: "rules-found-nothing", show: (props) => rules(props, { search: "区块链" }) },
  {
    id: "rules-marked",
    show: (props) => rules(props, { start: { ...GIANT, line: "rd-share" } }),
  },
  {
    id: "rules-written",
    show: (props) =>
      rules(props, {
        start: GIANT,
        state: {
          ...NOTHING_WRITTEN,
          wrote: { file: "national/little-giant/2026-04-01.yaml", name: "评分_标准_2026-04-01_专精特新“小巨人”企业" },
        },
      }),
  },
  { id: "rule-set", show: (props) => page(props, "little-giant") },
  { id: "rule-set-scored", show: (props) => page(props, "innovative") },
  { id: "rule-set-history", show: (props) => page(props, "specialized", 0) },
  {
    id: "compare",
    show: ({ release }) => {
      const tier = release.policy.tiers.get("little-giant");
      return tier === undefined ? null : (
        <ComparePage tier={tier} place={null} vocabulary={release.vocabulary} purpose="new" />
      );
    },
  },
  { id: "functions", show: () => <FunctionList records={RECORDS} namespace={NAMESPACE} /> },
];
