/** What the workbench saves: new books, every file given opened and saved again, and books after edits by Microsoft's Excel client. */
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { BookFile, BookSheet } from "../../src/xlsx/book-file";
import { fileFromBook } from "../../src/workbench/book/save-book";
import { openHeadless } from "../../src/workbench/headless/open";
import { emptySheet, openFile } from "../../src/workbench/xlsx/open-file";
import { saveXlsx } from "../../src/workbench/xlsx/save-xlsx";
import { book, sheet } from "../excel/made-up-book";
import { EVERYTHING } from "../workbench/xlsx/books";

/** Writes them into the folder and gives their paths. @param others files to open and save again */
export async function writeFromWorkbench(folder: string, others: readonly string[]): Promise<readonly string[]> {
  const written: string[] = [];
  const keep = (name: string, file: BookFile): void => {
    const path = join(folder, `工作台_${name}.xlsx`);
    writeFileSync(path, saveXlsx(file));
    written.push(path);
  };
  keep("什么都有", EVERYTHING);
  keep("难写的", hardBook());
  keep("空", book([emptySheet("Sheet1")]));
  keep("改过", await edited());
  for (const path of others) {
    const { book: opened } = await openFile(basename(path), new Uint8Array(readFileSync(path)));
    keep(basename(path).replace(/\.xls[xm]$/, ""), opened);
  }
  return written;
}

/** Plain data that files have no room for as it is. */
function hardBook(): BookFile {
  const headed = (name: string, more: Partial<BookSheet>): BookSheet =>
    sheet(name, [["同名", "同名", null, 2025, "第一行\n第二行", "很长".repeat(200)], [1, 2, 3, 4, 5, 6], [null]], more);
  const range = { top: 0, left: 0, bottom: 1, right: 5 };
  const table = {
    name: "表",
    range,
    style: "",
    headers: true,
    totals: false,
    filterButton: true,
    bandedRows: true,
  };
  return book(
    [
      headed("表一", { tables: [table] }),
      headed("表二", { tables: [{ ...table, name: "A1" }], merges: [{ top: 5, left: 0, bottom: 6, right: 1 }] }),
      headed("表三", { tables: [{ ...table, name: "表 三（甲）", headers: false }] }),
      headed("表四", { tables: [{ ...table, range: { ...range, bottom: 0 } }] }),
      sheet(
        "长",
        [
          ["长".repeat(40_000), "=".repeat(10), "\u0000\u001f_x0041_\ufffe\ud83d"],
          [1e308 * 10, Number.NaN, -0],
        ],
        {
          notes: [
            { row: 0, column: 0, author: "甲".repeat(100), text: "注".repeat(40_000) },
            { row: 1_048_575, column: 16_383, author: "", text: "最后一格" },
          ],
          rowHeights: { 0: 500 },
          columnWidths: { 0: 5000 },
          page: {
            paper: "A4",
            landscape: false,
            margins: { left: 72, right: 72, top: 72, bottom: 72, header: 36, footer: 36 },
            fit: null,
            centred: false,
            footer: "页".repeat(300),
            breaks: Array.from({ length: 2000 }, (_, index) => index + 1),
            area: { top: 0, left: 0, bottom: 1_048_575, right: 16_383 },
            titleRows: [0, 2],
          },
        },
      ),
      { ...emptySheet("隐藏"), visibility: "hidden" },
    ],
    {
      active: 5,
      names: [
        { name: "表", formula: "=表一!$A$1", comment: "", visible: true, sheet: null },
        { name: "去年", formula: "=不在的表!$A$1", comment: "长".repeat(300), visible: true, sheet: null },
      ],
    },
  );
}

/** A new book after a person's and an add-in's edits. */
async function edited(): Promise<BookFile> {
  const {
    book: opened,
    session,
    Excel,
    close,
  } = await openHeadless(
    book([
      sheet("名单", [
        ["企业", "营收"],
        ["甲", 1],
        ["乙", 2],
        ["丙", 3],
      ]),
    ]),
  );
  await Excel.run({ session }, async (context) => {
    const { worksheets, names } = context.workbook;
    const list = worksheets.getItem("名单");
    const table = list.tables.add("A1:B4", true);
    table.name = "企业表";
    table.style = "TableStyleMedium2";
    list.getRange("D1:E1").merge();
    list.getRange("D1").values = [["=1+1 是文字吗"]];
    list.getRange("D3:D5").formulas = [["=SUM(B2:B4)"], ['="甲"&B2'], ["=名单!B2*2"]];
    list.getRange("B2:B4").numberFormat = [["0.0"], ["0.0"], ['0.0"万元"']];
    list.getRange("A1:B1").format.fill.color = "#1F4E79";
    list.freezePanes.freezeAt(list.getRange("A1:A1"));
    const condition = list.getRange("B2:B4").conditionalFormats.add(Excel.ConditionalFormatType.containsText);
    condition.textComparison.format.font.color = "#9C0006";
    condition.textComparison.rule = { operator: Excel.ConditionalTextOperator.contains, text: '甲"&<乙>' };
    const other = worksheets.add("说明 'A'&B");
    other.getRange("A1").values = [["x"]];
    other.visibility = Excel.SheetVisibility.hidden;
    names.add("营收_合计", list.getRange("B2:B4"));
    const chart = list.charts.add(Excel.ChartType.columnClustered, list.getRange("A1:B4"));
    chart.title.text = "营收 & <对比>";
    await context.sync();
    list.getRange("A3:A3").getEntireRow().insert(Excel.InsertShiftDirection.down);
    list.getRange("A2:A2").getEntireRow().delete(Excel.DeleteShiftDirection.up);
    list.name = "改名 '甲' 乙";
    await context.sync();
  });
  opened.link.recalculate();
  await opened.link.calculation.settle();
  const file = fileFromBook(opened);
  close();
  return file;
}
