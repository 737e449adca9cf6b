import { baseOf, findPlace, medicalOf } from "../../src/subsidy/bases";
import { judgeRider } from "../../src/subsidy/judge-rider";
import { parseMonth } from "../../src/subsidy/month";
import { packOwnFigures, readOwnFigures, withOwnFigures } from "../../src/subsidy/own-figures";
import { subsidies } from "./release";

const month = (text: string): number => parseMonth(text) ?? NaN;
const FUJIAN = { place: "泉州", from: "2026-01", until: "2026-12", floor: 4600, ceiling: 23_000 };

function basesWith(value: unknown) {
  const { own, problems } = readOwnFigures(value);
  const { bases, problems: more } = withOwnFigures(subsidies.bases, own);
  return { bases, problems: [...problems, ...more].map(({ text }) => text.zh) };
}

test("An own level fills a gap and is marked as the person's own", () => {
  const { bases, problems } = basesWith({ levels: [FUJIAN] });
  expect(problems).toEqual([]);
  const fujian = findPlace("福建", bases);
  expect(fujian && baseOf(fujian, month("2026-03"))).toMatchObject({ level: { floor: 4600, evidence: "yours" } });
  expect(fujian && baseOf(fujian, month("2025-12"))?.level).toMatchObject({ floor: 4433, evidence: "confirmed" });
});

test("An own level never replaces a published one, not even in part", () => {
  const { bases, problems } = basesWith([{ ...FUJIAN, from: "2025-12" }]);
  const fujian = findPlace("福建", bases);
  expect(fujian && baseOf(fujian, month("2025-12"))?.level.floor).toBe(4433);
  expect(fujian && baseOf(fujian, month("2026-03"))).toBeNull();
  expect(problems[0]).toContain("福建省2025年1月至2025年12月已经有缴费基数");
});

test("A place that is not covered becomes one, with levels and premiums of its own", () => {
  const spell = { place: "商丘市", from: "2025-01", until: "2025-12" };
  const { bases, problems } = basesWith({
    levels: [{ ...spell, floor: 3830 }],
    medical: [{ ...spell, amount: 400 }],
  });
  expect(problems).toEqual([]);
  const shangqiu = findPlace("河南省商丘市", bases);
  expect(shangqiu && medicalOf(shangqiu, month("2025-06"))).toMatchObject({ amount: 400, evidence: "yours" });
  const outcome = judgeRider(
    {
      platform: "美团",
      category: null,
      workPlace: "商丘",
      insuredPlace: "商丘",
      month: month("2025-12"),
      income: 5000,
      earlier: [5000, 5000, 5000, 0, 0, 0],
    },
    { ...subsidies, bases },
  );
  expect(outcome).toMatchObject({ status: "met", amount: 383, arithmetic: "3,830 × 20% × 50% = 383.00" });
  expect(outcome.parts[0]?.evidence).toBe("yours");
});

test.each([
  ["a month that is none", { ...FUJIAN, from: "2026年1月" }, "月份要写成 2026-01，现在是“2026年1月”"],
  ["an end before its beginning", { ...FUJIAN, until: "2025-01" }, "起止写反了"],
  ["a ceiling below the floor", { ...FUJIAN, ceiling: 4000 }, "上限4000不比下限4600大"],
  ["a floor in words", { ...FUJIAN, floor: "4600元" }, "每一条要写成"],
  ["a negative floor", { ...FUJIAN, floor: -1 }, "每一条要写成"],
  ["no place", { ...FUJIAN, place: " " }, "每一条要写成"],
])("%s is told and left out, the others stay", (_name, wrong, says) => {
  const { own, problems } = readOwnFigures({ levels: [wrong, FUJIAN] });
  expect(own.levels).toHaveLength(1);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ list: "levels", at: 0 });
  expect(problems[0]?.text.zh).toContain(says);
});

test.each([
  ["a text", "levels"],
  ["nothing", null],
  ["a number", 4600],
])("%s holds no figures", (_name, value) => {
  const { own, problems } = readOwnFigures(value);
  expect(own).toEqual({ levels: [], medical: [] });
  expect(problems).toHaveLength(1);
});

test("Figures kept in a workbook come back as they were", () => {
  const { own } = readOwnFigures({
    levels: [FUJIAN, { ...FUJIAN, place: "江苏", ceiling: null }],
    medical: [{ place: "福建", from: "2026-01", until: "2026-06", amount: 321.5 }],
  });
  expect(own.levels).toHaveLength(2);
  expect(readOwnFigures(JSON.parse(JSON.stringify(packOwnFigures(own))))).toEqual({ own, problems: [] });
});
