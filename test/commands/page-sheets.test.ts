import { readXlsx } from "hucre/xlsx";
import { PackageParts } from "../../src/xlsx/container/package-parts";
import { buildWorkbook } from "../../src/commands/write-workbook";
import type { PageRow, PageSheet } from "../../src/sheet/results/page-sheet";
import { everything, markupOf, tabsOf } from "./result-example";

const row = (role: PageRow["role"], cells: PageRow["cells"], spans: readonly number[] = [4]): PageRow => ({
  role,
  cells,
  spans,
});

const PAGE: PageSheet = {
  name: "评分_方案",
  columns: 4,
  rows: [
    row("title", ["甲厂成长方案"]),
    row("heading", ["一、现状"]),
    row("table-head", ["方面", "指数"], [3, 1]),
    row("table-row", ["创新能力", 0.83], [3, 1]),
    row("table-row", ["=市场", ""], [3, 1]),
    row("text", [], []),
    row("text", [], []),
    row("note", ["注"]),
  ],
  breaks: [0],
  charts: [
    {
      kind: "radar",
      title: "方面",
      rows: [3, 4],
      categories: 0,
      series: [{ name: "本企业", column: 3 }],
      place: [5, 6],
    },
  ],
};

const write = (sheet: PageSheet): Uint8Array => buildWorkbook(everything(), [sheet]).bytes;

describe("A page to be printed", () => {
  const bytes = write(PAGE);
  const xml = markupOf(bytes, "评分_方案");

  test("keeps numbers as numbers, text as text and cells to be filled in blank", async () => {
    const { sheets } = await readXlsx(bytes, { sheets: ["评分_方案"] });
    expect(sheets[0]?.rows[3]?.slice(0, 4)).toEqual(["创新能力", null, null, 0.83]);
    expect(sheets[0]?.rows[4]?.[0]).toBe("=市场");
    expect(xml).not.toMatch(/<f[ >]/);
  });

  test("is a portrait A4 page, one page wide, numbered as official documents are", () => {
    expect(xml).toContain(`<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="portrait"/>`);
    expect(xml).toContain("<oddFooter>&amp;C— &amp;P —</oddFooter>");
  });

  test("merges the cells that break into lines, and leaves headings to run on", () => {
    expect([...xml.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, range]) => range)).toEqual([
      "A1:D1",
      "A3:C3",
      "A4:C4",
      "A5:C5",
      "A8:D8",
    ]);
  });

  test("draws its chart over its own cells, blanks as gaps", () => {
    const parts = PackageParts.open(bytes);
    const [name = ""] = parts
      .names()
      .filter((part) => /charts\/chart\d+\.xml$/.test(part))
      .reverse();
    const chart = parts.text(name);
    expect(chart).toContain("<c:f>'评分_方案'!$A$4:$A$5</c:f>");
    expect(chart).toContain("<c:f>'评分_方案'!$D$4:$D$5</c:f>");
    expect(chart).toContain(`<c:dispBlanksAs val="gap"/>`);
    expect(parts.text("[Content_Types].xml")).toContain(`PartName="/${name}"`);
  });

  test("is taken out with its chart where a later run does not write it again", () => {
    const later = buildWorkbook({ kind: "xlsx", bytes }, [{ ...PAGE, name: "评分_另一家", charts: [] }]).bytes;
    expect(tabsOf(later)).not.toContain("评分_方案");
    const charts = (of: Uint8Array): number =>
      PackageParts.open(of)
        .names()
        .filter((part) => part.includes("charts/")).length;
    expect(charts(later)).toBe(charts(bytes) - 1);
  });
});

describe("Pages begin", () => {
  const breaksOf = (sheet: PageSheet): number[] =>
    [...markupOf(write(sheet), sheet.name).matchAll(/<brk id="(\d+)"/g)].map(([, at]) => Number(at));
  const lines = (count: number): PageRow[] => Array.from({ length: count }, () => row("text", ["字"]));

  test("where a plan does", () => {
    expect(breaksOf({ ...PAGE, rows: [...PAGE.rows, ...PAGE.rows], breaks: [0, 8], charts: [] })).toEqual([8]);
  });

  test("before a chart that the end of the page would cut", () => {
    // 25 points a line, 637 a page: 24 lines leave room for one.
    const rows = [...lines(24), row("text", [], []), row("text", [], [])];
    const charts = PAGE.charts.map((chart) => ({ ...chart, place: [24, 25] as const }));
    expect(breaksOf({ ...PAGE, rows, charts })).toEqual([24]);
    expect(
      breaksOf({
        ...PAGE,
        rows: rows.slice(1),
        charts: charts.map((chart) => ({ ...chart, place: [23, 24] as const })),
      }),
    ).toEqual([]);
  });

  test("before a heading that would stand alone at the foot of a page", () => {
    expect(breaksOf({ ...PAGE, rows: [...lines(24), row("heading", ["二、差距"]), ...lines(5)], charts: [] })).toEqual([
      24,
    ]);
  });
});
