/** Forms and tables with enterprises across: every layout gives the facts a list with the same values gives. */
import { readBook } from "../../../../src/sheet/reading/read-book";
import type { SheetReading } from "../../../../src/sheet/reading/read-sheet";
import { factsOf } from "../../../commands/field-case";
import { theRelease } from "../../../release";
import { formCases, gridsOf, type FormCase } from "./form-case";

function said({ assumptions, warnings, unreadable }: SheetReading): string {
  return [
    ...[...assumptions, ...warnings].map(({ message }) => message.zh),
    ...unreadable.map(({ reason }) => reason.zh),
  ].join("\n");
}

function expectReading(reading: SheetReading, { expect: wanted }: FormCase): void {
  const { vocabulary } = theRelease();
  if (wanted.rows !== undefined) {
    expect(reading.names).toEqual(wanted.rows.map(({ name }) => name));
    for (const [row, { name, at, facts }] of wanted.rows.entries()) {
      if (facts !== undefined) {
        const { name: _, ...given } = { name, ...factsOf(reading, row, vocabulary, Object.keys(facts)) };
        expect({ name, ...given }).toEqual({ name, ...facts });
      }
      if (at !== undefined) expect(`${reading.sheetOf(row)}!${reading.rowNumbers[row] ?? 0}`).toBe(at);
    }
  }
  const cells = Object.keys(wanted.cells).map((key) => {
    const [slot = "", name] = key.split(" ").reverse();
    const row = name === undefined ? 0 : reading.names.indexOf(name);
    return [key, reading.cellOf(row, slot)];
  });
  expect(Object.fromEntries(cells)).toEqual(wanted.cells);
  for (const piece of wanted.says) expect(said(reading)).toContain(piece);
  for (const piece of wanted.silent) expect(said(reading)).not.toContain(piece);
  if (wanted.left_out !== undefined) {
    const lines = reading.leftOut.map(({ sheet, rows, reason }) =>
      [[sheet, rows].filter((word) => word !== undefined).join(" "), reason.zh].join(": "),
    );
    expect(lines).toEqual(wanted.left_out.map((piece): unknown => expect.stringContaining(piece)));
  }
}

test.each(formCases())("$title", ({ given }) => {
  const reading = readBook(gridsOf(given), theRelease().vocabulary, { asOf: given.as_of });
  if (given.expect.failure !== undefined || reading.kind === "failure") {
    expect(reading.kind === "failure" ? reading.message.zh : `read ${reading.names.join()}`).toContain(
      given.expect.failure ?? "no failure expected",
    );
    return;
  }
  expectReading(reading, given);
});
