/** A chart's two axes. What is set here lasts while the workbook is open: files do not keep it. */
import type { AxisLook } from "../book/sheet-extras";
import { positive, truth, word } from "./arguments";
import { changeChart, chartOf } from "./chart-parts";
import type { ItemTarget } from "./makers";
import { bind, type ClassTable, type Scalar } from "./member-table";

interface AxisTarget {
  readonly chart: ItemTarget;
  readonly which: "category" | "value";
}

function lookOf({ chart, which }: AxisTarget): AxisLook {
  return chartOf(chart).axes?.[which] ?? {};
}

function change(target: AxisTarget, to: Partial<AxisLook>): void {
  const { chart, which } = target;
  changeChart(chart, { axes: { ...chartOf(chart).axes, [which]: { ...lookOf(target), ...to } } });
}

function flag(name: "reversePlotOrder" | "visible", otherwise: boolean): Scalar<AxisTarget> {
  return {
    get: (target) => lookOf(target)[name] ?? otherwise,
    set: (target, value) => {
      change(target, { [name]: truth(value) });
    },
  };
}

/** "" where Excel chooses. */
function bound(name: "minimum" | "maximum"): Scalar<AxisTarget> {
  return {
    get: (target) => lookOf(target)[name] ?? "",
    set: (target, value) => {
      const { [name]: _, ...rest } = lookOf(target);
      const look =
        value === "" ? rest : { ...rest, [name]: typeof value === "number" && value < 0 ? value : positive(value) };
      changeChart(target.chart, { axes: { ...chartOf(target.chart).axes, [target.which]: look } });
    },
  };
}

const axisTable: ClassTable<AxisTarget> = {
  name: "ChartAxis",
  scalars: {
    maximum: bound("maximum"),
    minimum: bound("minimum"),
    reversePlotOrder: flag("reversePlotOrder", false),
    type: { get: ({ which }) => (which === "category" ? "Category" : "Value") },
    visible: flag("visible", true),
  },
};

export const axesTable: ClassTable<ItemTarget> = {
  name: "ChartAxes",
  objects: {
    categoryAxis: (chart) => bind(axisTable, { chart, which: "category" }),
    valueAxis: (chart) => bind(axisTable, { chart, which: "value" }),
  },
  methods: {
    getItem: (chart, [type]) =>
      bind(axisTable, { chart, which: word(type, ["Category", "Value"]) === "Category" ? "category" : "value" }),
  },
};

export const axisTables = [axesTable, axisTable] as const;
