/** How far something has come, as a bar with a mark where the time stands. What it shows is always written beside it. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { BAR_COLOURS, MARK_COLOURS, TRACK_COLOURS } from "../../widgets/bar-colours";

const useStyles = makeStyles({
  track: {
    position: "relative",
    height: "8px",
    borderRadius: "4px",
    outline: `1px solid ${tokens.colorNeutralStroke1}`,
    outlineOffset: "-1px",
    ...TRACK_COLOURS,
  },
  fill: { height: "100%", borderRadius: "4px", ...BAR_COLOURS },
  mark: {
    position: "absolute",
    top: "-3px",
    bottom: "-3px",
    width: "2px",
    marginInlineStart: "-1px",
    ...MARK_COLOURS,
  },
});

export interface MeterProps {
  /** Fractions; above 1 the bar is full. */
  readonly part: number;
  readonly mark?: number | null;
}

function percent(part: number): string {
  return `${Math.min(1, Math.max(0, part)) * 100}%`;
}

export function Meter({ part, mark = null }: MeterProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.track} aria-hidden>
      <div className={styles.fill} style={{ width: percent(part) }} />
      {mark === null ? null : <div className={styles.mark} style={{ insetInlineStart: percent(mark) }} />}
    </div>
  );
}
