/** The texts of the frame around the views. */
import { useWords, type KeyOf, type Texts, type Words } from "../texts/language";

export const FRAME = {
  viewScore: { zh: "评分", en: "Score" },
  viewClusters: { zh: "集群", en: "Clusters" },
  viewSubsidy: { zh: "补贴", en: "Subsidies" },
  viewRules: { zh: "规则", en: "Rules" },
  viewSharing: { zh: "共享", en: "Share" },
  views: { zh: "窗格里的各个页面", en: "Views of the pane" },
  noSheet: { zh: "还没有名单", en: "No list yet" },
  changeDate: { zh: "基准日和用途：{dated}，点这里更改", en: "Date and purpose: {dated}. Press to change" },
  draftShort: { zh: "按草案", en: "By a draft" },
  draftInUse: {
    zh: "这个工作簿按“{sheet}”里的规则草案评，不是施行中的标准",
    en: "This workbook is judged by the draft of rules on “{sheet}”, not by rules in force",
  },
  dateDialog: { zh: "按哪一天的标准评", en: "Which day's rules apply" },
  asOf: { zh: "评分基准日", en: "Score as of" },
  defaultPlace: { zh: "默认所在地", en: "Default place" },
  defaultPlaceHint: {
    zh: "表里看不出企业在哪个省时按这里评；省级单项冠军、瞪羚等各省自定的层级和本省措施要用。",
    en: "Where the sheet tells no province of an enterprise; tiers and measures that each province sets need it.",
  },
  noDefaultPlace: { zh: "不设（看不出的先不下结论）", en: "None (left open)" },
  asOfHint: {
    zh: "按这一天施行的标准评；上年度就是它的前一年。",
    en: "The rules in force on this day apply; the last fiscal year is the year before it.",
  },
  dateWrong: {
    zh: "没有这一天，请写成 2026-11-21 这样的日期。",
    en: "There is no such day. Please write a date such as 2026-11-21.",
  },
  editionsInForce: { zh: "当天施行的标准", en: "Rules in force on that day" },
  noEditions: {
    zh: "这一天还没有标准施行，请换一个日期。",
    en: "No rules were in force on this day. Please choose another.",
  },
  useThisDate: { zh: "按这个来评", en: "Use these" },
  saidRecognised: { zh: "认出 {count} 家企业。", en: "{count} {count#enterprise|enterprises} found." },
  saidNotRecognised: { zh: "没认出企业名单。", en: "No list of enterprises was found." },
  saidScored: {
    zh: "已评 {count} 家，结果写好了。",
    en: "Scored {count} {count#enterprise|enterprises}; the results are written.",
  },
  saidCancelled: { zh: "已取消，工作簿和原来一样。", en: "Cancelled; the workbook is unchanged." },
  saidFailed: {
    zh: "没有完成，请看窗格上方的说明。",
    en: "Not finished; please see the message at the top of the pane.",
  },
  saidFiltered: {
    zh: "结果表现在只看 {count} 家。",
    en: "The results now show {count} {count#enterprise|enterprises}.",
  },
  saidUnfiltered: { zh: "结果表现在看全部。", en: "The results now show all." },
  cannotStart: { zh: "这里还不能评分", en: "Scoring can't start here" },
  tooOld: {
    zh: "窗格要用的功能这里没有（{missing}），要用更新版本的 {program}。",
    en: "The pane needs what is missing here ({missing}): please use a later version of {program}.",
  },
  worksUpdateWps: {
    zh: "更新 WPS 表格：12.1.0.20540 或更新的版本。",
    en: "Update WPS Spreadsheets to 12.1.0.20540 or later.",
  },
  outsideWps: {
    zh: "这个页面要在 WPS 表格里打开：在“专精特新”选项卡点“打开评分窗格”。",
    en: "This page belongs into WPS Spreadsheets: choose Open the pane on the add-in's tab there.",
  },
  whatWorks: { zh: "可以这样办：", en: "What works instead:" },
  worksUpdate: {
    zh: "更新 Excel：Microsoft 365、Excel 2021 或更新的版本，或网页版 Excel。",
    en: "Update Excel: Microsoft 365, Excel 2021 or later, or Excel on the web.",
  },
  worksFile: {
    zh: "不装加载项也能评：把名单交给命令行版，结果一样写成工作簿。",
    en: "Score without the add-in: the command line reads the same list and writes the same workbook.",
  },
  worksShared: {
    zh: "别人评好的结果是普通的工作表，在这里可以照常看、筛选和打印。",
    en: "Results scored by others are plain sheets: read, filter and print them here as usual.",
  },
  worksRetry: { zh: "连上网络后点“再试一次”。", en: "When the network is back, press Try again." },
  viewDiagnosis: { zh: "诊断", en: "Diagnosis" },
  viewLibrary: { zh: "培育库", en: "Library" },
  notStarted: {
    zh: "窗格没能启动。请关掉窗格再打开；还是不行，就重启 {program}。",
    en: "The pane did not start. Please close and open it again; if that does not help, restart {program}.",
  },
  resultsOf: { zh: "这里是“{name}”的结果。", en: 'These are the results of "{name}".' },
  showListInView: { zh: "看“{name}”的", en: 'Show those of "{name}"' },
  saidUndone: { zh: "评分已撤销", en: "The scoring is undone" },
} as const satisfies Texts;

export type FrameKey = KeyOf<typeof FRAME>;
export type FrameWords = Words<FrameKey>;

export function useFrameWords(): FrameWords {
  return useWords(FRAME);
}
