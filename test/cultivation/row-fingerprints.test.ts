import { RowFingerprints } from "../../src/cultivation/row-fingerprints";
import type { Cell, Grid } from "../../src/words/grid";
import { contextOf, gridOf, LITTLE_GIANT, sampleGrid } from "./made-up-sheet";

const ROWS = ["甲厂", "乙厂", "丙厂"].map((name, at) => ({ ...LITTLE_GIANT, name, revenue: 12000 + at }));
const grid: Grid = {
  ...gridOf(ROWS),
  rows: gridOf(ROWS).rows.map((row, at) => [...row, at === 0 ? "备注" : "旧备注"]),
};
const prints = new RowFingerprints(contextOf(grid).reading);
const column = (heading: string): number => grid.rows[0]?.findIndex((cell) => cell === heading) ?? -1;

function row(sheetRow: number, edits: Readonly<Record<string, Cell>> = {}): Cell[] {
  const cells = [...(grid.rows[sheetRow - 1] ?? [])];
  for (const [heading, cell] of Object.entries(edits)) cells[column(heading)] = cell;
  return cells;
}

const REVENUE = "2025年营业收入（万元）";

describe("A row looked at after scoring", () => {
  test("is the same in its place", () => {
    expect(prints.look(3, row(3))).toEqual({ kind: "same", row: 1 });
  });

  test("is moved where its cells stand in another row, and its results still hold", () => {
    expect(prints.look(9, row(3))).toEqual({ kind: "moved", row: 1, from: 3 });
    expect(prints.look(2, row(4))).toEqual({ kind: "moved", row: 2, from: 4 });
  });

  test.each<[string, Cell]>([
    ["another number", 12],
    ["the number as text", "12001"],
    ["nothing", null],
    ["an error", { error: "#N/A" }],
  ])("is edited where a cell that was read holds %s", (_, cell) => {
    expect(prints.look(3, row(3, { [REVENUE]: cell }))).toEqual({ kind: "edited", row: 1, from: 3 });
  });

  test("is edited, not another enterprise, where it was moved and edited", () => {
    expect(prints.look(40, row(3, { [REVENUE]: 1 }))).toEqual({ kind: "edited", row: 1, from: 3 });
  });

  test("is new where no such enterprise was scored", () => {
    expect(prints.look(3, row(3, { 企业名称: "丁厂" }))).toEqual({ kind: "new" });
  });

  test("is edited by its place where its name is taken out", () => {
    expect(prints.look(3, row(3, { 企业名称: null }))).toEqual({ kind: "edited", row: 1, from: 3 });
  });

  test("is the same where a remark beside the data changes, or an empty text stands for a blank", () => {
    expect(prints.look(3, row(3, { 备注: "新备注" }))).toEqual({ kind: "same", row: 1 });
  });

  test("tells cells apart that read alike when run together", () => {
    const two = gridOf([{ name: "甲t", chain: "乙", ip_class1: 1 }]);
    const one = new RowFingerprints(contextOf(two).reading);
    const texts: Readonly<Record<string, string>> = { 甲t: "甲", 乙: "t乙" };
    const cells = two.rows[1]?.map((cell) => (typeof cell === "string" ? (texts[cell] ?? cell) : cell)) ?? [];
    expect(cells).toEqual(expect.arrayContaining(["甲", "t乙"]));
    expect(one.look(2, cells).kind).toBe("new");
  });
});

describe("A whole sheet looked at after scoring", () => {
  const rowsOf = (...numbers: readonly number[]): Grid => ({
    ...grid,
    rows: [row(1), ...numbers.map((number) => row(number))],
  });

  test("is current as it was, and also sorted another way", () => {
    expect(prints.compare(grid)).toMatchObject({ current: true, same: 3, moved: 0 });
    expect(prints.compare(rowsOf(4, 3, 2))).toMatchObject({ current: true, same: 1, moved: 2 });
  });

  test("names the rows edited, added and gone", () => {
    const edited: Grid = { ...grid, rows: [row(1), row(2, { [REVENUE]: 1 }), row(3), row(3, { 企业名称: "丁厂" })] };
    expect(prints.compare(edited)).toEqual({
      headingsSame: true,
      same: 1,
      moved: 0,
      edited: [2],
      added: [4],
      gone: [4],
      current: false,
    });
  });

  test("is stale as a whole where a heading changed: the same number may now be another unit", () => {
    const renamed: Grid = { ...grid, rows: [row(1, { [REVENUE]: "2025年营业收入（元）" }), ...grid.rows.slice(1)] };
    expect(prints.compare(renamed)).toMatchObject({ headingsSame: false, current: false, edited: [] });
  });

  test("is current where rows are alike word for word", () => {
    const twins = gridOf([LITTLE_GIANT, LITTLE_GIANT].map((one) => ({ ...one, name: "双胞胎" })));
    expect(new RowFingerprints(contextOf(twins).reading).compare(twins).current).toBe(true);
  });

  test("does not take the subtotals of a messy sheet for enterprises added", async () => {
    const sample = await sampleGrid("杂乱企业名单");
    const { reading } = contextOf(sample);
    expect(reading.skipped.length).toBeGreaterThan(0);
    expect(new RowFingerprints(reading).compare(sample)).toMatchObject({
      current: true,
      same: reading.rowNumbers.length,
    });
  });
});
