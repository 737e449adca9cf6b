/** The views 诊断 and 培育库 in every state. */
import { NO_FIRM, type DiagnosisState } from "../views/diagnosis/diagnosis-model";
import { FirmPage, type Freshness } from "../views/diagnosis/firm-page";
import { WorkLine } from "../widgets/work-line";
import type { FirmAnswer } from "../worker/tasks/run-answers";
import { LibraryPage, type LibraryPageProps } from "../views/library/library-view";
import type { ReactNode } from "react";
import type { Scene, SceneProps } from "./scenes";

const nothing = (): void => undefined;

function firm(
  { summary }: SceneProps,
  answer: FirmAnswer,
  change: Partial<DiagnosisState> = {},
  freshness: Freshness = "current",
): ReactNode {
  if (answer.diagnosis === null) return null;
  return (
    <FirmPage
      diagnosis={answer.diagnosis}
      firm={answer}
      state={{ ...NO_FIRM, sheetRow: answer.diagnosis.sheetRow, ...change }}
      freshness={freshness}
      time="10:32"
      enterprises={summary.enterprises}
      onScoreAgain={nothing}
      onPin={nothing}
      onNext={nothing}
      onCell={nothing}
      onClause={nothing}
      onEdit={nothing}
      onTry={nothing}
      onReset={nothing}
      onPlans={nothing}
      onCancel={nothing}
      onOpen={nothing}
    />
  );
}

function library({ library: state }: SceneProps, change: Partial<LibraryPageProps> = {}): ReactNode {
  return (
    <LibraryPage
      state={state}
      stale={null}
      time="10:32"
      onScoreAgain={nothing}
      onPage={nothing}
      onFirm={nothing}
      onOnly={nothing}
      onWrite={nothing}
      onCancel={nothing}
      onDismiss={nothing}
      onOpen={nothing}
      {...change}
    />
  );
}

const WROTE = { sheet: "9", name: "评分_成长方案_示例011号铝业有限公司（虚构）" };

export const CULTIVATION_SCENES: readonly Scene[] = [
  { id: "firm", show: (props) => firm(props, props.firm) },
  { id: "firm-bare", show: (props) => firm(props, props.bareFirm) },
  { id: "firm-trial", show: (props) => firm(props, props.firm, { trial: props.trial }) },
  { id: "firm-edited", show: (props) => firm(props, props.firm, {}, "edited") },
  {
    id: "firm-moved",
    show: (props) =>
      firm(props, { ...props.firm, now: { kind: "moved", row: 10, from: 12 } }, { sheetRow: 40 }, "others-edited"),
  },
  {
    id: "firm-written",
    show: (props) => firm(props, props.firm, { wrote: WROTE, selected: 12, pinned: true }),
  },
  {
    id: "plans-running",
    show: () => (
      <WorkLine
        work={{ stage: "composing", done: 240, total: 650, elapsed: 2_000, cancelling: false }}
        onCancel={nothing}
      />
    ),
  },
  { id: "library", show: (props) => library(props) },
  { id: "library-stale", show: (props) => library(props, { stale: "edited" }) },
  {
    id: "library-written",
    show: (props) =>
      library(props, {
        state: { ...props.library, wrote: { sheet: "9", name: "评分_培育库总览", what: "library" } },
      }),
  },
  { id: "impact", show: (props) => library(props, { page: "impact" }) },
  { id: "benchmarks", show: (props) => library(props, { page: "benchmarks" }) },
];
