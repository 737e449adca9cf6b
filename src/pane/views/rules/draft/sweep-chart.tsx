/** A small picture of a sweep: enterprises that meet against the line's value, and where the line is now. The table beside it says the same. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { grouped } from "../../../../words/figures";

const FORCED = "@media (forced-colors: active)";

const useStyles = makeStyles({
  picture: { display: "block", width: "100%", maxWidth: "420px", height: "auto" },
  frame: {
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: 1,
    fill: "none",
    [FORCED]: { stroke: "CanvasText" },
  },
  curve: {
    stroke: tokens.colorBrandStroke1,
    strokeWidth: 2,
    fill: "none",
    strokeLinejoin: "round",
    [FORCED]: { stroke: "Highlight" },
  },
  now: {
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: 1,
    strokeDasharray: "4 3",
    [FORCED]: { stroke: "CanvasText" },
  },
  dot: { fill: tokens.colorNeutralForeground1, [FORCED]: { fill: "CanvasText" } },
  label: { fontSize: "11px", fill: tokens.colorNeutralForeground2, [FORCED]: { fill: "CanvasText" } },
  mark: { fontSize: "11px", fill: tokens.colorNeutralForeground1, [FORCED]: { fill: "CanvasText" } },
});

const WIDTH = 320;
const HEIGHT = 150;
const LEFT = 40;
const RIGHT = WIDTH - 12;
const TOP = 22;
const BOTTOM = HEIGHT - 20;

export interface SweepChartProps {
  /** In the order of the values. */
  readonly points: readonly { readonly value: number; readonly met: number }[];
  /** Where the line is. */
  readonly now: number;
  readonly title: string;
  readonly valueText: (value: number) => string;
}

export function SweepChart({ points, now, title, valueText }: SweepChartProps): ReactNode {
  const styles = useStyles();
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || last.value === first.value) return null;
  const most = Math.max(1, ...points.map(({ met }) => met));
  const x = (value: number): number => LEFT + ((value - first.value) / (last.value - first.value)) * (RIGHT - LEFT);
  const y = (met: number): number => BOTTOM - (met / most) * (BOTTOM - TOP);
  const here = points.find(({ value }) => value === now);
  const path = points.map(({ value, met }) => `${x(value).toFixed(1)},${y(met).toFixed(1)}`).join(" ");
  const anchor = x(now) < LEFT + 60 ? "start" : x(now) > RIGHT - 60 ? "end" : "middle";
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.picture} role="img" aria-label={title}>
      <path className={styles.frame} d={`M${LEFT} ${TOP} V${BOTTOM} H${RIGHT}`} />
      <text className={styles.label} x={LEFT - 5} y={TOP + 4} textAnchor="end">
        {grouped(most, 0)}
      </text>
      <text className={styles.label} x={LEFT - 5} y={BOTTOM} textAnchor="end">
        0
      </text>
      <text className={styles.label} x={LEFT} y={HEIGHT - 5}>
        {valueText(first.value)}
      </text>
      <text className={styles.label} x={RIGHT} y={HEIGHT - 5} textAnchor="end">
        {valueText(last.value)}
      </text>
      <polyline className={styles.curve} points={path} />
      {here === undefined ? null : (
        <>
          <line className={styles.now} x1={x(now)} y1={TOP - 4} x2={x(now)} y2={BOTTOM} />
          <circle className={styles.dot} cx={x(now)} cy={y(here.met)} r={3} />
          <text className={styles.mark} x={x(now)} y={TOP - 9} textAnchor={anchor}>
            {valueText(now)}
          </text>
        </>
      )}
    </svg>
  );
}
