/** A published draft is an edition like any other: loaded, in force from its day, its tables holding; and says what is to be checked by hand. */
import { parse } from "yaml";
import { publish, type Published } from "../../src/authoring/publish";
import { loadPolicy } from "../../src/policy/load-criteria";
import { editionOn } from "../../src/policy/editions";
import { PROOFS } from "../../src/engine/rows/proofs";
import { tableFailures, thresholdTable } from "../check-rule-set";
import { draftOf, put, sheetOf, SOURCE, type SheetOfDraft } from "./drafting";

const LITTLE_GIANT = "national/little-giant/2026-04-01.yaml";

function raised(): SheetOfDraft {
  const sheet = sheetOf(LITTLE_GIANT);
  put(sheet, "revenue", "value", 6000);
  put(sheet, "revenue", "zh", "上年度营业收入6000万元以上");
  put(sheet, "debt", "value", 70);
  return sheet;
}

function published(sheet: SheetOfDraft, edition: string): Published {
  const made = publish(draftOf(sheet), edition, SOURCE);
  if ("refused" in made) throw new Error(made.refused.map(({ zh }) => zh).join("\n"));
  return made;
}

function loaded(files: Published): ReturnType<typeof loadPolicy> {
  const seeds = [...files].flatMap(([path, text]) =>
    path.startsWith("seeds/") ? [[path.slice(6), text] as const] : [],
  );
  return loadPolicy(new Map([...SOURCE.files, ...seeds]), SOURCE.vocabulary, PROOFS);
}

test("it is in force from its day on, the edition before it until the day before, for reviews too", () => {
  const tier = loaded(published(raised(), "2027-04-01")).tiers.get("little-giant");
  if (tier === undefined) throw new Error("no tier");
  for (const purpose of ["new", "review"] as const) {
    expect(editionOn(tier, "2027-03-31", purpose)?.edition).toBe("2026-04-01");
    expect(editionOn(tier, "2027-04-01", purpose)?.edition).toBe("2027-04-01");
  }
});

test.each([LITTLE_GIANT, "national/innovative/2022-08-01.yaml", "provinces/zhejiang/champion-province/2025.yaml"])(
  "its border table holds for it and says that it is to be checked by hand: %s",
  (file) => {
    const files = published(file === LITTLE_GIANT ? raised() : sheetOf(file), "2027-06-01");
    const [path, text] = [...files].find(([name]) => name.startsWith("test/cases/thresholds/")) ?? [];
    if (path === undefined || text === undefined) throw new Error("no table");
    expect(text).toContain("待手工");
    const table = thresholdTable(text);
    expect(table.checks.length).toBeGreaterThan(3);
    const editions = [...loaded(files).tiers.values()].flatMap(({ editions: own, provinces }) => [
      ...own,
      ...[...provinces.values()].flatMap((province) => province.editions),
    ]);
    const [made] = editions.filter(({ edition }) => edition === "2027-06-01");
    if (made === undefined) throw new Error("no edition");
    expect(tableFailures(table, made)).toEqual([]);
  },
);

test("examples that come out otherwise are rewritten and marked, the others stay as they were", () => {
  const text = published(raised(), "2027-04-01").get("seeds/national/little-giant/2027-04-01.yaml") ?? "";
  const before = SOURCE.files.get(LITTLE_GIANT) ?? "";
  const names = (yaml: string): readonly string[] =>
    [...yaml.matchAll(/- name: \{ zh: "?([^,"}]+)/g)].map(([, name = ""]) => name);
  const marked = names(text).filter((name) => name.includes("待手工核对"));
  expect(marked.length).toBe(10);
  const kept = names(text).filter((name) => !name.includes("待手工核对"));
  expect(names(before)).toEqual(expect.arrayContaining([...kept]));
});

test("the edition before it changes in its last day alone, the catalogue by one entry", () => {
  const files = published(raised(), "2027-04-01");
  const lines = (text: string): readonly string[] => text.split("\n");
  const old = lines(SOURCE.files.get(LITTLE_GIANT) ?? "");
  const now = lines(files.get(`seeds/${LITTLE_GIANT}`) ?? "");
  expect(now.filter((line, at) => line !== old[at])).toEqual([
    'in_force: { from: "2026-04-01", until: "2027-03-31" }',
    'review_in_force: { from: "2027-01-01", until: "2027-03-31" }',
  ]);
  const catalogue = lines(files.get("seeds/national/catalogue.yaml") ?? "");
  const before = new Set(lines(SOURCE.files.get("national/catalogue.yaml") ?? ""));
  expect(catalogue.filter((line) => !before.has(line))).toEqual([
    '      - edition: "2027-04-01"',
    "        covers: { zh: 改自 2026-04-01 版。, en: Made from edition 2026-04-01. }",
  ]);
});

test("its first day and the day before stand in the table of editions in force", () => {
  const table: unknown = parse(
    published(raised(), "2027-04-01").get("test/cases/in-force/little-giant-2027-04-01.yaml") ?? "",
  );
  expect(table).toEqual([
    { tier: "little-giant", day: "2027-03-31", new: "2026-04-01", review: "2026-04-01" },
    { tier: "little-giant", day: "2027-04-01", new: "2027-04-01", review: "2027-04-01" },
  ]);
});

test.each([
  ["a day that is none", LITTLE_GIANT, "2027-02-30", "不是一天"],
  ["a month", LITTLE_GIANT, "2027-04", "不是一天"],
  ["a day before the edition it was made from", LITTLE_GIANT, "2026-01-01", "不晚于"],
  ["a day that leaves reviews without it", LITTLE_GIANT, "2026-12-01", "起才用于复核"],
  [
    "an edition that another followed",
    "national/specialized/2022-08-01.yaml",
    "2027-04-01",
    "已在 2026-03-31 停止施行",
  ],
])("it is refused: %s", (_, file, day, said) => {
  const made = publish(draftOf(sheetOf(file)), day, SOURCE);
  expect("refused" in made ? made.refused.map(({ zh }) => zh).join() : "").toContain(said);
});
