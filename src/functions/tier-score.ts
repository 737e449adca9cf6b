/** TIER_SCORE: the points of each row, for tiers that have a score. */
import { described } from "./described";
import { OpenRows } from "./batch-verdicts";
import { chosenDate } from "./chosen-date";
import { chosenPlace } from "./chosen-place";
import { PlacedScores } from "./placed-scores";
import { chosenTier, editionFor } from "./chosen-tier";
import {
  isFailure,
  notKnown,
  single,
  valueFailure,
  type FunctionFailure,
  type FunctionCode,
  type FunctionRecord,
  type ResultCell,
} from "./function-record";
import { editionsOn } from "../policy/editions";
import type { Policy, RuleSet } from "../policy/rule-set";
import { grouped } from "../words/figures";
import { AID, EMPTY_CELLS, ONE_RESULT_A_ROW, READING, SHARES, UNKNOWN } from "./help-texts";
import { AS_OF, HEADINGS, PLACE, ROWS, TIER_OR_INNOVATIVE } from "./parameters";
import { readRows } from "./rows-given";

/** The lowest rung with a score in every edition; the specialised tier of 2026 has none of its own. */
const DEFAULT_SCORED_TIER = "innovative";

function noScore(edition: RuleSet, day: string, policy: Policy): FunctionFailure {
  const scored = editionsOn(policy, day, "new").filter(({ forPurpose }) => forPurpose.new.score !== null);
  return valueFailure(
    `“${edition.name.zh}”在 ${day} 施行的标准没有评分，只看条件。有评分的是：${scored.map(({ name, tier }) => `${name.zh}（${tier}）`).join("、")}。要看是否达到，用 ZJTX.TIER_MEETS。`,
    `${edition.name.en} as in force on ${day} has conditions but no score. With a score: ${scored.map(({ name, tier }) => `${tier} (${name.en})`).join(", ")}. To see whether it is met, use ZJTX.TIER_MEETS.`,
  );
}

function openScore(why: FunctionFailure, low: number, high: number): FunctionFailure {
  const range = `${grouped(low, 2)}–${grouped(high, 2)}`;
  return notKnown(`得分在 ${range} 之间。${why.message.zh}`, `The score lies between ${range}. ${why.message.en}`);
}

export const tierScoreCode: FunctionCode = {
  id: "TIER_SCORE",
  takes: ["matrix", "matrix", "scalar", "scalar", "scalar"],
  unsureZero: "both",
  judges: true,
  compute: (bound, headings, rows, tier, asOf, place) => {
    const day = chosenDate(single(asOf), bound.policy);
    if (isFailure(day)) return day;
    const id = chosenTier(single(tier), bound.policy, DEFAULT_SCORED_TIER);
    if (isFailure(id)) return id;
    const edition = editionFor(id, day, bound.policy);
    if (isFailure(edition)) return edition;
    if (edition.forPurpose.new.score === null) return noScore(edition, day, bound.policy);
    const where = chosenPlace(single(place), bound.vocabulary);
    if (isFailure(where)) return where;
    const given = readRows(headings, rows, day, bound, { place: where });
    if (isFailure(given)) return given;
    const { reading } = given;
    const placed = reading ? new PlacedScores(reading, day, bound, [id]) : null;
    const open = reading ? new OpenRows(reading, day, bound) : null;
    return given.rows.map((row): ResultCell[] => {
      if (row.fact === null) return [row.answer];
      const own = placed?.of(id, row.fact);
      const [low, high] = [own?.scores.scoreLow[row.fact] ?? NaN, own?.scores.scoreHigh[row.fact] ?? NaN];
      if (low === high) return [low];
      return [open ? openScore(open.whyScore(own?.edition ?? edition, row.fact), low, high) : ""];
    });
  },
};

export const tierScore: FunctionRecord = /* @__PURE__ */ described(tierScoreCode, {
  name: "TIER_SCORE",
  description: {
    zh: "每家企业在某一层级的得分（该层级有评分时）",
    en: "Each enterprise's points for a tier that has a score",
  },
  parameters: [HEADINGS, ROWS, TIER_OR_INNOVATIVE, AS_OF, PLACE],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "得分按标准的原文逐项加总。缺数据、得分还不是一个准数时得 #N/A，提示里写明得分的上下限和缺哪些列。不填层级时看创新型中小企业：2026年的专精特新标准本身没有评分项。",
      en: "Points are added up item by item as the rules say. Where missing data leave the sum open the result is #N/A, and the message gives its bounds and the missing columns. Without a tier it is the innovative SME: the specialised tier of 2026 has no items of its own.",
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
      formula: "=ZJTX.TIER_SCORE(A1:BE1,A2:BE301)",
      shows: { zh: "300家企业的创新型中小企业得分", en: "The innovative SME points of 300 enterprises" },
    },
    {
      formula: '=ZJTX.TIER_SCORE(A1:BE1,A2:BE301,"specialized","2026-03-31")',
      shows: { zh: "按2022年办法的专精特新得分", en: "The specialised SME points by the 2022 measures" },
    },
  ],
});
