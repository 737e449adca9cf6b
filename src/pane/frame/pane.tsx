/** The pane's frame: the views' tabs, the context line, the view, and the voice for those who listen. */
import { Link, makeStyles, mergeClasses, Tab, TabList, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type ReactNode } from "react";
import { editionsOn } from "../../policy/editions";
import type { Release } from "../../policy/pack-release";
import type { Language } from "../../words/text";
import type { ClusterModel } from "../views/clusters/cluster-model";
import { ClusterView } from "../views/clusters/cluster-view";
import { clearOfHeader } from "./clear-of-header";
import { ContextLine } from "./context-line";
import type { DiagnosisModel } from "../views/diagnosis/diagnosis-model";
import { DiagnosisView } from "../views/diagnosis/diagnosis-view";
import { useStore } from "../app/store";
import { useLayout } from "../widgets/layout";
import type { LibraryModel } from "../views/library/library-model";
import { LibraryView } from "../views/library/library-view";
import { keepFocus } from "./keep-focus";
import type { PaneTheme } from "./pane-theme";
import { Themed } from "./themed";
import type { DraftModel } from "../views/rules/draft/draft-model";
import type { JudgedList } from "../views/rules/draft/impact-section";
import type { RulesModel } from "../views/rules/rules-model";
import { RulesView } from "../views/rules/rules-view";
import { ScoreView } from "../views/score/score-view";
import type { ScoringModel } from "../app/scoring/scoring-model";
import { otherListInView } from "../app/scoring/scored-sheets";
import type { Announcement, ScoringState } from "../app/scoring/scoring-state";
import type { SharingModel } from "../views/sharing/sharing-model";
import { SharingView } from "../views/sharing/sharing-view";
import { SubsidyPanel, type SubsidyPanelProps } from "../views/subsidy/subsidy-panel";
import type { ChosenView, ViewChoice } from "../app/view-choice";
import type { Text } from "../../words/text";
import { LanguageContext, ProgramContext } from "../texts/language";
import { useFrameWords, type FrameKey, type FrameWords } from "./frame-texts";

const useStyles = makeStyles({
  frame: {
    display: "flex",
    flexDirection: "column",
    minHeight: "100vh",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  top: { position: "sticky", top: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground1 },
  tabs: { paddingInline: "4px" },
  main: { flexGrow: 1, padding: "10px 12px 24px", minWidth: 0, position: "relative" },
});

/** The minds behind the views. */
export interface PaneModels {
  readonly model: ScoringModel;
  readonly diagnosis: DiagnosisModel;
  readonly library: LibraryModel;
  readonly clusters: ClusterModel;
  readonly subsidy: SubsidyPanelProps;
  readonly rules: RulesModel;
  readonly drafts: DraftModel;
  readonly sharing: SharingModel;
  readonly views: ViewChoice;
}

export interface PaneProps extends PaneModels {
  readonly release: Release;
  /** What the workbook is open in. */
  readonly program: Text;
  readonly language: Language;
  readonly theme: PaneTheme;
}

interface ViewProps extends PaneModels {
  readonly state: ScoringState;
  readonly release: Release;
  readonly chosen: ChosenView;
  readonly language: Language;
}

/** The list that a draft of rules is tried on. */
function judgedList({ results }: ScoringState): JudgedList | null {
  if (results === null) return null;
  return { sheet: results.sheet.name, stale: results.stale, takingUp: results.run === null };
}

/** The views in the order of their tabs. */
const VIEWS: readonly {
  readonly id: string;
  readonly title: FrameKey;
  /** It shows the results of a list. */
  readonly ofList?: true;
  readonly show: (props: ViewProps) => ReactNode;
}[] = [
  {
    id: "score",
    title: "viewScore",
    ofList: true,
    show: ({ state, model, release }) => <ScoreView state={state} model={model} vocabulary={release.vocabulary} />,
  },
  {
    id: "diagnosis",
    title: "viewDiagnosis",
    ofList: true,
    show: ({ state, model, diagnosis, views }) => (
      <DiagnosisView
        state={state}
        model={model}
        diagnosis={diagnosis}
        onView={(view, edition) => views.choose(view, edition)}
      />
    ),
  },
  {
    id: "library",
    title: "viewLibrary",
    ofList: true,
    show: ({ state, model, diagnosis, library, views }) => (
      <LibraryView
        state={state}
        model={model}
        library={library}
        onFirm={(row) => {
          views.choose("diagnosis");
          void diagnosis.goTo(row);
        }}
        onView={(view) => views.choose(view)}
      />
    ),
  },
  {
    id: "clusters",
    title: "viewClusters",
    show: ({ model, clusters, release }) => (
      <ClusterView clusters={clusters} vocabulary={release.vocabulary} asOf={model.asOf} />
    ),
  },
  {
    id: "subsidy",
    title: "viewSubsidy",
    show: ({ subsidy }) => <SubsidyPanel {...subsidy} />,
  },
  {
    id: "rules",
    title: "viewRules",
    show: ({ state, model, release, rules, drafts, chosen, views, language }) => (
      <RulesView
        release={release}
        rules={rules}
        drafts={drafts}
        list={judgedList(state)}
        ofList={{
          onScore: () => views.choose("score"),
          onScoreAgain: () => void model.score(language),
          onFirm: (row) => void model.showEnterprise(row),
          onOnly: (rows) => void model.showOnly(rows),
        }}
        asOf={model.asOf}
        purpose={state.settings.purpose}
        inUse={state.settings.draft}
        onUse={(draft) => model.setDraft(draft)}
        start={chosen.edition}
        onBack={chosen.edition?.from === undefined ? null : () => views.choose(chosen.edition?.from ?? "score")}
      />
    ),
  },
  {
    id: "sharing",
    title: "viewSharing",
    show: ({ state, model, release, sharing }) => (
      <SharingView sharing={sharing} editions={editionsOn(release.policy, model.asOf, state.settings.purpose)} />
    ),
  },
];

const SPOKEN: Readonly<Record<Announcement["what"], FrameKey>> = {
  recognised: "saidRecognised",
  "not-recognised": "saidNotRecognised",
  scored: "saidScored",
  undone: "saidUndone",
  cancelled: "saidCancelled",
  failed: "saidFailed",
  filtered: "saidFiltered",
};

function spoken({ say }: FrameWords, announcement: Announcement | null): string {
  if (announcement === null) return "";
  const { what, count } = announcement;
  return what === "filtered" && count < 0 ? say("saidUnfiltered") : say(SPOKEN[what], { count });
}

export function Pane({ language, theme, program, ...frame }: PaneProps): ReactNode {
  return (
    <Themed theme={theme}>
      <LanguageContext.Provider value={language}>
        <ProgramContext.Provider value={program}>
          <Frame {...frame} />
        </ProgramContext.Provider>
      </LanguageContext.Provider>
    </Themed>
  );
}

function Frame({ release, ...models }: Omit<PaneProps, "language" | "theme" | "program">): ReactNode {
  const { model, views } = models;
  const styles = useStyles();
  const layout = useLayout();
  const words = useFrameWords();
  const state = useStore(model);
  const chosen = useStore(views);
  const frame = useRef<HTMLDivElement>(null);
  const header = useRef<HTMLElement>(null);
  useEffect(() => (frame.current === null ? undefined : keepFocus(frame.current)), []);
  useEffect(() => (header.current === null ? undefined : clearOfHeader(header.current)), []);
  const view = VIEWS.find(({ id }) => id === chosen.view);
  const { results, reading, phase } = state;
  // While the columns of a sheet are looked at, that sheet is meant; the other views go on about the one scored.
  const scored = phase === "seen" && chosen.view === "score" ? null : results;
  const sheet = scored?.sheet.name ?? state.sheet?.name ?? "";
  const listInView = scored === null || phase === "running" ? null : otherListInView(state);
  const enterprises =
    scored !== null ? { count: scored.summary.enterprises, exact: true } : reading !== null ? state.enterprises : null;
  return (
    <div ref={frame} className={styles.frame} lang={words.language === "zh" ? "zh-CN" : "en"}>
      <header ref={header} className={styles.top}>
        <h1 className={layout.hidden}>{words.say("product")}</h1>
        <TabList
          className={mergeClasses(layout.tabs, styles.tabs)}
          size="small"
          selectedValue={chosen.view}
          onTabSelect={(_, { value }) => views.choose(String(value))}
          aria-label={words.say("views")}
        >
          {VIEWS.map(({ id, title }) => (
            <Tab key={id} value={id} id={`tab-${id}`}>
              {words.say(title)}
            </Tab>
          ))}
        </TabList>
        <ContextLine
          sheet={sheet}
          enterprises={enterprises}
          asOf={model.asOf}
          purpose={state.settings.purpose}
          place={state.settings.place}
          provinces={release.vocabulary.provinces}
          policy={release.policy}
          draft={state.settings.draft}
          onRules={() => views.choose("rules")}
          disabled={phase === "running" || phase === "starting"}
          onChange={(asOf, purpose, place) => void model.setChoices(asOf, purpose, place)}
        />
      </header>
      <main className={styles.main}>
        {listInView === null || view?.ofList !== true ? null : (
          <p className={layout.small}>
            {words.say("resultsOf", { name: sheet })}{" "}
            <Link as="button" className={layout.small} onClick={() => model.showList(listInView.sheet.id)}>
              {words.say("showListInView", { name: listInView.sheet.name })}
            </Link>
          </p>
        )}
        <div role="tabpanel" aria-labelledby={`tab-${chosen.view}`}>
          {view?.show({ ...models, state, release, chosen, language: words.language })}
        </div>
        <div className={layout.hidden} role="status" aria-live="polite">
          <span key={state.announcement?.serial}>{spoken(words, state.announcement)}</span>
        </div>
      </main>
    </div>
  );
}
