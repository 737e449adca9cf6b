/** 评分: the states of scoring a sheet, one after the other in one view. */
import { Link, Spinner } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { Vocabulary } from "../../../language/vocabulary";
import { useLayout } from "../../widgets/layout";
import { Notice } from "../../widgets/notice";
import { mend } from "../../app/scoring/mend";
import type { ScoringModel } from "../../app/scoring/scoring-model";
import { selectedRows, type Remedy, type ScoringState } from "../../app/scoring/scoring-state";
import { isResultSheet } from "../../../sheet/results/sheet-names";
import { useScoreWords, type ScoreWords } from "./score-texts";
import { Done } from "./done";
import { HeadingDialog } from "./heading-dialog";
import { withHeadingRows } from "../../app/scoring/mapping-editor";
import { Running } from "../../widgets/running";
import { Seen } from "./seen";
import { useWhen } from "../../widgets/use-when";
import { Welcome } from "./welcome";

function remedyLabel({ say }: ScoreWords, remedy: Remedy): string {
  switch (remedy.kind) {
    case "look-again":
      return say("tryAgain");
    case "score-again":
      return say("scoreAgain");
    case "pick-heading":
      return say("pickHeadings");
    case "show-sheet":
      return say("goToSheet", { name: remedy.name });
    case "score-whole":
      return say("scoreWhole");
  }
}

export interface ScoreViewProps {
  readonly state: ScoringState;
  readonly model: ScoringModel;
  readonly vocabulary: Vocabulary;
}

export function ScoreView({ state, model, vocabulary }: ScoreViewProps): ReactNode {
  const layout = useLayout();
  const words = useScoreWords();
  const { say, of, language } = words;
  const [headings, setHeadings] = useState(false);
  const { trouble, reading } = state;
  const rows = reading?.headingRows ?? model.mapping?.headingRows ?? [1, 1];
  const run = (work: Promise<unknown>): void => void work;
  return (
    <div className={layout.stack}>
      {trouble === null ? null : (
        <Notice
          intent={trouble.remedy === null ? "warning" : "error"}
          dismiss={{ label: say("dismiss"), onClick: () => model.dismissTrouble() }}
          action={
            trouble.remedy === null
              ? null
              : {
                  label: remedyLabel(words, trouble.remedy),
                  onClick: () => {
                    if (trouble.remedy?.kind === "pick-heading") setHeadings(true);
                    else if (trouble.remedy !== null) run(mend(model, trouble.remedy, language));
                  },
                }
          }
        >
          {of(trouble.text)}
        </Notice>
      )}
      {state.settingsDamaged ? <Notice intent="info">{say("settingsDamaged")}</Notice> : null}
      <Phase state={state} model={model} vocabulary={vocabulary} onHeadings={() => setHeadings(true)} />
      {headings ? (
        <HeadingDialog
          rows={[rows[0], rows[1]]}
          chosen={model.mapping?.headingRows !== undefined}
          onRows={(chosen) => {
            setHeadings(false);
            run(model.setMapping(withHeadingRows(model.mapping, chosen)));
          }}
          onClose={() => setHeadings(false)}
        />
      ) : null}
    </div>
  );
}

function Phase({
  state,
  model,
  vocabulary,
  onHeadings,
}: ScoreViewProps & { readonly onHeadings: () => void }): ReactNode {
  const layout = useLayout();
  const when = useWhen(model.now);
  const { say, language } = useScoreWords();
  const run = (work: Promise<unknown>): void => void work;
  switch (state.phase) {
    case "starting":
      return state.trouble === null ? <Spinner size="small" label={say("looking")} /> : null;
    case "welcome":
      return (
        <Welcome
          busy={state.looking}
          onScore={() => run(model.begin(language))}
          onSample={() => run(model.insertSample(language))}
        />
      );
    case "running":
      return <Running work={state.work} onCancel={() => model.cancel()} />;
    case "done": {
      const { results } = state;
      if (results === null) return null;
      const active = state.workbook?.sheets.find(({ id }) => id === state.workbook?.active);
      const other =
        active !== undefined && !results.sheets.some(({ id }) => id === active.id) && !isResultSheet(active.name)
          ? active
          : null;
      return (
        <>
          {other === null ? null : (
            <Link as="button" className={layout.small} onClick={() => run(model.review(other.id))}>
              {say("scoreOther", { name: other.name })}
            </Link>
          )}
          <Done
            key={results.sheet.id}
            results={results}
            others={state.lists.filter(({ sheet }) => sheet.id !== results.sheet.id)}
            work={state.work}
            wroteChanges={state.wroteChanges}
            now={model.now}
            onList={(sheet) => model.showList(sheet)}
            onUndo={() => run(model.undo())}
            onCancel={() => model.cancel()}
            onWriteChanges={() => run(model.writeChanges(language))}
            onSheet={(sheet) => run(model.showSheet(sheet))}
            onScoreAgain={() => run(model.score(language))}
            onOpen={() => run(model.openResults())}
            onFilter={(tier) => run(model.filter(tier))}
            onEnterprise={(row) => run(model.showEnterprise(row))}
            onOnly={(rows) => run(model.showOnly(rows))}
            onColumns={() => run(model.review(results.sheet.id))}
            onCell={(cell) => run(model.showScoredCell(cell))}
            onBlock={(cells, at) => run(model.showScoredBlock(cells, at))}
          />
        </>
      );
    }
    case "seen":
      if (state.reading === null) {
        return state.looking ? (
          <Spinner size="small" label={say("looking")} />
        ) : (
          <div className={layout.row}>
            <Link as="button" onClick={() => run(model.look())}>
              {say("lookAgain")}
            </Link>
            <Link as="button" onClick={() => run(model.insertSample(language))}>
              {say("trySample")}
            </Link>
          </div>
        );
      }
      return (
        <Seen
          reading={state.reading}
          vocabulary={vocabulary}
          saved={model.mapping}
          enterprises={state.enterprises}
          selected={selectedRows(state)}
          onlySelected={state.onlySelected}
          busy={state.looking}
          onScore={() => run(model.score(language))}
          onConfirmAndScore={() => run(model.confirmAndScore(language))}
          together={state.together}
          onlyThisSheet={state.onlyThisSheet}
          onOnlyThisSheet={(only) => run(model.setOnlyThisSheet(only))}
          onOnlySelected={(only) => model.setOnlySelected(only)}
          onMapping={(mapping) => run(model.setMapping(mapping))}
          onHeadings={onHeadings}
          onCell={(cell) => run(model.showCell(cell))}
          back={state.results === null ? null : { time: when(state.results.at), onBack: () => model.backToResults() }}
        />
      );
  }
}
