import { readBlanks } from "../../src/excel/read-blanks";
import type { Cell, CellRange } from "../../src/words/grid";
import type { BookFile } from "../../src/xlsx/book-file";
import { joinHeadless } from "../../src/workbench/headless/open";
import { blocksOf, connected, someoneWrites, troubleOf, type Connected } from "./connected";
import { book, sheet } from "./made-up-book";

const LIMIT = 5 * 1024 * 1024;

let now: Connected | null = null;
afterEach(() => {
  now?.close();
  now = null;
});

async function open(file: BookFile): Promise<Connected> {
  now = await connected(file);
  return now;
}

function idOf({ book: workbook }: Connected, name: string): string {
  return workbook.sheetNamed(name)?.id ?? "";
}

function block(rows: number, columns: number, cell: (row: number, column: number) => Cell): Cell[][] {
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => cell(row, column)));
}

function rangeOf(rows: readonly (readonly Cell[])[]): CellRange {
  return { top: 0, left: 0, bottom: rows.length - 1, right: (rows[0]?.length ?? 1) - 1 };
}

test("reads 30,000 rows of 40 columns in few requests, each well under the limit", async () => {
  const rows = block(30_000, 40, (row, column) => (column < 8 ? `企业${row}之${column}` : row * 1.25 + column));
  const connection = await open(book([sheet("名单", rows)]));
  const before = connection.session.traffic;
  const blocks = await blocksOf(connection.host, idOf(connection, "名单"), rangeOf(rows));
  const { requests, bytesReceived, largest } = connection.session.traffic;
  const read = blocks.flatMap((one) => one.rows);
  expect(read).toHaveLength(rows.length);
  expect(rows.findIndex((row, index) => row.some((cell, column) => cell !== read[index]?.[column]))).toBe(-1);
  const bytes = bytesReceived - before.bytesReceived;
  if (process.env.SHOW_TRAFFIC) console.info({ requests: requests - before.requests, bytes, largest });
  expect(requests - before.requests).toBeLessThanOrEqual(bytes / 4e6 + 10);
  expect(largest).toBeLessThan(LIMIT * 0.9);
});

test("halves a block that turns out too large, and reads every row once", async () => {
  // The first rows are short, so that the next block is foretold far too large.
  const rows = block(3000, 6, (row, column) => (row < 60 ? row : "很长的文字".repeat(80) + String(row * 6 + column)));
  const connection = await open(book([sheet("名单", rows)]));
  const blocks = await blocksOf(connection.host, idOf(connection, "名单"), rangeOf(rows));
  expect(blocks.flatMap((one) => one.rows)).toEqual(rows);
  expect(connection.session.traffic.largest).toBeGreaterThan(LIMIT);
});

test("says where a sheet was edited while it was being read", async () => {
  const rows = block(200, 3, (row) => row);
  const connection = await open(book([sheet("名单", rows)]));
  const other = joinHeadless(connection);
  const reading = (async () => {
    for await (const { top } of connection.host.readBlocks(idOf(connection, "名单"), rangeOf(rows)))
      if (top === 0) await someoneWrites({ ...connection, ...other }, "名单", "B5", "改");
  })();
  const trouble = await troubleOf(reading);
  other.close();
  expect([trouble.kind, trouble.text.zh]).toEqual(["sheet-changed", expect.stringContaining("“名单”的时候，B5")]);
});

test("says that the sheet is gone when it is deleted in the middle, and when it never was there", async () => {
  const rows = block(200, 3, (row) => row);
  const connection = await open(book([sheet("名单", rows), sheet("别的", [["甲"]])]));
  const id = idOf(connection, "名单");
  const reading = (async () => {
    for await (const { top } of connection.host.readBlocks(id, rangeOf(rows)))
      if (top === 0)
        await connection.Excel.run({ session: connection.session }, async (context) => {
          context.workbook.worksheets.getItem(id).delete();
          await context.sync();
        });
  })();
  expect((await troubleOf(reading)).kind).toBe("sheet-gone");
  expect((await troubleOf(blocksOf(connection.host, "{no-such-sheet}", rangeOf(rows)))).kind).toBe("sheet-gone");
});

test("stops at once when cancelled, and no longer listens to the sheet", async () => {
  const rows = block(500, 3, (row) => row);
  const connection = await open(book([sheet("名单", rows)]));
  const stop = new AbortController();
  const tops: number[] = [];
  const reading = (async () => {
    const control = { signal: stop.signal, progress: (done: number) => done > 0 && stop.abort() };
    for await (const { top } of connection.host.readBlocks(idOf(connection, "名单"), rangeOf(rows), control))
      tops.push(top);
  })();
  expect((await troubleOf(reading)).kind).toBe("cancelled");
  expect(tops).toEqual([0]);
});

test("tells a blank from 0 for the custom functions, whole columns too", async () => {
  const connection = await open(book([sheet("企业 名单", [["收入"], [0], [null], ["", 5]])]));
  expect(await readBlanks("'企业 名单'!A1:B4", connection.session)).toEqual([
    [false, true],
    [false, true],
    [true, true],
    [true, false],
  ]);
  const column = await readBlanks("'企业 名单'!A:A", connection.session);
  expect(column).toHaveLength(1_048_576);
  expect(column.slice(0, 3)).toEqual([[false], [false], [true]]);
  expect((await troubleOf(readBlanks("没有这张表!A1", connection.session))).kind).toBe("sheet-gone");
});
