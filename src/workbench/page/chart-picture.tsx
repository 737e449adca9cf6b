/** A chart of the workbook as a picture over the sheet. Plain on purpose: Excel draws the real one when the file is opened there. */
import type { ReactNode } from "react";
import { SERIES_COLOURS } from "../../xlsx/write/chart-markup";
import type { DrawnChart } from "./chart-values";
import { placeOn, scaleOf, type Scale } from "./chart-scale";

const WIDTH = 480;
const TEXT = "#333333";
const LINES = "#D9D9D9";

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function ChartPicture({ chart, ratio }: { readonly chart: DrawnChart; readonly ratio: number }): ReactNode {
  const height = Math.max(WIDTH * ratio, 80);
  const top = chart.title === "" ? 12 : 36;
  const bottom = height - (chart.legend ? 30 : 10);
  const said = chart.series
    .map(({ name }) => name)
    .filter(Boolean)
    .join(", ");
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      width="100%"
      height="100%"
      role="img"
      aria-label={[chart.title, said].filter(Boolean).join(": ")}
      fontFamily="'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif"
      fontSize={12}
    >
      <rect width={WIDTH} height={height} fill="#FFFFFF" stroke="#BFBFBF" />
      <text x={WIDTH / 2} y={24} textAnchor="middle" fontSize={15} fill={TEXT}>
        {chart.title}
      </text>
      {plot(chart, { left: 16, top, right: WIDTH - 16, bottom })}
      {chart.legend ? legend(chart, height - 14) : null}
    </svg>
  );
}

function plot(chart: DrawnChart, frame: Frame): ReactNode {
  switch (chart.kind) {
    case "bar":
      return bars(chart, frame);
    case "column":
    case "line":
    case "scatter":
      return upright(chart, frame);
    case "radar":
      return radar(chart, frame);
    case "pie":
    case "doughnut":
      return pie(chart, frame);
  }
}

const numbersOf = (chart: DrawnChart): number[] =>
  chart.series.flatMap(({ values }) => values.filter((value) => value !== null));
const namesOf = (chart: DrawnChart): readonly string[] => chart.series[0]?.names ?? [];
const short = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
const shown = (value: number): string =>
  Math.abs(value) >= 10_000 ? `${Number((value / 10_000).toPrecision(4))}万` : String(value);

function bars(chart: DrawnChart, frame: Frame): ReactNode {
  const inner = { ...frame, left: frame.left + 84, bottom: frame.bottom - 18 };
  const scale = scaleOf(numbersOf(chart), true);
  const names = namesOf(chart);
  const across = (value: number): number => inner.left + placeOn(scale, value) * (inner.right - inner.left);
  const band = (inner.bottom - inner.top) / Math.max(names.length, 1);
  const thick = (band * 0.7) / Math.max(chart.series.length, 1);
  return (
    <g>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line x1={across(tick)} x2={across(tick)} y1={inner.top} y2={inner.bottom} stroke={LINES} />
          <text x={across(tick)} y={inner.bottom + 14} textAnchor="middle" fill={TEXT}>
            {shown(tick)}
          </text>
        </g>
      ))}
      {names.map((name, place) => (
        <text key={place} x={inner.left - 6} y={inner.top + band * (place + 0.5) + 4} textAnchor="end" fill={TEXT}>
          {short(name, 7)}
        </text>
      ))}
      {chart.series.map((series, order) =>
        series.values.map((value, place) => {
          const from = Math.min(across(0), across(value ?? 0));
          const y = inner.top + band * (place + 0.15) + thick * order;
          return (
            <rect
              key={`${order}-${place}`}
              x={from}
              y={y}
              width={Math.abs(across(value ?? 0) - across(0))}
              height={thick}
              fill={series.color}
            />
          );
        }),
      )}
    </g>
  );
}

function upright(chart: DrawnChart, frame: Frame): ReactNode {
  const inner = { ...frame, left: frame.left + 44, bottom: frame.bottom - 20 };
  const scale = scaleOf(numbersOf(chart), chart.kind === "column");
  const up = (value: number): number => inner.bottom - placeOn(scale, value) * (inner.bottom - inner.top);
  const names = namesOf(chart);
  const points = chart.kind === "scatter" ? scaleOf(names.map(Number).filter(Number.isFinite), false) : null;
  const count = Math.max(names.length, ...chart.series.map(({ values }) => values.length), 1);
  const band = (inner.right - inner.left) / count;
  const middle = (place: number): number => {
    const x = points ? Number(names[place]) : Number.NaN;
    if (points && Number.isFinite(x)) return inner.left + placeOn(points, x) * (inner.right - inner.left);
    return inner.left + band * (place + 0.5);
  };
  const every = Math.ceil(count / 8);
  return (
    <g>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line x1={inner.left} x2={inner.right} y1={up(tick)} y2={up(tick)} stroke={LINES} />
          <text x={inner.left - 6} y={up(tick) + 4} textAnchor="end" fill={TEXT}>
            {shown(tick)}
          </text>
        </g>
      ))}
      {points
        ? points.ticks.map((tick) => (
            <text
              key={tick}
              x={inner.left + placeOn(points, tick) * (inner.right - inner.left)}
              y={inner.bottom + 15}
              textAnchor="middle"
              fill={TEXT}
            >
              {shown(tick)}
            </text>
          ))
        : names.map((name, place) =>
            place % every === 0 ? (
              <text key={place} x={middle(place)} y={inner.bottom + 15} textAnchor="middle" fill={TEXT}>
                {short(name, Math.max(3, Math.floor((band * every) / 13)))}
              </text>
            ) : null,
          )}
      {chart.series.map((series, order) => (
        <g key={order} fill={series.color}>
          {chart.kind === "column" ? columns(chart, series.values, order, band, scale, up, middle) : null}
          {chart.kind === "line" ? (
            <polyline points={lineOf(series.values, middle, up)} fill="none" stroke={series.color} strokeWidth={2} />
          ) : null}
          {chart.kind === "column"
            ? null
            : series.values.map((value, place) =>
                value === null ? null : <circle key={place} cx={middle(place)} cy={up(value)} r={3} />,
              )}
        </g>
      ))}
    </g>
  );
}

function columns(
  chart: DrawnChart,
  values: readonly (number | null)[],
  order: number,
  band: number,
  scale: Scale,
  up: (value: number) => number,
  middle: (place: number) => number,
): ReactNode {
  const thick = (band * 0.7) / chart.series.length;
  const zero = up(Math.max(scale.low, 0));
  return values.map((value, place) => {
    const end = up(value ?? 0);
    const x = middle(place) - band * 0.35 + thick * order;
    return <rect key={place} x={x} y={Math.min(zero, end)} width={thick} height={Math.abs(zero - end)} />;
  });
}

function lineOf(
  values: readonly (number | null)[],
  across: (place: number) => number,
  up: (value: number) => number,
): string {
  return values.flatMap((value, place) => (value === null ? [] : [`${across(place)},${up(value)}`])).join(" ");
}

function radar(chart: DrawnChart, frame: Frame): ReactNode {
  const names = namesOf(chart);
  const scale = scaleOf(numbersOf(chart), true);
  const centre = { x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2 };
  const radius = Math.max(Math.min(frame.right - frame.left, frame.bottom - frame.top) / 2 - 24, 10);
  const point = (place: number, part: number): [number, number] => {
    const turn = (place / Math.max(names.length, 1)) * 2 * Math.PI - Math.PI / 2;
    return [centre.x + Math.cos(turn) * radius * part, centre.y + Math.sin(turn) * radius * part];
  };
  const ring = (part: number): string => names.map((_, place) => point(place, part).join(",")).join(" ");
  return (
    <g>
      {scale.ticks.slice(1).map((tick) => (
        <polygon key={tick} points={ring(placeOn(scale, tick))} fill="none" stroke={LINES} />
      ))}
      {names.map((name, place) => {
        const [x, y] = point(place, 1.12);
        const side = Math.abs(x - centre.x) < 4 ? "middle" : x < centre.x ? "end" : "start";
        return (
          <g key={place}>
            <line x1={centre.x} y1={centre.y} x2={point(place, 1)[0]} y2={point(place, 1)[1]} stroke={LINES} />
            <text x={x} y={y + 4} textAnchor={side} fill={TEXT}>
              {short(name, 10)}
            </text>
          </g>
        );
      })}
      {chart.series.map((series, order) => (
        <polygon
          key={order}
          points={series.values
            .map((value, place) => point(place, placeOn(scale, value ?? scale.low)).join(","))
            .join(" ")}
          fill={series.color}
          fillOpacity={0.15}
          stroke={series.color}
          strokeWidth={2}
        />
      ))}
    </g>
  );
}

function sliceColour(chart: DrawnChart, place: number): string {
  const [series] = chart.series;
  if (series?.chosen === true) return series.color;
  return SERIES_COLOURS[place % SERIES_COLOURS.length] ?? TEXT;
}

function pie(chart: DrawnChart, frame: Frame): ReactNode {
  const [series] = chart.series;
  const values = (series?.values ?? []).map((value) => Math.max(value ?? 0, 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  const centre = { x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2 };
  const radius = Math.max(Math.min(frame.right - frame.left, frame.bottom - frame.top) / 2 - 6, 10);
  const at = (share: number, distance: number): string => {
    const turn = share * 2 * Math.PI - Math.PI / 2;
    return `${centre.x + Math.cos(turn) * distance},${centre.y + Math.sin(turn) * distance}`;
  };
  let done = 0;
  return values.map((value, place) => {
    const from = done;
    done += total === 0 ? 0 : value / total;
    // A whole circle has no two ends to draw an arc between.
    const to = Math.min(done, from + 0.9999);
    const large = to - from > 0.5 ? 1 : 0;
    const hole = chart.kind === "doughnut" ? radius * 0.6 : 0;
    const path = `M${at(from, hole)} L${at(from, radius)} A${radius},${radius} 0 ${large} 1 ${at(to, radius)} L${at(to, hole)} A${hole},${hole} 0 ${large} 0 ${at(from, hole)} Z`;
    return <path key={place} d={path} fill={sliceColour(chart, place)} stroke="#FFFFFF" />;
  });
}

function legend(chart: DrawnChart, y: number): ReactNode {
  const round = chart.kind === "pie" || chart.kind === "doughnut";
  const entries = round
    ? namesOf(chart).map((name, place) => ({ name, color: sliceColour(chart, place) }))
    : chart.series.map(({ name, color }) => ({ name, color }));
  const room = (WIDTH - 32) / Math.max(entries.length, 1);
  return entries.map(({ name, color }, place) => (
    <g key={place}>
      <rect x={16 + room * place} y={y - 9} width={10} height={10} fill={color} />
      <text x={30 + room * place} y={y} fill={TEXT}>
        {short(name, Math.max(2, Math.floor((room - 16) / 12)))}
      </text>
    </g>
  ));
}
