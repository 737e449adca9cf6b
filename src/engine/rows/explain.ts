/**
 * Outcomes in the words and units people act on: what was found, what the rule asks, how far apart they are.
 * Numbers have thousands separators and at most two decimals, unless rounding would hide on which side of a line they lie.
 */
import { decimalsToTell, grouped, moneyText, unitAfter } from "../../words/figures";
import type { Condition } from "../../policy/rule-set";
import { yearText, type Field, type Vocabulary } from "../../language/vocabulary";
import type { Text } from "../../words/text";
import { isoOfSerial } from "../../words/calendar";
import type { Check, ConditionOutcome } from "./evaluate";
import type { Plan } from "./improve";
import type { Beyond, Untold } from "./openings";
import { comparisonsOf, type Comparison, type Quantity, type Relation } from "../../language/tree";

export interface Explanation {
  readonly actual: Text;
  readonly required: Text;
  /** Empty where there is no distance to speak of: yes/no, titles, met. */
  readonly gap: Text;
}

const BLANK: Text = { zh: "待补数据", en: "not known yet" };
const NOTHING: Text = { zh: "", en: "" };
const UNDEFINED: Text = { zh: "无法计算（分母为0，或期末为负）", en: "cannot be computed (nothing to divide by)" };

/** Why a figure tells nothing, where no cell could be filled in instead. */
const BEYOND: Readonly<Record<Beyond, Text>> = {
  "no-base": { zh: "基数为0或为负，算不出增长率", en: "no growth rate: the base is 0 or negative" },
  "before-founding": { zh: "当年还没有成立", en: "not founded yet in that year" },
};

const RELATIONS: Readonly<Record<Relation, string>> = { ">=": "≥", "<=": "≤", ">": "＞", "<": "＜", "==": "＝" };

/** One line a comparison of the condition: the failing ones first thing, all of them where none fails. */
export function explainCondition(
  { condition, checks }: ConditionOutcome,
  vocabulary: Vocabulary,
): readonly Explanation[] {
  const comparisons = comparisonsOf(condition.test);
  const all = checks.flatMap((check, index) => {
    const comparison = comparisons[index];
    if (!comparison || (isFirstPlace(comparison, vocabulary) && check.verdict !== "unmet")) return [];
    return [{ check, explanation: explainCheck(check, comparison, vocabulary) }];
  });
  const failing = all.filter(({ check }) => check.verdict === "unmet");
  return (failing.length > 0 ? failing : all).map(({ explanation }) => explanation);
}

/** The lower end of `within(rank, 3)`: only worth a word where there is no rank at all. */
function isFirstPlace({ left, relation, right }: Comparison, vocabulary: Vocabulary): boolean {
  const rank = fieldOf(left, vocabulary)?.type === "rank";
  return rank && relation === ">=" && right.kind === "constant" && right.value === 1;
}

function explainCheck(check: Check, { left, relation, right }: Comparison, vocabulary: Vocabulary): Explanation {
  const field = fieldOf(left, vocabulary);
  const write = (value: number, decimals = 2): Text => numberText(value, left, field, decimals);
  const open = check.lo < check.hi;
  const required =
    right.kind === "as-of" ? { zh: "在有效期内", en: "valid" } : requiredText(relation, check.requiredLo, write, field);
  const decimals = decimalsOf(check.lo, check.requiredLo, left);
  const actual = open
    ? check.beyond === null
      ? BLANK
      : BEYOND[check.beyond]
    : Number.isNaN(check.lo)
      ? UNDEFINED
      : write(check.lo, decimals);
  return { actual, required, gap: check.verdict === "unmet" && !open ? gapText(check, left, field) : NOTHING };
}

function requiredText(
  relation: Relation,
  line: number,
  write: (value: number) => Text,
  field: Field | undefined,
): Text {
  if (field?.type === "rank") {
    return relation === ">=" ? { zh: "有名次", en: "a rank" } : { zh: `前${line}名`, en: `among the first ${line}` };
  }
  const value = write(line);
  if (value.zh === "是") return value;
  return { zh: `${RELATIONS[relation]}${value.zh}`, en: `${RELATIONS[relation]} ${value.en}` };
}

/** The field whose unit the number carries. */
function fieldOf(quantity: Quantity, vocabulary: Vocabulary): Field | undefined {
  return quantity.kind === "field" || quantity.kind === "otherwise" ? vocabulary.fields.get(quantity.field) : undefined;
}

type Measure = "money" | "share" | "plain";

/** What a computed number is measured in; sums and means keep the measure of their parts. */
function measureOf(quantity: Quantity, field: Field | undefined): Measure {
  if (field) return field.type === "money" ? "money" : field.type === "share" ? "share" : "plain";
  switch (quantity.kind) {
    case "mean-growth":
    case "compound-growth":
      return "share";
    case "ratio":
      return quantity.under.kind === "constant" ? "money" : "share";
    case "sum":
    case "difference":
      return "money";
    default:
      return "plain";
  }
}

function numberText(value: number, quantity: Quantity, field: Field | undefined, decimals: number): Text {
  if (field?.type === "flag") return value >= 1 ? { zh: "是", en: "yes" } : { zh: "否", en: "no" };
  if (field?.type === "choice") return field.choices[value]?.name ?? BLANK;
  if (field?.type === "validity") {
    if (!Number.isFinite(value)) return value > 0 ? { zh: "是", en: "yes" } : { zh: "否", en: "no" };
    const day = isoOfSerial(value);
    return { zh: `有效期至${day}`, en: `valid until ${day}` };
  }
  const measure = measureOf(quantity, field);
  if (measure === "share") return same(`${grouped(value * 100, decimals)}%`);
  if (measure === "money") return moneyText(value, decimals);
  if (quantity.kind === "age") {
    const days = quantity.unit === "days";
    return {
      zh: `${grouped(value, decimals)}${days ? "天" : "年"}`,
      en: `${grouped(value, decimals)} ${days ? "days" : "years"}`,
    };
  }
  if (field?.type === "rank") {
    return value === 0 ? { zh: "无", en: "none" } : { zh: `第${grouped(value, 0)}名`, en: `no. ${grouped(value, 0)}` };
  }
  const unit = field?.unit ?? "";
  return { zh: `${grouped(value, decimals)}${unit}`, en: `${grouped(value, decimals)}${unitAfter(value, unit)}` };
}

function gapText(check: Check, quantity: Quantity, field: Field | undefined): Text {
  if (field && ["flag", "choice", "validity"].includes(field.type)) return NOTHING;
  const distance = Math.abs(check.requiredLo - check.lo);
  if (!Number.isFinite(distance)) return NOTHING;
  // A rank of 7 where 3 is asked is behind, not above; where there is no rank there is no distance.
  const rank = field?.type === "rank";
  if (rank && check.lo === 0) return NOTHING;
  const short = rank || check.lo < check.requiredLo;
  const verb: Text = short ? { zh: "差", en: "short by " } : { zh: "超", en: "over by " };
  const measure = measureOf(quantity, field);
  if (measure === "share") {
    const points = grouped(distance * 100, distance * 100 < 0.01 ? 6 : 2);
    return { zh: `${verb.zh}${points}个百分点`, en: `${verb.en}${points} percentage points` };
  }
  const number = grouped(distance, distance < 0.01 ? 4 : 2);
  if (measure === "money") {
    const amount = moneyText(distance, distance < 0.01 ? 4 : 2);
    return { zh: `${verb.zh}${amount.zh}`, en: `${verb.en}${amount.en}` };
  }
  if (rank) return { zh: `${verb.zh}${number}名`, en: `${verb.en}${number} ${distance === 1 ? "place" : "places"}` };
  const unit = field?.unit ?? "";
  return { zh: `${verb.zh}${number}${unit}`, en: `${verb.en}${number}${unitAfter(distance, unit)}` };
}

/** The decimals that tell a number from its line, in the measure it is written in. */
function decimalsOf(value: number, line: number, quantity: Quantity): number {
  const scale = quantity.kind === "ratio" || quantity.kind.endsWith("growth") ? 100 : 1;
  // Further apart than a hundredth, the two can't be written alike.
  return Math.abs(value - line) * scale > 0.011 ? 2 : decimalsToTell(value * scale, line * scale);
}

function same(text: string): Text {
  return { zh: text, en: text };
}

/** How sure a figure is, in words. */
export function evidenceText({ evidence }: Pick<Condition, "evidence">): Text {
  if (evidence === "confirmed") return { zh: "已核对两处", en: "seen in two copies" };
  return evidence === "single-source" ? { zh: "仅见一处", en: "seen in one copy" } : { zh: "暂定", en: "provisional" };
}

/** A slot in the words of a sheet: `rd_expense[t-1]` -> 2024年研发费用 where t is 2025. */
export function slotText(slot: string, vocabulary: Vocabulary, t: number): Text {
  const match = /^(\w+?)(?:\[t-(\d)\])?$/.exec(slot);
  const field = vocabulary.fields.get(match?.[1] ?? slot);
  if (!field) return same(slot);
  if (field.periods === 1) return field.name;
  const year = yearText(field, Number(match?.[2] ?? 0), t);
  return { zh: `${year.zh}${field.name.zh}`, en: `${field.name.en} ${year.en}` };
}

/** What can't be told and why: 2023年营业收入（基数为0或为负，算不出增长率）. Empty where there is nothing. */
export function untoldText(untold: readonly Untold[], vocabulary: Vocabulary, t: number): Text {
  const parts = untold.map(({ slot: key, reason }): Text => {
    const [name, why] = [slotText(key, vocabulary, t), BEYOND[reason]];
    return { zh: `${name.zh}（${why.zh}）`, en: `${name.en} (${why.en})` };
  });
  return { zh: parts.map(({ zh }) => zh).join("、"), en: parts.map(({ en }) => en).join(", ") };
}

/** What a plan leaves open; null where it leads to a certain yes. */
export function leftOpenText({ reaches, untold }: Pick<Plan, "reaches" | "untold">): Text | null {
  if (reaches === "met") return null;
  return untold
    ? {
        zh: "另有条件因基数为0、为负或当年还没有成立而说不准",
        en: "another condition cannot be told: its base is 0 or negative, or the firm was not founded yet",
      }
    : { zh: "另有数据待补", en: "other cells are still missing" };
}

/** A value of a field as a sheet shows it. */
export function valueText(value: number, field: Field): Text {
  return numberText(value, { kind: "field", field: field.id, back: 0 }, field, field.type === "money" ? 4 : 2);
}
