/** The words of a draft's sheet: headings, kinds of rows, and the words of its lists. */
import { evidenceText } from "../engine/rows/explain";
import { ASPECT_NAMES, ASPECTS } from "../policy/rule-set";
import type { Text } from "../words/text";
import type { DraftColumn, RowKind, WordList } from "./draft-row";

export const HEADINGS: Readonly<Record<DraftColumn, Text>> = {
  order: { zh: "序", en: "No." },
  id: { zh: "编号", en: "Id" },
  kind: { zh: "类别", en: "Kind" },
  zh: { zh: "内容", en: "Chinese text" },
  en: { zh: "英文", en: "English text" },
  relation: { zh: "比较", en: "Comparison" },
  value: { zh: "值", en: "Value" },
  unit: { zh: "单位", en: "Unit" },
  points: { zh: "得分", en: "Points" },
  clause: { zh: "条款", en: "Clause" },
  evidence: { zh: "依据的把握", en: "Evidence" },
  aspect: { zh: "方面", en: "Aspect" },
  purpose: { zh: "适用", en: "Applies to" },
  expression: { zh: "判断式", en: "Expression" },
  noteZh: { zh: "说明", en: "Chinese note" },
  noteEn: { zh: "英文说明", en: "English note" },
  remove: { zh: "删除", en: "Remove" },
};

export const KINDS: Readonly<Record<RowKind, Text>> = {
  file: { zh: "文件", en: "Document" },
  condition: { zh: "条件", en: "Condition" },
  prerequisite: { zh: "先决条件", en: "Prerequisite" },
  judgement: { zh: "人工判断", en: "Judgement" },
  any: { zh: "任一", en: "Any of" },
  all: { zh: "全部", en: "All of" },
  "at-least": { zh: "至少几项", en: "At least n of" },
  route: { zh: "直通条件", en: "Direct route" },
  review: { zh: "复核判断式", en: "Test at review" },
  line: { zh: "线", en: "Line" },
  score: { zh: "评分", en: "Score" },
  group: { zh: "分项", en: "Score group" },
  item: { zh: "评分项", en: "Scored item" },
  option: { zh: "取高的一种", en: "Option" },
  band: { zh: "档", en: "Band" },
  case: { zh: "情形", en: "Case" },
  otherwise: { zh: "其余", en: "Otherwise" },
  definition: { zh: "定义", en: "Definition" },
};

/** A condition inside a group of conditions that is put in above it. */
export const PART: Text = { zh: "其中", en: "Part" };

/** The words of each list, by the ids that stand in the file. */
export const LISTS: Readonly<Record<WordList, readonly (readonly [string, Text])[]>> = {
  evidence: (["confirmed", "single-source", "provisional"] as const).map(
    (id) => [id, evidenceText({ evidence: id })] as const,
  ),
  aspect: ASPECTS.map((id) => [id, ASPECT_NAMES[id]] as const),
  purpose: [
    ["both", { zh: "新申报和复核", en: "both" }],
    ["new", { zh: "新申报", en: "new applications" }],
    ["review", { zh: "复核", en: "reviews" }],
  ],
  status: [
    ["current", { zh: "现行", en: "current" }],
    ["history", { zh: "已停用", en: "no longer in use" }],
    ["checklist", { zh: "核对单", en: "checklist" }],
  ],
};

export const YES: Text = { zh: "是", en: "yes" };
