/** A draft that was edited wrongly is refused at the cell, with what to do; nothing is taken from it. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { readDraftSheet } from "../../src/authoring/draft";
import { DRAFT_COLUMNS, type DraftColumn } from "../../src/authoring/draft-row";
import { readOrigin } from "../../src/authoring/draft-sheet";
import { address, cellText, type Cell } from "../../src/words/grid";
import { gridOf, put, rowOf, sheetOf, SOURCE, type SheetOfDraft } from "./drafting";

const cell = z.union([z.string(), z.number(), z.null(), z.strictObject({ error: z.string() })]);
const column = z.enum(DRAFT_COLUMNS);
const caseSchema = z.strictObject({
  about: z.string(),
  of: z.string().default("national/little-giant/2026-04-01.yaml"),
  put: z.array(z.tuple([z.string(), column, cell])).default([]),
  drop: z.string().optional(),
  swap: z.tuple([z.string(), z.string()]).optional(),
  insert: z.strictObject({ below: z.string(), cells: z.partialRecord(column, cell) }).optional(),
  formula: z.tuple([z.string(), column]).optional(),
  origin: z.string().optional(),
  at: z.string(),
  says: z.string(),
});

const cases = z.array(caseSchema).parse(parse(readFileSync("test/cases/authoring/bad-drafts.yaml", "utf8")));

function edited({ of, put: changes, drop, swap, insert, origin }: z.infer<typeof caseSchema>): SheetOfDraft {
  const sheet = sheetOf(of);
  for (const [id, where, value] of changes) put(sheet, id, where, value);
  if (origin !== undefined) sheet.cells[1] = [origin];
  if (swap !== undefined) {
    const [one, other] = swap.map((id) => rowOf(sheet, id));
    if (one === undefined || other === undefined) throw new Error("two rows change places");
    [sheet.cells[one], sheet.cells[other]] = [sheet.cells[other] ?? [], sheet.cells[one] ?? []];
  }
  if (insert !== undefined) {
    const given: Partial<Record<DraftColumn, Cell>> = insert.cells;
    sheet.cells.splice(
      rowOf(sheet, insert.below) + 1,
      0,
      DRAFT_COLUMNS.map((name) => given[name] ?? null),
    );
  }
  if (drop !== undefined) sheet.cells.splice(rowOf(sheet, drop), 1);
  return sheet;
}

describe("A draft is refused at the cell that is wrong", () => {
  test.each(cases.map((one) => [one.about, one] as const))("%s", (_, one) => {
    const sheet = edited(one);
    const origin = readOrigin(cellText(sheet.cells[1]?.[0]));
    if (origin === null) throw new Error("the sheet names no origin");
    const formulas = new Set(
      one.formula === undefined ? [] : [address(rowOf(sheet, one.formula[0]), DRAFT_COLUMNS.indexOf(one.formula[1]))],
    );
    const read = readDraftSheet(gridOf(sheet), origin, formulas, SOURCE);
    const troubles = "troubles" in read ? read.troubles.map(({ cell: at, text }) => `${at} ${text.zh}`) : [];
    const said = new RegExp(`^${one.at} .*${one.says.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
    expect(troubles).toContainEqual(expect.stringMatching(said));
  });
});
