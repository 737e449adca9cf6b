/** TIER_GAPS: what stands between one enterprise and a tier, condition by condition. */
import { described } from "./described";
import { draftRow } from "./draft-row";
import { conditionsOf } from "../policy/rule-set";
import type { Text } from "../words/text";
import type { ConditionOutcome } from "../engine/rows/evaluate";
import { evidenceText, explainCondition } from "../engine/rows/explain";
import { identityOf, notMet, ScoreTables, statusText } from "../sheet/results/score-tables";
import type { BoundRelease, FunctionCode, FunctionRecord, ResultCell } from "./function-record";
import { AID, EMPTY_CELLS, GENERAL, READING, SHARES, UNKNOWN } from "./help-texts";
import { oneEnterprise, type OneEnterprise } from "./one-enterprise";
import { AS_OF, HEADINGS, PLACE, ROW, TIER_OR_NEXT } from "./parameters";

const HEADING_ROW = ["类别", "条件", "实际", "要求", "差距", "条款", "依据把握"];
/** Row number, name and rung stand before these columns in the sheet of gaps. */
const LEADING_COLUMNS = 3;

/** Failing and open conditions of substance and items of the score, as in the results sheet. */
function substanceRows(
  { reading, ladder, fact, edition, outcome }: OneEnterprise,
  bound: BoundRelease,
): ResultCell[][] {
  const { vocabulary } = bound;
  const tables = new ScoreTables({ vocabulary, reading, ladder, language: "zh", purpose: "new" });
  const outcomes = new Map([[edition.tier, outcome]]);
  const scores = { outcomes, highest: null, next: edition.tier, size: null };
  tables.add(identityOf(reading, fact), { row: fact, scores, improvement: null });
  const gaps = tables.sheets("", "")[1];
  return (gaps?.rows ?? []).map((row) => row.slice(LEADING_COLUMNS).map(plainCell));
}

/** The tables hold no errors; a cell with one would be a text here. */
function plainCell(cell: string | number | boolean | null | { readonly error: string }): ResultCell {
  return typeof cell === "object" ? (cell?.error ?? "") : cell;
}

/** Titles not held and general conditions that fail or are open. */
function beyondRows({ edition, outcome }: OneEnterprise, { vocabulary }: BoundRelease): ResultCell[][] {
  const { conditions, general } = edition.forPurpose.new;
  const standing = new Map(outcome.conditions.map((one) => [one.condition.id, one]));
  const beyond = new Set(
    conditionsOf([...conditions, ...general])
      .filter(({ kind }) => kind === "prerequisite" || kind === "general")
      .map(({ id }) => id),
  );
  const join = (texts: readonly Text[]): string => [...new Set(texts.map(({ zh }) => zh))].filter(Boolean).join("；");
  const row = (one: ConditionOutcome): ResultCell[] => {
    const parts = explainCondition(one, vocabulary);
    const { condition } = one;
    const kind = condition.kind === "general" ? "通用条件" : "须先有的称号";
    return [
      `${statusText(one.verdict).zh}（${kind}）`,
      condition.text.zh,
      join(parts.map(({ actual }) => actual)),
      join(parts.map(({ required }) => required)),
      join(parts.map(({ gap }) => gap)),
      condition.clause,
      evidenceText(condition).zh,
    ];
  };
  return [...conditions, ...general]
    .flatMap((node) => notMet(node, standing))
    .filter(
      ({ condition, assumed, verdict }) =>
        beyond.has(condition.id) && !(assumed && verdict !== "unmet" && condition.kind === "general"),
    )
    .map(row);
}

export const tierGapsCode: FunctionCode = {
  id: "TIER_GAPS",
  takes: ["matrix", "matrix", "scalar", "scalar", "scalar"],
  unsureZero: "blank",
  judges: true,
  compute: (bound, headings, row, tier, asOf, place) => {
    const asked = oneEnterprise(bound, [headings, row, tier, asOf, place]);
    if (asked.kind === "answer") return [[asked.answer]];
    if (asked.kind === "top") return [HEADING_ROW, ["✓ 已到最高层级", "", "", "", "", "", ""]];
    const rows = [...substanceRows(asked.one, bound), ...beyondRows(asked.one, bound)];
    const none = `“${asked.one.edition.name.zh}”的条件都已符合`;
    const draft = draftRow(asked.one.edition, HEADING_ROW.length, 1);
    return [HEADING_ROW, ...draft, ...(rows.length > 0 ? rows : [["✓ 没有差距", none, "", "", "", "", ""]])];
  },
};

export const tierGaps: FunctionRecord = /* @__PURE__ */ described(tierGapsCode, {
  name: "TIER_GAPS",
  description: {
    zh: "一家企业离某一层级还差什么：条件、实际、要求、差距、条款（展开成表）",
    en: "What one enterprise still lacks for a tier: condition, actual, required, gap, clause (a spilled table)",
  },
  parameters: [HEADINGS, ROW, TIER_OR_NEXT, AS_OF, PLACE],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "只列未达到和待补数据的条件、没拿满分的得分项，以及还缺的称号和通用条件。不填层级时看这家企业的下一层级。一次看一家。",
      en: "Lists conditions that are not met or not known yet, items without full points, and titles or general conditions still lacking. Without a tier it is the enterprise's next rung. One enterprise at a time.",
    },
    GENERAL,
    UNKNOWN,
    READING,
    SHARES,
    EMPTY_CELLS,
    AID,
  ],
  examples: [
    {
      formula: "=ZJTX.TIER_GAPS(A1:BE1,A4:BE4)",
      shows: { zh: "第4行的企业离下一层级还差什么", en: "What the enterprise in row 4 lacks for its next rung" },
    },
    {
      formula: '=ZJTX.TIER_GAPS(A1:BE1,A4:BE4,"小巨人")',
      shows: { zh: "同一家企业离小巨人还差什么", en: "What it lacks to be a Little Giant" },
    },
  ],
});
