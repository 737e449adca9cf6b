/** Everything the page says, in both languages. */
import type { Language } from "../../sheet/score-tables";

const zh = {
  product: "专精特新评分",
  workbench: "工作台",
  fileUnsaved: "{name}，有改动还没保存",
  fileSaved: "{name}",
  open: "打开",
  openTip: "打开 .xlsx、.xlsm 或 .csv 文件（Ctrl+O）",
  save: "保存",
  saveTip: "把工作簿保存成 .xlsx 文件，下载到电脑（Ctrl+S）",
  samples: "示例",
  samplesTip: "打开一个示例工作簿",
  sampleShandong: "山东示例企业（虚构，300 家）",
  samplePublic: "公开报道企业（来自公开报道）",
  language: "English",
  languageTip: "界面换成英文",
  theme: "外观",
  themeTip: "浅色、深色或高对比",
  themeLight: "浅色",
  themeDark: "深色",
  themeContrast: "高对比",
  showPane: "显示评分窗格",
  hidePane: "收起评分窗格",
  pane: "评分窗格",
  sheet: "工作簿",
  splitter: "调整评分窗格的宽度",
  bar: "工作台",
  dropHere: "松手就打开这个文件",
  dropWhich: "可以是 .xlsx、.xlsm 或 .csv",
  opening: "正在打开“{name}”……",
  starting: "正在准备表格……",
  saving: "正在生成 .xlsx 文件……",
  saved: "已保存为“{name}”，在浏览器的下载里。",
  lost: "“{name}”里的这些内容打开后不会保留：{what}。保存会另存一份新文件，原文件不受影响。",
  lostTitle: "有些内容不会写进新文件",
  lostBody: "打开“{name}”时，这些内容没能保留：{what}。保存得到的是一份不含它们的新文件；请把原文件也留着。",
  saveAnyway: "照样保存",
  cancel: "取消",
  replaceTitle: "还有改动没保存",
  replaceBody: "“{name}”改动后还没保存。现在打开别的文件，这些改动就没了。",
  replaceAnyway: "不保存，直接打开",
  saveFirst: "先保存",
  oneFile: "一次只能打开一个文件，这里打开的是“{name}”。",
  noFile: "没有读到文件。请把 .xlsx 或 .csv 文件拖进来，或点“打开”。",
  cannotOpen: "“{name}”没能打开，原来的工作簿还在。请再试一次；如果还不行，用 Excel 另存一份再打开。",
  cannotSave: "没能生成文件，工作簿还在页面上。请再点一次“保存”。",
  cannotStart: "表格没能显示出来。请刷新页面；如果还不行，换用新版的 Edge 或 Chrome。",
  sampleMissing: "示例文件没有取到。请刷新页面再试，或点“打开”选自己的表。",
  dismiss: "知道了",
  dismissTip: "关闭这条提示",
} as const;

export type PageTextKey = keyof typeof zh;

const en: Readonly<Record<PageTextKey, string>> = {
  product: "ZJTX Scorecard",
  workbench: "Workbench",
  fileUnsaved: "{name}, with changes not saved yet",
  fileSaved: "{name}",
  open: "Open",
  openTip: "Open an .xlsx, .xlsm or .csv file (Ctrl+O)",
  save: "Save",
  saveTip: "Save the workbook as an .xlsx file, downloaded to your computer (Ctrl+S)",
  samples: "Samples",
  samplesTip: "Open a sample workbook",
  sampleShandong: "Shandong sample enterprises (made up, 300)",
  samplePublic: "Enterprises in the press (from public reports)",
  language: "中文",
  languageTip: "Switch to Chinese",
  theme: "Theme",
  themeTip: "Light, dark or high contrast",
  themeLight: "Light",
  themeDark: "Dark",
  themeContrast: "High contrast",
  showPane: "Show the scoring pane",
  hidePane: "Hide the scoring pane",
  pane: "Scoring pane",
  sheet: "Workbook",
  splitter: "Width of the scoring pane",
  bar: "Workbench",
  dropHere: "Drop to open this file",
  dropWhich: "An .xlsx, .xlsm or .csv file",
  opening: 'Opening "{name}" …',
  starting: "Getting the spreadsheet ready …",
  saving: "Making the .xlsx file …",
  saved: 'Saved as "{name}"; you find it in the browser\'s downloads.',
  lost: 'These contents of "{name}" are not kept after opening: {what}. Saving makes a new file; the original stays as it is.',
  lostTitle: "Some contents will not be in the new file",
  lostBody:
    'When "{name}" was opened, these contents could not be kept: {what}. Saving makes a new file without them; please keep the original too.',
  saveAnyway: "Save anyway",
  cancel: "Cancel",
  replaceTitle: "Changes are not saved yet",
  replaceBody: '"{name}" has changes that are not saved. If you open another file now, they are gone.',
  replaceAnyway: "Open without saving",
  saveFirst: "Save first",
  oneFile: 'Only one file opens at a time; this is "{name}".',
  noFile: 'There was no file to read. Please drop an .xlsx or .csv file here, or choose "Open".',
  cannotOpen:
    '"{name}" could not be opened; the workbook that was open is still there. Please try again, or save a copy in Excel and open that.',
  cannotSave: 'The file could not be made; the workbook is still on the page. Please choose "Save" again.',
  cannotStart: "The spreadsheet could not be shown. Please reload the page, or use a recent Edge or Chrome.",
  sampleMissing: 'The sample could not be fetched. Please reload the page, or open a sheet of your own with "Open".',
  dismiss: "Got it",
  dismissTip: "Close this message",
};

/** For tests and for `say`. */
export const PAGE_TEXTS: Readonly<Record<Language, Readonly<Record<PageTextKey, string>>>> = { zh, en };

export type Say = (key: PageTextKey, places?: Readonly<Record<string, string>>) => string;

/** Texts of a language, their places filled. */
export function sayIn(language: Language): Say {
  return (key, places = {}) =>
    PAGE_TEXTS[language][key].replace(/\{(\w+)\}/g, (place, name: string) => places[name] ?? place);
}
