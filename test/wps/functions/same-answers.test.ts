import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parse } from "yaml";
import { z } from "zod";
import { RECORDS } from "../../../src/functions/records";
import { sampleSheet } from "../../functions/sample-sheet";
import { callArguments, CALLS, SUBSIDY_CALLS, subsidyCall } from "../../functions/written-calls";
import { callInExcel, callInWps, registerBoth } from "./shims";

type Call = readonly [string, ...unknown[]];

const more: readonly Call[] = z
  .array(z.tuple([z.string()]).rest(z.unknown()))
  .parse(parse(readFileSync("test/cases/wps/more-calls.yaml", "utf8")));

const written: readonly Call[] = [
  ...CALLS.map((one): Call => [one.call.function, ...callArguments(one)]),
  ...SUBSIDY_CALLS.map(subsidyCall),
  ...more,
];

beforeAll(registerBoth);

/** The calls that Excel and WPS answer differently. */
async function different(calls: readonly Call[], computed: boolean): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const [id, ...values] of calls) {
    const excel = await callInExcel(id, values, computed);
    const wps = callInWps(id, values, computed);
    if (JSON.stringify(excel) !== JSON.stringify(wps)) found.push({ id, values, excel, wps });
  }
  return found;
}

/** Called with all rows of the sample, and with one of them. */
const ON_ROWS = ["TIER", "TIER_MEETS", "TIER_ELIGIBLE", "TIER_SCORE", "TIER_TABLE", "CLUSTER_TABLE", "RIDER_SUBSIDY"];
const ON_A_ROW = ["TIER_GAPS", "TIER_PLAN"];

test("every function is called, by what is written down or on the sample", () => {
  const called = new Set([...written.map(([id]) => id), ...ON_ROWS, ...ON_A_ROW]);
  expect(RECORDS.map(({ id }) => id).filter((id) => !called.has(id))).toEqual([]);
});

test.each([
  ["from cells", false],
  ["from arrays that a formula computed", true],
] as const)("every written call %s gives the same in WPS as in Excel", async (_name, computed) => {
  await expect(different(written, computed)).resolves.toEqual([]);
});

test("every function of enterprises gives the same for the sample in WPS as in Excel, cell for cell", async () => {
  const { headings, rows } = await sampleSheet();
  const row = rows.slice(3, 4);
  const calls: readonly Call[] = [
    ...ON_ROWS.map((id): Call => [id, headings, rows]),
    ...ON_A_ROW.map((id): Call => [id, headings, row]),
    ["TIER_MEETS", headings, rows, "小巨人", "2026-03-31"],
    ["TIER_SCORE", headings, rows, "innovative", 46112],
    ["TIER_GAPS", headings, row, "小巨人"],
  ];
  await expect(different(calls, false)).resolves.toEqual([]);
});

test("any cells at all give the same in WPS as in Excel", async () => {
  const cell = fc.oneof(
    fc.constantFrom(null, 0, 1, 20, 400, 46112, "", "C35", "3亿元", "—", true, false),
    fc.constantFrom("#N/A", "#REF!", "#DIV/0!").map((error) => ({ error })),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const block = (columns: number, rows: number): fc.Arbitrary<unknown[][]> =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
  const call: fc.Arbitrary<Call> = fc.oneof(
    fc.tuple(fc.constant("ENTERPRISE_SIZE"), block(1, 3), block(1, 3), block(1, 3)),
    fc.tuple(fc.constant("HHI"), block(2, 3)),
    fc.tuple(fc.constant("SUBSIDY"), block(1, 3), block(1, 3)),
    fc.tuple(fc.constant("CONTRIBUTION_BASE"), block(1, 2), block(1, 2)),
    fc.tuple(
      fc.constant("TIER_MEETS"),
      fc.constant([["企业名称", "营业收入（万元）", "从业人员（人）"]]),
      block(3, 2),
      fc.constantFrom(null, "小巨人"),
    ),
  );
  await fc.assert(
    fc.asyncProperty(call, fc.boolean(), async (one, computed) => {
      expect(await different([one], computed)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
