/** What is asked about one column: the question, three of its cells, what waits for the answer, and the answer. */
import { unitText } from "../../words/figures";
import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import { Checkmark16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useLayout } from "./layout";
import type { DoubtView } from "../worker/tasks/reading-view";
import { useMappingWords } from "../texts/mapping-texts";

const useStyles = makeStyles({
  question: { display: "flex", flexDirection: "column", gap: "4px", padding: "0 0 8px 20px" },
});

export interface DoubtQuestionProps {
  readonly doubt: DoubtView;
  /** Whether the column's editor is open already. */
  readonly open: boolean;
  /** As it was recognised, or in the unit given. */
  readonly onConfirm: (unit?: string) => void;
  readonly onChange: () => void;
}

export function DoubtQuestion({ doubt, open, onConfirm, onChange }: DoubtQuestionProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useMappingWords();
  const { examples, deciding, heading, units } = doubt;
  const separator = say("listComma");
  return (
    <div className={styles.question}>
      <p className={layout.small}>{of(doubt.question)}</p>
      {examples.length === 0 ? null : (
        <p className={mergeClasses(layout.small, layout.quiet)}>{say("example", { text: examples.join(separator) })}</p>
      )}
      {deciding.length === 0 ? null : (
        <p className={mergeClasses(layout.small, layout.quiet)}>
          {say("waitsForAnswer", { tiers: deciding.map(of).join(separator) })}
        </p>
      )}
      <div className={layout.row}>
        {units.map((unit) => (
          <Button
            key={unit}
            size="small"
            aria-label={say(unit === "" ? "columnInFractions" : "columnInUnit", { heading, unit: of(unitText(unit)) })}
            onClick={() => onConfirm(unit)}
          >
            {say(unit === "" ? "inFractions" : "inUnit", { unit: of(unitText(unit)) })}
          </Button>
        ))}
        {units.length > 0 ? null : (
          <Button
            size="small"
            icon={<Checkmark16Regular />}
            aria-label={say("confirmColumn", { heading })}
            onClick={() => onConfirm()}
          >
            {say("confirmShort")}
          </Button>
        )}
        {open ? null : (
          <Button size="small" appearance="subtle" aria-label={say("changeColumn", { heading })} onClick={onChange}>
            {say("changeShort")}
          </Button>
        )}
      </div>
    </div>
  );
}
