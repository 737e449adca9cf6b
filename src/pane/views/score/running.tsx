/** A run under way: how far it is, how long it still takes, and the way out. */
import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useLayout } from "../../widgets/layout";
import { secondsLeft, type Progress, type Stage } from "../../scoring/scoring-state";
import { useWords, type TextKey, type Words } from "../../app/texts/language";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: "12px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
});

const STAGES: Readonly<Record<Stage, TextKey>> = { reading: "readRows", scoring: "scoredRows", writing: "writtenRows" };

function left({ say }: Words, progress: Progress): string {
  const seconds = secondsLeft(progress);
  if (seconds === null) return "";
  return seconds < 60 ? say("secondsLeft", { count: seconds }) : say("minutesLeft", { count: Math.ceil(seconds / 60) });
}

export interface RunningProps {
  readonly progress: Progress | null;
  readonly cancelling: boolean;
  readonly onCancel: () => void;
}

export function Running({ progress, cancelling, onCancel }: RunningProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const words = useWords();
  const { say } = words;
  const text =
    progress === null ? say("preparing") : say(STAGES[progress.stage], { done: progress.done, total: progress.total });
  return (
    <div className={layout.stack}>
      <h2 className={layout.title}>{say("scoring")}</h2>
      <div className={layout.tight}>
        <ProgressBar
          aria-label={text}
          thickness="large"
          max={1}
          {...(progress === null || progress.total === 0 ? {} : { value: progress.done / progress.total })}
        />
        <div className={styles.line}>
          <span>{text}</span>
          <span>{progress === null ? "" : left(words, progress)}</span>
        </div>
      </div>
      <p className={`${layout.small} ${layout.quiet}`}>{say("stayUsable")}</p>
      <Button
        className={layout.primary}
        appearance="secondary"
        disabledFocusable={cancelling}
        onClick={onCancel}
        onKeyDown={({ key }) => {
          if (key === "Escape") onCancel();
        }}
      >
        {say(cancelling ? "cancelling" : "cancel")}
      </Button>
    </div>
  );
}
