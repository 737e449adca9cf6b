/**
 * A level published after the month of payment: what was paid at the time, what is paid later, and both ways of counting written out.
 *
 * The subsidy is paid right after the month, so its test can only use what was published by then; the premium, and with it the share that
 * is paid, follows the level that holds in the end, and the difference is paid later. Whether the test is held again
 * against the later level was not published: here it is not, and where it would come out differently that is said.
 */
import type { Text } from "../words/text";
import type { RiderJudge } from "./judge-rider";
import { yuan } from "./money";
import { chineseMonth, isoMonth } from "./month";
import { plainYuan } from "./premiums";
import type { Rider, SubsidyOptions, SubsidyOutcome } from "./rider";

export interface LateLevels {
  /**
   * Yuan paid later: the amount by the level that holds in the end less the one paid at the time. Null where either is not known; 0 where
   * nothing changed.
   */
  readonly backPayment: number | null;
  /** The income test would come out otherwise with the levels that hold in the end. */
  readonly retestDiffers: boolean;
  /** Both ways of counting, each with its floor; null where they are the same. */
  readonly ways: Text | null;
}

const ANSWERS = {
  met: { zh: "达到", en: "passed" },
  unmet: { zh: "没达到", en: "not passed" },
  unknown: { zh: "说不准", en: "not known" },
} as const;

function money(amount: number | null): Text {
  return amount === null
    ? { zh: "还算不出", en: "not known" }
    : { zh: `${yuan(amount)}元`, en: `${yuan(amount)} yuan` };
}

function floorText({ checks: [now] }: SubsidyOutcome): Text {
  const floor = now?.floor ?? null;
  return floor === null ? { zh: "没有查到", en: "not found" } : { zh: `${plainYuan(floor)}元`, en: plainYuan(floor) };
}

function retestText(then: SubsidyOutcome, retested: SubsidyOutcome): Text {
  if (then.status === retested.status) return { zh: "", en: "" };
  const floor = floorText(retested);
  return {
    zh: `要是用后来公布的下限（当月${floor.zh}）再比一次收入，结果是${ANSWERS[retested.status].zh}；要不要再比，没有查到规定，这里不再比。`,
    en: ` Held again with the floor published later (${floor.en} this month), the test would be ${ANSWERS[retested.status].en}; whether it is was not found, so here it is not.`,
  };
}

function waysText(rider: Rider, then: SubsidyOutcome, settled: SubsidyOutcome, retested: SubsidyOutcome): Text {
  const month = rider.month ?? 0;
  const [floor, paid, end] = [floorText(then), money(then.amount), money(settled.amount)];
  const again = retestText(then, retested);
  if (then.status === "unknown" && settled.status !== "unknown") {
    const later = floorText(settled);
    return {
      zh: `${chineseMonth(month)}当时按哪一档下限没有查到，收入是和后来公布的${later.zh}比的。`,
      en: `Which floor was paid on in ${isoMonth(month)} was not found; incomes are compared with ${later.en}, published later.`,
    };
  }
  return {
    zh: `当时：收入和已公布的下限${floor.zh}比，${ANSWERS[then.status].zh}，补贴${paid.zh}。最终：金额按后来公布的基数算，共${end.zh}。${again.zh}`,
    en: `At the time: income against the published floor of ${floor.en}, ${ANSWERS[then.status].en}, ${paid.en}. In the end: by the base published later, ${end.en} in all.${again.en}`,
  };
}

/** What a level published late changes for a rider whose `outcome` was judged with `options`. */
export function lateLevels(
  judge: RiderJudge,
  rider: Rider,
  outcome: SubsidyOutcome,
  { levels }: SubsidyOptions,
): LateLevels {
  // A scheme without an income test and an amount a person looks at no floor, so that none of its levels can be late.
  const looksAtNone = outcome.scheme !== null && outcome.scheme.test === null && outcome.scheme.amount === null;
  if (looksAtNone || !judge.levelsDiffer(rider))
    return { backPayment: outcome.amount === null ? null : 0, retestDiffers: false, ways: null };
  const other = judge.judge(rider, levels === "settled" ? "at-the-time" : "settled");
  const [settled, then] = levels === "settled" ? [outcome, other] : [other, outcome];
  const retested = judge.judge(rider, "retested");
  return {
    backPayment:
      settled.amount === null || then.amount === null ? null : Math.round((settled.amount - then.amount) * 100) / 100,
    retestDiffers: then.status !== "unknown" && retested.status !== then.status,
    ways: waysText(rider, then, settled, retested),
  };
}
