import { allEditions } from "../../src/policy/rule-set";
import { readSheet, type SheetReading } from "../../src/sheet/reading/read-sheet";
import { SheetScoring } from "../../src/sheet/results/score-sheet";
import { eligibleText, statusText } from "../../src/sheet/results/score-tables";
import { isFailure, type FunctionResult, type Matrix, type ResultCell } from "../../src/functions/function-record";
import { readRows } from "../../src/functions/rows-given";
import { NONE_YET } from "../../src/functions/tier";
import type { RowScores } from "../../src/engine/rows/ladder";
import { slotText } from "../../src/engine/rows/explain";
import { call, release, sampleSheet } from "./sample-sheet";

const { policy, vocabulary } = release;
const DAYS = [policy.checked, "2026-03-31"] as const;
const TIERS = ["innovative", "tech-sme", "specialized", "little-giant", "champion-national", "high-tech"] as const;

let headings: Matrix = [];
let rows: Matrix = [];
const scored = new Map<string, { reading: SheetReading; rows: readonly RowScores[] }>();

beforeAll(async () => {
  const sample = await sampleSheet();
  ({ headings, rows } = sample);
  for (const asOf of DAYS) {
    const reading = readSheet(sample.grid, vocabulary, { asOf });
    if (reading.kind === "failure") throw new Error(reading.message.en);
    const scoring = new SheetScoring(reading, policy, vocabulary, {
      asOf,
      purpose: "new",
      assumeGeneral: true,
      plans: 0,
    });
    scored.set(asOf, { reading, rows: [...scoring.rows()].map(({ scores }) => scores) });
  }
});

function column(result: FunctionResult): ResultCell[] {
  if (isFailure(result)) throw new Error(result.message.en);
  return result.map((row) => row[0] ?? "");
}

/** The code of an error, the value otherwise. */
const plain = (cell: ResultCell): ResultCell => (isFailure(cell) ? cell.code : cell);
const truth = { met: true, unmet: false, unknown: "#N/A" } as const;

function scoresOn(day: string): readonly RowScores[] {
  const found = scored.get(day);
  if (!found) throw new Error(`nothing scored on ${day}`);
  return found.rows;
}

describe.each(DAYS)("on %s, for every enterprise of the sample workbook", (day) => {
  test("TIER gives the highest rung of the scored sheet", () => {
    const wanted = scoresOn(day).map(({ highest, outcomes }) => {
      if (highest !== null) {
        const entry = policy.tiers.get(highest);
        return entry ? allEditions(entry).map(({ name }) => name.zh) : [];
      }
      const open = policy.rungs.flat().some((tier) => outcomes.get(tier)?.status === "unknown");
      return [open ? "#N/A" : NONE_YET];
    });
    const given = column(call("TIER", headings, rows, day)).map(plain);
    given.forEach((cell, index) => expect(wanted[index]).toContain(cell));
    expect(new Set(given).size).toBeGreaterThan(4);
  });

  test.each(TIERS)("TIER_MEETS agrees with the status of %s", (tier) => {
    const wanted = scoresOn(day).map(({ outcomes }) => truth[outcomes.get(tier)?.status ?? "unknown"]);
    expect(column(call("TIER_MEETS", headings, rows, tier, day)).map(plain)).toEqual(wanted);
  });

  test.each(TIERS)("TIER_ELIGIBLE agrees with the eligibility for %s", (tier) => {
    const wanted = scoresOn(day).map(({ outcomes }) => truth[outcomes.get(tier)?.eligible ?? "unknown"]);
    expect(column(call("TIER_ELIGIBLE", headings, rows, tier, day)).map(plain)).toEqual(wanted);
  });

  test.each(["innovative", "tech-sme"])("TIER_SCORE agrees with the points for %s", (tier) => {
    const wanted = scoresOn(day).map(({ outcomes }) => {
      const score = outcomes.get(tier)?.score;
      return score && score.lo === score.hi ? score.lo : "#N/A";
    });
    const given = column(call("TIER_SCORE", headings, rows, tier, day)).map(plain);
    expect(given).toEqual(wanted);
    expect(given.filter((cell) => typeof cell === "number").length).toBeGreaterThan(50);
  });

  test("TIER_TABLE writes status, eligibility and points of every rung", () => {
    const table = call("TIER_TABLE", headings, rows, day);
    if (isFailure(table)) throw new Error(table.message.en);
    const [heading = [], ...body] = table;
    expect(body).toHaveLength(rows.length);
    for (const tier of ["innovative", "specialized", "little-giant"]) {
      const name = policy.tiers.get(tier)?.editions[0]?.name.zh ?? "";
      const at = heading.indexOf(name);
      expect(heading[at + 1]).toBe(`${name} 申报资格`);
      scoresOn(day).forEach(({ outcomes }, index) => {
        const outcome = outcomes.get(tier);
        if (!outcome) throw new Error(`${tier} was not scored`);
        expect(body[index]?.[at]).toBe(statusText(outcome.status).zh);
        expect(body[index]?.[at + 1]).toBe(eligibleText(outcome.eligible).zh);
        if (outcome.score && outcome.score.lo === outcome.score.hi)
          expect(body[index]?.[at + 2]).toBe(outcome.score.lo);
      });
    }
  });

  test("an open TIER_ELIGIBLE names every cell that the row path names", () => {
    const found = scored.get(day);
    const cells = column(call("TIER_ELIGIBLE", headings, rows, "little-giant", day));
    let open = 0;
    scoresOn(day).forEach(({ outcomes }, index) => {
      const outcome = outcomes.get("little-giant");
      const cell = cells[index] ?? "";
      if (outcome?.eligible !== "unknown" || !isFailure(cell)) return;
      open += 1;
      for (const key of [...outcome.missing, ...outcome.eligibleMissing])
        expect(cell.message.zh).toContain(slotText(key, vocabulary, found?.reading.t ?? 0).zh);
    });
    expect(open).toBeGreaterThan(5);
  });
});

test("row by row and all at once give the same, where the headings say what the numbers are", () => {
  for (const [id, more] of [
    ["TIER", []],
    ["TIER_MEETS", ["小巨人"]],
    ["TIER_ELIGIBLE", []],
    ["TIER_SCORE", []],
  ] as const) {
    // Percentages at or below 1 are settled by the column as a whole; see the next test.
    const share = headings[0]?.indexOf("国内市场占有率（%）") ?? -1;
    const clear = rows.filter((row) => Number(row[share]) > 1).slice(0, 25);
    const whole = column(call(id, headings, clear, ...more));
    const alone = clear.map((row) => column(call(id, headings, [row], ...more))[0]);
    expect(alone).toEqual(whole);
  }
});

test("a number of at most 1 under （%） is not known alone, and a percentage among others above 1", () => {
  const titles = [["企业名称", "国内市场占有率（%）"]];
  const shares = (...cells: number[]): readonly number[] => {
    const given = readRows(
      titles,
      cells.map((cell) => ["甲", cell]),
      policy.checked,
      release,
    );
    if (isFailure(given)) throw new Error(given.message.en);
    return [...(given.reading?.facts.column("niche_share_cn") ?? [])];
  };
  expect(shares(0.5)).toEqual([NaN]);
  expect(shares(0.5, 12, 30)).toEqual([0.005, 0.12, 0.3]);
});

test("a 0 beside or below a heading is an empty cell of a heading over two rows", () => {
  const titles = [
    ["企业名称", "营业收入（元）", 0],
    [0, "2025年", "2024年"],
  ];
  const table = call("TIER_TABLE", titles, [["甲", 100, 90]]);
  expect(isFailure(table) ? table.message.en : table[1]?.[0]).toBe("甲");
});
