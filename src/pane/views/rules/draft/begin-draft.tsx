/** The button that makes a draft of the edition shown, and what is asked where one is there already. */
import { Button, makeStyles } from "@fluentui/react-components";
import { DocumentEdit16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useLayout } from "../../../widgets/layout";
import { Notice } from "../../../widgets/notice";
import { WorkLine } from "../../../widgets/work-line";
import type { DraftState } from "./draft-state";
import { useDraftWords } from "./draft-texts";

const useStyles = makeStyles({ answers: { display: "flex", flexWrap: "wrap", gap: "8px", paddingTop: "6px" } });

export interface BeginDraftProps {
  readonly state: DraftState;
  /** Of the edition shown, below seeds/. */
  readonly file: string;
  readonly onBegin: (replace: boolean) => void;
  readonly onOpen: () => void;
  readonly onLeave: () => void;
  readonly onCancel: () => void;
  readonly onDismiss: () => void;
}

export function BeginDraft(props: BeginDraftProps): ReactNode {
  const { state, file, onBegin, onOpen, onLeave, onCancel, onDismiss } = props;
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useDraftWords();
  const { asked, question, sheets, trouble, work } = state;
  const names = (sheets ?? []).map(({ name }) => say("quotedSheet", { name })).join(say("listBreak"));
  return (
    <>
      {asked === "begin" ? (
        <WorkLine work={work} onCancel={onCancel} />
      ) : (
        <div className={layout.row}>
          <Button size="small" icon={<DocumentEdit16Regular />} onClick={() => onBegin(false)}>
            {say("draftFrom")}
          </Button>
        </div>
      )}
      {question !== file ? null : (
        <Notice intent="warning">
          {say("draftIsThere", { sheets: names })}
          <div className={styles.answers}>
            <Button size="small" appearance="primary" onClick={onOpen}>
              {say("openDraft")}
            </Button>
            <Button size="small" onClick={() => onBegin(true)}>
              {say("replaceDraft")}
            </Button>
            <Button size="small" appearance="subtle" onClick={onLeave}>
              {say("keepDraft")}
            </Button>
          </div>
        </Notice>
      )}
      {trouble === null ? null : (
        <Notice intent="warning" dismiss={{ label: say("dismiss"), onClick: onDismiss }}>
          {of(trouble.text)}
        </Notice>
      )}
    </>
  );
}
