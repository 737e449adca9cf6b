import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { isFailure, type FunctionResult, type ResultCell } from "../../src/functions/function-record";
import { call } from "./sample-sheet";

const value = z.union([z.string(), z.number(), z.null()]);
const cases = z
  .array(
    z.strictObject({
      name: z.string(),
      call: z.strictObject({
        function: z.string(),
        headings: z.array(z.string()).optional(),
        rows: z.array(z.string()).optional(),
        tier: value.optional(),
        asOf: value.optional(),
        /** In their order; a list of lines is a block of cells. */
        arguments: z.array(z.union([value, z.array(z.string())])).optional(),
      }),
      gives: z.union([z.string(), z.array(z.string())]),
      /** Which row of a table is looked at. */
      row: z.number().optional(),
      /** The error stands in the cell, not for the whole call. */
      cell: z.boolean().optional(),
      says: z.array(z.string()).optional(),
    }),
  )
  .parse(parse(readFileSync("test/cases/functions/calls.yaml", "utf8")));

function cellOf(text: string): unknown {
  if (text.startsWith("#")) return { code: text };
  return text === "" ? null : /^[\d.]+$/.test(text) ? Number(text) : text;
}

const matrix = (lines: readonly string[]): unknown[][] => lines.map((line) => line.split("|").map(cellOf));

function argumentsOf(given: (typeof cases)[number]["call"]): unknown[] {
  if (given.arguments) return given.arguments.map((one) => (Array.isArray(one) ? matrix(one) : one));
  const { headings, rows, tier, asOf } = given;
  const tables = headings && rows ? [matrix(headings), matrix(rows)] : [];
  const takesTier = given.function !== "TIER" && given.function !== "TIER_TABLE";
  return [...tables, ...(takesTier ? [tier ?? null] : []), asOf];
}

function written(cell: ResultCell | undefined): string {
  if (isFailure(cell)) return cell.code;
  return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell ?? "");
}

function messagesOf(result: FunctionResult): string {
  const failures = isFailure(result) ? [result] : result.flat().filter(isFailure);
  return failures.map(({ message }) => `${message.zh}\n${message.en}`).join("\n");
}

test.each(cases)("$call.function: $name", ({ call: given, gives, row, cell, says }) => {
  const result = call(given.function, ...argumentsOf(given));
  if (isFailure(result)) expect(result.code).toBe(gives);
  else if (typeof gives === "string" && cell) expect(written(result[0]?.[0])).toBe(gives);
  else if (typeof gives === "string")
    expect((result[row ?? 0] ?? []).map(written).filter(Boolean).join("|")).toBe(gives);
  else expect(result.map((cells) => cells.map(written).join("|"))).toEqual(gives);
  for (const words of says ?? []) expect(messagesOf(result)).toContain(words);
});
