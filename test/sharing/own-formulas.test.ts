import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { ownFormula, type FormulaCell } from "../../src/sharing/formulas/own-formulas";
import { shortNameFormula, shortNames } from "../../src/sharing/formulas/short-names";
import { ValuesPlanner, type ValuesPlan } from "../../src/sharing/formulas/values-plan";
import type { Cell } from "../../src/words/grid";

const NAMES = new Set(["TIER", "TIER_ELIGIBLE", "SUBSIDY", "HHI"]);

const CASES = z
  .array(
    z.strictObject({
      about: z.string(),
      formula: z.string(),
      value: z.union([z.string(), z.number()]),
      state: z.enum(["working", "unknown", "waiting", "none"]),
      nested: z.boolean().optional(),
      repair: z.string().nullable().optional(),
      defined: z.array(z.string()).optional(),
    }),
  )
  .parse(parse(readFileSync("test/cases/sharing/own-formulas.yaml", "utf8")));

const cellAt = (
  row: number,
  column: number,
  formula: string,
  value: Cell,
  more: Partial<FormulaCell> = {},
): FormulaCell => ({
  sheet: "表",
  row,
  column,
  formula,
  value,
  ...more,
});

test.each(CASES)("$about: $formula", ({ formula, value, state, nested, repair, defined }) => {
  const cell = cellAt(
    0,
    0,
    formula,
    typeof value === "string" && /^#[A-Z/]+[!?A]$/.test(value) ? { error: value } : value,
  );
  const found = ownFormula(cell, NAMES, new Set(defined));
  if (state === "none") expect(found).toBeNull();
  else expect([found?.state, found?.nested, found?.repair]).toEqual([state, nested, repair]);
});

test("an error that a host gives as text is understood like one", () => {
  expect(ownFormula(cellAt(0, 0, "=ZJTX.HHI(A1)", "#NAME?"), NAMES)?.state).toBe("unknown");
});

describe("a copy in values", () => {
  const plannedFor = (cells: readonly FormulaCell[]): ValuesPlan => {
    const planner = new ValuesPlanner(NAMES);
    for (const cell of cells) planner.add(cell);
    return planner.plan();
  };

  test("replaces calls alone, nested ones and all that is spilled, and leaves formulas that go on from them", () => {
    const plan = plannedFor([
      cellAt(1, 3, "=ZJTX.TIER(A1:C1,A2:C4)", "创新型", { spill: { top: 1, left: 3, bottom: 3, right: 4 } }),
      cellAt(1, 6, '=IF(ZJTX.HHI(A1:A9)>1,"高","低")', "高"),
      cellAt(1, 7, "=D2&G2", "创新型高"),
    ]);
    expect(plan.replacements.map(({ range }) => range)).toEqual([
      { top: 1, left: 3, bottom: 3, right: 4 },
      { top: 1, left: 6, bottom: 1, right: 6 },
    ]);
    expect([plan.notReady, plan.locked]).toEqual([[], []]);
  });

  test.each(["=COUNTA(D2#)", "=COUNTA($D$2#)", "=COUNTA('表'!D2#)", "=COUNTA(_xlfn.ANCHORARRAY(D2))"])(
    "replaces %s too, which has no spill to refer to any more, and what refers to its own",
    (formula) => {
      const spill = { top: 1, left: 3, bottom: 3, right: 3 };
      const cells = [
        cellAt(1, 3, "=ZJTX.TIER(A1:C1,A2:C4)", "x", { spill }),
        cellAt(1, 5, formula, 3, { spill: { top: 1, left: 5, bottom: 2, right: 5 } }),
        cellAt(1, 6, "=SUM(F2#)", 3),
        cellAt(1, 7, '="D2#"', "D2#"),
      ];
      expect(plannedFor(cells).replacements.map(({ range }) => range.left)).toEqual([3, 5, 6]);
    },
  );

  test("keeps cells that show no value yet out of it, and says which are locked", () => {
    const cells = [
      cellAt(1, 1, "=ZJTX.HHI(A1:A9)", { error: "#BUSY!" }),
      cellAt(2, 1, "=_xldudf_ZJTX_HHI(A1:A9)", { error: "#NAME?" }),
      cellAt(3, 1, "=ZJTX.HHI(A1:A9)", 1, { locked: true }),
    ];
    const plan = plannedFor(cells);
    expect(plan.notReady.map(({ cell, state }) => [cell.row, state])).toEqual([
      [1, "waiting"],
      [2, "unknown"],
    ]);
    expect(plan.replacements.map(({ range }) => range.top)).toEqual([3]);
    expect(plan.locked.map(({ row }) => row)).toEqual([3]);
  });
});

describe("short names", () => {
  const subsidy = {
    name: "SUBSIDY",
    parameters: [
      { name: "base", optional: false },
      { name: "rate", optional: false },
      { name: "share", optional: true },
      { name: "floor", optional: true },
    ],
  };

  test("pass on what is given and nothing for what is left out", () => {
    expect(shortNameFormula(subsidy)).toBe(
      "=LAMBDA(p_base,p_rate,[p_share],[p_floor]," +
        "IF(ISOMITTED(p_share)," +
        "IF(ISOMITTED(p_floor),ZJTX.SUBSIDY(p_base,p_rate),ZJTX.SUBSIDY(p_base,p_rate,,p_floor))," +
        "IF(ISOMITTED(p_floor),ZJTX.SUBSIDY(p_base,p_rate,p_share),ZJTX.SUBSIDY(p_base,p_rate,p_share,p_floor))))",
    );
  });

  test.each([
    ["free", [], [], "free"],
    ["ours", [{ name: "Subsidy", sheet: null, formula: shortNameFormula(subsidy) }], [], "ours"],
    [
      "ours of an earlier version",
      [{ name: "SUBSIDY", sheet: null, formula: "=LAMBDA(a,b,ZJTX.SUBSIDY(a,b))" }],
      [],
      "ours",
    ],
    [
      "ours while Excel does not know the function",
      [{ name: "SUBSIDY", sheet: null, formula: "=_xlfn.LAMBDA(_xlpm.a,_xldudf_ZJTX_SUBSIDY(_xlpm.a))" }],
      [],
      "ours",
    ],
    ["another name of the workbook", [{ name: "subsidy", sheet: null, formula: "=表!$A$1" }], [], "taken"],
    ["a name of one sheet", [{ name: "SUBSIDY", sheet: "表", formula: "=表!$A$1" }], [], "taken"],
    ["a table", [], ["Subsidy"], "taken"],
  ] as const)("%s", (_, existing, tables, state) => {
    expect(shortNames([subsidy], existing, tables)[0]?.state).toBe(state);
  });
});
