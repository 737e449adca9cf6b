import type { ResultSheet } from "../../src/words/result-sheet";
import type { Cell } from "../../src/words/grid";
import type { BookFile } from "../../src/xlsx/book-file";
import { saved, someoneWrites, troubleOf, type Connected } from "../excel/connected";
import { book, sheet } from "../excel/made-up-book";
import { ROOMS } from "./rooms";
import { results, sheetOf, TWO, valuesOf, WRITTEN } from "./made-up-results";

describe.each(ROOMS)("in $name", (room) => {
  let now: Connected | null = null;
  afterEach(() => {
    now?.close();
    now = null;
  });

  async function open(file: BookFile = book([sheet("名单", [["企业名称"], ["甲厂"]])])): Promise<Connected> {
    now = await room.open(file);
    return now;
  }

  test("a result is printed across A4, one page wide, its heading on every page, of a wide list the columns that are read", async () => {
    const connection = await open();
    await connection.host.writeResults([results(TWO), results(TWO, { name: "评分_宽", printedColumns: 2 })]);
    const file = saved(connection);
    expect(sheetOf(file, "评分_结果").page).toMatchObject({
      paper: "A4",
      landscape: true,
      fit: { across: 1, down: 0 },
      footer: "&P / &N",
      titleRows: [2, 2],
      area: null,
    });
    expect(sheetOf(file, "评分_宽").page).toMatchObject({
      titleRows: [2, 2],
      area: { top: 0, left: 0, bottom: 6, right: 1 },
    });
  });

  test("writes titles, a table and notes on a sheet of its own, looking as in a file", async () => {
    const connection = await open();
    const [written] = await connection.host.writeResults([results(TWO)]);
    expect(written).toMatchObject({ name: "评分_结果", table: "评分_结果" });
    const file = saved(connection);
    const result = sheetOf(file, "评分_结果");
    expect(file.sheets.map(({ name }) => name)).toEqual(["名单", "评分_结果"]);
    expect(result.visibility).toBe("visible");
    expect(valuesOf(result)).toEqual(WRITTEN);
    expect(result.tables).toEqual([
      expect.objectContaining({
        name: "评分_结果",
        range: { top: 2, left: 0, bottom: 4, right: 2 },
        style: "TableStyleLight1",
        filterButton: true,
      }),
    ]);
    expect(result.frozen).toEqual({ rows: 3, columns: 1 });
    expect(result.columnWidths[0]).toBeCloseTo((28 * 7 + 5) * 0.75, 0);
    const style = (row: number, column: number) => file.styles[result.cells[row]?.[column]?.style ?? -1];
    expect(style(0, 0)?.font).toMatchObject({ bold: true, size: 14 });
    expect(style(1, 0)?.font?.color).toBe("#595959");
    expect(style(2, 1)).toMatchObject({
      fill: "#1F4E79",
      font: { bold: true, color: "#FFFFFF" },
      horizontal: "center",
    });
    expect(style(3, 2)).toMatchObject({ numberFormat: "0.0", vertical: "top" });
    expect(
      result.conditionalFormats.map(({ ranges, rule, fill, fontColor, stopIfTrue }) => ({
        ranges,
        rule,
        fill,
        fontColor,
        stopIfTrue,
      })),
    ).toEqual([
      {
        ranges: [{ top: 3, left: 1, bottom: 4, right: 1 }],
        rule: { kind: "text", operator: "begins-with", text: "✓" },
        fill: "#DFF3E4",
        fontColor: "#0B5A2B",
        stopIfTrue: true,
      },
      {
        ranges: [{ top: 3, left: 1, bottom: 4, right: 1 }],
        rule: { kind: "text", operator: "begins-with", text: "✗" },
        fill: "#FBE3E1",
        fontColor: "#9C1C1C",
        stopIfTrue: true,
      },
    ]);
  });

  test("keeps text as text, whatever it begins with", async () => {
    const texts = ["=1+1", "+86", "-无", "@某公司", "'引号", "0123", "91370100123456789", "2026-05-01", "TRUE", "#N/A"];
    const connection = await open();
    await connection.host.writeResults([results(texts.map((text) => [text, "", 1]))]);
    const file = saved(connection);
    const cells = sheetOf(file, "评分_结果").cells.slice(3, 3 + texts.length);
    expect(cells.map((row) => [row?.[0]?.value, row?.[0]?.formula])).toEqual(texts.map((text) => [text, undefined]));
  });

  test("draws the charts to the right of the table", async () => {
    const connection = await open();
    const charts = [{ kind: "bar", title: "得分", categories: 0, values: [2], rows: [0, 1] }] as const;
    await connection.host.writeResults([results(TWO, { charts })]);
    const [chart] = sheetOf(saved(connection), "评分_结果").charts;
    expect(chart).toMatchObject({
      kind: "bar",
      title: "得分",
      legend: false,
      series: [{ name: "得分", categories: "评分_结果!$A$4:$A$5", values: "评分_结果!$C$4:$C$5" }],
    });
    expect(chart?.left).toBeGreaterThan((52 * 7 + 15) * 0.75);
  });

  test("writes an empty result as a table with one blank row", async () => {
    const connection = await open();
    await connection.host.writeResults([results([])]);
    const result = sheetOf(saved(connection), "评分_结果");
    expect(result.tables[0]?.range).toEqual({ top: 2, left: 0, bottom: 3, right: 2 });
  });

  describe("a rerun", () => {
    const more: Cell[][] = [...TWO, ["丙厂", "✓ 达到", 91], ["丁厂", "✓ 达到", 92]];

    async function written(first: ResultSheet): Promise<Connected> {
      const connection = await open();
      await connection.host.writeResults([first]);
      return connection;
    }

    test.each([
      ["longer", TWO, more],
      ["shorter", more, TWO],
    ])("takes the place of a %s table and leaves what the user wrote beside it", async (_, before, after) => {
      const connection = await written(results(before));
      await someoneWrites(connection, "评分_结果", "F2", "我的备注");
      await someoneWrites(connection, "评分_结果", "A20", "远处的备注");
      const [again] = await connection.host.writeResults([results(after)]);
      expect(again?.note).toBeUndefined();
      const file = saved(connection);
      const result = sheetOf(file, "评分_结果");
      expect(file.sheets).toHaveLength(2);
      expect(result.tables).toHaveLength(1);
      expect(result.tables[0]?.range.bottom).toBe(2 + after.length);
      const values = valuesOf(result);
      expect(values[1]?.[5]).toBe("我的备注");
      expect(values[19]).toEqual(["远处的备注"]);
      expect(values.slice(3, 3 + after.length).map(([name]) => name)).toEqual(after.map(([name]) => name));
      expect(values.slice(3 + after.length, 19).flat()).toEqual(["注：只用于申报准备。"]);
      expect(result.conditionalFormats.map(({ ranges }) => ranges[0]?.bottom)).toEqual([
        2 + after.length,
        2 + after.length,
      ]);
    });

    test("follows a renamed sheet and its table", async () => {
      const connection = await written(results(TWO));
      await connection.Excel.run({ session: connection.session }, async (context) => {
        context.workbook.worksheets.getItem("评分_结果").name = "十一月结果";
        await context.sync();
      });
      const [again] = await connection.host.writeResults([results(more)]);
      expect(again?.name).toBe("十一月结果");
      expect(saved(connection).sheets.map(({ name }) => name)).toEqual(["名单", "十一月结果"]);
    });

    test("never takes the place of what somebody goes on to edit, renamed or not", async () => {
      const connection = await written(results(TWO, { toBeEdited: true }));
      await someoneWrites(connection, "评分_结果", "A4", "我改过的");
      const [again] = await connection.host.writeResults([results(more, { toBeEdited: true })]);
      expect(again?.name).toBe("评分_结果 (2)");
      expect(again?.note).toBeUndefined();
      expect(valuesOf(sheetOf(saved(connection), "评分_结果"))[3]?.[0]).toBe("我改过的");
    });

    test("writes a new sheet where the old one was deleted", async () => {
      const connection = await written(results(TWO));
      await connection.Excel.run({ session: connection.session }, async (context) => {
        context.workbook.worksheets.getItem("评分_结果").delete();
        await context.sync();
      });
      await connection.host.writeResults([results(more)]);
      expect(sheetOf(saved(connection), "评分_结果").tables[0]?.range.bottom).toBe(6);
    });

    test("goes to a new sheet, and says so, where a longer table would run over the user's own cells", async () => {
      const connection = await written(results(TWO));
      await someoneWrites(connection, "评分_结果", "B7", "我的合计");
      const before = valuesOf(sheetOf(saved(connection), "评分_结果"));
      const [again] = await connection.host.writeResults([results(more)]);
      expect(again?.name).toBe("评分_结果 (2)");
      expect(again?.note?.zh).toContain("“评分_结果”的 B7");
      const file = saved(connection);
      expect(valuesOf(sheetOf(file, "评分_结果"))).toEqual(before);
      expect(sheetOf(file, "评分_结果 (2)").tables).toHaveLength(1);
    });

    test("leaves a table alone whose headings the user has changed", async () => {
      const connection = await written(results(TWO));
      await someoneWrites(connection, "评分_结果", "B3", "我改的标题");
      const [again] = await connection.host.writeResults([results(more)]);
      expect(again?.name).toBe("评分_结果 (2)");
    });

    test("leaves two sheets as they are where only one of three results is written again", async () => {
      const connection = await open();
      await connection.host.writeResults([results(TWO), results(TWO, { name: "评分_差距" })]);
      await connection.host.writeResults([results(more)]);
      const file = saved(connection);
      expect(file.sheets.map(({ name }) => name)).toEqual(["名单", "评分_结果", "评分_差距"]);
      expect(sheetOf(file, "评分_差距").tables[0]?.range.bottom).toBe(4);
      const [again] = await connection.host.writeResults([results(more, { name: "评分_差距" })]);
      expect(again?.name).toBe("评分_差距");
    });
  });

  test("leaves the workbook as it was when cancelled in the middle", async () => {
    const long = Array.from({ length: 12_000 }, (_, row): Cell[] => [`企业${row}`, "✓ 达到", row]);
    const connection = await open();
    await connection.host.writeResults([results(TWO)]);
    const before = saved(connection);
    const stop = new AbortController();
    const control = { signal: stop.signal, progress: (done: number) => done > 0 && stop.abort() };
    const trouble = await troubleOf(connection.host.writeResults([results(long)], control));
    expect(trouble.kind).toBe("cancelled");
    expect(saved(connection)).toEqual(before);
  });

  test("touches nothing where the earlier result is protected, or the workbook's structure", async () => {
    const connection = await open();
    await connection.host.writeResults([results(TWO)]);
    const earlier = connection.book.sheetNamed("评分_结果");
    earlier?.extras.set("protected", true);
    const before = saved(connection);
    const sheetLocked = await troubleOf(connection.host.writeResults([results(TWO)]));
    expect([sheetLocked.kind, sheetLocked.text.zh]).toEqual([
      "protected",
      expect.stringContaining("“评分_结果”受保护"),
    ]);
    connection.book.protectStructure(true);
    const bookLocked = await troubleOf(connection.host.writeResults([results(TWO, { name: "评分_别的" })]));
    expect([bookLocked.kind, bookLocked.text.zh]).toEqual(["protected", expect.stringContaining("保护工作簿")]);
    expect(saved(connection)).toEqual(before);
  });

  test("says before anything is touched that a sheet can't hold so many rows", async () => {
    const connection = await open();
    const before = saved(connection);
    const rows = new Array<Cell[]>(1_048_576).fill(["甲", "", 1]);
    expect((await troubleOf(connection.host.writeResults([results(rows)]))).kind).toBe("too-large");
    expect(saved(connection)).toEqual(before);
  });

  test("draws the charts again where they were left", async () => {
    const connection = await open();
    const charts = [{ kind: "column", title: "得分", categories: 0, values: [2] }] as const;
    await connection.host.writeResults([results(TWO, { charts })]);
    const { extras } = connection.book.sheetNamed("评分_结果") ?? {};
    const [first] = extras?.get("charts") ?? [];
    if (first) extras?.set("charts", [{ ...first, left: 555, top: 66 }]);
    await connection.host.writeResults([results([...TWO, ["丙厂", "✓ 达到", 91]], { charts })]);
    const all = sheetOf(saved(connection), "评分_结果").charts;
    expect(all).toEqual([expect.objectContaining({ name: first?.name, left: 555, top: 66 })]);
    expect(all[0]?.series[0]?.values).toBe("评分_结果!$C$4:$C$6");
  });
});
