import { z } from "zod";
import { moneyUnitName } from "../../../src/sheet/reading/money-units";
import { sheetUnit } from "../../../src/sheet/reading/written-units";
import { caseTable } from "./sheet-case";

const cases = caseTable("sheet-units.yaml", z.array(z.tuple([z.string(), z.string()])));

test.each(cases)("The cell %j above the table says %s.", (cell, expected) => {
  const unit = sheetUnit(cell);
  const said = unit?.kind === "yuan" ? moneyUnitName(unit.text) : unit?.kind;
  expect(said ?? "-").toBe(expected);
});
