/** Two buttons that write an edition into the workbook, and what came of it. */
import { Button } from "@fluentui/react-components";
import { DocumentTable16Regular, Print16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { EditionWriting } from "../../../authoring/edition-sheets";
import { useLayout } from "../../widgets/layout";
import { Notice } from "../../widgets/notice";
import { WorkLine } from "../../widgets/work-line";
import type { EditionForm, RulesState } from "./rules-model";
import { useRulesWords } from "./rules-texts";

export interface WriteEditionProps {
  readonly state: RulesState;
  readonly writing: Omit<EditionWriting, "language">;
  readonly onWrite: (form: EditionForm, writing: EditionWriting) => void;
  readonly onCancel: () => void;
  readonly onDismiss: () => void;
}

export function WriteEdition({ state, writing, onWrite, onCancel, onDismiss }: WriteEditionProps): ReactNode {
  const layout = useLayout();
  const { say, of, language } = useRulesWords();
  const { work, trouble, wrote } = state;
  const write = (form: EditionForm) => (): void => onWrite(form, { ...writing, language });
  return (
    <>
      {work === null ? (
        <div className={layout.row}>
          <Button size="small" icon={<DocumentTable16Regular />} onClick={write("table")}>
            {say("writeTable")}
          </Button>
          <Button size="small" icon={<Print16Regular />} onClick={write("page")}>
            {say("writePage")}
          </Button>
        </div>
      ) : (
        <WorkLine work={work} onCancel={onCancel} />
      )}
      {trouble === null ? null : (
        <Notice intent="warning" dismiss={{ label: say("dismiss"), onClick: onDismiss }}>
          {of(trouble.text)}
        </Notice>
      )}
      {wrote?.file === writing.edition.file ? (
        <Notice intent="success">{say("wroteEdition", { name: wrote.name })}</Notice>
      ) : null}
    </>
  );
}
