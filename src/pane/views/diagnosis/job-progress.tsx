/** Writing under way, with the way out. */
import type { ReactNode } from "react";
import { useWords } from "../../app/texts/language";
import { WorkLine } from "../../widgets/work-line";
import type { Job } from "./write-job";

export interface JobProgressProps {
  readonly job: Job;
  /** What is being made: "plans", or rows of tables. */
  readonly counts: "plans" | "rows";
  readonly onCancel: () => void;
}

export function JobProgress({ job, counts, onCancel }: JobProgressProps): ReactNode {
  const { say } = useWords();
  const { stage, done, total, cancelling } = job;
  const text =
    total === 0
      ? say("preparing")
      : stage === "writing"
        ? say("writtenRows", { done, total })
        : say(counts === "plans" ? "composedPlans" : "preparing", { done, total });
  return <WorkLine text={text} done={done} total={total} cancelling={cancelling} onCancel={onCancel} />;
}
