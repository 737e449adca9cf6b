/**
 * The form of a rule set file, a general-conditions file, a regional file and the catalogue, as a policy analyst writes them.
 * `npm run schema` writes the same as JSON Schema for completion in an editor.
 */
import { z } from "zod";
import { ASPECTS } from "./rule-set";
import { clause, day, evidence, idLike, partialDate, text, words } from "./seed-words";

const id = idLike("niche-years");
const test = z.string().min(1).describe("判断式，如 rd_expense / revenue >= 3% / a yes-or-no expression");
const amount = z.union([z.number(), z.string()]).describe("界限，如 5%、100万、3 / a line, with its unit");
/** Points, or a range of them where the text leaves the mark to the expert. */
const points = z
  .union([z.number().min(0), z.tuple([z.number().min(0), z.number().min(0)])])
  .describe("得分，专家酌定的写区间 [7, 8] / points, or a range the expert decides in");

const cited = { zh: words, en: words, clause, evidence };

export const documentSchema = z.strictObject({
  title: z.string().min(1),
  number: z.string(),
  issuer: z.string().min(1),
  part: z.string().default(""),
});

const aspect = z.enum(ASPECTS).describe("诊断方面 / the aspect of a diagnosis it belongs to");

export const conditionSchema = z
  .strictObject({
    id,
    ...cited,
    aspect,
    kind: z
      .enum(["substance", "prerequisite", "judgement"])
      .default("substance")
      .describe("prerequisite 须先持有的称号，judgement 人工判断 / a title to be held first, or a person's judgement"),
    purpose: z
      .enum(["both", "new", "review"])
      .default("both")
      .describe("新申请 new，复核 review / which it applies to"),
    test,
    review_test: z.string().optional().describe("复核时改用的判断式 / the test at review, where it differs"),
    note: text.optional(),
  })
  .meta({ id: "condition" });

export type RawCondition = z.infer<typeof conditionSchema>;

export type RawNode =
  | RawCondition
  | { id: string; zh: string; en: string; any: RawNode[] }
  | { id: string; zh: string; en: string; all: RawNode[] }
  | { id: string; zh: string; en: string; at_least: { n: number; of: RawNode[] } };

const group = { id, zh: z.string().min(1), en: z.string().min(1) };

/** A condition, or a group: any of, all of, at least n of. */
export const nodeSchema: z.ZodType<RawNode> = z
  .lazy(() =>
    z.union([
      conditionSchema,
      z.strictObject({ ...group, any: z.array(nodeSchema).min(1) }),
      z.strictObject({ ...group, all: z.array(nodeSchema).min(1) }),
      z.strictObject({
        ...group,
        at_least: z.strictObject({ n: z.number().int().min(1), of: z.array(nodeSchema).min(1) }),
      }),
    ]),
  )
  .meta({ id: "node" });

const bandSchema = z
  .strictObject({
    at_least: amount.optional(),
    at_most: amount.optional(),
    above: amount.optional(),
    below: amount.optional(),
    points,
  })
  .meta({ id: "band", description: "at_least 以上，at_most 以下，above 超过，below 不足；写一个 / exactly one line" });

export type RawBand = z.infer<typeof bandSchema>;

const banded = {
  value: z.string().optional().describe("分档的数，如 rd_expense / revenue / the number that is banded"),
  bands: z.array(bandSchema).optional().describe("从最好的一档往下 / from the best down"),
  otherwise: points.optional(),
  zero_base: z
    .enum(["later-years"])
    .optional()
    .describe(
      "增长的头一年为0的按后两年算，第二年为0的按 otherwise / growth from a first year of 0 counts the last two years; not written: not known",
    ),
};
const cases = z
  .array(z.strictObject({ when: z.string(), points }))
  .optional()
  .describe("第一个成立的情形得分 / the first case that holds counts");

export const itemSchema = z
  .strictObject({
    id,
    ...cited,
    aspect,
    max: z.number().positive(),
    note: text.optional(),
    ...banded,
    first_of: cases,
    better_of: z
      .array(z.strictObject({ ...banded, first_of: cases }))
      .optional()
      .describe("取得分高的 / the better of these counts"),
    mark: z.string().optional().describe("专家或部门给分的栏目 / the field of an expert's mark"),
    parts: z
      .literal("province")
      .optional()
      .describe("按企业所在省的特色化指标 / by the items of the enterprise's own province"),
  })
  .meta({ id: "item" });

export type RawItem = z.infer<typeof itemSchema>;

const groupSchema = z.strictObject({
  ...group,
  max: z.number().positive(),
  floor: z.number().optional().describe("分项下限（以上）/ reached counts"),
  floor_above: z.number().optional().describe("分项下限，须超过 / must be exceeded"),
  cap: z.number().optional().describe("分项封顶 / the group's points are cut to this"),
  items: z.array(itemSchema).min(1),
});

export const scoreSchema = z.strictObject({
  id,
  ...cited,
  pass: z.number().optional().describe("达到即可（以上）/ reached counts"),
  pass_above: z.number().optional().describe("须超过 / must be exceeded"),
  groups: z.array(groupSchema).min(1),
});

export type RawScore = z.infer<typeof scoreSchema>;

const inForce = z.strictObject({ from: partialDate, until: partialDate.nullable() });
const verdict = z.enum(["met", "unmet", "unknown"]);

const exampleSchema = z.strictObject({
  name: text,
  place: id.optional().describe("所在省（provinces 下的文件夹），按该省的规则算 / the province whose rules apply"),
  as_of: day,
  purpose: z.enum(["new", "review"]).default("new"),
  given: z
    .record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()]))
    .describe("不写的栏目表示没有这一栏，null 表示空白 / a field left out is no column, null a blank cell"),
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
  review_in_force: inForce.optional().describe("复核与新申请起止不同时填 / where reviews follow it on other dates"),
  published: partialDate,
  last_checked: day,
  document: documentSchema,
  validity_years: z.number().int().nullable(),
  status: z.enum(["current", "history", "checklist"]),
  notes: text.optional(),
  not_covered: z.array(text).default([]),
  general: id.nullable().describe("national/general 下的文件，没有写 null / a file of general conditions"),
  conditions: z.array(nodeSchema).describe("须全部符合 / all of them must hold"),
  routes: z
    .array(conditionSchema)
    .default([])
    .describe("符合任一条即可代替评分 / any one stands in place of the score"),
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

const editionsListed = z.array(
  z.strictObject({
    edition: partialDate,
    status: z.enum(["current", "history", "checklist"]).optional(),
    covers: text.optional(),
    not_covered: z.array(text).default([]),
  }),
);

const tierEntrySchema = z.strictObject({
  id,
  zh: z.string().min(1),
  en: z.string().min(1),
  role: text.optional(),
  granted_by: text.optional(),
  note: text.optional(),
  editions: editionsListed,
});

/** What a province's folder holds. */
export const provinceCatalogueSchema = z.strictObject({
  place: id,
  tiers: z.array(z.strictObject({ tier: id, granted_by: text.optional(), editions: editionsListed })).default([]),
  not_found: z.array(text).default([]).describe("没有查到的本省文件 / texts of the province that were not found"),
});

export type RawProvinceCatalogue = z.infer<typeof provinceCatalogueSchema>;

export const catalogueSchema = z.strictObject({
  release: z.strictObject({ checked: day }),
  /** Lowest first; tiers that share a rung stand together in a list. */
  ladder: z.array(z.union([id, z.array(id).min(1)])).min(1),
  beside: z.array(id).default([]),
  tiers: z.array(tierEntrySchema),
  /** Classes of clusters and of districts: rule sets like the others, about rows that are no enterprises. */
  clusters: z.array(tierEntrySchema).default([]),
  transition: z.array(z.strictObject({ zh: z.string(), en: z.string(), clause: z.string(), evidence })).default([]),
});
