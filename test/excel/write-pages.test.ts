import { isDeepStrictEqual } from "node:util";
import { PAGE_TYPES, pageRowHeight } from "../../src/sheet/results/page-look";
import type { PageRow, PageSheet } from "../../src/sheet/results/page-sheet";
import type { ResultSheet } from "../../src/words/result-sheet";
import type { BookFile, BookSheet } from "../../src/xlsx/book-file";
import { connected, saved, someoneWrites, troubleOf, type Connected } from "./connected";
import { book, sheet } from "./made-up-book";

let now: Connected | null = null;
afterEach(() => {
  now?.close();
  now = null;
});

async function open(file: BookFile = book([sheet("名单", [["企业名称"], ["甲厂"]])])): Promise<Connected> {
  now = await connected(file);
  return now;
}

const PAGE: PageSheet = {
  name: "评分_成长方案_甲厂",
  columns: 12,
  rows: [
    { role: "title", cells: ["甲厂优质企业成长方案"], spans: [12] },
    { role: "heading", cells: ["一、企业概况与现状"], spans: [12] },
    { role: "text", cells: ["现".repeat(80)], spans: [12] },
    { role: "table-head", cells: ["诊断方面", "本企业", "目标层级的线"], spans: [6, 3, 3] },
    { role: "table-row", cells: ["创新能力", 0.5, 1], spans: [6, 3, 3] },
    { role: "table-row", cells: ["=1+1", "", 1], spans: [6, 3, 3] },
    { role: "text", cells: [], spans: [] },
    { role: "text", cells: [], spans: [] },
    { role: "note", cells: ["说明"], spans: [12] },
  ],
  breaks: [0],
  charts: [
    {
      kind: "column",
      title: "七个方面",
      rows: [4, 5],
      categories: 0,
      series: [
        { name: "本企业", column: 6 },
        { name: "目标层级的线", column: 9 },
      ],
      place: [6, 7],
    },
  ],
};

const TABLE: ResultSheet = {
  name: "评分_成长方案汇总",
  columns: [{ heading: "行号", width: 6 }],
  rows: [[2]],
  asTable: true,
};

function sheetOf(file: BookFile, name: string): BookSheet {
  const found = file.sheets.find((one) => one.name === name);
  if (!found) throw new Error(`no sheet ${name} among ${file.sheets.map((one) => one.name).join()}`);
  return found;
}

function names(file: BookFile): string[] {
  return file.sheets.map(({ name }) => name);
}

test("a page is text and tables on one grid: cells merged, bordered, as high as their text needs", async () => {
  const connection = await open();
  const [written] = await connection.host.writeResults([PAGE]);
  expect(written).toMatchObject({ name: "评分_成长方案_甲厂", table: null });
  const file = saved(connection);
  const page = sheetOf(file, "评分_成长方案_甲厂");
  expect(page).toMatchObject({ visibility: "visible", showGridlines: false });
  expect(page.merges).toContainEqual({ top: 0, left: 0, bottom: 0, right: 11 });
  expect(page.merges).toContainEqual({ top: 4, left: 6, bottom: 4, right: 8 });
  const style = (row: number, column: number) => file.styles[page.cells[row]?.[column]?.style ?? -1];
  expect(style(0, 0)).toMatchObject({ font: { name: "方正小标宋简体", size: 22 }, horizontal: "center" });
  expect(style(4, 0)?.borders?.top?.style).toBe("thin");
  // 80 characters of 14 points take three lines.
  expect(page.rowHeights[2]).toBeGreaterThan(60);
  expect(page.cells[4]?.[6]?.value).toBe(0.5);
});

/** Pages below one another, more rows than are formatted at a time; a table lies across every such border. */
function longPage(): PageSheet {
  const rows: PageRow[] = [];
  const breaks: number[] = [];
  for (let page = 1; rows.length < 2100; page += 1) {
    breaks.push(rows.length);
    rows.push(
      { role: "title", cells: [`第${page}家的成长方案`], spans: [12] },
      { role: "subtitle", cells: ["目标层级"], spans: [12] },
      { role: "heading", cells: ["一、现状"], spans: [12] },
      { role: "table-head", cells: ["条件", "数", "依据"], spans: [5, 1, 6] },
      ...Array.from({ length: 40 + page }, (_, at): PageRow => {
        return { role: "table-row", cells: ["条".repeat(at % 30), at, "款"], spans: [5, 1, 6] };
      }),
      { role: "text", cells: ["文".repeat(page)], spans: [12] },
      { role: "note", cells: ["说明"], spans: [12] },
    );
  }
  return { name: "评分_成长方案", columns: 12, rows, breaks, charts: [] };
}

test("every row of a long sheet has the look of its role, wherever the requests begin and end", async () => {
  const connection = await open();
  const page = longPage();
  await connection.host.writeResults([page]);
  const file = saved(connection);
  const sheet = sheetOf(file, page.name);
  expect(sheet.page?.breaks).toEqual(page.breaks.slice(1));
  const merges = new Set(sheet.merges.map(({ top, left, bottom, right }) => `${top},${left}-${bottom},${right}`));
  const wrong: unknown[] = [];
  let merged = 0;
  for (const [index, row] of page.rows.entries()) {
    const { font, size, border, wrap, centred } = PAGE_TYPES[row.role];
    const places = row.spans.map((span, at) => row.spans.slice(0, at).reduce((sum, one) => sum + one, 0) + span - 1);
    const wide = row.role === "heading" ? [] : row.spans.flatMap((span, at) => (span > 1 ? [at] : []));
    merged += wide.length;
    const style = (column: number) => file.styles[sheet.cells[index]?.[column]?.style ?? -1];
    const looks = [0, 5, 11].map(style);
    const found = {
      fonts: looks.map((look) => look?.font),
      wrap: looks.map((look) => look?.wrap === true),
      vertical: looks.map((look) => look?.vertical),
      centred: looks.map((look) => look?.horizontal === "center"),
      lines: looks.map((look) => [look?.borders?.top?.style, look?.borders?.left?.style]),
      height: Math.round(sheet.rowHeights[index] ?? 0),
      merged: wide.map((at) => {
        const right = places[at] ?? 0;
        return merges.has(`${index},${right - (row.spans[at] ?? 1) + 1}-${index},${right}`);
      }),
    };
    const line = border ? "thin" : undefined;
    const expected: typeof found = {
      fonts: looks.map(() => ({ name: font, size })),
      wrap: looks.map(() => wrap),
      vertical: looks.map(() => "center"),
      centred: [centred, centred || row.role === "table-row", centred],
      lines: looks.map(() => [line, line]),
      height: pageRowHeight(row, 12),
      merged: wide.map(() => true),
    };
    if (!isDeepStrictEqual(found, expected)) wrong.push({ index, role: row.role, found, expected });
  }
  expect(wrong).toEqual([]);
  expect(merges.size).toBe(merged);
});

test("more blocks of one look than Excel takes in one address", async () => {
  const connection = await open();
  const rows = Array.from({ length: 1999 }, (_, at): PageRow => {
    return { role: at % 2 === 0 ? "heading" : "note", cells: ["字"], spans: [12] };
  });
  await connection.host.writeResults([{ name: "评分_长", columns: 12, rows, breaks: [], charts: [] }]);
  const file = saved(connection);
  const { cells } = sheetOf(file, "评分_长");
  const sizes = rows.map((_, row) => file.styles[cells[row]?.[0]?.style ?? -1]?.font?.size);
  expect(sizes).toEqual(rows.map(({ role }) => PAGE_TYPES[role].size));
});

test("text that looks like a formula is text", async () => {
  const connection = await open();
  await connection.host.writeResults([PAGE]);
  const cell = sheetOf(saved(connection), "评分_成长方案_甲厂").cells[5]?.[0];
  expect(cell?.formula).toBeUndefined();
  expect(cell?.value).toEqual(expect.stringContaining("=1+1"));
});

test("the chart draws the rows it is told to, in the place kept free for it", async () => {
  const connection = await open();
  await connection.host.writeResults([PAGE]);
  const [chart] = sheetOf(saved(connection), "评分_成长方案_甲厂").charts;
  expect(chart?.title).toBe("七个方面");
  expect(chart?.series.map(({ name, values }) => [name, values.replace(/^.*!/, "")])).toEqual([
    ["本企业", "$G$5:$G$6"],
    ["目标层级的线", "$J$5:$J$6"],
  ]);
});

test("a plan written again goes to another sheet: the first may have been finished by hand", async () => {
  const connection = await open();
  await connection.host.writeResults([PAGE]);
  await someoneWrites(connection, "评分_成长方案_甲厂", "A9", "已填好");
  const [again] = await connection.host.writeResults([PAGE]);
  expect(again?.name).toBe("评分_成长方案_甲厂 (2)");
  expect(sheetOf(saved(connection), "评分_成长方案_甲厂").cells[8]?.[0]?.value).toBe("已填好");
});

test("pages and tables come back in the order asked for", async () => {
  const connection = await open();
  const written = await connection.host.writeResults([TABLE, PAGE]);
  expect(written.map(({ name }) => name)).toEqual(["评分_成长方案汇总", "评分_成长方案_甲厂"]);
});

test.each(["while pages are written", "while the table is written"])(
  "cancelled %s, the workbook is as it was",
  async (when) => {
    const connection = await open();
    const before = names(saved(connection));
    const abort = new AbortController();
    const half = when === "while pages are written" ? 1 : 2 * PAGE.rows.length;
    const trouble = await troubleOf(
      connection.host.writeResults([PAGE, TABLE], {
        signal: abort.signal,
        progress: (done) => {
          if (done >= half) abort.abort();
        },
      }),
    );
    expect(trouble.kind).toBe("cancelled");
    expect(names(saved(connection))).toEqual(before);
    expect(Object.keys(saved(connection).settings).filter((key) => key.includes("unfinished"))).toEqual([]);
  },
);

test("a workbook whose structure is protected says so and stays as it is", async () => {
  const connection = await open();
  await connection.Excel.run({ session: connection.session }, async (context) => {
    context.workbook.protection.protect();
    await context.sync();
  });
  const trouble = await troubleOf(connection.host.writeResults([PAGE]));
  expect(trouble.kind).toBe("protected");
});
