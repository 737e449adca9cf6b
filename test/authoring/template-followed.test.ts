/**
 * The template followed for a document that the release has: Zhejiang's hidden champions of 2026. Its seeds are taken away, the empty draft is
 * filled in cell by cell as a person would, published, and laid over what is left: what comes out says the same as what was there.
 */
import { compareRequirements } from "../../src/authoring/compare-editions";
import { readDraftSheet, templateRows, type Draft, type DraftSource } from "../../src/authoring/draft";
import { DRAFT_COLUMNS, type DraftColumn } from "../../src/authoring/draft-row";
import { draftSheet } from "../../src/authoring/draft-sheet";
import { publish } from "../../src/authoring/publish";
import { templateOrigin } from "../../src/authoring/template";
import { YamlText } from "../../src/authoring/yaml-text";
import { PROOFS } from "../../src/engine/rows/proofs";
import { loadPolicy } from "../../src/policy/load-criteria";
import { editionsOf, type RuleSet } from "../../src/policy/rule-set";
import type { SeedFiles } from "../../src/policy/seed-file";
import type { Cell } from "../../src/words/grid";
import { tableFailures, thresholdTable } from "../check-rule-set";
import { SOURCE } from "./drafting";

const FILE = "provinces/zhejiang/hidden-champion/2026.yaml";

type Cells = Partial<Record<DraftColumn, Cell>>;

/** The cells that a person writes, by the id of the template's row. */
const WRITTEN: Readonly<Record<string, Cells>> = {
  name: { zh: "浙江省隐形冠军", en: "Zhejiang hidden champion" },
  "last-checked": { value: "2026-11-28" },
  "document-title": { value: "浙江省隐形冠军企业2026年申报条件（转述）" },
  "document-number": { value: null },
  "document-issuer": { value: "浙江省经济和信息化厅" },
  "document-part": { value: "转述，原文未见" },
  notes: {
    zh: "只见到一处转述，逐条都是单一来源。收入“一般不超过20亿元”按上限看，超过的由主管部门把握。",
    en: "Seen in one account only. Revenue normally up to 2 billion yuan is read as a ceiling; the authority may decide otherwise.",
  },
  "not-covered#1": {
    zh: "“主导产品不超过3个”“国际认证”等由人核对",
    en: "'No more than 3 leading products' and international certificates are checked by a person",
  },
  // Its id says nothing of the document: the conditions are put in below it, and it goes.
  "first-condition": { remove: "是" },
};

const condition = (
  id: string,
  zh: string,
  en: string,
  aspect: string,
  expression: string,
  more: Cells = {},
): Cells => ({
  id,
  kind: "条件",
  zh,
  en,
  clause: "申报条件",
  evidence: "仅见一处",
  aspect,
  expression,
  ...more,
});

/** The rows put in below the template's only condition, in the order of the document. */
const INSERTED: readonly Cells[] = [
  condition("years", "经营10年以上", "At least 10 years in business", "专业化发展", "age_years(founded) >= 10"),
  condition("niche-years", "从事细分市场10年以上", "At least 10 years in the niche", "专业化发展", "niche_years >= 10"),
  {
    id: "market-rank",
    kind: "任一",
    zh: "市场占有率全球前十或全国前三",
    en: "Market share among the first 10 in the world or the first 3 in China",
  },
  condition("world-10", "全球前十", "First 10 in the world", "市场地位", "within(niche_rank_world, 10)", {
    kind: "其中",
  }),
  condition("china-3", "全国前三", "First 3 in China", "市场地位", "within(niche_rank_cn, 3)", { kind: "其中" }),
  condition(
    "revenue-floor",
    "营业收入5000万元以上",
    "Revenue of at least 50 million yuan",
    "成长性",
    "revenue >= 5000万",
  ),
  condition(
    "revenue-ceiling",
    "营业收入一般不超过20亿元",
    "Revenue normally up to 2 billion yuan",
    "成长性",
    "revenue <= 20亿",
    { evidence: "暂定" },
  ),
  condition(
    "profit-growth",
    "近两年利润平均增长10%以上",
    "Profit grows by 10 % on average over 2 years",
    "成长性",
    "mean_growth(net_profit, 2) >= 10%",
  ),
  condition("debt", "资产负债率不高于75%", "Debt ratio at most 75 %", "经营管理", "debt_ratio <= 75%"),
  condition(
    "rd",
    "近两年每年研发费用占营业收入4%以上",
    "R&D at least 4 % of revenue in each of 2 years",
    "创新能力",
    "each(rd_ratio, 2) >= 4%",
  ),
  condition(
    "main-share",
    "主导产品占营业收入70%以上",
    "Leading products at least 70 % of revenue",
    "专业化发展",
    "leading_product_share >= 70%",
  ),
  condition("patents", "发明专利4项以上", "At least 4 invention patents", "创新能力", "invention_patents >= 4"),
  condition("standards", "主导或参与制定标准", "Leads or joins a standard", "创新能力", "standards_joined"),
];

/** The release before anybody had written this edition. */
function without(): SeedFiles {
  const catalogue = new YamlText(SOURCE.files.get("provinces/zhejiang/catalogue.yaml") ?? "");
  catalogue.remove(["tiers", 1]);
  const national = new YamlText(SOURCE.files.get("national/catalogue.yaml") ?? "");
  const tiers = national.value(["tiers"]);
  const at = Array.isArray(tiers)
    ? tiers.findIndex((_, index) => national.value(["tiers", index, "id"]) === "hidden-champion")
    : -1;
  const beside = national.value(["beside"]);
  if (at < 0 || !Array.isArray(beside)) throw new Error("the nation's catalogue does not know the tier");
  national.remove(["tiers", at]);
  national.set(
    ["beside"],
    beside.map(String).filter((id) => id !== "hidden-champion"),
  );
  const files = new Map(SOURCE.files);
  files.delete(FILE);
  files.set("provinces/zhejiang/catalogue.yaml", catalogue.result());
  files.set("national/catalogue.yaml", national.result());
  return files;
}

function filledIn(source: DraftSource, inserted: readonly Cells[]): ReturnType<typeof readDraftSheet> {
  const origin = templateOrigin(FILE, false);
  if (origin === null) throw new Error(`${FILE} is no edition's`);
  const rows = templateRows(origin, source.vocabulary);
  const sheet = draftSheet(rows, origin, "x", "zh");
  const cells = [...sheet.rows].flatMap((line, at): Cell[][] => {
    const id = rows[at]?.id ?? "";
    const own = line.map((cell, column): Cell => {
      const name = DRAFT_COLUMNS[column];
      const written = name === undefined ? undefined : WRITTEN[id]?.[name];
      return written === undefined ? cell : written;
    });
    const below = id === "first-condition" ? inserted : [];
    return [own, ...below.map((row) => DRAFT_COLUMNS.map((name): Cell => row[name] ?? null))];
  });
  const grid = [["x"], sheet.columns.map(({ heading }): Cell => heading), ...cells];
  return readDraftSheet(
    { sheet: sheet.name, rows: grid, merges: [], hiddenRows: new Set() },
    origin,
    new Set(),
    source,
  );
}

function troublesOf(read: ReturnType<typeof readDraftSheet>): string {
  return "troubles" in read ? read.troubles.map(({ cell, text }) => `${cell} ${text.zh}`).join("\n") : "";
}

function draftOf(source: DraftSource): Draft {
  const draft = filledIn(source, INSERTED);
  if ("text" in draft) return draft;
  throw new Error(troublesOf(draft));
}

function editionOf(files: SeedFiles): RuleSet {
  const found = editionsOf(loadPolicy(files, SOURCE.vocabulary, PROOFS)).find(({ file }) => file === FILE);
  if (found === undefined) throw new Error("the edition is not there");
  return found;
}

test("the template, filled in by cells, gives the edition that was there: nothing differs", () => {
  const files = without();
  const source = { ...SOURCE, files };
  const made = publish(draftOf(source), "2026", source);
  if ("refused" in made) throw new Error(made.refused.map(({ zh }) => zh).join("\n"));
  const seeds = [...made].flatMap(([path, text]) =>
    path.startsWith("seeds/") ? [[path.slice(6), text] as const] : [],
  );
  const followed = editionOf(new Map([...files, ...seeds]));
  const before = editionOf(SOURCE.files);
  for (const purpose of ["new", "review"] as const) {
    const differences = compareRequirements(
      before.forPurpose[purpose],
      followed.forPurpose[purpose],
      SOURCE.vocabulary,
    );
    expect(differences.filter(({ standing }) => standing !== "same")).toEqual([]);
    expect(followed.forPurpose[purpose]).toEqual(before.forPurpose[purpose]);
  }
  const { name, document, notes, notCovered, place, tier, edition, inForce, published, lastChecked } = followed;
  expect({ name, document, notes, notCovered, place, tier, edition, inForce, published, lastChecked }).toEqual({
    name: before.name,
    document: before.document,
    notes: before.notes,
    notCovered: before.notCovered,
    place: before.place,
    tier: before.tier,
    edition: before.edition,
    inForce: before.inForce,
    published: before.published,
    lastChecked: before.lastChecked,
  });
  // The border table that comes with it is answered by the edition that was there too.
  const [, table = ""] = [...made].find(([path]) => path.startsWith("test/cases/thresholds/")) ?? [];
  expect(thresholdTable(table).checks.map(({ condition }) => condition)).toEqual([
    "niche-years",
    "world-10",
    "china-3",
    "revenue-floor",
    "revenue-ceiling",
    "debt",
    "main-share",
    "patents",
    "standards",
  ]);
  for (const id of ["years", "profit-growth", "rd"]) expect(table).toContain(`# ${id}: 几个栏目合起来算，请手工补`);
  expect(tableFailures(thresholdTable(table), followed)).toEqual([]);
});

test.each([
  ["a group without conditions", INSERTED.filter(({ kind }) => kind !== "其中"), "这一组里还没有条件"],
  [
    "a part that belongs to no group",
    INSERTED.filter(({ kind }) => kind !== "任一"),
    "“其中”只跟在新的任一、全部、至少几项后面",
  ],
  ["a group without an id", INSERTED.map((row) => (row.kind === "任一" ? { ...row, id: null } : row)), "要有编号"],
])("%s is told with its cell", (_, rows, message) => {
  const said = troublesOf(filledIn({ ...SOURCE, files: without() }, rows));
  expect(said).toContain(message);
  expect(said).toMatch(/^[A-Z]\d+ /);
});

test("at least so many of several conditions are a group with its number", () => {
  const rows = INSERTED.map((row) => (row.kind === "任一" ? { ...row, kind: "至少几项", value: 2 } : row));
  const read = filledIn({ ...SOURCE, files: without() }, rows);
  expect(troublesOf(read)).toBe("");
  const groups = "text" in read ? (read.ruleSets[0]?.forPurpose.new.conditions ?? []) : [];
  expect(groups.find(({ id }) => id === "market-rank")).toMatchObject({ node: "at-least", count: 2 });
});
