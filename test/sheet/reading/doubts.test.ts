import { readSheet, type SheetReading } from "../../../src/sheet/reading/read-sheet";
import type { SavedMapping } from "../../../src/sheet/reading/saved-mapping";
import type { Cell } from "../../../src/words/grid";
import type { Vocabulary } from "../../../src/language/vocabulary";
import { theRelease } from "../../release";

const { vocabulary } = theRelease();

function reading(rows: readonly (readonly Cell[])[], mapping?: SavedMapping, words: Vocabulary = vocabulary) {
  const grid = { sheet: "名单", rows, merges: [], hiddenRows: new Set<number>() };
  const result = readSheet(grid, words, { asOf: "2026-11-21", ...(mapping ? { mapping } : {}) });
  if (result.kind === "failure") throw new Error(result.message.zh);
  return result;
}

const inYuan: readonly (readonly Cell[])[] = [
  ["企业名称", "营业收入", "从业人员", "2024年研发费用（万元）"],
  ["甲", 120_000_000, 100, 40],
  ["乙", null, 80, 60],
  ["丙", 50_000_000, 60, 80],
  ["丁", 70_000_000, 60, 80],
];

const revenue = (one: SheetReading): number[] => [...(one.facts.column("revenue") ?? [])];

test("A doubt says what is doubtful, what it would be taken for and how to answer, with three of its cells", () => {
  const [doubt, ...more] = reading(inYuan).doubts;
  expect(more).toEqual([]);
  expect(doubt).toMatchObject({
    id: "unit-suspect",
    columns: [1],
    cells: ["B1"],
    heading: "营业收入",
    field: "revenue",
    back: 0,
    unit: "万元",
    standing: "unlikely",
    units: ["元", "万元"],
    examples: ["120000000", "50000000", "70000000"],
  });
  expect(doubt?.question.zh).toMatch(/“营业收入”（B1）按万元算的话，.*单位像是元。眼下认作“营业收入”2024年，万元/);
  expect(doubt?.question.zh).toContain("确认之前按待补数据处理");
  expect(doubt?.question.en).toContain("Confirm the column in the mapping");
});

test("Confirming a doubt gives the facts as the column stands, and leaves the reading as it was", () => {
  const one = reading(inYuan);
  expect([...(one.facts.column("revenue") ?? [])]).toEqual([NaN, NaN, NaN, NaN]);
  const confirmed = one.confirming(one.doubts);
  expect([...(confirmed.facts.column("revenue") ?? [])]).toEqual([120_000_000, NaN, 50_000_000, 70_000_000]);
  expect(confirmed.doubts).toEqual([]);
  expect(one.doubts).toHaveLength(1);
});

test("An answer in another unit is taken", () => {
  const mapping: SavedMapping = { version: 1, columns: [{ column: "B", heading: "营业收入", unit: "元" }] };
  expect([...(reading(inYuan, mapping).facts.column("revenue") ?? [])]).toEqual([12_000, NaN, 5_000, 7_000]);
});

test("An answer in another unit leaves the other amounts without a unit asked about, with the same unit offered", () => {
  const rows = [
    ["企业名称", "从业人员", "营业收入", "近两年新增股权融资"],
    ["甲", 100, 120_000_000, 4_000_000],
    ["乙", 60, 50_000_000, 2_000_000],
  ];
  expect(reading(rows).doubts.map(({ field, units }) => [field, ...units])).toEqual([
    ["revenue", "元", "万元"],
    ["new_equity_2y", "元", "万元"],
  ]);
  const inUnit = (unit: string): SavedMapping => ({
    version: 1,
    columns: [{ column: "C", heading: "营业收入", field: "revenue", back: 0, unit }],
  });
  expect(reading(rows, inUnit("元")).doubts).toMatchObject([
    { field: "new_equity_2y", standing: "unlikely", units: ["元", "万元"] },
  ]);
  expect(reading(rows, inUnit("万元")).doubts).toEqual([]);
});

test("A person's own unit under a heading that names one says nothing of the columns without", () => {
  const rows = [
    ["企业名称", "营业收入（千元）", "近两年新增股权融资"],
    ["甲", 12_000, 400],
  ];
  const columns = [{ column: "B", heading: "营业收入（千元）", unit: "百万元" }];
  expect(reading(rows, { version: 1, columns }).doubts).toEqual([]);
});

test("A share that may be a fraction or a percentage is answered either way, and neither is the better guess", () => {
  const [above] = reading([
    ["企业名称", "资产负债率"],
    ["甲", 1.5],
    ["乙", 1.7],
  ]).doubts;
  expect(above).toMatchObject({ id: "share-above-one", standing: "uncertain", units: ["%", ""] });
  const [under] = reading([
    ["企业名称", "研发费用占比（%）"],
    ["甲", 0.5],
    ["乙", 0.7],
  ]).doubts;
  expect(under).toMatchObject({ id: "fraction-under-percent", standing: "uncertain", units: ["", "%"] });
});

test("Leaving out the newest year does not move the year of judgement, nor what 上年度 means", () => {
  const columns = (column: string, heading: string): SavedMapping => ({
    version: 1,
    columns: [{ column, heading, field: null }],
  });
  const years = [
    ["企业名称", "2024年营业收入（万元）", "2023年营业收入（万元）"],
    ["甲", 120, 100],
  ];
  const without = reading(years, columns("B", "2024年营业收入（万元）"));
  expect(without.t).toBe(2024);
  expect([...(without.facts.column("revenue[t-1]") ?? [])]).toEqual([100]);
  expect(without.facts.column("revenue")).toBeUndefined();
  const relative = [
    ["企业名称", "营业收入（万元）", "上年度营业收入（万元）"],
    ["甲", 120, 100],
  ];
  const last = reading(relative, columns("B", "营业收入（万元）"));
  expect([...(last.facts.column("revenue[t-1]") ?? [])]).toEqual([100]);
});

test("A field of another kind of sheet is not taken: the column is read as recognised, and that is said", () => {
  const one = reading(
    [
      ["企业名称", "营业收入（万元）"],
      ["甲", 120],
    ],
    { version: 1, columns: [{ column: "B", heading: "营业收入（万元）", field: "cluster_champions" }] },
  );
  expect(one.columns[1]).toMatchObject({ field: "revenue", use: "read" });
  expect(one.warnings.map(({ id }) => id)).toContain("saved-field-of-others");
  expect(revenue(one)).toEqual([120]);
});

test("No unit is offered where rows name different ones, or where the figures seem to be of a quarter", () => {
  const mixed = reading([
    ["企业名称", "从业人员", "营业收入", "单位"],
    ["甲", 130, 120_000_000, "元"],
    ["乙", 60, 56_000_000, "千元"],
  ]);
  expect(mixed.doubts).toMatchObject([{ id: "unit-in-column", standing: "unlikely", units: [] }]);
  const quarter = reading([
    ["2025年三季度情况", null, null],
    ["企业名称", "从业人员", "营业收入"],
    ["甲", 130, 120_000_000],
  ]);
  expect(quarter.doubts).toMatchObject([{ field: "revenue", standing: "unlikely", units: [] }]);
});

test("Several doubts are answered one by one", () => {
  const rows = [
    ["企业名称", "营业收入（老厂区）", "净利润（老厂区）"],
    ["甲", 20, 1],
  ];
  const one = reading(rows);
  expect(one.doubts.map(({ id, field }) => `${id} ${field}`)).toEqual([
    "heading-note revenue",
    "heading-note net_profit",
  ]);
  const half = one.confirming(one.doubts.slice(0, 1));
  expect(revenue(half)).toEqual([20]);
  expect([...(half.facts.column("net_profit") ?? [])]).toEqual([NaN]);
  expect(half.confirming(half.doubts).doubts).toEqual([]);
});

test("A name in doubt still tells the rows apart, and is asked about", () => {
  const one = reading([
    ["单位", "营业收入（万元）"],
    ["城南一号", 20],
  ]);
  expect(one.names).toEqual(["城南一号"]);
  expect(one.doubts.map(({ field }) => field)).toEqual(["name"]);
  expect(one.columns[0]).toMatchObject({ field: "name", use: "read", confidence: "doubtful" });
  expect(revenue(one)).toEqual([20]);
});

test("Any other text in doubt is not given", () => {
  const fields = new Map(vocabulary.fields);
  const region = fields.get("region");
  if (region === undefined) throw new Error("no region");
  fields.set("region", { ...region, looserHeadings: { likely: [], doubtful: ["片区"] } });
  const one = reading(
    [
      ["企业名称", "片区"],
      ["甲公司", "济南市"],
    ],
    undefined,
    { ...vocabulary, fields },
  );
  expect(one.text("region")).toEqual([""]);
  expect(one.confirming(one.doubts).text("region")).toEqual(["济南市"]);
});
