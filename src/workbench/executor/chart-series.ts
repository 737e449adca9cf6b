/** The series of a chart. */
import { objectOf, optionalText, optionalWhole, text, wholeNumber } from "./arguments";
import { changeChart, chartOf } from "./chart-parts";
import { seriesAddress, type Series } from "./chart-source";
import { color } from "./colors";
import { refuse } from "./excel-error";
import type { ItemTarget } from "./makers";
import { bind, type ClassTable } from "./member-table";
import { isRangeTarget, type RangeTarget } from "./range-target";

interface SeriesTarget {
  readonly chart: ItemTarget;
  readonly index: number;
}

function seriesOf({ chart, index }: SeriesTarget): Series {
  return chartOf(chart).series[index] ?? refuse("ItemNotFound");
}

function change(target: SeriesTarget, to: Partial<Series>): void {
  const before = seriesOf(target);
  changeChart(target.chart, {
    series: chartOf(target.chart).series.map((one) => (one === before ? { ...one, ...to } : one)),
  });
}

function source(value: unknown): RangeTarget {
  return objectOf(value, isRangeTarget) ?? refuse("InvalidArgument");
}

const fillTable: ClassTable<SeriesTarget> = {
  name: "ChartFill",
  methods: {
    clear: (target) => {
      const { color: _, ...rest } = seriesOf(target);
      changeChart(target.chart, {
        series: chartOf(target.chart).series.map((one, index) => (index === target.index ? rest : one)),
      });
    },
    setSolidColor: (target, [value]) => {
      change(target, { color: color(value) });
    },
  },
};

const lineTable: ClassTable<SeriesTarget> = {
  name: "ChartLineFormat",
  scalars: {
    color: {
      get: (target) => seriesOf(target).color ?? "",
      set: (target, value) => {
        change(target, { color: color(value) });
      },
    },
  },
};

const formatTable: ClassTable<SeriesTarget> = {
  name: "ChartSeriesFormat",
  objects: { fill: (target) => bind(fillTable, target), line: (target) => bind(lineTable, target) },
};

const seriesTable: ClassTable<SeriesTarget> = {
  name: "ChartSeries",
  scalars: {
    name: {
      get: (target) => seriesOf(target).name,
      set: (target, value) => {
        change(target, { name: text(value) });
      },
    },
  },
  objects: { format: (target) => bind(formatTable, target) },
  methods: {
    delete: (target) => {
      const gone = seriesOf(target);
      changeChart(target.chart, { series: chartOf(target.chart).series.filter((one) => one !== gone) });
    },
    setValues: (target, [range]) => {
      const from = source(range);
      change(target, { values: seriesAddress(from, from.range) });
    },
    setXAxisValues: (target, [range]) => {
      const from = source(range);
      change(target, { categories: seriesAddress(from, from.range) });
    },
  },
};

export const seriesCollectionTable: ClassTable<ItemTarget> = {
  name: "ChartSeriesCollection",
  scalars: { count: { get: (chart) => chartOf(chart).series.length } },
  items: (chart) => chartOf(chart).series.map((_, index) => bind(seriesTable, { chart, index })),
  methods: {
    add: (chart, [name, position]) => {
      const before = chartOf(chart).series;
      const index = optionalWhole(position, before.length);
      if (index < 0 || index > before.length) refuse("InvalidArgument");
      const added: Series = {
        name: optionalText(name) ?? `Series${before.length + 1}`,
        categories: before[0]?.categories ?? "",
        values: "",
      };
      changeChart(chart, { series: [...before.slice(0, index), added, ...before.slice(index)] });
      return bind(seriesTable, { chart, index });
    },
    getCount: (chart) => chartOf(chart).series.length,
    getItemAt: (chart, [index]) => {
      const wanted = wholeNumber(index);
      return wanted >= 0 && wanted < chartOf(chart).series.length
        ? bind(seriesTable, { chart, index: wanted })
        : refuse("InvalidArgument");
    },
  },
};

export const seriesTables = [seriesCollectionTable, seriesTable, formatTable, fillTable, lineTable] as const;
