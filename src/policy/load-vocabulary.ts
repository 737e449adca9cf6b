/** Loads seeds/vocabulary: fields*.yaml, size-classes.yaml, industries.yaml, words.yaml. Throws SeedError naming every wrong line. */
import { z } from "zod";
import { ExpressionError } from "../rules/grammar";
import { parseQuantity } from "../rules/resolve-expression";
import { readSeedFile, reportDuplicates, SeedError, type SeedFiles, type SeedProblem } from "./seed-file";
import type { Field, FieldType, IndustryName, SizeIndustry, Vocabulary } from "./vocabulary";

const bound = z.union([z.number(), z.literal("none")]);

const fieldSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/, "an id is lower-case letters, digits and _"),
  zh: z.string().min(1),
  en: z.string().min(1),
  type: z.enum([
    "text",
    "code",
    "industry",
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
  min: bound.optional(),
  max: bound.optional(),
  improve: z.enum(["up", "down"]).optional(),
  pace: z.enum(["soon", "slow"]).default("soon"),
  judgement: z.boolean().default(false),
  otherwise: z.string().optional(),
  part_of: z.string().optional(),
  blank: z.literal("none").optional(),
  choices: z
    .array(z.strictObject({ zh: z.string(), en: z.string(), synonyms: z.array(z.string()).default([]) }))
    .default([]),
  synonyms: z.array(z.string()).default([]),
  english: z.array(z.string()).default([]),
  of: z.enum(["enterprise", "rider", "cluster"]).default("enterprise"),
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

const UNITS: Readonly<Partial<Record<FieldType, string>>> = { money: "万元", years: "年", rank: "名", points: "分" };

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
    ...limits(raw),
    synonyms: [...raw.synonyms, ...raw.english],
    choices: raw.choices.map(({ zh, en, synonyms }) => ({ name: { zh, en }, synonyms })),
    otherwise: raw.otherwise ?? null,
    partOf: raw.part_of ?? null,
    blankMeansNone: raw.blank === "none",
    improve: raw.improve ?? null,
    pace: raw.pace,
    judgement: raw.judgement,
    of: raw.of,
  };
}

/** The vocabulary of a release. */
export function loadVocabulary(files: SeedFiles): Vocabulary {
  const problems: SeedProblem[] = [];
  const places: { id: string; file: string; line: number; field: Field }[] = [];
  for (const [path, text] of files) {
    if (!/^vocabulary\/fields[^/]*\.yaml$/.test(path)) continue;
    const seed = readSeedFile(path, text, fieldsFile, problems);
    seed?.data.fields.forEach((raw, index) => {
      places.push({ id: raw.id, file: path, line: seed.line(["fields", index]), field: toField(raw) });
      if (raw.type === "choice" && raw.choices.length < 2)
        problems.push({
          file: path,
          line: seed.line(["fields", index]),
          reason: `choice ${raw.id} has no choices`,
          fix: "List them, lowest first",
        });
    });
  }
  reportDuplicates(places, "field", problems);
  const fields = new Map(places.map(({ id, field }) => [id, field]));
  const one = <T>(path: string, schema: z.ZodType<T>): T | null => {
    const text = files.get(path);
    if (text !== undefined) return readSeedFile(path, text, schema, problems)?.data ?? null;
    problems.push({ file: path, line: 1, reason: "the file is missing", fix: "Restore it from the release" });
    return null;
  };
  const sizes = one("vocabulary/size-classes.yaml", sizeFile);
  const industries = one("vocabulary/industries.yaml", industriesFile);
  const words = one("vocabulary/words.yaml", wordsFile);
  const vocabulary: Vocabulary = {
    fields,
    sizeIndustries: (sizes?.industries ?? []).map(({ id, zh, en, codes, measures }): SizeIndustry => ({
      id,
      name: { zh, en },
      codes,
      measures,
    })),
    industryNames: (industries?.sections ?? []).flatMap((section): IndustryName[] => [
      { code: section.code, section: section.code, zh: section.zh },
      ...section.divisions.map(({ code, zh }) => ({ code, section: section.code, zh })),
    ]),
    words: words ?? { yes: [], no: [], blank: [], subtotal: [] },
  };
  for (const { file, line, field } of places) problems.push(...fieldProblems(field, vocabulary, file, line));
  problems.push(...headingProblems(places));
  if (problems.length > 0) throw new SeedError(problems);
  return vocabulary;
}

function fieldProblems(field: Field, vocabulary: Vocabulary, file: string, line: number): SeedProblem[] {
  const problems: SeedProblem[] = [];
  if (field.otherwise !== null) {
    try {
      parseQuantity(field.otherwise, vocabulary);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      problems.push({ file, line, reason: `${field.id}.otherwise: ${error.message}`, fix: error.fix });
    }
  }
  if (field.partOf !== null && !vocabulary.fields.has(field.partOf))
    problems.push({
      file,
      line,
      reason: `${field.id} is part of ${field.partOf}, which is no field`,
      fix: "Correct part_of",
    });
  return problems;
}

/** A heading that names two fields would be mapped by chance. */
function headingProblems(places: readonly { file: string; line: number; field: Field }[]): SeedProblem[] {
  const owners = new Map<string, Field>();
  const problems: SeedProblem[] = [];
  for (const { file, line, field } of places) {
    for (const heading of new Set([field.name.zh, field.name.en, ...field.synonyms])) {
      const key = `${field.of}/${heading.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "")}`;
      const owner = owners.get(key);
      if (owner && owner !== field)
        problems.push({
          file,
          line,
          reason: `the heading "${heading}" of ${field.id} already belongs to ${owner.id}`,
          fix: "Leave it with one field only",
        });
      else owners.set(key, field);
    }
  }
  return problems;
}
