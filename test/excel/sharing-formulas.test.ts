import { loadKnowledge } from "../../src/commands/read-seeds";
import { Connection } from "../../src/excel/connection";
import type { SheetFormulas } from "../../src/excel/sharing-host";
import { findSpills } from "../../src/excel/sharing/find-spills";
import { connected, sheetId, troubleOf, type Connected } from "./connected";
import { book, sheet } from "./made-up-book";
import { isOurs, LIST, MEETS, withFormulas } from "./sharing-book";

const knowledge = loadKnowledge();
let now: Connected | null = null;
afterEach(() => {
  now?.close();
  now = null;
});

async function open(...args: Parameters<typeof connected>): Promise<Connected> {
  now = await connected(...args);
  return now;
}

const placed = (sheets: readonly SheetFormulas[]): unknown[] =>
  sheets.map(({ name, protected: locked, cells }) => [
    name,
    locked,
    cells.map((cell) => [cell.sheet, cell.row, cell.column, cell.formula, cell.value]),
  ]);

test("finds formulas on every sheet, hidden and protected ones too, with what they show", async () => {
  const { host } = await open(
    book([
      withFormulas("名单", LIST, [
        { row: 1, column: 4, formula: "=SUM(C2:C4)" },
        { row: 1, column: 5, formula: '=IF(ZJTX.SUBSIDY(4433,0.2,0.5)>400,"多","少")' },
        { row: 2, column: 5, formula: "=[2]!_xldudf_ZJTX_SUBSIDY(4433,0.2,0.5)" },
      ]),
      sheet("空", []),
      withFormulas("藏", [], [{ row: 3, column: 2, formula: "=ZJTX.SUBSIDY(4433,0.2,0.5)" }], {
        visibility: "hidden",
      }),
      withFormulas("深藏", [["甲"]], [{ row: 0, column: 1, formula: "=ZJTX.SUBSIDY(1000,0.2,0.5)" }], {
        visibility: "very-hidden",
        protected: true,
      }),
    ]),
    knowledge,
  );
  const found = await host.sharing.formulas(isOurs);
  expect(placed(found)).toEqual([
    [
      "名单",
      false,
      [
        ["名单", 1, 5, '=IF(ZJTX.SUBSIDY(4433,0.2,0.5)>400,"多","少")', "多"],
        ["名单", 2, 5, "=[2]!_xldudf_ZJTX_SUBSIDY(4433,0.2,0.5)", { error: "#NAME?" }],
      ],
    ],
    ["空", false, []],
    ["藏", false, [["藏", 3, 2, "=ZJTX.SUBSIDY(4433,0.2,0.5)", 443.3]]],
    ["深藏", true, [["深藏", 0, 1, "=ZJTX.SUBSIDY(1000,0.2,0.5)", 100]]],
  ]);
  expect(found.map(({ cells }) => cells.map(({ locked }) => locked ?? false))).toEqual([
    [false, false],
    [],
    [false],
    [true],
  ]);
  expect(found[0]?.id).toBe(await sheetId(host, "名单"));
});

test("a formula that spills is one formula, with the block it fills; one beside it fills its cell alone", async () => {
  const { host } = await open(
    book([
      withFormulas("名单", LIST, [
        { row: 0, column: 5, formula: MEETS },
        { row: 0, column: 6, formula: "=ZJTX.SUBSIDY(4433,0.2,0.5)" },
        { row: 1, column: 6, formula: MEETS },
      ]),
    ]),
    knowledge,
  );
  const [found] = await host.sharing.formulas(isOurs);
  expect(found?.cells.map(({ row, column, spill }) => ({ row, column, spill }))).toEqual([
    { row: 0, column: 5, spill: { top: 0, left: 5, bottom: 2, right: 5 } },
    { row: 0, column: 6, spill: undefined },
    { row: 1, column: 6, spill: { top: 1, left: 6, bottom: 3, right: 6 } },
  ]);
});

test("an Excel that repeats a formula in the cells it spills into gives no more formulas", async () => {
  const { session } = await open(
    book([
      withFormulas("名单", LIST, [
        { row: 0, column: 5, formula: MEETS },
        { row: 3, column: 5, formula: MEETS },
        { row: 0, column: 6, formula: "=1+1" },
      ]),
    ]),
    knowledge,
  );
  const at = (row: number, column: number, formula: string) => ({ sheet: "名单", row, column, formula });
  const repeated = [0, 1, 2, 3, 4, 5].map((row) => at(row, 5, MEETS));
  const own = await new Connection(session).run({ zh: "", en: "" }, (steps) =>
    findSpills(steps, [...repeated, at(0, 6, "=1+1")]),
  );
  expect(own).toEqual([
    { ...at(0, 5, MEETS), spill: { top: 0, left: 5, bottom: 2, right: 5 } },
    { ...at(3, 5, MEETS), spill: { top: 3, left: 5, bottom: 5, right: 5 } },
    at(0, 6, "=1+1"),
  ]);
});

test("finds 20,000 formulas among other cells in a handful of requests, in order", async () => {
  const rows = Array.from({ length: 4000 }, (_, row) => [
    `企业${row}`,
    row,
    row * 2,
    null,
    null,
    null,
    null,
    null,
    "末",
  ]);
  const formulas = rows.flatMap((_, row) =>
    [3, 4, 5, 6, 7].map((column) => ({
      row,
      column,
      formula: `=ZJTX.TIER_MEETS($A$1:$C$1,A${row + 2}:C${row + 2},"小巨人")`,
      value: true,
    })),
  );
  const { host, session } = await open(book([withFormulas("名单", rows, formulas)]));
  const before = session.traffic.requests;
  const seen: [number, number][] = [];
  const [found] = await host.sharing.formulas(isOurs, { progress: (done, total) => seen.push([done, total]) });
  expect(session.traffic.requests - before).toBeLessThanOrEqual(12);
  expect(found?.cells).toHaveLength(20_000);
  expect(found?.cells.map(({ row, column }) => [row, column])).toEqual(
    formulas.map(({ row, column }) => [row, column]),
  );
  expect(found?.cells.every(({ value }) => value === true)).toBe(true);
  expect(seen.at(-1)).toEqual([20_000, 20_000]);
});

test("scattered formulas are read together", async () => {
  const rows = Array.from({ length: 5000 }, (_, row) => [`企业${row}`]);
  const formulas = rows.flatMap((_, row) =>
    row % 2 === 0 ? [{ row, column: 3 + (row % 4), formula: "=ZJTX.SUBSIDY(4433,0.2,0.5)", value: 443.3 }] : [],
  );
  const { host, session } = await open(book([withFormulas("名单", rows, formulas)]));
  const before = session.traffic.requests;
  const [found] = await host.sharing.formulas(isOurs);
  expect(found?.cells).toHaveLength(2500);
  expect(session.traffic.requests - before).toBeLessThanOrEqual(8);
});

test("can be cancelled", async () => {
  const { host, between } = await open(book([withFormulas("名单", LIST, [{ row: 0, column: 5, formula: MEETS }])]));
  const stop = new AbortController();
  let requests = 0;
  between.act = () => {
    requests += 1;
    if (requests === 3) stop.abort();
  };
  expect((await troubleOf(host.sharing.formulas(isOurs, { signal: stop.signal }))).kind).toBe("cancelled");
  expect(requests).toBe(3);
});
