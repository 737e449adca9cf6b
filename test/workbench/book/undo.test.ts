import fc from "fast-check";
import type { CellRange } from "../../../src/words/grid";
import type { BookCell, BookFile } from "../../../src/xlsx/book-file";
import { formatA1 } from "../../../src/workbench/book/a1";
import { fileFromBook } from "../../../src/workbench/book/save-book";
import { openHeadless, type Headless } from "../../../src/workbench/headless/open";
import { emptySheet } from "../../../src/workbench/xlsx/open-file";
import { comparable } from "../xlsx/books";

/** A workbook with some of everything; its formulas' values are worked out as it opens. */
const BOOK: BookFile = {
  sheets: [
    {
      ...emptySheet("名单"),
      tabColor: "#1F4E79",
      cells: [
        [
          { value: "企业名称", style: 0 },
          { value: "营业收入", style: 0 },
          { value: "占比", style: 0 },
        ],
        [{ value: "甲" }, { value: 40, style: 1 }, { value: null, formula: "=B2/SUM(B$2:B$5)", style: 2 }],
        [{ value: "乙" }, { value: 60, style: 1 }, { value: null, formula: "=B3/SUM(B$2:B$5)", style: 2 }],
        [{ value: "丙" }, { value: null, style: 1 }, { value: null, formula: "=B4/SUM(B$2:B$5)", style: 2 }],
        [{ value: "=丁" }, { value: 100, style: 1 }, { value: { error: "#N/A" } }],
        [],
        [
          { value: null, formula: "=SORT(B2:B5)" },
          undefined,
          { value: true },
          { value: null, formula: "=其他!A1+COUNTA(表一[企业名称])" },
        ],
      ],
      columnWidths: { 0: 120, 4: 30 },
      rowHeights: { 0: 30 },
      hiddenRows: [12],
      hiddenColumns: [8],
      merges: [{ top: 8, left: 1, bottom: 9, right: 3 }],
      frozen: { rows: 1, columns: 1 },
      tables: [
        {
          name: "表一",
          range: { top: 0, left: 0, bottom: 4, right: 2 },
          style: "TableStyleMedium2",
          headers: true,
          totals: false,
          filterButton: true,
          bandedRows: true,
        },
      ],
      conditionalFormats: [
        {
          ranges: [{ top: 1, left: 0, bottom: 4, right: 0 }],
          rule: { kind: "text", operator: "contains", text: "甲" },
          fill: "#FFF3CD",
        },
      ],
      notes: [{ row: 1, column: 0, author: "张三", text: "原来的" }],
      charts: [
        {
          name: "图一",
          kind: "bar",
          title: "营业收入",
          legend: true,
          series: [{ name: "营业收入", categories: "'名单'!$A$2:$A$5", values: "'名单'!$B$2:$B$5", color: "#1F4E79" }],
          left: 300,
          top: 40,
          width: 300,
          height: 200,
        },
      ],
    },
    {
      ...emptySheet("其他"),
      cells: [
        [
          { value: 7, style: 3 },
          { value: null, formula: "=收入合计*2" },
        ],
        [{ value: "文字" } satisfies BookCell],
      ],
      filter: { range: { top: 0, left: 0, bottom: 1, right: 1 } },
    },
    { ...emptySheet("藏着"), visibility: "hidden" },
  ],
  active: 0,
  names: [
    { name: "收入合计", formula: "=SUM(名单!$B$2:$B$5)", comment: "四家", visible: true, sheet: null },
    { name: "本表", formula: "=其他!$A$1", comment: "", visible: false, sheet: 1 },
  ],
  styles: [
    { fill: "#1F4E79", font: { bold: true, color: "#FFFFFF" }, horizontal: "center", wrap: true },
    { numberFormat: "#,##0.00" },
    { numberFormat: "0.0%", font: { italic: true } },
    { borders: { top: { style: "thin", color: "#000000" } }, fill: "#DFF3E4" },
  ],
  settings: { "zjtx.scoring": '{"asOf":"2026-03-31"}' },
};

interface Step {
  readonly act: keyof typeof ACTS;
  readonly sheet: "名单" | "其他";
  readonly block: CellRange;
  readonly number: number;
  readonly yes: boolean;
}

interface Scene {
  readonly workbook: Excel.Workbook;
  readonly sheet: Excel.Worksheet;
  readonly range: Excel.Range;
  readonly step: Step;
}

const filled = (
  { block: { top, left, bottom, right }, number }: Step,
  value: (place: number) => unknown,
): unknown[][] =>
  Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) => value(number + row * 7 + column)),
  );

/** What an add-in may do, each in one request with others. Some of it Excel refuses, which ends the request too. */
const ACTS = {
  numbers: ({ range, step }: Scene) => void (range.values = filled(step, (place) => place)),
  texts: ({ range, step }: Scene) =>
    void (range.values = filled(step, (place) => (place % 3 === 0 ? "" : `字${place}`))),
  formulas: ({ range, step }: Scene) => void (range.formulas = filled(step, (place) => `=名单!B2+${place}`)),
  spill: ({ range }: Scene) => void (range.getCell(0, 0).formulas = [["=SEQUENCE(3,2)"]]),
  clear: ({ range, step }: Scene) => range.clear(step.yes ? "All" : "Contents"),
  clearFormats: ({ range }: Scene) => range.clear("Formats"),
  fill: ({ range, step }: Scene) => void (range.format.fill.color = step.yes ? "#C00000" : "#00B050"),
  font: ({ range, step }: Scene) => range.format.font.set({ bold: step.yes, size: 9 + step.number, color: "#123456" }),
  numberFormat: ({ range, step }: Scene) => void (range.numberFormat = filled(step, () => "0.000")),
  border: ({ range }: Scene) => void (range.format.borders.getItem("EdgeBottom").style = "Double"),
  align: ({ range, step }: Scene) => range.format.set({ wrapText: step.yes, horizontalAlignment: "Right" }),
  width: ({ range, step }: Scene) => void (range.format.columnWidth = 20 + step.number),
  height: ({ range, step }: Scene) => void (range.format.rowHeight = 20 + step.number),
  fit: ({ range }: Scene) => range.format.autofitRows(),
  hideRows: ({ range, step }: Scene) => void (range.rowHidden = step.yes),
  hideColumns: ({ range, step }: Scene) => void (range.columnHidden = step.yes),
  merge: ({ range, step }: Scene) => (step.yes ? range.merge() : range.unmerge()),
  insertRows: ({ range }: Scene) => void range.getEntireRow().insert("Down"),
  insertCells: ({ range, step }: Scene) => void range.insert(step.yes ? "Down" : "Right"),
  deleteColumns: ({ range }: Scene) => range.getEntireColumn().delete("Left"),
  deleteRows: ({ range }: Scene) => range.getEntireRow().delete("Up"),
  deleteCells: ({ range, step }: Scene) => range.delete(step.yes ? "Up" : "Left"),
  copy: ({ range, sheet }: Scene) => sheet.getRange("F3").copyFrom(range, "All"),
  move: ({ range }: Scene) => range.moveTo("G4"),
  addSheet: ({ workbook, step }: Scene) => void (workbook.worksheets.add(`新表${step.number}`).tabColor = "#FF0000"),
  copySheet: ({ sheet }: Scene) => void sheet.copy("Beginning"),
  deleteSheet: ({ sheet }: Scene) => sheet.delete(),
  renameSheet: ({ sheet, step }: Scene) => void (sheet.name = `改名${step.number}`),
  moveSheet: ({ sheet, step }: Scene) => void (sheet.position = step.number % 3),
  showSheet: ({ workbook }: Scene) => void (workbook.worksheets.getItem("藏着").visibility = "Visible"),
  hideSheet: ({ sheet }: Scene) => void (sheet.visibility = "VeryHidden"),
  activate: ({ sheet }: Scene) => sheet.activate(),
  gridlines: ({ sheet, step }: Scene) => void (sheet.showGridlines = step.yes),
  tabColor: ({ sheet }: Scene) => void (sheet.tabColor = "#ABCDEF"),
  freeze: ({ sheet, step }: Scene) => (step.yes ? sheet.freezePanes.freezeRows(3) : sheet.freezePanes.unfreeze()),
  protect: ({ sheet }: Scene) => sheet.protection.protect(),
  addTable: ({ range, sheet }: Scene) => void (sheet.tables.add(range, true).showBandedRows = false),
  renameTable: ({ workbook }: Scene) => void (workbook.tables.getItem("表一").name = "表二"),
  styleTable: ({ workbook }: Scene) => void (workbook.tables.getItem("表一").style = "TableStyleLight9"),
  growTable: ({ workbook }: Scene) => workbook.tables.getItem("表一").resize("A1:D6"),
  filterTable: ({ workbook }: Scene) =>
    workbook.tables.getItem("表一").columns.getItem("企业名称").filter.applyValuesFilter(["甲"]),
  addTableRows: ({ workbook }: Scene) => void workbook.tables.getItem("表一").rows.add(undefined, [["戊", 5, 6]]),
  deleteTable: ({ workbook }: Scene) => workbook.tables.getItem("表一").delete(),
  plainTable: ({ workbook }: Scene) => void workbook.tables.getItem("表一").convertToRange(),
  addChart: ({ range, sheet }: Scene) => void (sheet.charts.add("Line", range, "Columns").title.text = "新图"),
  changeChart: ({ workbook, step }: Scene) =>
    workbook.worksheets
      .getItem("名单")
      .charts.getItem("图一")
      .set({ left: step.number, title: { text: "改过" } }),
  deleteChart: ({ workbook }: Scene) => workbook.worksheets.getItem("名单").charts.getItem("图一").delete(),
  addCondition: ({ range }: Scene) =>
    void (range.conditionalFormats.add("Custom").custom.rule.formula = "=ISNUMBER(A1)"),
  clearConditions: ({ range }: Scene) => range.conditionalFormats.clearAll(),
  addName: ({ workbook, range, step }: Scene) => void workbook.names.add(`名${step.number}`, range, "新的"),
  deleteName: ({ workbook }: Scene) => workbook.names.getItem("收入合计").delete(),
  changeName: ({ workbook }: Scene) => void (workbook.names.getItem("收入合计").comment = "改过"),
  addNote: ({ sheet, step }: Scene) => void sheet.notes.add(`F${step.number + 1}`, "新的"),
  changeNote: ({ workbook }: Scene) => void (workbook.worksheets.getItem("名单").notes.getItem("A2").content = "改过"),
  deleteNote: ({ workbook }: Scene) => workbook.worksheets.getItem("名单").notes.getItem("A2").delete(),
  addSetting: ({ workbook, step }: Scene) => void workbook.settings.add(`键${step.number % 2}`, step.number),
  deleteSetting: ({ workbook }: Scene) => workbook.settings.getItem("zjtx.scoring").delete(),
};

const place = fc.integer({ min: 0, max: 11 });
const block: fc.Arbitrary<CellRange> = fc
  .tuple(place, place, fc.nat(3), fc.nat(3))
  .map(([top, left, rows, columns]) => ({ top, left, bottom: top + rows, right: left + columns }));
const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom(...keysOf(ACTS)),
  sheet: fc.constantFrom("名单", "其他"),
  block,
  number: fc.integer({ min: 0, max: 40 }),
  yes: fc.boolean(),
});

function keysOf<T extends object>(record: T): (keyof T)[] {
  const keys: (keyof T)[] = [];
  for (const key in record) keys.push(key);
  return keys;
}

/** Ways for a request to fail at its end. */
const FAILURES: Readonly<Record<string, (workbook: Excel.Workbook) => void>> = {
  "a sheet that is not there": (workbook) => workbook.worksheets.getItem("没有").activate(),
  "a member that is not there": (workbook) => void workbook.getSelectedRange().removeDuplicates([0], true),
  "an argument that is wrong": (workbook) => void (workbook.worksheets.getItem("藏着").name = "a/b"),
};

let headless: Headless | null = null;

async function opened(): Promise<Headless> {
  if (headless !== null) return headless;
  const fresh = await openHeadless(BOOK);
  fresh.book.link.recalculate();
  await fresh.book.link.calculation.settle();
  headless = fresh;
  return fresh;
}

function close(): void {
  headless?.close();
  headless = null;
}

afterAll(close);

/** Everything a file keeps. */
function wholeBook({ book }: Headless): unknown {
  return { file: comparable(fileFromBook(book)), properties: book.properties };
}

async function afterFailing(
  { Excel, session, book }: Headless,
  steps: readonly Step[],
  fail: ((workbook: Excel.Workbook) => void) | undefined,
): Promise<string> {
  let code = "";
  try {
    await Excel.run({ session }, async (context) => {
      const { workbook } = context;
      for (const one of steps) {
        const sheet = workbook.worksheets.getItem(one.sheet);
        ACTS[one.act]({ workbook, sheet, range: sheet.getRange(formatA1(one.block)), step: one });
      }
      fail?.(workbook);
      await context.sync();
    });
  } catch (error) {
    code = String(Reflect.get(Object(error), "code"));
  }
  await book.link.calculation.settle();
  return code;
}

test("a request that fails at its end leaves the workbook exactly as it was, whatever it did before", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...Object.keys(FAILURES)),
      async (steps, failure) => {
        const open = await opened();
        const before = wholeBook(open);
        try {
          expect(await afterFailing(open, steps, FAILURES[failure])).not.toBe("");
          expect(wholeBook(open)).toEqual(before);
        } catch (error) {
          close();
          throw error;
        }
      },
    ),
    { numRuns: 60 },
  );
});

const INSIDE = { top: 2, left: 1, bottom: 3, right: 2 };
const FREE = { top: 14, left: 5, bottom: 16, right: 6 };
/** What Excel refuses where a table is. */
const BESIDE: ReadonlySet<keyof typeof ACTS> = new Set(["merge", "addTable"]);

test.each(keysOf(ACTS))("%s alone is undone", async (act) => {
  const open = await opened();
  const before = wholeBook(open);
  const alone: Step = { act, sheet: "名单", block: BESIDE.has(act) ? FREE : INSIDE, number: 3, yes: true };
  try {
    expect(await afterFailing(open, [alone], FAILURES["a sheet that is not there"])).toBe("ItemNotFound");
    expect(wholeBook(open)).toEqual(before);
  } catch (error) {
    close();
    throw error;
  }
});
