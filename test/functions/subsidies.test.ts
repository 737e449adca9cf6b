import { isFailure, type FunctionResult, type ResultCell } from "../../src/functions/function-record";
import { call, release } from "./sample-sheet";
import { SUBSIDY_CALLS, subsidyCall } from "./written-calls";
import { packSubsidies, unpackSubsidies } from "../../src/riders/pack-subsidies";

const plain = (one: ResultCell): string | number | boolean => (isFailure(one) ? one.code : one);

function messagesOf(result: FunctionResult): string {
  const failures = isFailure(result) ? [result] : result.flat().filter(isFailure);
  return failures.map(({ message }) => `${message.zh}\n${message.en}`).join("\n");
}

test.each(SUBSIDY_CALLS)("$name", (one) => {
  const { gives, says } = one;
  const result = call(...subsidyCall(one));
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
