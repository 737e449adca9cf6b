/** Writing under way, with the way out. */
import { Button, makeStyles, ProgressBar } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useLayout } from "../layout";
import { useWords } from "../texts/language";
import type { Job } from "./write-job";

const useStyles = makeStyles({ line: { display: "flex", alignItems: "center", gap: "10px" }, bar: { flexGrow: 1 } });

export interface JobProgressProps {
  readonly job: Job;
  /** What is being made: "plans", or rows of tables. */
  readonly counts: "plans" | "rows";
  readonly onCancel: () => void;
}

export function JobProgress({ job, counts, onCancel }: JobProgressProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say } = useWords();
  const { stage, done, total, cancelling } = job;
  const text =
    total === 0
      ? say("preparing")
      : stage === "writing"
        ? say("writtenRows", { done, total })
        : say(counts === "plans" ? "composedPlans" : "preparing", { done, total });
  return (
    <div className={layout.tight}>
      <span className={layout.small}>{text}</span>
      <div className={styles.line}>
        <ProgressBar
          className={styles.bar}
          aria-label={text}
          thickness="large"
          max={1}
          {...(total === 0 ? {} : { value: done / total })}
        />
        <Button size="small" disabledFocusable={cancelling} onClick={onCancel}>
          {say(cancelling ? "cancelling" : "cancel")}
        </Button>
      </div>
    </div>
  );
}
