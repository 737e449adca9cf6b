/** How many enterprises stand on which rung: a bar each, that filters the results when pressed. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Filter16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { LadderBar } from "../../worker/tasks/score-answer";
import { BAR_COLOURS, BESIDE_COLOURS, TRACK_COLOURS } from "../../widgets/bar-colours";
import { useScoreWords } from "./score-texts";

const useStyles = makeStyles({
  list: { margin: "0 -6px", padding: 0, listStyleType: "none" },
  bar: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: "8px",
    rowGap: "2px",
    width: "100%",
    padding: "4px 6px",
    border: `1px solid transparent`,
    borderRadius: tokens.borderRadiusMedium,
    background: "none",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: "start",
    cursor: "pointer",
    ":hover": { boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke1Hover}` },
    ":disabled": { cursor: "default", color: tokens.colorNeutralForeground2, boxShadow: "none" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
  },
  pressed: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  name: { minWidth: 0, display: "flex", alignItems: "center", gap: "4px" },
  count: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  track: {
    gridColumn: "1 / -1",
    height: "6px",
    borderRadius: "3px",
    overflow: "hidden",
    ...TRACK_COLOURS,
  },
  fill: { height: "100%", borderRadius: "3px", ...BAR_COLOURS },
  besides: BESIDE_COLOURS,
  icon: { flexShrink: 0 },
});

export interface LadderChartProps {
  readonly bars: readonly LadderBar[];
  readonly total: number;
  /** The tier the results are filtered to. */
  readonly filter: string | null;
  readonly onFilter: (tier: string) => void;
}

export function LadderChart({ bars, total, filter, onFilter }: LadderChartProps): ReactNode {
  const styles = useStyles();
  const { say, of } = useScoreWords();
  const most = bars.reduce((largest, { count }) => Math.max(largest, count), 1);
  return (
    <ul className={styles.list} aria-label={say("ladderOf", { count: total })}>
      {bars.map(({ tier, name, count }) => (
        <li key={tier}>
          <button
            type="button"
            className={mergeClasses(styles.bar, filter === tier && styles.pressed)}
            aria-pressed={filter === tier}
            aria-label={say("barLabel", { name: of(name), count })}
            disabled={count === 0}
            onClick={() => onFilter(tier)}
          >
            <span className={styles.name}>
              {filter === tier ? <Filter16Regular className={styles.icon} aria-hidden /> : null}
              {of(name)}
            </span>
            <span className={styles.count}>{say("enterprises", { count })}</span>
            <span className={styles.track} aria-hidden>
              <div
                className={mergeClasses(styles.fill, (tier === "none" || tier === "open") && styles.besides)}
                style={{ width: `${(count / most) * 100}%` }}
              />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
