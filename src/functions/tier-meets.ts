/** TIER_MEETS: whether each row meets a tier in substance. */
import { described } from "./described";
import type { FunctionCode, FunctionRecord } from "./function-record";
import { AID, EMPTY_CELLS, ONE_RESULT_A_ROW, READING, SHARES, UNKNOWN } from "./help-texts";
import { AS_OF, HEADINGS, PLACE, ROWS, TIER_OR_SPECIALIZED } from "./parameters";
import { rowVerdicts } from "./verdict-function";

export const tierMeetsCode: FunctionCode = {
  id: "TIER_MEETS",
  takes: ["matrix", "matrix", "scalar", "scalar", "scalar"],
  unsureZero: "both",
  judges: true,
  compute: (bound, headings, rows, tier, asOf, place) =>
    rowVerdicts(bound, [headings, rows, tier, asOf, place], {
      pick: ({ status }) => status,
      why: (outcome) => outcome,
    }),
};

export const tierMeets: FunctionRecord = /* @__PURE__ */ described(tierMeetsCode, {
  name: "TIER_MEETS",
  description: {
    zh: "每家企业的实质条件是否达到某一层级：TRUE、FALSE，说不准得 #N/A",
    en: "Whether each enterprise meets a tier in substance: TRUE, FALSE, or #N/A where not known",
  },
  parameters: [HEADINGS, ROWS, TIER_OR_SPECIALIZED, AS_OF, PLACE],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "只看实质条件：不看是否已持有要求的称号，也不看通用条件。要连这些一起看，用 ZJTX.TIER_ELIGIBLE。不填层级时看专精特新中小企业。",
      en: "Substance alone: titles held and general conditions are left out; ZJTX.TIER_ELIGIBLE looks at those as well. Without a tier it is the specialised and sophisticated SME.",
    },
    ONE_RESULT_A_ROW,
    UNKNOWN,
    READING,
    SHARES,
    EMPTY_CELLS,
    AID,
  ],
  examples: [
    {
      formula: '=ZJTX.TIER_MEETS(A1:BE1,A2:BE301,"小巨人")',
      shows: {
        zh: "300家企业各自是否达到小巨人的实质条件",
        en: "Whether each of 300 enterprises meets the Little Giant's substance",
      },
    },
  ],
});
