import { readdirSync, readFileSync } from "node:fs";
import { CODES } from "../../src/functions/codes";
import { lintRecords, writtenId, type LintInput } from "../../src/functions/lint-records";
import type { FunctionParameter, FunctionRecord } from "../../src/functions/function-record";
import { RECORDS } from "../../src/functions/records";
import { readReleased } from "../../src/functions/released";
import { signatureOf } from "../../src/functions/signatures";

const FOLDER = "src/functions";
const released = readReleased(readFileSync(`${FOLDER}/released.json`, "utf8"));
const written = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) => writtenId(readFileSync(`${FOLDER}/${file}`, "utf8")) ?? []);

test("the records of this release pass every gate", () => {
  expect(written.sort()).toEqual(RECORDS.map(({ id }) => id).sort());
  expect(lintRecords({ records: RECORDS, associated: CODES.map(({ id }) => id), written, released })).toEqual([]);
});

test("the last release is on record", () => {
  expect(released.length).toBeGreaterThan(0);
});

const parameter = (name: string, change: Partial<FunctionParameter> = {}): FunctionParameter => ({
  name: { zh: "数", en: name },
  description: { zh: "一个数", en: "a number" },
  type: "any",
  dimensionality: "matrix",
  optional: false,
  ...change,
});

const good: FunctionRecord = {
  id: "HALVED",
  takes: ["matrix"],
  name: "HALVED",
  description: { zh: "一半", en: "one half" },
  parameters: [parameter("value")],
  result: { type: "any", dimensionality: "matrix" },
  help: [{ zh: "给一半。", en: "Gives one half." }],
  examples: [{ formula: "=ZJTX.HALVED(A1)", shows: { zh: "一半", en: "half" } }],
  unsureZero: "both",
  compute: (_bound, value) => value.map((row) => row.map((cell) => Number(cell) / 2)),
};

function problems(change: Partial<FunctionRecord>, more: Partial<LintInput> = {}): readonly string[] {
  const described = { ...good, ...change };
  // A fault in the parameters alone is planted; the code follows them unless it is the fault.
  const takes = change.takes ?? described.parameters.map(({ dimensionality }) => dimensionality);
  const record = { ...described, takes };
  return lintRecords({ records: [record], associated: [record.id], written: [record.id], released: [], ...more });
}

test("a good record has no problem", () => {
  expect(problems({})).toEqual([]);
});

const named = (name: string): Partial<FunctionRecord> => ({
  name,
  examples: [{ formula: `=ZJTX.${name}(A1)`, shows: good.description }],
});

test.each([
  ["TIE1", "cell"],
  ["ABC12", "cell"],
  ["XFD1048576", "cell"],
  ["R1C1", "cell"],
  ["RC", "cell"],
  ["R12", "cell"],
  ["AB", "three characters"],
  ["1ST", "start with a letter"],
  ["HALF-IT", "A-Z, 0-9"],
  ["HALF IT", "A-Z, 0-9"],
  ["一半", "A-Z, 0-9"],
  ["ECHO", "macro command"],
  ["XLOOKUP", "macro command"],
  [`A${"B".repeat(128)}`, "at most 128"],
])("the name %s is refused", (name, reason) => {
  expect(problems(named(name)).join("\n")).toContain(reason);
});

test.each(["XFE1", "TIER1", "HALF_IT", "ABC12345678"])("the name %s is no cell and may be taken", (name) => {
  expect(problems(named(name))).toEqual([]);
});

const faults: readonly (readonly [string, Partial<FunctionRecord>, string])[] = [
  [
    "a parameter with a default value",
    { compute: (_bound, value = [[1]]) => value.map((row) => row.map(Number)) },
    "without default values",
  ],
  ["parameters gathered by a rest", { compute: (_bound, ...values) => values.map((_, at) => [at]) }, "takes 0 of 1"],
  [
    "a parameter the code does not take",
    { parameters: [parameter("value"), parameter("other", { name: { zh: "另", en: "other" } })] },
    "takes 1 of 2",
  ],
  ["a description without Chinese", { description: { zh: "half", en: "half" } }, "no Chinese"],
  ["a description without English", { description: { zh: "一半", en: " " } }, "description needs a text"],
  [
    "a parameter without a description",
    { parameters: [parameter("value", { description: { zh: "", en: "" } })] },
    "description of parameter value",
  ],
  ["a parameter whose English name is none", { parameters: [parameter("数值")] }, "the en name is a-z"],
  ["a result that is no matrix", { result: { type: "any", dimensionality: "scalar" } }, "must be a matrix"],
  ["no help", { help: [] }, "no help"],
  ["help in one language", { help: [{ zh: "给一半。", en: "" }] }, "help paragraph 1"],
  ["no example", { examples: [] }, "no example"],
  [
    "an example of another function",
    { examples: [{ formula: "=ZJTX.OTHER(A1)", shows: good.description }] },
    "does not call",
  ],
];

test.each(faults)("%s is refused", (_what, change, reason) => {
  expect(problems(change).join("\n")).toContain(reason);
});

test("a required parameter behind an optional one is refused", () => {
  const parameters = [
    parameter("first", { optional: true }),
    parameter("second", { name: { zh: "另", en: "second" } }),
  ];
  const compute: FunctionRecord["compute"] = (_bound, first, second) => [[first.length + second.length]];
  expect(problems({ parameters, compute })).toEqual([
    "HALVED: required parameter second stands behind an optional one",
  ]);
});

test("two records or parameters of one name are refused", () => {
  const found = lintRecords({ records: [good, good], associated: ["HALVED"], written: ["HALVED"], released: [] });
  expect(found).toEqual(["HALVED: two records have this id", "HALVED: two records have this name"]);
  const parameters = [parameter("value"), parameter("value")];
  const compute: FunctionRecord["compute"] = (_bound, one, two) => [[one.length + two.length]];
  expect(problems({ parameters, compute })).toEqual([
    "HALVED: two parameters are called 数",
    "HALVED: two parameters are called value",
  ]);
});

test("a function that no list names is lost", () => {
  expect(problems({}, { written: ["HALVED", "FORGOTTEN"] })).toEqual([
    "FORGOTTEN: its file holds a function that records.ts or codes.ts does not list; Excel would show #NAME?",
  ]);
});

test("a record without associated code is refused", () => {
  expect(problems({}, { associated: [], written: [] })).toEqual([
    "HALVED: no code is associated with it; Excel would wait for ever",
  ]);
});

test("code that takes something else than the parameters say is refused", () => {
  expect(problems({ takes: ["scalar"] })).toEqual([
    "HALVED: the code takes scalar, which is not what the parameters say",
  ]);
});

test("a source file is known by the record it holds", () => {
  expect(writtenId('export const halfCode: FunctionCode = {\n  id: "HALF",')).toBe("HALF");
  expect(writtenId("export const TIER = 1;")).toBeNull();
});

describe("what was released", () => {
  const other = { ...parameter("other"), name: { zh: "另", en: "other" } };
  const two: FunctionRecord["compute"] = (_bound, one, next) => [[one.length + next.length]];
  const before = [signatureOf(good)];

  test.each([
    [
      "may gain an optional parameter at its end",
      { parameters: [parameter("value"), { ...other, optional: true }], compute: two },
      null,
    ],
    ["must keep its id", { id: "HALF" }, "missing or under another id"],
    ["must keep its name", { ...named("HALVES") }, "names are fixed"],
    [
      "must not gain a parameter in front",
      { parameters: [other, parameter("value")], compute: two },
      "was value and is now other",
    ],
    [
      "must not gain a required parameter",
      { parameters: [parameter("value"), other], compute: two },
      "must be optional",
    ],
    ["must not rename a parameter", { parameters: [other] }, "was value and is now other"],
    [
      "must not retype a parameter",
      { parameters: [parameter("value", { dimensionality: "scalar" })] },
      "changed its type",
    ],
    ["must not change its result", { result: { type: "number", dimensionality: "matrix" } }, "result changed"],
  ] as const)("%s", (_what, change, reason) => {
    const found = problems(change, { released: before }).join("\n");
    if (reason === null) expect(found).toBe("");
    else expect(found).toContain(reason);
  });

  test("must not lose a parameter, nor require an optional one", () => {
    const wide = { ...good, parameters: [parameter("value"), { ...other, optional: true }], compute: two };
    expect(problems({}, { released: [signatureOf(wide)] })).toEqual(["HALVED: parameter other is gone"]);
    const strict = problems(
      { parameters: [parameter("value"), other], compute: two },
      { released: [signatureOf(wide)] },
    );
    expect(strict).toEqual(["HALVED: parameter other was optional and is now required"]);
  });

  test("is never taken for nothing when it cannot be read", () => {
    expect(() => readReleased('[{"id":"X"}]')).toThrow("released.json");
    expect(() => readReleased("{}")).toThrow("released.json");
  });
});
