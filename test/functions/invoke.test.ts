import * as fc from "fast-check";
import type { FunctionRecord, FunctionResult, Matrix } from "../../src/functions/function-record";
import { isFailure } from "../../src/functions/function-record";
import { invoke, invokeNow, type ReadBlanks } from "../../src/functions/invoke";
import { recordOf, release } from "./sample-sheet";

/** Gives its first argument back, blanks as "blank": what a function saw. */
const seen: FunctionRecord = {
  ...recordOf("CREDIT_CODE_VALID"),
  parameters: [recordOf("TIER").parameters[0], recordOf("TIER_MEETS").parameters[2]].flatMap((one) => one ?? []),
  takes: ["matrix", "scalar"],
  compute: (_bound, cells, scalar) =>
    cells.map((row) => row.map((cell) => show(cell) + (scalar[0]?.[0] ? `/${show(scalar[0][0])}` : ""))),
};

function show(cell: Matrix[number][number] | undefined): string {
  if (cell === null || cell === undefined) return "blank";
  return typeof cell === "object" ? cell.error : String(cell);
}

function codes(result: FunctionResult): unknown {
  return isFailure(result) ? result.code : result.map((row) => row.map((cell) => (isFailure(cell) ? cell.code : cell)));
}

const noBlanks: ReadBlanks = () => Promise.reject(new Error("nobody may ask"));

test("a host that knows blanks passes null and gets its zeros as zeros", () => {
  expect(invokeNow(seen, release, [[[0, null, "", undefined, false]]])).toEqual([
    ["0", "blank", "blank", "blank", "false"],
  ]);
});

test("a single value stands for a block of one, and errors come in as cells", () => {
  expect(invokeNow(seen, release, ["a"])).toEqual([["a"]]);
  expect(invokeNow(seen, release, [[[{ code: "#DIV/0!" }, NaN, new Date(0)]]])).toEqual([
    ["#DIV/0!", "#NUM!", "#VALUE!"],
  ]);
});

test("a call with too few arguments is refused with the name of the missing one", () => {
  const result = invokeNow(seen, release, []);
  expect(codes(result)).toBe("#VALUE!");
  expect(isFailure(result) && result.message.zh).toContain("表头");
});

test.each([[null], [undefined]])("an optional argument left out may be %s", (nothing) => {
  expect(invokeNow(seen, release, [[["a"]], nothing])).toEqual([["a"]]);
});

test("without a zero nobody is asked and the answer is there at once", () => {
  const call = { parameterAddresses: ["表!A1:B1", ""] };
  expect(invoke(seen, release, [[["a", null]], null, {}], call, noBlanks)).toEqual([["a", "blank"]]);
});

test("zeros on empty cells become blanks, other zeros stay", async () => {
  const asked: string[] = [];
  const read: ReadBlanks = (address) => {
    asked.push(address);
    return Promise.resolve([[false, true, true]]);
  };
  const result = await invoke(
    seen,
    release,
    [[[0, 0, "x"]], null],
    { parameterAddresses: ["'企业 名单'!A2:C2", null] },
    read,
  );
  expect(result).toEqual([["0", "blank", "x"]]);
  expect(asked).toEqual(["'企业 名单'!A2:C2"]);
});

test("a scalar 0 is left to the function and nobody is asked about it", () => {
  expect(invoke(seen, release, [[["a"]], 0], { parameterAddresses: ["A1", "B1"] }, noBlanks)).toEqual([["a"]]);
});

test.each([
  ["the address is not known", undefined, noBlanks],
  ["nobody can be asked", { parameterAddresses: ["A1:B1"] }, null],
  ["Excel refuses to say", { parameterAddresses: ["A1:B1"] }, noBlanks],
  ["the cells asked have another shape", { parameterAddresses: ["A1:B1"] }, () => Promise.resolve([[true]])],
] as const)("where %s, an answer that hangs on a zero is withheld and says why", async (_why, call, read) => {
  const result = await invoke(seen, release, [[[0, "x"]]], call, read);
  expect(codes(result)).toEqual([["#N/A", "x"]]);
  const [failure] = isFailure(result) ? [result] : result.flat().filter(isFailure);
  expect(failure?.message.zh).toContain("空单元格");
});

test("a table takes an unsure zero as blank", () => {
  expect(invoke({ ...seen, unsureZero: "blank" }, release, [[[0, "x"]]], undefined, null)).toEqual([["blank", "x"]]);
});

test("an answer that is the same either way is given although a zero is unsure", () => {
  const size = recordOf("ENTERPRISE_SIZE");
  // 19 persons make a micro enterprise whatever the revenue; with 300 persons it matters.
  const result = invoke(
    size,
    release,
    [
      [["C35"], ["C35"]],
      [[19], [300]],
      [[0], [0]],
    ],
    undefined,
    null,
  );
  expect(codes(result instanceof Promise ? [] : result)).toEqual([["微型"], ["#N/A"]]);
});

test("a call that is wrong either way says so although a zero is unsure", () => {
  const result = invoke(recordOf("TIER_MEETS"), release, [[["企业名称"]], [[0]], "大巨人"], undefined, null);
  expect(!(result instanceof Promise) && isFailure(result) && result.message.zh).toContain("大巨人");
});

test("an empty cell that arrives as 0 gives what a blank gives, where its address is known", async () => {
  const headings = [["企业名称", "从事细分市场年限（年）", "营业收入（万元）"]];
  const meets = recordOf("TIER_MEETS");
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.option(fc.nat(9)), fc.option(fc.nat(9_000))), { minLength: 1, maxLength: 5 }),
      async (cells) => {
        const known = cells.map(([years, revenue]) => ["甲", years, revenue]);
        const asDesktop = known.map((row) => row.map((cell) => cell ?? 0));
        const read: ReadBlanks = (address) =>
          Promise.resolve(
            address === "rows" ? known.map((row) => row.map((cell) => cell === null)) : [[false, false, false]],
          );
        const excel = await invoke(
          meets,
          release,
          [headings, asDesktop, "小巨人"],
          { parameterAddresses: ["headings", "rows", ""] },
          read,
        );
        expect(excel).toEqual(invokeNow(meets, release, [headings, known, "小巨人"]));
      },
    ),
    { numRuns: 40 },
  );
});

test("of a whole column the blanks that arrive as zeros are asked about, those behind the last number are not", async () => {
  const column = Array.from({ length: 1_048_576 }, (_, row) => [[30, 0, 40][row] ?? 0]);
  const empty: boolean[][] = new Array<boolean[]>(1_048_576).fill([true]);
  empty.splice(0, 3, [false], [false], [false]);
  const call = { parameterAddresses: ["表!D:D"] };
  const ask = (): Promise<boolean[][]> => Promise.resolve(empty);
  expect(codes(await invoke(recordOf("HHI"), release, [column], call, ask))).toEqual([[5102.04081632653]]);
  empty[1] = [true];
  expect(codes(await invoke(recordOf("HHI"), release, [column], call, ask))).toEqual([["#N/A"]]);
  const filled = column.map(([value], row) => [row === 1 ? 30 : (value ?? 0)]);
  expect(codes(await invoke(recordOf("HHI"), release, [filled], call, noBlanks))).toEqual([[3400]]);
});
