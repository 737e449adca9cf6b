import type { WorkbookEvent } from "../../src/excel/host";
import { eventually } from "../eventually";
import { connected, saved, someoneWrites, troubleOf, type Connected } from "./connected";
import { book, sheet } from "./made-up-book";

let now: Connected | null = null;
afterEach(() => {
  now?.close();
  now = null;
});

async function open(): Promise<Connected> {
  now = await connected(book([sheet("名单", [["企业名称"], ["甲厂"]])]));
  return now;
}

/** Excel tells of changes in a turn of its own: time for what should not be told. */
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 250));

test("keeps JSON in the workbook under its own names, and forgets it again", async () => {
  const { host, book: workbook } = await open();
  expect(await host.readSetting("mapping")).toBeNull();
  await host.saveSetting("mapping", { columns: ["收入", null, 3], asOf: "2026-11-21" });
  expect(await host.readSetting("mapping")).toEqual({ columns: ["收入", null, 3], asOf: "2026-11-21" });
  await host.saveSetting("mapping", [1]);
  expect(await host.readSetting("mapping")).toEqual([1]);
  expect(Object.keys(workbook.settings)).toEqual(["zjtx.mapping"]);
  await host.saveSetting("mapping", null);
  await host.saveSetting("mapping", null);
  expect(Object.keys(workbook.settings)).toEqual([]);
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

test("asks again while a cell is being edited, and says so when it goes on", async () => {
  const { session, host } = await open();
  const real = session._createRequestExecutorOrNull();
  let refusals = 2;
  Object.assign(session, {
    _createRequestExecutorOrNull: () => ({
      executeAsync: (...request: Parameters<typeof real.executeAsync>) =>
        refusals-- > 0
          ? Promise.resolve({
              ErrorCode: "InvalidOperationInCellEditMode",
              ErrorMessage: "Excel is in cell-editing mode.",
              HttpStatusCode: 400,
              Headers: {},
              Body: null,
            })
          : real.executeAsync(...request),
    }),
  });
  expect(await host.readSetting("mapping")).toBeNull();
  refusals = 99;
  expect((await troubleOf(host.readSetting("mapping"))).kind).toBe("editing");
});
