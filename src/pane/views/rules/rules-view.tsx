/** 规则: the tree of tiers, and from there a rule set's page or two editions compared. */
import { Button, mergeClasses } from "@fluentui/react-components";
import { ArrowLeft16Regular } from "@fluentui/react-icons";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { NAMESPACE, RECORDS } from "../../../functions/records";
import type { Release } from "../../../policy/pack-release";
import type { PlaceCode } from "../../../language/places";
import { allEditions, type Purpose } from "../../../policy/rule-set";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { useRulesWords } from "./rules-texts";
import { ComparePage } from "./compare-page";
import { FunctionList } from "./function-list";
import { RuleSetPage } from "./rule-set-page";
import type { EditionAddress } from "../../app/view-choice";
import { TierTree } from "./tier-tree";

type Place =
  | { readonly kind: "tree" }
  | ({ readonly kind: "edition" } & EditionAddress)
  | { readonly kind: "compare"; readonly tier: string; readonly place: PlaceCode | null };

export interface RulesViewProps {
  readonly release: Release;
  readonly asOf: string;
  readonly purpose: Purpose;
  /** The edition to open at; the tree of all where left out. */
  readonly start?: EditionAddress | null;
}

export function RulesView({ release, asOf, purpose, start = null }: RulesViewProps): ReactNode {
  const layout = useLayout();
  const { say } = useRulesWords();
  const [place, setPlace] = useState<Place>(start === null ? { kind: "tree" } : { kind: "edition", ...start });
  const page = useRef<HTMLDivElement>(null);
  const { policy, vocabulary } = release;
  const tier = place.kind === "tree" ? undefined : policy.tiers.get(place.tier);
  const edition =
    place.kind !== "edition" || tier === undefined
      ? undefined
      : allEditions(tier).find((one) => one.edition === place.edition && one.place === place.place);
  useEffect(() => {
    if (place.kind !== "tree") page.current?.focus();
  }, [place]);
  if (tier === undefined) {
    return (
      <div className={layout.stack}>
        <TierTree
          policy={policy}
          vocabulary={vocabulary}
          asOf={asOf}
          purpose={purpose}
          onEdition={(one) => setPlace({ kind: "edition", tier: one.tier, edition: one.edition, place: one.place })}
          onCompare={({ id }, own) => setPlace({ kind: "compare", tier: id, place: own })}
        />
        <Disclosure title={say("functions")} note={say("items", { count: RECORDS.length })}>
          <FunctionList records={RECORDS} namespace={NAMESPACE} />
        </Disclosure>
      </div>
    );
  }
  const close = (): void => setPlace({ kind: "tree" });
  return (
    <div
      ref={page}
      tabIndex={-1}
      className={mergeClasses(layout.stack, layout.quietFocus)}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) close();
      }}
    >
      <div>
        <Button as="button" size="small" appearance="subtle" icon={<ArrowLeft16Regular />} onClick={close}>
          {say("allRules")}
        </Button>
      </div>
      {edition === undefined ? (
        <ComparePage
          key={tier.id}
          tier={tier}
          place={place.kind === "compare" ? place.place : null}
          vocabulary={vocabulary}
          purpose={purpose}
        />
      ) : (
        <RuleSetPage key={edition.edition} edition={edition} vocabulary={vocabulary} purpose={purpose} />
      )}
    </div>
  );
}
