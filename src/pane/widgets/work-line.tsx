/** Work under way: what is done, how far it is, and the way out. */
import { Button, makeStyles, ProgressBar } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useLayout } from "./layout";
import { useWords } from "../app/texts/language";

const useStyles = makeStyles({ line: { display: "flex", alignItems: "center", gap: "10px" }, bar: { flexGrow: 1 } });

export interface WorkLineProps {
  readonly text: string;
  readonly done: number;
  /** 0: nobody can tell how much there is. */
  readonly total: number;
  readonly cancelling: boolean;
  readonly onCancel: () => void;
}

export function WorkLine({ text, done, total, cancelling, onCancel }: WorkLineProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say } = useWords();
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
