/** 培育库: the lists of the whole sheet, the effect of a change of rules, and figures to compare with. */
import { Button, makeStyles, mergeClasses, Spinner, Tab, TabList } from "@fluentui/react-components";
import { useEffect, useState, type ReactNode } from "react";
import { WorkLine } from "../../widgets/work-line";
import { NotScored } from "../../widgets/not-scored";
import { useStore } from "../../app/store";
import { useLayout } from "../../widgets/layout";
import { Notice } from "../../widgets/notice";
import { timeOfDay } from "../../widgets/time-of-day";
import { useWhen } from "../../widgets/use-when";
import type { ScoringModel } from "../../app/scoring/scoring-model";
import type { ScoringState } from "../../app/scoring/scoring-state";
import { useLibraryWords, type LibraryKey } from "./library-texts";
import { BenchmarksPage } from "./benchmarks-page";
import { ImpactPage } from "./impact-page";
import { LibraryLists } from "./library-lists";
import type { LibraryModel, LibraryState } from "./library-model";
import type { SheetRow } from "../../../sheet/reading/sheet-row";

const useStyles = makeStyles({ pages: { marginInlineStart: "-8px" } });

type Page = "library" | "impact" | "benchmarks";
const PAGES: readonly (readonly [Page, LibraryKey])[] = [
  ["library", "pageLists"],
  ["impact", "pageImpact"],
  ["benchmarks", "pageBenchmarks"],
];
const WRITE: Readonly<Record<Page, LibraryKey>> = {
  library: "writeLibrary",
  impact: "writeImpact",
  benchmarks: "writeBenchmarks",
};

/** 2026-11-21 10:32 of a moment in milliseconds, by the computer's clock and place. */
export function dayAndTime(moment: number): string {
  const date = new Date(moment);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${parts.join("-")} ${timeOfDay(moment)}`;
}

export interface LibraryViewProps {
  readonly state: ScoringState;
  readonly model: ScoringModel;
  readonly library: LibraryModel;
  /** Goes to an enterprise. */
  readonly onFirm: (row: SheetRow) => void;
  readonly onView: (view: string) => void;
}

export function LibraryView({ state, model, library, onFirm, onView }: LibraryViewProps): ReactNode {
  const { say, language } = useLibraryWords();
  const shown = useStore(library);
  useEffect(() => {
    library.open();
    return () => library.close();
  }, [library]);
  const when = useWhen(model.now);
  const { results } = state;
  const run = (work: Promise<unknown>): void => void work;
  if (results === null || state.phase === "running")
    return <NotScored state={state} model={model} hint={say("libraryHint")} onCheck={() => onView("score")} />;
  const otherRules = results.summary.asOf !== model.asOf || results.summary.purpose !== state.settings.purpose;
  return (
    <LibraryPage
      state={shown}
      stale={otherRules ? "other-rules" : results.stale ? "edited" : null}
      time={when(results.at)}
      onScoreAgain={() => run(model.score(language))}
      onPage={(page) => {
        if (page === "impact") run(library.loadImpact());
        if (page === "benchmarks") run(library.loadBenchmarks());
      }}
      onFirm={onFirm}
      onOnly={(rows) => run(model.showOnly(rows))}
      onWrite={(page) => run(library.write(page, language))}
      onCancel={() => library.cancel()}
      onDismiss={() => library.dismissTrouble()}
      onOpen={(sheet) => run(model.showSheet(sheet))}
    />
  );
}

export interface LibraryPageProps {
  readonly state: LibraryState;
  readonly stale: "edited" | "other-rules" | null;
  readonly time: string;
  readonly page?: Page;
  readonly onScoreAgain: () => void;
  readonly onPage: (page: Page) => void;
  readonly onFirm: (sheetRow: SheetRow) => void;
  /** Shows only these rows in the results. */
  readonly onOnly: (sheetRows: readonly SheetRow[]) => void;
  readonly onWrite: (page: Page) => void;
  readonly onCancel: () => void;
  readonly onDismiss: () => void;
  readonly onOpen: (sheet: string) => void;
}

export function LibraryPage(props: LibraryPageProps): ReactNode {
  const { state, stale, time, page: begin = "library", onScoreAgain, onPage, onFirm, onOnly } = props;
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useLibraryWords();
  const [page, setPage] = useState<Page>(begin);
  const { library, kept, impact, benchmarks, trouble } = state;
  const content =
    page === "library"
      ? library && (
          <LibraryLists
            library={library}
            before={kept === null ? null : dayAndTime(kept.at)}
            onFirm={onFirm}
            onOnly={onOnly}
          />
        )
      : page === "impact"
        ? impact && <ImpactPage impact={impact} onFirm={onFirm} onOnly={onOnly} />
        : benchmarks && <BenchmarksPage benchmarks={benchmarks} />;
  return (
    <div className={layout.stack}>
      {trouble === null ? null : (
        <Notice
          intent="warning"
          dismiss={{ label: say("dismiss"), onClick: props.onDismiss }}
          action={trouble.remedy?.kind === "score-again" ? { label: say("scoreAgain"), onClick: onScoreAgain } : null}
        >
          {of(trouble.text)}
        </Notice>
      )}
      {stale === null ? null : (
        <Notice intent="warning" action={{ label: say("scoreAgain"), onClick: onScoreAgain }}>
          {say(stale === "edited" ? "stale" : "rulesMoved", { time })}
        </Notice>
      )}
      {library?.draft == null ? null : <Notice intent="warning">{of(library.draft)}</Notice>}
      {library === null ? null : (
        <h2 className={layout.title}>{say("libraryTitle", { count: library.rows, asOf: library.asOf })}</h2>
      )}
      <TabList
        className={mergeClasses(layout.tabs, styles.pages)}
        size="small"
        selectedValue={page}
        aria-label={say("libraryPages")}
        onTabSelect={(_, { value }) => {
          const next = PAGES.find(([id]) => id === value)?.[0] ?? "library";
          setPage(next);
          onPage(next);
        }}
      >
        {PAGES.map(([id, title]) => (
          <Tab key={id} value={id} id={`library-${id}`}>
            {say(title)}
          </Tab>
        ))}
      </TabList>
      {content ? <Write {...props} page={page} /> : null}
      <div role="tabpanel" aria-labelledby={`library-${page}`}>
        {content ?? (trouble === null ? <Spinner size="small" label={say("working")} /> : null)}
      </div>
      <p className={mergeClasses(layout.small, layout.quiet)}>{say("disclaimer")}</p>
    </div>
  );
}

function Write({
  state,
  stale,
  page,
  onWrite,
  onCancel,
  onOpen,
}: LibraryPageProps & { readonly page: Page }): ReactNode {
  const layout = useLayout();
  const { say } = useLibraryWords();
  const { work, wrote, impact } = state;
  if (work !== null) return <WorkLine work={work} onCancel={onCancel} />;
  // Stale results are never written as if they were current.
  if (stale !== null || (page === "impact" && (impact?.tiers.length ?? 0) === 0)) return null;
  return (
    <div className={layout.tight}>
      <Button appearance="primary" className={layout.primary} onClick={() => onWrite(page)}>
        {say(WRITE[page])}
      </Button>
      {wrote === null ? null : (
        <Notice intent="success" action={{ label: say("openIt"), onClick: () => onOpen(wrote.sheet) }}>
          {say(wrote.what === "library" ? "libraryWritten" : "sheetWritten", { name: wrote.name })}
        </Notice>
      )}
    </div>
  );
}
