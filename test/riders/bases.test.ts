import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { areaMeant } from "../../src/riders/base-areas";
import { baseOf, gapOf, medicalOf } from "../../src/riders/bases";
import { isoMonth, monthOfSerial, parseMonth } from "../../src/riders/month";
import { areaOf, subsidies } from "./release";

const { bases } = subsidies;
const month = (text: string): number => parseMonth(text) ?? NaN;

const { floors, doubtful } = z
  .strictObject({
    floors: z.array(
      z.strictObject({
        place: z.string(),
        month: z.string(),
        known_in: z.string().nullable().default(null),
        floor: z.number().nullable(),
      }),
    ),
    doubtful: z.array(z.strictObject({ place: z.string(), says: z.array(z.string()) })),
  })
  .parse(parse(readFileSync("test/cases/riders/floors.yaml", "utf8")));

test.each(floors)("The floor of $place in $month, as known in $known_in, is $floor", (one) => {
  const knownIn = one.known_in === null ? null : month(one.known_in);
  expect(baseOf(areaOf(one.place), month(one.month), knownIn)?.level.floor ?? null).toBe(one.floor);
});

test.each(doubtful)("$place is told and not guessed", ({ place, says }) => {
  const { area, doubt } = areaMeant(place, bases);
  expect(area).toBeNull();
  for (const words of says) expect(doubt?.zh).toContain(words);
});

test("Every province is covered for 2025 or 2026, and what is not covered of the two years is told", () => {
  for (const { code, name } of bases.provinces) {
    const areas = bases.areas.filter(({ places }) =>
      places.some((place) => Math.floor(place / 10_000) * 10_000 === code),
    );
    const known = areas.flatMap(({ levels }) => levels).some(({ until }) => until >= month("2025-01"));
    expect([name.zh, known]).toEqual([name.zh, true]);
    for (const area of areas)
      for (let at = month("2025-01"); at <= month("2026-12"); at += 1)
        if (baseOf(area, at) === null)
          expect([area.id, isoMonth(at), gapOf(area, at) !== null]).toEqual([area.id, isoMonth(at), true]);
  }
});

test("A level that is paid on says so", () => {
  const jiangsu = areaOf("南通");
  expect(baseOf(jiangsu, month("2025-05"), month("2025-05"))?.carriedOn).toBe(true);
  expect(baseOf(jiangsu, month("2025-05"))?.carriedOn).toBe(false);
});

test("Two figures of one month are both kept, with the reason for the one that is used", () => {
  const beside = (place: string, at: string) =>
    baseOf(areaOf(place), month(at))?.level.beside.map(({ floor, kind }) => [floor, kind]);
  expect(beside("深圳", "2025-07")).toEqual([[4775, "employees"]]);
  expect(beside("深圳", "2025-12")).toEqual([[4492, "flexible"]]);
  expect(beside("泉州", "2025-12")).toEqual([[4043, "employees"]]);
  expect(beside("济南", "2025-12")).toEqual([[4364, "flexible"]]);
  expect(beside("杭州", "2025-12")).toEqual([]);
});

test("The medical premium is known for Beijing only, and only from July 2025", () => {
  const at = (city: string, when: string): number | null => medicalOf(areaOf(city), month(when))?.amount ?? null;
  expect([at("北京", "2025-07"), at("北京", "2025-06"), at("泉州", "2025-07")]).toEqual([584.92, null, null]);
});

test("The floor times five is the ceiling wherever both are known and settled", () => {
  for (const { levels } of bases.areas)
    for (const { floor, ceiling, evidence } of levels)
      if (ceiling !== null && evidence === "confirmed") expect(Math.abs(ceiling - floor * 5)).toBeLessThanOrEqual(3);
});

test("Months are counted with and written back", () => {
  expect(isoMonth(month("2026-01") - 1)).toBe("2025-12");
  expect(isoMonth(monthOfSerial(45_839))).toBe("2025-07");
  expect([parseMonth("2025-13"), parseMonth("2025"), parseMonth("2025-07-31")]).toEqual([null, null, month("2025-07")]);
});
