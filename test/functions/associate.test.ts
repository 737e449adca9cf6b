import { RulesInUse } from "../../src/functions/rules-in-use";
import { associateFunctions } from "../../src/functions/associate";
import { RECORDS } from "../../src/functions/records";
import { release } from "./sample-sheet";

type Associated = (...values: readonly unknown[]) => unknown;

class ExcelError {
  constructor(
    readonly code: string,
    readonly message?: string,
  ) {}
}

const associated = new Map<string, Associated>();

beforeAll(() => {
  Object.assign(globalThis, {
    CustomFunctions: {
      associate: (id: string, code: Associated) => associated.set(id, code),
      Error: ExcelError,
      ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A", invalidNumber: "#NUM!" },
    },
  });
  associateFunctions(
    new RulesInUse(release),
    (address) => Promise.resolve(address === "blank" ? [[true]] : [[false]]),
    "zh",
  );
});

function excel(id: string, ...values: readonly unknown[]): unknown {
  const code = associated.get(id);
  if (!code) throw new Error(`${id} is not associated`);
  return code(...values);
}

test("every record is associated under its id", () => {
  expect([...associated.keys()]).toEqual(RECORDS.map(({ id }) => id));
});

test("blank results are empty texts", () => {
  expect(excel("CREDIT_CODE_VALID", [[null], ["x"]], {})).toEqual([[""], [false]]);
});

test("failures become Excel's errors, in cells and for the whole call", () => {
  expect(excel("ENTERPRISE_SIZE", [["C35"]], [[20]], [[null]], null, {})).toEqual([
    [new ExcelError("#N/A", "规模还说不准，缺：营业收入。")],
  ]);
  expect(excel("CRITERIA", "没有的", null, {})).toEqual([[expect.objectContaining({ code: "#VALUE!" })]]);
});

test("a zero in a cell of known address is asked after and answered later", async () => {
  const size = (address: string): unknown =>
    excel("ENTERPRISE_SIZE", [["C35"]], [[20]], [[0]], null, { parameterAddresses: ["a", "b", address, ""] });
  expect(size("zero")).toBeInstanceOf(Promise);
  expect(await size("zero")).toEqual([["微型"]]);
  expect(await size("blank")).toEqual([[expect.objectContaining({ code: "#N/A" })]]);
});
