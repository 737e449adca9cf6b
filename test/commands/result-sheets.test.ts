import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import { attributeOf, childrenOf, rootOf } from "../../src/xlsx/xml/markup";
import { PackageParts } from "../../src/xlsx/container/package-parts";
import { buildWorkbook } from "../../src/commands/write-workbook";
import type { Cell } from "../../src/words/grid";
import type { ResultSheet } from "../../src/words/result-sheet";
import { crafted, everything, markupOf, RESULTS, rowsOf, tabsOf } from "./result-example";

/** The rows of a plain sheet made of these cells alone, read back by the library. */
async function readBack(rows: readonly (readonly Cell[])[]): Promise<unknown[][]> {
  const sheet: ResultSheet = { name: "评分_结果", columns: [{ heading: "甲", width: 9 }], rows, asTable: false };
  const one = crafted({ sheets: [{ name: "Sheet1", body: "<sheetData/>" }] });
  return (await rowsOf(buildWorkbook(one, [sheet]).bytes, "评分_结果")).slice(1);
}

describe("a cell", () => {
  test.each(["=1+1", "+86 531", "-5", "@x", "=cmd|' /C calc'!A0", "\t=1"])(
    "of text %j is text, and stays text when edited",
    async (text) => {
      const sheet: ResultSheet = { ...RESULTS, rows: [[text, text, text, text]] };
      const { bytes } = buildWorkbook(everything(), [sheet]);
      const xml = markupOf(bytes, "评分_结果");
      expect(xml).not.toMatch(/<f[ >]/);
      expect((await rowsOf(bytes, "评分_结果"))[3]).toEqual([text, text, text, text]);
      const styles = PackageParts.open(bytes).text("xl/styles.xml");
      const cellXfs = childrenOf(styles).find((child) => child.tag.name === "cellXfs");
      const formats = cellXfs ? childrenOf(styles, cellXfs) : [];
      const cells = [...xml.matchAll(/<c r="[A-D]4" s="(\d+)" t="s"/g)];
      expect(cells).toHaveLength(4);
      for (const [, style] of cells) expect(formats[Number(style)]?.text).toContain(`quotePrefix="1"`);
    },
  );

  test("of plain text has no such mark", () => {
    const { bytes } = buildWorkbook(everything(), [{ ...RESULTS, rows: [["示例", "1-2", "a=b", "x@y"]] }]);
    expect(PackageParts.open(bytes).text("xl/styles.xml")).not.toContain(`quotePrefix="1"`);
  });

  test("of any text is read back as it was", async () => {
    const text = fc.string({ unit: "binary", minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
        expect(await readBack(texts.map((value) => [value]))).toEqual(texts.map((value) => [value]));
      }),
      { numRuns: 60 },
    );
  });

  test("of text with blanks at its ends or line breaks says that they count", () => {
    const cells = [" a", "a ", "a\nb", "a b"];
    const { bytes } = buildWorkbook(everything(), [{ ...RESULTS, rows: [cells] }]);
    const texts = PackageParts.open(bytes).text("xl/sharedStrings.xml");
    const kept = [...texts.matchAll(/<t xml:space="preserve">([^<]*)/g)].map((match) => match[1]);
    expect(kept).toEqual(expect.arrayContaining(cells.slice(0, 3)));
    expect(texts).toContain("<t>a b</t>");
  });

  test.each<[string, Cell, unknown]>([
    ["text that looks like Excel's own escape", "_x0041_ &lt; <b> \"'", "_x0041_ &lt; <b> \"'"],
    ["text with bells, line breaks and blanks at the ends", " a\u0007\r\n b\t ", " a\u0007\r\n b\t "],
    ["a number of many digits", 0.1 + 0.2, 0.1 + 0.2],
    ["a very large number", 1.5e300, 1.5e300],
    ["true", true, true],
    ["not a number, as #N/A", NaN, "#N/A"],
    ["infinity, as #NUM!", -Infinity, "#NUM!"],
    ["an Excel error", { error: "#DIV/0!" }, "#DIV/0!"],
    ["another error's words", { error: "#公式未计算" }, "#公式未计算"],
  ])("of %s", async (_, cell, value) => {
    expect(await readBack([[cell]])).toEqual([[value]]);
  });

  test.each<[Cell, string]>([
    [NaN, `t="e"`],
    [{ error: "#DIV/0!" }, `t="e"`],
    [{ error: "#公式未计算" }, `t="inlineStr"`],
    [false, `t="b"`],
  ])("of %j is of the kind %s", (cell, kind) => {
    const { bytes } = buildWorkbook(everything(), [{ ...RESULTS, rows: [[cell]] }]);
    expect(/<c r="A4" [^>]*>/.exec(markupOf(bytes, "评分_结果"))?.[0]).toContain(kind);
  });

  test("of more text than Excel holds is cut to what it holds", async () => {
    const [[text] = []] = await readBack([["长".repeat(40_000)]]);
    expect(text).toBe(`${"长".repeat(32_766)}…`);
  });
});

describe("a result sheet", () => {
  const { bytes } = buildWorkbook(everything(), [RESULTS]);
  const xml = markupOf(bytes, "评分_结果");

  test("has titles above, headings in view, notes below", async () => {
    expect(await rowsOf(bytes, "评分_结果")).toEqual([
      ["专精特新评分", null, null, null],
      ["按 2026-11-21 施行的标准", null, null, null],
      ["企业名称", "小巨人", "得分", "差距"],
      ["示例甲（虚构）", "✓ 达到", 85.5, null],
      ["=示例乙（虚构）", "✗ 未达到", 40, "研发费用还差 12.5 万元"],
      [null, null, null, null],
      ["认定以主管部门的决定为准。", null, null, null],
    ]);
    expect(xml).toContain(`<pane xSplit="1" ySplit="3" topLeftCell="B4" activePane="bottomRight" state="frozen"/>`);
  });

  test("is a table over its rows, with a number and a name of its own", () => {
    const parts = PackageParts.open(bytes);
    const tables = parts
      .names()
      .filter((name) => name.startsWith("xl/tables/"))
      .map((name) => rootOf(parts.text(name)));
    const read = tables.map((tag) => tag && ["id", "displayName", "ref"].map((name) => attributeOf(tag, name)));
    expect(read).toEqual([
      ["1", "表1", "A1:B3"],
      ["2", "评分_结果", "A3:D5"],
    ]);
  });

  test("colours status words in status columns only", () => {
    const rules = [...xml.matchAll(/<conditionalFormatting sqref="([^"]*)">(.*?)<\/conditionalFormatting>/g)];
    expect(rules.map((rule) => rule[1])).toEqual(["B4:B5"]);
    expect(rules[0]?.[2]).toContain(`text="✗"><formula>LEFT(B4,LEN("✗"))="✗"</formula>`);
  });

  test("has the widths, formats and line breaks asked for", async () => {
    const [sheet] = (await readXlsx(bytes, { readStyles: true, sheets: ["评分_结果"] })).sheets;
    expect(sheet?.columns?.map((column) => column.width)).toEqual([30, 12, 10, 40]);
    expect(sheet?.cells?.get("3,2")?.style?.numFmt).toBe("0.0");
    expect(sheet?.cells?.get("4,3")?.style?.alignment?.wrapText).toBe(true);
    expect(sheet?.cells?.get("4,0")?.style?.alignment?.wrapText).toBeUndefined();
    expect(sheet?.cells?.get("2,0")?.style?.font?.bold).toBe(true);
  });

  test("has number formats of its own, each under a number that none before it has", async () => {
    const styles = `<numFmts count="1"><numFmt numFmtId="170" formatCode="0.0&quot;x&quot;"/></numFmts>`;
    const columns = ["0.000", "yyyy-mm-dd", '0.0"x"', "0.000"].map((format, index) => ({
      heading: String(index),
      width: 9,
      format,
    }));
    const original = crafted({ sheets: [{ name: "甲", body: "<sheetData/>" }], styles });
    const { bytes } = buildWorkbook(original, [{ ...RESULTS, titleLines: [], columns, rows: [[1, 1, 1, 1]] }]);
    const xml = PackageParts.open(bytes).text("xl/styles.xml");
    expect([...xml.matchAll(/<numFmt numFmtId="(\d+)"/g)].map((match) => match[1])).toEqual(["170", "171", "172"]);
    const [sheet] = (await readXlsx(bytes, { readStyles: true, sheets: ["评分_结果"] })).sheets;
    const read = [0, 1, 2, 3].map((column) => sheet?.cells?.get(`1,${column}`)?.style?.numFmt);
    expect(read).toEqual(columns.map(({ format }) => format));
  });

  test("without rows is still a table that Excel accepts", () => {
    const { bytes } = buildWorkbook(everything(), [{ ...RESULTS, rows: [], titleLines: [] }]);
    const parts = PackageParts.open(bytes);
    expect(parts.text("xl/tables/table2.xml")).toContain(`ref="A1:D2"`);
  });

  test("has headings that all differ, in the cells as in the table", async () => {
    const columns = ["得分", "得分", "", "a\nb", "A\nB"].map((heading) => ({ heading, width: 9 }));
    const { bytes } = buildWorkbook(everything(), [{ ...RESULTS, titleLines: [], columns, rows: [] }]);
    expect((await rowsOf(bytes, "评分_结果"))[0]).toEqual(["得分", "得分_2", "列3", "a\nb", "A\nB_2"]);
    const xml = PackageParts.open(bytes).text("xl/tables/table2.xml");
    expect([...xml.matchAll(/<tableColumn id="\d+" name="([^"]*)"/g)].map((match) => match[1])).toEqual([
      "得分",
      "得分_2",
      "列3",
      "a_x000A_b",
      "A_x000A_B_2",
    ]);
  });

  test("of plain rows is no table", () => {
    const { bytes } = buildWorkbook(everything(), [{ ...RESULTS, asTable: false }]);
    expect(PackageParts.open(bytes).names()).not.toContain("xl/tables/table2.xml");
    expect(markupOf(bytes, "评分_结果")).not.toContain("tableParts");
  });

  test.each([
    { names: ["结果"], written: ["评分_结果"] },
    { names: ["评分_结果", "评分_结果"], written: ["评分_结果", "评分_结果 (2)"] },
    { names: ["评分_A/B:C*?[x]"], written: ["评分_A_B_C___x_"] },
    {
      names: [`评分_${"长".repeat(40)}`, `评分_${"长".repeat(41)}`],
      written: [`评分_${"长".repeat(28)}`, `评分_${"长".repeat(24)} (2)`],
    },
  ])("is named so that Excel accepts it: $written", ({ names, written }) => {
    const built = buildWorkbook(
      everything(),
      names.map((name) => ({ ...RESULTS, name })),
    );
    expect(built.sheetNames).toEqual(written);
    expect(tabsOf(built.bytes).slice(-written.length)).toEqual(written);
  });
});

describe("a result sheet on paper", () => {
  const namesOf = (
    sheet: ResultSheet,
    original = crafted({ sheets: [{ name: "名单", body: "<sheetData/>" }] }),
  ): string[] =>
    [
      ...PackageParts.open(buildWorkbook(original, [sheet]).bytes)
        .text("xl/workbook.xml")
        .matchAll(/<definedName .*?<\/definedName>/g),
    ].map(([name]) => name);

  test("repeats its heading on every page, and of a wide list prints the columns that are read", () => {
    expect(namesOf({ ...RESULTS, printedColumns: 2 })).toEqual([
      // Two lines of titles, a heading, two rows, a blank line and a note.
      `<definedName name="_xlnm.Print_Area" localSheetId="1">'评分_结果'!$A$1:$B$7</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'评分_结果'!$3:$3</definedName>`,
    ]);
    expect(namesOf({ ...RESULTS, titleLines: [], rows: [] })).toEqual([
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'评分_结果'!$1:$1</definedName>`,
    ]);
  });

  test("finds its names a place beside the workbook's own, also where their list is empty", () => {
    const sheets = [{ name: "名单", body: "<sheetData/>" }];
    const titles = `<definedName name="_xlnm.Print_Titles" localSheetId="1">'评分_结果'!$3:$3</definedName>`;
    const own = `<definedName name="总数">名单!$A$1</definedName>`;
    expect(namesOf(RESULTS, crafted({ sheets, after: `<definedNames>${own}</definedNames>` }))).toEqual([own, titles]);
    expect(namesOf(RESULTS, crafted({ sheets, after: `<definedNames/>` }))).toEqual([titles]);
    expect(namesOf({ ...RESULTS, name: "评分_甲's" })[0]).toContain(">'评分_甲''s'!$3:$3<");
  });
});
