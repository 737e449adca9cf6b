/** What a person has set for a sheet holds also where its rows are put together to another list. */
import { readBook } from "../../../src/sheet/reading/read-book";
import type { SheetReading } from "../../../src/sheet/reading/read-sheet";
import type { SavedMapping } from "../../../src/sheet/reading/saved-mapping";
import type { Cell, Grid } from "../../../src/words/grid";
import { theRelease } from "../../release";

const { vocabulary } = theRelease();

function grid(...rows: Cell[][]): Grid {
  return { sheet: "台账", rows, merges: [], hiddenRows: new Set<number>() };
}

function read(given: Grid, mapping?: SavedMapping): SheetReading {
  const reading = readBook([given], vocabulary, { asOf: "2026-11-21", ...(mapping === undefined ? {} : { mapping }) });
  if (reading.kind === "failure") throw new Error(reading.message.zh);
  return reading;
}

const rows: Cell[][] = [
  ["企业名称", "年份", "销售", "净值"],
  ["甲公司", 2024, 5600, 300],
  ["甲公司", 2025, 6200, 310],
];

test("An answer for a heading holds for each of its years, in the unit it gives.", () => {
  const mapping: SavedMapping = {
    version: 1,
    columns: [
      { column: "C", heading: "销售", field: "revenue", back: 0, unit: "千元" },
      { column: "D", heading: "净值", field: "net_profit", unit: "万元" },
    ],
  };
  const { facts, columns, warnings } = read(grid(...rows), mapping);
  expect(["revenue", "revenue[t-1]", "net_profit", "net_profit[t-1]"].map((slot) => facts.column(slot)?.[0])).toEqual([
    620, 560, 310, 300,
  ]);
  expect(columns.filter(({ field }) => field === "revenue").every(({ confidence }) => confidence === "sure")).toBe(
    true,
  );
  expect(warnings.map(({ id }) => id)).not.toContain("saved-column-lost");
});

test("An answer given under one year holds for the next.", () => {
  const mapping: SavedMapping = {
    version: 1,
    columns: [{ column: "C", heading: "2023年 / 销售", field: "revenue", back: 0, unit: "元" }],
  };
  expect(read(grid(...rows), mapping).facts.column("revenue[t-1]")?.[0]).toBe(0.56);
});

test("A heading without years keeps the year that was chosen for it.", () => {
  const mapping: SavedMapping = {
    version: 1,
    columns: [{ column: "B", heading: "营业收入（万元）", field: "revenue", back: 1 }],
  };
  const { facts } = read(grid(["企业名称", "营业收入（万元）"], ["甲公司", 5]), mapping);
  expect([...(facts.column("revenue[t-1]") ?? [])]).toEqual([5]);
});

test("Heading rows that a person pointed at are those of the rows that become years, until they are taken back.", () => {
  const given = grid(["企业名称", "年份", "营业收入（元）"], ["单位", "年度", "营业收入（万元）"], ...rows.slice(1));
  const lower: SavedMapping = { version: 1, headingRows: [2, 2], columns: [] };
  const reading = read(given, lower);
  expect(reading.facts.column("revenue")?.[0]).toBe(6200);
  expect(reading.columns.find(({ field }) => field === "revenue")?.address).toBe("C2");
  const before = read(grid(...given.rows.map((row) => [...row])));
  expect(read(given).columns).toEqual(before.columns);
});
