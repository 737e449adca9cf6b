/** Words of the seeds of riders' subsidies: months, sources and amounts. */
import { z } from "zod";
import { clause, words } from "../policy/seed-words";
import { parseMonth, type Month } from "./month";

export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a month is written as 2025-07")
  .transform((text): Month => parseMonth(text) ?? 0);

export const source = z.strictObject({ document: words, clause });

/** Yuan. */
export const amount = z.number().positive();

/** 0.5 is 50 %. */
export const share = z.number().positive().max(1);
