/** 与上次相比: who rose, fell, became known, and what changed for them. */
import fc from "fast-check";
import { changesSheet, changeText, moveText } from "../../src/cultivation/verdict-change-table";
import { TURNS, verdictChanges, type VerdictChanges } from "../../src/cultivation/verdict-changes";
import {
  packVerdicts,
  readVerdicts,
  VerdictCollector,
  type VerdictSnapshot,
} from "../../src/cultivation/verdict-snapshot";
import { SheetCultivation } from "../../src/cultivation/sheet-cultivation";
import type { Purpose } from "../../src/policy/rule-set";
import { allSlots } from "../../src/language/vocabulary";
import { slotsOf } from "../../src/policy/cells-read";
import { theRelease } from "../release";
import { ALL_ROUND, contextOf, gridOf, sampleGrid, type Row } from "./made-up-sheet";

const AFTER = "2026-11-21";
/** The last day of the editions of 2022. */
const BEFORE = "2026-03-31";

interface Scored {
  readonly sheet: SheetCultivation;
  readonly verdicts: VerdictSnapshot;
}

function scored(rows: readonly Row[], asOf = AFTER, purpose: Purpose = "new"): Scored {
  const sheet = new SheetCultivation(contextOf(gridOf(rows), asOf, purpose));
  const { reading, vocabulary, judgement } = sheet.context;
  const verdicts = new VerdictCollector(reading, sheet.ladder, vocabulary, judgement);
  for (const { row, scores } of sheet.rows()) verdicts.add(row, scores);
  return { sheet, verdicts: verdicts.finish() };
}

function changed(before: VerdictSnapshot, after: Scored): VerdictChanges {
  const { policy, vocabulary, reading, judgement } = after.sheet.context;
  const { ladder } = after.sheet;
  const context = { policy, vocabulary, reading, ladder, purpose: judgement.purpose };
  return verdictChanges(before, after.verdicts, { ...context, rowOf: (row) => after.sheet.rowOf(row) });
}

const FIRM: Row = { ...ALL_ROUND, name: "甲厂", credit_code: "91370100XN0000012P" };
const OTHER: Row = { ...ALL_ROUND, name: "乙厂" };
const WEAK: Row = { ...FIRM, rd_expense: 1 };
const BLANK: Row = { ...FIRM, rd_expense: null };

const turnsOf = ({ firms }: VerdictChanges): string[] => firms.map(({ name, turn }) => `${name} ${turn}`);

test("a cell that lost a tier is named with what it said, what it says and where it stands", () => {
  const changes = changed(scored([FIRM, OTHER]).verdicts, scored([WEAK, OTHER]));
  expect(turnsOf(changes)).toEqual(["甲厂 fell"]);
  expect(changes.unchanged).toBe(1);
  const [firm] = changes.firms;
  const cell = firm?.changes.find(({ kind }) => kind === "cell");
  expect(cell).toMatchObject({ from: "800", to: "1" });
  expect(cell === undefined ? "" : changeText(cell).zh).toMatch(/^2025年研发费用 800 → 1（[A-Z]+2）$/);
  expect(firm?.moves.map((move) => moveText(move).zh).join()).toContain("✓ 达到 → ✗ 未达到");
});

test.each([
  ["rises where the cell is mended", [WEAK], [FIRM], "甲厂 rose"],
  ["waits for data where the cell is emptied", [WEAK], [BLANK], "甲厂 open"],
  ["is known where the blank is filled in with too little", [BLANK], [WEAK], "甲厂 known"],
  ["is new where it was not in the list", [OTHER], [OTHER, FIRM], "甲厂 new"],
  ["is gone where it is no longer in the list", [OTHER, FIRM], [OTHER], "甲厂 gone"],
])("an enterprise %s", (_name, before, after, turn) => {
  expect(turnsOf(changed(scored(before).verdicts, scored(after)))).toEqual([turn]);
});

test("a cell that no rule of the tiers that moved reads is not named as what changed", () => {
  const { policy, vocabulary } = theRelease();
  const read = new Set(
    ["specialized", "little-giant"].flatMap((tier) =>
      (policy.tiers.get(tier)?.editions ?? []).flatMap(({ forPurpose }) => [...slotsOf(forPurpose.new, vocabulary)]),
    ),
  );
  const beside = allSlots(vocabulary, "enterprise").find(
    (slot) => !read.has(slot) && vocabulary.fields.get(slot)?.type === "money",
  );
  if (beside === undefined) throw new Error("everything is read");
  const changes = changed(scored([{ ...FIRM, [beside]: 10 }]).verdicts, scored([{ ...WEAK, [beside]: 20 }]));
  const cells = changes.firms.flatMap((firm) => firm.changes.filter(({ kind }) => kind === "cell"));
  expect(cells).toMatchObject([{ to: "1" }]);
});

test("another day names the day and the editions that took the place of others, and no cell", () => {
  const changes = changed(scored([FIRM], BEFORE).verdicts, scored([FIRM], AFTER));
  expect(changes.general).toContainEqual({ kind: "date", from: BEFORE, to: AFTER });
  const said = changes.general.map((change) => changeText(change).zh);
  expect(said).toContain("标准换版：专精特新中小企业 山东省 2022-08-01 → 2026-04-01");
  expect(changes.firms.flatMap(({ changes: what }) => what).filter(({ kind }) => kind === "cell")).toEqual([]);
});

test("a province's edition is called by its name, and one of another place beside the same ones changes nothing", () => {
  const firm = { ...FIRM, credit_code: "91370100XN0000012P" };
  const elsewhere = { ...OTHER, credit_code: "91440100XN0000012X" };
  const changes = changed(scored([firm], BEFORE).verdicts, scored([firm, elsewhere], AFTER));
  const said = changes.general.map((change) => changeText(change).zh).join("\n");
  expect(said).not.toMatch(/\d{6} /);
  expect(said).not.toContain("瞪羚");
});

test("another purpose is named", () => {
  const changes = changed(scored([FIRM]).verdicts, scored([FIRM], AFTER, "review"));
  expect(changes.general).toContainEqual({ kind: "purpose", from: "new", to: "review" });
});

test("a row moved within the list is no change", () => {
  const changes = changed(scored([FIRM, OTHER]).verdicts, scored([OTHER, FIRM]));
  expect([turnsOf(changes), changes.unchanged]).toEqual([[], 2]);
});

test("where the cells were not kept nothing is said of any cell", () => {
  const kept = readVerdicts(packVerdicts(scored([FIRM]).verdicts, false));
  if (kept === null) throw new Error("not read");
  const [firm] = changed(kept, scored([WEAK])).firms;
  expect(firm?.changes).toEqual([{ kind: "cells-not-kept" }]);
});

test("the verdicts of a whole sheet come back from their text as they were", async () => {
  const sheet = new SheetCultivation(contextOf(await sampleGrid()));
  const { reading, vocabulary, judgement } = sheet.context;
  const collector = new VerdictCollector(reading, sheet.ladder, vocabulary, judgement);
  for (const { row, scores } of sheet.rows()) collector.add(row, scores);
  const verdicts = collector.finish();
  expect(verdicts.firms).toHaveLength(300);
  expect(readVerdicts(packVerdicts(verdicts))).toEqual(verdicts);
});

test("any other text is nothing to compare with", () => {
  const whole = packVerdicts(scored([FIRM]).verdicts);
  expect(readVerdicts('{"format":"zjtx-verdicts","version":9}')).toBeNull();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (at) => readVerdicts(whole.slice(0, at)) === null),
    { numRuns: 50 },
  );
});

test("a list compared with itself has not changed, whatever it holds", () => {
  const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 4 }), (shares) => {
      const rows = shares.map((main_share, at): Row => ({ ...FIRM, credit_code: null, name: `企业${at}`, main_share }));
      const changes = changed(scored(rows).verdicts, scored(rows));
      return changes.firms.length === 0 && changes.general.length === 0;
    }),
    { numRuns: 15 },
  );
});

test("the sheet has a line an enterprise in the order of the turns, and counts them above", () => {
  const before = scored([FIRM, { ...OTHER, rd_expense: 1 }, { ...ALL_ROUND, name: "丙厂" }]);
  const after = scored([WEAK, OTHER, { ...ALL_ROUND, name: "丁厂" }]);
  const changes = changed(before.verdicts, after);
  const sheet = changesSheet(changes, "zh");
  expect(sheet.rows.map((row) => [row[1], row[2]])).toEqual([
    ["乙厂", "↑ 上升"],
    ["甲厂", "↓ 下降"],
    ["丁厂", "新增的企业"],
    ["丙厂", "不在名单里了"],
  ]);
  expect(sheet.titleLines?.[1]).toBe("↑ 上升 1 家；↓ 下降 1 家；新增的企业 1 家；不在名单里了 1 家；没有变化 0 家");
  const counted = TURNS.reduce((sum, turn) => sum + changes.counts[turn], 0);
  expect(counted).toBe(changes.firms.length);
});
