/** The words of the view 补贴. */
import { useWords, type KeyOf, type Texts, type Words } from "../../texts/language";

export const SUBSIDY = {
  part: { zh: "补贴的三种看法", en: "Three ways to look at subsidies" },
  one: { zh: "单人", en: "One rider" },
  batch: { zh: "批量", en: "List" },
  whatIf: { zh: "测算", en: "Budget" },

  platform: { zh: "平台", en: "Platform" },
  category: { zh: "骑手类别", en: "Rider category" },
  workPlace: { zh: "就业地", en: "Place of work" },
  insuredPlace: { zh: "参保地", en: "Place of insurance" },
  placeHint: { zh: "省或市，例如 泉州", en: "Province or city, such as Quanzhou" },
  month: { zh: "缴费月份", en: "Month of payment" },
  incomes: { zh: "收入（元）", en: "Income (yuan)" },
  incomeNow: { zh: "当月", en: "This month" },
  incomeBefore: { zh: "前{n}月", en: "{n} before" },
  incomesHint: {
    zh: "没有收入填0；还不知道的空着，空着不算0。",
    en: "Write 0 for none; leave what is not known blank, a blank is never 0.",
  },
  notANumber: {
    zh: "“{text}”没法当收入用，请填不小于0的数，或空着。",
    en: '"{text}" cannot be used as an income. Write a number from 0, or leave it blank.',
  },
  notAMonth: { zh: "“{text}”看不出是哪个月，请写成 2025-12。", en: '"{text}" is no month. Write it as 2025-12.' },
  clear: { zh: "清空", en: "Clear" },
  example: { zh: "填个例子", en: "Fill in an example" },
  months: { zh: "七个月逐月看，左边最早", en: "The seven months, earliest first" },
  floors: { zh: "月份下面是当月的下限（元）", en: "below each month stands its floor (yuan)" },
  counts: { zh: "划线的是算进近6个月的", en: "The underlined ones count towards the six months" },
  arithmetic: { zh: "怎么算的", en: "How it is worked out" },
  reasons: { zh: "为什么", en: "Why" },
  source: { zh: "依据：{source}", en: "Source: {source}" },

  injury: { zh: "职业伤害保障：", en: "Occupational-injury cover:" },

  choices: { zh: "怎么算", en: "How to count" },
  includeCurrent: {
    zh: "近6个月包含当月（资料没有写明，默认不含）",
    en: "The six months include this one (the sources do not say; by default they do not)",
  },
  atTheTime: {
    zh: "金额按缴费当时已公布的基数（默认按最终公布的，含后来补发的；收入总是和当时的下限比）",
    en: "Amounts by the levels known in the month of payment (by default those that hold in the end, with what is paid later; incomes are always compared with the floors known then)",
  },

  gaps: { zh: "没有查到的基数（{count}）", en: "Bases that were not found ({count})" },
  yours: { zh: "自己填的", en: "Filled in by you" },
  remove: { zh: "删掉", en: "Remove" },
  add: { zh: "填上", en: "Fill in" },
  from: { zh: "从（月）", en: "From (month)" },
  until: { zh: "到（月）", en: "To (month)" },
  floor: { zh: "下限（元/月）", en: "Floor (yuan a month)" },
  ceiling: { zh: "上限（可不填）", en: "Ceiling (optional)" },
  place: { zh: "地方", en: "Place" },
  ownHint: {
    zh: "存在这个工作簿里，结果里都标明是自己填的；已经查到的数不会被改。",
    en: "Kept in this workbook and marked as yours in every result; figures that were found are never replaced.",
  },

  batchHint: {
    zh: "点到骑手名单那张表，一行一名骑手、一个缴费月份，再按下面的按钮。名单本身不会改动。",
    en: "Go to the sheet with the riders, one rider and one month of payment a row, and press the button below. The list itself is not changed.",
  },
  judge: { zh: "算这张表的补贴", en: "Work out this sheet" },
  judgeSheets: { zh: "算这 {count} 张表的补贴", en: "Work out these {count} sheets" },
  judgeAgain: { zh: "重新算当前的表", en: "Work out the sheet in view again" },
  openResults: { zh: "打开结果表", en: "Open the results" },
  whichSheets: { zh: "算哪些表", en: "Which sheets" },
  onlyThisSheet: { zh: "只算眼前这张表", en: "Only the sheet in view" },
  judged: { zh: "{sheets}算完了：{count}名骑手", en: "{sheets} done: {count} {count#rider|riders}" },
  due: { zh: "✓ 应发", en: "✓ Due" },
  notDue: { zh: "✗ 不发", en: "✗ Not due" },
  open: { zh: "? 待补数据", en: "? Not known yet" },
  people: { zh: "{count}名", en: "{count} {count#rider|riders}" },
  amountInAll: { zh: "补贴合计", en: "Subsidies in all" },
  paidLater: { zh: "基数公布后另要补发", en: "To be paid later besides" },
  paidLaterWithin: { zh: "其中基数公布后补发", en: "Of it paid later" },
  withoutAmount: {
    zh: "应发的里面有{count}名金额还不能确定，合计里没有算。",
    en: "The amount of {count} {count#rider that is|riders that are} due is not known; the sum leaves them out.",
  },
  missingMost: { zh: "最能定结果的待补数据：{list}", en: "Missing cells that would decide most: {list}" },
  comma: { zh: "、", en: ", " },

  riders: { zh: "骑手人数", en: "Riders" },
  scheme: { zh: "方案", en: "Scheme" },
  fromList: {
    zh: "用的是名单里的 {count} 名骑手，分 {lines} 组",
    en: "The {count} {count#rider|riders} of the list, in {lines} {lines#group|groups}",
  },
  eligibleShare: { zh: "符合比例（%）", en: "Share that qualifies (%)" },
  paidShare: { zh: "补贴比例（%）", en: "Share paid (%)" },
  ownShares: { zh: "按各方案自己的比例", en: "What each scheme pays" },
  floorChange: { zh: "下限变动（%）", en: "Floor moved by (%)" },
  printedCosts: {
    zh: "没有公布每人金额的方案（京东），按报道印的平均数估",
    en: "Schemes without an amount a person (JD): at the average a report prints",
  },
  shares: { zh: "可以参考的符合比例，都不是预测", en: "Shares to go by; none is a forecast" },
  useList: { zh: "按名单", en: "As the list" },
  useShare: { zh: "用 {share}%", en: "Use {share}%" },
  perMonth: { zh: "每月", en: "A month" },
  allMonths: { zh: "名单合计（{count}个月）", en: "The list in all ({count} {count#month|months})" },
  asList: {
    zh: "这是名单里{months}逐人判断的合计，和批量的一样。",
    en: "The sum of the list of {months} as each rider was judged, the same as on the page List.",
  },
  estimated: { zh: "这是估计：{from}。", en: "An estimate: {from}." },
  stillOpen: {
    zh: "还有{count}名待补数据，没有算进来；都符合的话再加{amount}元。",
    en: "{count} {count#rider is|riders are} not known yet and left out; if all of them qualify, {amount} yuan more.",
  },
  semicolon: { zh: "；", en: "; " },
  yearOfMonths: {
    zh: "年度按这几个月的平均乘12、基数不变算。",
    en: "A year is twelve times the average of these months at the same base.",
  },
  perYear: { zh: "每年", en: "A year" },
  yuan: { zh: "{amount}元", en: "{amount} yuan" },
  unknown: { zh: "还不知道", en: "not known yet" },
  yearHint: { zh: "年度按12个月、基数不变算。", en: "A year is twelve months at the same base." },
  left: {
    zh: "{count} 名骑手的金额不能确定，没有算进来。",
    en: "The amount of {count} {count#rider|riders} is not known; they are left out.",
  },
  byFloor: { zh: "下限变动时，每月要花多少", en: "A month's cost as the floor moves" },
  byPaid: { zh: "补贴比例变动时，每月要花多少", en: "A month's cost by share paid" },
  byShare: { zh: "符合比例不同时，每月要花多少", en: "A month's cost by share that qualifies" },
  lines: { zh: "按方案和参保地", en: "By scheme and place of insurance" },
  each: { zh: "每人每月", en: "a rider a month" },

  aid: {
    zh: "结果供测算和核对用，以社保经办机构和平台的规定为准。",
    en: "Results help to estimate and check; what the social-insurance office and the platform decide stands.",
  },
} as const satisfies Texts;

export type SubsidyWord = KeyOf<typeof SUBSIDY>;
export type SaySubsidy = Words<SubsidyWord>["say"];

export function useSubsidyWords(): SaySubsidy {
  return useWords(SUBSIDY).say;
}
