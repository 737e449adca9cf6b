/**
 * A province is added by files alone: those of test/cases/province stand beside the release's seeds, and its firms are then judged by them
 * in sheets, formulas, plain-formula copies and plans, while nobody else's verdict moves.
 */
import { join } from "node:path";
import { loadKnowledge, readSeedFiles } from "../../src/commands/read-seeds";
import { loadCultivation } from "../../src/cultivation/load-cultivation";
import { measuresIn } from "../../src/cultivation/measures-for";
import { nativeScore } from "../../src/engine/formulas/native-score";
import { PROOFS } from "../../src/engine/rows/proofs";
import { Ladder } from "../../src/engine/rows/ladder";
import type { Verdict } from "../../src/policy/rule-set";
import { isFailure } from "../../src/functions/function-record";
import { invokeNow } from "../../src/functions/invoke";
import { RECORDS } from "../../src/functions/records";
import { loadPolicy } from "../../src/policy/load-criteria";
import { loadVocabulary } from "../../src/policy/load-vocabulary";
import { readSheet, type SheetReading } from "../../src/sheet/reading/read-sheet";
import { SheetScoring } from "../../src/sheet/results/score-sheet";
import type { Cell, Grid } from "../../src/words/grid";

const files = new Map([...readSeedFiles(), ...readSeedFiles(join(__dirname, "../cases/province"))]);
const vocabulary = loadVocabulary(files);
const policy = loadPolicy(files, vocabulary, PROOFS);
const cultivation = loadCultivation(files, policy, vocabulary);
const before = loadKnowledge();

const HEADINGS = ["企业名称", "所在省", "所在市", "营业收入（万元）", "从事细分市场年限", "国内排名", "省内排名"];
const FIRMS: readonly (readonly Cell[])[] = [
  ["南昌甲公司", "江西", "南昌", 60_000, 7, 9, 9],
  ["赣州乙公司", "江西省", "赣州市", 59_999, 7, 1, 1],
  ["济南丙公司", "山东", "济南", 60_000, 7, 9, 9],
  ["长沙丁公司", "湖南", "长沙", 60_000, 7, 1, 1],
  ["某戊公司", null, null, 60_000, 7, 1, 1],
];
const AS_OF = "2026-11-28";

function read(): SheetReading {
  const grid: Grid = { sheet: "名单", rows: [HEADINGS, ...FIRMS], merges: [], hiddenRows: new Set() };
  const reading = readSheet(grid, vocabulary, { asOf: AS_OF });
  if (reading.kind === "failure") throw new Error(reading.message.en);
  return reading;
}

function verdicts(rules: typeof policy): readonly (Verdict | undefined)[] {
  const options = { asOf: AS_OF, purpose: "new", assumeGeneral: true, plans: 0 } as const;
  return [...new SheetScoring(read(), rules, vocabulary, options).rows()].map(
    ({ scores }) => scores.outcomes.get("champion-province")?.status,
  );
}

const EXPECTED = ["met", "unmet", "unmet", "unknown", "unknown"];

test("its firms are judged by it, and nobody else's verdict moves", () => {
  expect(verdicts(policy)).toEqual(EXPECTED);
  expect(verdicts(before.policy)).toEqual(["unknown", "unknown", ...EXPECTED.slice(2)]);
});

test("formulas judge them alike, also where only the last argument tells the place", () => {
  const meets = RECORDS.find(({ id }) => id === "TIER_MEETS");
  if (!meets) throw new Error("no TIER_MEETS");
  const answers = (place: string | null): unknown => {
    const result = invokeNow(meets, { ...before, policy, vocabulary }, [
      [HEADINGS],
      FIRMS,
      "champion-province",
      AS_OF,
      place,
    ]);
    if (isFailure(result)) return result.code;
    return result.map(([cell = ""]) => (isFailure(cell) ? cell.code : cell));
  };
  expect(answers(null)).toEqual([true, false, false, "#N/A", "#N/A"]);
  expect(answers("江西")).toEqual([true, false, false, "#N/A", true]);
});

test("a copy in plain formulas holds the rules of each province, and says which judge a row", () => {
  const reading = read();
  const ladder = new Ladder(policy, vocabulary, reading.facts, {
    asOf: AS_OF,
    purpose: "new",
    t: reading.t,
    assumeGeneral: true,
  });
  const ruleSets = ladder.used.filter(({ tier }) => tier === "champion-province");
  expect(ruleSets.map(({ place }) => place)).toEqual([360_000, 370_000, null]);
  const copy = nativeScore(reading, {
    vocabulary,
    language: "zh",
    purpose: "new",
    asOf: AS_OF,
    assumeGeneral: true,
    ruleSets,
    rungs: policy.rungs,
  });
  const statuses = copy.answers.map(({ status }) => {
    const content = copy.columns[status]?.content;
    return content?.kind === "formula" ? content.formula : "";
  });
  expect(statuses[0]).toMatch(/^IF\(INT\([A-Z]+¤\/10000\)=36,/);
  expect(statuses[1]).toMatch(/^IF\(INT\([A-Z]+¤\/10000\)=37,/);
  expect(statuses[2]).toMatch(/^IF\(NOT\(OR\(INT\([A-Z]+¤\/10000\)=36,INT\([A-Z]+¤\/10000\)=37\)\),/);
});

test("its measures are for its firms, and the points it gives for the editions they belong to", () => {
  const reading = read();
  const judgement = { asOf: AS_OF, purpose: "new", assumeGeneral: true } as const;
  const ids = (row: number): readonly string[] =>
    measuresIn(row, { cultivation, reading, judgement }).map(({ id }) => id);
  expect(ids(0)).toContain("jx-made-up-measure");
  for (const row of [2, 3, 4]) expect(ids(row)).not.toContain("jx-made-up-measure");
  const points = policy.tiers
    .get("specialized")
    ?.provinces.get(360_000)
    ?.editions.map(({ edition }) => edition);
  expect(points).toEqual(["2022-08-01"]);
});
