/** Every way to tamper with a scored workbook that is planted here is found, and named for what it is. */
import type { Grid } from "../../src/words/grid";
import { draftEdition } from "../../src/policy/editions";
import {
  asGrid,
  check,
  readingOf,
  resultsOf,
  ruleSets,
  sampleInput,
  scoredBook,
  withCell,
  type ScoredBook,
} from "./scored-book";

type Tampering = (book: ScoredBook) => ScoredBook;

const need = (grid: Grid | null): Grid => {
  if (!grid) throw new Error("the book lacks a sheet");
  return grid;
};
const columnOf = (grid: Grid, heading: RegExp): number => {
  for (const row of grid.rows) {
    const found = row.findIndex((cell) => typeof cell === "string" && heading.test(cell));
    if (found >= 0) return found;
  }
  throw new Error(`no heading ${heading}`);
};
const rowStarting = (grid: Grid, first: string | number): number => grid.rows.findIndex(([cell]) => cell === first);
const withoutRow = (grid: Grid, row: number): Grid => ({
  ...grid,
  rows: grid.rows.filter((_, index) => index !== row),
});
const edited = (grid: Grid, find: RegExp, change: (text: string) => string): Grid => ({
  ...grid,
  rows: grid.rows.map((row) => row.map((cell) => (typeof cell === "string" && find.test(cell) ? change(cell) : cell))),
});

/** What is done to the book, the kinds that must be found, and the rows named by the first of them. */
const PLANTED: readonly (readonly [string, Tampering, readonly string[], readonly number[]])[] = [
  ["nothing", (book) => book, [], []],
  [
    "a figure of the input changed",
    ({ input, ...rest }) => ({ ...rest, input: withCell(input, 3, columnOf(input, /研发费用/), 1) }),
    ["inputs-changed"],
    [4],
  ],
  [
    "a figure of the input cleared",
    ({ input, ...rest }) => ({ ...rest, input: withCell(input, 2, columnOf(input, /营业收入/), null) }),
    ["inputs-changed"],
    [3],
  ],
  [
    "an enterprise renamed",
    ({ input, ...rest }) => ({ ...rest, input: withCell(input, 1, columnOf(input, /企业名称/), "别的企业") }),
    ["inputs-changed"],
    [2],
  ],
  [
    "two enterprises swapped",
    ({ input, ...rest }) => {
      const rows = [...input.rows];
      const [a, b] = [rows[1], rows[2]];
      if (!a || !b) throw new Error("too few rows");
      rows[1] = b;
      rows[2] = a;
      return { ...rest, input: { ...input, rows } };
    },
    ["rows-moved"],
    [2, 3],
  ],
  [
    "an enterprise added",
    ({ input, ...rest }) => {
      const extra = withCell(input, 1, columnOf(input, /企业名称/), "新企业").rows[1] ?? [];
      return { ...rest, input: { ...input, rows: [...input.rows, extra] } };
    },
    ["rows-added"],
    [10],
  ],
  [
    "the last enterprise removed",
    ({ input, ...rest }) => ({ ...rest, input: withoutRow(input, 8) }),
    ["rows-removed"],
    [9],
  ],
  [
    "a heading changed to another year",
    ({ input, ...rest }) => ({ ...rest, input: edited(input, /2025年?.*研发费用|研发费用.*2025/, () => "备注") }),
    ["columns-changed"],
    [],
  ],
  [
    "a verdict of the results edited",
    ({ results, ...rest }) => {
      const grid = need(results);
      return {
        ...rest,
        results: withCell(grid, rowStarting(grid, 5), columnOf(grid, /^专精特新中小企业$/), "✓ 达到了"),
      };
    },
    ["results-edited"],
    [5],
  ],
  [
    "a name in the results edited",
    ({ results, ...rest }) => {
      const grid = need(results);
      return { ...rest, results: withCell(grid, rowStarting(grid, 2), 1, "别的名字") };
    },
    ["results-edited"],
    [2],
  ],
  [
    "a row of the results removed",
    ({ results, ...rest }) => ({ ...rest, results: withoutRow(need(results), rowStarting(need(results), 6)) }),
    ["results-removed"],
    [6],
  ],
  [
    "a row of the results added",
    ({ results, ...rest }) => {
      const grid = need(results);
      return { ...rest, results: { ...grid, rows: [...grid.rows, [99, "多出来的企业"]] } };
    },
    ["results-added"],
    [99],
  ],
  ["the results removed", (book) => ({ ...book, results: null }), ["results-missing"], []],
  ["the provenance removed", (book) => ({ ...book, provenance: null }), ["no-provenance"], []],
  [
    "the provenance's facts cut",
    ({ provenance, ...rest }) => ({
      ...rest,
      provenance: edited(need(provenance), /^zjtx /, (text) => text.slice(0, 40)),
    }),
    ["provenance-broken"],
    [],
  ],
  [
    "a fingerprint of the provenance edited",
    ({ provenance, ...rest }) => {
      const grid = need(provenance);
      return { ...rest, provenance: withCell(grid, rowStarting(grid, 3), 1, "0000000000000000") };
    },
    ["provenance-edited"],
    [],
  ],
  [
    "the as-of day of the provenance edited",
    ({ provenance, ...rest }) => ({
      ...rest,
      provenance: edited(need(provenance), /^zjtx /, (text) => text.replace("2026-11-21", "2026-11-20")),
    }),
    ["provenance-edited"],
    [],
  ],
  [
    "a provenance line removed",
    ({ provenance, ...rest }) => ({
      ...rest,
      provenance: withoutRow(need(provenance), rowStarting(need(provenance), 4)),
    }),
    ["provenance-edited", "results-added"],
    [],
  ],
  [
    "a form of a later version",
    ({ provenance, ...rest }) => ({
      ...rest,
      provenance: edited(need(provenance), /^zjtx /, (text) => text.replace('"format":1', '"format":2')),
    }),
    ["newer-form"],
    [],
  ],
  [
    "input and result both edited",
    ({ input, results, ...rest }) => ({
      ...rest,
      input: withCell(input, 3, columnOf(input, /研发费用/), 1),
      results: withCell(need(results), rowStarting(need(results), 4), 4, "制造业单项冠军"),
    }),
    ["inputs-changed", "results-edited"],
    [4],
  ],
];

test.each(PLANTED)("%s", async (_, tamper, kinds, rows) => {
  const findings = check(tamper(await scoredBook()));
  expect(findings.map(({ kind }) => kind)).toEqual(kinds);
  expect(findings[0]?.rows ?? []).toEqual(rows);
});

test("rows whose input changed are named with the sheet they stand on", async () => {
  const book = await scoredBook();
  const [finding] = check({ ...book, input: withCell(book.input, 3, columnOf(book.input, /研发费用/), 1) });
  expect(finding).toMatchObject({ kind: "inputs-changed", rows: [4], rowsOn: book.input.sheet });
});

test("an edited result is shown with what scoring gives", async () => {
  const book = await scoredBook();
  const grid = need(book.results);
  const column = columnOf(grid, /^专精特新中小企业$/);
  const row = rowStarting(grid, 5);
  const right = grid.rows[row]?.[column];
  const [finding] = check({ ...book, results: withCell(grid, row, column, "✓ 达到了") });
  expect(finding?.details).toEqual([
    {
      cell: { sheet: grid.sheet, row, column },
      row: 5,
      heading: "专精特新中小企业",
      shown: "✓ 达到了",
      expected: right,
    },
  ]);
});

test("results of an older version are said to be so, and are no fault by themselves", async () => {
  const findings = check(await scoredBook(), { version: "9.9.9" });
  expect(findings.map(({ kind, weight }) => [kind, weight])).toEqual([["older-version", "info"]]);
});

test("another edition in force is named, with the rows whose results it changes", async () => {
  const book = await scoredBook();
  const other = ruleSets().map((one) => (one.tier === "specialized" ? { ...one, edition: "2030-01-01" } : one));
  const reading = readingOf(await sampleInput());
  const fresh = resultsOf(reading, { asOf: "2026-03-01", purpose: "new", assumeGeneral: true, plans: 1 });
  const findings = check(book, { ruleSets: other, fresh });
  expect(findings.map(({ kind }) => kind)).toEqual(["rules-changed", "results-differ"]);
  expect(findings[0]?.message.zh).toContain("2030-01-01");
  expect(asGrid(fresh).rows.length).toBeGreaterThan(8);
});

test("results of a draft are called so, and are no change of the rules", async () => {
  const drafted = ruleSets().map((one) =>
    one.tier === "specialized" ? { ...one, edition: draftEdition(one.edition, "38002680") } : one,
  );
  const findings = check(await scoredBook(drafted));
  expect(findings.map(({ kind, weight }) => [kind, weight])).toEqual([["judged-by-draft", "info"]]);
  expect(findings[0]?.message.zh).toContain("专精特新中小企业 2026-04-01 草案 38002680");
});

test("messages name rows in both languages without codes", async () => {
  const book = await scoredBook();
  const input = withCell(book.input, 3, columnOf(book.input, /研发费用/), 1);
  expect(check({ ...book, input })[0]?.message).toEqual({
    zh: "第4行的输入数据在评分之后改过。请重新评分。",
    en: "The input of row 4 changed after scoring. Please score again.",
  });
});
