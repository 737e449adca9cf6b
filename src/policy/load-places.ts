/** Loads seeds/places.yaml: provinces, cities, districts, areas and abolished places. Every problem is named with its line. */
import { z } from "zod";
import { provinceOf, type City, type PlaceCode, type Province } from "../language/places";
import { readRequired, type SeedFile, type SeedFiles, type SeedProblem } from "./seed-file";
import { idLike, words } from "./seed-words";

const code = z.string().regex(/^\d{6}$/, 'a place\'s code is six digits in quotes, as in "370100"');

const districts = z
  .string()
  .regex(
    /^(?:\d+[^\d\s]+)(?: \d+[^\d\s]+)*$/u,
    "districts are last digits and name, one after the other: 02历下区 03市中区",
  )
  .default("");

const zones = z.array(words).default([]);

const citySchema = z.strictObject({
  code,
  zh: words,
  en: words,
  separate: z.boolean().default(false),
  districts,
  zones,
});

const provinceSchema = z.strictObject({
  id: idLike("shandong"),
  code,
  zh: words,
  en: words,
  districts,
  zones,
  former: z.array(z.strictObject({ zh: words, code, now: code.nullable() })).default([]),
  cities: z.array(citySchema).default([]),
});

const placesFile = z.strictObject({ places: z.array(provinceSchema).min(1) });

type RawProvince = z.infer<typeof provinceSchema>;

export function loadPlaces(files: SeedFiles, problems: SeedProblem[]): readonly Province[] {
  const seed = readRequired(files, "places.yaml", placesFile, problems);
  if (seed === null) return [];
  checkCodes(seed, problems);
  return seed.data.places.map(provinceFrom);
}

function provinceFrom(raw: RawProvince): Province {
  return {
    id: raw.id,
    code: Number(raw.code),
    name: { zh: raw.zh, en: raw.en },
    districts: raw.districts,
    zones: raw.zones,
    former: raw.former.map(({ zh, code: own, now }) => ({
      name: zh,
      code: Number(own),
      now: now === null ? null : Number(now),
    })),
    cities: raw.cities.map(({ code: own, zh, en, separate, districts: within, zones: areas }): City => ({
      code: Number(own),
      name: { zh, en },
      separate,
      districts: within,
      zones: areas,
    })),
  };
}

/** A code belongs to one place, and a city's begins like its province's. */
function checkCodes({ file, line, data }: SeedFile<z.infer<typeof placesFile>>, problems: SeedProblem[]): void {
  const owners = new Map<PlaceCode, string>();
  const own = (given: string, zh: string, path: readonly (string | number)[]): void => {
    const owner = owners.get(Number(given));
    if (owner !== undefined)
      problems.push({
        file,
        line: line(path),
        reason: `code ${given} of ${zh} already belongs to ${owner}`,
        fix: "Correct one of the two",
      });
    owners.set(Number(given), zh);
  };
  data.places.forEach(({ code: province, zh, cities }, index) => {
    own(province, zh, ["places", index, "code"]);
    cities.forEach((city, at) => {
      const path = ["places", index, "cities", at, "code"];
      own(city.code, city.zh, path);
      if (provinceOf(Number(city.code)) !== Number(province))
        problems.push({
          file,
          line: line(path),
          reason: `the code ${city.code} of ${city.zh} does not begin like ${province} of ${zh}`,
          fix: "Put the city under its province, or correct the code",
        });
    });
  });
}
