/** One rider for a person to look at: the months as a row of dots, the verdict in a sentence, the amount with its arithmetic. */
import type { Verdict } from "../policy/rule-set";
import type { Text } from "../words/text";
import { RiderJudge } from "./judge-rider";
import type { OtherFigure } from "./bases";
import { yuan } from "./money";
import { chineseMonth, isoMonth, type Month } from "./month";
import { plainYuan, type PremiumPart } from "./premiums";
import type { Rider, SubsidyOptions, SubsidyOutcome, SubsidyRules } from "./rider";
import { lateLevels } from "./late-levels";

/** A month of the income test, as a dot: the verdict is a shape and a word, never a colour alone. */
export interface MonthDot {
  readonly month: Month;
  /** `2025-12`, the same in both languages. */
  readonly label: string;
  readonly current: boolean;
  /** Whether the months looked back at take it in: the month of payment is tested by itself either way. */
  readonly counts: boolean;
  readonly income: number | null;
  readonly floor: number | null;
  readonly verdict: Verdict;
  /** For focus and screen readers: 2025年12月：收入7,400元，下限7,162元，达到。 */
  readonly text: Text;
}

export interface RiderView {
  readonly outcome: SubsidyOutcome;
  /** Oldest first, the month of payment last; empty where the scheme has no income test or is not known. */
  readonly dots: readonly MonthDot[];
  readonly headline: Text;
  /** `443.30`; "" where the amount is not known. */
  readonly amount: string;
  /** `4,433 × 20% × 50% = 443.30`; "" where there is nothing to work out. */
  readonly arithmetic: string;
  readonly reasons: readonly Text[];
  /** What the figures rest on, one line a figure that is less than confirmed or paid on from the level before. */
  readonly cautions: readonly Text[];
  readonly next: Text | null;
  /** What is paid later; null where nothing is or it is not known. */
  readonly backPayment: Text | null;
  /** Both ways of counting where a level was published late. */
  readonly ways: Text | null;
}

const WORDS: Readonly<Record<Verdict, Text>> = {
  met: { zh: "达到", en: "reached" },
  unmet: { zh: "没达到", en: "not reached" },
  unknown: { zh: "还不知道", en: "not known yet" },
};

function dotText(month: Month, income: number | null, floor: number | null, verdict: Verdict): Text {
  const amount = (value: number | null): Text =>
    value === null ? { zh: "不知道", en: "unknown" } : { zh: `${plainYuan(value)}元`, en: plainYuan(value) };
  return {
    zh: `${chineseMonth(month)}：收入${amount(income).zh}，下限${amount(floor).zh}，${WORDS[verdict].zh}。`,
    en: `${isoMonth(month)}: income ${amount(income).en}, floor ${amount(floor).en}, ${WORDS[verdict].en}.`,
  };
}

function headlineOf({ status, amount, fullAmount }: SubsidyOutcome): Text {
  if (status === "unmet") return { zh: "这个月不发补贴。", en: "No subsidy is due this month." };
  if (status === "unknown")
    return fullAmount === null
      ? { zh: "还说不准能不能领。", en: "Whether the subsidy is due is not known yet." }
      : {
          zh: `还说不准能不能领；能领的话是${yuan(fullAmount)}元。`,
          en: `Whether the subsidy is due is not known yet; if it is, it comes to ${yuan(fullAmount)} yuan.`,
        };
  return amount === null
    ? { zh: "符合条件，金额还算不出。", en: "The subsidy is due; its amount is not known yet." }
    : { zh: `符合条件，这个月补贴${yuan(amount)}元。`, en: `The subsidy is due: ${yuan(amount)} yuan this month.` };
}

function employeesText(figure: string): Text {
  return {
    zh: `${figure}是职工的基数下限；灵活就业人员的通常与它相同，也有不同的。`,
    en: `${figure} is the floor of employees; that of flexible workers usually equals it, not always.`,
  };
}

/** The other figure, whose it is and why it is not the one used. */
function besideText({ floor, kind, source, why }: OtherFigure): Text {
  return {
    zh: `${source.document.zh}另有${kind === "employees" ? "职工的" : ""}下限${plainYuan(floor)}：${why.zh}。`,
    en: `${source.document.en} gives ${plainYuan(floor)}${kind === "employees" ? " for employees" : ""}: ${why.en}.`,
  };
}

function cautionsOf(parts: readonly PremiumPart[]): Text[] {
  return parts.flatMap(({ base, evidence, carriedOn, level }): Text[] => {
    if (base === null) return [];
    const figure = plainYuan(base);
    const said: Text[] = [];
    if (evidence === "yours")
      said.push({ zh: `${figure}是自己填的，没有核对过。`, en: `${figure} was filled in by you and is not checked.` });
    if (evidence === "provisional")
      said.push({
        zh: `${figure}是暂定数，最终数还没有查到。`,
        en: `${figure} is provisional; the final figure was not found.`,
      });
    if (evidence === "single-source")
      said.push({ zh: `${figure}只见于一处资料。`, en: `${figure} was seen in one source only.` });
    if (level?.kind === "employees") said.push(employeesText(figure));
    if (level !== null) said.push(...level.beside.map((other) => besideText(other)));
    if (carriedOn)
      said.push({
        zh: `当时本年度的下限还没公布，按上一档${figure}缴。`,
        en: `The year's own floor was not published yet, so ${figure} was paid on.`,
      });
    return said;
  });
}

function backPaymentText(backPayment: number | null, { levels }: SubsidyOptions): Text | null {
  if (backPayment === null || backPayment === 0) return null;
  const amount = yuan(backPayment);
  return levels === "settled"
    ? {
        zh: `基数公布得晚：上面的金额里有${amount}元是公布以后补发的。`,
        en: `The base was published late: ${amount} yuan of the amount above are paid later.`,
      }
    : {
        zh: `基数公布得晚：这是当时发的，之后另要补发${amount}元。`,
        en: `The base was published late: this is what was paid at the time, ${amount} yuan more are paid later.`,
      };
}

/** Judges one rider for the view. `earlier` may hold fewer than six months: the others are not known. */
export function riderView(rider: Rider, rules: SubsidyRules, options: SubsidyOptions): RiderView {
  const judge = new RiderJudge(rules, options);
  const outcome = judge.judge(rider);
  const { backPayment, ways } = lateLevels(judge, rider, outcome, options);
  const months = outcome.scheme?.test?.months ?? 0;
  const dots = outcome.checks.map(({ month, current, income, floor, verdict }, back): MonthDot => ({
    month,
    label: isoMonth(month),
    current,
    counts: options.includeCurrent ? back < months : !current,
    income,
    floor,
    verdict,
    text: dotText(month, income, floor, verdict),
  }));
  const { nextMonth, amount } = outcome;
  return {
    outcome,
    dots: dots.reverse(),
    headline: headlineOf(outcome),
    amount: amount === null ? "" : yuan(amount),
    arithmetic: outcome.arithmetic,
    reasons: outcome.reasons,
    cautions: cautionsOf(outcome.parts),
    next:
      nextMonth === null
        ? null
        : {
            zh: `从下个月起每月都达到下限的话，最早${chineseMonth(nextMonth)}能领。`,
            en: `If every month from now on reaches the floor, ${isoMonth(nextMonth)} is the first that qualifies.`,
          },
    backPayment: backPaymentText(backPayment, options),
    ways,
  };
}
