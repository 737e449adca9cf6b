/** The dates of a plan that follow from a rule or a published call. What follows from none has no date. */
import type { Text } from "../words/text";
import { serialOfIso } from "../words/calendar";
import { referenceText } from "./cultivation";
import type { CultivationContext } from "./context";
import type { Diagnosis } from "./diagnosis";
import { nextUpdate } from "./titles";

export interface PlanDate {
  readonly what: Text;
  /** ISO; null where no rule gives it yet. */
  readonly day: string | null;
  readonly basis: Text;
}

/** Applying first, then reviews and yearly updates of the titles held, by day. */
export function datesOf(
  { application, target, titles }: Diagnosis,
  { cultivation, judgement }: Pick<CultivationContext, "cultivation" | "judgement">,
): readonly PlanDate[] {
  const asOf = serialOfIso(judgement.asOf);
  if (asOf === null) return [];
  const dates: PlanDate[] = [];
  const aims = [application, target].flatMap((aim) => (aim ? [aim] : []));
  for (const { tier, name } of aims.filter((aim, at) => aims.findIndex((one) => one.tier === aim.tier) === at)) {
    const what = { zh: `申报${name.zh}`, en: `Apply for ${name.en}` };
    const round = cultivation.titles
      .find((rule) => rule.tier === tier)
      ?.rounds.find(({ until }) => until >= judgement.asOf);
    if (round) {
      const reference = referenceText(round);
      dates.push({
        what,
        day: round.until,
        basis: {
          zh: `${round.year}年填报时间${round.from}至${round.until}，${reference.zh}`,
          en: `Filing ${round.from} to ${round.until}, ${reference.en}`,
        },
      });
    } else
      dates.push({
        what,
        day: null,
        basis: { zh: "下一批申报时间待通知公布", en: "The next call's dates are not known yet" },
      });
  }
  const owed: PlanDate[] = [];
  for (const { tier, name, standing, until } of titles) {
    if (standing !== "valid") continue;
    if (until !== null)
      owed.push({
        what: { zh: `${name.zh}复核`, en: `Review of ${name.en}` },
        day: until,
        basis: {
          zh: `称号${until}到期，到期前完成复核`,
          en: `The title ends on ${until}; review before that`,
        },
      });
    const rule = cultivation.titles.find((one) => one.tier === tier);
    const update = rule ? nextUpdate(rule, asOf) : null;
    if (update && (until === null || update.day <= until))
      owed.push({
        what: { zh: `${name.zh}年度信息更新`, en: `Yearly update for ${name.en}` },
        day: update.day,
        basis: {
          zh: `每年${monthDay(update.update.by)}前，${referenceText(update.update).zh}`,
          en: `By ${update.update.by} each year, ${referenceText(update.update).en}`,
        },
      });
  }
  return [...dates, ...owed.sort((a, b) => ((a.day ?? "") < (b.day ?? "") ? -1 : 1))];
}

/** 05-31 -> 5月31日 */
function monthDay(by: string): string {
  const [month = 0, day = 0] = by.split("-").map(Number);
  return `${month}月${day}日`;
}
