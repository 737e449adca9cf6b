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
  Input,
  makeStyles,
} from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { useLayout } from "../../widgets/layout";
import { useScoreWords } from "./score-texts";

const useStyles = makeStyles({
  surface: { width: "calc(100vw - 24px)", maxWidth: "420px", padding: "16px" },
  pair: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: "8px" },
  row: { width: "100%", minWidth: 0 },
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
  const { say } = useScoreWords();
  const [first, setFirst] = useState(String(rows[0]));
  const [last, setLast] = useState(String(rows[1]));
  const [top, bottom] = [Number(first), Number(last)];
  const whole = Number.isInteger(top) && Number.isInteger(bottom) && top >= 1 && bottom <= LAST_ROW;
  const wrong = !whole || top > bottom || bottom - top >= MOST_ROWS;
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
                <Input
                  className={styles.row}
                  type="number"
                  min={1}
                  max={LAST_ROW}
                  value={first}
                  onChange={(_, { value }) => {
                    setFirst(value);
                    if (Number(value) > Number(last)) setLast(value);
                  }}
                />
              </Field>
              <Field label={say("lastHeadingRow")}>
                <Input
                  className={styles.row}
                  type="number"
                  min={1}
                  max={LAST_ROW}
                  value={last}
                  onChange={(_, { value }) => setLast(value)}
                />
              </Field>
            </div>
            {wrong ? (
              <p className={layout.small} role="alert">
                {say("headingRowsWrong")}
              </p>
            ) : null}
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" disabled={wrong} onClick={() => onRows([top, bottom])}>
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
