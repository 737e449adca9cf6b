/** Charts of a sheet as WPS has them. */
import type { CellRange } from "../../words/grid";
import {
  isRange,
  XL,
  type WpsChart,
  type WpsChartObject,
  type WpsChartObjects,
  type WpsSeries,
} from "../../wps/host/objects";
import { rangeFrom } from "../../wps/host/ranges";
import type { BookChart } from "../../xlsx/book-file";
import { formatA1, quoteSheet } from "../book/a1";
import type { Sheet } from "../book/sheet";
import type { LiveChart } from "../book/sheet-extras";
import type { World } from "./world";

const TYPES: ReadonlyMap<number, { readonly kind: BookChart["kind"]; readonly chartType: string }> = new Map([
  [XL.barClustered, { kind: "bar", chartType: "BarClustered" }],
  [XL.columnClustered, { kind: "column", chartType: "ColumnClustered" }],
  [XL.lineMarkers, { kind: "line", chartType: "LineMarkers" }],
  [XL.radarMarkers, { kind: "radar", chartType: "RadarMarkers" }],
]);

class ChartParts implements WpsChart, WpsChartObject {
  constructor(
    private readonly world: World,
    private readonly sheet: Sheet,
    private readonly id: string,
  ) {}

  private get live(): LiveChart {
    const found = this.sheet.extras.get("charts").find(({ id }) => id === this.id);
    if (found === undefined) throw new Error("the chart is gone");
    return found;
  }
  private change(to: Partial<LiveChart>): void {
    const { extras } = this.sheet;
    const { live } = this;
    extras.set(
      "charts",
      extras.get("charts").map((one) => (one === live ? { ...one, ...to } : one)),
    );
  }

  get Name(): string {
    return this.live.name;
  }
  set Name(name: string) {
    this.change({ name });
  }
  get Left(): number {
    return this.live.left;
  }
  set Left(left: number) {
    this.change({ left });
  }
  get Top(): number {
    return this.live.top;
  }
  set Top(top: number) {
    this.change({ top });
  }
  get Width(): number {
    return this.live.width;
  }
  set Width(width: number) {
    this.change({ width });
  }
  get Height(): number {
    return this.live.height;
  }
  set Height(height: number) {
    this.change({ height });
  }
  get Chart(): WpsChart {
    return this.world.strict<WpsChart>("Chart", this);
  }
  Delete(): void {
    const { extras } = this.sheet;
    const { live } = this;
    extras.set(
      "charts",
      extras.get("charts").filter((one) => one !== live),
    );
  }
  get ChartType(): number {
    const { chartType } = this.live;
    return [...TYPES].find(([, type]) => type.chartType === chartType)?.[0] ?? 0;
  }
  set ChartType(value: number) {
    const type = TYPES.get(value);
    if (type === undefined) throw new Error(`the stand-in has no chart type ${value}`);
    this.change(type);
  }
  get HasTitle(): boolean {
    return this.live.titleVisible;
  }
  set HasTitle(titleVisible: boolean) {
    this.change({ titleVisible });
  }
  get HasLegend(): boolean {
    return this.live.legend;
  }
  set HasLegend(legend: boolean) {
    this.change({ legend });
  }
  get ChartTitle(): { Text: string } {
    const title = {
      read: () => this.live.title,
      write: (text: string) => this.change({ title: text }),
    };
    return this.world.strict("ChartTitle", {
      get Text(): string {
        return title.read();
      },
      set Text(text: string) {
        title.write(text);
      },
    });
  }
  SeriesCollection(): unknown {
    return this.world.strict("SeriesCollection", {
      NewSeries: () => {
        const index = this.live.series.length;
        this.change({ series: [...this.live.series, { name: "", categories: "", values: "" }] });
        return this.series(index);
      },
    });
  }
  private series(index: number): WpsSeries {
    const set = (to: Partial<LiveChart["series"][number]>): void =>
      this.change({ series: this.live.series.map((one, at) => (at === index ? { ...one, ...to } : one)) });
    const read = (): LiveChart["series"][number] | undefined => this.live.series[index];
    const place = (value: unknown): string => {
      if (!isRange(value)) throw new Error("a series takes ranges here");
      return reference(this.sheet, rangeFrom(value));
    };
    return this.world.strict<WpsSeries>("Series", {
      get Name() {
        return read()?.name ?? "";
      },
      set Name(name: string) {
        set({ name });
      },
      get Values(): unknown {
        return read()?.values;
      },
      set Values(value: unknown) {
        set({ values: place(value) });
      },
      get XValues(): unknown {
        return read()?.categories;
      },
      set XValues(value: unknown) {
        set({ categories: place(value) });
      },
    });
  }
  Axes(type: number): unknown {
    if (type !== XL.categoryAxis) throw new Error("the stand-in has the axis of categories alone");
    const parts = {
      read: () => this.live.axes?.category?.reversePlotOrder ?? false,
      write: (reversePlotOrder: boolean) =>
        this.change({ axes: { ...this.live.axes, category: { ...this.live.axes?.category, reversePlotOrder } } }),
    };
    return this.world.strict("Axis", {
      get ReversePlotOrder(): boolean {
        return parts.read();
      },
      set ReversePlotOrder(on: boolean) {
        parts.write(on);
      },
    });
  }
}

const reference = (sheet: Sheet, range: CellRange): string => `${quoteSheet(sheet.name)}!${formatA1(range, true)}`;

export function wpsCharts(world: World, sheet: Sheet): WpsChartObjects {
  const { extras } = sheet;
  const chart = (id: string): WpsChartObject =>
    world.strict<WpsChartObject>("ChartObject", new ChartParts(world, sheet, id));
  return world.strict("ChartObjects", {
    get Count() {
      return extras.get("charts").length;
    },
    Item: (index: number | string) => {
      const all = extras.get("charts");
      const found = typeof index === "number" ? all[index - 1] : all.find(({ name }) => name === index);
      if (found === undefined) throw new Error(`there is no chart ${index}`);
      return chart(found.id);
    },
    Add: (left: number, top: number, width: number, height: number) => {
      const id = String(world.book.nextId());
      const type = { kind: "column", chartType: "ColumnClustered" } as const;
      const look = { title: "", titleVisible: false, legend: true, legendPosition: "Right" };
      const made = { id, name: `Chart ${id}`, ...type, ...look, series: [], left, top, width, height };
      extras.set("charts", [...extras.get("charts"), made]);
      return chart(id);
    },
  });
}
