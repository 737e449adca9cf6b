/** TIER_PLAN: the smallest changes with which one enterprise would meet a tier. */
import { described } from "./described";
import { draftRow } from "./draft-row";
import type { ConditionGroup, Condition, ConditionNode, RuleSet } from "../policy/rule-set";
import type { Vocabulary } from "../language/vocabulary";
import { leftOpenText, valueText } from "../engine/rows/explain";
import { grouped } from "../words/figures";
import type { Change, Plan } from "../engine/rows/improve";
import { openText } from "./batch-verdicts";
import type { FunctionCode, FunctionRecord, ResultCell } from "./function-record";
import { AID, EMPTY_CELLS, READING, SHARES, UNKNOWN } from "./help-texts";
import { oneEnterprise } from "./one-enterprise";
import { AS_OF, HEADINGS, PLACE, ROW, TIER_OR_NEXT } from "./parameters";

const HEADING_ROW = ["方案", "指标", "现在", "改为", "变化", "说明"];
const MOST_PLANS = 3;

function changeRow(change: Change, plan: Plan, index: number, vocabulary: Vocabulary): ResultCell[] {
  const field = vocabulary.fields.get(change.field);
  if (!field) throw new Error(`a plan changes ${change.field}, which the vocabulary does not hold`);
  const [from, to] = [valueText(change.from, field).zh, valueText(change.to, field).zh];
  const measured = ["money", "count", "years", "points"].includes(field.type) && Number.isFinite(change.from);
  const unit = field.type === "money" ? "万元" : field.unit;
  const difference = change.to - change.from;
  const by = measured
    ? `${difference > 0 ? "+" : ""}${grouped(difference, field.type === "money" ? 4 : 2)}${unit}`
    : "";
  const open = leftOpenText(plan);
  const notes = [
    ...(change.follows ? ["随所属的合计一起变"] : []),
    ...(field.pace === "slow" ? ["不能速成"] : []),
    ...(open === null ? [] : [open.zh]),
  ];
  return [`方案${index + 1}`, field.name.zh, from, to, by, notes.join("；")];
}

function nameOf({ forPurpose }: RuleSet, id: string): string {
  const { conditions, score } = forPurpose.new;
  if (score?.id === id) return score.text.zh;
  const find = (nodes: readonly ConditionNode[]): Condition | ConditionGroup | undefined => {
    for (const node of nodes) {
      const inner = node.id === id ? node : node.node === "condition" ? undefined : find(node.parts);
      if (inner) return inner;
    }
    return undefined;
  };
  return find(conditions)?.text.zh ?? id;
}

function note(kind: string, text: string): ResultCell[] {
  return [kind, "", "", "", "", text];
}

export const tierPlanCode: FunctionCode = {
  id: "TIER_PLAN",
  takes: ["matrix", "matrix", "scalar", "scalar", "scalar"],
  unsureZero: "blank",
  judges: true,
  compute: (bound, headings, row, tier, asOf, place) => {
    const asked = oneEnterprise(bound, [headings, row, tier, asOf, place]);
    if (asked.kind === "answer") return [[asked.answer]];
    if (asked.kind === "top") return [HEADING_ROW, note("✓ 已到最高层级", "")];
    const { edition, outcome, ladder, fact, reading } = asked.one;
    const name = edition.name.zh;
    const head = [HEADING_ROW, ...draftRow(edition, HEADING_ROW.length, HEADING_ROW.length - 1)];
    if (outcome.status === "met") return [...head, note("✓ 已达到", `“${name}”的实质条件已达到，不用改变`)];
    if (outcome.status === "unknown") {
      return [...head, note("? 待补数据", `“${name}”还说不准，${openText(outcome, reading, bound).zh}`)];
    }
    const { plans, blockers } = ladder.improve(edition.tier, fact, MOST_PLANS);
    const rows = plans.flatMap((plan, index) =>
      plan.changes.map((change) => changeRow(change, plan, index, bound.vocabulary)),
    );
    for (const id of blockers) {
      rows.push(["不能速成", nameOf(edition, id), "", "", "", "靠改变上年度数据无法达到（年限、往年账目或人工判断）"]);
    }
    if (rows.length === 0) rows.push(note("没有找到方案", `靠改变上年度数据，没有找到达到“${name}”的办法`));
    return [...head, ...rows];
  },
};

export const tierPlan: FunctionRecord = /* @__PURE__ */ described(tierPlanCode, {
  name: "TIER_PLAN",
  description: {
    zh: "一家企业最少改变哪些指标就能达到某一层级（展开成表）",
    en: "The smallest changes with which one enterprise would meet a tier (a spilled table)",
  },
  parameters: [HEADINGS, ROW, TIER_OR_NEXT, AS_OF, PLACE],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "最多三个方案，先少改几项，再少改多少；每个方案都重新评过分。只算实质条件。年限、往年账目和称号不能速成，会写明。不填层级时看下一层级。",
      en: "Up to three plans: fewest figures first, then the least change; each was scored again. Substance alone. Years, past accounts and titles cannot be had soon and are said to be so. Without a tier it is the next rung.",
    },
    UNKNOWN,
    READING,
    SHARES,
    EMPTY_CELLS,
    AID,
  ],
  examples: [
    {
      formula: "=ZJTX.TIER_PLAN(A1:BE1,A6:BE6)",
      shows: {
        zh: "第6行的企业怎样改变最少就能上一层",
        en: "How the enterprise in row 6 gets to its next rung with the least change",
      },
    },
  ],
});
