/** Charts of a sheet. Univer draws none: they are kept, saved and drawn by the page. */
import type { BookChart } from "../../xlsx/book-file";
import type { LiveChart } from "../book/sheet-extras";
import { objectOf, optionalWord, positive, text, wholeNumber } from "./arguments";
import { axesTable } from "./chart-axes";
import { chartOf, changeChart } from "./chart-parts";
import { seriesCollectionTable } from "./chart-series";
import { seriesFrom } from "./chart-source";
import { legendTable, titleTable } from "./chart-texts";
import { refuse } from "./excel-error";
import type { ItemTarget, WorksheetTarget } from "./makers";
import { bind, type Bound, type ClassTable, type Scalar } from "./member-table";
import { refuseIfProtected } from "./protected";
import { rangeArgument } from "./range-geometry";
import { isRangeTarget, RangeTarget, type RangeTarget as Block } from "./range-target";
import { rangeTable } from "./range";

/** Excel's chart types that the workbench has a drawing for. */
const KINDS: Readonly<Record<string, BookChart["kind"]>> = {
  BarClustered: "bar",
  BarStacked: "bar",
  BarStacked100: "bar",
  ColumnClustered: "column",
  ColumnStacked: "column",
  ColumnStacked100: "column",
  Line: "line",
  LineMarkers: "line",
  LineStacked: "line",
  Pie: "pie",
  Doughnut: "doughnut",
  Radar: "radar",
  RadarMarkers: "radar",
  RadarFilled: "radar",
  XYScatter: "scatter",
  XYScatterLines: "scatter",
  XYScatterSmooth: "scatter",
};

function chartType(value: unknown): { readonly chartType: string; readonly kind: BookChart["kind"] } {
  const wanted = text(value).toLowerCase();
  const type = Object.keys(KINDS).find((one) => one.toLowerCase() === wanted);
  const kind = type === undefined ? undefined : KINDS[type];
  return type === undefined || kind === undefined
    ? refuse("NotImplemented", `The workbench has no chart of type ${text(value)}: ChartCollection.add.`)
    : { chartType: type, kind };
}

/** Excel's own size of a new chart, in points. */
const NEW_SIZE = { width: 360, height: 216 };

function freeName(charts: readonly LiveChart[]): string {
  for (let number = charts.length + 1; ; number++) {
    const name = `Chart ${number}`;
    if (!charts.some((chart) => chart.name === name)) return name;
  }
}

function size(name: "left" | "top" | "width" | "height"): Scalar<ItemTarget> {
  return {
    get: (target) => chartOf(target)[name],
    set: (target, value) => {
      changeChart(target, { [name]: positive(value) });
    },
  };
}

export const chartTable: ClassTable<ItemTarget> = {
  name: "Chart",
  id: { wire: "Id", of: ({ id }) => id },
  scalars: {
    id: { get: ({ id }) => id },
    name: {
      get: (target) => chartOf(target).name,
      set: (target, value) => {
        changeChart(target, { name: text(value) });
      },
    },
    chartType: {
      get: (target) => chartOf(target).chartType,
      set: (target, value) => {
        changeChart(target, chartType(value));
      },
    },
    left: size("left"),
    top: size("top"),
    width: size("width"),
    height: size("height"),
  },
  objects: {
    axes: (target) => bind(axesTable, target),
    legend: (target) => bind(legendTable, target),
    series: (target) => bind(seriesCollectionTable, target),
    title: (target) => bind(titleTable, target),
    worksheet: ({ book, sheet }, { make }) => make.worksheet({ book, sheet }),
  },
  methods: {
    activate: () => null,
    delete: (target) => {
      refuseIfProtected(target.sheet);
      const gone = chartOf(target);
      target.sheet.extras.set(
        "charts",
        target.sheet.extras.get("charts").filter((one) => one !== gone),
      );
    },
    setData: (target, [source, seriesBy]) => {
      const range = objectOf(source, isRangeTarget) ?? refuse("InvalidArgument");
      changeChart(target, { series: seriesFrom(range, optionalWord(seriesBy, ["Auto", "Columns", "Rows"], "Auto")) });
    },
    setPosition: (target, [startCell, endCell], scope) => {
      const origin = new RangeTarget(target.sheet, { top: 0, left: 0, bottom: 0, right: 0 });
      const start = rangeArgument(startCell, origin, scope);
      const end = endCell === null || endCell === undefined ? null : rangeArgument(endCell, origin, scope);
      const place = (block: Block): readonly number[] =>
        ["left", "top", "width", "height"].map((name) => Number(rangeTable.scalars?.[name]?.get?.(block, scope)));
      const [left = 0, top = 0] = place(start);
      if (end === null) {
        changeChart(target, { left, top });
        return;
      }
      const [endLeft = 0, endTop = 0, endWidth = 0, endHeight = 0] = place(end);
      changeChart(target, {
        left,
        top,
        width: Math.max(1, endLeft + endWidth - left),
        height: Math.max(1, endTop + endHeight - top),
      });
    },
  },
};

/** By name or id. */
function find({ book, sheet }: WorksheetTarget, key: unknown): Bound | null {
  const wanted = text(key);
  const charts = sheet.extras.get("charts");
  const found =
    charts.find(({ id }) => id === wanted) ?? charts.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  return found === undefined ? null : bind(chartTable, { book, sheet, id: found.id });
}

export const chartsTable: ClassTable<WorksheetTarget> = {
  name: "ChartCollection",
  scalars: { count: { get: ({ sheet }) => sheet.extras.get("charts").length } },
  items: ({ book, sheet }) => sheet.extras.get("charts").map(({ id }) => bind(chartTable, { book, sheet, id })),
  indexer: (target, [key]) => find(target, key) ?? refuse("ItemNotFound"),
  methods: {
    add: async ({ book, sheet }, [type, source, seriesBy]) => {
      refuseIfProtected(sheet);
      const range = objectOf(source, isRangeTarget) ?? refuse("InvalidArgument");
      const by = optionalWord(seriesBy, ["Auto", "Columns", "Rows"], "Auto");
      await book.link.calculation.settle();
      const charts = sheet.extras.get("charts");
      const series = seriesFrom(range, by);
      const chart: LiveChart = {
        id: String(book.nextId()),
        name: freeName(charts),
        ...chartType(type),
        title: series.length === 1 ? (series[0]?.name ?? "") : "Chart Title",
        titleVisible: true,
        legend: series.length > 1,
        legendPosition: "Bottom",
        series,
        left: 20,
        top: 20,
        ...NEW_SIZE,
      };
      sheet.extras.set("charts", [...charts, chart]);
      return bind(chartTable, { book, sheet, id: chart.id });
    },
    getCount: ({ sheet }) => sheet.extras.get("charts").length,
    // The client's own getItem is a method here, by name.
    getItem: (target, [key]) => find(target, key) ?? refuse("ItemNotFound"),
    _GetItem: (target, [key]) => find(target, key) ?? refuse("ItemNotFound"),
    getItemAt: ({ book, sheet }, [index]) => {
      const chart = sheet.extras.get("charts")[wholeNumber(index)] ?? refuse("InvalidArgument");
      return bind(chartTable, { book, sheet, id: chart.id });
    },
    getItemOrNullObject: (target, [key]) => find(target, key),
  },
};
