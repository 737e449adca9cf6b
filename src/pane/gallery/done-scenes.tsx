/** A finished run in every state: as it was scored, taken up again, compared with the one before, undone. */
import type { ReactNode } from "react";
import { inTheWay } from "../../excel/result-place";
import type { Results } from "../app/scoring/scoring-state";
import { Done, type DoneProps } from "../views/score/done";
import { UndoRun } from "../views/score/undo-run";
import type { Scene, SceneProps } from "./scenes";

const nothing = (): void => undefined;
/** 10:32 on the gallery's day, wherever it is shown. */
const AT = new Date(2026, 10, 21, 10, 32).getTime();

function results({ summary }: SceneProps, change: Partial<Results>): Results {
  return {
    summary,
    written: [],
    list: null,
    run: 2,
    rowSheets: [],
    lastColumn: 56,
    headingRow: 2,
    sheet: { id: "1", name: "企业名单" },
    sheets: [{ id: "1", name: "名单" }],
    at: AT,
    stale: false,
    replaced: false,
    filter: null,
    by: {
      asOf: summary.asOf,
      purpose: summary.purpose,
      place: null,
      mapping: undefined,
      draft: null,
      rows: null,
      language: "zh",
    },
    inputs: "",
    kept: null,
    extents: {},
    ending: "",
    reopened: false,
    exact: true,
    cells: null,
    missing: [],
    changes: null,
    before: null,
    ...change,
  };
}

function done(props: SceneProps, change: Partial<Results>, more: Partial<DoneProps> = {}): ReactNode {
  return (
    <Done
      results={results(props, change)}
      onScoreAgain={nothing}
      onOpen={nothing}
      onFilter={nothing}
      onEnterprise={nothing}
      onOnly={nothing}
      onColumns={nothing}
      onCell={nothing}
      onBlock={nothing}
      now={AT}
      onList={nothing}
      onUndo={nothing}
      onCancel={nothing}
      onWriteChanges={nothing}
      onSheet={nothing}
      {...more}
    />
  );
}

export const DONE_SCENES: readonly Scene[] = [
  { id: "done", show: (props) => done(props, {}) },
  {
    id: "done-elsewhere",
    show: (props) =>
      done(props, {
        written: [
          { sheet: "9", name: "评分_结果 (2)", table: null, note: inTheWay("评分_结果", "A305", "评分_结果 (2)") },
        ],
      }),
  },
  { id: "done-filtered", show: (props) => done(props, { filter: "specialized" }) },
  { id: "done-easiest", show: (props) => done(props, {}, { showEasiest: true }) },
  { id: "stale", show: (props) => done(props, { stale: true }) },
  {
    id: "done-reopened",
    show: (props) => done(props, { reopened: true, run: null, at: AT - 13 * 86_400_000, missing: ["评分_差距与方案"] }),
  },
  { id: "done-changes", show: (props) => done(props, { changes: props.changes }) },
  {
    id: "done-several-lists",
    show: (props) => done(props, {}, { others: [results(props, { sheet: { id: "3", name: "二季度名单" } })] }),
  },
  {
    id: "done-undoing",
    show: (props) =>
      done(props, {}, { work: { stage: "writing", done: 900, total: 4_000, elapsed: 1_000, cancelling: false } }),
  },
  {
    id: "undo-asked",
    show: (props) => (
      <UndoRun
        results={results(props, { before: results(props, { at: AT - 3_600_000 }) })}
        now={AT}
        asked
        onUndo={nothing}
      />
    ),
  },
  { id: "replaced", show: (props) => done(props, { replaced: true }) },
];
