/** CLUSTER_TABLE: every cluster of a list with its measures, its size class by revenue, and its verdict under each class. */
import { ClusterSheet, type ClusterRow } from "../clusters/cluster-sheet";
import { revenueStep } from "../clusters/revenue-steps";
import { valueOf, type Answer } from "../clusters/answer";
import { statusText } from "../sheet/results/score-tables";
import type { Vocabulary } from "../language/vocabulary";
import { conditionsOf } from "../policy/rule-set";
import { described } from "./described";
import { chosenDate } from "./chosen-date";
import { isFailure, single, type FunctionCode, type FunctionRecord, type ResultCell } from "./function-record";
import { answerCell } from "./figures-given";
import { AID, EMPTY_CELLS, GENERAL, READING, SHARES } from "./help-texts";
import { AS_OF, HEADINGS } from "./parameters";
import { readRows } from "./rows-given";

const MEASURES = [
  ["营业收入（亿元）", "revenue"],
  ["营业收入增速", "revenueGrowth"],
  ["中小企业产值占比", "smeShare"],
  ["主导产业占比", "leadShare"],
  ["产值三年平均增速", "meanGrowth"],
  ["本地配套率", "localSupply"],
  ["区位商", "locationQuotient"],
] as const;

/** 万元 in 亿元. */
const YI = 10_000;

function measureCell(answer: Answer, by = 1): ResultCell {
  const value = valueOf(answer);
  return value === null ? answerCell(answer) : value / by;
}

/** What stands behind a verdict: the conditions not met, or the columns that are missing. */
function verdictRemark({ verdicts }: ClusterRow, at: number, vocabulary: Vocabulary): string {
  const verdict = verdicts[at];
  if (!verdict) return "";
  const { edition, outcome } = verdict;
  if (outcome.status === "unknown")
    return `缺：${outcome.missing.map((id) => vocabulary.fields.get(id.replace(/\[.*/, ""))?.name.zh ?? id).join("、")}`;
  const { conditions } = edition.forPurpose.new;
  const texts = new Map([...conditions, ...conditionsOf(conditions)].map(({ id, text }) => [id, text.zh]));
  return outcome.unmet.map((id) => texts.get(id) ?? id).join("；");
}

export const clusterTableCode: FunctionCode = {
  id: "CLUSTER_TABLE",
  takes: ["matrix", "matrix", "scalar"],
  unsureZero: "blank",
  compute: (bound, headings, rows, asOf) => {
    const day = chosenDate(single(asOf), bound.policy);
    if (isFailure(day)) return day;
    const given = readRows(headings, rows, day, bound, { kind: "cluster" });
    if (isFailure(given)) return given;
    const { reading } = given;
    const clusters = reading ? new ClusterSheet(reading, bound.policy, bound.vocabulary, day).clusters : [];
    const editions = clusters[0]?.verdicts.map(({ edition }) => edition) ?? [];
    const heading = [
      "集群名称",
      ...MEASURES.map(([name]) => name),
      "收入规模档",
      "距下一档（亿元）",
      ...editions.flatMap(({ name }) => [name.zh, `${name.zh} 说明`]),
    ];
    const nothing = heading.slice(1).map(() => "");
    const table = given.rows.map((row): ResultCell[] => {
      const { fact } = row;
      const cluster = fact === null ? undefined : clusters[fact];
      if (!cluster) return [row.fact === null ? row.answer : "", ...nothing];
      const step = revenueStep(cluster.revenue, bound.targets);
      return [
        cluster.name,
        ...MEASURES.map(([, key]) => measureCell(cluster[key], key === "revenue" ? YI : 1)),
        step === null ? measureCell(cluster.revenue) : step.reached,
        step === null ? measureCell(cluster.revenue) : (step.short ?? ""),
        ...cluster.verdicts.flatMap(({ outcome }, at) => [
          statusText(outcome.status).zh,
          verdictRemark(cluster, at, bound.vocabulary),
        ]),
      ];
    });
    return [heading, ...table];
  },
};

export const clusterTable: FunctionRecord = /* @__PURE__ */ described(clusterTableCode, {
  name: "CLUSTER_TABLE",
  description: {
    zh: "每个集群的指标、收入规模档和各类集群标准是否达到（展开成表，带表头）",
    en: "Every cluster's measures, its class by revenue and its verdict under each standard (a spilled table with headings)",
  },
  parameters: [
    HEADINGS,
    {
      name: { zh: "数据", en: "rows" },
      description: {
        zh: "集群所在的各行，列与表头相同，例如 A2:K31",
        en: "The rows of the clusters, the same columns as the headings, such as A2:K31",
      },
      type: "any",
      dimensionality: "matrix",
      optional: false,
    },
    AS_OF,
  ],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "一行一个集群。表头写 集群名称、集群产值、集群营业收入、中小企业产值、主导产业产值、本地采购额、采购总额 等；没写单位的金额按亿元。第一行是表头，其后每一行对应一行数据。",
      en: "One row a cluster, with headings such as 集群名称, 集群产值, 集群营业收入; amounts without a unit are 亿元. A heading row comes first, then one row for each row of data.",
    },
    {
      zh: "标准：中小企业特色产业集群（工信部企业〔2022〕119号，没有查到数值的几项由人判断）、云南的省级标准、山东省级数字产业集群（2025年申报通知）。收入规模档是山东“3830”文件里的5000亿、3000亿、1000亿元。本地配套率没有官方公式，按本地采购额÷采购总额算。",
      en: "Standards: SME feature clusters (工信部企业〔2022〕119号; what has no number found is left to a person), Yunnan's variant, Shandong's digital clusters (2025 call). Classes by revenue are the 500, 300 and 100 bn yuan of Shandong's document. The local supporting rate is our own definition.",
    },
    GENERAL,
    READING,
    SHARES,
    EMPTY_CELLS,
    AID,
  ],
  examples: [
    {
      formula: "=ZJTX.CLUSTER_TABLE(A1:AJ1,A2:AJ31)",
      shows: { zh: "30个集群的整张表", en: "The whole table of 30 clusters" },
    },
  ],
});
