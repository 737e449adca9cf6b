import { readBook } from "../../src/sheet/reading/read-book";
import type { ReadingFailure, SheetReading } from "../../src/sheet/reading/read-sheet";
import { theRelease } from "../release";
import { columnLine, factsOf, fieldCases, sheetsOf, type FieldCase } from "./field-case";

async function read(given: FieldCase): Promise<SheetReading | ReadingFailure> {
  const { grids, ...sheets } = await sheetsOf(given);
  return readBook(grids, theRelease().vocabulary, { asOf: given.as_of, of: given.of, ...sheets });
}

function said({ assumptions, warnings, unreadable }: SheetReading): string {
  return [
    ...[...assumptions, ...warnings].map(({ message }) => message.zh),
    ...unreadable.map(({ reason }) => reason.zh),
  ].join("\n");
}

function expectReading(reading: SheetReading, given: FieldCase): void {
  const { vocabulary } = theRelease();
  const { rows, headings, says, silent, doubts, left_out: leftOut } = given;
  if (rows !== undefined) {
    expect(reading.names).toEqual(rows.map(({ name }) => name));
    for (const [row, { name, facts, at }] of rows.entries()) {
      if (facts !== undefined)
        expect({ name, ...factsOf(reading, row, vocabulary, Object.keys(facts)) }).toEqual({ name, ...facts });
      if (at !== undefined) expect(`${reading.sheetOf(row)}!${reading.rowNumbers[row] ?? 0}`).toBe(at);
    }
  }
  const columns = Object.keys(headings).map((heading) => [heading, columnLine(reading, heading)]);
  expect(Object.fromEntries(columns)).toEqual(headings);
  for (const piece of says) expect(said(reading)).toContain(piece);
  for (const piece of silent) expect(said(reading)).not.toContain(piece);
  if (doubts !== undefined) {
    expect(reading.doubts.map(({ question }) => question.zh)).toEqual(
      doubts.map((piece): unknown => expect.stringContaining(piece)),
    );
  }
  if (leftOut !== undefined) {
    const lines = reading.leftOut.map(({ sheet, rows: which, reason }) =>
      [[sheet, which].filter((word) => word !== undefined).join(" "), reason.zh].join(": "),
    );
    expect(lines).toEqual(leftOut.map((piece): unknown => expect.stringContaining(piece)));
  }
}

test.each(fieldCases())("$title", async ({ given }) => {
  const reading = await read(given);
  if (given.failure !== undefined || reading.kind === "failure") {
    expect(reading.kind === "failure" ? reading.message.zh : "read").toContain(given.failure ?? "no failure expected");
    return;
  }
  expectReading(reading, given);
});
