/** What the command and its plan threads say to each other. */
import { z } from "zod";
import type { Improvement } from "../../engine/rows/improve";

/** What every search needs to know, said when a thread is made. */
export const planTaskSchema = z.object({
  kind: z.literal("plans"),
  asOf: z.string(),
  purpose: z.enum(["new", "review"]),
  t: z.int(),
  assumeGeneral: z.boolean(),
  /** Plans a row at the most. */
  plans: z.int(),
});

export type PlanTask = z.infer<typeof planTaskSchema>;

/** Some rows: their cells as columns, and the tier that each aims at. */
export const planQuestionSchema = z.object({
  id: z.int(),
  columns: z.array(z.tuple([z.string(), z.instanceof(Float64Array)])),
  tiers: z.array(z.string()),
});

export type PlanQuestion = z.infer<typeof planQuestionSchema>;

/** One improvement a row, in their order. A thread of this program made them, so only the outline is looked at. */
export const planAnswerSchema = z.object({
  id: z.int(),
  found: z.custom<readonly Improvement[]>((value) => Array.isArray(value)),
});

export type PlanAnswer = z.infer<typeof planAnswerSchema>;
