/** A run under way: how far it is, how long it still takes, and the way out. */
import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { UnderWay } from "../app/work";
import { useWords } from "../texts/language";
import { useLayout } from "./layout";
import { WorkBar } from "./work-line";

export interface RunningProps {
  readonly work: UnderWay | null;
  readonly onCancel: () => void;
}

export function Running({ work, onCancel }: RunningProps): ReactNode {
  const layout = useLayout();
  const { say } = useWords();
  const cancelling = work?.cancelling === true;
  return (
    <div className={layout.stack}>
      <h2 className={layout.title}>{say("scoring")}</h2>
      <WorkBar work={work} />
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
