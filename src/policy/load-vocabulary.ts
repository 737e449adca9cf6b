/** Loads seeds/vocabulary (fields*.yaml, size-classes.yaml, industries.yaml, words.yaml) and seeds/places.yaml. Throws SeedError naming every wrong line. */
import { z } from "zod";
import { loadPlaces } from "./load-places";
import { checkFields, type PlacedField } from "./check-fields";
import { readRequired, readSeedFile, SeedError, type SeedFile, type SeedFiles, type SeedProblem } from "./seed-file";
import {
  RANK_UNIT,
  type Field,
  type FieldType,
  type IndustryName,
  type SizeIndustry,
  type Vocabulary,
} from "../language/vocabulary";

const bound = z.union([z.number(), z.literal("none")]);

const fieldSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/, "a field's id is lower-case words joined by _, as in rd_expense"),
  zh: z.string().min(1),
  en: z.string().min(1),
  type: z.enum([
    "text",
    "code",
    "industry",
    "place",
    "date",
    "validity",
    "flag",
    "choice",
    "money",
    "count",
    "share",
    "years",
    "rank",
    "points",
    "number",
  ]),
  unit: z.string().optional(),
  periods: z.number().int().min(1).max(4).default(1),
  newest: z.enum(["fiscal-year", "judgement-year"]).default("fiscal-year"),
  min: bound.optional(),
  max: bound.optional(),
  improve: z.enum(["up", "down"]).optional(),
  pace: z.enum(["soon", "slow"]).default("soon"),
  valid_years: z.number().int().positive().optional(),
  judgement: z.boolean().default(false),
  otherwise: z.string().optional(),
  amounts_first: z.boolean().default(false),
  part_of: z.string().optional(),
  blank: z.literal("none").optional(),
  /** Lowest first. */
  choices: z
    .array(z.strictObject({ zh: z.string(), en: z.string(), synonyms: z.array(z.string()).default([]) }))
    .default([]),
  synonyms: z.array(z.string()).default([]),
  english: z.array(z.string()).default([]),
  likely: z.array(z.string()).default([]),
  doubtful: z.array(z.string()).default([]),
  of: z.enum(["enterprise", "rider", "cluster", "indicator", "district"]).default("enterprise"),
});

const fieldsFile = z.strictObject({ fields: z.array(fieldSchema) });

const sizeFile = z.strictObject({
  document: z.record(z.string(), z.unknown()).optional(),
  rules: z.unknown().optional(),
  industries: z.array(
    z.strictObject({
      id: z.string(),
      zh: z.string(),
      en: z.string(),
      codes: z.array(z.string()).min(1),
      clause: z.string().optional(),
      evidence: z.enum(["confirmed", "single-source", "provisional"]),
      note: z.strictObject({ zh: z.string(), en: z.string() }).optional(),
      measures: z
        .array(
          z.strictObject({
            field: z.enum(["employees", "revenue", "total_assets"]),
            large: z.number(),
            medium: z.number(),
            small: z.number(),
          }),
        )
        .min(1),
    }),
  ),
});

const industriesFile = z.strictObject({
  document: z.unknown().optional(),
  sections: z.array(
    z.strictObject({
      code: z.string(),
      zh: z.string(),
      divisions: z.array(z.strictObject({ code: z.string(), zh: z.string() })),
    }),
  ),
});

const wordsFile = z.strictObject({
  yes: z.array(z.string()),
  no: z.array(z.string()),
  blank: z.array(z.string()),
  subtotal: z.array(z.string()),
});

const UNITS: Readonly<Partial<Record<FieldType, string>>> = {
  money: "万元",
  years: "年",
  rank: RANK_UNIT,
  points: "分",
};

function limits(raw: z.infer<typeof fieldSchema>): { min: number; max: number } {
  const open = raw.type === "date" || raw.type === "validity";
  const least = open ? -Infinity : raw.type === "rank" ? 1 : 0;
  const most =
    raw.type === "share" || raw.type === "flag" ? 1 : raw.type === "choice" ? raw.choices.length - 1 : Infinity;
  const value = (given: number | "none" | undefined, none: number, byType: number): number =>
    given === undefined ? byType : given === "none" ? none : given;
  return { min: value(raw.min, -Infinity, least), max: value(raw.max, Infinity, most) };
}

function toField(raw: z.infer<typeof fieldSchema>): Field {
  return {
    id: raw.id,
    name: { zh: raw.zh, en: raw.en },
    type: raw.type,
    unit: raw.unit ?? UNITS[raw.type] ?? "",
    periods: raw.periods,
    ofJudgementYear: raw.newest === "judgement-year",
    ...limits(raw),
    synonyms: [...raw.synonyms, ...raw.english],
    looserHeadings: { likely: raw.likely, doubtful: raw.doubtful },
    choices: raw.choices.map(({ zh, en, synonyms }) => ({ name: { zh, en }, synonyms })),
    otherwise: raw.otherwise ?? null,
    amountsFirst: raw.amounts_first,
    partOf: raw.part_of ?? null,
    blankMeansNone: raw.blank === "none",
    improve: raw.improve ?? null,
    pace: raw.pace,
    validYears: raw.valid_years ?? null,
    judgement: raw.judgement,
    of: raw.of,
  };
}

/** What every list has comes before what a single tier asks for: people choose fields from this order. */
function coreFirst(files: SeedFiles): (readonly [path: string, text: string])[] {
  const core = "vocabulary/fields.yaml";
  return [...files].sort(([one], [other]) => Number(other === core) - Number(one === core));
}

/** The vocabulary of a release. */
export function loadVocabulary(files: SeedFiles): Vocabulary {
  const problems: SeedProblem[] = [];
  const places: PlacedField[] = [];
  for (const [path, text] of coreFirst(files)) {
    if (!/^vocabulary\/fields[^/]*\.yaml$/.test(path)) continue;
    const seed = readSeedFile(path, text, fieldsFile, problems);
    seed?.data.fields.forEach((raw, index) => {
      places.push({ field: toField(raw), file: path, line: (...keys) => seed.line(["fields", index, ...keys]) });
    });
  }
  const sizes = readRequired(files, "vocabulary/size-classes.yaml", sizeFile, problems);
  const industries = readRequired(files, "vocabulary/industries.yaml", industriesFile, problems);
  const words = readRequired(files, "vocabulary/words.yaml", wordsFile, problems);
  if (sizes) checkSizes(sizes, problems);
  if (words) checkWords(words, problems);
  const vocabulary: Vocabulary = {
    fields: firstOfEach(places),
    sizeIndustries: (sizes?.data.industries ?? []).map(({ id, zh, en, codes, measures }): SizeIndustry => ({
      id,
      name: { zh, en },
      codes,
      measures,
    })),
    industryNames: (industries?.data.sections ?? []).flatMap((section): IndustryName[] => [
      { code: section.code, section: section.code, zh: section.zh },
      ...section.divisions.map(({ code, zh }) => ({ code, section: section.code, zh })),
    ]),
    provinces: loadPlaces(files, problems),
    words: words?.data ?? { yes: [], no: [], blank: [], subtotal: [] },
  };
  problems.push(...checkFields(places, vocabulary));
  if (problems.length > 0) throw new SeedError(problems);
  return vocabulary;
}

/** The fields in the order of the files; of one that stands twice the first counts. */
function firstOfEach(places: readonly PlacedField[]): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  for (const { field } of places) if (!fields.has(field.id)) fields.set(field.id, field);
  return fields;
}

/** The classes of an industry fall from large to small, and no code belongs to two industries. */
function checkSizes({ file, line, data }: SeedFile<z.infer<typeof sizeFile>>, problems: SeedProblem[]): void {
  const owners = new Map<string, string>();
  data.industries.forEach(({ id, codes, measures }, index) => {
    codes.forEach((code, at) => {
      const owner = owners.get(code);
      if (owner !== undefined)
        problems.push({
          file,
          line: line(["industries", index, "codes", at]),
          reason: `code ${code} of ${id} already belongs to ${owner}`,
          fix: "Leave it with one industry; the longest code that fits decides",
        });
      owners.set(code, id);
    });
    measures.forEach(({ field, large, medium, small }, at) => {
      if (!(large > medium && medium > small))
        problems.push({
          file,
          line: line(["industries", index, "measures", at]),
          reason: `the bounds of ${field} of ${id} do not fall: ${large}, ${medium}, ${small}`,
          fix: "Large is above medium, medium above small",
        });
    });
  });
}

/** A word means one thing. */
function checkWords({ file, line, data }: SeedFile<z.infer<typeof wordsFile>>, problems: SeedProblem[]): void {
  const owners = new Map<string, string>();
  for (const key of ["yes", "no", "blank", "subtotal"] as const)
    data[key].forEach((word, index) => {
      const owner = owners.get(word);
      if (owner !== undefined)
        problems.push({
          file,
          line: line([key, index]),
          reason: `the word "${word}" of \`${key}\` already stands under \`${owner}\``,
          fix: "Leave it in one list",
        });
      owners.set(word, key);
    });
}
