import { connected, sheetId, type Connected } from "./connected";
import { book, sheet } from "./made-up-book";

let now: Connected | null = null;
afterEach(() => {
  now?.close();
  now = null;
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
