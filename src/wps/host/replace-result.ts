/** Puts a result in the place of an earlier one: its own lines, table and charts, and nothing beside them. */
import { layoutOf, noteRange, tableRange, titleRange, type Layout } from "../../excel/result-layout";
import type { CellRange } from "../../words/grid";
import { pieces, rowsFrom } from "./cells";
import type { SamePlace } from "./destinations";
import { addStatusColours, drawCharts, setWidths } from "./dress";
import { isChartObjects, type WpsChartObject, type WpsSheet } from "./objects";
import { bounding, rangeAt } from "./ranges";
import { showAllRows } from "./tables";

/** The table's right border: with the columns that the user has added to it. */
const rightOf = ({ layout, before, columns }: SamePlace): number =>
  layout.column + layout.headings.length - 1 + Math.max(0, columns - before.headings.length);

/** Everything that the old and the new result take. */
function areaOf({ before, layout }: SamePlace): CellRange {
  const parts = [before, layout].flatMap((one) => [tableRange(one), titleRange(one), noteRange(one)]);
  return parts.filter((part) => part !== null).reduce(bounding);
}

/**
 * Copies cells and their formats. A table is copied in two parts: a table copied as a whole brings a table along.
 * @param heading the row that ends the first part
 */
function copyCells(from: WpsSheet, range: CellRange, to: WpsSheet, at: CellRange, heading: number): void {
  const parts = [
    { ...range, bottom: Math.min(heading, range.bottom) },
    { ...range, top: Math.max(heading + 1, range.top) },
  ];
  for (const part of parts) {
    if (part.top > part.bottom) continue;
    const [down, across] = [at.top - range.top, at.left - range.left];
    const moved = {
      top: part.top + down,
      left: part.left + across,
      bottom: part.bottom + down,
      right: part.right + across,
    };
    rangeAt(from, part).Copy(rangeAt(to, moved));
  }
}

interface ChartsAside {
  /** Gives the earlier result's charts other names, so that the new ones can have theirs. */
  readonly setAside: () => void;
  /** Those of the earlier result that are still there. */
  readonly old: () => readonly WpsChartObject[];
  /** Takes away the new ones, named or not yet, and gives the old their names again. */
  readonly back: () => void;
}

function chartsOf({ sheet, charts, layout }: SamePlace): ChartsAside {
  const collection = sheet.ChartObjects();
  if (!isChartObjects(collection)) return { setAside: () => undefined, old: () => [], back: () => undefined };
  const all = (): readonly WpsChartObject[] =>
    Array.from({ length: collection.Count }, (_, index) => collection.Item(index + 1));
  const asideName = (name: string): string => `${name} (${layout.row})`;
  const aside = new Map([...charts.keys()].map((name) => [asideName(name), name]));
  const others = new Set(all().flatMap(({ Name }) => (charts.has(Name) ? [] : [Name])));
  let isAside = false;
  return {
    setAside: () => {
      for (const chart of all()) if (charts.has(chart.Name)) chart.Name = asideName(chart.Name);
      isAside = true;
    },
    old: () => all().filter(({ Name }) => aside.has(Name)),
    back: () => {
      if (isAside) for (const chart of all()) if (!aside.has(chart.Name) && !others.has(chart.Name)) chart.Delete();
      for (const chart of all()) chart.Name = aside.get(chart.Name) ?? chart.Name;
    },
  };
}

export interface Replaced {
  readonly undo: () => void;
  /** Takes away what undoing needs. */
  readonly finish: () => void;
}

/**
 * Replaces the earlier result by the draft.
 * @param spare an empty hidden sheet, which keeps what was there
 */
export function replaceResult(place: SamePlace, draft: WpsSheet, spare: WpsSheet): Replaced {
  const { sheet, table, before, layout, result } = place;
  const area = areaOf(place);
  const formulas = [...pieces(area)].map((piece) => ({ piece, rows: rowsFrom(rangeAt(sheet, piece).Formula) }));
  copyCells(sheet, area, spare, area, before.row);
  const charts = chartsOf(place);
  const undo = (): void => {
    charts.back();
    copyCells(spare, area, sheet, area, before.row);
    for (const { piece, rows } of formulas) rangeAt(sheet, piece).Formula = rows;
    table?.Resize(rangeAt(sheet, { ...tableRange(before), right: before.column + place.columns - 1 }));
  };
  try {
    change();
  } catch (error) {
    undo();
    throw error;
  }
  const finish = (): void => {
    for (const chart of charts.old()) chart.Delete();
  };
  return { undo, finish };

  function change(): void {
    charts.setAside();
    const from: Layout = layoutOf(result);
    const old = tableRange(before);
    const next = tableRange(layout);
    if (table !== null) {
      showAllRows(table);
      table.Resize(rangeAt(sheet, { ...next, right: rightOf(place) }));
    }
    // The heading is never emptied: formulas elsewhere that name the table's columns would lose them.
    if (old.bottom > next.bottom) rangeAt(sheet, { ...old, top: next.bottom + 1 }).Clear();
    if (old.right > next.right) rangeAt(sheet, { ...old, left: next.right + 1 }).Clear();
    rangeAt(sheet, old).FormatConditions.Delete();
    for (const range of place.ownLines) rangeAt(sheet, range).Clear();
    copyCells(draft, tableRange(from), sheet, next, from.row);
    for (const part of [titleRange, noteRange]) {
      const [there, here] = [part(layout), part(from)];
      if (there !== null && here !== null) rangeAt(draft, here).Copy(rangeAt(sheet, there));
    }
    const added = result.columns.slice(before.headings.length);
    if (added.length > 0) setWidths(sheet, added, layout.column + before.headings.length);
    addStatusColours(sheet, result, layout);
    drawCharts(sheet, result, layout, place.key, place.charts);
  }
}
