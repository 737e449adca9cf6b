/** Words of the seeds of riders' subsidies: months, sources and amounts. */
import { z } from "zod";
import type { TitleOf } from "../policy/document-titles";
import { clause, words } from "../policy/seed-words";
import type { Source } from "./bases";
import { parseMonth, type Month } from "./month";

export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a month is written as 2025-07")
  .transform((text): Month => parseMonth(text) ?? 0);

export const source = z.strictObject({ document: words, clause });

/** With the source's document called by its title in both languages. */
export function titled<T extends { readonly source: z.infer<typeof source> }>(
  one: T,
  titleOf: TitleOf,
): Omit<T, "source"> & { readonly source: Source } {
  const { document, clause: at } = one.source;
  return { ...one, source: { document: titleOf(document), clause: at } };
}

/** Yuan. */
export const amount = z.number().positive();

/** 0.5 is 50 %. */
export const share = z.number().positive().max(1);
