/** Rows put into a draft: conditions, bands, cases, whole items. */
import { conditionsOf } from "../../src/policy/rule-set";
import { DRAFT_COLUMNS, type DraftColumn } from "../../src/authoring/draft-row";
import { YamlText } from "../../src/authoring/yaml-text";
import type { Cell } from "../../src/words/grid";
import { draftOf, put, rowOf, sheetOf, type SheetOfDraft } from "./drafting";

type Cells = Partial<Record<DraftColumn, Cell>>;

function insert(sheet: SheetOfDraft, below: string, ...rows: readonly Cells[]): void {
  const lines = rows.map((cells) => DRAFT_COLUMNS.map((column): Cell => cells[column] ?? null));
  sheet.cells.splice(rowOf(sheet, below) + 1, 0, ...lines);
}

const PROFIT: Cells = {
  id: "profit",
  kind: "条件",
  zh: "上年度净利润500万元以上",
  en: "Net profit last year at least 5 million yuan",
  clause: "附件2第2项",
  evidence: "暂定",
  aspect: "成长性",
  expression: "net_profit >= 500万",
};

test("a condition stands behind the one above it", () => {
  const sheet = sheetOf("national/little-giant/2026-04-01.yaml");
  insert(sheet, "revenue", PROFIT);
  const ids = draftOf(sheet).ruleSets[0]?.forPurpose.new.conditions.map(({ id }) => id) ?? [];
  expect(ids.slice(ids.indexOf("revenue"), ids.indexOf("revenue") + 2)).toEqual(["revenue", "profit"]);
});

test("a condition below a group's row is the first of the group, below one of its parts behind that part", () => {
  const first = sheetOf("national/little-giant/2026-04-01.yaml");
  insert(first, "market", PROFIT);
  const last = sheetOf("national/little-giant/2026-04-01.yaml");
  insert(last, "market-rank", { ...PROFIT, purpose: "新申报", noteZh: "说明", noteEn: "a note" });
  const partsOf = (sheet: SheetOfDraft): readonly string[] => {
    const group = draftOf(sheet).ruleSets[0]?.forPurpose.new.conditions.find(({ id }) => id === "market");
    return group === undefined ? [] : conditionsOf([group]).map(({ id }) => id);
  };
  expect(partsOf(first)).toEqual(["profit", "market-share", "market-rank"]);
  expect(partsOf(last)).toEqual(["market-share", "market-rank", "profit"]);
});

test("two rows put in at one place keep their order", () => {
  const sheet = sheetOf("national/little-giant/2026-04-01.yaml");
  insert(sheet, "revenue", PROFIT, { ...PROFIT, id: "staff", expression: "employees >= 10" });
  const ids = draftOf(sheet).ruleSets[0]?.forPurpose.new.conditions.map(({ id }) => id) ?? [];
  const at = ids.indexOf("revenue");
  expect(ids.slice(at, at + 3)).toEqual(["revenue", "profit", "staff"]);
});

test("a band stands between its neighbours, in one line as they do", () => {
  const sheet = sheetOf("national/specialized/2022-08-01.yaml");
  insert(sheet, "main-share#1", { kind: "档", relation: "≥", value: 75, unit: "%", points: 4 });
  const { text } = draftOf(sheet);
  expect(text).toContain("            - { at_least: 80%, points: 5 }\n            - { at_least: 75%, points: 4 }\n");
});

test("an item with its bands and what else it gives is whole", () => {
  const sheet = sheetOf("national/specialized/2022-08-01.yaml");
  const base: Cells = { clause: "评价指标第1项", evidence: "暂定", zh: "员工人数", en: "Employees" };
  insert(
    sheet,
    "main-share#otherwise",
    { ...base, id: "staff", kind: "评分项", aspect: "经营管理", points: 2, expression: "employees" },
    { kind: "档", relation: "≥", value: 100, points: 2 },
    { kind: "档", relation: "≥", value: 10, points: 1 },
    { kind: "其余", points: 0 },
  );
  put(sheet, "group:specialisation", "points", 27);
  const items = draftOf(sheet).ruleSets[0]?.forPurpose.new.score?.groups[0]?.items ?? [];
  expect(items[1]).toMatchObject({
    id: "staff",
    max: 2,
    scoring: { kind: "bands", bands: [{ cut: 100 }, { cut: 10 }] },
  });
});

test("a row that shall go leaves with all that belongs to it", () => {
  const sheet = sheetOf("national/little-giant/2026-04-01.yaml");
  put(sheet, "market", "remove", "是");
  put(sheet, "niche-years", "remove", "是");
  const { text, ruleSets } = draftOf(sheet);
  const ids = conditionsOf(ruleSets[0]?.forPurpose.new.conditions ?? []).map(({ id }) => id);
  for (const id of ["market-share", "market-rank", "niche-years"]) expect(ids).not.toContain(id);
  expect(ids).toContain("debt");
  expect(text).not.toContain("niche-years");
});

test("a note that was not there is written, one that is emptied goes", () => {
  const written = sheetOf("national/little-giant/2026-04-01.yaml");
  put(written, "revenue", "noteZh", "合并报表口径");
  put(written, "revenue", "noteEn", "Consolidated");
  put(written, "growth", "noteZh", null);
  put(written, "growth", "noteEn", null);
  const file = new YamlText(draftOf(written).text);
  const noteOf = (id: string): unknown => {
    let index = 0;
    while (file.value(["conditions", index, "id"]) !== id) index += 1;
    return file.value(["conditions", index, "note"]);
  };
  expect(noteOf("revenue")).toEqual({ zh: "合并报表口径", en: "Consolidated" });
  expect(noteOf("growth")).toBeUndefined();
});

test("the word that means a missing key takes the key out", () => {
  const sheet = sheetOf("national/little-giant/2026-04-01.yaml");
  put(sheet, "growth", "purpose", "新申报和复核");
  expect(draftOf(sheet).text.match(/purpose: new/g)).toBeNull();
});
