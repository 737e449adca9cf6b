import fc from "fast-check";
import { whatIf, type WhatIf } from "../../src/cultivation/what-if";
import { Ladder, type RowScores } from "../../src/engine/rows/ladder";
import type { Cell } from "../../src/words/grid";
import { theRelease } from "../release";
import { contextOf, gridOf, LITTLE_GIANT, type Row } from "./made-up-sheet";

const { policy, vocabulary } = theRelease();

function scored(row: Row, edits: Readonly<Record<string, Cell>>, others: readonly Row[] = []): WhatIf {
  const result = whatIf(contextOf(gridOf([row, ...others])), 0, new Map(Object.entries(edits)));
  if (result.kind === "refused") throw new Error(result.problems.map(({ message }) => message.zh).join());
  return result;
}

/** What the sheet itself would give with the cells typed in. */
function rescored(row: Row, edits: Readonly<Record<string, Cell>>, others: readonly Row[]): RowScores {
  const { reading, judgement } = contextOf(gridOf([{ ...row, ...edits }, ...others]));
  return new Ladder(policy, vocabulary, reading.facts, { ...judgement, t: reading.t }).score(0);
}

describe("What if a cell said something else", () => {
  test("A verdict moves, and the others are said not to", () => {
    const { moves } = scored({ ...LITTLE_GIANT, main_share: 0.85 }, { main_share: "90%" });
    expect(moves.find(({ tier }) => tier === "little-giant")).toMatchObject({
      before: "unmet",
      after: "met",
      moved: true,
    });
    expect(moves.find(({ tier }) => tier === "specialized")).toMatchObject({
      before: "met",
      after: "met",
      moved: false,
    });
  });

  test("A cell emptied is unknown, not 0", () => {
    const { moves } = scored(LITTLE_GIANT, { development_score: null });
    expect(moves.find(({ tier }) => tier === "little-giant")?.after).toBe("unknown");
  });

  test("Money is read in the unit of its own column", () => {
    const rows: Row[] = [{ name: "一家", niche_years: 5, debt_ratio: 0.5, main_share: 0.9 }];
    const grid = gridOf(rows);
    const [headings = [], cells = []] = grid.rows;
    const inYuan = {
      ...grid,
      rows: [
        headings.map((heading) => (heading === "2025年营业收入（万元）" ? "2025年营业收入（元）" : heading)),
        cells.map((cell, at) => (at === 1 ? 60_000_000 : cell)),
      ],
    };
    const result = whatIf(contextOf(inYuan), 0, new Map<string, Cell>([["revenue", "45,000,000"]]));
    expect(result.kind === "scored" ? result.facts.column("revenue")?.[0] : null).toBe(4500);
  });

  test("A cell that can't be read is refused with its column, and nothing is scored", () => {
    const result = whatIf(
      contextOf(gridOf([LITTLE_GIANT])),
      0,
      new Map<string, Cell>([
        ["revenue", "约500"],
        ["revnue", 1],
      ]),
    );
    expect(result.kind).toBe("refused");
    const problems = result.kind === "refused" ? result.problems : [];
    expect(problems.map(({ slot }) => slot)).toEqual(["revenue", "revnue"]);
    expect(problems[0]?.message.zh).toContain("“2025年营业收入（万元）”写的是“约500”");
  });

  test("The reading is not touched", () => {
    const context = contextOf(gridOf([LITTLE_GIANT]));
    whatIf(context, 0, new Map<string, Cell>([["revenue", 1]]));
    expect(context.reading.facts.column("revenue")?.[0]).toBe(12000);
  });

  test("A part that was 0 beside a whole of 0 waits to be filled in where the whole is not 0 any more", () => {
    const row: Row = { ...LITTLE_GIANT, ip_class1: 0, ip_class1_used: null };
    expect(scored(row, { ip_class1: 5 }).moves.find(({ tier }) => tier === "little-giant")?.after).toBe("unknown");
  });

  test("It equals the score of the sheet with the cells typed in, whatever they are", () => {
    const cell: Readonly<Record<string, fc.Arbitrary<Cell>>> = {
      revenue: fc.oneof(fc.constantFrom<Cell>("5,000", "0.5亿", null, 0), fc.integer({ min: 0, max: 50_000 })),
      main_share: fc.constantFrom<Cell>("90%", 0.9, "89.99%", null, 1),
      debt_ratio: fc.constantFrom<Cell>(0.75, "75.01%", null),
      rd_expense: fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.constant(null)),
      ip_class1: fc.constantFrom<Cell>(0, 3, 8, null),
      ip_class1_used: fc.constantFrom<Cell>(4, 3, null),
      key_link: fc.constantFrom<Cell>("是", "否", "√", null),
      title_specialized_until: fc.constantFrom<Cell>("2026-11-20", "2026-11-21", "是", "否", null),
      rd_institution: fc.constantFrom<Cell>("省级", "无", null),
      niche_rank_cn: fc.constantFrom<Cell>(1, 4, null),
    };
    const others: Row[] = [{ ...LITTLE_GIANT, rd_institution: "市级" }];
    fc.assert(
      fc.property(fc.record(cell, { requiredKeys: [] }), fc.boolean(), (drawn, bare) => {
        const edits: Row = Object.fromEntries(Object.entries(drawn).map(([id, value]) => [id, value ?? null]));
        const row: Row = bare ? { name: "一家" } : LITTLE_GIANT;
        const { scores } = scored(row, edits, others);
        const again = rescored(row, edits, others);
        expect(scores.highest).toBe(again.highest);
        for (const [tier, outcome] of again.outcomes) {
          const { status, eligible, score, missing, unmet } = scores.outcomes.get(tier) ?? {};
          expect({ tier, status, eligible, score, missing, unmet }).toEqual({
            tier,
            status: outcome.status,
            eligible: outcome.eligible,
            score: outcome.score,
            missing: outcome.missing,
            unmet: outcome.unmet,
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});
