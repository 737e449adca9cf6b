/** What a draft does to a list is what scoring the list under both, row by row, says; a sweep is the draft at each value. */
import { draftImpact, scorerOptions, type ImpactContext } from "../../src/authoring/draft-impact";
import { impactGroups } from "../../src/authoring/impact-groups";
import { heaviestFirst, lineWeights } from "../../src/authoring/line-weights";
import { lineRows, type LineRow } from "../../src/authoring/moved-line";
import { sweepLine, valuesAround } from "../../src/authoring/sweep";
import type { Draft } from "../../src/authoring/draft";
import { Scorer } from "../../src/engine/rows/evaluate";
import type { Verdict } from "../../src/policy/rule-set";
import type { SheetReading } from "../../src/sheet/reading/read-sheet";
import { contextOf as sheetContext, sampleGrid } from "../cultivation/made-up-sheet";
import { theRelease } from "../release";
import { draftOf, put, sheetOf, SOURCE } from "./drafting";

const FILE = "national/little-giant/2026-04-01.yaml";
const { policy } = theRelease();

let reading: SheetReading;
beforeAll(async () => {
  reading = sheetContext(await sampleGrid()).reading;
});

function contextOf(purpose: "new" | "review" = "new"): ImpactContext {
  const judgement = { asOf: "2026-11-21", purpose, assumeGeneral: true } as const;
  return { policy, vocabulary: SOURCE.vocabulary, reading, judgement };
}

function drafted(values: Readonly<Record<string, number>>): Draft {
  const sheet = sheetOf(FILE);
  for (const [id, value] of Object.entries(values)) put(sheet, id, "value", value);
  return draftOf(sheet);
}

/** Verdicts row by row. */
function verdicts(context: ImpactContext, draft: Draft): readonly Verdict[] {
  const [ruleSet] = draft.ruleSets;
  if (ruleSet === undefined) throw new Error("a draft has a rule set");
  const { vocabulary, judgement } = context;
  const scorer = new Scorer(ruleSet.forPurpose[judgement.purpose], reading.facts, vocabulary, scorerOptions(context));
  return Array.from({ length: reading.facts.count }, (_, row) => scorer.evaluate(row).status);
}

function lineOf(draft: Draft, id: string): LineRow {
  const line = lineRows(draft.rows, "new", draft.textAt).find(({ row }) => row.id === id);
  if (line === undefined) throw new Error(`no line ${id}`);
  return line;
}

test("an untouched draft moves nobody", () => {
  const { moved, gainingBy, losingBy } = draftImpact(contextOf(), drafted({}).ruleSets);
  expect({ moved, gainingBy, losingBy }).toEqual({ moved: [], gainingBy: [], losingBy: [] });
});

test.each([
  ["two lines raised", { revenue: 30000, debt: 50 }, ["revenue", "debt"]],
  ["two lines lowered", { ip: 1, "development-score": 40 }, ["ip-or-award", "development-score"]],
  ["one of each", { "main-share": 60, debt: 40 }, ["main-share", "debt"]],
])("who gains and loses is told row by row: %s", (_, values, conditions) => {
  const context = contextOf();
  const [before, after] = [verdicts(context, drafted({})), verdicts(context, drafted(values))];
  const { moved, moves } = draftImpact(context, drafted(values).ruleSets);
  const expected = before.flatMap((verdict, row) =>
    verdict === after[row] ? [] : [{ row, before: verdict, after: after[row] }],
  );
  expect(expected.length).toBeGreaterThan(0);
  expect(moved.map((firm) => ({ row: firm.row, before: firm.before, after: firm.after }))).toEqual(expected);
  const counted = Object.values(moves).flatMap((row) => Object.values(row));
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(before.length);
  // Nobody gains or loses by anything but a condition whose line was moved: it is among what is told of each.
  for (const firm of moved)
    expect(firm.conditions.filter(({ id }) => conditions.includes(id)).length).toBeGreaterThan(0);
  // Each group counts every one once.
  for (const kind of ["place", "size", "industry"] as const) {
    const groups = impactGroups(draftImpact(context, drafted(values).ruleSets), context).filter(
      (one) => one.kind === kind,
    );
    expect(groups.reduce((sum, { gained, lost, other }) => sum + gained + lost + other, 0)).toBe(moved.length);
  }
});

test("a sweep counts at each value what the draft with that value counts", () => {
  const context = contextOf();
  const base = drafted({});
  const values = ["0", "5000", "20000", "40000"];
  const points = [...sweepLine(context, base.ruleSets, lineOf(base, "revenue"), values)];
  for (const [index, value] of values.entries()) {
    const after = verdicts(context, drafted({ revenue: Number(value) }));
    const count = (verdict: Verdict): number => after.filter((one) => one === verdict).length;
    expect(points[index]).toEqual({ value, met: count("met"), unmet: count("unmet"), unknown: count("unknown") });
  }
});

test("values around a line run from nothing to twice as much, and a share no further than all", () => {
  const base = drafted({});
  const around = valuesAround(lineOf(base, "revenue"), 5);
  expect(around).toEqual(["0", "2500", "5000", "7500", "10000"]);
  expect(valuesAround(lineOf(base, "main-share"), 3)).toEqual(["0", "90", "100"]);
});

test("the line that moves most enterprises stands first, each with the draft's own count", () => {
  const context = contextOf();
  const base = drafted({});
  const met = verdicts(context, base).filter((one) => one === "met").length;
  const weights = heaviestFirst(lineWeights(context, base.ruleSets, lineRows(base.rows, "new", base.textAt)));
  const moved = weights.map(({ lower, higher }) =>
    Math.max(Math.abs((lower?.met ?? met) - met), Math.abs((higher?.met ?? met) - met)),
  );
  expect(weights.map((one) => one.met)).toEqual(weights.map(() => met));
  expect(moved).toEqual([...moved].sort((a, b) => b - a));
  expect(moved[0]).toBeGreaterThan(0);
});

test("firms of a province with rules of its own are left out and counted", () => {
  const sheet = sheetOf("national/champion-province/2017.yaml");
  const { moved, elsewhere } = draftImpact(contextOf(), draftOf(sheet).ruleSets);
  expect({ moved, elsewhere }).toEqual({ moved: [], elsewhere: 300 });
});
