import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parse } from "yaml";
import { z } from "zod";
import { RECORDS } from "../../../src/functions/records";
import { sampleSheet } from "../../functions/sample-sheet";
import type { FunctionRecord } from "../../../src/functions/function-record";
import { callArguments, CALLS, SUBSIDY_CALLS, subsidyCall } from "../../functions/written-calls";
import { callInExcel, callInWps, Range, registerBoth, USUALLY, type Passing } from "./shims";

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

test.each<readonly [string, Passing]>([
  ["an argument left out as null", { ...USUALLY, leftOut: null }],
  ["an argument left out as undefined", { ...USUALLY, leftOut: undefined }],
  ["arguments left out at the end not passed at all", { ...USUALLY, ends: true }],
  ["a single value as the cell it stands in", { ...USUALLY, single: (value) => new Range([[value]]) }],
])("%s gives the same, in every written call", (_name, passing) => {
  const told = written.flatMap(([id, ...values]) => {
    const [usual, other] = [callInWps(id, values, false), callInWps(id, values, false, passing)];
    return JSON.stringify(usual) === JSON.stringify(other) ? [] : [{ id, values, usual, other }];
  });
  expect(told).toEqual([]);
});

/** What may stand in a sheet, or be written into a formula, where a function of ours is called. */
const WORDS = [
  "C35",
  "3亿元",
  "—",
  "小巨人",
  "specialized",
  "山东",
  "泉州",
  "外卖",
  "单项冠军",
  "2026-03-31",
  "2025-13-45",
  "１２０",
];
const ERRORS = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];
const HEADINGS = [
  "企业名称",
  "营业收入（万元）",
  "从业人员（人）",
  "研发费用",
  "所属集群",
  "平台",
  "本月收入",
  "缴费月份",
  "参保地",
];

const numberOrWord = fc.oneof(
  fc.constantFrom(0, 1, -1, 0.2, 20, 400, 46112, 46112.5, 1e307, true, false, "长".repeat(300), ...WORDS),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const cell = fc.oneof(
  { weight: 6, arbitrary: numberOrWord },
  { weight: 2, arbitrary: fc.constantFrom(null, "") },
  { weight: 1, arbitrary: fc.constantFrom(...ERRORS).map((error) => ({ error })) },
);

const block = (columns: number, rows: number): fc.Arbitrary<unknown[][]> =>
  fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });

function blockFor(name: string, columns: number, rows: number): fc.Arbitrary<unknown[][]> {
  if (name !== "headings") return block(columns, rows);
  return fc.shuffledSubarray(HEADINGS, { minLength: columns, maxLength: columns }).map((row) => [row]);
}

/** Any call of a function: blocks of one shape, as a formula beside a list has them, or each of its own. */
function anyCall({ id, parameters }: FunctionRecord): fc.Arbitrary<Call> {
  return fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
    .chain(([columns, rows]) =>
      fc.tuple(
        ...parameters.map(({ name, dimensionality, optional }): fc.Arbitrary<unknown> => {
          const one: fc.Arbitrary<unknown> =
            dimensionality === "scalar"
              ? numberOrWord
              : fc.oneof(
                  { weight: 4, arbitrary: blockFor(name.en, columns, rows) },
                  { weight: 1, arbitrary: block(2, 1) },
                );
          return optional ? fc.option(one) : one;
        }),
      ),
    )
    .map((values): Call => [id, ...values]);
}

test.each(RECORDS)("any call of $id gives the same in WPS as in Excel", async (record) => {
  await fc.assert(
    fc.asyncProperty(anyCall(record), fc.boolean(), async (one, computed) => {
      expect(await different([one], computed)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
