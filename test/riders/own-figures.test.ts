import { baseOf, medicalOf } from "../../src/riders/bases";
import { judgeRider } from "../../src/riders/judge-rider";
import { parseMonth } from "../../src/riders/month";
import { withOwnFigures } from "../../src/riders/own-areas";
import { packOwnFigures, readOwnFigures } from "../../src/riders/own-figures";
import { areaOf, subsidies } from "./release";

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
  const at = (place: string, when: string) => baseOf(areaOf(place, bases), month(when));
  expect(at("泉州", "2026-03")).toMatchObject({ level: { floor: 4600, evidence: "yours" } });
  expect(at("福建省泉州市丰泽区", "2025-12")?.level).toMatchObject({ floor: 4433, evidence: "confirmed" });
  expect(at("厦门", "2026-03")).toBeNull();
});

test("An own level never replaces a published one, not even in part", () => {
  const { bases, problems } = basesWith([{ ...FUJIAN, from: "2025-12" }]);
  const quanzhou = areaOf("泉州", bases);
  expect(baseOf(quanzhou, month("2025-12"))?.level.floor).toBe(4433);
  expect(baseOf(quanzhou, month("2026-03"))).toBeNull();
  expect(problems[0]).toContain("福建省泉州市2025年1月至2025年12月已经有缴费基数");
});

test("A city without a figure of its own gets one, with levels and premiums", () => {
  const spell = { place: "湖北仙桃市", from: "2025-01", until: "2025-12" };
  const { bases, problems } = basesWith({
    levels: [{ ...spell, floor: 3830 }],
    medical: [{ ...spell, amount: 400 }],
  });
  expect(problems).toEqual([]);
  expect(medicalOf(areaOf("仙桃", bases), month("2025-06"))).toMatchObject({ amount: 400, evidence: "yours" });
  const outcome = judgeRider(
    {
      platform: "美团",
      category: null,
      workPlace: "仙桃",
      insuredPlace: "仙桃市",
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
  ["a month that is none", { ...FUJIAN, from: "2026年1月" }, "从哪个月（from）“2026年1月”看不出是哪个月"],
  ["an end before its beginning", { ...FUJIAN, until: "2025-01" }, "起止写反了"],
  ["a ceiling below the floor", { ...FUJIAN, ceiling: 4000 }, "上限4000不比下限4600大"],
  ["a floor in words", { ...FUJIAN, floor: "4600元" }, "下限（floor）“4600元”用不了"],
  ["a negative floor", { ...FUJIAN, floor: -1 }, "下限（floor）“-1”用不了"],
  ["no floor", { ...FUJIAN, floor: undefined }, "没有写下限（floor）"],
  ["a ceiling that is no number", { ...FUJIAN, ceiling: "很高" }, "上限（ceiling）“很高”用不了"],
  ["no place", { ...FUJIAN, place: " " }, "没有写地方（place）"],
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

test.each([
  ["火星", "不是认得的地名"],
  ["鼓楼区", "可以是好几个地方"],
  ["泉州、厦门", "好几个地方"],
])("A figure for %s is told and left out", (place, says) => {
  const { bases, problems } = basesWith({ levels: [{ ...FUJIAN, place }] });
  expect(bases.areas).toEqual(subsidies.bases.areas);
  expect(problems[0]).toContain(says);
});

test("A problem names the entry where it stands, whatever else is wrong with those before it", () => {
  const { own, problems } = readOwnFigures({
    levels: [{ ...FUJIAN, floor: "很多" }, FUJIAN, { ...FUJIAN, place: "火星" }],
  });
  const more = withOwnFigures(subsidies.bases, own).problems;
  expect([...problems, ...more].map(({ at }) => at)).toEqual([0, 2]);
});

test("A figure for a province fills the gaps of its cities and of no other province", () => {
  const { bases } = basesWith([{ ...FUJIAN, place: "福建省" }]);
  const floor = (place: string) => baseOf(areaOf(place, bases), month("2026-03"))?.level.floor ?? null;
  expect([floor("泉州"), floor("福建"), floor("江西")]).toEqual([4600, 4600, null]);
});
