import { connected, saved, troubleOf, type Connected } from "./connected";
import { book, sheet } from "./made-up-book";
import { withFormulas } from "./sharing-book";

let now: Connected | null = null;
afterEach(() => {
  now?.close();
  now = null;
});

async function open(): Promise<Connected> {
  now = await connected(
    book([
      withFormulas("名单", [["甲", 1]], [{ row: 0, column: 2, formula: "=B1+1" }], {
        merges: [{ top: 2, left: 0, bottom: 2, right: 3 }],
      }),
      sheet("藏", [["乙"]], { visibility: "hidden" }),
      sheet("深藏", [["丙"]], { visibility: "very-hidden" }),
    ]),
  );
  return now;
}

const tabs = (connection: Connected): unknown[] =>
  saved(connection).sheets.map(({ name, visibility }) => [name, visibility]);
const BEFORE = [
  ["名单", "visible"],
  ["藏", "hidden"],
  ["深藏", "very-hidden"],
];

test("copies sheets to the end, each as hidden as it is, under safe names of their own", async () => {
  const connection = await open();
  const { host, book: workbook } = connection;
  const copies = await host.sharing.copySheets([
    { sheet: "名单", name: "名单" },
    { sheet: "藏", name: "藏/数值" },
    { sheet: "深藏", name: "深藏（数值）" },
  ]);
  expect(copies.map(({ from, name }) => [workbook.sheet(from)?.name, name])).toEqual([
    ["名单", "名单 (2)"],
    ["藏", "藏_数值"],
    ["深藏", "深藏（数值）"],
  ]);
  expect(copies.map(({ id }) => workbook.sheet(id)?.name)).toEqual(copies.map(({ name }) => name));
  expect(tabs(connection)).toEqual([
    ...BEFORE,
    ["名单 (2)", "visible"],
    ["藏_数值", "hidden"],
    ["深藏（数值）", "very-hidden"],
  ]);
  await workbook.link.calculation.settle();
  const copy = saved(connection).sheets[3];
  expect(copy?.cells[0]?.map((one) => one?.formula ?? one?.value)).toEqual(["甲", 1, "=B1+1"]);
  expect(copy?.merges).toEqual([{ top: 2, left: 0, bottom: 2, right: 3 }]);
});

test("where one can't be copied, there is no copy", async () => {
  const connection = await open();
  const copying = connection.host.sharing.copySheets([
    { sheet: "名单", name: "甲" },
    { sheet: "没有", name: "乙" },
  ]);
  expect((await troubleOf(copying)).kind).toBe("sheet-gone");
  expect(tabs(connection)).toEqual(BEFORE);
});

test("a workbook whose structure is protected says how to unprotect it", async () => {
  const connection = await open();
  connection.book.protectStructure(true);
  const { kind, text } = await troubleOf(connection.host.sharing.copySheets([{ sheet: "名单", name: "甲" }]));
  expect([kind, text.zh]).toEqual(["protected", expect.stringContaining("保护工作簿")]);
});

test("removes sheets, very hidden ones too; one that is gone is no trouble", async () => {
  const connection = await open();
  await connection.host.sharing.removeSheets(["深藏", "没有", "藏"]);
  expect(tabs(connection)).toEqual([["名单", "visible"]]);
});
