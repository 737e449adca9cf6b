import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { loadKnowledge } from "../../../src/commands/read-seeds";
import type { Cell } from "../../../src/words/grid";
import { parseA1 } from "../../../src/workbench/book/a1";
import type { Sheet } from "../../../src/workbench/book/sheet";
import { writtenPatch } from "../../../src/workbench/executor/typed-values";
import { openHeadless } from "../../../src/workbench/headless/open";

const value = z.union([z.string(), z.number(), z.boolean()]);
const cases = z
  .array(
    z.strictObject({
      about: z.string(),
      cells: z.record(z.string(), z.string()),
      tables: z.array(z.strictObject({ name: z.string(), range: z.string(), totals: z.boolean() })).default([]),
      gives: z.record(z.string(), value),
      at: z.record(z.string(), z.tuple([z.string(), value])).default({}),
    }),
  )
  .parse(parse(readFileSync("test/cases/workbench/formulas.yaml", "utf8")));

const knowledge = loadKnowledge();

/** Formulas stand in a column of their own, far enough apart for what they spill. */
const ELSEWHERE = { left: 40, apart: 4, top: 100 };

function place(address: string): { row: number; column: number } {
  const range = parseA1(address);
  if (range === null) throw new Error(`${address} is no address`);
  return { row: range.top, column: range.left };
}

function type(sheet: Sheet, row: number, column: number, text: string): void {
  sheet.write(row, column, [[writtenPatch(text, "General")]]);
}

const shown = (cell: Cell): unknown => (typeof cell === "object" ? (cell?.error ?? "") : cell);

test.each(cases)("$about", async ({ cells, tables, gives, at }) => {
  const { book, close } = await openHeadless(undefined, { functions: knowledge });
  try {
    const sheet = book.active;
    for (const [address, text] of Object.entries(cells)) {
      const { row, column } = place(address);
      type(sheet, row, column, text);
    }
    sheet.extras.set(
      "tables",
      tables.map(({ name, range, totals }) => ({
        id: name,
        name,
        range: parseA1(range) ?? { top: 0, left: 0, bottom: 0, right: 0 },
        totals,
        headers: true,
        style: "",
        filterButton: true,
        bandedRows: true,
      })),
    );
    const formulas = [
      ...Object.entries(gives).map(([formula, expected], index) => ({
        formula,
        expected,
        row: ELSEWHERE.top + index * ELSEWHERE.apart,
        column: ELSEWHERE.left,
      })),
      ...Object.entries(at).map(([address, [formula, expected]]) => ({ formula, expected, ...place(address) })),
    ];
    for (const { formula, row, column } of formulas) type(sheet, row, column, formula);
    await book.link.calculation.settle();
    const got = formulas.map(({ formula, row, column }) => [formula, shown(sheet.cell(row, column))]);
    expect(got).toEqual(formulas.map(({ formula, expected }) => [formula, expected]));
  } finally {
    close();
  }
});
