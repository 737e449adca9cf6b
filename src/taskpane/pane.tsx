/** The pane's frame: the views' tabs, the context line, the view, and the voice for those who listen. */
import { FluentProvider, makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { useMemo, useState, useSyncExternalStore, type ReactNode } from "react";
import type { Release } from "../policy/pack-release";
import type { Language } from "../sheet/score-tables";
import { ContextLine } from "./context-line";
import { useLayout } from "./layout";
import { THEMES, type PaneTheme } from "./pane-theme";
import { RulesView } from "./rules-view/rules-view";
import { ScoreView } from "./score-view/score-view";
import type { ScoringModel } from "./scoring/scoring-model";
import type { Announcement, ScoringState } from "./scoring/scoring-state";
import { useWords, WordsContext, wordsOf, type TextKey, type Words } from "./texts/language";

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

export interface PaneProps {
  readonly model: ScoringModel;
  readonly release: Release;
  readonly language: Language;
  readonly theme: PaneTheme;
}

interface ViewProps {
  readonly state: ScoringState;
  readonly model: ScoringModel;
  readonly release: Release;
}

/** The views in the order of their tabs. */
const VIEWS: readonly {
  readonly id: string;
  readonly title: TextKey;
  readonly show: (props: ViewProps) => ReactNode;
}[] = [
  {
    id: "score",
    title: "viewScore",
    show: ({ state, model, release }) => <ScoreView state={state} model={model} vocabulary={release.vocabulary} />,
  },
  {
    id: "rules",
    title: "viewRules",
    show: ({ state, model, release }) => (
      <RulesView release={release} asOf={model.asOf} purpose={state.settings.purpose} />
    ),
  },
];

const SPOKEN: Readonly<Record<Announcement["what"], TextKey>> = {
  recognised: "saidRecognised",
  "not-recognised": "saidNotRecognised",
  scored: "saidScored",
  cancelled: "saidCancelled",
  failed: "saidFailed",
  filtered: "saidFiltered",
};

function spoken({ say }: Words, announcement: Announcement | null): string {
  if (announcement === null) return "";
  const { what, count } = announcement;
  return what === "filtered" && count < 0 ? say("saidUnfiltered") : say(SPOKEN[what], { count });
}

export function Pane({ model, release, language, theme }: PaneProps): ReactNode {
  const words = useMemo(() => wordsOf(language), [language]);
  return (
    <FluentProvider theme={THEMES[theme]}>
      <WordsContext.Provider value={words}>
        <Frame model={model} release={release} />
      </WordsContext.Provider>
    </FluentProvider>
  );
}

function Frame({ model, release }: Pick<PaneProps, "model" | "release">): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const words = useWords();
  const state = useSyncExternalStore(model.subscribe, () => model.state);
  const [chosen, setChosen] = useState("score");
  const view = VIEWS.find(({ id }) => id === chosen);
  const { results, reading, phase } = state;
  const sheet = results?.sheet.name ?? state.sheet?.name ?? "";
  const enterprises =
    results !== null
      ? { count: results.summary.enterprises, exact: true }
      : reading !== null
        ? state.enterprises
        : null;
  return (
    <div className={styles.frame} lang={words.language === "zh" ? "zh-CN" : "en"}>
      <header className={styles.top}>
        <h1 className={layout.hidden}>{words.say("product")}</h1>
        <TabList
          className={styles.tabs}
          size="small"
          selectedValue={chosen}
          onTabSelect={(_, { value }) => setChosen(String(value))}
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
          policy={release.policy}
          disabled={phase === "running" || phase === "starting"}
          onChange={(asOf, purpose) => void model.setChoices(asOf, purpose)}
        />
      </header>
      <main className={styles.main}>
        <div role="tabpanel" aria-labelledby={`tab-${chosen}`}>
          {view?.show({ state, model, release })}
        </div>
        <div className={layout.hidden} role="status" aria-live="polite">
          <span key={state.announcement?.serial}>{spoken(words, state.announcement)}</span>
        </div>
      </main>
    </div>
  );
}
