/** The smallest changes of the engine's improver, in words: which figures, from what to what, and by how much. */
import type { Requirements } from "../policy/rule-set";
import type { Field, Vocabulary } from "../language/vocabulary";
import type { Text } from "../words/text";
import { leftOpenText, slotText, valueText } from "../engine/rows/explain";
import { grouped } from "../words/figures";
import type { Change, Improvement, Plan } from "../engine/rows/improve";
import { nodeText } from "../policy/nodes";

export interface PlanStep {
  readonly field: string;
  readonly name: Text;
  /** As kept inside, for a what-if that tries the step. */
  readonly to: number;
  readonly fromText: Text;
  readonly toText: Text;
  /** How much more or less; empty for a yes, a choice or a title. */
  readonly by: Text;
  readonly slow: boolean;
  /** A whole that only follows its part: nothing to be done for it. */
  readonly follows: boolean;
}

export interface PlanPath {
  readonly steps: readonly PlanStep[];
  /** Changes that have to be made; those that only follow are not counted. */
  readonly changes: number;
  readonly effort: number;
  readonly slow: boolean;
  /** `unknown`: nothing fails any more, but blank cells keep it open. */
  readonly reaches: Plan["reaches"];
  readonly untold: boolean;
}

export interface Paths {
  /** Paths without a slow step, smallest first. */
  readonly paths: readonly PlanPath[];
  /** Paths with one: ranks, recognitions, titles can't be had soon. */
  readonly slow: readonly PlanPath[];
  /** What no change of last year's figures can meet: years, earlier accounts, judgements. */
  readonly blockers: readonly { readonly id: string; readonly text: Text }[];
  /** False where the search stopped at its limit; a smaller path may then exist. */
  readonly complete: boolean;
}

export function pathsOf(
  improvement: Improvement,
  requirements: Requirements,
  vocabulary: Vocabulary,
  t: number,
): Paths {
  const paths = improvement.plans.map((plan) => pathOf(plan, vocabulary, t));
  return {
    paths: paths.filter(({ slow }) => !slow),
    slow: paths.filter(({ slow }) => slow),
    blockers: improvement.blockers.map((id) => ({ id, text: nodeText(id, requirements) })),
    complete: improvement.complete,
  };
}

function pathOf(plan: Plan, vocabulary: Vocabulary, t: number): PlanPath {
  return {
    steps: plan.changes.flatMap((change) => {
      const field = vocabulary.fields.get(change.field);
      return field ? [stepOf(change, field, vocabulary, t)] : [];
    }),
    changes: changesOf(plan),
    effort: plan.effort,
    slow: plan.slow,
    reaches: plan.reaches,
    untold: plan.untold,
  };
}

/** How many figures a plan changes by itself. */
export function changesOf({ changes }: Pick<Plan, "changes">): number {
  return changes.filter(({ follows }) => !follows).length;
}

function stepOf({ field: id, from, to, follows }: Change, field: Field, vocabulary: Vocabulary, t: number): PlanStep {
  return {
    field: id,
    name: slotText(id, vocabulary, t),
    to,
    fromText: Number.isNaN(from) ? { zh: "待补数据", en: "not known yet" } : valueText(from, field),
    toText: valueText(to, field),
    by: byText(from, to, field),
    slow: field.pace === "slow",
    follows,
  };
}

const NONE: Text = { zh: "", en: "" };

function byText(from: number, to: number, field: Field): Text {
  const distance = to - from;
  if (!Number.isFinite(distance) || ["flag", "choice", "validity", "date", "industry"].includes(field.type))
    return NONE;
  if (field.type === "rank") {
    if (from === 0) return NONE;
    return {
      zh: `前进${grouped(from - to, 0)}名`,
      en: `${grouped(from - to, 0)} ${from - to === 1 ? "place" : "places"} up`,
    };
  }
  const verb: Text = distance > 0 ? { zh: "增加", en: "up by " } : { zh: "减少", en: "down by " };
  const size = Math.abs(distance);
  if (field.type === "share") {
    const points = grouped(size * 100, size < 0.0001 ? 6 : 2);
    return { zh: `${verb.zh}${points}个百分点`, en: `${verb.en}${points} percentage points` };
  }
  const number = grouped(size, field.type === "money" || size < 0.01 ? 4 : 2);
  const english = field.type === "money" ? " 万元" : "";
  return { zh: `${verb.zh}${number}${field.unit}`, en: `${verb.en}${number}${english}` };
}

/** The path in one line: 研发费用 360万元 → 400万元；Ⅱ类知识产权 0项 → 1项. */
export function pathText({ steps, reaches, untold }: PlanPath): Text {
  const own = steps.filter(({ follows }) => !follows);
  const zh = own.map(({ name, fromText, toText }) => `${name.zh} ${fromText.zh} → ${toText.zh}`).join("；");
  const en = own.map(({ name, fromText, toText }) => `${name.en} ${fromText.en} → ${toText.en}`).join("; ");
  const open = leftOpenText({ reaches, untold });
  return open === null ? { zh, en } : { zh: `${zh}（${open.zh}）`, en: `${en} (${open.en})` };
}
