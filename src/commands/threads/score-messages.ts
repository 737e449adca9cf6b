/** What the command and the threads that score for it say to each other. */
import { z } from "zod";
import { judgementSchema } from "../../policy/judgement-schema";
import type { StretchCounts } from "../../sheet/results/row-counts";
import type { RowIdentity } from "../../sheet/results/score-tables";
import { packedSchema } from "./packed-rows";

/** What every stretch of rows is scored with, said when a thread is made. The columns are shared, not copied. */
export const scoreTaskSchema = z.object({
  kind: z.literal("score"),
  judgement: judgementSchema,
  /** The last complete fiscal year. */
  t: z.int(),
  /** Plans a row at the most. */
  plans: z.int(),
  language: z.enum(["zh", "en"]),
  /** Enterprises of the list. */
  count: z.int(),
  columns: z.array(z.tuple([z.string(), z.custom<Float64Array>((value) => value instanceof Float64Array)])),
  /** The rules and words, see `packRelease`: reading them from the seeds takes forty times as long. */
  release: z.string(),
  /** Whether rows of JSON are wanted too. */
  json: z.boolean(),
});

export type ScoreTask = z.infer<typeof scoreTaskSchema>;

/** Some rows: the first of them, and whose they are. */
export const scoreQuestionSchema = z.object({
  id: z.int(),
  from: z.int(),
  whose: z.custom<readonly RowIdentity[]>((value) => Array.isArray(value)),
});

export type ScoreQuestion = z.infer<typeof scoreQuestionSchema>;

/** The rows as they go into the tables. A thread of this program made it, so of the larger parts only the outline is looked at. */
export const scoreAnswerSchema = z.object({
  id: z.int(),
  counts: z.custom<StretchCounts>((value) => typeof value === "object" && value !== null),
  results: packedSchema,
  gaps: packedSchema,
  /** Fingerprints of the rows of results. */
  prints: z.array(z.string()),
  /** What `scoredJson` says of each row; none where it is not wanted. */
  json: z.array(z.string()),
});

export type ScoreAnswer = z.infer<typeof scoreAnswerSchema>;
