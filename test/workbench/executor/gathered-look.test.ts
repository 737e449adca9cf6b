/** Styles, heights and merged blocks are told to the spreadsheet together at the end of a batch; nobody may notice. */
import fc from "fast-check";
import { fileFromBook } from "../../../src/workbench/book/save-book";
import { openHeadless, type Headless } from "../../../src/workbench/headless/open";
import { emptySheet } from "../../../src/workbench/xlsx/open-file";

const SEEN = "在看的";
const UNSEEN = "没在看的";

let headless: Headless | null = null;
afterEach(() => {
  headless?.close();
  headless = null;
});

async function open(): Promise<Headless> {
  const sheets = [emptySheet(SEEN), emptySheet(UNSEEN)];
  headless ??= await openHeadless({ sheets, active: 0, names: [], styles: [], settings: {} });
  return headless;
}

async function batch<T>(name: string, queue: (sheet: Excel.Worksheet) => T): Promise<T> {
  const { Excel, session } = await open();
  return Excel.run({ session }, async (context) => {
    const asked = queue(context.workbook.worksheets.getItem(name));
    await context.sync();
    return asked;
  });
}

/** A sheet with the styles themselves in place of their numbers. */
function looked(name: string): unknown {
  if (headless === null) return null;
  const { sheets, styles } = fileFromBook(headless.book);
  const { cells, merges, rowHeights } = sheets.find((sheet) => sheet.name === name) ?? emptySheet(name);
  const looks = cells.map((row = []) => row.map((cell) => ({ ...cell, style: styles[cell?.style ?? -1] })));
  const sorted = [...merges].sort((one, two) => one.top - two.top || one.left - two.left);
  return { looks, merges: sorted, rowHeights };
}

/** Univer's own style records, which hold more than files do. */
function records(name: string): unknown {
  const sheet = headless?.book.sheetNamed(name);
  return Array.from({ length: 8 }, (_, row) =>
    Array.from({ length: 8 }, (__, column) => sheet?.style(row, column) ?? {}),
  );
}

describe.each([SEEN, UNSEEN])("on the sheet “%s”", (name) => {
  test("what is set later in a batch comes on top of what was set before", async () => {
    await batch(name, (sheet) => {
      const { format } = sheet.getRange("A1:B1");
      format.font.bold = true;
      format.font.color = "#FF0000";
      format.fill.color = "#FFFF00";
      sheet.getRange("B1").format.font.bold = false;
      sheet.getRange("B1").format.fill.clear();
    });
    expect(looked(name)).toMatchObject({
      looks: [
        [
          { style: { font: { bold: true, color: "#FF0000" }, fill: "#FFFF00" } },
          { style: { font: { color: "#FF0000" } } },
        ],
      ],
    });
    expect(JSON.stringify(looked(name)).match(/FFFF00/g)).toHaveLength(1);
  });

  test("a border keeps the colour and weight it was given before in the same batch, or in one before", async () => {
    await batch(name, (sheet) => {
      sheet.getRange("A1").format.borders.getItem("EdgeTop").color = "#FF0000";
    });
    await batch(name, (sheet) => {
      const border = sheet.getRange("A1").format.borders.getItem("EdgeTop");
      border.weight = "Thick";
      border.style = "Continuous";
    });
    expect(looked(name)).toMatchObject({
      looks: [[{ style: { borders: { top: { style: "thick", color: "#FF0000" } } } }]],
    });
  });

  test("a look that is asked for in the batch that changes it is the changed one", async () => {
    const { font, range } = await batch(name, (sheet) => {
      const cells = sheet.getRange("A1:A2");
      cells.format.font.size = 40;
      cells.format.rowHeight = 50;
      return { font: cells.format.font.load("size"), range: sheet.getRange("A3").load("top") };
    });
    expect([font.size, Math.round(range.top)]).toEqual([40, 100]);
  });

  test("cells cleared or moved after they got a look are cleared or moved with it", async () => {
    await batch(name, (sheet) => {
      sheet.getRange("A1:A3").format.font.bold = true;
      sheet.getRange("A3").format.rowHeight = 44;
      sheet.getRange("A1").clear();
      sheet.getRange("3:3").insert("Down");
    });
    expect(JSON.stringify(looked(name)).match(/bold/g)).toHaveLength(2);
    expect(looked(name)).toMatchObject({ rowHeights: { 3: 44 } });
  });

  test("cells copied over others that have just got a look bring their own", async () => {
    await batch(name, (sheet) => {
      sheet.getRange("A1:B1").format.font.bold = true;
      sheet.getRange("B1").copyFrom(`${name === SEEN ? UNSEEN : SEEN}!D4`);
    });
    expect(JSON.stringify(looked(name)).match(/bold/g)).toHaveLength(1);
  });

  test("a larger font makes no row lower that was made high in the same batch", async () => {
    await batch(name, (sheet) => {
      sheet.getRange("A1").format.rowHeight = 90;
      sheet.getRange("A1").format.font.size = 40;
    });
    expect(looked(name)).toMatchObject({ rowHeights: { 0: 90 } });
  });

  test("a batch that fails leaves no look behind, also where it had been looked at", async () => {
    await open();
    const before = looked(name);
    const failing = batch(name, (sheet) => {
      const cells = sheet.getRange("A1:C2");
      cells.format.font.bold = true;
      cells.format.rowHeight = 44;
      cells.merge(true);
      cells.format.font.load("bold");
      cells.format.fill.color = "#FFFF00";
      sheet.getRange("nonsense!");
    });
    await expect(failing).rejects.toMatchObject({ code: "InvalidArgument" });
    await batch(name, (sheet) => {
      sheet.getRange("E9").format.font.italic = true;
    });
    const after = JSON.stringify(looked(name));
    expect(after).not.toMatch(/bold|FFFF00/);
    expect(looked(name)).toMatchObject({ merges: [], rowHeights: {} });
    expect(before).toMatchObject({ merges: [], rowHeights: {} });
  });

  test("text with styles of its own takes on the look of its cell", async () => {
    const { book } = await open();
    const sheet = book.sheetNamed(name);
    const p = {
      id: "p",
      documentStyle: {},
      body: { dataStream: "甲乙\r\n", textRuns: [{ st: 0, ed: 1, ts: { bl: 1 } }] },
    };
    book.link.run("sheet.mutation.set-range-values", sheet?.id ?? "", { cellValue: { 0: { 0: { p } } } });
    await batch(name, (one) => {
      one.getRange("A1:B1").format.font.size = 20;
    });
    const runs = sheet?.core.getCellRaw(0, 0)?.p?.body?.textRuns ?? [];
    expect(runs.map(({ ts }) => ts?.fs)).toEqual([20, 20]);
  });
});

type Change = (range: Excel.Range) => void;

const CHANGES: Readonly<Record<string, Change>> = {
  bold: ({ format }) => (format.font.bold = true),
  plain: ({ format }) => (format.font.bold = false),
  filled: ({ format }) => (format.fill.color = "#FFF3CD"),
  "not filled": ({ format }) => format.fill.clear(),
  red: ({ format }) => (format.font.color = "#FF0000"),
  underlined: ({ format }) => (format.font.underline = "Single"),
  wrapped: ({ format }) => (format.wrapText = true),
  thick: ({ format }) => (format.borders.getItem("EdgeLeft").weight = "Thick"),
  ruled: ({ format }) => (format.borders.getItem("InsideHorizontal").style = "Continuous"),
  "not ruled": ({ format }) => (format.borders.getItem("EdgeLeft").style = "None"),
  high: ({ format }) => (format.rowHeight = 44),
  large: ({ format }) => (format.font.size = 30),
  merged: (range) => range.merge(true),
  cleared: (range) => range.clear(),
};

const step = fc.record({
  what: fc.constantFrom(...Object.values(CHANGES)),
  row: fc.nat({ max: 4 }),
  column: fc.nat({ max: 3 }),
  rows: fc.integer({ min: 1, max: 3 }),
  columns: fc.integer({ min: 1, max: 3 }),
});

test("a sheet that is not in view comes out as the one in view, whatever is done to both", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { maxLength: 8 }), { maxLength: 3 }), async (batches) => {
      headless?.close();
      headless = null;
      for (const steps of batches)
        for (const name of [SEEN, UNSEEN])
          await batch(name, (sheet) => {
            for (const { what, row, column, rows, columns } of steps)
              what(sheet.getRangeByIndexes(row, column, rows, columns));
          });
      expect(looked(UNSEEN)).toEqual(looked(SEEN));
      expect(records(UNSEEN)).toEqual(records(SEEN));
    }),
    { numRuns: 20 },
  );
});
