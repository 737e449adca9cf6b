/** Chooses the heading rows by hand. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  SpinButton,
} from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { useLayout } from "../layout";
import { useWords } from "../texts/language";

const useStyles = makeStyles({
  surface: { width: "calc(100vw - 24px)", maxWidth: "420px", padding: "16px" },
  pair: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: "8px" },
  spin: { width: "100%", minWidth: 0 },
});

const MOST_ROWS = 5;
const LAST_ROW = 1_048_576;

export interface HeadingDialogProps {
  /** The rows now taken for headings. */
  readonly rows: readonly [number, number];
  /** True where they were chosen by hand. */
  readonly chosen: boolean;
  /** null finds them again. */
  readonly onRows: (rows: readonly [number, number] | null) => void;
  readonly onClose: () => void;
}

export function HeadingDialog({ rows, chosen, onRows, onClose }: HeadingDialogProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say } = useWords();
  const [first, setFirst] = useState(rows[0]);
  const [last, setLast] = useState(rows[1]);
  const wrong = !(Number.isInteger(first) && Number.isInteger(last) && first <= last && last - first < MOST_ROWS);
  const numberOf = (value: number | null | undefined, shown: string | undefined): number =>
    value ?? Number(shown ?? NaN);
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
    >
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{say("headingDialog")}</DialogTitle>
          <DialogContent className={layout.stack}>
            <p className={layout.small}>{say("headingDialogHint")}</p>
            <div className={styles.pair}>
              <Field label={say("firstHeadingRow")}>
                <SpinButton
                  className={styles.spin}
                  min={1}
                  max={LAST_ROW}
                  value={first}
                  onChange={(_, { value, displayValue }) => {
                    const row = numberOf(value, displayValue);
                    setFirst(row);
                    if (row > last) setLast(row);
                  }}
                />
              </Field>
              <Field label={say("lastHeadingRow")} {...(wrong ? { validationMessage: say("headingRowsWrong") } : {})}>
                <SpinButton
                  className={styles.spin}
                  min={1}
                  max={LAST_ROW}
                  value={last}
                  onChange={(_, { value, displayValue }) => setLast(numberOf(value, displayValue))}
                />
              </Field>
            </div>
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" disabled={wrong} onClick={() => onRows([first, last])}>
              {say("useTheseRows")}
            </Button>
            {chosen ? <Button onClick={() => onRows(null)}>{say("findAgain")}</Button> : null}
            <Button onClick={onClose}>{say("close")}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
