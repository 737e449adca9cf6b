/** What stands around a sheet's cells: columns, views, merges, filter, links, page. */
import { holds, LAST_COLUMN, LAST_ROW, overlap, overlaps, rangeOf, rangesOf } from "./cell-range";
import { says, type PartFindings } from "./finding";
import type { BookFacts, SheetFacts } from "./sheet-facts";
import { childOf, childrenOf, numberOf, type XmlElement } from "./xml-tree";

/** Checks a worksheet, the cells aside. */
export function checkSheet(sheet: SheetFacts, root: XmlElement, book: BookFacts, report: PartFindings): void {
  checkDimension(root, report);
  checkColumns(root, book, report);
  checkMerges(sheet, root, report);
  checkFilter(sheet, root, report);
  checkLinks(root, report);
}

export function badRange(place: string, written: string, report: PartFindings): void {
  report.add(
    "range",
    place,
    says(`“${written}”不是 Excel 里的区域`, `"${written}" is no range in Excel`),
    says(
      "写成 A1:C9 的样子，左上角在前，列到 XFD、行到 1048576 为止",
      "write it like A1:C9, upper left corner first, up to XFD1048576",
    ),
  );
}

function checkDimension(root: XmlElement, report: PartFindings): void {
  const ref = childOf(root, "dimension")?.attributes.ref;
  if (ref !== undefined && rangeOf(ref) === null) badRange("dimension", ref, report);
}

/** In characters. */
const WIDEST = 255;

function checkColumns(root: XmlElement, book: BookFacts, report: PartFindings): void {
  let last = 0;
  for (const col of childrenOf(root, "cols").flatMap(({ children }) => children)) {
    const [min = 0, max = 0] = [numberOf(col, "min"), numberOf(col, "max")];
    const place = `<col min="${min}" max="${max}">`;
    if (!(min >= 1 && max >= min && max <= LAST_COLUMN))
      report.add(
        "column-number",
        place,
        says(
          `列号要在 1–${LAST_COLUMN} 之间，min 不大于 max`,
          `columns go from 1 to ${LAST_COLUMN}, min not above max`,
        ),
        says("改正 min 和 max", "correct min and max"),
      );
    else if (min <= last)
      report.add(
        "columns-overlap",
        place,
        says("与前一个 <col> 重叠，或次序颠倒", "it overlaps the <col> before or stands behind a later one"),
        says("按列号排好，每列只写一次", "sort them and write each column once"),
      );
    last = Math.max(last, max);
    const width = Number(col.attributes.width ?? 0);
    if (!(width >= 0 && width <= WIDEST))
      report.add(
        "column-width",
        place,
        says(`列宽 ${width}，最宽 ${WIDEST}`, `a width of ${width}; ${WIDEST} is the most`),
        says("写 0–255", "write 0 to 255"),
      );
    const style = numberOf(col, "style") ?? 0;
    if (style > 0 && !(style < book.cellFormats))
      report.add(
        "format-number",
        place,
        says(`格式编号 ${style} 超出 cellXfs`, `format ${style} is not in cellXfs`),
        says("改成已有的一项", "name one that is there"),
      );
  }
}

function checkMerges(sheet: SheetFacts, root: XmlElement, report: PartFindings): void {
  const blocks = childrenOf(childOf(root, "mergeCells"), "mergeCell").flatMap(({ attributes: { ref = "" } }) => {
    const range = rangeOf(ref);
    if (range === null) badRange(`mergeCell ${ref}`, ref, report);
    else if (!ref.includes(":") || (range.top === range.bottom && range.left === range.right))
      report.add(
        "merge-of-one",
        `mergeCell ${ref}`,
        says("只合并了一个单元格", "it merges a single cell"),
        says("删去这一项", "take it out"),
      );
    return range === null ? [] : [{ ref, range }];
  });
  for (const [one, other] of overlaps(blocks))
    report.add(
      "merges-overlap",
      `mergeCell ${one.ref}`,
      says(`与合并区域 ${other.ref} 重叠`, `it overlaps the merge ${other.ref}`),
      says("合并区域不能相交，也不能写两次", "let no two merges share a cell, nor write one twice"),
    );
  for (const { ref, range } of blocks)
    for (const table of sheet.tables)
      if (table.range && overlap(table.range, range))
        report.add(
          "merge-in-table",
          `mergeCell ${ref}`,
          says(`合并区域落在表格“${table.name}”里`, `it lies in the table "${table.name}"`),
          says("表格里不能有合并单元格：拆开，或不做成表格", "tables hold no merges: undo it or make it no table"),
        );
}

function checkFilter(sheet: SheetFacts, root: XmlElement, report: PartFindings): void {
  const filter = childOf(root, "autoFilter");
  if (!filter) return;
  const ref = filter.attributes.ref ?? "";
  const range = rangeOf(ref);
  if (range === null) return badRange("autoFilter", ref, report);
  checkFilterColumns(filter, range.right - range.left + 1, report);
  const named = sheet.filterName?.replace(/^.*!/s, "").replaceAll("$", "");
  if (named !== undefined && named !== ref)
    report.add(
      "filter-name",
      `autoFilter ${ref}`,
      says(
        `名称 _xlnm._FilterDatabase 写的是另一个区域（${named}）`,
        `the name _xlnm._FilterDatabase has another range: ${named}`,
      ),
      says("两处写同一个区域", "write one range in both"),
    );
  for (const table of sheet.tables)
    if (table.range && overlap(table.range, range))
      report.add(
        "filter-in-table",
        `autoFilter ${ref}`,
        says(`工作表的筛选与表格“${table.name}”重叠`, `the sheet's filter overlaps the table "${table.name}"`),
        says("筛选写在表格里，工作表上不再写", "let the table filter, not the sheet"),
      );
}

/** The columns of a filter lie inside it, each once. */
export function checkFilterColumns(filter: XmlElement, width: number, report: PartFindings): void {
  const seen = new Set<number>();
  for (const column of childrenOf(filter, "filterColumn")) {
    const id = numberOf(column, "colId") ?? Number.NaN;
    if (!(id >= 0 && id < width) || seen.has(id))
      report.add(
        "filter-column",
        `autoFilter ${filter.attributes.ref ?? ""} colId ${id}`,
        says(
          `筛选的列编号超出范围（0–${width - 1}）或重复`,
          `a column of the filter lies outside (0 to ${width - 1}) or stands twice`,
        ),
        says("colId 从筛选区域的第一列数起，从 0 开始", "count colId from the filter's first column, beginning at 0"),
      );
    seen.add(id);
  }
}

const MOST_LINKS = 65_530;

function checkLinks(root: XmlElement, report: PartFindings): void {
  const links = childrenOf(childOf(root, "hyperlinks"), "hyperlink");
  if (links.length > MOST_LINKS)
    report.add(
      "many-links",
      "hyperlinks",
      says(`有 ${links.length} 个超链接，最多 ${MOST_LINKS} 个`, `${links.length} links; ${MOST_LINKS} is the most`),
      says("多出的写成普通文字", "write those beyond as text"),
    );
  for (const { attributes } of links) {
    const { ref = "", tooltip = "", location = "" } = attributes;
    if (rangeOf(ref) === null) badRange(`hyperlink ${ref}`, ref, report);
    if (attributes["r:id"] === undefined && location === "")
      report.add(
        "empty-link",
        `hyperlink ${ref}`,
        says("没有写链接到哪里", "it leads nowhere"),
        says("写 r:id 或 location", "give r:id or location"),
      );
    for (const [what, text] of [
      ["tooltip", tooltip],
      ["location", location],
    ] as const)
      if (text.length > 255)
        report.add(
          "long-link-text",
          `hyperlink ${ref}`,
          says(
            `${what} 有 ${text.length} 个字符，最多 255 个`,
            `${what} has ${text.length} characters; 255 is the most`,
          ),
          says("缩短它", "shorten it"),
        );
  }
}

/** Views of a sheet: panes, selections, zoom. */
export function checkViews(root: XmlElement, book: BookFacts, report: PartFindings): void {
  const seen = new Set<number>();
  for (const view of childrenOf(childOf(root, "sheetViews"), "sheetView")) {
    const id = numberOf(view, "workbookViewId") ?? 0;
    if (seen.has(id) || (book.views > 0 && id >= book.views))
      report.add(
        "view-number",
        `sheetView ${id}`,
        says("视图编号重复，或工作簿没有这个视图", "its number stands twice, or the workbook has no such view"),
        says("每个工作簿视图对应一个 sheetView", "write one sheetView for each view of the workbook"),
      );
    seen.add(id);
    for (const zoom of ["zoomScale", "zoomScaleNormal", "zoomScalePageLayoutView", "zoomScaleSheetLayoutView"]) {
      const scale = numberOf(view, zoom);
      if (scale !== undefined && !(scale === 0 && zoom !== "zoomScale") && !(scale >= 10 && scale <= 400))
        report.add(
          "zoom",
          zoom,
          says(`缩放 ${scale}%，应在 10–400 之间`, `a zoom of ${scale} %; 10 to 400 is possible`),
          says("改到范围以内", "write one in between"),
        );
    }
    const corner = view.attributes.topLeftCell;
    if (corner !== undefined && rangeOf(corner) === null) badRange("sheetView", corner, report);
    checkPane(view, report);
  }
}

function checkPane(view: XmlElement, report: PartFindings): void {
  const pane = childOf(view, "pane");
  const [across, down] = [Number(pane?.attributes.xSplit ?? 0), Number(pane?.attributes.ySplit ?? 0)];
  const there = new Set(["topLeft"]);
  if (across > 0) there.add("topRight");
  if (down > 0) there.add("bottomLeft");
  if (across > 0 && down > 0) there.add("bottomRight");
  const missing = (place: string, name: string): void => {
    report.add(
      "pane",
      place,
      says(`没有 ${name} 这个窗格`, `there is no pane ${name}`),
      says("按 xSplit、ySplit 分出的窗格来写", "name a pane that xSplit and ySplit make"),
    );
  };
  if (pane) {
    const active = pane.attributes.activePane ?? "topLeft";
    if (!there.has(active)) missing("pane", active);
    const corner = pane.attributes.topLeftCell;
    if (corner !== undefined && rangeOf(corner) === null) badRange("pane", corner, report);
    const frozen = pane.attributes.state === "frozen" || pane.attributes.state === "frozenSplit";
    if (
      frozen &&
      !(
        Number.isInteger(across) &&
        Number.isInteger(down) &&
        across < LAST_COLUMN &&
        down < LAST_ROW &&
        across + down > 0
      )
    )
      report.add(
        "pane",
        "pane",
        says(
          `冻结的行列数不对（xSplit ${across}、ySplit ${down}）`,
          `it can't freeze ${across} columns and ${down} rows`,
        ),
        says("冻结的行数、列数写整数，至少一个大于 0", "freeze whole rows or columns, at least one"),
      );
  }
  const seen = new Set<string>();
  for (const { attributes } of childrenOf(view, "selection")) {
    const { pane: name = "topLeft", activeCell = "A1", sqref = "A1" } = attributes;
    if (!there.has(name)) missing("selection", name);
    else if (seen.has(name))
      report.add(
        "pane",
        "selection",
        says(`窗格 ${name} 有两个选区`, `pane ${name} has two selections`),
        says("只留一个", "keep one"),
      );
    seen.add(name);
    const [ranges, cell] = [rangesOf(sqref), rangeOf(activeCell)];
    if (ranges === null) badRange("selection", sqref, report);
    else if (cell === null || !ranges.some((range) => holds(range, cell.top, cell.left)))
      report.add(
        "active-cell",
        "selection",
        says(
          `活动单元格 ${activeCell} 不在选区 ${sqref} 里`,
          `the active cell ${activeCell} lies outside the selection ${sqref}`,
        ),
        says("让 sqref 含 activeCell", "let sqref hold activeCell"),
      );
  }
}
