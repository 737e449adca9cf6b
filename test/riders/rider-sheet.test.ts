import { loadRelease } from "../../src/commands/read-seeds";
import { cellText, type Cell } from "../../src/words/grid";
import { readSheet, type SheetReading } from "../../src/sheet/reading/read-sheet";
import { RiderSheet } from "../../src/riders/rider-sheet";
import { SubsidyTables } from "../../src/riders/subsidy-tables";
import { DEFAULT_OPTIONS } from "../../src/riders/rider";
import { subsidies } from "./release";

const { vocabulary } = loadRelease();
const HEADINGS = [
  "骑手编号",
  "平台",
  "骑手类别",
  "就业地",
  "参保地",
  "缴费月份",
  "本月收入",
  "前1月收入",
  "前2月收入",
  "前3月收入",
  "前4月收入",
  "前5月收入",
  "前6月收入",
];

function read(...rows: Cell[][]): SheetReading {
  const reading = readSheet(
    { sheet: "骑手", rows: [HEADINGS, ...rows], merges: [], hiddenRows: new Set() },
    vocabulary,
    { asOf: "2026-11-21", of: "rider" },
  );
  if (reading.kind === "failure") throw new Error(reading.message.en);
  return reading;
}

function judged(...rows: Cell[][]) {
  const sheet = new RiderSheet(read(...rows), subsidies);
  const found = [...sheet.rows()];
  return { found, tally: sheet.tally(), sheet };
}

const R1: Cell[] = ["R1", "美团", "众包", "北京", "泉州", "2025-12", "7,400", 7500, 7000, 7300, 6000, 7200, 5000];
const R2: Cell[] = ["R2", "美团", "众包", "北京", "泉州", 45_992, 7161.99, 7500, 7000, 7300, 6000, 7200, 5000];
const R3: Cell[] = ["R3", "美团", "众包", "北京", "泉州", "2025年12月", 7400, 7500, "约6000", 7300, "", 5000, 5000];
const R4: Cell[] = ["R4", "美团", "众包", "南通", "南通", "2025.6", 6000, 6000, 6000, 6000, 0, 0, 0];

test("A sheet of riders comes out row by row with a sum to the fen", () => {
  const { found, tally } = judged(R1, R2, R3, R4);
  expect(found.map(({ outcome }) => [outcome.status, outcome.amount])).toEqual([
    ["met", 443.3],
    ["unmet", 0],
    ["unknown", null],
    ["met", 495.2],
  ]);
  expect(tally).toMatchObject({ riders: 4, due: 2, notDue: 1, open: 1, amount: 938.5, dueWithoutAmount: 0 });
  expect([...tally.missing.keys()]).toEqual(["income_m2", "income_m4"]);
});

test("What a level published late adds is paid later; nobody else gets more", () => {
  const { found, tally } = judged(R1, R2, R3, R4);
  expect(found.map(({ backPayment }) => backPayment)).toEqual([0, 0, null, 7.3]);
  expect(tally.backPayment).toBe(7.3);
});

test.each([
  ["income as text that is no number", { 6: "约7400" }, "income"],
  ["a negative income", { 6: -1 }, "income"],
  ["a blank platform", { 1: "" }, "platform"],
])("%s leaves the answer open and names its column", (_name, change, field) => {
  const changes = new Map<number, Cell>(Object.entries(change).map(([at, cell]) => [Number(at), cell]));
  const row = R1.map((cell, at) => (changes.has(at) ? (changes.get(at) ?? null) : cell));
  const { found } = judged(row);
  expect(found[0]?.outcome).toMatchObject({ status: "unknown", amount: null });
  expect(found[0]?.outcome.missing).toContain(field);
});

test("The result sheet says for every rider why, and where the figures come from", () => {
  const { found, tally, sheet } = judged(R1, R2, R3, R4);
  const tables = new SubsidyTables(
    sheet.reading,
    vocabulary,
    subsidies,
    { includeCurrent: false, levels: "settled" },
    "zh",
  );
  for (const one of found) tables.add(one);
  const [results, sources] = tables.sheets(tally);
  expect(results.rows.map((row) => row.slice(0, 6))).toEqual([
    [2, "R1", "美团", "✓ 应发", 443.3, "4,433 × 20% × 50% = 443.30"],
    [3, "R2", "美团", "✗ 不发", 0, "4,433 × 20% × 50% = 443.30"],
    [4, "R3", "美团", "? 待补数据", null, "4,433 × 20% × 50% = 443.30"],
    [5, "R4", "美团", "✓ 应发", 495.2, "4,952 × 20% × 50% = 495.20"],
  ]);
  expect(results.rows[2]?.[8]).toBe("前2月收入、前4月收入");
  expect(results.rows[0]?.[6]).toBe("已核对两处，另有一个数");
  expect(results.titleLines?.[1]).toContain("4名骑手：应发2，不发1，待补数据1；金额合计938.50元");
  expect(sources.rows.some((row) => row[1] === "北京市" && row[4] === 7162)).toBe(true);
  expect(sources.rows.some((row) => row[0] === "没有查到" && row[1] === "福建省")).toBe(true);
});

const nantong = (income: number, month: string, work = "南通", insured = "南通"): Cell[] => [
  "R5",
  "美团",
  "众包",
  work,
  insured,
  month,
  ...Array.from({ length: 7 }, () => income),
];

// Jiangsu's floor of 2025 was published in September: 4,879 was paid on until then and 4,952 holds in the end.
test.each([
  ["above both floors", 5000, "2025-05", [495.2, 487.9, 7.3], false],
  ["between the two floors", 4900, "2025-05", [495.2, 487.9, 7.3], true],
  ["below both floors", 4800, "2025-05", [0, 0, 0], false],
  ["between the two once the later one is published", 4900, "2025-11", [0, 0, 0], false],
])("An income %s gives the same at the time, in the end and between the two", (_name, income, month, sums, differs) => {
  const rows = nantong(income, month);
  const outcomes = (["settled", "at-the-time"] as const).map((levels) => {
    const sheet = new RiderSheet(read(rows), subsidies, { ...DEFAULT_OPTIONS, levels });
    const [one] = [...sheet.rows()];
    return { amount: one?.outcome.amount, later: one?.backPayment, retest: one?.retestDiffers, tally: sheet.tally() };
  });
  const [settled, then] = outcomes;
  expect([settled?.amount, then?.amount, settled?.later]).toEqual(sums);
  expect([then?.later, then?.tally.backPayment, settled?.tally.backPayment]).toEqual([sums[2], sums[2], sums[2]]);
  expect([settled?.retest, then?.retest]).toEqual([differs, differs]);
});

test("Both ways of counting stand beside the amount, with the floor each compares with", () => {
  const { found, sheet, tally } = judged(nantong(4900, "2025-05"), nantong(5000, "2025-11"));
  const tables = new SubsidyTables(sheet.reading, vocabulary, subsidies, DEFAULT_OPTIONS, "zh");
  for (const one of found) tables.add(one);
  const [results] = tables.sheets(tally);
  const cell = (row: number, heading: RegExp) =>
    results.rows[row]?.[results.columns.findIndex((column) => heading.test(column.heading))];
  expect([cell(0, /比的下限/), cell(0, /补发/), cell(1, /比的下限/), cell(1, /补发/)]).toEqual([4879, 7.3, 4952, 0]);
  const ways = cellText(cell(0, /两种算法/) ?? null);
  for (const words of ["4,879元", "487.90元", "495.20元", "4,952元", "没达到", "没有查到规定"])
    expect(ways).toContain(words);
  expect(cell(1, /两种算法/)).toBe("");
  expect(results.titleLines?.[1]).toContain("其中7.30元是基数公布后补发的");
});

test("Where the floor paid on at the time was not found, the one published later is compared with, and said", () => {
  const rows = nantong(6000, "2026-07", "重庆", "重庆");
  const { found } = judged(rows);
  expect(found[0]).toMatchObject({
    backPayment: null,
    retestDiffers: false,
    outcome: { status: "met", amount: 455.3 },
  });
  expect(found[0]?.ways?.zh).toContain("当时按哪一档下限没有查到，收入是和后来公布的4,553元比的");
  const then = [...new RiderSheet(read(rows), subsidies, { ...DEFAULT_OPTIONS, levels: "at-the-time" }).rows()];
  expect(then[0]?.outcome).toMatchObject({ status: "unknown", amount: null });
});

test("A rider who works where nothing was late is only paid the difference of the place of insurance", () => {
  const { found } = judged(nantong(5000, "2025-05", "泉州", "南通"));
  expect(found[0]).toMatchObject({ backPayment: 7.3, retestDiffers: false, outcome: { amount: 495.2 } });
});

test("A platform and a month for all stand in for blanks, never for what the sheet says", () => {
  const blank: Cell[] = R1.map((cell, at) => (at === 1 || at === 5 ? null : cell));
  const riders = new RiderSheet(read(blank, R4), subsidies, DEFAULT_OPTIONS, {
    platform: "淘宝闪购",
    month: 2025 * 12 + 11,
  });
  const outcomes = [...riders.rows()].map(({ outcome }) => [outcome.scheme?.id, outcome.amount]);
  expect(outcomes).toEqual([
    ["taobao", null],
    ["meituan", 495.2],
  ]);
});

test("The month of payment is no day, so nobody is told that its day is taken for granted", () => {
  const { found, sheet, tally } = judged(R1);
  expect(sheet.reading.assumptions.some(({ id }) => id === "month-only")).toBe(true);
  const tables = new SubsidyTables(sheet.reading, vocabulary, subsidies, DEFAULT_OPTIONS, "zh");
  for (const one of found) tables.add(one);
  expect(tables.sheets(tally)[1].rows.some((row) => row[0] === "假设")).toBe(false);
});

const who = (id: string, platform: string, month: string): Cell[] => [
  id,
  platform,
  "众包",
  "泉州",
  "泉州",
  month,
  ...Array.from({ length: 7 }, () => 5000),
];

test("The same rider twice in one month is asked about and not paid twice", () => {
  const { found, tally } = judged(
    who("XN1", "美团", "2025-12"),
    who("XN2", "美团", "2025-12"),
    who("XN1", "美团", "2025-12"),
    who("XN1", "美团", "2025-11"),
    who("XN1", "美团", "2025-12"),
  );
  expect(found.map(({ outcome }) => outcome.amount)).toEqual([443.3, 443.3, null, 443.3, null]);
  expect(found.map(({ asked }) => asked !== null)).toEqual([false, false, true, false, true]);
  expect(found[2]?.outcome).toMatchObject({ status: "unknown", missing: ["rider"] });
  expect(found[2]?.outcome.reasons[0]?.zh).toContain("“XN1”这个月在第2行已经有了");
  expect(tally).toMatchObject({ due: 3, open: 2, amount: 1329.9, repeated: 2 });
});

test("The same rider on two platforms in one month is worked out twice and asked about", () => {
  const { found, tally } = judged(who("XN1", "美团", "2025-12"), who("XN1", "京东", "2025-12"));
  expect(found[1]?.asked?.zh).toContain("“XN1”这个月在第2行也有，平台不同");
  expect(found[1]?.outcome.status).toBe("unmet");
  expect(tally.repeated).toBe(1);
});

test("A rider's row says whether injury cover applied at the place of work", () => {
  const { found, sheet, tally } = judged(nantong(5000, "2025-11"), nantong(5000, "2026-05", "长春", "长春"));
  const tables = new SubsidyTables(sheet.reading, vocabulary, subsidies, DEFAULT_OPTIONS, "zh");
  for (const one of found) tables.add(one);
  const [results, sources] = tables.sheets(tally);
  const at = results.columns.findIndex(({ heading }) => heading.includes("职业伤害保障"));
  expect(results.rows.map((row) => row[at])).toEqual([
    "江苏省2022年7月起实行，按单由平台缴，骑手不缴",
    "吉林省2026年7月起才实行（只见于征求意见稿），2026年5月没有这笔费用",
  ]);
  expect(sources.rows.filter((row) => row[0] === "职业伤害保障").length).toBeGreaterThan(8);
});

test("Every province has a month or a year from which injury cover applies", () => {
  const covered = subsidies.injuryFees.rollout.flatMap(({ provinces }) => provinces);
  expect([...covered].sort()).toEqual(subsidies.bases.provinces.map(({ code }) => code).sort());
});

test("Rows without a rider or a month are nobody's twice", () => {
  const blank = who("", "美团", "2025-12");
  const { tally } = judged(blank, blank, who("XN1", "美团", ""), who("XN1", "美团", ""));
  expect(tally.repeated).toBe(0);
});
