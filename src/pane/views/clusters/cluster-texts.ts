/** The words of the view 集群. */
import { useWords, type KeyOf, type Texts, type Words } from "../../texts/language";

export const CLUSTERS = {
  set: { zh: "对照哪套目标", en: "Targets" },
  everySet: { zh: "全部文件", en: "Every document" },
  setup: { zh: "日期和用到的表", en: "Date and sheets" },
  asOf: { zh: "看板按哪一天看", en: "The board's day" },
  asOfHint: {
    zh: "不改就和窗格的基准日一样。目标年份过了没有，按这一天算。",
    en: "The pane's day unless changed. It decides whether a target year is past.",
  },
  dateWrong: { zh: "没有这一天，请写成 2026-11-21 这样的日期。", en: "There is no such day. Write it as 2026-11-21." },
  indicator: { zh: "指标和实际值", en: "Indicators with actuals" },
  cluster: { zh: "集群清单", en: "Clusters" },
  enterprise: { zh: "企业名单（汇总用）", en: "Enterprises to roll up" },
  district: { zh: "区县产业", en: "Industries of districts" },
  together: { zh: "{count} 张表放在一起", en: "{count} sheets together" },
  readTogether: {
    zh: "{kind}：{count} 张表放在一起读，{names}。只用其中一张，在“日期和用到的表”里选。",
    en: "{kind}: {count} sheets read as one list, {names}. To use one of them, choose it under Date and sheets.",
  },
  notRead: { zh: "有 {count} 处没有读进来", en: "{count} {count#thing was|things were} not read" },
  columnsSeen: { zh: "每一列认成了什么", en: "What each column holds" },
  columnsUnused: { zh: "{count} 列没用到", en: "{count} {count#column|columns} not used" },
  columnsHint: {
    zh: "点一列就能改，改完马上重读，跟着工作簿保存；下次打开还记得。",
    en: "Press a column to change it; the sheet is read again at once and the choice is kept in the workbook.",
  },
  noSheet: { zh: "不用", en: "None" },

  parts: { zh: "集群的几种看法", en: "Ways to look at clusters" },
  targets: { zh: "目标", en: "Targets" },
  ranking: { zh: "排名", en: "Ranking" },
  rollUp: { zh: "汇总", en: "Roll-up" },
  chains: { zh: "链主", en: "Chains" },
  districts: { zh: "产业地图", en: "Map" },

  longSheets: {
    zh: "这些表一共有 {count} 行，读完要一会儿。点下面开始。",
    en: "These sheets have {count} rows; reading them takes a while. Press below to begin.",
  },
  begin: { zh: "开始看", en: "Begin" },
  again: { zh: "再试一次", en: "Try again" },
  addSample: { zh: "加一张示例表", en: "Add a sample sheet" },
  stale: { zh: "表里的数据改过了，下面是改之前的。", en: "The sheets have changed; this is from before." },
  readAgain: { zh: "重新看", en: "Look again" },
  dismiss: { zh: "知道了，收起这条", en: "Got it, close this" },
  write: { zh: "写成结果表", en: "Write the result sheets" },
  written: { zh: "写好了：{names}。", en: "Written: {names}." },
  openIt: { zh: "打开", en: "Open" },
  comma: { zh: "、", en: ", " },

  dayOf: { zh: "按 {day} 看", en: "As of {day}" },
  boardTitle: { zh: "{count}个指标", en: "{count} {count#indicator|indicators}" },
  noBoard: {
    zh: "这个工作簿里没有写指标和实际值的表，看不了目标进度。",
    en: "No sheet here holds indicators with actuals, so there is no board of targets.",
  },
  ofTarget: { zh: "{actual} / {target}", en: "{actual} / {target}" },
  blank: { zh: "没有填", en: "blank" },
  byYear: { zh: "到{year}年", en: "by {year}" },
  elapsed: { zh: "时间已过 {share}%", en: "{share}% of the time has passed" },
  barLegend: {
    zh: "条是完成率；竖线是到这个数的时点，时间走了多少。",
    en: "The bar is the completion; the line is how much of the time had passed when the figure was taken.",
  },
  notComparable: { zh: "不能比的（{count}）", en: "Not comparable ({count})" },
  gaps: {
    zh: "表里没有写的目标（{count}个，不当作0）",
    en: "Targets the sheet does not speak of ({count}, not taken as 0)",
  },

  published: { zh: "公布的实际数", en: "Published figures" },
  publishedCount: { zh: "{count}个", en: "{count} {count#figure|figures}" },
  publishedHint: {
    zh: "文件和报道里印着的数，和目标分开列，不互相算。表里用 {formula} 取。",
    en: "Figures as documents print them, kept apart from the targets. {formula} gives them in a cell.",
  },
  statements: { zh: "文件里没有数的说法", en: "What documents say without figures" },

  rankBy: { zh: "按什么排", en: "Rank by" },
  place: { zh: "第{place}名", en: "No. {place}" },
  noPlace: { zh: "没有名次", en: "no place" },
  rankingHint: {
    zh: "并列的占同一名次。各集群合不合标准，写进结果表。",
    en: "Ties share a place. Verdicts of each cluster are in the result sheets.",
  },
  byCluster: { zh: "按产业集群", en: "By cluster" },
  byChain: { zh: "按产业链", en: "By chain" },
  firms: { zh: "{count}家", en: "{count} {count#firm|firms}" },
  revenue: { zh: "营业收入", en: "Revenue" },
  unassignedCluster: { zh: "{count}家没有写产业集群。", en: "{count} {count#firm names|firms name} no cluster." },
  unassignedChain: { zh: "{count}家没有写产业链。", en: "{count} {count#firm names|firms name} no chain." },
  rollUpHint: {
    zh: "比率都是合计比合计；缺一家的数就不算，写明缺什么。",
    en: "Ratios are totals over totals; with one number missing there is none.",
  },
  more: { zh: "还有 {count} 个，都在结果表里。", en: "{count} more are in the result sheets." },

  leaders: { zh: "链主：{names}", en: "Leaders: {names}" },
  noLink: { zh: "（没有写环节）", en: "(link not given)" },
  candidates: { zh: "可以补链：", en: "Could fill it:" },
  linkFirms: { zh: "{link}（{count}家）", en: "{link} ({count} {count#firm|firms})" },
  links: { zh: "{count}个环节", en: "{count} {count#link|links}" },
  missingColumns: { zh: "有了这些栏目能看得更细：{list}。", en: "These columns would say more: {list}." },

  mapLimits: {
    zh: "主导产业不超过{lead}个，特色产业不超过{special}个（个别区县另有规定）。依据：{source}，引导性文件。",
    en: "At most {lead} lead and {special} feature industries (some districts differ). Source: {source}, a guiding document.",
  },
  mapLegend: {
    zh: "主＝主导，特＝特色，其＝其他，?＝没有写类别",
    en: "L lead, F feature, O other, ? not given",
  },
  districtHead: { zh: "区县", en: "District" },
  roleLead: { zh: "主", en: "L" },
  roleSpecial: { zh: "特", en: "F" },
  roleOther: { zh: "其", en: "O" },
  violation: { zh: "{district}：{remark}", en: "{district}: {remark}" },
  kept: { zh: "没有区县超过上限。", en: "No district is above a limit." },
  incomplete: {
    zh: "第{rows}行缺区县或产业，没有算进来。",
    en: "Rows {rows} lack a district or an industry and are left out.",
  },
  mapName: { zh: "区县和产业", en: "Districts by industries" },
  aid: {
    zh: "结果供分析和核对用，以主管部门发布的为准。",
    en: "Results help to analyse and check; what the authorities publish stands.",
  },
} as const satisfies Texts;

export type ClusterWord = KeyOf<typeof CLUSTERS>;
export type SayClusters = Words<ClusterWord>["say"];

export function useClusterWords(): SayClusters {
  return useWords(CLUSTERS).say;
}
