/** The words of the view 共享. */
import { useWords, type KeyOf, type Texts, type Words } from "../../texts/language";

export const SHARING = {
  inside: { zh: "这个工作簿里有什么", en: "What is in this workbook" },
  lookAgain: { zh: "重新清点", en: "Look again" },
  stale: { zh: "工作簿改过了，下面是改之前清点的。", en: "The workbook has changed; this is from before." },
  large: {
    zh: "这个工作簿大约有 {cells} 个单元格，清点要一会儿。下面几件事不清点也能做。",
    en: "This workbook has about {cells} cells, so looking through it takes a while. Everything below works without.",
  },
  lookNow: { zh: "现在清点", en: "Look through it" },
  noFormulas: { zh: "没有用到我们的公式。", en: "No formula uses our functions." },
  formulas: {
    zh: "{count} 个公式用到我们的函数，在“{sheets}”。",
    en: '{count} formulas use our functions, on "{sheets}".',
  },
  formulasSeen: {
    zh: "没装加载项的人刚打开时还看得到上次的值，一重算就变成 #NAME?。要发出去，先做值副本。",
    en: "Without the add-in, people see the last values when they open it, and #NAME? as soon as it calculates. Make a copy in values before passing it on.",
  },
  unknown: { zh: "其中 {count} 个现在显示 #NAME?。", en: "Showing #NAME? now: {count}." },
  waiting: { zh: "其中 {count} 个还没有算完。", en: "Still computing: {count}." },
  nested: { zh: "{count} 个套在别的公式里。", en: "Inside larger formulas: {count}." },
  linked: {
    zh: "{count} 个引用了别的工作簿，对方没有那个文件。值副本里它们也变成数值。",
    en: "Reading another workbook, which a colleague may not have: {count}; a copy in values replaces them too.",
  },
  guarded: {
    zh: "“{sheets}”受保护，里面的公式换不了、修不了。",
    en: '"{sheets}" is protected: its formulas can be neither replaced nor repaired.',
  },
  results: {
    zh: "结果表：{sheets}。都是数值，谁打开都一样。",
    en: "Result sheets: {sheets}. They hold values and look the same to everybody.",
  },
  noResults: { zh: "还没有评分结果表。", en: "No result sheets yet." },
  scored: {
    zh: "最近一次评分：“{sheet}”的 {count} 家企业，基准日 {asOf}，{purpose}。",
    en: 'Last scored: {count} {count#enterprise|enterprises} of "{sheet}" as of {asOf}, {purpose}.',
  },
  new: { zh: "新申报", en: "new application" },
  review: { zh: "复核", en: "review" },
  editions: { zh: "用到的标准", en: "Rules used" },
  editionCount: { zh: "{count}版", en: "{count} {count#edition|editions}" },
  assumed: {
    zh: "名单里没有列的通用条件按符合处理，都列在“评分_来源与假设”。",
    en: "General conditions without a column were taken as met; the sheet of sources lists them.",
  },
  replaced: {
    zh: "{count} 处公式已换成数值，原来的公式在“评分_公式清单”。",
    en: "{count} formulas have been replaced by values; the originals are on the list of formulas.",
  },
  restore: { zh: "恢复公式", en: "Put the formulas back" },

  values: { zh: "值副本", en: "Copy in values" },
  valuesWhen: {
    zh: "把表发给没装加载项的人时用：我们的公式换成数值，格式、图表和别的公式不动，原公式留在清单里，随时能恢复。",
    en: "To pass sheets on to people without the add-in: our formulas become values; formats, charts and other formulas stay, and a list keeps the originals so that they can be put back.",
  },
  valuesHere: { zh: "就地换成数值", en: "Replace here" },
  valuesCopies: { zh: "换在复制的表上", en: "Replace on copied sheets" },
  native: { zh: "透明评分表", en: "Score sheet in plain formulas" },
  nativeWhen: {
    zh: "对方想自己重算、改标准线试一试时用：规则写成普通公式，每个条件一列，Excel、WPS、LibreOffice 都能算。",
    en: "For people who want to recalculate or vary the lines: the rules as plain formulas, a column a condition, for Excel, WPS and LibreOffice.",
  },
  nativeMake: { zh: "生成透明评分表", en: "Make the score sheet" },
  tiers: { zh: "包含哪些层级", en: "Tiers" },
  everyTier: { zh: "全部层级", en: "All tiers" },
  masked: { zh: "脱敏副本", en: "Masked copy" },
  maskedWhen: {
    zh: "要发到单位外面、又不能让人认出企业和个人时用：名称、信用代码、电话等换成代号，全部是数值。",
    en: "To pass results outside without naming anybody: names, credit codes and phone numbers become pseudonyms, values only.",
  },
  maskedMake: { zh: "生成脱敏副本", en: "Make the masked copy" },

  check: { zh: "检查这个工作簿", en: "Check this workbook" },
  checkWhen: {
    zh: "收到别人评过分的表，看输入、结果、标准在评分之后改过没有。",
    en: "For a scored workbook you were given: did input, results or rules change since?",
  },
  repair: { zh: "修复 #NAME?", en: "Repair #NAME?" },
  repairWhen: {
    zh: "我们的公式显示 #NAME? 时用：把它们重新输入一遍，别的公式不动。",
    en: "When our formulas show #NAME?: enters them again and touches no others.",
  },
  names: { zh: "短名称", en: "Short names" },
  namesWhen: {
    zh: "打开后可以直接写 =SUBSIDY(…)，不用写 ZJTX.。需要支持 LAMBDA 的 {program}；名称存在这个工作簿里。",
    en: "Lets you write =SUBSIDY(…) without ZJTX. Needs a version of {program} with LAMBDA; the names are kept in this workbook.",
  },
  namesOn: { zh: "在这个工作簿里用短名称", en: "Use short names in this workbook" },
  taken: { zh: "已被别人占用、不会去动的名称：{names}", en: "Taken by others and left alone: {names}" },

  didValues: {
    zh: "{count} 处公式已换成数值，在“{sheets}”。原公式列在“评分_公式清单”，现在可以另存后发出去。",
    en: '{count} formulas on "{sheets}" are values now. The originals are on the list of formulas; save the workbook under another name and pass it on.',
  },
  didCopies: {
    zh: "已复制出“{sheets}”，里面 {count} 处公式都换成了数值；原来的表没有动。",
    en: 'Made "{sheets}", with {count} formulas as values; the original sheets are untouched.',
  },
  notNoted: {
    zh: "说明只写在“评分_公式清单”里：要加批注，请用更新版本的 {program}。",
    en: "The explanation is on the list of formulas only: notes on cells need a later version of {program}.",
  },
  didRestore: { zh: "恢复了 {count} 处公式。", en: "Put {count} formulas back." },
  changedSince: {
    zh: "{count} 处换成数值以后又改过，没有动：{places}",
    en: "{count} changed since and left as they are: {places}",
  },
  gone: { zh: "这些表不在了，里面的没法恢复：{sheets}", en: "These sheets are gone: {sheets}" },
  didRepair: { zh: "重新输入了 {count} 个公式。", en: "Entered {count} formulas again." },
  didRepairNone: { zh: "没有显示 #NAME? 的公式，不用修。", en: "No formula shows #NAME?; there is nothing to repair." },
  still: {
    zh: "还有 {count} 个显示 #NAME?：加载项可能没有装进 {program}。请重新加载加载项后再修复一次。",
    en: "Still showing #NAME?: {count}. The add-in may not be loaded properly in {program}. Load it again and repair once more.",
  },
  locked: { zh: "“{sheets}”受保护，里面的没有修。", en: '"{sheets}" is protected; formulas there were not repaired.' },
  didName: { zh: "加了 {count} 个短名称。", en: "Added {count} short names." },
  didUnname: {
    zh: "去掉了 {count} 个短名称，{spelled} 个用到它们的公式改回了全名。",
    en: "Removed {count} short names; {spelled} formulas that used them are spelled out.",
  },
  didOpen: {
    zh: "副本已作为新工作簿打开，{count} 家企业。请在那边保存。",
    en: "The copy is open as a new workbook, {count} {count#enterprise|enterprises}. Save it there.",
  },
  didSave: {
    zh: "已生成“{name}”，{count} 家企业，{size} MB。",
    en: 'Made "{name}": {count} {count#enterprise|enterprises}, {size} MB.',
  },
  saveAgain: { zh: "再存一份", en: "Save again" },
  leftOut: {
    zh: "没有放进副本的表（读不出名单，或是隐藏的）：{sheets}",
    en: "Sheets left out, because no list was recognised in them or they are hidden: {sheets}",
  },
  leftOutColumns: {
    zh: "没有放进副本的列（没认出来的文字，可能写着名称），{count} 列：",
    en: "Columns left out, because their text may name somebody: {count}",
  },
  keepColumn: { zh: "保留这一列", en: "Keep it" },
  keepColumnNamed: { zh: "保留“{name}”这一列，重新生成", en: 'Keep "{name}" and make the copy again' },
  clean: {
    zh: "核对完毕：输入、结果和标准都和评分时一致。",
    en: "Checked: input, results and rules are as they were.",
  },
  found: { zh: "核对完毕，{count} 处要看：", en: "Checked; {count} things to look at:" },
  foundRow: {
    zh: "第 {row} 行“{heading}”：表里是“{shown}”，重算是“{expected}”",
    en: 'Row {row}, {heading}: "{shown}" is there, "{expected}" is what scoring gives',
  },
  rowLink: { zh: "第 {row} 行", en: "Row {row}" },
  showRow: { zh: "看“{sheet}”第 {row} 行", en: "Show row {row} of {sheet}" },
  showCell: { zh: "看“{sheet}”的 {cell}", en: "Show {cell} of {sheet}" },
  checkFindings: { zh: "核对发现的", en: "the findings" },
  list: { zh: "名单", en: "List" },
  column: { zh: "列", en: "Column" },
  cell: { zh: "单元格", en: "Cell" },
  finding: { zh: "发现", en: "Finding" },
  isThere: { zh: "表里是", en: "There" },
  shouldBe: { zh: "重算是", en: "Scored again" },
  blank: { zh: "空", en: "blank" },
  goTo: { zh: "看这张表", en: "Show the sheet" },
  close: { zh: "知道了，收起这条", en: "Got it, close this" },
  comma: { zh: "、", en: ", " },
  aid: {
    zh: "凭据和校验值能看出无心的改动，不是防伪签名。",
    en: "Provenance and seals show careless edits; they are no signature.",
  },
} as const satisfies Texts;

export type SharingWord = KeyOf<typeof SHARING>;
export type SaySharing = Words<SharingWord>["say"];

export function useSharingWords(): SaySharing {
  return useWords(SHARING).say;
}
