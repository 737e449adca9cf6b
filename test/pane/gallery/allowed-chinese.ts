/** The Chinese that stays in English, by what it is. */
import { clusterSample } from "../../../src/pane/views/clusters/cluster-sample";
import { sampleSheet } from "../../../src/pane/views/score/sample/sample-sheet";
import type { Places } from "../../../src/language/places";
import type { Cell } from "../../../src/words/grid";

/** What people called their sheets, columns, firms, files and groups of riders in the gallery's states. */
const CALLED = [
  "二季度名单",
  "企业名单",
  "名单",
  "目标与实际",
  "集群清单",
  "区县产业",
  "骑手补贴",
  "骑手名单",
  "随笔",
  "旧表",
  "（数值）",
  "脱敏副本.xlsx",
  "控股股东",
  "已达到的最高层级",
  "制造业单项冠军企业",
  "专精特新中小企业",
  "青岛海之韵智能装备股份有限公司",
  "烟台",
  "济南",
  "2023年",
  "2024年",
  "2025年",
  "美团",
  "饿了么",
  "京东",
  "荣誉骑士",
  "铸造锻压",
  "检测服务",
  "电池",
  "新材料",
  "新能源汽车",
  "现代农业",
  "生物医药",
  "电子信息",
  "轻纺",
  "食品",
  "高端装备",
  "否",
  "只有名字的公司",
  "所属产业链",
  "产业链环节",
  "是否链主企业",
  "集群名称",
  "集群级别",
  "2025年集群营业收入（亿元）",
  "2024年集群营业收入（亿元）",
  "占全省比重",
  "区县",
  "产业",
  "产业类别",
];

const PATTERNS: Readonly<Record<string, RegExp>> = {
  "numbers of documents": /\p{Script=Han}+〔\d{4}〕\d+号/gu,
  "headings of documents, in quotation marks": /“[^”]*”/g,
  "formulas and their words": /=ZJTX\..*/g,
  "names of our result sheets": /评分_[\p{Script=Han}\p{L}\p{N}_“”（）-]+/gu,
  "firms, places and clusters that are made up": /[\p{Script=Han}\p{N}]+（虚构）/gu,
  "words that formulas give": /大型 large, 中型 medium, 小型 small, 微型 micro/g,
  "words of documents that are told of": /: 以上 and 以下 include/g,
};

export interface Known {
  /** The sheet that the states are made from. */
  readonly sheet: readonly (readonly Cell[])[];
  /** As documents define them. */
  readonly terms: readonly string[];
  readonly places: Places;
}

/** A text without what may be Chinese in it. */
export function allowedChinese({ sheet, terms, places }: Known): (text: string) => string {
  const cells = [...sheet, ...sampleSheet("en").rows, ...clusterSample("en").rows].flat();
  const names = [...CALLED, ...terms, ...cells.filter((cell): cell is string => typeof cell === "string")]
    .filter((name) => /\p{Script=Han}/u.test(name))
    // A longer name before one that it holds.
    .sort((one, other) => other.length - one.length);
  return (text) => {
    let rest = text;
    for (const pattern of Object.values(PATTERNS)) rest = rest.replace(pattern, "");
    for (const name of names) rest = rest.replaceAll(name, "");
    // Counties have no English name in the data.
    return rest.replace(/[\p{Script=Han}]+/gu, (word) => (places.meant(word, "county").length > 0 ? "" : word));
  };
}
