/** The seven aspects against the next rung's line and the peers' median: a picture, and the same as a table. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { DiagnosedAspect } from "../../../cultivation/diagnosis";
import type { Text } from "../../../words/text";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { useDiagnosisWords } from "./diagnosis-texts";

/** Pictures keep their own colours in high contrast: these are the ones the person has chosen. */
const FORCED = "@media (forced-colors: active)";

const useStyles = makeStyles({
  picture: { display: "block", width: "100%", maxWidth: "340px", margin: "0 auto", fontFamily: "inherit" },
  ring: { fill: "none", stroke: tokens.colorNeutralStroke2, strokeWidth: "1px", [FORCED]: { stroke: "GrayText" } },
  line: {
    fill: "none",
    stroke: tokens.colorNeutralForeground2,
    strokeWidth: "1.5px",
    strokeDasharray: "5 3",
    [FORCED]: { stroke: "CanvasText" },
  },
  peers: {
    fill: "none",
    stroke: tokens.colorPaletteDarkOrangeForeground1,
    strokeWidth: "1.5px",
    strokeDasharray: "1.5 3",
    [FORCED]: { stroke: "CanvasText" },
  },
  firm: {
    fill: tokens.colorBrandBackground,
    fillOpacity: 0.18,
    stroke: tokens.colorBrandForeground1,
    strokeWidth: "2px",
    strokeLinejoin: "round",
    [FORCED]: { fill: "none", stroke: "Highlight" },
  },
  dot: { fill: tokens.colorBrandForeground1, [FORCED]: { fill: "Highlight" } },
  label: { fill: tokens.colorNeutralForeground1, fontSize: "11px", [FORCED]: { fill: "CanvasText" } },
  legend: { display: "flex", flexWrap: "wrap", justifyContent: "center", columnGap: "14px", rowGap: "2px" },
  key: { display: "inline-flex", alignItems: "center", gap: "5px" },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& th, & td": { padding: "3px 4px", textAlign: "end", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    "& th:first-child": { textAlign: "start", paddingInlineStart: 0 },
    "& th": { fontWeight: tokens.fontWeightRegular },
    "& thead th": { color: tokens.colorNeutralForeground2, borderTop: "none" },
  },
});

const [WIDTH, HEIGHT, RADIUS] = [336, 214, 70];
const [X, Y] = [WIDTH / 2, HEIGHT / 2];
/** The most an index shows. */
const MOST = 1.5;

type Point = readonly [number, number];

function at(index: number, count: number, value: number): Point {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2;
  const distance = (RADIUS * Math.min(value, MOST)) / MOST;
  return [X + distance * Math.cos(angle), Y + distance * Math.sin(angle)];
}

function path(points: readonly Point[]): string {
  return points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
}

/** English names are long: at most two lines, broken at the blank nearest the middle. */
function linesOf(label: string): string[] {
  if (label.length <= 12 || !label.includes(" ")) return [label];
  const blanks = [...label.matchAll(/ /g)].map(({ index }) => index);
  const [middle = 0] = blanks.sort((a, b) => Math.abs(a - label.length / 2) - Math.abs(b - label.length / 2));
  return [label.slice(0, middle), label.slice(middle + 1)];
}

function shown(value: number | null): string {
  return value === null ? "—" : value.toFixed(2);
}

export interface AspectRadarProps {
  readonly aspects: readonly DiagnosedAspect[];
  readonly target: Text;
  readonly peers: Text | null;
  readonly note: Text;
  readonly open?: boolean;
}

export function AspectRadar({ aspects, target, peers, note, open = false }: AspectRadarProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useDiagnosisWords();
  const asked = aspects.filter(({ known, unknown }) => known + unknown > 0);
  const known = asked.filter(({ index }) => index !== null);
  const weak = known.filter(({ index }) => index !== null && index < 1).map(({ name }) => of(name));
  const summary =
    known.length === 0
      ? say("aspectsOpen")
      : weak.length === 0
        ? say("aspectsFine")
        : say("aspectsWeak", { names: weak.join(say("listComma")) });
  return (
    <div className={layout.tight}>
      <p className={layout.small}>{summary}</p>
      {asked.length >= 3 && known.length > 0 ? <Picture asked={asked} title={summary} target={of(target)} /> : null}
      <Disclosure title={say("aspectTable")} open={open || asked.length < 3} level={4}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say("aspect")}</th>
              <th scope="col">{say("thisFirm")}</th>
              <th scope="col">{say("theLine")}</th>
              <th scope="col">{say("peersMedian")}</th>
              <th scope="col">{say("aspectOpen")}</th>
            </tr>
          </thead>
          <tbody>
            {aspects.map(({ aspect, name, index, known: some, unknown, peers: median }) => (
              <tr key={aspect}>
                <th scope="row">{of(name)}</th>
                {some + unknown === 0 ? (
                  <td colSpan={4} className={layout.quiet}>
                    {say("aspectNotAsked")}
                  </td>
                ) : (
                  <>
                    <td>{shown(index)}</td>
                    <td>1.00</td>
                    <td>{shown(median)}</td>
                    <td>{unknown === 0 ? "" : say("items", { count: unknown })}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
        {peers === null ? null : (
          <p className={mergeClasses(layout.small, layout.quiet)}>{say("peersAre", { peers: of(peers) })}</p>
        )}
        <p className={mergeClasses(layout.small, layout.quiet)}>{of(note)}</p>
      </Disclosure>
    </div>
  );
}

function Picture({
  asked,
  title,
  target,
}: {
  readonly asked: readonly DiagnosedAspect[];
  readonly title: string;
  readonly target: string;
}): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useDiagnosisWords();
  const count = asked.length;
  const ring = (value: number): string => path(asked.map((_, index) => at(index, count, value)));
  const own = asked.map(({ index }, place) => (index === null ? null : at(place, count, index)));
  const medians = asked.map(({ peers }, place) => (peers === null ? null : at(place, count, peers)));
  const known = own.filter((point) => point !== null);
  return (
    <figure style={{ margin: 0 }}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.picture} role="img" aria-label={title}>
        {[0.5, 1.5].map((value) => (
          <polygon key={value} className={styles.ring} points={ring(value)} />
        ))}
        {asked.map(({ aspect }, index) => {
          const [x, y] = at(index, count, MOST);
          return <line key={aspect} className={styles.ring} x1={X} y1={Y} x2={x} y2={y} />;
        })}
        <Outline className={styles.firm} points={own} />
        <Outline className={styles.peers} points={medians} />
        <polygon className={styles.line} points={ring(1)} />
        {known.map(([x, y]) => (
          <circle key={`${x} ${y}`} className={styles.dot} cx={x} cy={y} r={3} />
        ))}
        {asked.map(({ aspect, name, index }, place) => {
          const [x, y] = at(place, count, MOST);
          const [dx, dy] = [(x - X) / RADIUS, (y - Y) / RADIUS];
          const anchor = Math.abs(dx) < 0.2 ? "middle" : dx > 0 ? "start" : "end";
          const lines = linesOf(index === null ? `${of(name)} ?` : of(name));
          const top =
            y + 8 * dy + (dy < -0.9 ? -4 - 12 * (lines.length - 1) : dy > 0.8 ? 10 : 4 - 6 * (lines.length - 1));
          return (
            <text key={aspect} className={styles.label} x={x + 7 * dx} y={top} textAnchor={anchor}>
              {lines.map((line, number) => (
                <tspan key={line} x={x + 7 * dx} dy={number === 0 ? 0 : 12}>
                  {line}
                </tspan>
              ))}
            </text>
          );
        })}
      </svg>
      <figcaption className={mergeClasses(layout.small, layout.quiet, styles.legend)} aria-hidden>
        <Key name={say("thisFirm")} className={styles.firm} />
        <Key name={say("lineOf", { tier: target })} className={styles.line} />
        {medians.some((point) => point !== null) ? <Key name={say("peersMedian")} className={styles.peers} /> : null}
      </figcaption>
    </figure>
  );
}

/** A closed shape where every point is known; else only the lines between neighbours that are, so that nothing is made up in between. */
function Outline({
  points,
  className,
}: {
  readonly points: readonly (Point | null)[];
  readonly className: string;
}): ReactNode {
  const known = points.filter((point) => point !== null);
  if (known.length === points.length) return <polygon className={className} points={path(known)} />;
  return points.map((point, index) => {
    const next = points[(index + 1) % points.length];
    return point && next ? (
      <line key={index} className={className} x1={point[0]} y1={point[1]} x2={next[0]} y2={next[1]} />
    ) : null;
  });
}

function Key({ name, className }: { readonly name: string; readonly className: string }): ReactNode {
  const styles = useStyles();
  return (
    <span className={styles.key}>
      <svg width={22} height={8}>
        <line className={className} x1={0} y1={4} x2={22} y2={4} />
      </svg>
      {name}
    </span>
  );
}
