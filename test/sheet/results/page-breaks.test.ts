import { pageBreaks } from "../../../src/sheet/results/page-breaks";
import type { PageRow, PageSheet } from "../../../src/sheet/results/page-sheet";

const text: PageRow = { role: "text", cells: ["一行"], spans: [12] };
const heading: PageRow = { role: "heading", cells: ["一、概况"], spans: [12] };

function page(rows: readonly PageRow[], more: Partial<PageSheet> = {}): PageSheet {
  return { name: "评分_方案", columns: 12, rows, breaks: [0], charts: [], ...more };
}
const lines = (count: number): PageRow[] => Array.from({ length: count }, () => text);
const high = (rows: readonly PageRow[], points = 25): number[] => rows.map(() => points);

function chartAt(first: number, last: number): PageSheet["charts"][number] {
  return { kind: "radar", title: "", rows: [0, 1], categories: 0, series: [], place: [first, last] };
}

test("a plan begins a page, the first one of itself", () => {
  const rows = lines(20);
  expect(pageBreaks(page(rows, { breaks: [0, 8, 15] }), high(rows))).toEqual([8, 15]);
});

test("a heading goes to the next page with the rows that follow it", () => {
  const rows = [...lines(24), heading, ...lines(5)];
  expect(pageBreaks(page(rows), high(rows))).toEqual([24]);
});

test.each([
  // 637 points hold 25 rows; where the page is shrunk to 80 %, 31 rows.
  [12, []],
  [18, [18]],
  [22, [22]],
  // Cut off at 28 and at 31 rows, though not at 25.
  [26, [26]],
  [30, [30]],
])("a chart of ten rows at row %d is cut by no page's end, also where more rows fit", (first, expected) => {
  const rows = lines(40);
  expect(pageBreaks(page(rows, { charts: [chartAt(first, first + 9)] }), high(rows))).toEqual(expected);
});

test("no more breaks than Excel keeps: then only plans begin a page", () => {
  const rows = Array.from({ length: 600 }, () => [...lines(24), heading, ...lines(5)]).flat();
  const breaks = Array.from({ length: 600 }, (_, plan) => plan * 30);
  expect(pageBreaks(page(rows, { breaks }), high(rows))).toEqual(breaks.slice(1));
  const many = Array.from({ length: 2000 }, (_, plan) => plan * 3);
  expect(pageBreaks(page(lines(6000), { breaks: many }), high(lines(6000)))).toEqual(many.slice(1, 1027));
});
