/** 诊断: follows the selected row to its enterprise. */
import { Button, Spinner } from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import { useStore } from "../../app/store";
import { useLayout } from "../../widgets/layout";
import { Notice } from "../../widgets/notice";
import { useWhen } from "../../widgets/use-when";
import type { ScoringModel } from "../../app/scoring/scoring-model";
import type { Results, ScoringState } from "../../app/scoring/scoring-state";
import { useDiagnosisWords } from "./diagnosis-texts";
import type { ChosenView } from "../../app/view-choice";
import type { DiagnosisModel } from "./diagnosis-model";
import { FirmSearch } from "./firm-search";
import { FirmPage, type Freshness } from "./firm-page";
import type { FirmAnswer } from "../../worker/tasks/run-answers";
import { NotScored } from "../../widgets/not-scored";

export interface DiagnosisViewProps {
  readonly state: ScoringState;
  readonly model: ScoringModel;
  readonly diagnosis: DiagnosisModel;
  readonly onView: (view: string, edition?: ChosenView["edition"]) => void;
}

/** How current what is shown is. */
export function freshnessOf(results: Results, firm: FirmAnswer, model: ScoringModel, state: ScoringState): Freshness {
  if (firm.now?.kind === "edited") return "edited";
  const { asOf, purpose } = results.summary;
  if (asOf !== model.asOf || purpose !== state.settings.purpose) return "other-rules";
  // Without the row's cells nothing tells whether they are still the same.
  if (results.stale) return firm.now === null ? "edited" : "others-edited";
  return "current";
}

export function DiagnosisView({ state, model, diagnosis, onView }: DiagnosisViewProps): ReactNode {
  const layout = useLayout();
  const { say, of, language } = useDiagnosisWords();
  const shown = useStore(diagnosis);
  useEffect(() => {
    diagnosis.open();
    return () => diagnosis.close();
  }, [diagnosis]);
  const when = useWhen(model.now);
  const { results } = state;
  const run = (work: Promise<unknown>): void => void work;
  if (results === null || state.phase === "running")
    return <NotScored state={state} model={model} hint={say("diagnosisHint")} onCheck={() => onView("score")} />;
  const { firm, trouble, unscored, loading } = shown;
  const [easiest] = results.summary.easiest;
  const begin = easiest?.row ?? results.summary.first;
  const about = firm?.diagnosis ?? null;
  const { target } = about ?? {};
  return (
    <div className={layout.stack}>
      <div className={layout.hidden} role="status" aria-live="polite">
        {about === null ? "" : <span key={shown.serial}>{`${about.name} ${of(about.verdict)}`}</span>}
      </div>
      {trouble === null ? null : (
        <Notice
          intent={trouble.remedy === null ? "warning" : "error"}
          dismiss={{ label: say("dismiss"), onClick: () => diagnosis.dismissTrouble() }}
          action={
            trouble.remedy?.kind === "score-again"
              ? { label: say("scoreAgain"), onClick: () => run(model.score(language)) }
              : null
          }
        >
          {of(trouble.text)}
        </Notice>
      )}
      {unscored === null ? null : (
        <Notice intent="warning" action={{ label: say("scoreAgain"), onClick: () => run(model.score(language)) }}>
          {say("rowNotScored", { row: String(unscored) })}
        </Notice>
      )}
      <FirmSearch
        found={shown.found}
        onFind={(query) => run(diagnosis.find(query))}
        onFirm={(row) => run(diagnosis.goTo(row))}
      />
      {firm === null || about === null ? (
        loading ? (
          <Spinner size="small" label={say("diagnosing")} />
        ) : (
          <>
            <p className={layout.text}>{say("pickRow", { sheet: results.sheet.name })}</p>
            <Button appearance="primary" className={layout.primary} onClick={() => run(diagnosis.goTo(begin))}>
              {say(easiest === undefined ? "firstFirm" : "easiestFirm")}
            </Button>
          </>
        )
      ) : (
        <FirmPage
          key={about.row}
          diagnosis={about}
          firm={firm}
          state={shown}
          freshness={freshnessOf(results, firm, model, state)}
          time={when(results.at)}
          enterprises={results.summary.enterprises}
          onScoreAgain={() => run(model.score(language))}
          onPin={(pinned) => diagnosis.setPinned(pinned)}
          onNext={() => run(diagnosis.next())}
          onCell={(cell) => run(model.showScoredCell(cell))}
          onClause={(line) => {
            if (!target) return;
            const { tier, edition, place } = target;
            onView("rules", { tier, edition, place, line, from: "diagnosis" });
          }}
          onEdit={(slot, text) => run(diagnosis.edit(slot, text))}
          onTry={(path) => {
            run(diagnosis.try(Object.fromEntries(firm.trials[path] ?? [])));
            document.getElementById("what-if")?.scrollIntoView({ block: "start" });
          }}
          onReset={() => run(diagnosis.try({}))}
          onPlans={(of_) => run(diagnosis.writePlans(of_, language))}
          onCancel={() => diagnosis.cancel()}
          onOpen={(sheet) => run(model.showSheet(sheet))}
        />
      )}
    </div>
  );
}
