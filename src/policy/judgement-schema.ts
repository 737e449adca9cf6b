/** The schema of a judgement, for borders that it crosses as data. */
import { z } from "zod";
import type { Judgement } from "./judgement";

export const judgementSchema: z.ZodType<Judgement> = z.object({
  asOf: z.string(),
  purpose: z.enum(["new", "review"]),
  assumeGeneral: z.boolean(),
  place: z.int().nullable().default(null),
});
