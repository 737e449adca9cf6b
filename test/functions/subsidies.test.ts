import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { isFailure, type FunctionResult, type ResultCell } from "../../src/functions/function-record";
import { call, recordOf, release } from "./sample-sheet";
import { packSubsidies, unpackSubsidies } from "../../src/riders/pack-subsidies";

const HEADINGS = [
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
const value = z.union([z.string(), z.number(), z.boolean()]);
const cases = z
  .array(
    z.strictObject({
      name: z.string(),
      call: z
        .tuple([z.string()])
        .rest(z.union([cell, z.array(z.array(cell))]))
        .optional(),
      riders: z.array(z.array(cell)).optional(),
      more: z.array(cell).optional(),
      gives: z.union([value, z.array(z.array(value))]),
      says: z.array(z.string()).optional(),
    }),
  )
  .parse(parse(readFileSync("test/cases/functions/subsidies.yaml", "utf8")));

const plain = (one: ResultCell): string | number | boolean => (isFailure(one) ? one.code : one);

function messagesOf(result: FunctionResult): string {
  const failures = isFailure(result) ? [result] : result.flat().filter(isFailure);
  return failures.map(({ message }) => `${message.zh}\n${message.en}`).join("\n");
}

test.each(cases)("$name", ({ call: given, riders, more, gives, says }) => {
  const [id, ...args] = given ?? ["RIDER_SUBSIDY", [HEADINGS], riders ?? [], ...(more ?? [])];
  const optional = recordOf(id)
    .parameters.slice(args.length)
    .map(() => null);
  const result = call(id, ...args, ...optional);
  const cells = isFailure(result) ? [[result.code]] : result.map((row) => row.map(plain));
  expect(Array.isArray(gives) ? cells : cells.flat()).toEqual(Array.isArray(gives) ? gives : [gives]);
  for (const words of says ?? []) expect(messagesOf(result)).toContain(words);
});

test("Twelve months of an honour rider in Beijing come to 24,207.84 in the year", () => {
  const cents = Array.from({ length: 12 }, () => {
    const result = call("SUBSIDY", 7162, 0.2, null, null, null);
    const pension = isFailure(result) ? NaN : Number(result[0]?.[0]);
    return Math.round((pension + 584.92) * 100);
  });
  expect(cents.reduce((total, one) => total + one) / 100).toBe(24_207.84);
});

test("The packed figures of a page are those of the seeds; any other text is refused", () => {
  expect(unpackSubsidies(packSubsidies(release.subsidies), release.vocabulary)).toEqual(release.subsidies);
  expect(() => unpackSubsidies('{"bases":{}}', release.vocabulary)).toThrow(TypeError);
});
