/** 规则: the search and the tree of tiers, and from there a rule set's page or two editions compared. */
import { Button, mergeClasses } from "@fluentui/react-components";
import { ArrowLeft16Regular } from "@fluentui/react-icons";
import { useEffect, useRef, useState, type ReactNode } from "react";
import type { EditionWriting } from "../../../authoring/edition-sheets";
import { NAMESPACE, RECORDS } from "../../../functions/records";
import type { Release } from "../../../policy/pack-release";
import type { PlaceCode } from "../../../language/places";
import { allEditions, type Purpose } from "../../../policy/rule-set";
import type { DraftInUse } from "../../app/scoring/pane-settings";
import { useStore } from "../../app/store";
import type { EditionAddress } from "../../app/view-choice";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { ComparePage } from "./compare-page";
import { BeginDraft } from "./draft/begin-draft";
import type { DraftModel } from "./draft/draft-model";
import { DraftNote, DraftPage, type DraftActions, type ListActions } from "./draft/draft-page";
import type { JudgedList } from "./draft/impact-section";
import type { DraftState } from "./draft/draft-state";
import { FunctionList } from "./function-list";
import { RuleSearch } from "./rule-search";
import { RuleSetPage } from "./rule-set-page";
import type { EditionForm, RulesModel, RulesState } from "./rules-model";
import { useRulesWords } from "./rules-texts";
import { TierTree } from "./tier-tree";
import { WriteEdition } from "./write-edition";

type Place =
  | { readonly kind: "tree" }
  | ({ readonly kind: "edition"; readonly purpose: Purpose } & EditionAddress)
  | { readonly kind: "compare"; readonly tier: string; readonly place: PlaceCode | null }
  | { readonly kind: "draft" };

export interface RulesPageProps {
  readonly release: Release;
  readonly state: RulesState;
  readonly onWrite: (form: EditionForm, writing: EditionWriting) => void;
  readonly onCancel: () => void;
  readonly onDismiss: () => void;
  /** The draft in the workbook, and what can be done with it. */
  readonly draft: DraftState;
  readonly drafts: DraftActions;
  /** The list that was scored, which a draft is tried on; null where none was. */
  readonly list: JudgedList | null;
  readonly ofList: ListActions;
  /** The draft that the workbook is judged by. */
  readonly inUse: DraftInUse | null;
  readonly onUse: (draft: DraftInUse | null) => void;
  readonly asOf: string;
  readonly purpose: Purpose;
  /** The edition to open at; the tree of all where left out. */
  readonly start?: EditionAddress | null;
  /** The way back to the diagnosis that led to `start`; null where none did. */
  readonly onBack?: (() => void) | null;
  /** What is looked for from the beginning, for pictures. */
  readonly search?: string;
}

export interface RulesViewProps extends Omit<RulesPageProps, "state" | "draft" | "onWrite" | "onCancel" | "onDismiss"> {
  readonly rules: RulesModel;
  readonly drafts: DraftModel;
}

export function RulesView({ rules, drafts, ...props }: RulesViewProps): ReactNode {
  const state = useStore(rules);
  const draft = useStore(drafts);
  useEffect(() => void drafts.look(), [drafts]);
  return (
    <RulesPage
      {...props}
      state={state}
      draft={draft}
      drafts={drafts}
      onWrite={(form, writing) => void rules.write(form, writing)}
      onCancel={() => rules.cancel()}
      onDismiss={() => rules.dismiss()}
    />
  );
}

export function RulesPage(props: RulesPageProps): ReactNode {
  const { release, state, draft, drafts, asOf, purpose, start = null, onBack = null, search = "" } = props;
  const layout = useLayout();
  const { say, language } = useRulesWords();
  const [led] = useState<Place>(start === null ? { kind: "tree" } : { kind: "edition", purpose, ...start });
  const [place, setPlace] = useState<Place>(led);
  const [query, setQuery] = useState(search);
  const page = useRef<HTMLDivElement>(null);
  const { policy, vocabulary } = release;
  const tier = place.kind === "tree" || place.kind === "draft" ? undefined : policy.tiers.get(place.tier);
  const edition =
    place.kind !== "edition" || tier === undefined
      ? undefined
      : allEditions(tier).find((one) => one.edition === place.edition && one.place === place.place);
  useEffect(() => {
    if (place.kind !== "tree")
      page.current?.focus({ preventScroll: place.kind === "edition" && place.line !== undefined });
  }, [place]);
  const close = (): void => setPlace({ kind: "tree" });
  const begin = async (file: string, replace: boolean): Promise<void> => {
    if (await drafts.begin(file, replace, language)) setPlace({ kind: "draft" });
  };
  // Only from where it led: who goes on to other rules has left that way.
  const back = place === led ? onBack : null;
  const searching = query.trim() !== "";
  if (tier === undefined && place.kind !== "draft") {
    return (
      <div className={layout.stack}>
        <DraftNote state={draft} onOpen={() => setPlace({ kind: "draft" })} />
        <RuleSearch
          release={release}
          purpose={purpose}
          query={query}
          onQuery={setQuery}
          onHit={({ edition: one, purpose: read, line }) =>
            setPlace({
              kind: "edition",
              tier: one.tier,
              edition: one.edition,
              place: one.place,
              purpose: read,
              line: line.id,
            })
          }
        />
        {searching ? null : (
          <>
            <TierTree
              policy={policy}
              vocabulary={vocabulary}
              asOf={asOf}
              purpose={purpose}
              onEdition={(one) =>
                setPlace({ kind: "edition", tier: one.tier, edition: one.edition, place: one.place, purpose })
              }
              onCompare={({ id }, own) => setPlace({ kind: "compare", tier: id, place: own })}
            />
            <Disclosure title={say("functions")} note={say("items", { count: RECORDS.length })}>
              <FunctionList records={RECORDS} namespace={NAMESPACE} />
            </Disclosure>
          </>
        )}
      </div>
    );
  }
  return (
    <div
      ref={page}
      tabIndex={-1}
      className={mergeClasses(layout.stack, layout.quietFocus)}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) (back ?? close)();
      }}
    >
      <div className={layout.row}>
        {back === null ? null : (
          <Button size="small" icon={<ArrowLeft16Regular />} onClick={back}>
            {say("backToDiagnosis")}
          </Button>
        )}
        <Button
          as="button"
          size="small"
          appearance="subtle"
          icon={back === null ? <ArrowLeft16Regular /> : null}
          onClick={close}
        >
          {say(searching ? "backToFound" : "allRules")}
        </Button>
      </div>
      {tier === undefined ? (
        <DraftPage
          state={draft}
          actions={drafts}
          list={props.list}
          of={props.ofList}
          inUse={props.inUse}
          onUse={props.onUse}
        />
      ) : edition === undefined || place.kind !== "edition" ? (
        <ComparePage
          key={tier.id}
          tier={tier}
          place={place.kind === "compare" ? place.place : null}
          vocabulary={vocabulary}
          purpose={purpose}
        />
      ) : (
        <RuleSetPage
          key={edition.edition}
          edition={edition}
          vocabulary={vocabulary}
          purpose={place.purpose}
          marked={place.line ?? ""}
          actions={(read) => (
            <>
              <WriteEdition
                state={state}
                writing={{ edition, purpose: read, vocabulary }}
                onWrite={props.onWrite}
                onCancel={props.onCancel}
                onDismiss={props.onDismiss}
              />
              <BeginDraft
                state={draft}
                file={edition.file}
                onBegin={(replace) => void begin(edition.file, replace)}
                onOpen={() => setPlace({ kind: "draft" })}
                onLeave={() => drafts.dismissQuestion()}
                onCancel={() => drafts.cancel()}
                onDismiss={() => drafts.dismiss()}
              />
            </>
          )}
        />
      )}
    </div>
  );
}
