/** Rows of one number are told apart: forms on several sheets, enterprises side by side. */
import { claimedKeys, rowKeys, shownNumber, type RowKey } from "../../src/sharing/check/row-keys";

const recorded = (prints: readonly string[], rows: readonly number[]): ReadonlyMap<RowKey, string> =>
  new Map(rowKeys(rows).map((key, at) => [key, prints[at] ?? ""]));

test("A row is known by its number, and by which one of that number it is.", () => {
  expect(rowKeys([4, 2, 2, 5, 2])).toEqual(["4#0", "2#0", "2#1", "5#0", "2#2"]);
});

test("A row of another sheet is shown with its sheet.", () => {
  expect([4, "'乙''公司'!2", "合计", null].map(shownNumber)).toEqual([4, 2, null, null]);
});

test("Of rows of one number a line is the one it equals, whatever order they were sorted in.", () => {
  const shown = [
    { row: 1, print: "丙" },
    { row: 1, print: "甲" },
  ];
  expect(claimedKeys(shown, recorded(["甲", "乙", "丙"], [1, 1, 1]))).toEqual(["1#2", "1#0"]);
});

test("An edited line among rows of one number takes what the others leave.", () => {
  const shown = [
    { row: 1, print: "甲" },
    { row: 1, print: "改" },
    { row: 1, print: "丙" },
  ];
  expect(claimedKeys(shown, recorded(["甲", "乙", "丙"], [1, 1, 1]))).toEqual(["1#0", "1#1", "1#2"]);
});

test("A line more than rows is one too many; a row alone of its number goes to the first line.", () => {
  const shown = [
    { row: 4, print: "改" },
    { row: 4, print: "甲" },
    { row: 9, print: "乙" },
  ];
  expect(claimedKeys(shown, recorded(["甲"], [4]))).toEqual(["4#0", null, null]);
});
