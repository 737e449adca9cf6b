/** Loads seeds/subsidies: bases.yaml, schemes.yaml, injury-fees.yaml. Throws SeedError naming every wrong line. */
import { z } from "zod";
import {
  readRequired,
  SeedError,
  type SeedFile,
  type SeedFiles,
  type SeedPath,
  type SeedProblem,
} from "../policy/seed-file";
import { clause, evidence, text, words } from "../policy/seed-words";
import type { Bases, Place } from "./bases";
import { parseMonth, type Month } from "./month";
import type { InjuryFees, Scheme } from "./schemes";

/** Everything the product knows of riders' subsidies. */
export interface Subsidies {
  readonly bases: Bases;
  readonly schemes: readonly Scheme[];
  readonly injuryFees: InjuryFees;
}

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a month is written as 2025-07")
  .transform((text): Month => parseMonth(text) ?? 0);
const source = z.strictObject({ document: words, clause });
const amount = z.number().positive();
const share = z.number().positive().max(1);

const basesFile = z.strictObject({
  rate: z.strictObject({ value: share, text, source, evidence }),
  places: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z-]+$/),
        name: text,
        cities: z.array(z.string().min(2)).min(1),
        levels: z
          .array(
            z.strictObject({
              from: month,
              until: month,
              published: month.nullable().default(null),
              floor: amount,
              ceiling: amount.nullable(),
              evidence,
              source,
              note: text.nullable().default(null),
            }),
          )
          .min(1),
        medical: z.array(z.strictObject({ from: month, until: month, amount, evidence, source })).default([]),
        gaps: z.array(z.strictObject({ from: month, until: month.nullable().default(null), text })).default([]),
      }),
    )
    .min(1),
});

const schemesFile = z.strictObject({
  schemes: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z-]+$/),
        name: text,
        platforms: z.array(z.string().min(1)).min(1),
        from: month,
        amount: z
          .strictObject({
            insurances: z.array(z.enum(["pension", "medical"])).min(1),
            share,
            shares: z.array(z.strictObject({ categories: z.array(z.string()).min(1), share })),
          })
          .nullable(),
        categories: z.array(z.string()).nullable().default(null),
        test: z.strictObject({ months: z.int().min(1).max(6), least: z.int().min(1), current: z.boolean() }).nullable(),
        rollout: z.array(
          z.strictObject({ from: month, places: z.union([z.literal("all"), z.array(z.string()).min(1)]) }),
        ),
        evidence,
        source,
        notes: z.array(text).default([]),
      }),
    )
    .min(1),
});

const feesFile = z.strictObject({
  from: month,
  source,
  evidence,
  kinds: z
    .array(z.strictObject({ id: z.string(), name: text, words: z.array(z.string()), fee: z.number().positive() }))
    .min(1),
  gaps: z.array(text).default([]),
});

const FILES = { bases: "subsidies/bases.yaml", schemes: "subsidies/schemes.yaml", fees: "subsidies/injury-fees.yaml" };

interface Spell {
  readonly from: Month;
  readonly until: Month;
}

function checkSpells(
  spells: readonly Spell[],
  path: SeedPath,
  what: string,
  found: (path: SeedPath, reason: string, fix: string) => void,
): void {
  spells.forEach(({ from, until }, at) => {
    if (until < from)
      found([...path, at, "until"], `${what} ends before it begins`, "Swap the two months or mend the wrong one");
    const before = spells[at - 1];
    if (before !== undefined && from <= before.until)
      found(
        [...path, at, "from"],
        `${what} overlaps the one before it or stands before it`,
        "Order them oldest first and let each begin after the one before ends",
      );
  });
}

function checkPlaces(places: readonly Place[], found: (path: SeedPath, reason: string, fix: string) => void): void {
  const cities = new Map<string, string>();
  places.forEach((place, at) => {
    checkSpells(place.levels, ["places", at, "levels"], "a level", found);
    checkSpells(place.medical, ["places", at, "medical"], "a premium", found);
    place.levels.forEach(({ floor, ceiling, published, from }, index) => {
      const path = ["places", at, "levels", index];
      if (ceiling !== null && ceiling <= floor)
        found([...path, "ceiling"], "the ceiling is not above the floor", "Swap the two or mend the wrong one");
      if (published !== null && published < from - 12)
        found([...path, "published"], "the level was published more than a year before it begins", "Check both months");
    });
    for (const { from } of place.gaps)
      if (place.levels.some((level) => level.from <= from && from <= level.until))
        found(
          ["places", at, "gaps"],
          "a gap lies inside a level",
          "Take the gap out, or the level if it was not found after all",
        );
    place.cities.forEach((city, index) => {
      const other = cities.get(city);
      if (other !== undefined)
        found(["places", at, "cities", index], `${city} belongs to ${other} too`, "Keep it in one place only");
      cities.set(city, place.id);
    });
  });
}

export function loadSubsidies(files: SeedFiles): Subsidies {
  const problems: SeedProblem[] = [];
  const bases = readRequired(files, FILES.bases, basesFile, problems);
  const schemes = readRequired(files, FILES.schemes, schemesFile, problems);
  const fees = readRequired(files, FILES.fees, feesFile, problems);
  const report =
    (file: SeedFile<unknown> | null) =>
    (path: SeedPath, reason: string, fix: string): void => {
      if (file) problems.push({ file: file.file, line: file.line(path), reason, fix });
    };
  if (bases) checkPlaces(bases.data.places, report(bases));
  schemes?.data.schemes.forEach(({ test }, at) => {
    if (test !== null && test.least > test.months)
      report(schemes)(
        ["schemes", at, "test", "least"],
        "more months are asked for than are looked at",
        "Make least at most months",
      );
  });
  if (bases === null || schemes === null || fees === null || problems.length > 0) throw new SeedError(problems);
  return {
    bases: { rate: bases.data.rate.value, places: bases.data.places },
    schemes: schemes.data.schemes,
    injuryFees: fees.data,
  };
}
