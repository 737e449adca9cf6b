/** The roll-up against the same worked out by hand, one cluster at a time. */
import { FactColumns } from "../../src/engine/facts";
import { concentration, hhi } from "../../src/clusters/measures";
import { divisionsOf, rollUp, type EnterpriseRows, type RolledUp, type RollUp } from "../../src/clusters/roll-up";
import { valueOf, whyNot } from "../../src/clusters/answer";
import { theRelease } from "../release";

const { vocabulary } = theRelease();
const AS_OF = 46347;
const INDUSTRY = vocabulary.sizeIndustries.findIndex(({ id }) => id === "industry");

interface Firm {
  readonly cluster: string;
  readonly revenue: number;
  readonly before?: number;
  readonly rd?: number;
  readonly profit?: number;
  readonly employees?: number;
  readonly code?: string;
  readonly giant?: number;
}

function sheetOf(firms: readonly Firm[], without: readonly string[] = []): EnterpriseRows {
  const column = (value: (firm: Firm) => number | undefined): Float64Array =>
    Float64Array.from(firms, (firm) => value(firm) ?? NaN);
  const columns = new Map([
    ["revenue", column(({ revenue }) => revenue)],
    ["revenue[t-1]", column(({ before }) => before)],
    ["rd_expense", column(({ rd }) => rd)],
    ["net_profit", column(({ profit }) => profit)],
    ["employees", column(({ employees }) => employees)],
    ["industry", column(({ code }) => (code === undefined ? NaN : INDUSTRY))],
    ["title_little_giant_until", column(({ giant }) => giant)],
  ]);
  for (const slot of without) columns.delete(slot);
  return {
    facts: new FactColumns(firms.length, columns),
    text: (field) =>
      firms.map(({ cluster, code }) => (field === "cluster" ? cluster : field === "industry" ? (code ?? "") : "")),
  };
}

function rolledOf(firms: readonly Firm[], without: readonly string[] = []): RollUp {
  return rollUp(sheetOf(firms, without), vocabulary, { by: "cluster", asOf: AS_OF });
}

const [BIG, SMALL, TINY]: readonly Firm[] = [
  {
    cluster: "甲集群",
    revenue: 50_000,
    before: 40_000,
    rd: 1_500,
    profit: 2_000,
    employees: 1_200,
    code: "C34",
    giant: AS_OF,
  },
  {
    cluster: "甲集群",
    revenue: 30_000,
    before: 30_000,
    rd: 900,
    profit: -500,
    employees: 300,
    code: "C34",
    giant: -Infinity,
  },
  {
    cluster: " 甲集群",
    revenue: 1_999.99,
    before: 2_000,
    rd: 100,
    profit: 100,
    employees: 19,
    code: "3599",
    giant: AS_OF - 1,
  },
];

function one(firms: readonly (Firm | undefined)[], without: readonly string[] = []): RolledUp {
  const [group] = rolledOf(
    firms.flatMap((firm) => firm ?? []),
    without,
  ).groups;
  if (!group) throw new Error("nothing was rolled up");
  return group;
}

test("The measures of a cluster are totals over totals", () => {
  const group = one([BIG, SMALL, TINY]);
  expect(group).toMatchObject({ name: "甲集群", firms: 3, leadIndustry: "34" });
  expect(valueOf(group.revenue)).toBe(81_999.99);
  expect(valueOf(group.rdIntensity)).toBeCloseTo(2_500 / 81_999.99, 14);
  expect(valueOf(group.margin)).toBeCloseTo(1_600 / 81_999.99, 14);
  expect(valueOf(group.growth)).toBeCloseTo(81_999.99 / 72_000 - 1, 14);
  // 1,200 persons and 50,000 of revenue is large industry: 大型 from 1,000 persons and 40,000.
  expect(valueOf(group.smeShare)).toBeCloseTo(31_999.99 / 81_999.99, 14);
  expect(valueOf(group.leadShare)).toBeCloseTo(80_000 / 81_999.99, 14);
  expect(group.hhi).toEqual(hhi([50_000, 30_000, 1_999.99]));
  expect(group.cr4).toEqual(concentration([50_000, 30_000, 1_999.99]));
  expect(valueOf(group.scaleShare)).toBe(Number((2 / 3).toPrecision(15)));
});

test("A firm exactly at the line is above scale, and a title that ends on the day still holds", () => {
  expect(valueOf(one([BIG, { cluster: "甲集群", revenue: 2_000 }]).scaleShare)).toBe(1);
  expect(one([BIG, SMALL, TINY]).titles.title_little_giant_until).toEqual({ held: 1, open: 0 });
});

test("One blank leaves what needs it unknown, with the count; the rest stands", () => {
  const group = one([BIG, { cluster: "甲集群", revenue: 30_000, before: 30_000, code: "C34", employees: 200 }]);
  expect(valueOf(group.revenue)).toBe(80_000);
  expect(whyNot(group.rdIntensity).zh).toBe("缺研发费用");
  expect(valueOf(group.growth)).toBeCloseTo(80_000 / 70_000 - 1, 14);
  expect(group.titles.title_little_giant_until).toEqual({ held: 1, open: 1 });
  const blind = one([BIG, { cluster: "甲集群", revenue: NaN }, { cluster: "甲集群", revenue: NaN }]);
  for (const answer of [blind.revenue, blind.hhi, blind.cr4, blind.margin, blind.smeShare, blind.scaleShare])
    expect(valueOf(answer)).toBeNull();
  expect(whyNot(blind.revenue).zh).toBe("缺营业收入（2处空白）");
});

test("A column the sheet does not have is blank in every row", () => {
  const group = one([BIG, SMALL], ["rd_expense", "title_little_giant_until", "industry"]);
  expect(whyNot(group.rdIntensity).zh).toBe("缺研发费用（2处空白）");
  expect(group.titles.title_little_giant_until).toBeNull();
  expect(whyNot(group.smeShare).zh).toContain("企业规模类型");
});

test("A size class that is settled without all measures counts", () => {
  // 200 persons are below the 1,000 of a large enterprise, whatever else: this one is no large one.
  const group = one([{ cluster: "甲集群", revenue: 90_000, employees: 200, code: "C34" }]);
  expect(valueOf(group.smeShare)).toBe(1);
});

test("Negative revenue and a total of nothing are refused", () => {
  expect(whyNot(one([BIG, { cluster: "甲集群", revenue: -5 }]).revenue).zh).toContain("负数");
  expect(whyNot(one([{ cluster: "甲集群", revenue: 0 }]).margin).zh).not.toBe("");
});

test("Clusters come in the order of their first firm, firms without one are counted apart, and two spellings are only suggested", () => {
  const rolled = rolledOf([
    { cluster: "乙集群", revenue: 1 },
    { cluster: "新能源汽车集群", revenue: 2 },
    { cluster: "", revenue: 3 },
    { cluster: "新能源汽车产业集群", revenue: 4 },
    { cluster: "乙集群", revenue: 5 },
  ]);
  expect(rolled.groups.map(({ name, firms }) => [name, firms])).toEqual([
    ["乙集群", 2],
    ["新能源汽车集群", 1],
    ["新能源汽车产业集群", 1],
  ]);
  expect(rolled.unassigned).toBe(1);
  expect([...rolled.rowsOf(0)]).toEqual([0, 4]);
  expect(rolled.suggestions.map(({ names }) => names)).toEqual([["新能源汽车集群", "新能源汽车产业集群"]]);
});

test("Two-digit industries are read from codes and names", () => {
  expect([
    ...divisionsOf(["C35", "3599", "35", "专用设备制造业", "C35 专用设备制造业", "未知", ""], vocabulary),
  ]).toEqual([35, 35, 35, 35, 35, -1, -1]);
});
