/** TIER_ELIGIBLE: whether each row may apply for a tier: substance, titles held and general conditions. */
import { described } from "./described";
import type { FunctionCode, FunctionRecord } from "./function-record";
import { AID, EMPTY_CELLS, GENERAL, ONE_RESULT_A_ROW, READING, SHARES, UNKNOWN } from "./help-texts";
import { AS_OF, HEADINGS, PLACE, ROWS, TIER_OR_SPECIALIZED } from "./parameters";
import { rowVerdicts } from "./verdict-function";

export const tierEligibleCode: FunctionCode = {
  id: "TIER_ELIGIBLE",
  takes: ["matrix", "matrix", "scalar", "scalar", "scalar"],
  unsureZero: "both",
  judges: true,
  compute: (bound, headings, rows, tier, asOf, place) =>
    rowVerdicts(bound, [headings, rows, tier, asOf, place], {
      pick: ({ eligible }) => eligible,
      why: ({ missing, eligibleMissing, untold }) => ({
        missing: [...new Set([...missing, ...eligibleMissing])],
        untold,
      }),
    }),
};

export const tierEligible: FunctionRecord = /* @__PURE__ */ described(tierEligibleCode, {
  name: "TIER_ELIGIBLE",
  description: {
    zh: "每家企业是否可以申报某一层级（实质条件、已有称号、通用条件都看）：TRUE、FALSE，说不准得 #N/A",
    en: "Whether each enterprise may apply for a tier (substance, titles held, general conditions): TRUE, FALSE, or #N/A",
  },
  parameters: [HEADINGS, ROWS, TIER_OR_SPECIALIZED, AS_OF, PLACE],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "实质条件、要求先持有的称号和通用条件都符合才是 TRUE，按新申报来看。不填层级时看专精特新中小企业。",
      en: "TRUE where substance, required titles and general conditions all hold, for a new application. Without a tier it is the specialised and sophisticated SME.",
    },
    GENERAL,
    ONE_RESULT_A_ROW,
    UNKNOWN,
    READING,
    SHARES,
    EMPTY_CELLS,
    AID,
  ],
  examples: [
    {
      formula: "=ZJTX.TIER_ELIGIBLE(A1:BE1,A2:BE301)",
      shows: {
        zh: "300家企业各自能否申报专精特新中小企业",
        en: "Whether each of 300 enterprises may apply as a specialised SME",
      },
    },
    {
      formula: '=ZJTX.TIER_ELIGIBLE(A1:BE1,A2:BE2,"little-giant","2026-04-01")',
      shows: {
        zh: "一家企业按2026年4月1日的标准能否申报小巨人",
        en: "Whether one enterprise may apply as a Little Giant by the rules of 1 April 2026",
      },
    },
  ],
});
