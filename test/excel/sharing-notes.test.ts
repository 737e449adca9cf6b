import { strFromU8, unzipSync } from "fflate";
import type { BookNote } from "../../src/xlsx/book-file";
import { openFile } from "../../src/workbench/xlsx/open-file";
import { saveXlsx } from "../../src/workbench/xlsx/save-xlsx";
import { connected, saved, troubleOf, type Connected } from "./connected";
import { book, sheet } from "./made-up-book";

let now: Connected | null = null;
afterEach(() => {
  now?.close();
  now = null;
});

const OLD: BookNote = { row: 0, column: 0, author: "张三", text: "原来的注释" };

async function open(): Promise<Connected> {
  now = await connected(book([sheet("名单", [["甲", 1]], { notes: [OLD] }), sheet("第二张", [["乙"]])]));
  return now;
}

const notes = (connection: Connected): unknown[] => saved(connection).sheets.map((one) => one.notes ?? []);

test("where one can't be written, all notes are as they were", async () => {
  const connection = await open();
  const { between, book: workbook } = connection;
  workbook.sheetNamed("第二张")?.extras.set("protected", true);
  let most = 0;
  between.act = () => {
    most = Math.max(most, workbook.active.extras.get("notes").length);
  };
  const many = Array.from({ length: 600 }, (_, row) => ({ sheet: "名单", row, column: 0, text: "新" }));
  const adding = connection.host.sharing.addNotes([...many, { sheet: "第二张", row: 0, column: 0, text: "新" }]);
  expect((await troubleOf(adding)).kind).toBe("protected");
  expect(most).toBeGreaterThan(1);
  expect(notes(connection)).toEqual([[OLD], []]);
});

test("1,500 notes take a handful of requests", async () => {
  const connection = await open();
  const many = Array.from({ length: 1500 }, (_, row) => ({ sheet: "名单", row, column: 3, text: `第${row}行` }));
  const before = connection.session.traffic.requests;
  await connection.host.sharing.addNotes(many);
  expect(connection.session.traffic.requests - before).toBeLessThanOrEqual(6);
  expect(saved(connection).sheets[0]?.notes).toHaveLength(1501);
});

test("a client without notes is told from one with them, and nothing is written", async () => {
  const connection = await open();
  const { prototype } = connection.Excel.Worksheet;
  const property = Object.getOwnPropertyDescriptor(prototype, "notes");
  Reflect.deleteProperty(prototype, "notes");
  try {
    expect(await connection.host.sharing.addNotes([{ sheet: "名单", row: 0, column: 0, text: "新" }])).toBe(false);
  } finally {
    if (property) Object.defineProperty(prototype, "notes", property);
  }
  expect(notes(connection)).toEqual([[OLD], []]);
});

test("notes can be listed, found, read and deleted", async () => {
  const { Excel, session } = await open();
  const told = await Excel.run({ session }, async (context) => {
    const sheetNotes = context.workbook.worksheets.getItem("名单").notes;
    sheetNotes.add("B1", "第二条");
    sheetNotes.add(context.workbook.worksheets.getItem("名单").getRange("C3"), "第三条");
    sheetNotes.load("items/content,items/authorName");
    const none = sheetNotes.getItemOrNullObject("Z9");
    none.load("content");
    const place = sheetNotes.getItem("C3").getLocation();
    place.load("address");
    const count = sheetNotes.getCount();
    await context.sync();
    const [first] = sheetNotes.items;
    const list = sheetNotes.items.map(({ content, authorName }) => [content, authorName]);
    first?.delete();
    await context.sync();
    return { list, none: none.isNullObject, place: place.address, count: count.value };
  });
  expect(told).toEqual({
    list: [
      ["原来的注释", "张三"],
      ["第二条", ""],
      ["第三条", ""],
    ],
    none: true,
    place: "名单!C3",
    count: 3,
  });
  expect(now && saved(now).sheets[0]?.notes?.map(({ text }) => text)).toEqual(["第二条", "第三条"]);
});

test("notes move with their cells, go with copies of their sheet, and come back with a failed batch", async () => {
  const connection = await open();
  const { Excel, session, host } = connection;
  await Excel.run({ session }, async (context) => {
    context.workbook.worksheets.getItem("名单").getRange("1:2").insert("Down");
    await context.sync();
  });
  await host.sharing.copySheets([{ sheet: "名单", name: "副本" }]);
  const moved = { ...OLD, row: 2 };
  expect(notes(connection)).toEqual([[moved], [], [moved]]);
  const failing = Excel.run({ session }, async (context) => {
    context.workbook.worksheets.getItem("名单").notes.getItem("A3").delete();
    context.workbook.worksheets.getItem("没有").delete();
    await context.sync();
  });
  await expect(failing).rejects.toMatchObject({ code: "ItemNotFound" });
  expect(notes(connection)).toEqual([[moved], [], [moved]]);
});

test("notes are kept in the file as Excel keeps them, and read again", async () => {
  const all: BookNote[] = [OLD, { row: 9, column: 30, author: "", text: "两行\n<文字> & _x0041_" }];
  const file = book([sheet("空", []), sheet("名单", [["甲"]], { notes: all })]);
  const bytes = saveXlsx(file);
  const parts = unzipSync(bytes);
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  expect(part("xl/comments1.xml")).toContain(`<comment ref="AE10" authorId="1">`);
  expect(part("xl/worksheets/sheet2.xml")).toMatch(/<legacyDrawing r:id="rId2"\/>/);
  expect(part("xl/worksheets/_rels/sheet2.xml.rels")).toContain("../drawings/vmlDrawing1.vml");
  expect(part("[Content_Types].xml")).toContain(`<Default Extension="vml"`);
  expect(part("[Content_Types].xml")).not.toContain(`PartName="/xl/drawings/vmlDrawing1.vml"`);
  const opened = await openFile("x.xlsx", bytes);
  expect(opened.lost).toEqual([]);
  expect(opened.book.sheets.map((one) => one.notes)).toEqual([undefined, all]);
});
