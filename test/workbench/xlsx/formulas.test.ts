import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { filedFormula, mayGiveArray, typedFormula } from "../../../src/workbench/xlsx/formula-names";
import { movedFormula } from "../../../src/workbench/xlsx/shared-formula";

const cases = z
  .array(z.object({ typed: z.string(), filed: z.string(), array: z.boolean() }))
  .parse(parse(readFileSync(join(__dirname, "../../cases/xlsx/formulas.yaml"), "utf8")));

describe("a formula in a file", () => {
  test.each(cases)("$typed is kept as $filed", ({ typed, filed }) => {
    expect(filedFormula(typed)).toBe(filed);
  });

  test.each(cases)("$filed is read as $typed", ({ typed, filed }) => {
    expect(typedFormula(filed)).toBe(typed);
  });

  test.each(cases)("$typed is marked as a dynamic array: $array", ({ typed, array }) => {
    expect(mayGiveArray(typed)).toBe(array);
  });

  test("[@列] is kept in the long form that files know", () => {
    expect(filedFormula("=表1[@研发费用]*2")).toBe("表1[[#This Row],[研发费用]]*2");
  });
});

describe("a formula that cells share", () => {
  test.each([
    ["A1+$B1+C$1+$D$1", 2, 1, "B3+$B3+D$1+$D$1"],
    ["SUM(A:C)+SUM(2:3)", 1, 1, "SUM(B:D)+SUM(3:4)"],
    [`"A1"&'A1'!A1&A1!A1`, 1, 0, `"A1"&'A1'!A2&A1!A2`],
    ["LOG10(A1)+Rate1", 1, 0, "LOG10(A2)+Rate1"],
    ["A1", -1, 0, "#REF!"],
    ["XFD1048576", 1, 0, "#REF!"],
  ])("%s moved by %i rows and %i columns is %s", (formula, rows, columns, moved) => {
    expect(movedFormula(formula, rows, columns)).toBe(moved);
  });
});
