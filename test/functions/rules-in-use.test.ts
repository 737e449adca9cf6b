/** Formulas judge by a draft only where the workbook says so, and say so; until the draft is read, and where it is faulty, they don't answer. */
import { policyWithDraft } from "../../src/authoring/draft-in-use";
import { associateFunctions } from "../../src/functions/associate";
import { CODES } from "../../src/functions/codes";
import { isFailure, type FunctionCode, type Matrix } from "../../src/functions/function-record";
import { rulesSaid } from "../../src/functions/rules-handover";
import { RulesInUse } from "../../src/functions/rules-in-use";
import { packRelease } from "../../src/policy/pack-release";
import { draftOf, put, sheetOf } from "../authoring/drafting";
import { release, sampleSheet } from "./sample-sheet";

const FILE = "national/little-giant/2026-04-01.yaml";
const RULES = ["TIER", "TIER_MEETS", "TIER_ELIGIBLE", "TIER_SCORE", "TIER_GAPS", "TIER_PLAN", "TIER_TABLE", "CRITERIA"];

const sheet = sheetOf(FILE);
put(sheet, "revenue", "value", 30000);
put(sheet, "revenue", "zh", "上年度营业收入3亿元以上");
const drafted = policyWithDraft(draftOf(sheet));
const handed = { kind: "draft", packed: packRelease({ ...release, policy: drafted }) } as const;

let headings: Matrix;
let rows: Matrix;
beforeAll(async () => {
  ({ headings, rows } = await sampleSheet());
});

function codeOf(id: string): FunctionCode {
  const code = CODES.find((one) => one.id === id);
  if (code === undefined) throw new Error(`no function ${id}`);
  return code;
}

/** The cells of an answer by these rules. */
function answer(rules: RulesInUse, id: string, ...args: readonly Matrix[]): string {
  const code = codeOf(id);
  const bound = rules.now(code);
  const blank: Matrix = [[null]];
  const given = code.takes.map((_, at) => args[at] ?? blank);
  return JSON.stringify(isFailure(bound) ? bound : code.compute(bound, ...given));
}

test("the functions that judge by the rules of tiers are those", () => {
  expect(CODES.filter(({ judges }) => judges === true).map(({ id }) => id)).toEqual(RULES);
});

test("with a draft in use its lines judge, and every answer in words calls it a draft", () => {
  const [plain, rules] = [new RulesInUse(release), new RulesInUse(release)];
  rules.say(rulesSaid(handed));
  const tier: Matrix = [["小巨人"]];
  const met = (which: RulesInUse): number => answer(which, "TIER_MEETS", headings, rows, tier).split("true").length - 1;
  expect([met(plain), met(rules)]).toEqual([62, 47]);
  expect(answer(rules, "TIER", headings, rows)).toContain("专精特新“小巨人”企业（草案）");
  expect(answer(rules, "TIER_TABLE", headings, rows)).toContain("专精特新“小巨人”企业（草案） 申报资格");
  const one = rows.slice(0, 1);
  for (const [id, ...args] of [
    ["CRITERIA", tier],
    ["TIER_GAPS", headings, one, tier],
    ["TIER_PLAN", headings, one, tier],
  ] as const) {
    expect(answer(rules, id, ...args)).toMatch(/"草案".*改自 2026-04-01 版，指纹 [0-9a-f]{8}），不是施行中的标准/);
    expect(answer(plain, id, ...args)).not.toContain("草案");
  }
});

test("another tier is judged as ever, and nothing says draft of it", () => {
  const [plain, rules] = [new RulesInUse(release), new RulesInUse(release)];
  rules.say(rulesSaid(handed));
  const tier: Matrix = [["专精特新"]];
  for (const id of ["TIER_MEETS", "TIER_ELIGIBLE", "TIER_GAPS"])
    expect(answer(rules, id, headings, rows.slice(0, 1), tier)).toBe(
      answer(plain, id, headings, rows.slice(0, 1), tier),
    );
});

test("a draft that can't be used leaves what judges without an answer, and nothing else", () => {
  const rules = new RulesInUse(release);
  rules.say({ kind: "refused", message: { zh: "草案有错：G7", en: "The draft is faulty: G7" } });
  for (const { id, judges } of CODES) {
    const refused = answer(rules, id).includes("草案有错：G7");
    expect({ id, refused }).toEqual({ id, refused: judges === true });
  }
});

test("while nobody knows whether a draft is in use, Excel waits, and then gets the draft's answer", async () => {
  const associated = new Map<string, (...given: readonly unknown[]) => unknown>();
  Object.assign(globalThis, {
    CustomFunctions: {
      associate: (id: string, code: (...given: readonly unknown[]) => unknown) => associated.set(id, code),
      Error: Error,
      ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A", invalidNumber: "#NUM!" },
    },
  });
  const rules = new RulesInUse(release, null);
  associateFunctions(rules, null, "zh");
  const waiting = associated.get("CRITERIA")?.("小巨人", null, null, {});
  expect(waiting).toBeInstanceOf(Promise);
  expect(associated.get("CREDIT_CODE_VALID")?.([["x"]], {})).toEqual([[false]]);
  rules.say(rulesSaid(handed));
  expect(JSON.stringify(await waiting)).toContain("（草案）");
  rules.say({ kind: "released" });
  expect(JSON.stringify(associated.get("CRITERIA")?.("小巨人", null, null, {}))).not.toContain("草案");
});
