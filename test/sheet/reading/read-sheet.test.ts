import { slot } from "../../../src/language/vocabulary";
import { readSheet, type SheetReading } from "../../../src/sheet/reading/read-sheet";
import { gridOf, sheetCases, type SheetCase } from "./sheet-case";
import { smallVocabulary } from "./small-vocabulary";

function read(given: SheetCase): ReturnType<typeof readSheet> {
  const { mapping, of } = given;
  return readSheet(gridOf(given), smallVocabulary, {
    asOf: given.as_of,
    ...(mapping === undefined ? {} : { mapping }),
    ...(of === undefined ? {} : { of }),
  });
}

function columnLines({ columns }: SheetReading): string[] {
  return columns.map(({ address, field, back, unit, confidence, use }) =>
    [address, field === null ? "-" : slot(field, back), unit, confidence, use].filter((word) => word !== "").join(" "),
  );
}

function expectReading(reading: SheetReading, expected: SheetCase["expect"]): void {
  if (expected.headings !== undefined) expect(reading.headingRows).toEqual(expected.headings);
  if (expected.rows !== undefined) {
    expect(reading.rowNumbers).toEqual(expected.rows);
    expect(reading.facts.count).toBe(expected.rows.length);
    expect([reading.firstRow, reading.lastRow]).toEqual([expected.rows[0], expected.rows[expected.rows.length - 1]]);
  }
  if (expected.t !== undefined) expect(reading.t).toBe(expected.t);
  if (expected.columns !== undefined) expect(columnLines(reading)).toEqual(expected.columns);
  for (const [key, values] of Object.entries(expected.values ?? {})) {
    const column = reading.facts.column(key);
    expect([key, column === undefined ? "no column" : [...column]]).toEqual([key, values.map((value) => value ?? NaN)]);
  }
  if (expected.names !== undefined) expect(reading.names).toEqual(expected.names);
  if (expected.codes !== undefined) expect(reading.creditCodes).toEqual(expected.codes);
  for (const [field, texts] of Object.entries(expected.texts ?? {})) expect(reading.text(field)).toEqual(texts);
  if (expected.unreadable !== undefined) {
    expect(reading.unreadable.map(({ cell }) => cell)).toEqual(Object.keys(expected.unreadable));
    for (const { cell, reason } of reading.unreadable) expect(reason.zh).toContain(expected.unreadable[cell]);
  }
  if (expected.assumptions !== undefined) {
    expect(reading.assumptions.map(({ id, cell }) => (cell === undefined ? id : `${id} ${cell}`))).toEqual(
      expected.assumptions,
    );
  }
  if (expected.warnings !== undefined) {
    expect(reading.warnings.map(({ id, cells }) => [id, ...(cells ?? [])].join(" "))).toEqual(expected.warnings);
  }
  if (expected.doubts !== undefined) {
    expect(reading.doubts.map(({ id, cells }) => [id, ...cells].join(" "))).toEqual(expected.doubts);
  }
  if (expected.skipped !== undefined) {
    expect(reading.skipped.map(({ row, why }) => `${row} ${why}`)).toEqual(expected.skipped);
  }
}

describe.each(sheetCases())("$file", ({ cases }) => {
  test.each(cases)("$name", (given) => {
    const result = read(given);
    if (result.kind === "failure") {
      expect(result.reason).toBe(given.expect.failure);
      expect(result.message.zh).toContain(given.expect.says ?? "");
      expect(result.message.en).not.toBe("");
      return;
    }
    expect(given.expect.failure).toBeUndefined();
    expectReading(result, given.expect);
  });
});

test("Every value can be traced back to its cell, and a value no column carries to none.", () => {
  const rows = [
    ["企业名称", "2024年营业收入（万元）", "2025年营业收入（万元）"],
    ["甲公司", 90, 100],
    ["合计", 90, 100],
    ["乙公司", 80, 85],
  ];
  const reading = readSheet({ sheet: "名单", rows, merges: [], hiddenRows: new Set() }, smallVocabulary, {
    asOf: "2026-11-21",
  });
  if (reading.kind === "failure") throw new Error(reading.message.zh);
  expect(reading.cellOf(1, "revenue")).toBe("C4");
  expect(reading.cellOf(1, "revenue[t-1]")).toBe("B4");
  expect(reading.cellOf(0, "name")).toBe("A2");
  expect(reading.cellOf(0, "rd_expense")).toBeNull();
  expect(reading.cellOf(2, "revenue")).toBeNull();
});

test("An as-of date that is no date is the caller's mistake and says so.", () => {
  const grid = { sheet: "名单", rows: [["企业名称"], ["甲"]], merges: [], hiddenRows: new Set<number>() };
  expect(() => readSheet(grid, smallVocabulary, { asOf: "2026-2-30" })).toThrow(RangeError);
});
