/** Parameters that several functions share, so that they read the same everywhere. */
import type { FunctionParameter } from "./function-record";

export const HEADINGS: FunctionParameter = {
  name: { zh: "表头", en: "headings" },
  description: {
    zh: "表头，一行或几行，例如 A1:K1",
    en: "The heading row or rows, such as A1:K1",
  },
  type: "any",
  dimensionality: "matrix",
  optional: false,
};

export const ROWS: FunctionParameter = {
  name: { zh: "数据", en: "rows" },
  description: {
    zh: "企业所在的各行，列与表头相同，例如 A2:K31",
    en: "The rows of the enterprises, the same columns as the headings, such as A2:K31",
  },
  type: "any",
  dimensionality: "matrix",
  optional: false,
};

export const ROW: FunctionParameter = {
  name: { zh: "一行数据", en: "row" },
  description: {
    zh: "一家企业所在的行，列与表头相同，例如 A2:K2",
    en: "The row of one enterprise, the same columns as the headings, such as A2:K2",
  },
  type: "any",
  dimensionality: "matrix",
  optional: false,
};

const tier = (leftOut: { readonly zh: string; readonly en: string }, optional = true): FunctionParameter => ({
  name: { zh: "层级", en: "tier" },
  description: {
    zh: `层级，如 "小巨人" 或 "little-giant"${leftOut.zh}`,
    en: `The tier, such as "little-giant" or "小巨人"${leftOut.en}`,
  },
  type: "any",
  dimensionality: "scalar",
  optional,
});

export const TIER = /* @__PURE__ */ tier({ zh: "", en: "" }, false);
export const TIER_OR_SPECIALIZED = /* @__PURE__ */ tier({
  zh: "；不填为专精特新中小企业",
  en: "; specialized if left out",
});
export const TIER_OR_INNOVATIVE = /* @__PURE__ */ tier({
  zh: "；不填为创新型中小企业",
  en: "; innovative if left out",
});
export const TIER_OR_NEXT = /* @__PURE__ */ tier({
  zh: "；不填为这家企业的下一层级",
  en: "; the enterprise's next rung if left out",
});

/** Always the last, so that no argument of older formulas moves. */
export const PLACE: FunctionParameter = {
  name: { zh: "所在地", en: "place" },
  description: {
    zh: '数据里看不出在哪个省时按哪里评，如 "浙江"；各省自定的层级要用',
    en: 'The place where the rows tell none, such as "浙江"; tiers set by each province need it',
  },
  type: "any",
  dimensionality: "scalar",
  optional: true,
};

export const AS_OF: FunctionParameter = {
  name: { zh: "基准日", en: "as_of" },
  description: {
    zh: '按哪一天的标准评，如 "2026-04-01"；不填为本版核对政策的那天',
    en: 'The day whose rules apply, such as "2026-04-01"; the day this release was checked if left out',
  },
  type: "any",
  dimensionality: "scalar",
  optional: true,
};
