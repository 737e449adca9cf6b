/** The workbook's charts as pictures over the sheet in view, at their place and scrolling with it. */
import type { IWorksheetData } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type {} from "@univerjs/sheets-drawing-ui/facade";
import type {} from "@univerjs/ui/facade";
import type { ReactNode } from "react";
import { z } from "zod";
import type { Book } from "../book/book";
import { PIXELS_PER_POINT } from "../book/load-book";
import type { LiveChart } from "../book/sheet-extras";
import { seriesColour } from "../../xlsx/write/chart-markup";
import { ChartPicture } from "./chart-picture";
import { namesAt, numbersAt, type CellLookup } from "./chart-values";

const COMPONENT = "zjtx-chart";
/** Changes come in bursts; the pictures follow once after each. */
const PAUSE = 200;

const drawnSchema = z.object({
  ratio: z.number(),
  chart: z.object({
    kind: z.enum(["bar", "column", "line", "radar", "pie", "doughnut", "scatter"]),
    title: z.string(),
    legend: z.boolean(),
    series: z.array(
      z.object({
        name: z.string(),
        color: z.string(),
        chosen: z.boolean(),
        names: z.array(z.string()),
        values: z.array(z.number().nullable()),
      }),
    ),
  }),
});

/** What the spreadsheet puts over its cells; it hands on the data it was given. */
function FloatingChart({ data }: { readonly data?: unknown }): ReactNode {
  const given = drawnSchema.safeParse(data);
  return given.success ? <ChartPicture chart={given.data.chart} ratio={given.data.ratio} /> : null;
}

/** Once per spreadsheet, before the first chart is shown. */
export function registerCharts(univerAPI: FUniver): void {
  univerAPI.registerComponent(COMPONENT, FloatingChart);
}

/** Keeps the pictures in step with the book; gives the way to stop. */
export function showCharts(book: Book): () => void {
  let shown: (() => void)[] = [];
  let timer: number | undefined;
  const clear = (): void => {
    for (const dispose of shown) dispose();
    shown = [];
  };
  const draw = (): void => {
    timer = undefined;
    clear();
    const { active } = book;
    const facade = book.link.facade.getSheetBySheetId(active.id);
    for (const chart of active.extras.get("charts")) {
      const position = boxOf(chart, active.core.getConfig());
      const placed = facade?.addFloatDomToPosition(
        {
          componentKey: COMPONENT,
          initPosition: position,
          allowTransform: false,
          data: { chart: drawnOf(chart, lookupIn(book)), ratio: chart.height / chart.width },
        },
        `zjtx-chart-${chart.id}`,
      );
      if (placed) shown.push(() => placed.dispose());
    }
  };
  const hasCharts = (): boolean => shown.length > 0 || book.active.extras.get("charts").length > 0;
  const stop = book.listen((event) => {
    if (event.kind === "selection" || event.kind === "names" || event.kind === "settings" || !hasCharts()) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(draw, PAUSE);
  });
  if (hasCharts()) timer = window.setTimeout(draw, PAUSE);
  return () => {
    stop();
    window.clearTimeout(timer);
    clear();
  };
}

/** Pixels from the corner of the sheet's headings: Univer's places count from there, Excel's from the first cell. */
function boxOf(
  chart: LiveChart,
  { rowHeader, columnHeader }: Pick<IWorksheetData, "rowHeader" | "columnHeader">,
): { startX: number; startY: number; endX: number; endY: number } {
  const left = rowHeader.width + chart.left * PIXELS_PER_POINT;
  const top = columnHeader.height + chart.top * PIXELS_PER_POINT;
  return {
    startX: left,
    startY: top,
    endX: left + chart.width * PIXELS_PER_POINT,
    endY: top + chart.height * PIXELS_PER_POINT,
  };
}

function lookupIn(book: Book): CellLookup {
  return (sheet, row, column) => book.sheetNamed(sheet)?.cell(row, column) ?? null;
}

function drawnOf(chart: LiveChart, lookup: CellLookup): z.infer<typeof drawnSchema>["chart"] {
  return {
    kind: chart.kind,
    title: chart.titleVisible ? chart.title : "",
    legend: chart.legend,
    series: chart.series.map((series, index) => ({
      name: series.name,
      color: seriesColour(series, index),
      chosen: series.color !== undefined,
      names: namesAt(series.categories, lookup),
      values: numbersAt(series.values, lookup),
    })),
  };
}
