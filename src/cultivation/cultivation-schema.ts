/** The form of the files in seeds/cultivation, as a policy analyst writes them. */
import { z } from "zod";
import { firstDay } from "../policy/editions";
import { ASPECTS } from "../policy/rule-set";
import { serialOfIso } from "../words/calendar";

const words = z.string().min(1);
const text = z.strictObject({ zh: words, en: words });
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by -, as in rd-deduction");
const evidence = z.enum(["confirmed", "single-source", "provisional"]);
const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, {
    error: 'a date is written "2016", "2023-09" or "2026-04-01", in quotes',
    abort: true,
  })
  .refine((date) => serialOfIso(firstDay(date)) !== null, "there is no such day in the calendar");
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'a day is written "2026-11-21", in quotes', abort: true })
  .refine((date) => serialOfIso(date) !== null, "there is no such day in the calendar");
const monthAndDay = z
  .string()
  .regex(/^\d{2}-\d{2}$/, { error: 'a day of every year is written "05-31", in quotes', abort: true })
  // A year without 29 February: a deadline comes every year.
  .refine((date) => serialOfIso(`2025-${date}`) !== null, "there is no such day in every year");
const reference = { document: id, clause: words };

export const documentsFile = z.strictObject({
  documents: z.array(z.strictObject({ id, title: words, number: z.string(), issuer: words, date: partialDate })),
});

export const measuresFile = z.strictObject({
  measures: z.array(
    z.strictObject({
      id,
      zh: words,
      en: words,
      aspects: z.array(z.enum(ASPECTS)).min(1),
      fields: z.array(words),
      place: text.optional(),
      ...reference,
    }),
  ),
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
