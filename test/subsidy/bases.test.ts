import { baseOf, findPlace, medicalOf } from "../../src/subsidy/bases";
import { isoMonth, monthOfSerial, parseMonth } from "../../src/subsidy/month";
import { subsidies } from "./release";

const { bases } = subsidies;
const month = (text: string): number => parseMonth(text) ?? NaN;

const places: readonly (readonly [string, string | null])[] = [
  ["泉州", "fujian"],
  ["福建省泉州市丰泽区", "fujian"],
  ["福建", "fujian"],
  ["江苏省", "jiangsu"],
  ["南通市", "jiangsu"],
  ["广东省深圳市", "shenzhen"],
  ["北京市朝阳区", "beijing"],
  ["beijing", "beijing"],
  ["福建省某某市", null],
  ["商丘", null],
  ["泉州或南通", null],
  ["", null],
];
test.each(places)("%s is the place %s", (text, expected) => {
  expect(findPlace(text, bases)?.id ?? null).toBe(expected);
});

function floorOf(city: string, at: string, knownIn: string | null): number | null {
  const place = findPlace(city, bases);
  return place === null
    ? NaN
    : (baseOf(place, month(at), knownIn === null ? null : month(knownIn))?.level.floor ?? null);
}

const floors: readonly (readonly [string, string, string | null, number | null])[] = [
  ["泉州", "2024-12", null, 4212],
  ["泉州", "2025-01", null, 4433],
  ["泉州", "2025-12", null, 4433],
  ["泉州", "2026-01", null, null],
  ["南通", "2025-03", null, 4952],
  ["南通", "2025-03", "2025-03", 4879],
  ["南通", "2025-08", "2025-08", 4879],
  ["南通", "2025-08", "2025-09", 4952],
  ["南通", "2025-09", "2025-09", 4952],
  ["南通", "2023-06", null, null],
  ["北京", "2025-06", null, 6821],
  ["北京", "2025-07", null, 7162],
  ["北京", "2026-06", null, 7162],
  ["北京", "2026-07", null, null],
  ["深圳", "2025-07", null, 4492],
  ["深圳", "2025-08", null, null],
  ["济南", "2022-12", null, 3746],
];
test.each(floors)("The floor of %s in %s, as known in %s, is %s", (city, at, knownIn, expected) => {
  expect(floorOf(city, at, knownIn)).toBe(expected);
});

test("A level that is paid on says so", () => {
  const jiangsu = findPlace("南通", bases);
  expect(jiangsu && baseOf(jiangsu, month("2025-05"), month("2025-05"))?.carriedOn).toBe(true);
  expect(jiangsu && baseOf(jiangsu, month("2025-05"))?.carriedOn).toBe(false);
});

test("The medical premium is known for Beijing only, and only from July 2025", () => {
  const at = (city: string, when: string): number | null => {
    const place = findPlace(city, bases);
    return place && (medicalOf(place, month(when))?.amount ?? null);
  };
  expect([at("北京", "2025-07"), at("北京", "2025-06"), at("泉州", "2025-07")]).toEqual([584.92, null, null]);
});

test("The floor times five is the ceiling wherever both are known and settled", () => {
  for (const { levels } of bases.places)
    for (const { floor, ceiling, evidence } of levels)
      if (ceiling !== null && evidence === "confirmed") expect(Math.abs(ceiling - floor * 5)).toBeLessThanOrEqual(3);
});

test("Months are counted with and written back", () => {
  expect(isoMonth(month("2026-01") - 1)).toBe("2025-12");
  expect(isoMonth(monthOfSerial(45_839))).toBe("2025-07");
  expect([parseMonth("2025-13"), parseMonth("2025"), parseMonth("2025-07-31")]).toEqual([null, null, month("2025-07")]);
});
