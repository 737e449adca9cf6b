/** Drafts of rules in every state: none, begun, asked about, untouched, changed, wrong, judged, swept, exported. */
import type { ReactNode } from "react";
import { BeginDraft } from "../views/rules/draft/begin-draft";
import { DraftPage, DraftNote, type DraftActions, type ListActions } from "../views/rules/draft/draft-page";
import { NO_DRAFT, type DraftState } from "../views/rules/draft/draft-state";
import type { JudgedList } from "../views/rules/draft/impact-section";
import type { DraftFixtures } from "./draft-fixtures";
import type { Scene, SceneProps } from "./scenes";

const nothing = (): Promise<void> => Promise.resolve();

export const NO_LIST_ACTIONS: ListActions = {
  onScore: () => undefined,
  onScoreAgain: () => undefined,
  onFirm: () => undefined,
  onOnly: () => undefined,
};

/** Buttons of the gallery do nothing. */
export const NO_DRAFT_ACTIONS: DraftActions = {
  begin: () => Promise.resolve(false),
  open: nothing,
  close: () => undefined,
  choose: nothing,
  showCell: nothing,
  sweep: nothing,
  writeSheets: nothing,
  exportEdition: nothing,
  saveAgain: () => undefined,
  cancel: () => undefined,
  dismiss: () => undefined,
  dismissQuestion: () => undefined,
};

const LIST: JudgedList = { sheet: "企业名单", stale: false, takingUp: false };

function page(state: DraftState | undefined, list: JudgedList | null = null): ReactNode {
  if (state === undefined) return null;
  return (
    <DraftPage
      state={state}
      actions={NO_DRAFT_ACTIONS}
      list={list}
      of={NO_LIST_ACTIONS}
      inUse={null}
      onUse={() => undefined}
    />
  );
}

function begin(state: DraftState | undefined): ReactNode {
  if (state === undefined) return null;
  return (
    <BeginDraft
      state={state}
      file={FILE}
      onBegin={() => undefined}
      onOpen={() => undefined}
      onLeave={() => undefined}
      onCancel={() => undefined}
      onDismiss={() => undefined}
    />
  );
}

const FILE = "national/little-giant/2026-04-01.yaml";

/** A workbook with a copy of its draft. */
function twice(state: DraftState): DraftState {
  const [one] = state.sheets ?? [];
  return one === undefined ? state : { ...state, sheets: [one, { ...one, id: "copy", name: `${one.name} (2)` }] };
}

const scene = (id: string, show: (drafts: DraftFixtures, props: SceneProps) => ReactNode): Scene => ({
  id,
  show: (props) => (props.drafts === null ? null : show(props.drafts, props)),
});

export const DRAFT_SCENES: readonly Scene[] = [
  { id: "draft-none", show: () => page({ ...NO_DRAFT, sheets: [] }) },
  scene("draft-question", ({ fresh }) => begin({ ...fresh, question: FILE })),
  scene("draft-note", ({ fresh }) => <DraftNote state={fresh} onOpen={() => undefined} />),
  scene("draft-reading", ({ fresh }) => page({ ...fresh, view: null, live: "reading" })),
  scene("draft-fresh", ({ fresh }) => page(fresh)),
  scene("draft-changed", ({ changed }) => page({ ...changed, live: "judging" }, LIST)),
  scene("draft-faulty", ({ faulty }) => page(faulty, LIST)),
  scene("draft-twice", ({ changed }) => page(twice(changed))),
  scene("draft-ended", ({ changed }) =>
    page({ ...changed, view: changed.view?.kind === "draft" ? { ...changed.view, ended: "2027-03-31" } : null }),
  ),
  scene("draft-judged", ({ judged }) => page(judged, LIST)),
  scene("draft-stale", ({ judged }) => page(judged, { ...LIST, stale: true })),
  scene("draft-sweeping", ({ judged }) =>
    page(
      {
        ...judged,
        asked: "sweep",
        work: { stage: "working", done: 20, total: 50, elapsed: 4_000, cancelling: false },
      },
      LIST,
    ),
  ),
  scene("draft-swept", ({ swept }) => page(swept, LIST)),
  scene("draft-exported", ({ exported }) => page(exported, LIST)),
  scene("draft-refused", ({ refused }) => page(refused, LIST)),
];
