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
  isDraftFrom: {
    zh: "改自 {edition} 版。草案不是已施行的标准。在“{sheet}”里改，这里跟着变。",
    en: "Drafted from edition {edition}. A draft is no rule in force. Edit “{sheet}”; this page follows.",
  },
  useDraft: { zh: "这个工作簿按这份草案评分、算公式", en: "Score and calculate this workbook by this draft" },
  useDraftHint: {
    zh: "结果、成长方案、打印件和公式都写明是草案；停用以后，重新评分才按施行中的标准。",
    en: "Results, plans, prints and formulas say draft; once it is switched off, score again for the rules in force.",
  },
  useDraftNot: {
    zh: "草案有错：改好以前不能评分，公式显示 #N/A，不会改按施行中的标准。",
    en: "The draft is faulty: until it is mended nothing is scored and formulas show #N/A; the rules in force are not used instead.",
  },
  otherInUse: { zh: "这个工作簿现在按“{sheet}”里的草案评。", en: "This workbook is judged by the draft on “{sheet}”." },
  stopUsing: { zh: "停用", en: "Stop using it" },
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
  endedEdition: {
    zh: "{edition} 版施行到 {until}，后面有新版。差别和影响都能看，要导出请从现行的一版起草。",
    en: "Edition {edition} ended on {until} and another followed. Differences and effect can be read; to export, draft from the one in force.",
  },
  exportEnded: { zh: "从现行的一版起草才能导出。", en: "Only a draft from the edition in force is exported." },
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
  judgingDraft: { zh: "正在算对名单的影响…", en: "Working out what it does to the list…" },
  weighingDraft: { zh: "正在逐条试各条线…", en: "Trying every line a step off…" },
  semicolon: { zh: "；", en: "; " },
  fromTo: { zh: "{from} → {to}", en: "{from} → {to}" },
  change: { zh: "变化", en: "Change" },
  becauseOf: { zh: "起作用的条件", en: "Condition" },
  losers: { zh: "不再达到的", en: "No longer meet" },
  gainers: { zh: "新达到的", en: "Meet by the draft" },
  openers: { zh: "变为待补的", en: "Become open" },
  failers: { zh: "从待补变为未达到的", en: "Open before, not met now" },
  impactTitle: { zh: "对名单的影响", en: "What it does to the list" },
  noListYet: {
    zh: "这个工作簿还没有评过名单，不知道谁进谁出。",
    en: "No list of this workbook has been scored, so who gains and loses is not known.",
  },
  goAndScore: { zh: "去评一张名单", en: "Go and score a list" },
  listIsStale: {
    zh: "“{sheet}”在评分之后改过，或者评分设置换了。影响按评分时的数据算。",
    en: "“{sheet}” or its settings have changed since it was scored. This follows the data as they were scored.",
  },
  takingUp: { zh: "正在接上次的评分…", en: "Taking up the last scoring…" },
  judgedList: {
    zh: "“{sheet}”，{count} 家，基准日 {asOf}，{purpose}；现行版和草案各评一次。",
    en: "“{sheet}”, {count} {count#enterprise|enterprises}, as of {asOf}, {purpose}; judged by the edition and by the draft.",
  },
  elsewhere: {
    zh: "其中 {count} 家由本省另有的标准评，不受影响。",
    en: "{count} of them {count#is|are} judged by rules of their province and not moved.",
  },
  meetBefore: { zh: "现行版达到", en: "Meet by the edition" },
  meetAfter: { zh: "草案达到", en: "Meet by the draft" },
  lostCount: { zh: "不再达到", en: "No longer meet" },
  gainedCount: { zh: "新达到", en: "Newly meet" },
  openedCount: { zh: "变为待补", en: "Become open" },
  failedCount: { zh: "从待补变为未达到", en: "Open before, not met now" },
  nobodyMoves: { zh: "没有一家的结果变。", en: "No enterprise's result changes." },
  losingBy: { zh: "因为这些不再达到", en: "No longer meet because of" },
  gainingBy: { zh: "原来差在这些", en: "What was in the way before" },
  byPlace: { zh: "按地方", en: "By place" },
  bySize: { zh: "按规模", en: "By size" },
  byIndustry: { zh: "按行业", en: "By industry" },
  groupCounts: { zh: "失去 {lost}，新增 {gained}，其他 {other}", en: "lose {lost}, gain {gained}, other {other}" },
  moreOnSheet: {
    zh: "另有 {count} 项，写成工作表后都在表里。",
    en: "{count} more; all are on the sheets once written.",
  },
  heaviest: { zh: "挪一步影响最大的线", en: "Lines that move most" },
  heaviestHint: {
    zh: "每条线各低一步、高一步，别的不动：金额和比例挪一成，个数挪整数。",
    en: "Each line a step lower and higher, all else as it is: a tenth of money and shares, whole numbers of what is counted.",
  },
  noLineMoves: { zh: "没有一条线挪一步会改变结果。", en: "No line changes a result by one step." },
  meetAt: { zh: "{value}时 {count} 家", en: "{count} at {value}" },
  sweepIt: { zh: "逐个试", en: "Sweep" },
  sweepThis: { zh: "逐个试：{line}", en: "Sweep: {line}" },
  writeImpact: { zh: "写成工作表", en: "Write as sheets" },
  wroteImpact: { zh: "写在“{name}”等表里了。", en: "Written on “{name}” and the sheets beside it." },
  sweepTitle: { zh: "逐个试一条线", en: "Sweep one line" },
  sweepLine: { zh: "哪条线", en: "Which line" },
  lineNow: { zh: "{line}：{value}", en: "{line}: {value}" },
  sweepNow: { zh: "从 0 试到两倍", en: "Try it from 0 to twice as much" },
  sweepSays: {
    zh: "{line}：线在{from}时 {most} 家达到，现在的{now}时 {met} 家，{to}时 {least} 家。",
    en: "{line}: {most} meet at {from}, {met} at {now} where it is, {least} at {to}.",
  },
  sweepPicture: { zh: "{line}：达到的企业数随这条线的值", en: "{line}: enterprises that meet against its value" },
  sweepTable: { zh: "每个值的家数", en: "The count at each value" },
  lineValue: { zh: "线", en: "Line" },
  met: { zh: "达到", en: "Met" },
  unknown: { zh: "待补", en: "Open" },
  unmet: { zh: "未达到", en: "Not met" },
  count: { zh: "{count}", en: "{count}" },
  valueCount: { zh: "{count} 个值", en: "{count} values" },
  exportTitle: { zh: "导出新一版", en: "Export as an edition" },
  exportHint: {
    zh: "一个 zip：新一版的文件、改过的原版、目录、边界表和施行日的表，放进 seeds 所在的文件夹即可核对。",
    en: "One zip: the edition's file, the edition before it, the catalogue, border cases and days in force, to be laid over a checkout.",
  },
  exportDay: { zh: "从哪一天施行", en: "In force from" },
  exportNow: { zh: "导出 zip", en: "Export a zip" },
  exportNotSound: {
    zh: "上面的 {count} 处改好以后才能导出。",
    en: "Nothing is exported before the {count} above {count#is|are} mended.",
  },
  exportRivals: {
    zh: "同一层级只留一份草案以后才能导出。",
    en: "Nothing is exported before there is one draft of the tier.",
  },
  exportRefused: { zh: "没有导出：", en: "Nothing was exported: " },
  exportedAs: { zh: "已导出 {name}，{count} 个文件。", en: "Exported {name} with {count} {count#file|files}." },
  exportedFiles: { zh: "导出的文件", en: "Files exported" },
  checkBorders: {
    zh: "边界表是程序算的，要照文件手工核对。",
    en: "The border table was worked out by the program; check it by hand against the document.",
  },
  checkExamples: {
    zh: "{count} 个例子按草案重算过，连同边界表都要照文件手工核对。",
    en: "{count} {count#example was|examples were} worked out anew; check them and the border table by hand against the document.",
  },
  saveAgain: { zh: "再存一次", en: "Save again" },
} as const satisfies Texts;

export type DraftKey = KeyOf<typeof DRAFT>;
export type DraftWords = Words<DraftKey>;

export function useDraftWords(): DraftWords {
  return useWords(DRAFT);
}
