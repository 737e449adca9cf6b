/** The form of the files in seeds/cultivation, as a policy analyst writes them. */
import { z } from "zod";
import { ASPECTS } from "../policy/rule-set";
import { documentShape } from "../policy/load-documents";
import { day, evidence, idLike, partialDate, reference, text, words } from "../policy/seed-words";
import { serialOfIso } from "../words/calendar";

const id = idLike("rd-deduction");
const monthAndDay = z
  .string()
  .regex(/^\d{2}-\d{2}$/, { error: 'a day of every year is written "05-31", in quotes', abort: true })
  // A year without 29 February: a deadline comes every year.
  .refine((date) => serialOfIso(`2025-${date}`) !== null, "there is no such day in every year");

export const measuresFile = z.strictObject({
  measures: z.array(
    z.strictObject({
      id,
      zh: words,
      en: words,
      aspects: z.array(z.enum(ASPECTS)).min(1),
      fields: z.array(words),
      /** A province by its id; in a province's own file a city or district of it by its code, "440100". */
      /** A province by its id; in a province's own file a city or district of it by its code, "440100". */
      place: idLike("shandong").optional(),
      titles: z.array(words).min(1).optional(),
      condition: text.optional(),
      ...reference,
    }),
  ),
});

/** A province's own measures, and the documents they stand in. */
export const provinceMeasuresFile = measuresFile.extend({
  documents: z.array(z.strictObject(documentShape)).default([]),
});

export const titlesFile = z.strictObject({
  titles: z.array(
    z.strictObject({
      tier: words,
      field: words,
      updates: z.array(
        z.strictObject({
          from: partialDate,
          until: partialDate.nullable(),
          by: monthAndDay,
          ...reference,
          evidence,
          note: text.optional(),
        }),
      ),
      rounds: z
        .array(z.strictObject({ year: z.number().int(), from: day, until: day, ...reference, evidence }))
        .default([]),
    }),
  ),
});

const amount = z.union([z.number(), words]);

export const benchmarksFile = z.strictObject({
  measures: z.array(z.strictObject({ id, zh: words, en: words, value: words })),
  printed: z.array(
    z.strictObject({
      id,
      measure: words,
      statistic: z.enum(["mean", "share-above", "share-at-least"]),
      line: amount.optional(),
      value: amount,
      at_least: z.boolean().default(false),
      year: z.number().int(),
      scope: text,
      note: text.optional(),
      ...reference,
      evidence,
    }),
  ),
});

export type RawTitles = z.infer<typeof titlesFile>;
export type RawBenchmarks = z.infer<typeof benchmarksFile>;
