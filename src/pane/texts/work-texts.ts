/** What is said of work under way: its stage, how far it is, how to stop it and to try again. */
import type { Texts } from "./language";

export const WORK_TEXTS = {
  looking: { zh: "正在看表…", en: "Looking at the sheet…" },
  tryAgain: { zh: "再试一次", en: "Try again" },
  scoreAgain: { zh: "重新评分", en: "Score again" },
  scoring: { zh: "正在评分", en: "Scoring" },
  preparing: { zh: "正在准备…", en: "Getting ready…" },
  workLooking: { zh: "正在看工作簿…", en: "Looking at the workbook…" },
  workLookingCounted: { zh: "正在看工作簿：{done} / {total}", en: "Looking at the workbook: {done} of {total}" },
  workReading: { zh: "正在读表…", en: "Reading the sheet…" },
  workingCounted: { zh: "正在算：{done} / {total}", en: "Working it out: {done} of {total}" },
  workChecking: { zh: "正在核对…", en: "Checking…" },
  workWriting: { zh: "正在写结果…", en: "Writing the results…" },
  readRows: { zh: "正在读表：{done} / {total} 行", en: "Reading row {done} of {total}" },
  scoredRows: { zh: "已评 {done} / {total}", en: "Scored {done} of {total}" },
  writtenRows: { zh: "正在写结果：{done} / {total} 行", en: "Writing row {done} of {total}" },
  secondsLeft: { zh: "大约还要 {count} 秒", en: "about {count} s left" },
  minutesLeft: { zh: "大约还要 {count} 分钟", en: "about {count} min left" },
  stayUsable: {
    zh: "评的时候可以接着用这个工作簿。取消的话，工作簿和原来一样。",
    en: "You can go on working in this workbook. If you cancel, it stays as it was.",
  },
  cancel: { zh: "取消", en: "Cancel" },
  cancelling: { zh: "正在取消…", en: "Cancelling…" },
  composedPlans: { zh: "已拟 {done} / {total} 份", en: "Drafted {done} of {total}" },
  working: { zh: "正在算…", en: "Working it out…" },
} as const satisfies Texts;
