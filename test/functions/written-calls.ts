/** The calls of functions written down in test/cases/functions, each with what it gives: for the functions and for every way into them. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { recordOf } from "./sample-sheet";

const callValue = z.union([z.string(), z.number(), z.null()]);
export const CALLS = z
  .array(
    z.strictObject({
      name: z.string(),
      call: z.strictObject({
        function: z.string(),
        headings: z.array(z.string()).optional(),
        rows: z.array(z.string()).optional(),
        tier: callValue.optional(),
        asOf: callValue.optional(),
        /** In their order; a list of lines is a block of cells. */
        arguments: z.array(z.union([callValue, z.array(z.string())])).optional(),
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

/** The arguments of one of CALLS, a left out one as null. */
export function callArguments({ call: given }: (typeof CALLS)[number]): readonly unknown[] {
  if (given.arguments) return given.arguments.map((one) => (Array.isArray(one) ? matrix(one) : one));
  const { headings, rows, tier, asOf } = given;
  const tables = headings && rows ? [matrix(headings), matrix(rows)] : [];
  const takesTier = given.function !== "TIER" && given.function !== "TIER_TABLE";
  return [...tables, ...(takesTier ? [tier ?? null] : []), asOf];
}

const RIDER_HEADINGS = [
  "平台",
  "骑手类别",
  "就业地",
  "参保地",
  "缴费月份",
  "本月收入",
  "前1月收入",
  "前2月收入",
  "前3月收入",
  "前4月收入",
  "前5月收入",
  "前6月收入",
];

const cell = z.union([z.string(), z.number(), z.boolean(), z.null(), z.object({ error: z.string() })]);
const answer = z.union([z.string(), z.number(), z.boolean()]);
export const SUBSIDY_CALLS = z
  .array(
    z.strictObject({
      name: z.string(),
      call: z
        .tuple([z.string()])
        .rest(z.union([cell, z.array(z.array(cell))]))
        .optional(),
      riders: z.array(z.array(cell)).optional(),
      more: z.array(cell).optional(),
      gives: z.union([answer, z.array(z.array(answer))]),
      says: z.array(z.string()).optional(),
    }),
  )
  .parse(parse(readFileSync("test/cases/functions/subsidies.yaml", "utf8")));

/** Id and arguments of one of SUBSIDY_CALLS. */
export function subsidyCall({ call, riders, more }: (typeof SUBSIDY_CALLS)[number]): readonly [string, ...unknown[]] {
  const [id, ...args] = call ?? ["RIDER_SUBSIDY", [RIDER_HEADINGS], riders ?? [], ...(more ?? [])];
  const optional = recordOf(id)
    .parameters.slice(args.length)
    .map(() => null);
  return [id, ...args, ...optional];
}
