import { z } from "zod";
import { periodOf, type Period } from "../../../../src/sheet/reading/arrange/period-text";
import { caseTable } from "../sheet-case";

const cell = z.union([z.string(), z.number(), z.boolean()]);

function said(period: Period | null): string {
  if (period === null) return "-";
  switch (period.kind) {
    case "year":
      return String(period.year);
    case "month":
      return `${period.year}-${period.month}`;
    case "day":
      return `${period.year}-${period.month}-end`;
    default:
      return period.kind;
  }
}

test.each(caseTable("periods.yaml", z.array(z.tuple([cell, z.string()]))))("%s is %s", (text, expected) => {
  expect(said(periodOf(text))).toBe(expected);
});
