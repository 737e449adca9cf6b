import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { attributeOf, childrenOf } from "../../src/xlsx/xml/markup";
import { PackageParts } from "../../src/xlsx/container/package-parts";
import { readWorkbook, type Original } from "../../src/commands/read-workbook";
import { Outputs } from "../../src/commands/kit/outputs";
import { UnwritableFile } from "../../src/commands/unwritable-file";
import { buildWorkbook, writeWorkbook } from "../../src/commands/write-workbook";
import type { ResultSheet } from "../../src/words/result-sheet";
import { sheetData, type CraftedWorkbook } from "./craft-package";
import { failureOf } from "./failure";
import { crafted, EVERYTHING, everything, markupOf, RESULTS, rowsOf, tabsOf } from "./result-example";

/** Writes and names one workbook as a run of its own. */
async function written(path: string, ...what: [Original, readonly ResultSheet[]]): Promise<void> {
  const outputs = new Outputs();
  await writeWorkbook(outputs, path, ...what);
  await outputs.commit();
}

const folder = mkdtempSync(join(tmpdir(), "write-workbook-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("the original workbook", () => {
  /** The four lists that name sheets and formats; nothing else of the original may differ. */
  const LISTS = ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"];

  test("comes through with every other part byte for byte as it was: sheets, comments, charts, tables, drawings", () => {
    const before = PackageParts.open(readFileSync(EVERYTHING));
    const after = PackageParts.open(buildWorkbook(everything(), [RESULTS]).bytes);
    const kept = before.names().filter((name) => !LISTS.includes(name));
    expect(kept.length).toBeGreaterThan(15);
    for (const name of kept)
      expect([name, Buffer.compare(after.bytes(name), before.bytes(name)) === 0]).toEqual([name, true]);
  });

  test("keeps every format its cells refer to under the same number", () => {
    const formats = (bytes: Uint8Array, list: string): string[] => {
      const xml = PackageParts.open(bytes).text("xl/styles.xml");
      const section = childrenOf(xml).find((child) => child.tag.name === list);
      return section ? childrenOf(xml, section).map((child) => child.text) : [];
    };
    const before = readFileSync(EVERYTHING);
    const after = buildWorkbook(everything(), [RESULTS]).bytes;
    for (const list of ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "dxfs"]) {
      const original = formats(before, list);
      expect([list, formats(after, list).slice(0, original.length)]).toEqual([list, original]);
    }
  });

  test("reads the same afterwards", async () => {
    const path = join(folder, "reads-the-same.xlsx");
    await written(path, everything(), [RESULTS]);
    const [before, after] = [await readWorkbook(EVERYTHING), await readWorkbook(path)];
    expect(after.grids).toEqual(before.grids);
    expect(after.hiddenSheets).toEqual(before.hiddenSheets);
  });

  test("keeps its sheets' order, states, names and the tab it opens on", () => {
    const before = PackageParts.open(readFileSync(EVERYTHING)).text("xl/workbook.xml");
    const after = PackageParts.open(buildWorkbook(everything(), [RESULTS]).bytes).text("xl/workbook.xml");
    const added = /<sheet [^>]*name="评分_结果"[^>]*\/>/.exec(after)?.[0] ?? "none";
    const printing = [...after.matchAll(/<definedName name="_xlnm.Print_[^>]*>'评分_结果'![^<]*<\/definedName>/g)].map(
      ([name]) => name,
    );
    expect(printing).toHaveLength(1);
    expect(after.replace(added, "").replace(printing.join(""), "")).toBe(before);
  });

  test("never has two tabs selected, which Excel would type into together", () => {
    const { bytes } = buildWorkbook(everything(), [RESULTS, { ...RESULTS, name: "评分_差距" }]);
    expect(markupOf(bytes, "评分_结果")).not.toContain("tabSelected");
    expect(markupOf(bytes, "评分_差距")).not.toContain("tabSelected");
  });

  test.each<CraftedWorkbook>([
    { sheets: [], prefix: "x:", styles: `<x:cellXfs count="1"><x:xf numFmtId="0"/></x:cellXfs>` },
    { sheets: [], strict: true },
    { sheets: [], styles: "" },
    { sheets: [], styles: `<numFmts count="1"><numFmt numFmtId="165" formatCode="0.0"/></numFmts><dxfs count="0"/>` },
    { sheets: [], styles: `<cellXfs count="1"><xf numFmtId="0"/></cellXfs><tableStyles count="0"/><extLst/>` },
  ])("may be written with other namespaces or with few formats: %j", async (shape) => {
    const x = shape.prefix ?? "";
    const body = `<${x}sheetData><${x}row r="1"><${x}c r="A1" s="0"><${x}v>7</${x}v></${x}c></${x}row></${x}sheetData>`;
    const { bytes } = buildWorkbook(crafted({ ...shape, sheets: [{ name: "甲", body }] }), [RESULTS]);
    expect(await rowsOf(bytes, "甲")).toEqual([[7]]);
    expect((await rowsOf(bytes, "评分_结果"))[3]).toEqual(["示例甲（虚构）", "✓ 达到", 85.5, null]);
    const styles = PackageParts.open(bytes).text("xl/styles.xml");
    const order = [
      "numFmts",
      "fonts",
      "fills",
      "borders",
      "cellStyleXfs",
      "cellXfs",
      "cellStyles",
      "dxfs",
      "tableStyles",
      "extLst",
    ];
    const names = childrenOf(styles).map((child) => child.tag.name);
    expect(names).toEqual(order.filter((name) => names.includes(name)));
    expect(names).toEqual(expect.arrayContaining(["fonts", "fills", "borders", "cellStyleXfs", "cellXfs"]));
    expect(new Set(childrenOf(styles).map((child) => child.tag.prefix))).toEqual(new Set([x]));
    const used = [...markupOf(bytes, "评分_结果").matchAll(/ s="(\d+)"/g)].map((match) => Number(match[1]));
    const cellXfs = childrenOf(styles).find((child) => child.tag.name === "cellXfs");
    const count = cellXfs ? childrenOf(styles, cellXfs).length : 0;
    expect(Math.max(...used)).toBeLessThan(count);
    expect(cellXfs && attributeOf(cellXfs.tag, "count")).toBe(String(count));
  });
});

describe("a rerun on an output file", () => {
  const first = (): Original => ({
    kind: "xlsx",
    bytes: buildWorkbook(everything(), [RESULTS, { ...RESULTS, name: "评分_差距" }]).bytes,
  });

  test("replaces the product's own sheets and nothing else", async () => {
    const again = buildWorkbook(first(), [{ ...RESULTS, rows: [["示例丙（虚构）", "✓ 达到", 90, null]] }]);
    expect(again.replaced).toEqual(["评分_结果", "评分_差距"]);
    expect(tabsOf(again.bytes)).toEqual(["企业名单", "图", "隐藏表", "带表", "评分_结果"]);
    expect((await rowsOf(again.bytes, "评分_结果")).slice(3, 5)).toEqual([
      ["示例丙（虚构）", "✓ 达到", 90, null],
      [null, null, null, null],
    ]);
    const before = PackageParts.open(readFileSync(EVERYTHING));
    const after = PackageParts.open(again.bytes);
    for (const name of before.names().filter((name) => name.includes("sheet") && !name.endsWith(".rels"))) {
      expect([name, Buffer.compare(after.bytes(name), before.bytes(name)) === 0]).toEqual([name, true]);
    }
  });

  test("leaves no part behind: the same results give a file of the same parts and formats", () => {
    const one = PackageParts.open(buildWorkbook(everything(), [RESULTS]).bytes);
    const two = PackageParts.open(buildWorkbook({ kind: "xlsx", bytes: one.toBytes() }, [RESULTS]).bytes);
    expect(two.names().sort()).toEqual(one.names().sort());
    expect(two.text("xl/styles.xml")).toBe(one.text("xl/styles.xml"));
    expect(two.text("[Content_Types].xml").length).toBe(one.text("[Content_Types].xml").length);
  });

  test("puts a new sheet where the old one of its name was, with what follows the places of sheets moved along", () => {
    const body = sheetData(`<c r="A1"><v>1</v></c>`);
    const original = crafted({
      sheets: [
        { name: "评分_旧", body },
        { name: "评分_结果", body },
        { name: "名单", body },
        { name: "评分_更旧", body },
        { name: "尾", body },
      ],
      before: `<bookViews><workbookView firstSheet="1" activeTab="4"/></bookViews>`,
      after:
        `<definedNames><definedName name="总数">'评分_旧'!$A$1</definedName><definedName name="留" localSheetId="2">名单!$A$1</definedName>` +
        `<definedName name="去" localSheetId="0">评分_旧!$A$1</definedName><definedName name="换" localSheetId="1">评分_结果!$A$1</definedName>` +
        `<definedName name="稳">评分_结果!$A$1</definedName></definedNames><calcPr/>`,
    });
    const { bytes } = buildWorkbook(original, [RESULTS, { ...RESULTS, name: "评分_新" }]);
    expect(tabsOf(bytes)).toEqual(["评分_结果", "名单", "尾", "评分_新"]);
    const xml = PackageParts.open(bytes).text("xl/workbook.xml");
    expect(xml).toContain(`<workbookView firstSheet="0" activeTab="2"/>`);
    expect(xml).toContain(
      `<definedNames><definedName name="总数">#REF!</definedName><definedName name="留" localSheetId="1">名单!$A$1</definedName>` +
        `<definedName name="稳">评分_结果!$A$1</definedName>` +
        `<definedName name="_xlnm.Print_Titles" localSheetId="0">'评分_结果'!$3:$3</definedName>` +
        `<definedName name="_xlnm.Print_Titles" localSheetId="3">'评分_新'!$3:$3</definedName></definedNames><calcPr/>`,
    );
  });

  test("opens on the new results where it was left on the old ones", () => {
    const body = `<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData/>`;
    const original = crafted({
      sheets: [
        { name: "名单", body: "<sheetData/>" },
        { name: "评分_结果", body },
      ],
      before: `<bookViews><workbookView activeTab="1"/></bookViews>`,
    });
    const { bytes } = buildWorkbook(original, [{ ...RESULTS, name: "评分_差距" }, RESULTS]);
    expect(tabsOf(bytes)).toEqual(["名单", "评分_结果", "评分_差距"]);
    expect(PackageParts.open(bytes).text("xl/workbook.xml")).toContain(`activeTab="1"`);
    expect(markupOf(bytes, "评分_结果")).toContain(`tabSelected="1"`);
    expect(markupOf(bytes, "评分_差距")).not.toContain("tabSelected");
  });

  test("takes out what Excel added to the old results, but not what others use too", () => {
    const rels = `<Relationships><Relationship Id="a" Type="x/printerSettings" Target="../printerSettings/p1.bin"/><Relationship Id="b" Type="x/drawing" Target="../drawings/d1.xml"/><Relationship Id="c" Type="x/hyperlink" Target="xl/workbook.xml" TargetMode="External"/></Relationships>`;
    const original = crafted({
      sheets: [
        { name: "名单", body: "<sheetData/>" },
        { name: "评分_结果", body: "<sheetData/>" },
      ],
      links: [["cc", "calcChain", "calcChain.xml"]],
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships><Relationship Id="b" Type="x/drawing" Target="/xl/drawings/d1.xml"/></Relationships>`,
        "xl/worksheets/_rels/sheet2.xml.rels": rels,
        "xl/printerSettings/p1.bin": "p",
        "xl/drawings/d1.xml": "<d/>",
        "xl/calcChain.xml": "<calcChain/>",
      },
    });
    const after = PackageParts.open(buildWorkbook(original, [RESULTS]).bytes);
    expect(after.names()).not.toContain("xl/printerSettings/p1.bin");
    expect(after.names()).not.toContain("xl/calcChain.xml");
    expect(after.names()).toContain("xl/drawings/d1.xml");
    expect(after.text("xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
  });
});

test("a csv becomes a first sheet of text cells with the results beside it", async () => {
  const rows = [["企业名称", "营业收入"], [], ["=示例甲", "1,234.5"], [null, "007"]];
  const grid = { sheet: "名单", rows, merges: [], hiddenRows: new Set<number>() };
  const { bytes } = buildWorkbook({ kind: "csv", grid }, [RESULTS]);
  expect(tabsOf(bytes)).toEqual(["名单", "评分_结果"]);
  expect(await rowsOf(bytes, "名单")).toEqual([
    ["企业名称", "营业收入"],
    [null, null],
    ["=示例甲", "1,234.5"],
    [null, "007"],
  ]);
  const book = await readXlsx(bytes, { readStyles: true });
  expect(book.sheets[0]?.cells?.get("3,1")?.style?.numFmt).toBe("@");
  expect((await rowsOf(bytes, "评分_结果"))[3]?.[0]).toBe("示例甲（虚构）");
});

test("a csv whose name is that of a result sheet keeps it, and the results take another", () => {
  const grid = { sheet: "评分_结果", rows: [["a"]], merges: [], hiddenRows: new Set<number>() };
  expect(tabsOf(buildWorkbook({ kind: "csv", grid }, [RESULTS]).bytes)).toEqual(["评分_结果", "评分_结果 (2)"]);
});

describe("saving", () => {
  test("over the input leaves one whole file", async () => {
    const place = mkdtempSync(join(folder, "over-"));
    const path = join(place, "same.xlsx");
    await written(path, everything(), [RESULTS]);
    const book = await readWorkbook(path);
    await written(path, book.original, [RESULTS]);
    expect(readdirSync(place)).toEqual(["same.xlsx"]);
    expect(tabsOf(readFileSync(path))).toEqual(["企业名单", "图", "隐藏表", "带表", "评分_结果"]);
  });

  test.each([
    { name: "no-such-folder/out.xlsx", zh: "文件夹不存在" },
    { name: "a-folder", zh: "这是一个文件夹" },
  ])("where it can't be says why and leaves nothing: $zh", async ({ name, zh }) => {
    const place = mkdtempSync(join(folder, "not-"));
    mkdirSync(join(place, "a-folder"));
    const path = join(place, name);
    const failure = await failureOf(UnwritableFile, written(path, everything(), [RESULTS]));
    expect(failure.text.zh).toContain(zh);
    expect(failure.text.en).toContain(path);
    expect(readdirSync(place)).toEqual(["a-folder"]);
  });

  test("the same input gives the same bytes", () => {
    const [one, two] = [buildWorkbook(everything(), [RESULTS]), buildWorkbook(everything(), [RESULTS])];
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0);
  });
});
