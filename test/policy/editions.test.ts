import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";
import { readSeedFiles, SEEDS } from "../../src/commands/read-seeds";
import { dayAfter, editionOn, editionsOn, firstDay, inForceFor, lastDay } from "../../src/policy/editions";
import { ruleSetJsonSchema } from "../../src/policy/json-schema";
import { allEditions, type Purpose, type TierEntry } from "../../src/policy/rule-set";
import { isoOfSerial } from "../../src/words/calendar";
import { theRelease } from "../release";

const { policy } = theRelease();

function tier(id: string): TierEntry {
  const found = policy.tiers.get(id);
  if (!found) throw new Error(`no tier ${id}`);
  return found;
}

const SHANDONG = 370_000;
const JIANGXI = 360_000;

const rowSchema = z.strictObject({
  tier: z.string(),
  day: z.string(),
  new: z.string().nullable(),
  review: z.string().nullable(),
  place: z.number().optional(),
});

const FOLDER = fileURLToPath(new URL("../cases/in-force", import.meta.url));
const IN_FORCE = readdirSync(FOLDER)
  .flatMap((name) => z.array(rowSchema).parse(parse(readFileSync(join(FOLDER, name), "utf8"))))
  .map(({ tier: id, day, new: forNew, review, place }) => [id, day, forNew, review, place] as const);

describe("The edition in force follows from the tier, the day and the purpose", () => {
  for (const [id, day, forNew, forReview, place = null] of IN_FORCE)
    test(`${id} on ${day} at ${String(place)}: ${forNew ?? "none"} for new applications, ${forReview ?? "none"} for reviews`, () => {
      expect(editionOn(tier(id), day, "new", place)?.edition ?? null).toBe(forNew);
      expect(editionOn(tier(id), day, "review", place)?.edition ?? null).toBe(forReview);
    });

  test("a province without an edition of its own, and a place that is not known, get the one for everybody", () => {
    for (const place of [null, JIANGXI])
      expect(editionOn(tier("gazelle"), "2026-11-21", "new", place)?.place).toBeNull();
    expect(editionOn(tier("gazelle"), "2026-11-21", "new", 370_102)?.place).toBe(SHANDONG);
  });

  test("the points of a province count for its own firms only", () => {
    const points = (place: number | null): unknown =>
      editionOn(tier("specialized"), "2024-06-30", "new", place)
        ?.forPurpose.new.score?.groups.flatMap(({ items }) => items)
        .find(({ id }) => id === "regional")?.scoring;
    expect(points(SHANDONG)).toMatchObject({ kind: "mark", fallback: { kind: "parts" } });
    for (const place of [null, JIANGXI]) expect(points(place)).toMatchObject({ kind: "mark", fallback: null });
  });

  test("every edition of a province is the one of its firms from its first day on, whatever provinces are added", () => {
    const own = [...policy.tiers.values()].flatMap((entry) =>
      [...entry.provinces].flatMap(([place, { editions }]) => editions.map((edition) => ({ entry, place, edition }))),
    );
    expect(own.length).toBeGreaterThan(0);
    for (const { entry, place, edition } of own)
      for (const purpose of ["new", "review"] as const) {
        const from = firstDay((purpose === "review" ? edition.reviewInForce : edition.inForce).from);
        expect([edition.tier, place, editionOn(entry, from, purpose, place)?.edition]).toEqual([
          edition.tier,
          place,
          edition.edition,
        ]);
      }
  });

  test("every tier of the catalogue has its line in the table, every edition of the nation its first day", () => {
    expect([...new Set(IN_FORCE.map(([id]) => id))].sort()).toEqual([...policy.tiers.keys()].sort());
    const seen = new Set(IN_FORCE.flatMap(([id, , forNew]) => (forNew === null ? [] : [`${id}/${forNew}`])));
    const editions = [...policy.tiers.values()].flatMap((entry) =>
      entry.editions.map(({ edition }) => `${entry.id}/${edition}`),
    );
    expect(editions.filter((edition) => !seen.has(edition))).toEqual([]);
  });
});

describe("From the first edition of a tier on there is exactly one on every day", () => {
  // 2015-01-01 to 2028-12-31.
  const days = Array.from({ length: 47_118 - 42_005 + 1 }, (_, index) => isoOfSerial(42_005 + index));
  for (const purpose of ["new", "review"] as const satisfies readonly Purpose[])
    test(`for ${purpose === "new" ? "new applications" : "reviews"}`, () => {
      const lists = [...policy.tiers.values()].flatMap(({ editions, provinces }) => [
        editions,
        // The nation's rules with a province's points end where the points do.
        ...[...provinces.values()].map((province) =>
          province.editions.filter(({ file }) => file.startsWith("provinces/")),
        ),
      ]);
      for (const editions of lists.filter((list) => list.length > 0)) {
        const begins = editions.map((one) => firstDay(inForceFor(one, purpose).from)).sort()[0] ?? "";
        for (const day of days) {
          const inForce = editions.filter((one) => {
            const { from, until } = inForceFor(one, purpose);
            return firstDay(from) <= day && (until === null || lastDay(until) >= day);
          });
          if (inForce.length !== Number(day >= begins)) throw new Error(`${day}: ${inForce.length} editions in force`);
        }
      }
    });
});

describe("The tiers of a day", () => {
  test("stand in the order of the catalogue, the ladder first, from the lowest rung up", () => {
    expect(editionsOn(policy, "2026-11-21", "new").map((one) => `${one.tier}/${one.edition}`)).toEqual([
      "innovative/2022-08-01",
      "tech-sme/2017",
      "specialized/2026-04-01",
      "little-giant/2026-04-01",
      "champion-province/2017",
      "champion-national/2023-09",
      "leading/2021",
      "gazelle/2020-09",
      "unicorn/2018",
      "high-tech/2016-01-01",
    ]);
  });

  test("leave out the tiers whose first edition comes later", () => {
    expect(editionsOn(policy, "2018-06-30", "new").map((one) => one.tier)).toEqual([
      "tech-sme",
      "champion-province",
      "champion-national",
      "unicorn",
      "high-tech",
    ]);
  });

  test("are none before every edition", () => {
    expect(editionsOn(policy, "2015-12-31", "review")).toEqual([]);
  });
});

describe("A year or a month stands for its days", () => {
  test.each([
    ["2016", "2016-01-01", "2016-12-31"],
    ["2023-09", "2023-09-01", "2023-09-30"],
    ["2023-12", "2023-12-01", "2023-12-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2026-02", "2026-02-01", "2026-02-28"],
    ["2026-04-01", "2026-04-01", "2026-04-01"],
  ])("%s begins on %s and ends on %s", (date, first, last) => {
    expect([firstDay(date), lastDay(date)]).toEqual([first, last]);
  });

  test.each([
    ["2026-03-31", "2026-04-01"],
    ["2024-02-28", "2024-02-29"],
    ["2026-02-28", "2026-03-01"],
    ["2026-12-31", "2027-01-01"],
  ])("the day after %s is %s", (day, next) => {
    expect(dayAfter(day)).toBe(next);
  });
});

describe("The JSON Schema for editors", () => {
  const text = readFileSync(join(SEEDS, "rule-set.schema.json"), "utf8");
  const ruleSets = [...readSeedFiles()].filter(([path]) =>
    /^(national|provinces\/[^/]+)\/(?!general|regional)[^/]+\/[^/]+$/.test(path),
  );

  test("is what `npm run schema` writes", () => {
    expect(text).toBe(ruleSetJsonSchema());
  });

  test("accepts every rule set of the release, and refuses one with an unknown key, evidence word or aspect", () => {
    const schema = z.fromJSONSchema(z.record(z.string(), z.json()).parse(JSON.parse(text)));
    const accepts = (yaml: string): boolean => schema.safeParse(parse(yaml)).success;
    expect(ruleSets.length).toBe(
      new Set([...policy.tiers.values(), ...policy.clusters.values()].flatMap(allEditions).map(({ file }) => file))
        .size,
    );
    for (const [path, yaml] of ruleSets) {
      expect([path, accepts(yaml)]).toEqual([path, true]);
      expect([path, accepts(`${yaml}\nweight: 3\n`)]).toEqual([path, false]);
      for (const [right, wrong] of [
        [/evidence: [a-z-]+/, "evidence: sure"],
        [/aspect: [a-z-]+/, "aspect: novelty"],
      ] as const) {
        expect([path, right.test(yaml)]).toEqual([path, true]);
        expect([path, wrong, accepts(yaml.replace(right, wrong))]).toEqual([path, wrong, false]);
      }
    }
  });

  test("is named at the top of every rule set", () => {
    const line = /^# yaml-language-server: \$schema=(?:\.\.\/)+rule-set\.schema\.json\n/;
    expect(ruleSets.filter(([, yaml]) => !line.test(yaml)).map(([path]) => path)).toEqual([]);
  });
});
