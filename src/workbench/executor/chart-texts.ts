/** A chart's title and legend. */
import { text, truth, word } from "./arguments";
import { changeChart, chartOf } from "./chart-parts";
import type { ItemTarget } from "./makers";
import type { ClassTable } from "./member-table";

export const titleTable: ClassTable<ItemTarget> = {
  name: "ChartTitle",
  scalars: {
    text: {
      get: (target) => chartOf(target).title,
      set: (target, value) => {
        changeChart(target, { title: text(value), titleVisible: true });
      },
    },
    visible: {
      get: (target) => chartOf(target).titleVisible,
      set: (target, value) => {
        changeChart(target, { titleVisible: truth(value) });
      },
    },
  },
};

export const legendTable: ClassTable<ItemTarget> = {
  name: "ChartLegend",
  scalars: {
    position: {
      get: (target) => chartOf(target).legendPosition,
      set: (target, value) => {
        changeChart(target, { legendPosition: word(value, ["Top", "Bottom", "Left", "Right", "Corner"]) });
      },
    },
    visible: {
      get: (target) => chartOf(target).legend,
      set: (target, value) => {
        changeChart(target, { legend: truth(value) });
      },
    },
  },
};
