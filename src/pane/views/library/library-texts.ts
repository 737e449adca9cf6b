/** The texts of the view 培育库. */
import { useWords, type KeyOf, type Texts, type Words } from "../../texts/language";

export const LIBRARY = {
  listSemicolon: { zh: "；", en: "; " },
  libraryHint: {
    zh: "先给表里的企业评分，这里就列出谁该报、谁只差一步、谁的称号快到期。",
    en: "Score the list first: here you then see who should apply, who is nearly there and whose title ends soon.",
  },
  libraryTitle: { zh: "{count} 家企业，基准日 {asOf}", en: "{count} {count#enterprise|enterprises} as of {asOf}" },
  libraryPages: { zh: "培育库里的各页", en: "Pages of the library" },
  pageLists: { zh: "名单", en: "Lists" },
  pageImpact: { zh: "换版影响", en: "New rules" },
  pageBenchmarks: { zh: "对照", en: "Benchmarks" },
  writeLibrary: { zh: "写成名单表", en: "Write the lists" },
  writeImpact: { zh: "写成换版影响表", en: "Write the impact" },
  writeBenchmarks: { zh: "写成对照表", en: "Write the benchmarks" },
  libraryWritten: {
    zh: "名单写到了“{name}”等几张表。这次的记录已存进工作簿，下次打开就能比出谁入库、谁出库。",
    en: 'The lists are on "{name}" and the sheets after it. This run is kept in the workbook, so the next one can say who came and went.',
  },
  sheetWritten: { zh: "已写到“{name}”。", en: 'Written to "{name}".' },
  listEmpty: { zh: "没有这样的企业。", en: "None." },
  applyFor: { zh: "可申报{tier}", en: "may apply for {tier}" },
  applyCheck: {
    zh: "表里没写是否已有这个称号，先核对",
    en: "the sheet does not say whether it holds the title: check first",
  },
  nearTo: { zh: "离{tier}只差 {count} 项", en: "{count} {count#change|changes} away from {tier}" },
  dataFor: { zh: "{tier}：还缺 {count} 项数据", en: "{tier}: {count} {count#item|items} missing" },
  andMore: { zh: "等，另有 {count} 项", en: " and {count} more" },
  dueEnded: {
    zh: "{tier}：{until} 已到期，过了 {days} 天",
    en: "{tier}: ended on {until}, {days} {days#day|days} ago",
  },
  dueUntil: { zh: "{tier}：{until} 到期，还有 {days} 天", en: "{tier}: ends on {until}, in {days} {days#day|days}" },
  dueDoubtful: { zh: "有效期比规定的长，请核对日期", en: "longer than the title can be valid: check the date" },
  seedFor: {
    zh: "{tier}：还差 {count} 项，不在创新能力、经营管理、成长性方面",
    en: "{tier}: {count} {count#gap|gaps}, none in innovation, management or growth",
  },
  riskOf: {
    zh: "{tier}：按 {edition} 版复核有 {count} 项不达标",
    en: "{tier}: {count} {count#condition|conditions} not met at review by edition {edition}",
  },
  cameAndWent: { zh: "入库、出库", en: "Came and went" },
  nothingKept: { zh: "没有上次的记录", en: "no earlier run" },
  keptHint: {
    zh: "这个工作簿里还没有上次的记录。点“写成名单表”就把这次记下来，下次再比。",
    en: "No earlier run of this list is kept here. Press Write the lists to keep this one; the next is compared with it.",
  },
  changesSince: {
    zh: "和上次（{time}）比：入库 {entered} 家，出库 {left} 家，没有变化 {unchanged} 家。",
    en: "Since {time}: {entered} entered a list, {left} left one, {unchanged} unchanged.",
  },
  editionMoved: { zh: "标准换版：{tier} {from} → {to}", en: "Rules changed: {tier} {from} → {to}" },
  noneYet: { zh: "无", en: "none" },
  enteredLists: { zh: "入库：{lists}", en: "entered: {lists}" },
  leftLists: { zh: "出库：{lists}", en: "left: {lists}" },
  rungMoved: { zh: "最高层级变了", en: "highest rung changed" },
  causeRules: { zh: "标准换版", en: "the rules" },
  causeData: { zh: "数据或日期变化", en: "data or day" },
  causeBoth: { zh: "标准和数据都有变化", en: "rules and data" },
  causeNew: { zh: "新增企业", en: "new in the sheet" },
  causeGone: { zh: "表里已没有", en: "gone from the sheet" },
  yearlyUpdates: { zh: "年度信息更新", en: "Yearly updates owed" },
  updateBy: {
    zh: "{tier}：{day} 前，{count} 家要报",
    en: "{tier}: by {day}, owed by {count} {count#enterprise|enterprises}",
  },
  impactHint: {
    zh: "同一份数据、同一天（{after}），按 {before} 和 {after} 施行的两版标准各评一次，只比实质条件。",
    en: "The same data on the same day ({after}) under the rules in force on {before} and on {after}; substance alone.",
  },
  impactEditions: { zh: "{before} 版 → {after} 版", en: "edition {before} → {after}" },
  impactCounts: {
    zh: "新达到 {gains} 家，不再达到 {losses} 家，两版都达到 {kept} 家；待补数据的 {open} 家。",
    en: "Gain {gains}, lose {losses}, met by both {kept}; {open} not known yet.",
  },
  noImpact: {
    zh: "这一天以前标准没有换过版，没有影响可比。",
    en: "No edition was replaced before this day, so there is nothing to compare.",
  },
  losingBy: { zh: "因为新版的这些条件", en: "Because of these conditions of the new rules" },
  gainingBy: { zh: "旧版的这些条件不再是障碍", en: "These conditions of the old rules no longer stand in the way" },
  losers: { zh: "不再达到的企业", en: "Enterprises that lose it" },
  gainers: { zh: "新达到的企业", en: "Enterprises that gain it" },
  benchmarksHint: {
    zh: "空白不计入。公开数字的企业范围和年份各不相同，只供参考。",
    en: "Blanks are left out. The printed figures are of other enterprises and years.",
  },
  knownOf: {
    zh: "已知 {known} 家，待补 {unknown} 家",
    en: "known of {known} {known#enterprise|enterprises}, missing of {unknown}",
  },
  lowerQuartile: { zh: "下四分位", en: "Lower quartile" },
  median: { zh: "中位数", en: "Median" },
  upperQuartile: { zh: "上四分位", en: "Upper quartile" },
  besidePrinted: {
    zh: "{basis}：本表 {sheet}，公开数字 {printed}",
    en: "{basis}: this sheet {sheet}, printed {printed}",
  },
} as const satisfies Texts;

export type LibraryKey = KeyOf<typeof LIBRARY>;
export type LibraryWords = Words<LibraryKey>;

export function useLibraryWords(): LibraryWords {
  return useWords(LIBRARY);
}
