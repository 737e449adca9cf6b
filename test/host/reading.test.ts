import type { Cell, CellRange } from "../../src/words/grid";
import type { BookFile } from "../../src/xlsx/book-file";
import { blocksOf, someoneWrites, troubleOf, type Connected } from "../excel/connected";
import { joinHeadless } from "../../src/workbench/headless/open";
import { book, sheet } from "../excel/made-up-book";
import { ROOMS } from "./rooms";

function idOf({ book: workbook }: Connected, name: string): string {
  return workbook.sheetNamed(name)?.id ?? "";
}

function block(rows: number, columns: number, cell: (row: number, column: number) => Cell): Cell[][] {
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => cell(row, column)));
}

function rangeOf(rows: readonly (readonly Cell[])[]): CellRange {
  return { top: 0, left: 0, bottom: rows.length - 1, right: (rows[0]?.length ?? 1) - 1 };
}

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

  test("reads cells as they are: text, numbers, blanks, truth values, errors", async () => {
    const rows: Cell[][] = [
      ["企业名称", "收入", "是否"],
      ["甲 “一”厂", 12.5, true],
      [null, { error: "#N/A" }, false],
      ["0123", { error: "#DIV/0!" }, null],
    ];
    const connection = await open(book([sheet("企业 名单", rows)]));
    const blocks = await blocksOf(connection.host, idOf(connection, "企业 名单"), rangeOf(rows));
    expect(blocks.flatMap((one) => one.rows)).toEqual(rows);
  });

  test("gives the number formats of the columns that hold numbers", async () => {
    const file = book(
      [
        {
          ...sheet("名单", []),
          cells: [
            [{ value: "占比" }, { value: "名称" }, { value: "收入" }],
            [{ value: 0.052, style: 0 }, { value: "甲" }, { value: 300 }],
          ],
        },
      ],
      { styles: [{ numberFormat: "0.0%" }] },
    );
    const connection = await open(file);
    const [only] = await blocksOf(connection.host, idOf(connection, "名单"), { top: 0, left: 0, bottom: 1, right: 2 });
    expect(only?.numberFormats).toEqual([
      ["General", null, "General"],
      ["0.0%", null, "General"],
    ]);
  });

  test("does not mind edits beside the rows read or on other sheets", async () => {
    const rows = block(200, 3, (row) => row);
    const connection = await open(book([sheet("名单", [...rows, [null], ["备注"]]), sheet("别的", [["甲"]])]));
    let read = 0;
    for await (const { top, rows: some } of connection.host.readBlocks(idOf(connection, "名单"), rangeOf(rows))) {
      read += some.length;
      if (top > 0) continue;
      await someoneWrites(connection, "名单", "A202", "新备注");
      await someoneWrites(connection, "别的", "A1", "乙");
    }
    expect(read).toBe(200);
  });

  test("says where a sheet was edited, or that it is gone, when that happens while it is being read", async () => {
    const rows = block(12_000, 2, (row) => row);
    const connection = await open(book([sheet("名单", rows), sheet("别的", [["甲"]])]));
    const { host, book: workbook } = connection;
    const id = idOf(connection, "名单");
    const readDuring = async (act: () => Promise<void>): Promise<void> => {
      for await (const { top } of host.readBlocks(id, rangeOf(rows))) if (top === 0) await act();
    };
    const other = joinHeadless(connection);
    const edited = await troubleOf(readDuring(() => someoneWrites({ ...connection, ...other }, "名单", "B5", "改")));
    other.close();
    expect([edited.kind, edited.text.zh]).toEqual(["sheet-changed", expect.stringContaining("“名单”的时候，B5")]);
    const gone = readDuring(() => host.sharing.removeSheets([id]));
    expect((await troubleOf(gone)).kind).toBe("sheet-gone");
    expect(workbook.sheetNamed("名单")).toBeNull();
    expect((await troubleOf(readDuring(() => Promise.resolve()))).kind).toBe("sheet-gone");
  });

  test("stops when cancelled, and tells how far it is", async () => {
    const rows = block(12_000, 2, (row) => row);
    const connection = await open(book([sheet("名单", rows)]));
    const stop = new AbortController();
    const told: (readonly [number, number])[] = [];
    const control = { signal: stop.signal, progress: (done: number, total: number) => void told.push([done, total]) };
    const reading = (async () => {
      for await (const { top } of connection.host.readBlocks(idOf(connection, "名单"), rangeOf(rows), control))
        if (top === 0) stop.abort();
    })();
    expect((await troubleOf(reading)).kind).toBe("cancelled");
    expect(told[0]?.[1]).toBe(12_000);
  });
});
