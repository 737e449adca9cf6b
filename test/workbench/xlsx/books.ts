/** Workbooks for tests: one with everything plain data can hold, and a way to compare books however their styles are numbered. */
import type { BookFile, BookSheet, CellStyle } from "../../../src/xlsx/book-file";
import { emptySheet } from "../../../src/workbench/xlsx/open-file";

/** The book with each cell's style in its place, cells as a map by row and column, and no list of styles. */
export function comparable(book: BookFile): unknown {
  return {
    ...book,
    styles: undefined,
    sheets: book.sheets.map((sheet) => {
      const cells: Record<string, unknown> = {};
      sheet.cells.forEach((line, row) => {
        line?.forEach((cell, column) => {
          if (!cell) return;
          const style: CellStyle | undefined = cell.style === undefined ? undefined : book.styles[cell.style];
          cells[`${row},${column}`] = { ...cell, style };
        });
      });
      return { ...sheet, cells };
    }),
  };
}

const results: BookSheet = {
  ...emptySheet("评分_结果"),
  tabColor: "#1F4E79",
  cells: [
    [{ value: "评分结果", style: 0 }],
    [{ value: "企业名称" }, { value: "得分" }, { value: "是否达到", style: 4 }],
    [{ value: "示例甲公司" }, { value: 86.5, style: 1 }, { value: "达到" }],
    [{ value: "=2+3" }, { value: 45266, style: 2 }, { value: { error: "#N/A" } }],
    [{ value: "合计" }, { value: 131.5, formula: "=SUBTOTAL(109,B3:B4)" }, { value: true, style: 3 }],
  ],
  columnWidths: { 0: 105, 1: 52.5, 4: 0.75 },
  rowHeights: { 0: 24, 7: 30.25 },
  hiddenRows: [6],
  hiddenColumns: [3, 9],
  merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
  frozen: { rows: 2, columns: 1 },
  showGridlines: false,
  protected: true,
  page: {
    paper: "A4",
    landscape: true,
    margins: { left: 72, right: 36, top: 90, bottom: 54, header: 21.6, footer: 18 },
    fit: { across: 1, down: 0 },
    centred: true,
    footer: "— &P —",
    breaks: [3, 5],
    area: { top: 0, left: 0, bottom: 4, right: 2 },
    titleRows: [1, 1],
  },
  tables: [
    {
      name: "评分_结果",
      range: { top: 1, left: 0, bottom: 4, right: 2 },
      style: "TableStyleLight1",
      headers: true,
      totals: true,
      filterButton: true,
      bandedRows: true,
      filters: { 2: ["达到", ""] },
    },
  ],
  conditionalFormats: [
    {
      ranges: [{ top: 2, left: 2, bottom: 3, right: 2 }],
      rule: { kind: "text", operator: "begins-with", text: '"达到"' },
      fill: "#DFF3E4",
      fontColor: "#0B5A2B",
      bold: true,
      stopIfTrue: true,
    },
    {
      ranges: [
        { top: 2, left: 2, bottom: 3, right: 2 },
        { top: 2, left: 5, bottom: 2, right: 5 },
      ],
      rule: { kind: "text", operator: "contains", text: "缺<数据>" },
      fill: "#FFF3CD",
    },
    { ranges: [{ top: 2, left: 1, bottom: 3, right: 1 }], rule: { kind: "data-bar", color: "#5B9BD5" } },
    {
      ranges: [{ top: 2, left: 0, bottom: 3, right: 0 }],
      rule: { kind: "formula", formula: '=$B3>"60"' },
      fontColor: "#9C1C1C",
    },
  ],
  charts: (["bar", "column", "line", "radar", "pie", "doughnut", "scatter"] as const).map((kind, index) => ({
    name: `图 ${index + 1}`,
    kind,
    title: index === 2 ? "" : `得分 & 差距 ${index}`,
    legend: index % 2 === 0,
    series: [
      { name: "得分", categories: "'评分_结果'!$A$3:$A$4", values: "'评分_结果'!$B$3:$B$4", color: "#1F4E79" },
      { name: "满分<100>", categories: "'评分_结果'!$A$3:$A$4", values: "'评分_结果'!$C$3:$C$4" },
    ],
    left: 400.5,
    top: 12 + index * 220,
    width: 360,
    height: 216,
  })),
  notes: [
    { row: 2, column: 1, author: "张三 & <李四>", text: "第一行\n=1+1 <&> _x0041_" },
    { row: 3, column: 30, author: "", text: "没有署名" },
  ],
};

const formulas: BookSheet = {
  ...emptySheet("公式 'A'&<B>"),
  visibility: "hidden",
  cells: [
    [{ value: 1 }, { value: null, formula: "=A1*2" }, { value: "甲&<乙>", formula: '="甲"&"&<乙>"' }],
    [],
    [
      undefined,
      { value: "达到", formula: "=ZJTX.TIER(A1:C1,A2:C9)", spill: { top: 2, left: 1, bottom: 3, right: 2 }, style: 1 },
      { value: 2 },
    ],
    [undefined, { value: 3 }, { value: { error: "#DIV/0!" } }],
    [
      { value: false, formula: "=ZJTX.CREDIT_CODE_VALID(A1)" },
      { value: { error: "#NAME?" }, formula: "=FOO(1)" },
    ],
    [{ value: "  空格\n换行\u0007_x0041_ " }, { value: -1.5e-7 }, { value: "'" }, { value: "+86 531" }, { value: "-" }],
  ],
};

export const EVERYTHING: BookFile = {
  sheets: [
    formulas,
    results,
    {
      ...emptySheet("很隐藏"),
      visibility: "very-hidden",
      frozen: { rows: 0, columns: 2 },
      filter: { range: { top: 0, left: 0, bottom: 3, right: 2 }, filters: { 1: ["甲&乙", ""] } },
    },
  ],
  active: 1,
  names: [
    { name: "TIER", formula: "=LAMBDA(h,r,ZJTX.TIER(h,r))", comment: "短名称", visible: true, sheet: null },
    { name: "本表", formula: "='评分_结果'!$A$1", comment: "", visible: false, sheet: 1 },
  ],
  styles: [
    { font: { name: "微软雅黑", size: 14, bold: true, color: "#1F4E79" }, horizontal: "center", vertical: "center" },
    { numberFormat: "#,##0.00" },
    { numberFormat: 'yyyy"年"m"月"', font: { italic: true, underline: true, strikethrough: true } },
    {
      fill: "#FFF3CD",
      wrap: true,
      indent: 2,
      horizontal: "left",
      borders: { top: { style: "thin", color: "#000000" }, bottom: { style: "double", color: "#C00000" } },
    },
    { numberFormat: "0%", vertical: "top" },
  ],
  settings: { "zjtx.scoring": '{"说明":"a\\nb & \\"c\\" <d> _x000A_","n":[1,2]}', plain: '"x"' },
};
