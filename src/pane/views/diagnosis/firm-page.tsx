/** One enterprise from all sides: where it stands, what stands in its way, what would do, and its growth plan. */
import { Button, Link, makeStyles, mergeClasses, ToggleButton, tokens } from "@fluentui/react-components";
import { ArrowNext16Regular, Pin16Filled, Pin16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Diagnosis } from "../../../cultivation/diagnosis";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { Notice } from "../../widgets/notice";
import { useDiagnosisWords } from "./diagnosis-texts";
import { AspectRadar } from "./aspect-radar";
import type { DiagnosisState } from "./diagnosis-model";
import type { FirmAnswer } from "../../worker/tasks/run-answers";
import { GapCards } from "./gap-cards";
import { WorkLine } from "../../widgets/work-line";
import { LadderSteps } from "./ladder-steps";
import { FIRST, MissingList } from "./missing-list";
import { PathList } from "./path-list";
import { WhatIfPanel } from "./what-if-panel";
import { sheetRowText } from "../../../sheet/reading/sheet-row";

const useStyles = makeStyles({
  head: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: "6px", alignItems: "start" },
  tools: { display: "flex" },
  verdict: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** What has become of the results since they were made. */
export type Freshness =
  | "current"
  /** The cells of this row were changed. */
  | "edited"
  /** Other rows were changed: the peers may differ. */
  | "others-edited"
  /** Another day or purpose was chosen. */
  | "other-rules";

export interface FirmPageProps {
  readonly diagnosis: Diagnosis;
  readonly firm: FirmAnswer;
  readonly state: Pick<DiagnosisState, "pinned" | "trial" | "work" | "wrote" | "selected" | "sheetRow">;
  readonly freshness: Freshness;
  /** When the results were made, 10:32. */
  readonly time: string;
  readonly enterprises: number;
  readonly onScoreAgain: () => void;
  readonly onPin: (pinned: boolean) => void;
  readonly onNext: () => void;
  readonly onCell: (address: string) => void;
  /** Opens the rules at a line. */
  readonly onClause: (line: string) => void;
  readonly onEdit: (slot: string, text: string | undefined) => void;
  readonly onTry: (path: number) => void;
  readonly onReset: () => void;
  readonly onPlans: (of: "this" | "selected" | "all") => void;
  readonly onCancel: () => void;
  readonly onOpen: (sheet: string) => void;
}

export function FirmPage(props: FirmPageProps): ReactNode {
  const { diagnosis, firm, state, freshness, time, onScoreAgain, onCell, onClause } = props;
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useDiagnosisWords();
  const { gaps, missing, plan, target, application } = diagnosis;
  const unmet = gaps.filter(({ status }) => status === "unmet");
  const open = gaps.filter(({ status }) => status === "unknown");
  const stale = freshness === "edited" || freshness === "other-rules";
  const missingPart =
    missing.length === 0 ? null : (
      <section>
        <h3 className={layout.heading}>{say("missingFirm", { count: Math.min(FIRST, missing.length) })}</h3>
        <p className={mergeClasses(layout.small, layout.quiet)}>{say("missingFirmHint")}</p>
        <MissingList missing={missing} onCell={onCell} />
      </section>
    );
  return (
    <article className={layout.stack}>
      <Head {...props} />
      {stale ? (
        <Notice intent="warning" action={{ label: say("scoreAgain"), onClick: onScoreAgain }}>
          {say(freshness === "edited" ? "firmEdited" : "rulesMoved", { time })}
        </Notice>
      ) : null}
      {freshness === "others-edited" ? (
        <Notice intent="info" action={{ label: say("scoreAgain"), onClick: onScoreAgain }}>
          {say("othersEdited", { time })}
        </Notice>
      ) : null}
      {firm.now?.kind === "moved" ? (
        <p className={mergeClasses(layout.small, layout.quiet)}>{say("firmMoved", { from: String(firm.now.from) })}</p>
      ) : null}
      {diagnosis.draft === null ? null : <Notice intent="warning">{of(diagnosis.draft)}</Notice>}
      <div className={layout.tight}>
        <p className={styles.verdict}>
          {stale ? `${say("beforeEdit")} ` : ""}
          {of(diagnosis.verdict)}
        </p>
        {[...diagnosis.remarks, ...diagnosis.rewards].map((remark) => (
          <p key={remark.zh} className={layout.small}>
            {of(remark)}
          </p>
        ))}
        {application === null ? null : (
          <p className={layout.small}>
            {say(application.certain ? "mayApply" : "mayApplyCheck", { tier: of(application.name) })}
          </p>
        )}
      </div>
      {stale && state.work === null ? null : <Plans {...props} />}
      <section>
        <h3 className={layout.heading}>{say("ladderOfFirm")}</h3>
        <LadderSteps steps={diagnosis.ladder} />
      </section>
      {unmet.length === 0 ? missingPart : null}
      {unmet.length === 0 ? null : (
        <section>
          <h3 className={layout.heading}>{say("gapsTitle")}</h3>
          <GapCards gaps={unmet} cells={firm.cells} onClause={onClause} onCell={onCell} />
        </section>
      )}
      {plan === null ? null : (
        <section>
          <h3 className={layout.heading}>{say("pathsTitle")}</h3>
          <p className={mergeClasses(layout.small, layout.quiet)}>{say("pathsHint")}</p>
          <PathList plan={plan} onTry={props.onTry} />
        </section>
      )}
      {unmet.length === 0 ? null : missingPart}
      {firm.figures.length === 0 ? null : (
        <section id="what-if">
          <h3 className={layout.heading}>{say("whatIf")}</h3>
          <WhatIfPanel figures={firm.figures} trial={state.trial} onEdit={props.onEdit} onReset={props.onReset} />
        </section>
      )}
      {target === null ? null : (
        <section>
          <h3 className={layout.heading}>
            {say("aspectsTitle", {
              tier: of(target.name),
              count: diagnosis.aspects.filter(({ known, unknown }) => known + unknown > 0).length,
            })}
          </h3>
          <AspectRadar
            aspects={diagnosis.aspects}
            target={target.name}
            peers={diagnosis.peers?.text ?? null}
            note={diagnosis.aspectNote}
          />
        </section>
      )}
      {open.length === 0 ? null : (
        <Disclosure title={say("openTitle")} note={say("items", { count: open.length })}>
          <GapCards gaps={open} cells={firm.cells} onClause={onClause} onCell={onCell} />
        </Disclosure>
      )}
      <p className={mergeClasses(layout.small, layout.quiet)}>
        {diagnosis.draft === null ? "" : `${of(diagnosis.draft)} `}
        {say("disclaimer")}
      </p>
    </article>
  );
}

function Head({ diagnosis, state, onPin, onNext }: FirmPageProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useDiagnosisWords();
  const { name, creditCode, creditCodeValid, sheetRow, place } = diagnosis;
  const row = of(sheetRowText(state.sheetRow ?? sheetRow));
  const code =
    creditCode === "" ? say("noCode") : `${creditCode} · ${say(creditCodeValid === true ? "codeFits" : "codeWrong")}`;
  return (
    <div className={styles.head}>
      <div>
        <h2 className={layout.title}>{name === "" ? row : name}</h2>
        <p className={mergeClasses(layout.small, layout.quiet)}>
          {row} · {code}
        </p>
        <p className={mergeClasses(layout.small, layout.quiet)}>{say("judgedBy", { place: of(place) })}</p>
      </div>
      <div className={styles.tools}>
        <ToggleButton
          size="small"
          appearance="subtle"
          checked={state.pinned}
          icon={state.pinned ? <Pin16Filled /> : <Pin16Regular />}
          aria-label={say("pinFirm")}
          title={say("pinFirm")}
          onClick={() => onPin(!state.pinned)}
        />
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowNext16Regular />}
          aria-label={say("nextFirm")}
          title={say("nextFirm")}
          onClick={onNext}
        />
      </div>
    </div>
  );
}

function Plans({ state, enterprises, onPlans, onCancel, onOpen }: FirmPageProps): ReactNode {
  const layout = useLayout();
  const { say } = useDiagnosisWords();
  const { work, wrote, selected } = state;
  if (work !== null) return <WorkLine work={work} onCancel={onCancel} />;
  return (
    <div className={layout.tight}>
      <Button appearance="primary" className={layout.primary} onClick={() => onPlans("this")}>
        {say("writePlan")}
      </Button>
      <div className={layout.row}>
        {selected > 1 ? (
          <Link as="button" className={layout.small} onClick={() => onPlans("selected")}>
            {say("writeSelected", { count: selected })}
          </Link>
        ) : null}
        <Link as="button" className={layout.small} onClick={() => onPlans("all")}>
          {say("writeAll", { count: enterprises })}
        </Link>
      </div>
      {wrote === null ? null : (
        <Notice intent="success" action={{ label: say("openIt"), onClick: () => onOpen(wrote.sheet) }}>
          {say("planWritten", { name: wrote.name })}
        </Notice>
      )}
    </div>
  );
}
