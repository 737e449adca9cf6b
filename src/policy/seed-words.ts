/** The words that every kind of seed file is written in: one form of a text, an id, a date, how sure a figure is. */
import { z } from "zod";
import { serialOfIso } from "../words/calendar";
import { firstDay } from "./editions";

export const words = z.string().min(1);

/** Shared by reference, so that the JSON Schema of an editor names it once. */
export const text = z.strictObject({ zh: words, en: words }).meta({ id: "text" });

/** @param like an id of the file at hand, for the message */
export function idLike(like: string): z.ZodString {
  return z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, `an id is lower-case words joined by -, as in ${like}`);
}

export const evidence = z
  .enum(["confirmed", "single-source", "provisional"])
  .describe("依据的把握：两处原文 confirmed，一处 single-source，未定 provisional / how sure the figure is");

export const clause = words.describe("条款，如 附件1第一项 / the clause it comes from");

/** A year, a month or a day: documents do not always give more. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, {
    error: 'a date is written "2016", "2023-09" or "2026-04-01", in quotes',
    abort: true,
  })
  .refine((date) => serialOfIso(firstDay(date)) !== null, "there is no such day in the calendar");

export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'a day is written "2026-11-21", in quotes', abort: true })
  .refine((date) => serialOfIso(date) !== null, "there is no such day in the calendar");

/** Where a figure stands: a document of the release by its id, and the clause in it. */
export const reference = { document: idLike("sd-clusters-2023"), clause };
