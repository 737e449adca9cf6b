/** Work under way: what is done, how far it is, how long it still takes, and the way out. */
import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { secondsLeft, type Stage, type UnderWay } from "../app/work";
import { useWords, type SharedKey, type Words } from "../texts/language";
import { useLayout } from "./layout";

const useStyles = makeStyles({
  line: { display: "flex", alignItems: "center", gap: "10px" },
  bar: { flexGrow: 1 },
  words: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: "12px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
});

/** What is said of a stage: with counts, and where nobody can tell how much there is. */
const STAGES: Readonly<Record<Stage, readonly [counted: SharedKey, open: SharedKey]>> = {
  looking: ["workLookingCounted", "workLooking"],
  reading: ["readRows", "workReading"],
  scoring: ["scoredRows", "preparing"],
  working: ["workingCounted", "working"],
  composing: ["composedPlans", "preparing"],
  checking: ["workChecking", "workChecking"],
  writing: ["writtenRows", "workWriting"],
};

export function stageText({ say }: Words, work: UnderWay | null): string {
  if (work === null) return say("preparing");
  const { done, total } = work;
  const [counted, open] = STAGES[work.stage];
  return total === 0 ? say(open) : say(counted, { done, total });
}

export function timeLeft({ say }: Words, work: UnderWay | null): string {
  const seconds = work === null ? null : secondsLeft(work);
  if (seconds === null) return "";
  return seconds < 60 ? say("secondsLeft", { count: seconds }) : say("minutesLeft", { count: Math.ceil(seconds / 60) });
}

export interface WorkBarProps {
  /** Null: it has not begun to say anything. */
  readonly work: UnderWay | null;
}

/** The words and the bar. */
export function WorkBar({ work }: WorkBarProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const words = useWords();
  const text = stageText(words, work);
  return (
    <div className={layout.tight}>
      <ProgressBar
        className={styles.bar}
        aria-label={text}
        thickness="large"
        max={1}
        {...(work === null || work.total === 0 ? {} : { value: work.done / work.total })}
      />
      <div className={styles.words}>
        <span>{text}</span>
        <span>{timeLeft(words, work)}</span>
      </div>
    </div>
  );
}

export interface WorkLineProps {
  /** Null: it has not begun to say anything. */
  readonly work: UnderWay | null;
  readonly onCancel: () => void;
}

/** All of it in two lines, for work beside other things. */
export function WorkLine({ work, onCancel }: WorkLineProps): ReactNode {
  const cancelling = work?.cancelling === true;
  const styles = useStyles();
  const { say } = useWords();
  return (
    <div className={styles.line}>
      <div className={styles.bar}>
        <WorkBar work={work} />
      </div>
      <Button size="small" disabledFocusable={cancelling} onClick={onCancel}>
        {say(cancelling ? "cancelling" : "cancel")}
      </Button>
    </div>
  );
}
