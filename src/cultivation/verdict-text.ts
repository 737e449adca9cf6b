/** The verdict on a rung in one sentence, as one would tell a colleague. */
import { lower, sourceOf } from "../policy/lower";
import { nodeText, standingOf } from "../policy/nodes";
import type { Requirements, RuleSet } from "../policy/rule-set";
import type { Text } from "../words/text";
import type { Outcome } from "../engine/rows/evaluate";

export interface OpenCounts {
  /** Required conditions (a group of alternatives is one), and the score, that fail. */
  readonly unmet: number;
  /** The same that wait for cells. */
  readonly unknown: number;
}

/** Counts of substance: titles and general conditions are told apart from it. */
export function openCounts(outcome: Outcome, requirements: Requirements): OpenCounts {
  const { substance, passing } = lower(requirements);
  const standing = new Map(outcome.conditions.map((one) => [one.condition.id, one]));
  const open = substance.filter((asked) => standingOf(sourceOf(asked), standing) === "unknown").length;
  const scoreOpen = passing !== null && outcome.route === null && !outcome.unmet.includes(passing.id) ? 1 : 0;
  return { unmet: outcome.unmet.length, unknown: open + scoreOpen };
}

/** The tier as people call it in a sentence: 专精特新“小巨人”企业 -> “小巨人”. */
export function shortName({ name }: Pick<RuleSet, "name">): Text {
  const [, quoted] = /“([^”]+)”/.exec(name.zh) ?? [];
  return { zh: `“${quoted ?? name.zh}”`, en: name.en };
}

/** 距“小巨人”还差 3 项，另有 1 项待补数据。 */
export function verdictText(edition: RuleSet, outcome: Outcome, requirements: Requirements): Text {
  const { zh, en } = shortName(edition);
  const { unmet, unknown } = openCounts(outcome, requirements);
  if (unmet > 0)
    return unknown > 0
      ? {
          zh: `距${zh}还差 ${unmet} 项，另有 ${unknown} 项待补数据。`,
          en: `${unmet} ${unmet === 1 ? "condition" : "conditions"} short of ${en}, and ${unknown} not known yet.`,
        }
      : { zh: `距${zh}还差 ${unmet} 项。`, en: `${unmet} ${unmet === 1 ? "condition" : "conditions"} short of ${en}.` };
  if (outcome.status === "unknown" && outcome.missing.length === 0)
    return {
      zh: `${zh}没有不达标的项，有 ${unknown} 项说不准（基数为0、为负或当年还没有成立），没有数据可补。`,
      en: `Nothing fails ${en}; ${unknown} cannot be told (base 0 or negative, or not founded yet), and no data are left to give.`,
    };
  if (outcome.status === "unknown")
    return {
      zh: `${zh}没有不达标的项，还有 ${unknown} 项待补数据，补上才有结论。`,
      en: `Nothing fails ${en}; ${unknown} not known yet will decide.`,
    };
  return outcome.eligible === "met"
    ? { zh: `已达到${zh}的条件，可以申报。`, en: `Meets ${en} and may apply.` }
    : { zh: `实质条件已达到${zh}。`, en: `Meets ${en} in substance.` };
}

/** What stands between substance and applying; null where nothing does. */
export function eligibilityText(edition: RuleSet, outcome: Outcome, requirements: Requirements): Text | null {
  const { zh, en } = shortName(edition);
  if (outcome.eligibleUnmet.length > 0) {
    const names = outcome.eligibleUnmet.map((id) => nodeText(id, requirements));
    return {
      zh: `申报${zh}还须先符合：${names.map((name) => name.zh).join("；")}。`,
      en: `To apply for ${en} first: ${names.map((name) => name.en).join("; ")}.`,
    };
  }
  return outcome.eligibleMissing.length > 0 && outcome.eligible === "unknown"
    ? { zh: `申报${zh}的资格还有数据待补。`, en: `Eligibility for ${en} is not known yet.` }
    : null;
}
