import { isDeepStrictEqual } from "node:util";
import { PAGE_TYPES, pageRowHeight } from "../../src/sheet/results/page-look";
import type { PageRow, PageSheet } from "../../src/sheet/results/page-sheet";

import type { BookFile } from "../../src/xlsx/book-file";
import { connected, saved, troubleOf, type Connected } from "./connected";
import { book, sheet } from "./made-up-book";
import { names, PAGE, sheetOf, TABLE } from "../host/made-up-page";

let now: Connected | null = null;
afterEach(() => {
  now?.close();
  now = null;
});

async function open(file: BookFile = book([sheet("名单", [["企业名称"], ["甲厂"]])])): Promise<Connected> {
  now = await connected(file);
  return now;
}

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
