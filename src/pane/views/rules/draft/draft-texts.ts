/** The texts of drafts in the view 规则. */
import { useWords, type KeyOf, type Texts, type Words } from "../../../texts/language";

export const DRAFT = {
  draftFrom: { zh: "从这一版起草", en: "Draft from this edition" },
  draftIsThere: {
    zh: "工作簿里已经有规则草案：{sheets}。",
    en: "There is a draft of rules in this workbook already: {sheets}.",
  },
  openDraft: { zh: "看这份草案", en: "Open the draft" },
  replaceDraft: { zh: "换成新的，旧的删掉", en: "Replace it; the old one goes" },
  keepDraft: { zh: "不起草了", en: "Leave it as it is" },
  draftsHere: { zh: "这个工作簿里有规则草案：{name}", en: "This workbook holds a draft of rules: {name}" },
  draftOf: { zh: "草案：{name}", en: "Draft: {name}" },
  draftUnknown: { zh: "规则草案", en: "Draft of rules" },
  isDraft: {
    zh: "草案不是已施行的标准。在“{sheet}”里改，这里跟着变。",
    en: "A draft is no rule in force. Edit “{sheet}”; this page follows.",
  },
  showDraftSheet: { zh: "打开“{name}”", en: "Open “{name}”" },
  whichDraft: { zh: "看哪一份", en: "Which draft" },
  noDraft: {
    zh: "这个工作簿里没有规则草案。打开一版标准，按“从这一版起草”。",
    en: "There is no draft of rules in this workbook. Open an edition and press “Draft from this edition”.",
  },
  rivalDrafts: {
    zh: "同一层级有 {count} 份草案，不知道以哪份为准。请只留一份，其余的删掉；在这以前不能导出。",
    en: "{count} drafts of one tier: nobody can tell which counts. Keep one and delete the others; nothing is exported before.",
  },
  cellOfSheet: { zh: "“{sheet}”的 {cell}", en: "{cell} on “{sheet}”" },
  readingDraft: { zh: "正在读草案…", en: "Reading the draft…" },
  draftProblems: {
    zh: "有 {count} 处要改，改好以前不是一版标准",
    en: "{count} {count#cell has|cells have} to be mended before this is an edition",
  },
  draftDoubts: { zh: "请核对 {count} 处", en: "Please check {count} {count#cell|cells}" },
  draftChanges: { zh: "改了什么", en: "What it changes" },
  changeCount: { zh: "{count} 处", en: "{count} {count#change|changes}" },
  noChanges: {
    zh: "和 {edition} 版一样，还没有改动。改“值”“比较”“得分”“内容”等格试试。",
    en: "The same as edition {edition} so far. Change a value, a comparison, points or a text.",
  },
  newDraft: {
    zh: "从空白起草的，没有可比的一版。",
    en: "Drafted from nothing; there is no edition to compare it with.",
  },
  draftExamples: {
    zh: "{count} 个例子按草案结果不同，要照文件重新核对",
    en: "{count} {count#example comes|examples come} out otherwise by the draft; check {count#it|them} against the document",
  },
  sideDraft: { zh: "草案", en: "Draft" },
  sideEdition: { zh: "原来", en: "Edition" },
} as const satisfies Texts;

export type DraftKey = KeyOf<typeof DRAFT>;
export type DraftWords = Words<DraftKey>;

export function useDraftWords(): DraftWords {
  return useWords(DRAFT);
}
