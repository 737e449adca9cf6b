import { savedMappingSchema } from "../../../src/sheet/reading/saved-mapping";

const entry = { column: "D", heading: "营业收入", field: "revenue", back: 1, unit: "元" };

test("A saved mapping reads back from JSON as it was written.", () => {
  const saved = { version: 1, headingRows: [3, 4], columns: [entry, { column: "E", heading: "备注", field: null }] };
  expect(savedMappingSchema.parse(JSON.parse(JSON.stringify(saved)))).toEqual(saved);
});

test.each([
  ["another version", { version: 2, columns: [] }],
  ["no columns", { version: 1 }],
  ["an unknown key", { version: 1, columns: [], rows: 3 }],
  ["an unknown key of a column", { version: 1, columns: [{ ...entry, factor: 2 }] }],
  ["a column that is no letter", { version: 1, columns: [{ ...entry, column: "4" }] }],
  ["a year after t", { version: 1, columns: [{ ...entry, back: -1 }] }],
  ["half a year", { version: 1, columns: [{ ...entry, back: 0.5 }] }],
  ["heading rows from bottom to top", { version: 1, headingRows: [4, 3], columns: [] }],
  ["heading rows over half the sheet", { version: 1, headingRows: [1, 50], columns: [] }],
  ["a heading row 0", { version: 1, headingRows: [0, 1], columns: [] }],
])("A saved mapping with %s is refused.", (_, saved) => {
  expect(savedMappingSchema.safeParse(saved).success).toBe(false);
});
