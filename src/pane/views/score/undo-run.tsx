/** The way back from a scoring: asked once, with what will be there afterwards. */
import { Button, Link } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { canComeBack, type Results } from "../../app/scoring/scoring-state";
import { useLayout } from "../../widgets/layout";
import { useWhen } from "../../widgets/use-when";
import { useScoreWords } from "./score-texts";

export interface UndoRunProps {
  readonly results: Results;
  /** Milliseconds of the clock. */
  readonly now: number;
  /** It begins with the question. */
  readonly asked?: boolean;
  readonly onUndo: () => void;
}

export function UndoRun({ results: { before }, now, asked = false, onUndo }: UndoRunProps): ReactNode {
  const layout = useLayout();
  const { say } = useScoreWords();
  const when = useWhen(now);
  const [asking, setAsking] = useState(asked);
  if (!asking)
    return (
      <Link as="button" className={layout.small} onClick={() => setAsking(true)}>
        {say("undoRun")}
      </Link>
    );
  return (
    <div
      className={layout.tight}
      onKeyDown={({ key }) => {
        if (key === "Escape") setAsking(false);
      }}
    >
      <p className={layout.small}>
        {before !== null && canComeBack(before) ? say("undoBrings", { when: when(before.at) }) : say("undoRemoves")}
      </p>
      <div className={layout.row}>
        <Button
          size="small"
          onClick={() => {
            setAsking(false);
            onUndo();
          }}
        >
          {say("undoNow")}
        </Button>
        <Button size="small" appearance="subtle" autoFocus onClick={() => setAsking(false)}>
          {say("undoNot")}
        </Button>
      </div>
    </div>
  );
}
