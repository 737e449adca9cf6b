/** The page of the draft in the workbook: what it changes, and what is wrong with it, as its cells are now. */
import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import { Choice } from "../../../widgets/choice";
import { Disclosure } from "../../../widgets/disclosure";
import type { DraftInUse } from "../../../app/scoring/pane-settings";
import { useLayout } from "../../../widgets/layout";
import { Notice } from "../../../widgets/notice";
import type { FaultyDraft, SoundDraft } from "../../../worker/tasks/draft-answers";
import { DifferenceList } from "../difference-list";
import type { DraftModel } from "./draft-model";
import { rivals, type DraftState, type Live } from "./draft-state";
import { useDraftWords, type DraftKey } from "./draft-texts";
import { ExportSection } from "./export-section";
import { ImpactSection, type ImpactActions, type JudgedList } from "./impact-section";
import { SweepSection } from "./sweep-section";
import { ToldCells } from "./told-cells";
import { UseDraft } from "./use-draft";

const useStyles = makeStyles({
  /** Keeps its height, so that nothing jumps while the cells are being changed. */
  live: { minHeight: tokens.lineHeightBase200, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** What can be done from the page, in the names of the model. */
export type DraftActions = Pick<
  DraftModel,
  | "begin"
  | "open"
  | "close"
  | "choose"
  | "showCell"
  | "sweep"
  | "writeSheets"
  | "exportEdition"
  | "saveAgain"
  | "cancel"
  | "dismiss"
  | "dismissQuestion"
>;

/** Above the tree of tiers: that there is a draft, and the way to it. Null where there is none. */
export function DraftNote({
  state: { sheets },
  onOpen,
}: {
  readonly state: DraftState;
  readonly onOpen: () => void;
}): ReactNode {
  const { say } = useDraftWords();
  if (sheets === null || sheets.length === 0) return null;
  const name = sheets.map((one) => say("quotedSheet", { name: one.name })).join(say("listBreak"));
  return (
    <Notice intent="info" action={{ label: say("openDraft"), onClick: onOpen }}>
      {say("draftsHere", { name })}
    </Notice>
  );
}

export interface DraftPageProps {
  readonly state: DraftState;
  readonly actions: DraftActions;
  /** The list that was scored; null where none was. */
  readonly list: JudgedList | null;
  readonly of: ListActions;
  /** The draft that the workbook is judged by. */
  readonly inUse: DraftInUse | null;
  readonly onUse: (draft: DraftInUse | null) => void;
}

/** What leads from the draft's effect to the list. */
export type ListActions = Pick<ImpactActions, "onScore" | "onScoreAgain" | "onFirm" | "onOnly">;

const LIVE: Readonly<Record<Live, DraftKey>> = {
  reading: "readingDraft",
  judging: "judgingDraft",
  weighing: "weighingDraft",
};

export function DraftPage({ state, actions, list, of: ofList, inUse, onUse }: DraftPageProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of, language } = useDraftWords();
  useEffect(() => {
    void actions.open();
    return () => actions.close();
  }, [actions]);
  const { sheets, sheet, view, live, trouble } = state;
  const own = sheets?.find(({ id }) => id === sheet);
  const name = view?.name ?? null;
  const title = name === null ? say("draftUnknown") : say("draftOf", { name: of(name.name) });
  const same = rivals(state);
  const ended = view?.kind === "draft" ? view.ended : null;
  const obstacle =
    view?.kind === "troubles"
      ? say("exportNotSound", { count: view.troubles.length })
      : same.length > 0
        ? say("exportRivals")
        : ended === null
          ? ""
          : say("exportEnded");
  return (
    <article className={layout.stack}>
      <h2 className={layout.title}>{title}</h2>
      {sheets !== null && sheets.length > 1 ? (
        <label className={layout.small}>
          {say("whichDraft")}
          <Choice size="small" value={sheet ?? ""} onChange={(_, data) => void actions.choose(data.value)}>
            {sheets.map(({ id, name: tab }) => (
              <option key={id} value={id}>
                {tab}
              </option>
            ))}
          </Choice>
        </label>
      ) : null}
      <div>
        {own === undefined ? null : (
          <p className={mergeClasses(layout.small, layout.quiet)}>
            {name === null || (view?.kind === "draft" && view.isNew)
              ? say("isDraft", { sheet: own.name })
              : say("isDraftFrom", { edition: name.edition, sheet: own.name })}{" "}
            <Link as="button" className={layout.small} onClick={() => void actions.showCell("A1")}>
              {say("showDraftSheet", { name: own.name })}
            </Link>
          </p>
        )}
        <p className={mergeClasses(styles.live, layout.text, layout.quiet)} role="status">
          {live === null ? "" : say(LIVE[live])}
        </p>
      </div>
      {own === undefined && sheets !== null ? <p className={layout.text}>{say("noDraft")}</p> : null}
      {trouble === null ? null : (
        <Notice intent="warning" dismiss={{ label: say("dismiss"), onClick: () => actions.dismiss() }}>
          {of(trouble.text)}
        </Notice>
      )}
      <UseDraft own={own ?? null} view={view} inUse={inUse} onUse={onUse} />
      {same.length === 0 ? null : (
        <Notice intent="error">
          {say("rivalDrafts", { count: same.length })}
          <ul className={layout.list}>
            {same.map(({ id, name: tab, cell }) => (
              <li key={id}>
                <Link
                  as="button"
                  className={mergeClasses(layout.small, layout.target)}
                  onClick={() => void actions.showCell(cell, id)}
                >
                  {say("cellOfSheet", { sheet: tab, cell })}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {ended === null || name === null ? null : (
        <Notice
          intent="warning"
          action={{ label: say("selectCell", { cell: name.cell }), onClick: () => void actions.showCell(name.cell) }}
        >
          {say("endedEdition", { edition: name.edition, until: ended })}
        </Notice>
      )}
      {view === null ? null : view.kind === "troubles" ? (
        <Problems view={view} onCell={(cell) => void actions.showCell(cell)} />
      ) : (
        <>
          <Sound view={view} onCell={(cell) => void actions.showCell(cell)} />
          <ImpactSection
            state={state}
            list={list}
            {...ofList}
            onSweep={(line) => void actions.sweep(line)}
            onWrite={() => void actions.writeSheets(language)}
          />
          {state.impact === null ? null : (
            <SweepSection
              state={state}
              lines={view.lines}
              onSweep={(line) => void actions.sweep(line)}
              onCancel={() => actions.cancel()}
            />
          )}
        </>
      )}
      {view === null ? null : (
        <ExportSection
          state={state}
          obstacle={obstacle}
          onExport={(day) => void actions.exportEdition(day)}
          onSaveAgain={() => actions.saveAgain()}
          onCancel={() => actions.cancel()}
        />
      )}
    </article>
  );
}

function Problems({
  view,
  onCell,
}: {
  readonly view: FaultyDraft;
  readonly onCell: (cell: string) => void;
}): ReactNode {
  const layout = useLayout();
  const { say } = useDraftWords();
  return (
    <section className={layout.tight}>
      <h3 className={layout.heading}>{say("draftProblems", { count: view.troubles.length })}</h3>
      <ToldCells cells={view.troubles} onCell={onCell} />
    </section>
  );
}

function Sound({ view, onCell }: { readonly view: SoundDraft; readonly onCell: (cell: string) => void }): ReactNode {
  const layout = useLayout();
  const { say, of } = useDraftWords();
  const { name, isNew, differences, doubts, examples } = view;
  return (
    <>
      {doubts.length === 0 ? null : (
        <section className={layout.tight}>
          <h3 className={layout.heading}>{say("draftDoubts", { count: doubts.length })}</h3>
          <ToldCells cells={doubts} onCell={onCell} />
        </section>
      )}
      <section className={layout.tight}>
        <h3 className={layout.heading}>{say("draftChanges")}</h3>
        {isNew ? (
          <p className={layout.text}>{say("newDraft")}</p>
        ) : differences.length === 0 ? (
          <p className={layout.text}>{say("noChanges", { edition: name.edition })}</p>
        ) : (
          <>
            <p className={mergeClasses(layout.small, layout.quiet)}>
              {say("changeCount", { count: differences.length })}
            </p>
            <DifferenceList differences={differences} before={say("sideEdition")} after={say("sideDraft")} />
          </>
        )}
      </section>
      {examples.length === 0 ? null : (
        <Disclosure title={say("draftExamples", { count: examples.length })}>
          <ul className={layout.list}>
            {examples.map((one) => (
              <li key={one.zh} className={layout.small}>
                {of(one)}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
