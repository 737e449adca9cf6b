import type { WorkbookEvent } from "../../src/excel/host";
import { eventually } from "../eventually";
import type { BookFile } from "../../src/xlsx/book-file";
import { saved, sheetId, someoneWrites, troubleOf, type Connected } from "../excel/connected";
import { book, sheet } from "../excel/made-up-book";
import { ROOMS } from "./rooms";

/** Excel tells of changes in a turn of its own: time for what should not be told. */
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 250));

const results = {
  name: "结果",
  columns: [
    { heading: "企业", width: 20 },
    { heading: "层级", width: 20 },
  ],
  rows: [
    ["甲厂", "创新型"],
    ["乙厂", "小巨人"],
    ["丙厂", "创新型"],
  ],
  asTable: true,
};

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

  test("keeps JSON in the workbook under its own names, and forgets it again", async () => {
    const { host } = await open();
    expect(await host.readSetting("mapping")).toBeNull();
    const value = { columns: ["收入 < & > \"'\r\n", null, 3], asOf: "2026-11-21" };
    await host.saveSetting("mapping", value);
    expect(await host.readSetting("mapping")).toEqual(value);
    await host.saveSetting("mapping", [1]);
    expect(await host.readSetting("mapping")).toEqual([1]);
    expect(await host.readSetting("other")).toBeNull();
    expect(await host.changeSetting("mapping", (kept) => ({ kept }))).toEqual({ kept: [1] });
    await host.saveSetting("mapping", null);
    await host.saveSetting("mapping", null);
    expect(await host.readSetting("mapping")).toBeNull();
  });

  test("adds a sheet of plain cells at the end, in view, under a free name", async () => {
    const { host, book: workbook } = await open();
    const id = await host.addSheet("名单", [
      ["企业名称", "代码"],
      ["=甲", "0123"],
      [null, 5, true],
    ]);
    const added = workbook.sheet(id);
    expect([added?.name, workbook.active.id]).toEqual(["名单 (2)", id]);
    const cells = [0, 1, 2].map((row) => [0, 1, 2].map((column) => added?.cell(row, column)));
    expect(cells).toEqual([
      ["企业名称", "代码", null],
      ["=甲", "0123", null],
      [null, 5, true],
    ]);
  });

  test("tells what happens in the workbook until it is asked to stop", async () => {
    const connection = await open();
    const { host, book: workbook } = connection;
    const id = workbook.sheetNamed("名单")?.id ?? "";
    const seen: WorkbookEvent[] = [];
    const stop = await host.watch((event) => seen.push(event));
    await someoneWrites(connection, "名单", "B2", "改");
    await eventually(() =>
      expect(seen).toContainEqual(
        expect.objectContaining({ kind: "cells", sheet: id, range: { top: 1, left: 1, bottom: 1, right: 1 } }),
      ),
    );
    const other = await host.addSheet("示例", [["甲"]]);
    await eventually(() => {
      expect(seen).toContainEqual({ kind: "sheets", remote: false });
      expect(seen).toContainEqual({ kind: "sheet-activated", sheet: other });
    });
    await host.show(id, { top: 3, left: 0, bottom: 4, right: 1 });
    const range = { top: 3, left: 0, bottom: 4, right: 1 };
    await eventually(() => expect(seen).toContainEqual({ kind: "selection", sheet: id, range }));
    await stop();
    seen.length = 0;
    await someoneWrites(connection, "名单", "B3", "再改");
    await aMoment();
    expect(seen).toEqual([]);
  });

  test("knows its own writing, and tells once that there are new sheets", async () => {
    const { host } = await open();
    const seen: WorkbookEvent[] = [];
    await host.watch((event) => seen.push(event));
    await host.writeResults([results]);
    const toldOnce = (): void => expect(seen.filter(({ kind }) => kind === "sheets")).toHaveLength(1);
    await eventually(toldOnce);
    await aMoment();
    toldOnce();
    expect(seen.filter((event) => event.kind === "cells" && !event.own)).toEqual([]);
  });

  test("filters a table by the values of a column, and shows all again", async () => {
    const connection = await open();
    const { host } = connection;
    const [written] = await host.writeResults([results]);
    const table = written?.table ?? "";
    await host.filter(table, "层级", ["创新型"]);
    const filtered = saved(connection).sheets.at(-1)?.tables[0];
    expect(filtered?.filters).toEqual({ 1: ["创新型"] });
    await host.filter(table, "层级", null);
    expect(saved(connection).sheets.at(-1)?.tables[0]?.filters ?? {}).toEqual({});
    expect((await troubleOf(host.filter("没有这张表", "层级", []))).kind).toBe("sheet-gone");
  });

  test("tells the sheets, which is in view and what they hold", async () => {
    now = await room.open(
      book(
        [
          sheet("名单", [[null], [null, "企业名称"], [null, "甲", 3]]),
          sheet("空表", []),
          sheet("藏起来的", [["a"]], { visibility: "hidden" }),
          sheet("锁住的", [["a"]], { protected: true }),
        ],
        { active: 1 },
      ),
    );
    const view = await now.host.look();
    expect(view.sheets.map(({ name, visible, protected: locked, used }) => ({ name, visible, locked, used }))).toEqual([
      { name: "名单", visible: true, locked: false, used: { top: 1, left: 1, bottom: 2, right: 2 } },
      { name: "空表", visible: true, locked: false, used: null },
      { name: "藏起来的", visible: false, locked: false, used: { top: 0, left: 0, bottom: 0, right: 0 } },
      { name: "锁住的", visible: true, locked: true, used: { top: 0, left: 0, bottom: 0, right: 0 } },
    ]);
    expect(view.active).toBe(view.sheets[1]?.id);
  });

  test("tells what is selected after showing it", async () => {
    now = await room.open(book([sheet("名单", [["a"]]), sheet("别的", [["b"]])]));
    const id = await sheetId(now.host, "别的");
    const range = { top: 2, left: 1, bottom: 5, right: 3 };
    await now.host.show(id, range);
    const view = await now.host.look();
    expect([view.active, view.selection]).toEqual([id, { sheet: id, range }]);
  });

  test("an empty sheet has no shape", async () => {
    now = await room.open(book([sheet("空表", [])]));
    const shape = await now.host.shape(await sheetId(now.host, "空表"));
    expect([shape.info.used, shape.merges, shape.hiddenRows, shape.hiddenColumns]).toEqual([null, [], [], []]);
  });

  test("tells merged cells and hidden rows and columns", async () => {
    const rows = Array.from({ length: 400 }, (_, row) => [`r${row}`, row, row, row]);
    const hiddenRows = rows.flatMap((_, row) => (row % 3 === 2 ? [row] : []));
    const merges = [
      { top: 0, left: 0, bottom: 0, right: 2 },
      { top: 1, left: 1, bottom: 2, right: 1 },
      { top: 1, left: 2, bottom: 2, right: 2 },
    ];
    const { host } = await open(book([sheet("名单", rows, { merges, hiddenRows, hiddenColumns: [2] })]));
    const shape = await host.shape(await sheetId(host, "名单"));
    expect(shape.hiddenRows).toEqual(hiddenRows);
    expect(shape.hiddenColumns).toEqual([2]);
    expect([...shape.merges].sort((a, b) => a.top - b.top || a.left - b.left)).toEqual(merges);
  });
});
