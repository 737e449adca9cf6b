/** An edition that nobody has written yet: what is missing is named cell by cell; filled in it is an edition of its place. */
import { readDraftSheet, templateRows, type Draft } from "../../src/authoring/draft";
import { DRAFT_COLUMNS, type DraftColumn } from "../../src/authoring/draft-row";
import { draftSheet } from "../../src/authoring/draft-sheet";
import { publish } from "../../src/authoring/publish";
import { isToBeWritten, templateOrigin } from "../../src/authoring/template";
import { editionOn } from "../../src/policy/editions";
import { loadPolicy } from "../../src/policy/load-criteria";
import { PROOFS } from "../../src/engine/rows/proofs";
import type { Cell } from "../../src/words/grid";
import { tableFailures, thresholdTable } from "../check-rule-set";
import { SOURCE } from "./drafting";

const ZHEJIANG = 330_000;

type Cells = Partial<Record<DraftColumn, Cell>>;

interface Filled {
  readonly values?: Readonly<Record<string, Cells>>;
  /** Rows put in below a row. */
  readonly added?: Readonly<Record<string, readonly Cells[]>>;
}

function readOf(file: string, scored: boolean, filled: Filled | null): ReturnType<typeof readDraftSheet> {
  const origin = templateOrigin(file, scored);
  if (origin === null) throw new Error(`${file} is no edition's`);
  const rows = templateRows(origin, SOURCE.vocabulary);
  const sheet = draftSheet(rows, origin, "x", "zh");
  const cells = [...sheet.rows].flatMap((line, at): Cell[][] => {
    const id = rows[at]?.id ?? "";
    const given = filled?.values?.[id];
    const own = line.map((cell, column): Cell => {
      const name = DRAFT_COLUMNS[column];
      if (name !== undefined && given?.[name] !== undefined) return given[name];
      if (filled !== null && typeof cell === "string" && isToBeWritten(cell)) return `${id} 的文字`;
      return cell;
    });
    return [own, ...(filled?.added?.[id] ?? []).map((row) => DRAFT_COLUMNS.map((name): Cell => row[name] ?? null))];
  });
  const grid = [["x"], sheet.columns.map(({ heading }): Cell => heading), ...cells];
  const read = { sheet: sheet.name, rows: grid, merges: [], hiddenRows: new Set<number>() };
  return readDraftSheet(read, origin, new Set(), SOURCE);
}

function draftOf(...given: Parameters<typeof readOf>): Draft {
  const draft = readOf(...given);
  if ("text" in draft) return draft;
  throw new Error(draft.troubles.map(({ cell, text }) => `${cell} ${text.zh}`).join("\n"));
}

test.each([
  ["a province's tier", "provinces/zhejiang/gazelle/2027-01-01.yaml", false, 13],
  ["with a score", "provinces/zhejiang/gazelle/2027-01-01.yaml", true, 21],
])("every cell that is yet to be written is named: %s", (_, file, scored, cells) => {
  const read = readOf(file, scored, null);
  const troubles = "troubles" in read ? read.troubles : [];
  expect(troubles.map(({ text }) => text.zh.slice(0, 7))).toEqual(
    Array.from({ length: cells }, () => "这一格还没有写"),
  );
});

const PROFIT: Cells = {
  id: "profit",
  kind: "条件",
  zh: "净利润500万元以上",
  en: "Net profit of at least 5 million yuan",
  clause: "第二条",
  evidence: "仅见一处",
  aspect: "成长性",
  expression: "net_profit >= 500万",
};

test.each([
  ["a tier that others have", "provinces/zhejiang/gazelle/2027-01-01.yaml", "gazelle"],
  ["a tier that only the province has", "provinces/zhejiang/rising-star/2027-01-01.yaml", "rising-star"],
  ["in a province without a catalogue", "provinces/anhui/gazelle/2027-01-01.yaml", "gazelle"],
])("a filled one is an edition of its province: %s", (_, file, tierId) => {
  const draft = draftOf(file, false, { added: { "first-condition": [PROFIT] } });
  const made = publish(draft, "2027-03-01", SOURCE);
  if ("refused" in made) throw new Error(made.refused.map(({ zh }) => zh).join("\n"));
  const seeds = [...made].flatMap(([path, text]) =>
    path.startsWith("seeds/") ? [[path.slice(6), text] as const] : [],
  );
  const policy = loadPolicy(new Map([...SOURCE.files, ...seeds]), SOURCE.vocabulary, PROOFS);
  const tier = policy.tiers.get(tierId);
  if (tier === undefined) throw new Error(`no tier ${tierId}`);
  const place = file.includes("anhui") ? 340_000 : ZHEJIANG;
  const edition = editionOn(tier, "2027-03-01", "new", place);
  expect(edition?.edition).toBe("2027-03-01");
  expect(edition?.forPurpose.new.conditions.map(({ id }) => id)).toEqual(["first-condition", "profit"]);
  expect(editionOn(tier, "2027-03-01", "new", 370_000)?.edition).not.toBe("2027-03-01");
  const [, table = ""] = [...made].find(([path]) => path.startsWith("test/cases/thresholds/")) ?? [];
  if (edition === null) throw new Error("no edition");
  expect(tableFailures(thresholdTable(table), edition)).toEqual([]);
});

test("its example is answered by the rules and marked as to be checked by hand", () => {
  const made = publish(draftOf("provinces/zhejiang/gazelle/2027-01-01.yaml", false, {}), "2027-03-01", SOURCE);
  const text = "refused" in made ? "" : (made.get("seeds/provinces/zhejiang/gazelle/2027-03-01.yaml") ?? "");
  expect(text).toContain("收入刚好1000万元（草案按程序算，待手工核对）");
  expect(text).toContain("expect: { status: met, unmet: [] }");
});

test("a score grows by groups, items and bands put in", () => {
  const base: Cells = { clause: "附件第2项", evidence: "仅见一处" };
  const draft = draftOf("provinces/zhejiang/gazelle/2027-01-01.yaml", true, {
    values: {
      "group:first-group": { points: 60 },
      "first-item": { points: 60 },
      "first-item#1": { points: 60 },
      "first-item#2": { points: 30 },
    },
    added: {
      "first-item#otherwise": [
        { id: "market", kind: "分项", zh: "市场", en: "Market", points: 40, relation: "≥", value: 10 },
        {
          ...base,
          id: "rank",
          kind: "评分项",
          zh: "名次",
          en: "Rank",
          aspect: "市场地位",
          points: 40,
          expression: "niche_rank_cn",
        },
        { kind: "档", relation: "≤", value: 1, points: 40 },
        { kind: "档", relation: "≤", value: 3, points: 20 },
        { kind: "其余", points: 0 },
      ],
    },
  });
  const groups = draft.ruleSets[0]?.forPurpose.new.score?.groups ?? [];
  expect(groups.map(({ id, max, floor, items }) => ({ id, max, floor, items: items.length }))).toEqual([
    { id: "first-group", max: 60, floor: null, items: 1 },
    { id: "market", max: 40, floor: { relation: ">=", points: 10 }, items: 1 },
  ]);
});

test("a number that was not seen is left empty, not left out", () => {
  const draft = draftOf("provinces/zhejiang/gazelle/2027-01-01.yaml", false, {
    values: { "document-number": { value: null } },
  });
  expect(draft.text).toContain('number: ""');
});
