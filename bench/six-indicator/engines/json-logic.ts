/**
 * json-logic-engine, compiled: its documentation recommends `build` for rules that run often. Two compiled rules, the points of the
 * three groups and the verdict on them, so that no sum is written twice.
 */
import { LogicEngine } from "json-logic-engine";
import { DEBT, EPSILON, GROWTH, IP, MAIN, RD, type CompleteRow, type OtherEngine } from "./complete-row";

type Logic = number | Readonly<Record<string, string | readonly Logic[]>>;

const cell = (id: keyof CompleteRow): Logic => ({ val: id });
const over = (part: keyof CompleteRow, whole: keyof CompleteRow): Logic => ({ "/": [cell(part), cell(whole)] });

function atLeast(value: Logic, lines: readonly (readonly [number, number])[]): Logic {
  return { if: [...lines.flatMap(([line, points]) => [{ ">=": [value, line - EPSILON] }, points]), 0] };
}

const INNOVATION: Logic = {
  "+": [
    { if: [...IP.flatMap(([id, points]) => [{ ">=": [cell(id), 1] }, points]), 0] },
    atLeast(over("rd_expense", "revenue"), RD),
  ],
};
const GROWING: Logic = {
  "+": [
    atLeast({ "-": [over("main_revenue", "main_revenue_1"), 1] }, GROWTH),
    {
      if: [
        ...DEBT.flatMap(([line, points]) => [
          { "<=": [over("total_liabilities", "total_assets"), line + EPSILON] },
          points,
        ]),
        0,
      ],
    },
  ],
};
const SPECIAL: Logic = {
  "+": [{ if: [{ ">=": [cell("strategic_industry"), 1] }, 10, 5] }, atLeast(over("main_revenue", "revenue"), MAIN)],
};

const GROUPS = [INNOVATION, GROWING, SPECIAL];
/** Asked of the three groups' points. */
const PASSES: Logic = {
  and: [
    { ">=": [{ "+": [{ val: [0] }, { val: [1] }, { val: [2] }] }, 60] },
    { ">=": [{ val: [0] }, 20] },
    { ">=": [{ val: [1] }, 15] },
    { ">=": [{ val: [2] }, 15] },
  ],
};

export function jsonLogic(rows: number): OtherEngine {
  const engine = new LogicEngine();
  const groupsOf = engine.build(GROUPS);
  const passes = engine.build(PASSES);
  return {
    name: "json-logic-engine, compiled",
    rows,
    score: (given) => {
      const answers = { status: new Uint8Array(given.length), low: new Float64Array(given.length) };
      for (let i = 0; i < given.length; i += 1) {
        const groups: unknown = Reflect.apply(groupsOf, undefined, [given[i]]);
        if (!Array.isArray(groups)) throw new TypeError("json-logic-engine gave no points");
        answers.low[i] = Number(groups[0]) + Number(groups[1]) + Number(groups[2]);
        answers.status[i] = Reflect.apply(passes, undefined, [groups]) === true ? 2 : 0;
      }
      return answers;
    },
  };
}
