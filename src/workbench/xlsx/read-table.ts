/** A table's part, and the filter of a sheet, -> plain data. */
import type { BookFilter, BookTable } from "../../xlsx/book-file";
import { rangeOf } from "./cell-range";
import type { LostContents } from "./lost-content";
import { childOf, childrenOf, flag, type XmlNode } from "../../xlsx/xml/tree";

export function readTable(root: XmlNode, lost: LostContents): BookTable | null {
  const range = rangeOf(root.attributes.ref ?? "");
  if (!range) return null;
  const filter = childOf(root, "autoFilter");
  const style = childOf(root, "tableStyleInfo");
  const filters = filtersOf(filter, lost);
  return {
    name: root.attributes.displayName ?? root.attributes.name ?? "",
    range,
    style: style?.attributes.name ?? "",
    headers: root.attributes.headerRowCount !== "0",
    totals: Number(root.attributes.totalsRowCount ?? 0) > 0,
    filterButton: filter !== undefined && !allHidden(filter, range.right - range.left + 1),
    bandedRows: flag(style, "showRowStripes"),
    ...(filters ? { filters } : {}),
  };
}

/** The filter of a sheet's own cells. */
export function readFilter(filter: XmlNode | undefined, lost: LostContents): BookFilter | null {
  const range = rangeOf(filter?.attributes.ref ?? "");
  if (!range) return null;
  const filters = filtersOf(filter, lost);
  return { range, ...(filters ? { filters } : {}) };
}

function allHidden(filter: XmlNode, columns: number): boolean {
  return childrenOf(filter, "filterColumn").filter((column) => flag(column, "hiddenButton")).length === columns;
}

function filtersOf(filter: XmlNode | undefined, lost: LostContents): Record<number, string[]> | null {
  const found: Record<number, string[]> = {};
  for (const column of childrenOf(filter, "filterColumn")) {
    const values = childOf(column, "filters");
    if (values && childrenOf(values, "dateGroupItem").length === 0) {
      const shown = childrenOf(values, "filter").map(({ attributes }) => attributes.val ?? "");
      found[Number(column.attributes.colId ?? 0)] = flag(values, "blank") ? [...shown, ""] : shown;
    } else if (column.children.length > 0) lost.add("otherFilters");
  }
  return Object.keys(found).length > 0 ? found : null;
}
