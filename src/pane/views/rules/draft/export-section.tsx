/** The draft as the files of a new edition: the day it comes into force, and what came of it. */
import { Button, Field, Input, mergeClasses } from "@fluentui/react-components";
import { ArrowDownload16Regular } from "@fluentui/react-icons";
import { useState, type ReactNode } from "react";
import { useLayout } from "../../../widgets/layout";
import { Notice } from "../../../widgets/notice";
import { WorkLine } from "../../../widgets/work-line";
import type { DraftState } from "./draft-state";
import { useDraftWords } from "./draft-texts";

export interface ExportSectionProps {
  readonly state: DraftState;
  /** Why nothing can be exported yet; "" where it can. */
  readonly obstacle: string;
  readonly onExport: (day: string) => void;
  readonly onSaveAgain: () => void;
  readonly onCancel: () => void;
}

export function ExportSection({ state, obstacle, onExport, onSaveAgain, onCancel }: ExportSectionProps): ReactNode {
  const layout = useLayout();
  const { say, of } = useDraftWords();
  const { asked, work, exported } = state;
  const [day, setDay] = useState("");
  return (
    <section className={layout.tight}>
      <h3 className={layout.heading}>{say("exportTitle")}</h3>
      <p className={mergeClasses(layout.small, layout.quiet)}>{say("exportHint")}</p>
      {obstacle !== "" ? (
        <p className={layout.text}>{obstacle}</p>
      ) : (
        <>
          <Field label={say("exportDay")} size="small">
            <Input type="date" size="small" value={day} onChange={(_, { value }) => setDay(value)} />
          </Field>
          {asked === "export" ? (
            <WorkLine work={work} onCancel={onCancel} />
          ) : (
            <div className={layout.row}>
              <Button
                size="small"
                icon={<ArrowDownload16Regular />}
                disabled={day === "" || asked !== null}
                onClick={() => onExport(day)}
              >
                {say("exportNow")}
              </Button>
            </div>
          )}
        </>
      )}
      {exported === null ? null : exported.kind === "refused" ? (
        <Notice intent="error">
          {say("exportRefused")}
          <ul className={layout.list}>
            {exported.reasons.map((reason) => (
              <li key={reason.zh}>{of(reason)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <>
          <Notice intent="success" action={{ label: say("saveAgain"), onClick: onSaveAgain }}>
            {say("exportedAs", { name: exported.name, count: exported.files.length })}{" "}
            {exported.examples === 0 ? say("checkBorders") : say("checkExamples", { count: exported.examples })}
          </Notice>
          <ul className={layout.list} aria-label={say("exportedFiles")}>
            {exported.files.map((path) => (
              <li key={path} className={mergeClasses(layout.small, layout.quiet)}>
                {path}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
