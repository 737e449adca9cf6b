/** Costs side by side: a bar each, its amount written beside it. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { BAR_COLOURS, TRACK_COLOURS } from "../../widgets/bar-colours";
import { useLayout } from "../../widgets/layout";

const useStyles = makeStyles({
  bar: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: "8px",
    rowGap: "2px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  amount: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  track: {
    gridColumn: "1 / -1",
    height: "6px",
    borderRadius: "3px",
    overflow: "hidden",
    ...TRACK_COLOURS,
  },
  fill: { height: "100%", borderRadius: "3px", ...BAR_COLOURS },
});

export interface CostBar {
  readonly name: string;
  readonly value: number | null;
  /** The amount as read. */
  readonly shown: string;
}

export function CostBars({ title, bars }: { readonly title: string; readonly bars: readonly CostBar[] }): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const most = bars.reduce((largest, { value }) => Math.max(largest, value ?? 0), 0);
  return (
    <section className={layout.tight}>
      <h2 className={layout.heading}>{title}</h2>
      <ul className={layout.list} aria-label={title}>
        {bars.map(({ name, value, shown }) => (
          <li key={name} className={styles.bar}>
            <span>{name}</span>
            <span className={styles.amount}>{shown}</span>
            <span className={styles.track} aria-hidden>
              <div
                className={styles.fill}
                style={{ width: `${most === 0 || value === null ? 0 : (value / most) * 100}%` }}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
