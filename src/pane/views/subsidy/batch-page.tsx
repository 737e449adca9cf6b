/** 批量: one button that judges the list in view, progress with a way out, and what came of it. */
import { Button, makeStyles, mergeClasses, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { yuan } from "../../../riders/money";
import { isoMonth } from "../../../riders/month";
import { repeatedText } from "../../../riders/repeated-riders";
import { useLayout } from "../../widgets/layout";
import { Notice } from "../../widgets/notice";
import { WrittenNotes } from "../../widgets/written-notes";
import { WorkLine } from "../../widgets/work-line";
import { useSheetList } from "../../widgets/sheet-list";
import { useWords } from "../../texts/language";
import type { BatchState } from "./batch-model";
import { useSubsidyWords, type SubsidyWord } from "./subsidy-texts";

const useStyles = makeStyles({
  choice: { marginLeft: "-8px" },
  facts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", gap: "4px 12px", margin: 0 },
  value: { margin: 0, textAlign: "end", fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold },
});

export interface BatchPageProps {
  readonly state: BatchState;
  readonly onOnlyThisSheet: (only: boolean) => void;
  readonly onRun: () => void;
  readonly onCancel: () => void;
  readonly onOpen: () => void;
}

export function BatchPage({ state, onOnlyThisSheet, onRun, onCancel, onOpen }: BatchPageProps): ReactNode {
  const layout = useLayout();
  const { of } = useWords();
  const say = useSubsidyWords();
  const { running, work, summary, trouble } = state;
  if (running) return <WorkLine work={work} onCancel={onCancel} />;
  return (
    <div className={layout.stack}>
      {trouble === null ? null : <Notice intent="warning">{of(trouble)}</Notice>}
      {summary === null ? <p className={layout.text}>{say("batchHint")}</p> : <Outcome state={state} />}
      {state.together.length < 2 ? null : <WhichSheets state={state} onOnlyThisSheet={onOnlyThisSheet} />}
      <Button className={layout.primary} appearance={summary === null ? "primary" : "secondary"} onClick={onRun}>
        {state.together.length > 1 && !state.onlyThisSheet
          ? say("judgeSheets", { count: state.together.length })
          : say(summary === null ? "judge" : "judgeAgain")}
      </Button>
      {summary === null ? null : (
        <Button className={layout.primary} appearance="primary" onClick={onOpen}>
          {say("openResults")}
        </Button>
      )}
    </div>
  );
}

/** All sheets that make one list, or the one in view alone. */
function WhichSheets({
  state: { together, onlyThisSheet },
  onOnlyThisSheet,
}: Pick<BatchPageProps, "state" | "onOnlyThisSheet">): ReactNode {
  const styles = useStyles();
  const { say } = useWords();
  const words = useSubsidyWords();
  const sheetList = useSheetList();
  return (
    <RadioGroup
      className={styles.choice}
      aria-label={words("whichSheets")}
      value={onlyThisSheet ? "one" : "together"}
      onChange={(_, { value }) => onOnlyThisSheet(value === "one")}
    >
      <Radio
        value="together"
        label={say("sheetsTogetherNamed", { count: together.length, sheets: sheetList(together) })}
      />
      <Radio value="one" label={words("onlyThisSheet")} />
    </RadioGroup>
  );
}

function Outcome({ state: { summary, sheets, written } }: { readonly state: BatchState }): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { of } = useWords();
  const say = useSubsidyWords();
  const sheetList = useSheetList();
  if (summary === null) return null;
  const rows: readonly (readonly [SubsidyWord, string])[] = [
    ["due", say("people", { count: summary.due })],
    ["notDue", say("people", { count: summary.notDue })],
    ["open", say("people", { count: summary.open })],
    ["amountInAll", say("yuan", { amount: yuan(summary.amount) })],
    ...(summary.backPayment === 0
      ? []
      : ([
          [
            summary.levels === "settled" ? "paidLaterWithin" : "paidLater",
            say("yuan", { amount: yuan(summary.backPayment) }),
          ],
        ] as const)),
  ];
  return (
    <section className={layout.stack} aria-live="polite">
      <h2 className={layout.heading}>
        {say("judged", { sheets: sheetList(sheets), count: summary.riders })}
        {summary.month === null ? "" : ` · ${isoMonth(summary.month)}`}
      </h2>
      <WrittenNotes written={written} />
      {summary.repeated === 0 ? null : <Notice intent="warning">{of(repeatedText(summary.repeated))}</Notice>}
      <dl className={styles.facts}>
        {rows.map(([key, shown]) => [
          <dt key={`${key}-name`}>{say(key)}</dt>,
          <dd key={key} className={styles.value}>
            {shown}
          </dd>,
        ])}
      </dl>
      {summary.dueWithoutAmount === 0 ? null : (
        <p className={mergeClasses(layout.small, layout.quiet)}>
          {say("withoutAmount", { count: summary.dueWithoutAmount })}
        </p>
      )}
      {summary.missing.length === 0 ? null : (
        <p className={layout.small}>
          {say("missingMost", {
            list: summary.missing.map(({ name, riders }) => `${of(name)} (${riders})`).join(say("comma")),
          })}
        </p>
      )}
    </section>
  );
}
