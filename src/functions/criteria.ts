/** CRITERIA: a rule set as a table, every line with its clause. */
import { described } from "./described";
import { draftRow } from "./draft-row";
import type { Condition, ConditionNode, Line, RuleSet, ScoreItem } from "../policy/rule-set";
import { evidenceText } from "../engine/rows/explain";
import { chosenDate } from "./chosen-date";
import { chosenPlace } from "./chosen-place";
import { chosenTier, editionFor, isLeftOut } from "./chosen-tier";
import {
  isFailure,
  single,
  valueFailure,
  type FunctionCode,
  type FunctionRecord,
  type ResultCell,
} from "./function-record";
import { AID } from "./help-texts";
import { AS_OF, PLACE, TIER } from "./parameters";

const HEADING_ROW = ["类别", "内容", "分值", "条款", "依据把握", "说明"];

const KINDS: Readonly<Record<Condition["kind"], string>> = {
  substance: "条件",
  prerequisite: "须先有的称号",
  judgement: "人工判断",
  general: "通用条件",
};

function conditionRow({ kind, text, clause, evidence, note }: Condition, as = KINDS[kind]): ResultCell[] {
  return [as, text.zh, "", clause, evidenceText({ evidence }).zh, note?.zh ?? ""];
}

/** A group stands before its parts and says how many of them it takes. */
function nodeRows(node: ConditionNode): ResultCell[][] {
  if (node.node === "condition") return [conditionRow(node)];
  const kind =
    node.node === "all" ? "以下都要符合" : node.node === "any" ? "以下符合其一" : `以下至少符合${node.count}项`;
  return [[kind, node.text.zh, "", "", "", `共${node.parts.length}项`], ...node.parts.flatMap(nodeRows)];
}

function lineText({ relation, points }: Line): string {
  return `${relation === ">" ? "＞" : "≥"}${points}`;
}

function itemRow({ text, max, clause, evidence, note }: ScoreItem): ResultCell[] {
  return ["得分项", text.zh, max, clause, evidenceText({ evidence }).zh, note?.zh ?? ""];
}

function scoreRows({ forPurpose }: RuleSet): ResultCell[][] {
  const { score, routes } = forPurpose.new;
  if (score === null) return [];
  return [
    ["评分", score.text.zh, lineText(score.pass), score.clause, evidenceText(score).zh, "达到此分通过"],
    ...score.groups.flatMap(({ text, max, floor, cap, items }) => [
      [
        "分组",
        text.zh,
        max,
        "",
        "",
        [...(floor ? [`本组须${lineText(floor)}分`] : []), ...(cap === null ? [] : [`最多计${cap}分`])].join("；"),
      ],
      ...items.map(itemRow),
    ]),
    ...routes.map((route) => conditionRow(route, "直通条件")),
  ];
}

export const criteriaCode: FunctionCode = {
  id: "CRITERIA",
  takes: ["scalar", "scalar", "scalar"],
  unsureZero: "blank",
  judges: true,
  compute: (bound, tier, asOf, place) => {
    const { policy } = bound;
    const day = chosenDate(single(asOf), policy);
    if (isFailure(day)) return day;
    if (isLeftOut(single(tier))) {
      return valueFailure(
        '请写明要看哪一层级，例如 =ZJTX.CRITERIA("小巨人")。',
        'Name the tier, such as =ZJTX.CRITERIA("little-giant").',
      );
    }
    const id = chosenTier(single(tier), policy, "");
    if (isFailure(id)) return id;
    const where = chosenPlace(single(place), bound.vocabulary);
    if (isFailure(where)) return where;
    const edition = editionFor(id, day, policy, where);
    if (isFailure(edition)) return edition;
    const { document, inForce, forPurpose, notes, notCovered, definitions } = edition;
    const plain = (kind: string, text: string): ResultCell[] => [kind, text, "", "", "", ""];
    return [
      HEADING_ROW,
      plain("标准", edition.name.zh),
      ...draftRow(edition, HEADING_ROW.length, 1),
      plain("文件", [document.title.zh, document.number, document.part].filter(Boolean).join(" ")),
      plain("施行", `${inForce.from} 至 ${inForce.until ?? "今"}`),
      plain("核对", `最后核对 ${edition.lastChecked}`),
      ...(notes ? [plain("说明", notes.zh)] : []),
      ...forPurpose.new.conditions.flatMap(nodeRows),
      ...scoreRows(edition),
      ...forPurpose.new.general.flatMap(nodeRows),
      ...definitions.map(({ term, text, clause, evidence }) => [
        "定义",
        `${term}：${text.zh}`,
        "",
        clause,
        evidenceText({ evidence }).zh,
        "",
      ]),
      ...notCovered.map(({ zh }) => plain("未覆盖", zh)),
    ];
  },
};

export const criteria: FunctionRecord = /* @__PURE__ */ described(criteriaCode, {
  name: "CRITERIA",
  description: {
    zh: "某一层级的评价标准全文，逐条带条款出处（展开成表）",
    en: "The criteria of a tier, line by line with their clauses (a spilled table)",
  },
  parameters: [TIER, AS_OF, PLACE],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "按基准日当天施行、用于新申报的版本。前几行是文件和施行日期，然后是条件、评分项、直通条件、通用条件，最后是本产品没有覆盖的内容。“依据把握”说明这一条在几处原文里核对过。",
      en: "The edition in force for new applications on the day. The document and its dates come first, then conditions, scored items, direct routes and general conditions, and what the product does not cover. The evidence column says in how many copies a line was checked.",
    },
    AID,
  ],
  examples: [
    {
      formula: '=ZJTX.CRITERIA("小巨人")',
      shows: {
        zh: "现行小巨人标准的全部条件和条款",
        en: "All conditions and clauses of the Little Giant rules in force",
      },
    },
    {
      formula: '=ZJTX.CRITERIA("specialized","2026-03-31")',
      shows: { zh: "2022年办法下的专精特新标准", en: "The specialised SME rules of the 2022 measures" },
    },
  ],
});
