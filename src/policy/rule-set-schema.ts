/**
 * The form of a rule set file, a general-conditions file, a regional file and the catalogue, as a policy analyst writes them.
 * `npm run schema` writes the same as JSON Schema for completion in an editor.
 */
import { z } from "zod";
import { ASPECTS } from "./rule-set";

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by -");
const evidence = z.enum(["confirmed", "single-source", "provisional"]);
/** A year, a month or a day: documents do not always give more. */
const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date is "2016", "2023-09" or "2026-04-01", in quotes');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written "2026-11-21", in quotes');
const amount = z.union([z.number(), z.string()]);
const points = z.union([z.number(), z.tuple([z.number(), z.number()])]);

const cited = { zh: z.string().min(1), en: z.string().min(1), clause: z.string().min(1), evidence };

export const documentSchema = z.strictObject({
  title: z.string().min(1),
  number: z.string(),
  issuer: z.string().min(1),
  part: z.string().default(""),
});

export const conditionSchema = z.strictObject({
  id,
  ...cited,
  aspect: z.enum(ASPECTS),
  kind: z.enum(["substance", "prerequisite", "judgement"]).default("substance"),
  purpose: z.enum(["both", "new", "review"]).default("both"),
  test: z.string().min(1),
  review_test: z.string().optional(),
  note: text.optional(),
});

export type RawCondition = z.infer<typeof conditionSchema>;

export type RawNode =
  | RawCondition
  | { id: string; zh: string; en: string; any: RawNode[] }
  | { id: string; zh: string; en: string; all: RawNode[] }
  | { id: string; zh: string; en: string; at_least: { n: number; of: RawNode[] } };

const group = { id, zh: z.string().min(1), en: z.string().min(1) };

export const nodeSchema: z.ZodType<RawNode> = z.lazy(() =>
  z.union([
    conditionSchema,
    z.strictObject({ ...group, any: z.array(nodeSchema).min(1) }),
    z.strictObject({ ...group, all: z.array(nodeSchema).min(1) }),
    z.strictObject({
      ...group,
      at_least: z.strictObject({ n: z.number().int().min(1), of: z.array(nodeSchema).min(1) }),
    }),
  ]),
);

const bandSchema = z.strictObject({
  at_least: amount.optional(),
  at_most: amount.optional(),
  above: amount.optional(),
  below: amount.optional(),
  points,
});

export type RawBand = z.infer<typeof bandSchema>;

const banded = { value: z.string().optional(), bands: z.array(bandSchema).optional(), otherwise: points.optional() };
const cases = z.array(z.strictObject({ when: z.string(), points })).optional();

export const itemSchema = z.strictObject({
  id,
  ...cited,
  aspect: z.enum(ASPECTS),
  max: z.number().positive(),
  note: text.optional(),
  ...banded,
  first_of: cases,
  better_of: z.array(z.strictObject({ ...banded, first_of: cases })).optional(),
  mark: z.string().optional(),
  parts: id.optional(),
});

export type RawItem = z.infer<typeof itemSchema>;

const groupSchema = z.strictObject({
  ...group,
  max: z.number().positive(),
  floor: z.number().optional(),
  floor_above: z.number().optional(),
  cap: z.number().optional(),
  items: z.array(itemSchema).min(1),
});

export const scoreSchema = z.strictObject({
  id,
  ...cited,
  pass: z.number().optional(),
  pass_above: z.number().optional(),
  groups: z.array(groupSchema).min(1),
});

export type RawScore = z.infer<typeof scoreSchema>;

const inForce = z.strictObject({ from: partialDate, until: partialDate.nullable() });
const verdict = z.enum(["met", "unmet", "unknown"]);

const exampleSchema = z.strictObject({
  name: text,
  as_of: day,
  purpose: z.enum(["new", "review"]).default("new"),
  given: z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()])),
  expect: z.strictObject({
    status: verdict.optional(),
    eligible: verdict.optional(),
    score: z.number().nullable().optional(),
    scoreRange: z.tuple([z.number(), z.number()]).optional(),
    groups: z.record(z.string(), z.number()).optional(),
    route: z.string().nullable().optional(),
    unmet: z.array(z.string()).optional(),
    missing: z.array(z.string()).optional(),
  }),
});

export type RawExample = z.infer<typeof exampleSchema>;

export const ruleSetSchema = z.strictObject({
  tier: id,
  edition: partialDate,
  name: text,
  in_force: inForce,
  review_in_force: inForce.optional(),
  published: partialDate,
  last_checked: day,
  document: documentSchema,
  validity_years: z.number().int().nullable(),
  status: z.enum(["current", "history", "checklist"]),
  notes: text.optional(),
  not_covered: z.array(text).default([]),
  general: id.nullable(),
  conditions: z.array(nodeSchema),
  routes: z.array(conditionSchema).default([]),
  score: scoreSchema.optional(),
  definitions: z.array(z.strictObject({ term: z.string().min(1), ...cited })).default([]),
  examples: z.array(exampleSchema).min(1, "a rule set carries at least one example"),
});

export type RawRuleSet = z.infer<typeof ruleSetSchema>;

export const generalSchema = z.strictObject({
  id,
  name: text,
  document: documentSchema,
  notes: text.optional(),
  conditions: z.array(nodeSchema).min(1),
});

export const regionalSchema = z.strictObject({
  id,
  name: text,
  document: documentSchema,
  in_force: inForce,
  notes: text.optional(),
  max: z.number().positive(),
  items: z.array(itemSchema).min(1),
});

export const catalogueSchema = z.strictObject({
  release: z.strictObject({ checked: day }),
  ladder: z.array(id).min(1),
  beside: z.array(id).default([]),
  tiers: z.array(
    z.strictObject({
      id,
      zh: z.string().min(1),
      en: z.string().min(1),
      role: text.optional(),
      granted_by: text.optional(),
      note: text.optional(),
      editions: z.array(
        z.strictObject({
          edition: partialDate,
          status: z.enum(["current", "history", "checklist"]).optional(),
          covers: text.optional(),
          not_covered: z.array(text).default([]),
        }),
      ),
    }),
  ),
  transition: z.array(z.strictObject({ zh: z.string(), en: z.string(), clause: z.string(), evidence })).default([]),
});
