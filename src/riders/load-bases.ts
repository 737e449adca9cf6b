/** Loads the bases of every province, seeds/provinces/<province>/bases.yaml, and the nation's rate. Every problem is named with its line. */
import type { TitleOf } from "../policy/document-titles";
import { z } from "zod";
import { isWithin, placesOf, type PlaceCode, type Places, type Province } from "../language/places";
import {
  readRequired,
  readSeedFile,
  type SeedFile,
  type SeedFiles,
  type SeedPath,
  type SeedProblem,
} from "../policy/seed-file";
import { day, evidence, idLike, text } from "../policy/seed-words";
import type { BaseArea, Bases, Gap, Level, MedicalPremium } from "./bases";
import type { Month } from "./month";
import { amount, month, share, source, titled } from "./seed-months";

const kind = z.enum(["flexible", "employees"]);

const levelSchema = z.strictObject({
  from: month,
  until: month,
  published: month.nullable().default(null),
  floor: amount,
  ceiling: amount.nullable(),
  kind,
  evidence,
  source,
  note: text.nullable().default(null),
  beside: z
    .array(z.strictObject({ floor: amount, ceiling: amount.nullable(), kind, evidence, source, why: text }))
    .default([]),
});

const figures = {
  levels: z.array(levelSchema),
  medical: z.array(z.strictObject({ from: month, until: month, amount, evidence, source })).default([]),
  gaps: z.array(z.strictObject({ from: month, until: month.nullable().default(null), text })).default([]),
};

const areaSchema = z.strictObject({
  id: idLike("shenzhen"),
  name: text,
  places: z.array(z.string().regex(/^\d{6}$/, 'a place\'s code is six digits in quotes, as in "440300"')).min(1),
  apart: z.boolean().default(false),
  ...figures,
});

const basesFile = z.strictObject({ last_checked: day, ...figures, areas: z.array(areaSchema).default([]) });

const rateFile = z.strictObject({ value: share, text, source, evidence });

type RawFile = SeedFile<z.infer<typeof basesFile>>;
type Report = (path: SeedPath, reason: string, fix: string) => void;

const FILE = /^provinces\/([^/]+)\/bases\.yaml$/;

/** Null where the rate is missing or wrong. */
export function loadBases(
  files: SeedFiles,
  vocabulary: { readonly provinces: readonly Province[] },
  titleOf: TitleOf,
  problems: SeedProblem[],
): Bases | null {
  const { provinces } = vocabulary;
  const rate = readRequired(files, "subsidies/rate.yaml", rateFile, problems);
  const places = placesOf(vocabulary);
  const known = new Set(provinces.map(({ id }) => `provinces/${id}/bases.yaml`));
  for (const file of files.keys())
    if (FILE.test(file) && !known.has(file))
      problems.push({
        file,
        line: 1,
        reason: `there is no province ${FILE.exec(file)?.[1] ?? ""}`,
        fix: "Name the folder by an id of seeds/places.yaml",
      });
  const areas = provinces.flatMap((province) => {
    const file = `provinces/${province.id}/bases.yaml`;
    const content = files.get(file);
    const seed = content === undefined ? null : readSeedFile(file, content, basesFile, problems);
    return seed === null ? [] : areasOf(seed, province, places, titleOf, problems);
  });
  return rate === null ? null : { rate: rate.data.value, areas, provinces };
}

function areasOf(
  seed: RawFile,
  province: Province,
  places: Places,
  titleOf: TitleOf,
  problems: SeedProblem[],
): readonly BaseArea[] {
  const { file, line, data } = seed;
  const report: Report = (path, reason, fix) => problems.push({ file, line: line(path), reason, fix });
  checkFigures(data, [], report);
  data.areas.forEach((area, at) => checkFigures(area, ["areas", at], report));
  checkAreas(seed, province, places, report);
  const lastChecked = data.last_checked;
  return [
    {
      id: province.id,
      name: province.name,
      places: [province.code],
      apart: false,
      ...titledFigures(data, titleOf),
      lastChecked,
    },
    ...data.areas.map(({ id, places: codes, ...area }): BaseArea => ({
      name: area.name,
      apart: area.apart,
      ...titledFigures(area, titleOf),
      id: `${province.id}-${id}`,
      places: codes.map(Number),
      lastChecked,
    })),
  ];
}

type RawFigures = Pick<RawFile["data"], "levels" | "medical" | "gaps">;

function titledFigures({ levels, medical, gaps }: RawFigures, titleOf: TitleOf): Figures {
  return {
    levels: levels.map((level) => ({
      ...titled(level, titleOf),
      beside: level.beside.map((other) => titled(other, titleOf)),
    })),
    medical: medical.map((premium) => titled(premium, titleOf)),
    gaps,
  };
}

interface Figures {
  readonly levels: readonly Level[];
  readonly medical: readonly MedicalPremium[];
  readonly gaps: readonly Gap[];
}

function checkFigures({ levels, medical, gaps }: RawFigures, path: SeedPath, report: Report): void {
  checkSpells(levels, [...path, "levels"], "a level", report);
  checkSpells(medical, [...path, "medical"], "a premium", report);
  levels.forEach(({ floor, ceiling, published, from, beside }, index) => {
    const at = [...path, "levels", index];
    const swapped = (own: SeedPath): void =>
      report([...own, "ceiling"], "the ceiling is not above the floor", "Swap the two or mend the wrong one");
    if (ceiling !== null && ceiling <= floor) swapped(at);
    beside.forEach((other, number) => {
      if (other.ceiling !== null && other.ceiling <= other.floor) swapped([...at, "beside", number]);
      if (other.floor === floor && other.ceiling === ceiling)
        report(
          [...at, "beside", number],
          "the other figure is the same as the level's own",
          "Leave it out, or mend it",
        );
    });
    if (published !== null && published < from - 12)
      report([...at, "published"], "the level was published more than a year before it begins", "Check both months");
  });
  gaps.forEach(({ from }, index) => {
    if (levels.some((level) => level.from <= from && from <= level.until))
      report(
        [...path, "gaps", index],
        "a gap lies inside a level",
        "Take the gap out, or the level if it was not found after all",
      );
  });
}

function checkSpells(
  spells: readonly { readonly from: Month; readonly until: Month }[],
  path: SeedPath,
  what: string,
  report: Report,
): void {
  spells.forEach(({ from, until }, at) => {
    if (until < from)
      report([...path, at, "until"], `${what} ends before it begins`, "Swap the two months or mend the wrong one");
    const before = spells[at - 1];
    if (before !== undefined && from <= before.until)
      report(
        [...path, at, "from"],
        `${what} overlaps the one before it or stands before it`,
        "Order them oldest first and let each begin after the one before ends",
      );
  });
}

/** An area's places are places of the province, and each is in one area only. */
function checkAreas({ data }: RawFile, province: Province, places: Places, report: Report): void {
  const owners = new Map<PlaceCode, string>();
  data.areas.forEach(({ id, places: codes }, at) => {
    codes.forEach((digits, index) => {
      const path = ["areas", at, "places", index];
      const code = Number(digits);
      if (!isWithin(code, province.code))
        report(path, `${digits} is no place of ${province.name.zh}`, "Put it under its own province, or correct it");
      else if (places.name(code) === null)
        report(path, `there is no place ${digits}`, "Give a code of seeds/places.yaml");
      const owner = owners.get(code);
      if (owner !== undefined)
        report(path, `${places.name(code) ?? digits} belongs to ${owner} too`, "Keep it in one area only");
      owners.set(code, id);
    });
  });
}
