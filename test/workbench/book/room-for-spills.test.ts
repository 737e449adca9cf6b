import { createHeadlessUniver } from "../../../src/workbench/book/headless-univer";
import { bookFromFile } from "../../../src/workbench/book/load-book";
import { emptySheet } from "../../../src/workbench/xlsx/open-file";

const univerAPI = createHeadlessUniver();

afterAll(() => {
  univerAPI.dispose();
});

/** A small sheet, and a large one full of numbers: row times 1,000 plus column. */
function open() {
  const cells = Array.from({ length: 230 }, (_, row) =>
    Array.from({ length: 35 }, (__, column) => ({ value: row * 1000 + column })),
  );
  const sheets = [emptySheet("表"), { ...emptySheet("数"), cells }];
  return bookFromFile(univerAPI, { sheets, active: 0, names: [], styles: [], settings: {} });
}

test.each([
  ["down", "=数!A1:A230", 229, 0],
  ["to the right", "=数!A1:AI1", 0, 34],
  ["both ways", "=数!A1:AI230", 229, 34],
])("a formula whose values go %s beyond the sheet's edge gets the room", async (_where, formula, down, across) => {
  const book = open();
  book.active.write(4, 3, [[{ f: formula }]]);
  await book.link.calculation.settle();
  expect(book.active.cell(4, 3)).toBe(0);
  expect(book.active.cell(4 + down, 3 + across)).toBe(down * 1000 + across);
});

test("a value in the way still stops it, room or not", async () => {
  const book = open();
  book.active.write(210, 0, [[{ v: "在这里", t: 1 }]]);
  book.active.write(0, 0, [[{ f: "=数!A1:A230" }]]);
  await book.link.calculation.settle();
  expect(book.active.cell(0, 0)).toEqual({ error: "#SPILL!" });
  expect(book.active.cell(210, 0)).toBe("在这里");
});

test("what Excel itself has no room for is #SPILL!", async () => {
  const book = open();
  book.active.write(0, 16_380, [[{ f: "=数!A1:I1" }]]);
  await book.link.calculation.settle();
  expect(book.active.cell(0, 16_380)).toEqual({ error: "#SPILL!" });
});
