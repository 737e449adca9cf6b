/** What a check found as lines: every row and every cell can be found, and no finding is lost. */
import { findingLines } from "../../../../src/pane/views/sharing/finding-lines";
import { finding } from "../../../../src/sharing/check/findings";

const cell = {
  cell: { sheet: "评分_结果", row: 42, column: 3 },
  row: 40,
  heading: "层级",
  shown: "甲",
  expected: "乙",
};

test("a row leads to its place on the list, a cell to itself, and a finding without any stays", () => {
  const found = [
    finding("inputs-changed", { rows: [17, 23], rowsOn: "企业名单" }),
    finding("results-edited", { rows: [40, 41], details: [cell] }),
    finding("rows-removed", { rows: [9] }),
    finding("no-provenance"),
  ];
  const lines = findingLines(found);
  expect(lines.map(({ finding: { kind }, row, place }) => [kind, row, place])).toEqual([
    ["inputs-changed", 17, { sheet: "企业名单", row: 16, column: 0 }],
    ["inputs-changed", 23, { sheet: "企业名单", row: 22, column: 0 }],
    ["results-edited", 40, cell.cell],
    ["results-edited", 41, null],
    ["rows-removed", 9, null],
    ["no-provenance", null, null],
  ]);
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
});
