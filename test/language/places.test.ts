import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parse } from "yaml";
import { z } from "zod";
import { ownVocabulary } from "../../src/commands/read-seeds";
import { commonPlace, isWithin, narrowed, placesOf } from "../../src/language/places";

const places = placesOf(ownVocabulary());
const cases = z
  .array(
    z.object({
      text: z.string(),
      level: z.enum(["province", "city", "county"]).nullable().default(null),
      means: z.array(z.number()),
    }),
  )
  .parse(parse(readFileSync(join(__dirname, "../cases/places/texts.yaml"), "utf8")));

test.each(cases)("“$text” as $level means $means", ({ text, level, means }) => {
  expect(places.meant(text, level)).toEqual(means);
});

test("every province and city is found by its name and by its code", () => {
  for (const { code, name, cities } of places.provinces) {
    expect([name.zh, places.meant(name.zh)]).toEqual([name.zh, [code]]);
    expect(places.ofCode(String(code))).toBe(code);
    for (const city of cities) {
      expect([city.name.zh, places.meant(city.name.zh, "city")]).toEqual([city.name.zh, [city.code]]);
      expect(places.meant(name.zh + city.name.zh)).toEqual([city.code]);
      expect(places.ofCode(String(city.code))).toBe(city.code);
    }
  }
});

test("all 31 provinces and 333 cities of the prefecture level are held", () => {
  expect(places.provinces).toHaveLength(31);
  expect(places.provinces.flatMap(({ cities }) => cities)).toHaveLength(333);
});

test("a code that was abolished finds the place that took it over, an unknown one its city or province", () => {
  expect(places.ofCode("330103")).toBe(330105);
  expect(places.ofCode("371202")).toBe(370116);
  expect(places.ofCode("370199")).toBe(370100);
  expect(places.ofCode("379900")).toBe(370000);
  expect(places.ofCode("100000")).toBeNull();
  expect(places.ofCode("37020")).toBeNull();
});

test("what several places share is the smallest that all lie in", () => {
  expect(commonPlace([370102, 370103])).toBe(370100);
  expect(commonPlace([370102, 370200])).toBe(370000);
  expect(commonPlace([370102, 330106])).toBeNull();
  expect(commonPlace([])).toBeNull();
});

test("columns narrow one another down and never invent a place", () => {
  const codes = places.provinces.flatMap(({ code, cities }) => [code, ...cities.map((city) => city.code)]);
  const some = fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 4 });
  fc.assert(
    fc.property(some, some, (one, other) => {
      for (const code of narrowed(one, other)) {
        expect(one.some((whole) => isWithin(code, whole))).toBe(true);
        expect(other.some((whole) => isWithin(code, whole))).toBe(true);
      }
      expect(new Set(narrowed(one, other))).toEqual(new Set(narrowed(other, one)));
    }),
  );
});
