import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { toCell, toExcelValue } from "../../src/excel/cell-values";

const cellSchema = z.union([
  z.string(),
  z.number(),
  z.nan(),
  z.literal(Infinity),
  z.boolean(),
  z.null(),
  z.strictObject({ error: z.string() }),
]);
const cases = z
  .array(
    z.strictObject({
      cell: cellSchema,
      text: z.boolean().optional(),
      value: z.union([z.string(), z.number(), z.boolean()]).optional(),
    }),
  )
  .parse(parse(readFileSync(join(__dirname, "../cases/excel/written-cells.yaml"), "utf8")));

test.each(cases)("writes $cell so that it stays what it is", ({ cell, text, value }) => {
  const plain = typeof cell === "string" ? (text === true ? `'${cell}` : cell) : value;
  expect(toExcelValue(cell)).toBe(plain);
});

test("cuts text that Excel could not keep, with room for the apostrophe", () => {
  const long = toExcelValue("字".repeat(40_000));
  const formula = toExcelValue(`=${"字".repeat(40_000)}`);
  expect([String(long).length, String(formula).length]).toEqual([32_767, 32_767]);
  expect([String(long).endsWith("…"), String(formula).endsWith("…")]).toEqual([true, true]);
});

test.each([
  ["", null],
  ["#N/A", { error: "#N/A" }],
  ["#SPILL!", { error: "#SPILL!" }],
  ["#1 车间", "#1 车间"],
  [0, 0],
  [false, false],
  ["  ", "  "],
  [{ type: "Entity" }, null],
])("reads %j as %j", (value, cell) => {
  expect(toCell(value)).toEqual(cell);
});
