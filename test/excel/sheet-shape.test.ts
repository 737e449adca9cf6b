import { connected, sheetId, type Connected } from "./connected";
import { book, sheet } from "./made-up-book";

let now: Connected | null = null;
afterEach(() => {
  now?.close();
  now = null;
});

test("tells the sheets, which is in view and what they hold", async () => {
  now = await connected(
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
  now = await connected(book([sheet("名单", [["a"]]), sheet("别的", [["b"]])]));
  const id = await sheetId(now.host, "别的");
  const range = { top: 2, left: 1, bottom: 5, right: 3 };
  await now.host.show(id, range);
  const view = await now.host.look();
  expect([view.active, view.selection]).toEqual([id, { sheet: id, range }]);
});

test("tells merged cells and hidden rows and columns, in a fixed number of requests", async () => {
  const rows = Array.from({ length: 400 }, (_, row) => [`r${row}`, row, row, row]);
  const hiddenRows = rows.flatMap((_, row) => (row % 3 === 2 ? [row] : []));
  const merges = [
    { top: 0, left: 0, bottom: 0, right: 2 },
    { top: 1, left: 1, bottom: 2, right: 1 },
  ];
  now = await connected(book([sheet("名单", rows, { merges, hiddenRows, hiddenColumns: [2] })]));
  const id = await sheetId(now.host, "名单");
  const before = now.session.traffic.requests;
  const shape = await now.host.shape(id);
  expect(shape.hiddenRows).toEqual(hiddenRows);
  expect(shape.hiddenColumns).toEqual([2]);
  expect([...shape.merges].sort((a, b) => a.top - b.top)).toEqual(merges);
  expect(now.session.traffic.requests - before).toBeLessThanOrEqual(8);
});

test("an empty sheet has no shape", async () => {
  now = await connected(book([sheet("空表", [])]));
  const shape = await now.host.shape(await sheetId(now.host, "空表"));
  expect([shape.info.used, shape.merges, shape.hiddenRows, shape.hiddenColumns]).toEqual([null, [], [], []]);
});
