import * as fc from "fast-check";
import { address, cellText, columnIndex, columnLetters, isBlank } from "../../src/words/grid";

test.each([
  [0, 0, "A1"],
  [9, 25, "Z10"],
  [0, 26, "AA1"],
  [0, 701, "ZZ1"],
  [1_048_575, 16_383, "XFD1048576"],
])("Row %i, column %i is %s.", (row, column, expected) => {
  expect(address(row, column)).toBe(expected);
});

test("Column letters read back as the column.", () => {
  fc.assert(fc.property(fc.nat(16_383), (column) => expect(columnIndex(columnLetters(column))).toBe(column)));
});

test("Only what nobody can see is blank.", () => {
  expect([null, undefined, "", " ", "　", "\n"].every(isBlank)).toBe(true);
  expect([0, false, "0", "-", { error: "#N/A" }].some(isBlank)).toBe(false);
});

test("A cell's text is what a person reads.", () => {
  expect([null, " a ", 0.5, true, { error: "#N/A" }].map(cellText)).toEqual(["", "a", "0.5", "TRUE", "#N/A"]);
});
