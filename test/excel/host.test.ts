import { connected, troubleOf, type Connected } from "./connected";
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
