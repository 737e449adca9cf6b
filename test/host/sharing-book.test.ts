import type { BookNote } from "../../src/xlsx/book-file";
import type { BookFile } from "../../src/xlsx/book-file";
import { saved, troubleOf, type Connected } from "../excel/connected";
import { book, sheet } from "../excel/made-up-book";
import { LIST, withFormulas } from "../excel/sharing-book";
import { ROOMS } from "./rooms";

const SHEETS = book([
  withFormulas("名单", [["甲", 1]], [{ row: 0, column: 2, formula: "=B1+1" }], {
    merges: [{ top: 2, left: 0, bottom: 2, right: 3 }],
  }),
  sheet("藏", [["乙"]], { visibility: "hidden" }),
  sheet("深藏", [["丙"]], { visibility: "very-hidden" }),
]);

const tabs = (connection: Connected): unknown[] =>
  saved(connection).sheets.map(({ name, visibility }) => [name, visibility]);
const BEFORE = [
  ["名单", "visible"],
  ["藏", "hidden"],
  ["深藏", "very-hidden"],
];

const OLD: BookNote = { row: 0, column: 0, author: "张三", text: "原来的注释" };

const NOTED = book([sheet("名单", [["甲", 1]], { notes: [OLD] }), sheet("第二张", [["乙"]])]);
const notes = (connection: Connected): unknown[] => saved(connection).sheets.map((one) => one.notes ?? []);

describe.each(ROOMS)("in $name", (room) => {
  let now: Connected | null = null;
  afterEach(() => {
    now?.close();
    now = null;
  });

  async function open(file: BookFile): Promise<Connected> {
    now = await room.open(file);
    return now;
  }

  test("copies sheets to the end, each as hidden as it is, under safe names of their own", async () => {
    const connection = await open(SHEETS);
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
    const connection = await open(SHEETS);
    const copying = connection.host.sharing.copySheets([
      { sheet: "名单", name: "甲" },
      { sheet: "没有", name: "乙" },
    ]);
    expect((await troubleOf(copying)).kind).toBe("sheet-gone");
    expect(tabs(connection)).toEqual(BEFORE);
  });

  test("a workbook whose structure is protected says how to unprotect it", async () => {
    const connection = await open(SHEETS);
    connection.book.protectStructure(true);
    const { kind, text } = await troubleOf(connection.host.sharing.copySheets([{ sheet: "名单", name: "甲" }]));
    expect([kind, text.zh]).toEqual(["protected", expect.stringContaining("保护工作簿")]);
  });

  test("removes sheets, very hidden ones too; one that is gone is no trouble", async () => {
    const connection = await open(SHEETS);
    await connection.host.sharing.removeSheets(["深藏", "没有", "藏"]);
    expect(tabs(connection)).toEqual([["名单", "visible"]]);
  });

  test("tells names of the workbook, of its sheets, and of tables", async () => {
    const table = {
      name: "结果",
      range: { top: 0, left: 0, bottom: 3, right: 2 },
      style: "",
      headers: true,
      totals: false,
      filterButton: true,
      bandedRows: true,
    };
    const name = { comment: "", visible: true };
    const { host } = await open(
      book([sheet("名单", LIST, { tables: [table] }), sheet("第二张", [["甲"]])], {
        names: [
          { ...name, name: "研发", formula: "='名单'!$A$1", sheet: null },
          { ...name, name: "SUBSIDY", formula: "=0.2", sheet: 1 },
          { ...name, name: "藏", formula: "=1", visible: false, sheet: null },
        ],
      }),
    );
    const { names, tables } = await host.sharing.names();
    expect(tables).toEqual(["结果"]);
    expect(names).toEqual([
      { name: "研发", formula: "='名单'!$A$1", sheet: null },
      { name: "藏", formula: "=1", sheet: null },
      { name: "SUBSIDY", formula: "=0.2", sheet: "第二张" },
    ]);
  });

  test("a name that is there gets the new formula; where one name is refused, all stay as they were", async () => {
    const { host } = await open(book([sheet("名单", LIST)]));
    await host.sharing.setNames([{ name: "甲", formula: "=1" }], []);
    await host.sharing.setNames([{ name: "甲", formula: "=2" }], []);
    expect((await host.sharing.names()).names).toEqual([{ name: "甲", formula: "=2", sheet: null }]);
    const bad = host.sharing.setNames(
      [
        { name: "甲", formula: "=3" },
        { name: "乙", formula: "=4" },
        { name: "A1", formula: "=5" },
      ],
      [],
    );
    expect((await troubleOf(bad)).kind).toBe("unexpected");
    expect((await host.sharing.names()).names).toEqual([{ name: "甲", formula: "=2", sheet: null }]);
  });

  test("writes notes on several sheets, in place of its own and of nobody else's", async () => {
    const connection = await open(NOTED);
    await connection.host.sharing.addNotes([{ sheet: "名单", row: 1, column: 0, text: "上一次" }]);
    const wrote = await connection.host.sharing.addNotes([
      { sheet: "名单", row: 0, column: 0, text: "盖不掉别人的" },
      { sheet: "名单", row: 1, column: 0, text: "原公式\n=ZJTX.TIER(A1:B1,A2:B2)" },
      { sheet: "名单", row: 4, column: 27, text: "第一遍" },
      { sheet: "名单", row: 4, column: 27, text: "第二遍" },
      { sheet: "第二张", row: 0, column: 0, text: "=1+1" },
    ]);
    expect(wrote).toBe(true);
    expect(notes(connection)).toEqual([
      [
        OLD,
        { row: 1, column: 0, author: "", text: "ZJTX: 原公式\n=ZJTX.TIER(A1:B1,A2:B2)" },
        { row: 4, column: 27, author: "", text: "ZJTX: 第二遍" },
      ],
      [{ row: 0, column: 0, author: "", text: "ZJTX: =1+1" }],
    ]);
  });

  test("takes its own notes away, and nobody else's", async () => {
    const connection = await open(NOTED);
    await connection.host.sharing.addNotes([{ sheet: "名单", row: 1, column: 0, text: "新" }]);
    await connection.host.sharing.addNotes([0, 1, 2].map((row) => ({ sheet: "名单", row, column: 0, text: null })));
    expect(notes(connection)).toEqual([[OLD], []]);
  });
});
