import { NAMESPACE, RECORDS } from "../../../src/functions/records";
import { wpsFunctionsJson } from "../../../src/wps/functions/functions-json";
import { isFunctionRegistry, registerFunctions } from "../../../src/wps/functions/register-functions";
import { release } from "../../functions/sample-sheet";
import { draft, inWps, LEFT_OUT, Range, registerBoth } from "./shims";

beforeAll(registerBoth);

function inCell(name: string, ...given: readonly unknown[]): unknown {
  const code = inWps.get(`${NAMESPACE}.${name}`);
  if (!code) throw new Error(`${name} is not registered`);
  return code(...given);
}

test("an argument left out arrives as a number, as null or not at all, and is left out each time", () => {
  for (const rest of [[LEFT_OUT, LEFT_OUT, LEFT_OUT], [null, null, null], []])
    expect(inCell("SUBSIDY", 4433, 0.2, ...rest)).toEqual([[886.6]]);
});

test("a call without an argument that is needed says which", () => {
  expect(inCell("CRITERIA", LEFT_OUT)).toEqual([[expect.stringMatching(/^#VALUE! 请写明要看哪一层级/)]]);
  expect(inCell("HHI")).toEqual([[expect.stringMatching(/^#VALUE! 还缺参数/)]]);
});

test("an empty cell of a range is not known, a 0 in it is 0", () => {
  const size = (revenue: unknown): unknown => inCell("ENTERPRISE_SIZE", "C35", 20, new Range([[revenue]]), LEFT_OUT);
  expect(size(0)).toEqual([["微型"]]);
  for (const empty of [null, undefined, ""]) expect(size(empty)).toEqual([["#N/A 规模还说不准，缺：营业收入。"]]);
});

test("a 0 in an array that a formula computed may be an empty cell, and is answered where it makes no difference", () => {
  expect(inCell("ENTERPRISE_SIZE", "C35", 20, [[0]])).toEqual([[expect.stringMatching(/^#N\/A 参数里有0/)]]);
});

test("an error cell arrives as its number and is an error, not an amount", () => {
  expect(inCell("HHI", new Range([[30], [-2146826281]]))).toEqual([[expect.stringContaining("#DIV/0!")]]);
});

test("an error in place of a single value gives an error, never an answer", () => {
  const told = RECORDS.flatMap(({ name, parameters }) =>
    parameters.flatMap((parameter, at) => {
      if (parameter.dimensionality !== "scalar") return [];
      // #REF!, and what is needed beside it left out.
      const answer = inCell(name, ...parameters.map((_, index) => (index === at ? -2146826265 : LEFT_OUT)));
      const first: unknown = Array.isArray(answer) && Array.isArray(answer[0]) ? answer[0][0] : answer;
      return typeof first === "string" && first.startsWith("#")
        ? []
        : [`${name}, ${parameter.name.zh}: ${String(first)}`];
    }),
  );
  expect(told).toEqual([]);
  expect(inCell("CRITERIA", "小巨人", -2146826265)).toEqual([[expect.stringContaining("#REF!")]]);
});

test("a reference to several blocks is refused instead of read by half", () => {
  const several = new (class extends Range {
    override get Areas(): { readonly Count: number } {
      return { Count: 2 };
    }
  })([[30]]);
  expect(inCell("HHI", several)).toEqual([[expect.stringMatching(/^#VALUE! 参数引用了几块/)]]);
});

test("a blank answer is an empty text and a table is a block of rows of one width", () => {
  expect(inCell("CREDIT_CODE_VALID", new Range([[undefined], ["x"]]))).toEqual([[""], [false]]);
  const table = inCell("CRITERIA", "小巨人");
  if (!Array.isArray(table)) throw new Error("no table");
  expect(new Set(table.map((row: unknown[]) => row.length)).size).toBe(1);
});

test("no function answers later: WPS takes what is returned", () => {
  for (const { name } of RECORDS) expect(inCell(name)).toBeInstanceOf(Array);
});

test("functions.json and the registration say the same of every function, in WPS's words", () => {
  const told: unknown[] = [];
  registerFunctions(
    { AddCustomFunction: (_namespace, name, _code, metadata) => void told.push({ name, ...metadata }) },
    NAMESPACE,
    RECORDS,
    release,
    () => false,
  );
  expect(told).toEqual(wpsFunctionsJson(RECORDS).functions);
  expect(wpsFunctionsJson(RECORDS).functions.find(({ name }) => name === "TIER_MEETS")).toMatchObject({
    result: { type: "any[][]" },
    parameters: [
      { name: "表头", type: "object" },
      { name: "数据", type: "object" },
      { name: "层级", type: "any?" },
      { name: "基准日", type: "any?" },
      { type: "any?" },
    ],
  });
  // What a sum passes over has to be known where the formula is written.
  for (const { description } of wpsFunctionsJson(RECORDS).functions) expect(description).toContain("以 # 开头的文字");
  // WPS's own tool takes no other names.
  for (const { name } of wpsFunctionsJson(RECORDS).functions) expect(name).toMatch(/^[a-zA-Z_][a-zA-Z0-9_]*$/);
});

test("a WPS without custom functions is told from one with them", () => {
  expect(isFunctionRegistry({ AddCustomFunction: () => undefined })).toBe(true);
  expect(isFunctionRegistry({})).toBe(false);
  expect(isFunctionRegistry(null)).toBe(false);
});

test("in a workbook that is judged by a draft, what judges says so instead of answering by the edition; what judges nothing answers", () => {
  draft.inUse = true;
  try {
    for (const { name, judges } of RECORDS) {
      const said = JSON.stringify(inCell(name)).includes("规则草案");
      expect({ name, said }).toEqual({ name, said: judges === true });
    }
  } finally {
    draft.inUse = false;
  }
});
